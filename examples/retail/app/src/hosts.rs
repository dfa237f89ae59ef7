//! Hosts on the loopback interface, one for each API.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context as _;
use axum::Router;
use tiebeam::Client;
use tiebeam::operation::Api;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::journal::Journal;

/// Where hosts listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ports {
    /// On any ports that are free.
    Free,
    /// On this port and the ones after it.
    From(u16),
}

/// An API that is being served.
#[derive(Debug, Clone)]
pub struct Host {
    /// What is served.
    pub api: &'static Api,
    /// Where.
    pub address: SocketAddr,
}

/// All hosts; they stop when this is dropped.
#[derive(Debug)]
pub struct Hosts {
    ports: Ports,
    journal: Journal,
    hosts: Vec<Host>,
    servers: JoinSet<()>,
}

impl Hosts {
    /// No hosts yet.
    pub fn new(ports: Ports, journal: Journal) -> Self {
        Self { ports, journal, hosts: Vec::new(), servers: JoinSet::new() }
    }

    /// Serves an API on a port of its own and answers a client's way to it.
    pub async fn serve(&mut self, api: &'static Api, router: Router) -> anyhow::Result<Client> {
        let position = u16::try_from(self.hosts.len()).context("more hosts than ports")?;
        let port = match self.ports {
            Ports::Free => 0,
            Ports::From(first) => first.checked_add(position).context("no ports left")?,
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("port {port} for {}", api.name))?;
        let host = Host { api, address: listener.local_addr()? };
        let client = host.client()?;
        let router = self.journal.watch(api, router);
        self.servers.spawn(async move {
            if let Err(error) = tiebeam::serve(listener, router).await {
                eprintln!("{} stopped: {error}", api.name);
            }
        });
        self.hosts.push(host);
        Ok(client)
    }

    /// Every host, in the order in which they were started.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Host> {
        self.hosts.iter()
    }
}

impl Host {
    /// A client's way to it.
    pub fn client(&self) -> anyhow::Result<Client> {
        Client::new(&format!("http://{}", self.address)).context("a socket address is a host")
    }
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{}@{}", self.api.name, self.api.major);
        let tier = format!("{:?}", self.api.tier).to_lowercase();
        let base = format!("http://{}/v{}", self.address, self.api.major);
        write!(formatter, "{tier:<11} {name:<22} {base}")
    }
}
