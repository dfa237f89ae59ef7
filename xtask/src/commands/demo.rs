//! `demo`: generates the reference enterprise's crates, then builds and runs it, on servers of its own where it is asked
//! to.

use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::nats::{self, Server};
use crate::postgres::{self, Cluster};
use crate::report::Verdict;
use crate::servers::Ends;
use crate::{steps, workspace};

/// Generate the example, build it and run it.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Keep the data of the services in files, or in a PostgreSQL that is started for it.
    #[arg(long, value_enum, default_value_t = Store::Sqlite)]
    store: Store,
    /// Carry events in a store of the same kind, or by a NATS that is started for it.
    #[arg(long, value_enum, default_value_t = Bus::Embedded)]
    bus: Bus,
    /// Run one process for each system.
    #[arg(long)]
    distributed: bool,
    /// Keep everything running afterwards.
    #[arg(long)]
    serve: bool,
    /// Pass these arguments to the example, after `--`.
    #[arg(last = true, value_name = "ARGUMENT")]
    passed: Vec<OsString>,
}

/// Where services keep their data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Store {
    Sqlite,
    Postgres,
}

/// What carries events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Bus {
    Embedded,
    Nats,
}

/// Servers that run as long as this is kept.
struct Servers {
    cluster: Option<Cluster>,
    nats: Option<Server>,
}

/// What is said in other repositories.
const ELSEWHERE: &str = "`demo` runs the example of Tiebeam's own repository; yours is run by `cargo run` in the workspace of its app";

/// Runs the command.
///
/// # Errors
///
/// When a program cannot be started, or a server is neither there nor can be installed.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::tiebeam(ELSEWHERE)?;
    let generated = steps::xtask(&root, &["generate"])?;
    if !generated.success() {
        return Ok(Verdict::Findings);
    }
    let mut build = steps::cargo(&root);
    let example = ["--manifest-path", "examples/retail/Cargo.toml", "--package", "retail"];
    if !steps::start(build.arg("build").args(example))?.success() {
        return Ok(Verdict::Findings);
    }
    let mut demo = steps::cargo(&root);
    demo.args(["run", "--quiet"]).args(example).args(["--", "demo"]);
    demo.args(arguments.passed_on());
    // From here on a signal ends the example first and then us, so nothing that we started outlives us.
    let signals = steps::Signals::take()?;
    let servers = Servers::start(arguments)?;
    servers.tell(&mut demo);
    let ended = signals.wait_for(&mut demo)?;
    drop(servers);
    Ok(if ended.success() { Verdict::Clean } else { Verdict::Findings })
}

impl Arguments {
    /// What the example is told.
    fn passed_on(&self) -> Vec<OsString> {
        let flags = [("--distributed", self.distributed), ("--serve", self.serve)];
        let flags = flags.into_iter().filter(|(_, is_wanted)| *is_wanted);
        flags.map(|(flag, _)| flag.into()).chain(self.passed.iter().cloned()).collect()
    }
}

impl Servers {
    /// Starts those that are asked for.
    fn start(arguments: &Arguments) -> Result<Self> {
        let cluster = match arguments.store {
            Store::Sqlite => None,
            Store::Postgres => Some(Cluster::start(&postgres::find_or_install()?, Ends::WhenTold)?),
        };
        let nats = match arguments.bus {
            Bus::Embedded => None,
            Bus::Nats => Some(Server::start(nats::find_or_install()?, Ends::WhenTold)?),
        };
        Ok(Self { cluster, nats })
    }

    /// Tells the example where they are.
    fn tell(&self, demo: &mut Command) {
        if let Some(cluster) = &self.cluster {
            demo.env("RETAIL_STORE_KIND", "postgres").env("RETAIL_STORE_URL", cluster.url());
        }
        if let Some(nats) = &self.nats {
            demo.env("RETAIL_BUS_KIND", "nats").env("RETAIL_BUS_URL", nats.url());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use clap::Parser;

    use super::Arguments;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        arguments: Arguments,
    }

    fn passed_on(line: &[&str]) -> Result<Vec<OsString>, clap::Error> {
        let words = std::iter::once(&"demo").chain(line);
        Line::try_parse_from(words).map(|line| line.arguments.passed_on())
    }

    #[test]
    fn what_is_not_about_servers_is_passed_on() {
        for (line, expected) in [
            (&[][..], &[][..]),
            (&["--store", "postgres", "--bus", "nats"], &[]),
            (&["--serve", "--bus", "nats", "--distributed"], &["--distributed", "--serve"]),
            (&["--", "--config", "shop.toml"], &["--config", "shop.toml"]),
        ] {
            assert_eq!(passed_on(line).expect("it is allowed"), expected, "{line:?}");
        }
        for line in [&["--store", "memory"][..], &["--bus", "kafka"], &["--config", "shop.toml"]] {
            assert!(passed_on(line).is_err(), "{line:?}");
        }
    }
}
