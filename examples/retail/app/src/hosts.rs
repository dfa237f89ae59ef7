//! Hosts: everything in this process that listens.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::http::Uri;
use tiebeam::bus::EventBus;
use tiebeam::http::{Health, Listener, Serving};
use tiebeam::idempotency::Flow;
use tiebeam::store::Store;
use tiebeam::{Client, Server};

use crate::bus;
use crate::recorder::Recorder;
use crate::services::{Open, Opened};
use crate::settings::Settings;
use crate::slots::Slot;
use crate::stores;
use crate::switch::Switch;
use crate::watching;
use crate::way::Way;
use crate::working::Working;

/// Where metrics are shown: to this machine, whoever may call the APIs.
const LOOPBACK: &str = "127.0.0.1";

/// How long requests that are running may take when everything ends.
const GRACE: Duration = Duration::from_secs(20);

/// Something that listens; it stops when this is dropped.
#[derive(Debug)]
pub struct Host {
    /// What it is called: the name of a slot, or what belongs to one.
    pub name: String,
    serving: Serving,
}

/// Everything that listens, in the order in which it was started.
#[derive(Debug)]
pub struct Hosts {
    settings: Settings,
    recorder: Option<Recorder>,
    running: Vec<Host>,
    /// Opened with the first service.
    bus: Option<Arc<dyn EventBus>>,
    services: Vec<Service>,
}

/// A service of this process, which can be stopped and started again.
struct Service {
    slot: &'static Slot,
    open: Open,
    /// What others in this process hold on to.
    switch: Switch,
    /// Where it listened among all hosts, and on which port, while it is stopped.
    stopped: Option<(usize, u16)>,
    /// What it does without being asked, while it runs.
    working: Option<Working>,
}

impl fmt::Debug for Service {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Service").field("slot", &self.slot.name).finish_non_exhaustive()
    }
}

impl Hosts {
    /// Nothing yet, except for the metrics and the recorder where they are wanted.
    pub(crate) async fn new(settings: &Settings) -> anyhow::Result<Self> {
        let mut hosts = Self {
            settings: settings.clone(),
            recorder: None,
            running: Vec::new(),
            bus: None,
            services: Vec::new(),
        };
        // Before anything is served or called: who counted before would go on counting for nobody.
        if let Some(port) = settings.metrics_port() {
            let router = watching::metrics()?.router();
            let host = listen("metrics", (LOOPBACK, port), router, Health::new()).await?;
            hosts.running.push(host);
        }
        if settings.flag("serve.recorder") {
            let recorder = Recorder::default();
            hosts.add("recorder", 0, recorder.router(), Health::new()).await?;
            hosts.recorder = Some(recorder);
        }
        Ok(hosts)
    }

    /// The way to a system API: serves it and calls it directly where it runs here, and through its client where it runs
    /// elsewhere; nothing where nobody knows where it runs.
    pub(crate) async fn way<T, C>(
        &mut self,
        slot: &'static Slot,
        make: impl FnOnce(&Settings) -> anyhow::Result<T>,
        router: impl FnOnce(Arc<T>) -> Router,
        client: impl FnOnce(Client) -> C,
    ) -> anyhow::Result<Option<Way<T, C>>> {
        if self.settings.runs(slot.system) {
            let api = Arc::new(make(&self.settings)?);
            self.serve(slot, router(Arc::clone(&api))).await?;
            return Ok(Some(Way::Here(api, self.recorder.clone())));
        }
        Ok(self.elsewhere(slot)?.map(|http| Way::Elsewhere(client(http))))
    }

