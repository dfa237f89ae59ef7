//! `bench`: measures, and prints every figure as a ratio to something of the same run.

mod call;
mod corpus;
mod events;
mod floor;
mod format;
mod generate;
mod load;
mod measure;
mod overload;
mod process;
mod programs;
mod ratio;
mod serve;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Verdict;

/// Measure something against a floor of the same run.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

/// What is measured.
#[derive(Debug, Subcommand)]
enum What {
    Generate(generate::Arguments),
    Serve(serve::Arguments),
    Call(call::Arguments),
    Overload(overload::Arguments),
    Events(events::Arguments),
}

/// Runs one benchmark.
///
/// # Errors
///
/// When files cannot be written, or what is measured cannot be built or fails.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    match &arguments.what {
        What::Generate(arguments) => generate::run(arguments),
        What::Serve(arguments) => serve::run(arguments),
        What::Call(arguments) => call::run(arguments),
        What::Overload(arguments) => overload::run(arguments),
        What::Events(arguments) => events::run(arguments),
    }
}
