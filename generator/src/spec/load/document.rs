//! What loading yields.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::source::Sources;
use crate::spec::api::Api;
use crate::spec::events::Events;
use crate::spec::models::Models;
use crate::spec::platform::Platform;
use crate::spec::service::Service;

/// A document that was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Document {
    /// Canonical models.
    Models(Models),
    /// Events.
    Events(Events),
    /// An API.
    Api(Box<Api>),
    /// A domain service.
    Service(Box<Service>),
    /// The platform.
    Platform(Box<Platform>),
}

/// The five kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Canonical models.
    Models,
    /// Events.
    Events,
    /// An API.
    Api,
    /// A domain service.
    Service,
    /// The platform.
    Platform,
}

/// All documents of a platform that could be read, and what is wrong with the others.
#[derive(Debug, Default)]
pub struct Specs {
    /// The texts, for whoever shows a place.
    pub sources: Sources,
    /// Documents that have the right shape, sorted by path.
    pub documents: Vec<(Arc<str>, Document)>,
    /// Documents that could not be read, with their kind where it is known: what they declare is unknown.
    pub failed: Vec<(Arc<str>, Option<Kind>)>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Models, Self::Events, Self::Api, Self::Service, Self::Platform];

    /// What stands behind `kind:`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Models => "Models",
            Self::Events => "Events",
            Self::Api => "Api",
            Self::Service => "Service",
            Self::Platform => "Platform",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
