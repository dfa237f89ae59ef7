//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Parser;
use tiebeam::store::Sqlite;
use tiebeam::telemetry::{Format, Logs};
use tokio::signal::unix::{SignalKind, signal};

use crate::wiring;

/// Serves the platform until it is told to stop.
#[derive(Debug, Parser)]
#[command(about)]
struct Arguments {
    /// Listen at this address; port 0 takes any that is free.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Keep appointments in this file; without it they are forgotten at the end.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Write to the standard error what this lets through: a level, or levels by target.
    #[arg(long, value_name = "FILTER", default_value = "info")]
    log: String,
}

/// Does what the arguments of this process say.
///
/// # Errors
///
/// When the file cannot be opened, or the address is taken.
pub async fn run() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    Logs::new().format(Format::Text).filter(&arguments.log)?.install()?;
    let store = match &arguments.data {
        Some(file) => {
            Sqlite::open(file).with_context(|| format!("cannot open {}", file.display()))?
        }
        None => Sqlite::in_memory()?,
    };
    let router = wiring::wire(store).await?;
    let serving = tiebeam::serve(router, arguments.listen)
        .await
        .with_context(|| format!("cannot listen at {}", arguments.listen))?;
    println!("listening at {}", serving.url());
    told_to_stop().await?;
    eprintln!("finishing what is running");
    serving.stop().await?;
    Ok(())
}

/// Waits for SIGINT or SIGTERM.
async fn told_to_stop() -> std::io::Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    Ok(())
}