    /// The way to an API whose operations call others and take a key: its routes where it runs here, with a store of its
    /// own for its answers, and HTTP where it runs elsewhere; nothing where nobody knows where it runs.
    pub(crate) async fn flow<T: Send + Sync + 'static>(
        &mut self,
        slot: &'static Slot,
        make: impl FnOnce() -> anyhow::Result<Server<T>>,
    ) -> anyhow::Result<Option<Client>> {
        if !self.settings.runs(slot.system) {
            return self.elsewhere(slot);
        }
        let server = make()?;
        let store = stores::open(&self.settings, slot.name).await?;
        store.migrate().await.with_context(|| format!("cannot start {}", slot.name))?;
        let router = server.idempotent(Flow::new(Arc::clone(&store))).into_router();
        let router = self.watched(slot, router);
        let port = self.settings.port(slot);
        self.add(slot.name, port, router.clone(), ready_with(store)).await?;
        Ok(Some(Client::of_router(router)))
    }

    /// The way to a service: its routes where it runs here, and HTTP where it runs elsewhere; nothing where nobody
    /// knows where it runs.
    pub(crate) async fn service(
        &mut self,
        slot: &'static Slot,
        open: impl FnOnce() -> anyhow::Result<Open>,
    ) -> anyhow::Result<Option<Client>> {
        if !self.settings.runs(slot.system) {
            return self.elsewhere(slot);
        }
        let open = open()?;
        let (switch, place) = (Switch::default(), self.running.len());
        let stopped = Some((place, self.settings.port(slot)));
        let service = Service { slot, open, switch: switch.clone(), stopped, working: None };
        self.services.push(service);
        self.start_service(slot.system).await?;
        Ok(Some(Client::of_router(switch.router())))
    }

    /// Stops a service of this process and closes its store; nobody reaches it until it is started again.
    ///
    /// # Errors
    ///
    /// When it does not run here, or failed before.
    pub async fn stop_service(&mut self, system: &str) -> anyhow::Result<()> {
        let service = self.services.iter_mut().find(|service| service.slot.system == system);
        let service = service.with_context(|| format!("{system} is no service of this process"))?;
        let place = self.running.iter().position(|host| host.name == service.slot.name);
        let place = place.with_context(|| format!("{system} does not run"))?;
        service.switch.off();
        let working = service.working.take();
        let host = self.running.remove(place);
        service.stopped = Some((place, host.address().port()));
        host.serving.stop().await.with_context(|| format!("{} failed", host.name))?;
        if let Some(working) = working {
            working.stop().await;
        }
        Ok(())
    }

    /// Starts a service again, on its store and its port.
    ///
    /// # Errors
    ///
    /// When it does not run here, its store cannot be opened, or the port was taken meanwhile.
    pub async fn start_service(&mut self, system: &str) -> anyhow::Result<()> {
        let index = self.services.iter().position(|service| service.slot.system == system);
        let index = index.with_context(|| format!("{system} is no service of this process"))?;
        let Service { slot, open, stopped, .. } = &self.services[index];
        let Some((place, port)) = *stopped else { return Ok(()) };
        let (slot, open) = (*slot, Arc::clone(open));
        let store = stores::open(&self.settings, system).await?;
        let bus = self.bus().await?;
        let opened = open(Arc::clone(&store), bus).await;
        let Opened { router, mut working } =
            opened.with_context(|| format!("cannot start {system}"))?;
        working.publish(self.settings.millis("outbox.lease-ms"));
        let router = self.watched(slot, router);
        let address = (self.settings.host(), port);
        let host = listen(slot.name, address, router.clone(), ready_with(store)).await?;
        self.running.insert(place, host);
        let service = &mut self.services[index];
        service.stopped = None;
        service.working = Some(working);
        service.switch.on(router);
        Ok(())
    }

    /// Serves a slot on its port.
    pub(crate) async fn serve(
        &mut self,
        slot: &'static Slot,
        router: Router,
    ) -> anyhow::Result<()> {
        let router = self.watched(slot, router);
        self.add(slot.name, self.settings.port(slot), router, Health::new()).await
    }

    /// Serves something that belongs to a slot and not to production, on any port.
    pub(crate) async fn serve_beside(&mut self, slot: &Slot, router: Router) -> anyhow::Result<()> {
        self.add(&format!("{}-admin", slot.name), 0, router, Health::new()).await
    }

    /// Where something listens in this process.
    #[must_use]
    pub fn url(&self, name: &str) -> Option<String> {
        let host = self.running.iter().find(|host| host.name == name)?;
        Some(host.serving.url())
    }

    /// Where a slot is, here or elsewhere, as far as anybody knows.
    #[must_use]
    pub fn place(&self, slot: &Slot) -> Option<String> {
        self.url(slot.name).or_else(|| self.settings.url(slot))
    }

    /// Where callers find an API: the address that was set for it, or else the one on which it listens here.
    pub(crate) fn base(&self, slot: &Slot) -> Option<Uri> {
        let host = self.running.iter().find(|host| host.name == slot.name);
        base(self.settings.address(slot), host.map(Host::address), slot.api?.major)
    }

    /// Everything that listens.
    pub fn iter(&self) -> impl Iterator<Item = &Host> {
        self.running.iter()
    }

    /// Takes no more requests and finishes those that are running, from the channels down, so that whoever is still
    /// at work finds what it needs.
    ///
    /// # Errors
    ///
    /// When a host failed before, or a request is not finished in time.
    pub async fn stop(self) -> anyhow::Result<()> {
        let stopping = async {
            for host in self.running.into_iter().rev() {
                host.serving.stop().await.with_context(|| format!("{} failed", host.name))?;
            }
            for working in self.services.into_iter().filter_map(|service| service.working) {
                working.stop().await;
            }
            Ok(())
        };
        tokio::time::timeout(GRACE, stopping)
            .await
            .with_context(|| format!("some requests took longer than {GRACE:?}"))?
    }

    /// The bus, opened where it is not yet.
    async fn bus(&mut self) -> anyhow::Result<Arc<dyn EventBus>> {
        if let Some(bus) = &self.bus {
            return Ok(Arc::clone(bus));
        }
        let bus = bus::open(&self.settings).await?;
        Ok(Arc::clone(self.bus.insert(bus)))
    }

    /// A client for what runs elsewhere; nothing where nobody knows where.
    fn elsewhere(&self, slot: &Slot) -> anyhow::Result<Option<Client>> {
        let Some(url) = self.settings.url(slot) else { return Ok(None) };
        let client = Client::new(&url).with_context(|| format!("the address of {}", slot.name))?;
        Ok(Some(client))
    }

    fn watched(&self, slot: &'static Slot, router: Router) -> Router {
        match &self.recorder {
            Some(recorder) => recorder.watch(slot, router),
            None => router,
        }
    }

    async fn add(
        &mut self,
        name: &str,
        port: u16,
        router: Router,
        health: Health,
    ) -> anyhow::Result<()> {
        let host = listen(name, (self.settings.host(), port), router, health).await?;
        self.running.push(host);
        Ok(())
    }
}

