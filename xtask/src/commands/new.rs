//! `new`: something to start from, which passes as it is; nothing that exists is overwritten.

mod files;
mod implementation;
mod name;
mod platform;
mod spec;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::report::Verdict;

/// Write something to start from: a spec, an implementation, a platform.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

/// What is written.
#[derive(Debug, Subcommand)]
enum What {
    /// Write the spec of an API of one of the three tiers.
    Api(spec::ApiArguments),
    /// Write the spec of the canonical models of a domain.
    Models(spec::Arguments),
    /// Write the spec of the events of a domain.
    Events(spec::Arguments),
    /// Write the spec of a domain service.
    Service(spec::Arguments),
    Implementation(implementation::Arguments),
    Platform(platform::Arguments),
}

/// Runs the command.
///
/// # Errors
///
/// When what is to be written is there already, has an impossible name, or cannot be written.
pub fn run(arguments: &Arguments) -> Result<Verdict> {
    match &arguments.what {
        What::Api(arguments) => spec::api(arguments),
        What::Models(arguments) => spec::models(arguments),
        What::Events(arguments) => spec::events(arguments),
        What::Service(arguments) => spec::service(arguments),
        What::Implementation(arguments) => implementation::run(arguments),
        What::Platform(arguments) => platform::run(arguments),
    }
}
