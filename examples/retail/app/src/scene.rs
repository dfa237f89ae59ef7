//! Where the story plays: everything that runs, in this process or in many, seen from outside.

use std::fmt;
use std::path::Path;

use anyhow::{Context as _, bail};
use tiebeam::Client;

use crate::children::Children;
use crate::counted::Counted;
use crate::hosts::{Host, Hosts};
use crate::node;
use crate::recorder::Crossing;
use crate::settings::{Settings, Source};
use crate::slots::{ORDER_SERVICE, SLOTS, Slot, systems};
use crate::wire;

/// Everything that runs.
#[derive(Debug)]
pub struct Scene {
    settings: Settings,
    here: Option<Hosts>,
    children: Option<Children>,
}

/// Which systems share a process. Whoever gives others one of their own names the program that runs there.
#[derive(Debug, Clone, Copy)]
pub enum Layout<'p> {
    /// All share this one.
    Together,
    /// All but the Order Service share this one.
    OrdersApart(&'p Path),
    /// None shares any.
    Apart(&'p Path),
}

impl Scene {
    /// Starts everything.
    ///
    /// # Errors
    ///
    /// When something cannot be started.
    pub async fn build(settings: &Settings, layout: Layout<'_>) -> anyhow::Result<Self> {
        let (here, children) = match layout {
            Layout::Together => (Some(node::start(settings).await?), None),
            Layout::OrdersApart(program) => {
                let children = Children::start(program, settings, &[ORDER_SERVICE.system]).await?;
                let here = node::start(&beside(settings, &children)?).await?;
                (Some(here), Some(children))
            }
            Layout::Apart(program) => {
                (None, Some(Children::start(program, settings, &systems()).await?))
            }
        };
        Ok(Self { settings: settings.clone(), here, children })
    }

    /// What was set for all of it.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Takes a service away: its process is killed, or it is stopped where it shares a process with others.
    ///
    /// # Errors
    ///
    /// When it does not run.
    pub async fn take_away(&mut self, service: &str) -> anyhow::Result<()> {
        match (&mut self.here, &mut self.children) {
            (_, Some(children)) if children.has(service) => children.kill(service).await,
            (Some(hosts), _) => hosts.stop_service(service).await,
            _ => bail!("{service} does not run"),
        }
    }

    /// Brings a service back that was taken away: on the same port, with the same store.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub async fn bring_back(&mut self, service: &str) -> anyhow::Result<()> {
        match (&mut self.here, &mut self.children) {
            (_, Some(children)) if children.has(service) => children.revive(service).await,
            (Some(hosts), _) => hosts.start_service(service).await,
            _ => bail!("{service} was not taken away"),
        }
    }

    /// The ids of the processes of which it consists.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        let here = self.here.iter().map(|_| std::process::id());
        here.chain(self.children.iter().flat_map(Children::ids)).collect()
    }

    /// A client's way to something that listens.
    ///
    /// # Errors
    ///
    /// When nothing of that name does.
    pub fn client(&self, slot: &Slot) -> anyhow::Result<Client> {
        Client::new(&self.url(slot.name)?).context("an address makes a base URL")
    }

    /// The address of something that listens, `127.0.0.1:8100`.
    ///
    /// # Errors
    ///
    /// When nothing of that name does.
    pub fn address(&self, name: &str) -> anyhow::Result<String> {
        self.url(name).map(|url| address_of(&url).to_owned())
    }

    /// What belongs to a request, wherever it was written down, in the order in which it arrived.
    ///
    /// # Errors
    ///
    /// When a recorder does not answer.
    pub async fn crossings(&self, correlation_id: &str) -> anyhow::Result<Vec<Crossing>> {
        let mut crossings = Vec::new();
        for (_, url) in self.places().into_iter().filter(|(name, _)| name == "recorder") {
            let line = format!("GET /crossings?correlationId={correlation_id}");
            let answer = wire::send(address_of(&url), &line, &[], None).await?;
            crossings.extend(serde_json::from_value::<Vec<Crossing>>(answer.json())?);
        }
        crossings.sort_by_key(|crossing| crossing.arrived);
        Ok(crossings)
    }

    /// Names what listens and does not say that it is ready.
    ///
    /// # Errors
    ///
    /// When something does not answer at all.
    pub async fn not_ready(&self) -> anyhow::Result<Vec<String>> {
        let mut names = Vec::new();
        for (name, url) in self.places() {
            let answer = wire::send(address_of(&url), "GET /health/ready", &[], None).await?;
            if answer.status != 200 {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// What all processes have counted; nothing where nobody asked for metrics.
    ///
    /// # Errors
    ///
    /// When metrics are not shown.
    pub async fn counted(&self) -> anyhow::Result<Counted> {
        let mut counted = Counted::default();
        for (_, url) in self.places().into_iter().filter(|(name, _)| name == "metrics") {
            counted.add(&wire::send(address_of(&url), "GET /metrics", &[], None).await?.body);
        }
        Ok(counted)
    }

    /// Sends a form to the side of a system of record that production does not see.
    ///
    /// # Errors
    ///
    /// When the system does not do it.
    pub async fn operate(&self, system: &str, path: &str, form: &str) -> anyhow::Result<()> {
        let address = self.address(&format!("{system}-admin"))?;
        let answer = wire::post(&address, path, form).await?;
        anyhow::ensure!(answer.status == 204, "{system} says {}: {}", answer.status, answer.body);
        Ok(())
    }

    /// Everything that a system of record remembers.
    ///
    /// # Errors
    ///
    /// When it does not answer.
    pub async fn state(&self, system: &str) -> anyhow::Result<serde_json::Value> {
        let address = self.address(&format!("{system}-admin"))?;
        Ok(wire::send(&address, "GET /state", &[], None).await?.json())
    }

    /// Ends everything and waits until it has ended.
    ///
    /// # Errors
    ///
    /// When something failed meanwhile.
    pub async fn take_down(self) -> anyhow::Result<()> {
        // From the channels down: a child of ours answers those who are here.
        let stopped = match self.here {
            Some(hosts) => hosts.stop().await,
            None => Ok(()),
        };
        match self.children {
            Some(children) => stopped.and(children.stop().await),
            None => stopped,
        }
    }

    fn url(&self, name: &str) -> anyhow::Result<String> {
        let place = self.places().into_iter().find(|(known, _)| known == name);
        place.map(|(_, url)| url).with_context(|| format!("{name} is not being served"))
    }

    /// Where everything listens: names and URLs.
    #[must_use]
    pub fn places(&self) -> Vec<(String, String)> {
        let here = self.here.iter().flat_map(Hosts::iter);
        let here = here.filter_map(|host| Host::announced(&host.to_string()));
        here.chain(self.children.iter().flat_map(Children::places).cloned()).collect()
    }
}

/// The same settings for a process that runs everything but what runs in others.
fn beside(settings: &Settings, children: &Children) -> anyhow::Result<Settings> {
    let here = systems().into_iter().filter(|system| !children.has(system));
    let only: Vec<&str> = here.collect();
    let mut settings = settings.clone().with("serve.only", &only.join(","), Source::Demonstration);
    for slot in SLOTS.iter().filter(|slot| children.has(slot.system)) {
        let url = children.places().find(|(name, _)| name == slot.name).map(|(_, url)| url);
        let url = url.with_context(|| format!("{} does not listen", slot.name))?;
        settings = settings.with(&format!("url.{}", slot.name), url, Source::Demonstration);
    }
    Ok(settings)
}

/// The address in a base URL.
fn address_of(url: &str) -> &str {
    url.trim_start_matches("http://")
}

/// A table of addresses, from the channels down.
impl fmt::Display for Scene {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for slot in SLOTS.iter().rev() {
            if let Ok(url) = self.url(slot.name) {
                writeln!(formatter, "{:<11} {:<24} {url}", slot.layer(), slot.name)?;
            }
        }
        Ok(())
    }
}
