//! A contract as written: an API, or the synchronous side of a service, seen alike.

use std::sync::Arc;

use crate::ir::{ApiId, Tier};
use crate::spec;

/// An API, or the synchronous side of a service: what the two have in common.
pub struct Contract<'a> {
    /// Its identity; major 0 where the version is malformed.
    pub id: ApiId,
    /// Its name.
    pub name: &'a str,
    /// What people call it, where written.
    pub title: Option<&'a String>,
    /// Its tier.
    pub tier: Tier,
    /// Where it is written.
    pub document: &'a Arc<str>,
    /// Full version.
    pub version: &'a str,
    /// Its domain.
    pub domain: &'a str,
    /// Who answers for it.
    pub owner: &'a str,
    /// How to reach the owner.
    pub contact: Option<&'a String>,
    /// The channel of an experience API.
    pub channel: Option<&'a String>,
    /// What it is for.
    pub description: &'a str,
    /// Its end of life.
    pub deprecated: Option<&'a spec::Lifecycle>,
    /// What it may call.
    pub uses: Option<&'a spec::Map<String>>,
    /// Policies of operations without their own.
    pub defaults: Option<&'a spec::Defaults>,
    /// Its problem types.
    pub errors: Option<&'a spec::Map<spec::ErrorDef>>,
    /// Its operations.
    pub operations: &'a spec::Map<spec::Operation>,
    /// Its local types.
    pub types: Option<&'a spec::Map<spec::TypeDef>>,
    /// Free map.
    pub meta: Option<&'a spec::Map<spec::Literal>>,
    /// The rest of it, where it is a service.
    pub service: Option<&'a spec::Service>,
}

impl<'a> Contract<'a> {
    /// An API; its major version is not known yet.
    pub fn of_api(document: &'a Arc<str>, api: &'a spec::Api) -> Self {
        let tier = match api.tier {
            spec::Tier::Experience => Tier::Experience,
            spec::Tier::Process => Tier::Process,
            spec::Tier::System => Tier::System,
        };
        Self {
            id: ApiId { name: api.name.clone(), major: 0 },
            name: &api.name,
            title: api.title.as_ref(),
            tier,
            document,
            version: &api.version,
            domain: &api.domain,
            owner: &api.owner,
            contact: api.contact.as_ref(),
            channel: api.channel.as_ref(),
            description: &api.description,
            deprecated: api.deprecated.as_ref(),
            uses: api.uses.as_ref(),
            defaults: api.defaults.as_ref(),
            errors: api.errors.as_ref(),
            operations: &api.operations,
            types: api.types.as_ref(),
            meta: api.meta.as_ref(),
            service: None,
        }
    }

    /// The synchronous side of a service; its major version is not known yet.
    pub fn of_service(document: &'a Arc<str>, service: &'a spec::Service) -> Self {
        Self {
            id: ApiId { name: service.name.clone(), major: 0 },
            name: &service.name,
            title: service.title.as_ref(),
            tier: Tier::Service,
            document,
            version: &service.version,
            domain: &service.domain,
            owner: &service.owner,
            contact: service.contact.as_ref(),
            channel: None,
            description: &service.description,
            deprecated: service.deprecated.as_ref(),
            uses: service.uses.as_ref(),
            defaults: service.defaults.as_ref(),
            errors: service.errors.as_ref(),
            operations: &service.operations,
            types: service.types.as_ref(),
            meta: service.meta.as_ref(),
            service: Some(service),
        }
    }
}
