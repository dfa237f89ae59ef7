//! The command line: `serve`, `demo`, `settings`, `migrations`.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::ensure;
use clap::{Args, Parser, Subcommand, ValueEnum};
use tiebeam::store::Database;
use tokio::io::AsyncReadExt as _;
use tokio::signal::unix::{SignalKind, signal};

use crate::scene::{Layout, Scene};
use crate::settings::{Settings, Source};
use crate::{migrations, node, story, watching};

/// The line after which everything listens.
pub const READY: &str = "ready";

/// Runs the reference enterprise on this machine.
#[derive(Debug, Parser)]
#[command(name = "retail", about, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run every system, or some of them, until interrupted or told to end.
    Serve(Serve),
    /// Tell the day of a shop through the experience APIs, and check it.
    Demo(Demo),
    /// Show every setting that is in force and where it came from.
    Settings(Place),
    /// Show the SQL that makes the tables of the runtime, for whoever makes them beforehand.
    Migrations(Migrations),
}

#[derive(Debug, Args)]
struct Migrations {
    /// The database that it is for.
    #[arg(long)]
    dialect: Dialect,
    /// Write a file for each step into this directory instead.
    #[arg(long, value_name = "DIRECTORY")]
    into: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Dialect {
    Postgres,
    Sqlite,
}

#[derive(Debug, Args)]
struct Place {
    /// Read settings from this TOML file.
    #[arg(long, value_name = "FILE", env = "RETAIL_CONFIG")]
    config: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Serve {
    /// Run this system and no other; may be given several times.
    #[arg(long, value_name = "SYSTEM")]
    only: Vec<String>,
    /// Listen on this port and the ones after it; 0 takes any that are free.
    #[arg(long, value_name = "PORT")]
    first_port: Option<u16>,
    /// End when the standard input ends, as a child of another process does.
    #[arg(long, hide = true)]
    until_input_ends: bool,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct Demo {
    /// Keep everything running afterwards.
    #[arg(long)]
    serve: bool,
    /// Run one process for each system.
    #[arg(long)]
    distributed: bool,
    #[command(flatten)]
    place: Place,
}

/// Does what the arguments of this process say: 0 when all is well, 1 when the story did not go as expected, 2 when
/// it could not be told.
pub async fn run() -> u8 {
    let outcome = match Cli::parse().command {
        Command::Serve(arguments) => serve(&arguments).await,
        Command::Demo(arguments) => demo(&arguments).await,
        Command::Settings(place) => {
            settings(&place, &[]).map(|settings| show(&settings)).map(|()| true)
        }
        Command::Migrations(Migrations { dialect, into }) => {
            let database = match dialect {
                Dialect::Postgres => Database::Postgres,
                Dialect::Sqlite => Database::Sqlite,
            };
            migrations::tell(database, into.as_deref()).map(|()| true)
        }
    };
    match outcome {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(error) => {
            eprintln!("retail: {error:#}");
            2
        }
    }
}

async fn serve(arguments: &Serve) -> anyhow::Result<bool> {
    let mut overrides = Vec::new();
    if !arguments.only.is_empty() {
        overrides.push(("serve.only", arguments.only.join(","), Source::CommandLine));
    }
    if let Some(port) = arguments.first_port {
        overrides.push(("serve.first-port", port.to_string(), Source::CommandLine));
    }
    let settings = settings(&arguments.place, &overrides)?;
    show(&settings);
    watching::log(&settings)?;
    let hosts = node::start(&settings).await?;
    for host in hosts.iter() {
        println!("{host}");
    }
    println!("{READY}");
    std::io::stdout().flush()?;
    if arguments.until_input_ends {
        tokio::select! {
            () = input_ends() => {}
            told = told_to_end() => told?,
        }
    } else {
        told_to_end().await?;
        eprintln!("finishing what is running");
    }
    hosts.stop().await?;
    Ok(true)
}

async fn demo(arguments: &Demo) -> anyhow::Result<bool> {
    // Everything on free ports, with a recorder, metrics and a hand on the backends; and nobody waits long for a lost
    // answer, or for somebody who died.
    let needs = [
        ("serve.first-port", "0"),
        ("serve.recorder", "true"),
        ("serve.metrics-port", "0"),
        ("simulation.admin", "true"),
        ("serve.only", ""),
        ("payco.timeout-ms", "1000"),
        ("bus.ack-wait-ms", "2000"),
        ("outbox.lease-ms", "2000"),
    ];
    let needs = needs.map(|(name, value)| (name, value.to_owned(), Source::Demonstration));
    let settings = settings(&arguments.place, &needs)?;
    // The story is what is to be read, unless somebody wants the log as well; and a server that nobody tuned has room
    // for so many connections.
    let wishes = [("log.format", "off"), ("store.connections", "4")];
    let wishes = wishes.into_iter().filter(|(name, _)| settings.is_default(name));
    let settings = wishes.fold(settings.clone(), |settings, (name, value)| {
        settings.with(name, value, Source::Demonstration)
    });
    watching::log(&settings)?;
    ensure!(
        settings.text("store.kind") != "memory",
        "the story is about data that stays: set `store.kind` to sqlite or postgres"
    );
    // Unless somebody wants to keep it, everything is new at the beginning and gone at the end.
    let directory = tempfile::Builder::new().prefix("retail-").tempdir()?;
    let settings = match directory.path().to_str() {
        Some(path) if settings.is_default("store.directory") => {
            settings.with("store.directory", path, Source::Demonstration)
        }
        _ => settings,
    };
    let program = std::env::current_exe()?;
    let layout =
        if arguments.distributed { Layout::Apart(&program) } else { Layout::OrdersApart(&program) };
    let mut scene = Scene::build(&settings, layout).await?;
    let outcome = tokio::select! {
        outcome = story::tell(&mut scene) => outcome,
        told = told_to_end() => told.map(|()| false),
    };
    if arguments.serve && matches!(outcome, Ok(true)) {
        println!("\nEverything keeps running; interrupt to stop.\n\n{scene}");
        told_to_end().await?;
    }
    scene.take_down().await?;
    outcome
}

/// Reads the settings from wherever they are.
fn settings(place: &Place, overrides: &[(&str, String, Source)]) -> anyhow::Result<Settings> {
    let environment = std::env::vars_os().filter_map(|(name, value)| {
        Some((name.into_string().ok()?, value.to_string_lossy().into_owned()))
    });
    Ok(Settings::read(place.config.as_deref(), environment, overrides)?)
}

fn show(settings: &Settings) {
    println!("{settings}");
}

/// Waits for SIGINT or SIGTERM.
async fn told_to_end() -> anyhow::Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    Ok(())
}

/// Waits until nobody can write to the standard input any more.
async fn input_ends() {
    let mut buffer = [0; 64];
    let mut input = tokio::io::stdin();
    while matches!(input.read(&mut buffer).await, Ok(length) if length > 0) {}
}
