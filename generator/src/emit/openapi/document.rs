//! Puts the document of one contract together.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use utoipa::openapi::path::{PathItem, PathsBuilder};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::server::ServerBuilder;
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Components, Contact, ContactBuilder, HttpMethod, Info, InfoBuilder, OpenApi, OpenApiBuilder,
    Paths, Server, Tag,
};

use crate::emit::openapi::catalog::{Catalog, Direction};
use crate::emit::openapi::names::Names;
use crate::emit::openapi::operation::{self, operation};
use crate::emit::openapi::responses::{self, Shared};
use crate::emit::openapi::{dress, json, order, problems, schema, text};
use crate::emit::text::tier;
use crate::ir;

/// The `OpenAPI` 3.1 document of an API or a service, as indented JSON that ends in a newline.
#[must_use]
pub fn document(platform: &ir::Platform, id: &ir::ApiId) -> String {
    let document = build(platform, platform.contract(id));
    let mut document =
        serde_json::to_value(document).expect("a document holds nothing that JSON cannot say");
    order::put_in_order(&mut document);
    json::pretty(&document)
}

fn build(platform: &ir::Platform, api: &ir::Api) -> OpenApi {
    let mut catalog = Catalog::new(platform, "#/components/schemas/");
    reach(&mut catalog, api);
    let mut names = Names::default();
    names.reserve(problems::PROBLEM);
    names.reserve(problems::VALIDATION_PROBLEM);
    catalog.name(&mut names);
    let problems = problems::keys(api, &mut names);
    let mut shared = Shared { problems, refusals: BTreeMap::new(), headers: BTreeSet::new() };

    let paths = paths(&catalog, api, &mut shared);
    OpenApiBuilder::new()
        .info(info(api))
        .servers(Some([server(api)]))
        .paths(paths)
        .components(Some(components(&catalog, api, &mut shared)))
        .tags(Some(tags(api)))
        .build()
}

/// Adds whatever the operations and problem types refer to.
fn reach<'ir>(catalog: &mut Catalog<'ir>, api: &'ir ir::Api) {
    for operation in &api.operations {
        for parameter in &operation.parameters {
            catalog.reach(&parameter.ty, Direction::Request);
        }
        if let Some(body) = &operation.request {
            catalog.reach(body, Direction::Request);
        }
        for response in &operation.responses {
            match (&response.body, operation.page) {
                (Some(ir::TypeRef::List(item)), Some(_)) => catalog.reach_page(item),
                (Some(body), _) => catalog.reach(body, Direction::Response),
                (None, _) => {}
            }
            for header in &response.headers {
                catalog.reach(&header.ty, Direction::Response);
            }
        }
    }
    for error in api.errors.values() {
        catalog.reach_fields(&error.detail, Direction::Response);
    }
}

fn info(api: &ir::Api) -> Info {
    let lifecycle = api.deprecation.as_ref().map(text::deprecation).unwrap_or_default();
    let described = dress::description(&api.docs);
    let mut extensions: Vec<(&str, Value)> = vec![
        ("x-owner", api.owner.clone().into()),
        ("x-domain", api.domain.clone().into()),
        ("x-tier", tier(api.tier).into()),
    ];
    extensions.extend(api.channel.clone().map(|channel| ("x-channel", channel.into())));
    extensions.extend((!api.docs.meta.is_empty()).then(|| ("x-meta", json::map(&api.docs.meta))));
    InfoBuilder::new()
        .title(&api.title)
        .version(api.version.clone())
        .description(Some(text::paragraphs([described.as_str(), lifecycle.as_str()])))
        .contact(Some(contact(api)))
        .extensions(Some(extensions.into_iter().collect()))
        .build()
}

/// How to reach the owner: an address or a URL in its own member, anything else beside the name.
pub fn contact(api: &ir::Api) -> Contact {
    let contact = ContactBuilder::new();
    match &api.contact {
        Some(ir::Contact::Uri(uri)) => contact.name(Some(&api.owner)).url(Some(uri)),
        Some(ir::Contact::Email(address)) => contact.name(Some(&api.owner)).email(Some(address)),
        Some(ir::Contact::Words(words)) => contact.name(Some(format!("{} ({words})", api.owner))),
        None => contact.name(Some(&api.owner)),
    }
    .build()
}

fn server(api: &ir::Api) -> Server {
    let description =
        format!("Major version {}, on the host that serves this document.", api.id.major);
    ServerBuilder::new().url(format!("/v{}", api.id.major)).description(Some(description)).build()
}

fn tags(api: &ir::Api) -> Vec<Tag> {
    let mut names: Vec<&str> = Vec::new();
    for each in &api.operations {
        let name = operation::tag(api, each);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let described = |name: &str| format!("Operations on {}.", name.replace(['-', '_'], " "));
    names
        .into_iter()
        .map(|name| TagBuilder::new().name(name).description(Some(described(name))).build())
        .collect()
}

fn paths(catalog: &Catalog<'_>, api: &ir::Api, shared: &mut Shared<'_>) -> Paths {
    let mut paths = PathsBuilder::new();
    for each in &api.operations {
        let method = match each.method {
            ir::HttpMethod::Get => HttpMethod::Get,
            ir::HttpMethod::Post => HttpMethod::Post,
            ir::HttpMethod::Put => HttpMethod::Put,
            ir::HttpMethod::Patch => HttpMethod::Patch,
            ir::HttpMethod::Delete => HttpMethod::Delete,
        };
        let item = PathItem::new(method, operation(catalog, api, each, shared));
        paths = paths.path(operation::path(each), item);
    }
    paths.build()
}

fn components(catalog: &Catalog<'_>, api: &ir::Api, shared: &mut Shared<'_>) -> Components {
    let mut components = Components::new();
    components.schemas = schema::components(catalog);
    components.schemas.insert(problems::PROBLEM.to_owned(), problems::problem());
    components.schemas.insert(
        problems::VALIDATION_PROBLEM.to_owned(),
        problems::validation_problem(catalog.prefix),
    );
    for error in api.errors.values() {
        let key = shared.problems[error.name.as_str()].clone();
        components.schemas.insert(key, problems::declared(catalog, error));
    }
    components.responses = responses::shared_responses(catalog, shared);
    components.headers = responses::shared_headers(shared);
    if api.operations.iter().any(|operation| !operation.public) {
        components.add_security_scheme(operation::BEARER, bearer());
    }
    components
}

/// A bearer token; the scopes that an operation asks for are listed with it, which `OpenAPI` 3.1 allows for every scheme.
fn bearer() -> SecurityScheme {
    let description = "An OAuth 2.0 access token in the JWT profile (RFC 9068). An operation lists the scopes that the token must hold.";
    let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT");
    SecurityScheme::Http(scheme.description(Some(description)).build())
}
