//! `bench overload`: what a server does when it is asked for more than it can, and what callers that misbehave cost it.

mod flood;
mod memory;

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use super::format::Format;
use super::programs::Programs;
use crate::report::Verdict;
use crate::workspace;

/// Measure what a server does under four times the load that it can bear, and under callers that misbehave.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Keep each load up for so long.
    #[arg(long, value_name = "SECONDS", default_value_t = 5.0)]
    seconds: f64,
    /// Let so many requests be under way at once.
    #[arg(long, value_name = "NUMBER", default_value_t = 4096)]
    connections: u32,
    /// Print it like this.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Serialize)]
struct Told {
    floods: Vec<flood::Told>,
    memory: Vec<memory::Told>,
}

/// Runs the benchmark.
///
/// # Errors
///
/// When a server cannot be built, started or asked.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let root = workspace::root()?;
    let programs = Programs::build(&root)?;
    let told = Told {
        floods: flood::measure(&programs, arguments.seconds, arguments.connections)?,
        memory: memory::measure(&programs)?,
    };
    if let Format::Json = arguments.format {
        println!("{}", serde_json::to_string_pretty(&told)?);
        return Ok(Verdict::Clean);
    }
    println!("overload: {}", programs.pinning().told());
    flood::print(&told.floods);
    memory::print(&told.memory);
    Ok(Verdict::Clean)
}
