//! Where types are used: in the definition of another type, in a contract, in an event.

use std::collections::BTreeSet;

use super::api::Api;
use super::change::patched_with;
use super::platform::Platform;
use super::types::{Field, Home, Shape, TypeId, TypeRef};

impl Shape {
    /// Every use of a type in a definition; the records of a union are its [`payloads`](Self::payloads).
    pub fn uses(&self) -> impl Iterator<Item = &TypeRef> {
        let (is, fields): (Option<&TypeRef>, &[Field]) = match self {
            Self::Newtype { is, .. } => (Some(is), &[]),
            Self::Enum(_) | Self::Union { .. } => (None, &[]),
            Self::Record { fields, .. } => (None, fields),
        };
        is.into_iter().chain(fields.iter().map(|field| &field.ty))
    }

    /// The records of a union.
    pub fn payloads(&self) -> impl Iterator<Item = &TypeId> {
        let variants = match self {
            Self::Union { variants, .. } => &variants[..],
            Self::Newtype { .. } | Self::Enum(_) | Self::Record { .. } => &[],
        };
        variants.iter().map(|variant| &variant.payload)
    }
}

impl Api {
    /// Every use of a type in the operations and the errors of a contract, its own types left aside.
    pub fn type_uses(&self) -> impl Iterator<Item = &TypeRef> {
        let details = self.errors.values().flat_map(|error| &error.detail);
        let operations = self.operations.iter().flat_map(|operation| {
            let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
            let responses = operation.responses.iter().flat_map(|response| {
                response.body.iter().chain(response.headers.iter().map(|header| &header.ty))
            });
            parameters.chain(&operation.request).chain(responses)
        });
        details.map(|field| &field.ty).chain(operations)
    }
}

impl Platform {
    /// The canonical models of which a patch is made somewhere.
    #[must_use]
    pub fn patched_models(&self) -> BTreeSet<&TypeId> {
        let models = self.domains.values().flat_map(|domain| domain.types.values());
        let of_models = models.flat_map(|ty| ty.shape.uses());
        let of_events =
            self.events.values().flat_map(|event| event.data.iter().map(|field| &field.ty));
        let of_contracts = self.contracts().flat_map(uses_in);
        let uses = of_models.chain(of_events).chain(of_contracts);
        let mut patched = self.patched(uses);
        patched.retain(|id| matches!(id.home, Home::Domain(_)));
        patched
    }

    /// The types local to a contract of which it makes a patch.
    #[must_use]
    pub fn patched_locals<'a>(&'a self, api: &'a Api) -> BTreeSet<&'a TypeId> {
        let home = Home::Api(api.id.clone());
        let mut patched = self.patched(uses_in(api));
        patched.retain(|id| id.home == home);
        patched
    }

    fn patched<'a>(&'a self, uses: impl Iterator<Item = &'a TypeRef>) -> BTreeSet<&'a TypeId> {
        patched_with(uses.filter_map(TypeRef::patched), |id| Some(self.shape(id)))
    }
}

/// Every use of a type in a contract, its own types included.
fn uses_in(api: &Api) -> impl Iterator<Item = &TypeRef> {
    api.types.iter().flat_map(|ty| ty.shape.uses()).chain(api.type_uses())
}
