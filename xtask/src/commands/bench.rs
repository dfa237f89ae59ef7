//! `bench`: measures, and prints every figure as a ratio to a floor of the same run.

mod corpus;
mod floor;
mod generate;
mod measure;

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
}

/// Runs one benchmark.
///
/// # Errors
///
/// When files cannot be written or the generator fails on the synthetic enterprise.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    match &arguments.what {
        What::Generate(arguments) => generate::run(arguments),
    }
}
