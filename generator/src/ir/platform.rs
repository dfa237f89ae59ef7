//! The whole platform.

use std::collections::{BTreeMap, BTreeSet};

use super::api::{Api, ApiId};
use super::change::Change;
use super::event::{Event, EventRef, Service};
use super::place::Place;
use super::types::{Docs, Field, Home, Shape, Type, TypeId};

/// Everything the specs of one platform say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Platform {
    /// Kebab-case name.
    pub name: String,
    /// What people should know of it.
    pub docs: Docs,
    /// Prefix of the crates that do not carry an API's name, for example `retail` in `retail-models`.
    pub crate_prefix: String,
    /// Base of problem type URIs, ending in `/`.
    pub problems: String,
    /// Region names, sorted.
    pub regions: Vec<String>,
    /// NATS, where it carries the events.
    pub nats: Option<Nats>,
    /// Canonical models by domain.
    pub domains: BTreeMap<String, Domain>,
    /// APIs of the three tiers.
    pub apis: BTreeMap<ApiId, Api>,
    /// Domain services; their contracts share one namespace with the APIs.
    pub services: BTreeMap<ApiId, Service>,
    /// Events.
    pub events: BTreeMap<EventRef, Event>,
    /// Where it was declared.
    pub place: Place,
}

/// NATS `JetStream` as the bus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Nats {
    /// Copies of every stream, 1 to 5.
    pub replicas: u32,
}

/// The canonical models of one domain.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Domain {
    /// The team that answers for them.
    pub owner: String,
    /// What people should know of the domain.
    pub docs: Docs,
    /// Its types by name.
    pub types: BTreeMap<String, Type>,
    /// Where they were declared: one document each, sorted.
    pub places: Vec<Place>,
}

impl Platform {
    /// The named type.
    ///
    /// # Panics
    ///
    /// When the name does not resolve, which linking rules out.
    #[must_use]
    pub fn ty(&self, id: &TypeId) -> &Type {
        let found = match &id.home {
            Home::Domain(domain) => {
                self.domains.get(domain).and_then(|domain| domain.types.get(&id.name))
            }
            Home::Api(api) => self.contract(api).types.iter().find(|ty| ty.id.name == id.name),
        };
        found.expect("every type name was linked before the IR was built")
    }

    /// What a merge patch does to a field.
    #[must_use]
    pub fn change_of<'a>(&'a self, field: &'a Field) -> Change<'a> {
        Change::of(field, |id| Some(self.shape(id)))
    }

    /// What a named type is made of.
    ///
    /// # Panics
    ///
    /// When the name does not resolve, which linking rules out.
    #[must_use]
    pub fn shape(&self, id: &TypeId) -> &Shape {
        &self.ty(id).shape
    }

    /// The contract of an API or a service.
    ///
    /// # Panics
    ///
    /// When the name does not resolve, which linking rules out.
    #[must_use]
    pub fn contract(&self, id: &ApiId) -> &Api {
        self.apis
            .get(id)
            .or_else(|| self.services.get(id).map(|service| &service.contract))
            .expect("every API name was linked before the IR was built")
    }

    /// Whether there are canonical models.
    #[must_use]
    pub fn has_models(&self) -> bool {
        self.domains.values().any(|domain| !domain.types.is_empty())
    }

    /// The domains that have events, sorted.
    #[must_use]
    pub fn domains_with_events(&self) -> BTreeSet<&str> {
        self.events.keys().map(|id| id.domain.as_str()).collect()
    }

    /// The events of a domain, sorted by name and major version.
    pub fn events_of<'a>(&'a self, domain: &'a str) -> impl Iterator<Item = &'a Event> {
        let first = EventRef { domain: domain.to_owned(), name: String::new(), major: 0 };
        let from_there = self.events.range(first..).map(|(_, event)| event);
        from_there.take_while(move |event| event.id.domain == domain)
    }

    /// The events that a service publishes or consumes, sorted, each once.
    ///
    /// # Panics
    ///
    /// When the name of one does not resolve, which linking rules out.
    #[must_use]
    pub fn events_around(&self, service: &Service) -> Vec<&Event> {
        let consumed = service.subscribes.iter().map(|subscription| &subscription.event);
        let ids: BTreeSet<&EventRef> = service.publishes.iter().chain(consumed).collect();
        let find =
            |id| self.events.get(id).expect("every event was linked before the IR was built");
        ids.into_iter().map(find).collect()
    }

    /// The service that publishes an event, where the specs name one; of several major versions the last.
    #[must_use]
    pub fn publisher(&self, event: &EventRef) -> Option<&Service> {
        self.services.values().rfind(|service| service.publishes.contains(event))
    }

    /// The major version of an event that comes before one, where the specs know it.
    #[must_use]
    pub fn earlier(&self, id: &EventRef) -> Option<&Event> {
        let first = EventRef { major: 0, ..id.clone() };
        self.events.range(&first..id).next_back().map(|(_, event)| event)
    }

    /// Every contract: the APIs, then the services, each sorted by name and major version.
    pub fn contracts(&self) -> impl Iterator<Item = &Api> {
        self.apis.values().chain(self.services.values().map(|service| &service.contract))
    }
}
