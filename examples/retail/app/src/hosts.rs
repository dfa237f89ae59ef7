//! Hosts on the loopback interface, one for each API.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context as _;
use axum::Router;
use serde_json::Value;
use tiebeam::Client;
use tiebeam::http::Serving;
use tiebeam::operation::{Api, Tier};

use crate::journal::Journal;
use crate::wire;

/// Where hosts listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ports {
    /// On any ports that are free.
    Free,
    /// On this port and the ones after it.
    From(u16),
}

/// An API that is being served; it stops when this is dropped.
#[derive(Debug)]
pub struct Host {
    /// What is served.
    pub api: &'static Api,
    serving: Serving,
}

/// All hosts.
#[derive(Debug)]
pub struct Hosts {
    ports: Ports,
    journal: Journal,
    running: Vec<Host>,
}

impl Hosts {
    /// No hosts yet.
    pub fn new(ports: Ports, journal: Journal) -> Self {
        Self { ports, journal, running: Vec::new() }
    }

    /// Serves an API on a port of its own and answers a client's way to it.
    pub async fn serve(&mut self, api: &'static Api, router: Router) -> anyhow::Result<Client> {
        let position = u16::try_from(self.running.len()).context("more hosts than ports")?;
        let port = match self.ports {
            Ports::Free => 0,
            Ports::From(first) => first.checked_add(position).context("no ports left")?,
        };
        let router = self.journal.watch(api, router);
        let serving = tiebeam::serve(router, (Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("port {port} for {}", api.name))?;
        let host = Host { api, serving };
        let client = host.client()?;
        self.running.push(host);
        Ok(client)
    }

    /// Every host, in the order in which they were started.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Host> {
        self.running.iter()
    }
}

impl Host {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.serving.address()
    }

    /// A client's way to it.
    ///
    /// # Errors
    ///
    /// Never: a socket address makes a base URL.
    pub fn client(&self) -> anyhow::Result<Client> {
        Client::new(&self.serving.url()).context("a socket address makes a base URL")
    }

    /// The `OpenAPI` document that it serves.
    ///
    /// # Errors
    ///
    /// When it does not answer.
    pub async fn document(&self) -> anyhow::Result<Value> {
        let address = self.address().to_string();
        Ok(wire::send(&address, "GET /openapi.json", &[], None).await?.json())
    }
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{}@{}", self.api.name, self.api.major);
        let tier = tier(self.api.tier);
        write!(formatter, "{tier:<11} {name:<22} {}/v{}", self.serving.url(), self.api.major)
    }
}

/// A tier in a word.
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Experience => "experience",
        Tier::Process => "process",
        Tier::System => "system",
        Tier::Service => "service",
    }
}
