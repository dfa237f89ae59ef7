//! Where the story plays: everything that runs, in this process or in many, seen from outside.

use std::fmt;
use std::path::Path;

use anyhow::Context as _;
use tiebeam::Client;

use crate::children::Children;
use crate::counted::Counted;
use crate::hosts::{Host, Hosts};
use crate::node;
use crate::recorder::Crossing;
use crate::settings::Settings;
use crate::slots::{SLOTS, Slot};
use crate::wire;

/// Everything that runs.
#[derive(Debug)]
pub struct Scene {
    running: Running,
}

#[derive(Debug)]
enum Running {
    Here(Hosts),
    InProcesses(Children),
}

impl Scene {
    /// Starts everything: in this process, or with a program for a process of each system.
    ///
    /// # Errors
    ///
    /// When something cannot be started.
    pub async fn build(settings: &Settings, program: Option<&Path>) -> anyhow::Result<Self> {
        if let Some(program) = program {
            let children = Children::start(program, settings).await?;
            return Ok(Self { running: Running::InProcesses(children) });
        }
        Ok(Self { running: Running::Here(node::start(settings).await?) })
    }

    /// Takes a service away: its process is killed, or it is stopped where it shares a process with others.
    ///
    /// # Errors
    ///
    /// When it does not run.
    pub async fn take_away(&mut self, service: &str) -> anyhow::Result<()> {
        match &mut self.running {
            Running::Here(hosts) => hosts.stop_service(service).await,
            Running::InProcesses(children) => children.kill(service).await,
        }
    }

    /// Brings a service back that was taken away: on the same port, with the same store.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub async fn bring_back(&mut self, service: &str) -> anyhow::Result<()> {
        match &mut self.running {
            Running::Here(hosts) => hosts.start_service(service).await,
            Running::InProcesses(children) => children.revive(service).await,
        }
    }

    /// The ids of the processes of which it consists, besides this one.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        match &self.running {
            Running::Here(_) => Vec::new(),
            Running::InProcesses(children) => children.ids().collect(),
        }
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
        match self.running {
            Running::Here(hosts) => hosts.stop().await,
            Running::InProcesses(children) => children.stop().await,
        }
    }

    fn url(&self, name: &str) -> anyhow::Result<String> {
        let place = self.places().into_iter().find(|(known, _)| known == name);
        place.map(|(_, url)| url).with_context(|| format!("{name} is not being served"))
    }

    /// Where everything listens: names and URLs.
    #[must_use]
    pub fn places(&self) -> Vec<(String, String)> {
        match &self.running {
            Running::Here(hosts) => {
                hosts.iter().filter_map(|host| Host::announced(&host.to_string())).collect()
            }
            Running::InProcesses(children) => children.places().cloned().collect(),
        }
    }
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
                writeln!(formatter, "{:<11} {:<23} {url}", slot.layer(), slot.name)?;
            }
        }
        Ok(())
    }
}
