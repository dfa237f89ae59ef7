//! What all files of one contract's crate share: where it comes from and what its parts are called.

use crate::casing;
use crate::emit::rust::code::Code;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::emit::rust::types::Scope;
use crate::ir::{Api, ApiId, Digest, Operation, Platform};

/// A contract on its way to becoming a crate.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The platform it is part of.
    pub platform: &'a Platform,
    /// The contract.
    pub api: &'a Api,
    /// The types that its crate may name.
    pub scope: Scope<'a>,
    /// What people call it, as Markdown of one line: `Order Process API`.
    pub title: String,
    /// The name of its trait: `OrderProcess`.
    pub contract: String,
    /// Stands for all facts that the crate depends on.
    pub digest: Digest,
}

/// Names of items that every contract crate has beside the trait.
static TAKEN: &[&str] = &["Apis", "Client", "Service", "Stub", "T"];

impl<'a> Subject<'a> {
    /// The contract of an API or a service.
    pub fn new(platform: &'a Platform, id: &ApiId, digest: Digest) -> Self {
        let api = platform.contract(id);
        let (title, contract) = (docs::phrase(&api.title), contract(api));
        Self { platform, api, scope: Scope::contract(platform, api), title, contract, digest }
    }

    /// A file of the crate, opening with Markdown lines.
    pub fn file(&self, docs: Vec<String>) -> File {
        File::new(&self.api.place.document, docs)
    }

    /// The module of an operation: `place_order`.
    pub fn module(&self, operation: &Operation) -> String {
        name::module(self.platform, &operation.id)
    }

    /// The path of a module of this crate, imported: `place_order`.
    pub fn uses_operation(&self, file: &mut File, operation: &Operation) -> Code {
        file.uses(&format!("crate::operations::{}", self.module(operation)))
    }

    /// The trait, imported.
    pub fn uses_contract(&self, file: &mut File) -> Code {
        file.uses(&format!("crate::{}", self.contract))
    }

    /// `/v1/orders/{orderId}`.
    pub fn path(&self, operation: &Operation) -> String {
        use crate::ir::PathSegment::{Literal, Parameter};

        let mut path = format!("/v{}", self.api.id.major);
        for segment in &operation.path {
            path.push('/');
            match segment {
                Literal(text) => path.push_str(text),
                Parameter(name) => path.extend(["{", name, "}"]),
            }
        }
        path
    }
}

/// The name of the trait: `OrderProcess`, or `ClientApi` where the short name is taken.
fn contract(api: &Api) -> String {
    let plain = casing::pascal(&api.id.name);
    if !name::is_known(&plain) && !TAKEN.contains(&plain.as_str()) {
        return plain;
    }
    let is_free = |name: &String| api.types.iter().all(|ty| name::ty(&ty.id.name) != *name);
    let longer = ["Api", "Contract", "Trait"].map(|suffix| format!("{plain}{suffix}"));
    longer.into_iter().find(is_free).unwrap_or_else(|| format!("{plain}ApiContract"))
}
