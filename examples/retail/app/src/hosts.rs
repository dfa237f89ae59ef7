//! Hosts: everything in this process that listens.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use tiebeam::Client;
use tiebeam::http::Serving;

use crate::recorder::Recorder;
use crate::settings::Settings;
use crate::slots::Slot;
use crate::way::Way;

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
}

impl Hosts {
    /// Nothing yet, except for the recorder where one is wanted.
    pub(crate) async fn new(settings: &Settings) -> anyhow::Result<Self> {
        let mut hosts = Self { settings: settings.clone(), recorder: None, running: Vec::new() };
        if settings.flag("serve.recorder") {
            let recorder = Recorder::default();
            hosts.listen("recorder".to_owned(), 0, recorder.router()).await?;
            hosts.recorder = Some(recorder);
        }
        Ok(hosts)
    }

    /// The way to an API: serves it and calls it directly where it runs here, and through its client where it runs
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
        let Some(url) = self.settings.url(slot) else { return Ok(None) };
        let http = Client::new(&url).with_context(|| format!("the address of {}", slot.name))?;
        Ok(Some(Way::Elsewhere(client(http))))
    }

    /// Serves a slot on its port.
    pub(crate) async fn serve(
        &mut self,
        slot: &'static Slot,
        router: Router,
    ) -> anyhow::Result<()> {
        let router = match &self.recorder {
            Some(recorder) => recorder.watch(slot, router),
            None => router,
        };
        self.listen(slot.name.to_owned(), self.settings.port(slot), router).await
    }

    /// Serves something that belongs to a slot and not to production, on any port.
    pub(crate) async fn serve_beside(&mut self, slot: &Slot, router: Router) -> anyhow::Result<()> {
        self.listen(format!("{}-admin", slot.name), 0, router).await
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
            Ok(())
        };
        tokio::time::timeout(GRACE, stopping)
            .await
            .with_context(|| format!("some requests took longer than {GRACE:?}"))?
    }

    async fn listen(&mut self, name: String, port: u16, router: Router) -> anyhow::Result<()> {
        let address = (self.settings.host(), port);
        let serving = tiebeam::serve(router, address).await;
        let serving =
            serving.with_context(|| format!("cannot listen on port {port} for {name}"))?;
        self.running.push(Host { name, serving });
        Ok(())
    }
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
