//! `load`: which loop, and what is told of it.

use std::time::Duration;

use anyhow::Context as _;
use clap::Args;

use super::open::Phase;
use super::request::{Kind, Request};
use super::{closed, open};

/// Put load on a server and print what came of it as JSON.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Send to this address.
    address: String,
    /// Ask this.
    #[arg(long, value_enum, default_value_t = Kind::Get)]
    kind: Kind,
    /// Use so many connections; at most so many, where phases are given.
    #[arg(long, default_value_t = 64)]
    connections: u64,
    /// Keep all connections busy for so many milliseconds.
    #[arg(long, default_value_t = 2000)]
    millis: u64,
    /// Number the idempotency keys from here.
    #[arg(long, default_value_t = 0)]
    first_key: u64,
    /// Send so many requests a second for so many milliseconds instead, whether or not they are answered.
    #[arg(long = "phase", value_name = "RATE:MILLIS", value_parser = phase)]
    phases: Vec<Phase>,
}

/// Runs the load.
///
/// # Errors
///
/// When the server cannot be reached.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let request = Request::new(arguments.kind, &arguments.address);
    let text = if arguments.phases.is_empty() {
        let time = Duration::from_millis(arguments.millis);
        let (connections, first_key) = (arguments.connections, arguments.first_key);
        let report =
            closed::run(&arguments.address, &request, connections, time, first_key).await?;
        serde_json::to_string(&report)?
    } else {
        let connections = usize::try_from(arguments.connections)?;
        let reports =
            open::run(&arguments.address, &request, connections, &arguments.phases).await?;
        serde_json::to_string(&reports)?
    };
    println!("{text}");
    Ok(())
}

fn phase(text: &str) -> anyhow::Result<Phase> {
    let (rate, millis) = text.split_once(':').context("write RATE:MILLIS, for example 800:5000")?;
    let (rate, time) = (rate.parse()?, Duration::from_millis(millis.parse()?));
    Ok(Phase { rate, time })
}
