//! `meta.rs`: what the contract is, as data.

use super::service;
use super::subject::Subject;
use crate::emit::rust::code::code;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::Tier;

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let about = format!("What the {} is, for whoever serves, lists or checks it.", subject.title);
    let mut file = subject.file(vec![about]);
    file.defines("API");
    let ty = file.uses("tiebeam::operation::Api");
    let tier = file.uses("tiebeam::operation::Tier");
    let variant = name::ident(match subject.api.tier {
        Tier::Experience => "Experience",
        Tier::Process => "Process",
        Tier::System => "System",
        Tier::Service => "Service",
    });
    let (name, title, version) = (&subject.api.id.name, &subject.api.title, &subject.api.version);
    let major = subject.api.id.major;
    let digest = subject.digest.to_string();
    let asyncapi = if service::has_events(subject) {
        code!(Some(include_str!("../asyncapi.json")))
    } else {
        code!(None)
    };
    file.item(&code! {
        /// The API's identity and documents.
        pub static API: #ty = #ty {
            name: #name,
            title: #title,
            version: #version,
            major: #major,
            tier: #tier::#variant,
            digest: #digest,
            openapi: include_str!("../openapi.json"),
            asyncapi: #asyncapi,
        };
    });
    file
}
