//! The programs that `cargo xtask bench` starts: servers, load, callers. It pins them, watches them and compares them.

mod call;
mod cpu;
mod hand;
mod hold;
mod load;
mod sample;
mod servers;
mod shelf;

use clap::Parser;
use tokio::runtime::Builder;

/// Parts of the benchmarks of serving and calling; `cargo xtask bench` puts them together.
#[derive(Debug, Parser)]
enum Command {
    Serve(servers::Arguments),
    Load(load::Arguments),
    Call(call::Arguments),
    Tiers(call::TierArguments),
    Hold(hold::Arguments),
    /// Print the table of layers as JSON.
    Layers,
}

fn main() -> anyhow::Result<()> {
    let command = Command::parse();
    // The load has one thread: it is pinned to one core. A server and a client have what they have in production.
    let mut threads = match command {
        Command::Load(_) | Command::Hold(_) => Builder::new_current_thread(),
        _ => Builder::new_multi_thread(),
    };
    threads.enable_all().build()?.block_on(async {
        match command {
            Command::Serve(arguments) => servers::run(arguments).await,
            Command::Load(arguments) => load::run(arguments).await,
            Command::Call(arguments) => call::run(arguments).await,
            Command::Tiers(arguments) => call::run_tiers(arguments).await,
            Command::Hold(arguments) => hold::run(arguments).await,
            Command::Layers => {
                println!("{}", serde_json::to_string(servers::LAYERS)?);
                Ok(())
            }
        }
    })?;
    Ok(())
}