async fn listen(
    name: &str,
    (host, port): (&str, u16),
    router: Router,
    health: Health,
) -> anyhow::Result<Host> {
    let serving = Listener::new().health(health).serve(router, (host, port)).await;
    let serving = serving.with_context(|| format!("cannot listen on port {port} for {name}"))?;
    Ok(Host { name: name.to_owned(), serving })
}

/// What may be told to callers of where an API is; an address that means all of a machine's leads them nowhere.
fn base(set: Option<&str>, listening: Option<SocketAddr>, major: u32) -> Option<Uri> {
    let listening = listening.filter(|address| !address.ip().is_unspecified());
    let url = set.map(str::to_owned).or_else(|| Some(format!("http://{}", listening?)))?;
    format!("{}/v{major}", url.trim_end_matches('/')).parse().ok()
}

/// A host cannot do without its store.
fn ready_with(store: Arc<dyn Store>) -> Health {
    Health::new().store("store", store)
}

impl Host {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.serving.address()
    }
}

/// What [`Host::announced`] reads again: `serving order-process-v2 at http://127.0.0.1:8112`.
impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "serving {} at {}", self.name, self.serving.url())
    }
}

impl Host {
    /// The name and the URL of a host that another process announces.
    #[must_use]
    pub fn announced(line: &str) -> Option<(String, String)> {
        let (name, url) = line.strip_prefix("serving ")?.split_once(" at ")?;
        Some((name.to_owned(), url.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn callers_are_told_an_address_that_leads_somewhere() {
        let set = Some("http://api.example/orders/");
        for (set, listening, expected) in [
            (set, Some("127.0.0.1:8112"), Some("http://api.example/orders/v2")),
            (set, Some("0.0.0.0:8112"), Some("http://api.example/orders/v2")),
            (None, Some("127.0.0.1:8112"), Some("http://127.0.0.1:8112/v2")),
            (None, Some("0.0.0.0:8112"), None),
            (None, Some("[::]:8112"), None),
            (None, None, None),
        ] {
            let address = listening.map(|text| text.parse().expect("it is an address"));
            let told = base(set, address, 2).map(|url| url.to_string());
            assert_eq!(told.as_deref(), expected, "{set:?} {listening:?}");
        }
    }
}
