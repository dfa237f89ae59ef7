//! The commands of Tiebeam as a library, so that a platform of your own can carry them.
//!
//! A repository has an `xtask` whose `main` is one call of [`run`], and a test that is one call of
//! [`assert_in_step`].

mod allocator;
mod artifacts;
mod cli;
mod clock;
mod commands;
mod in_step;
mod nats;
mod packages;
mod platform;
mod postgres;
mod progress;
mod report;
mod servers;
mod steps;
mod sync;
mod tidy;
mod workspace;
mod workspaces;

pub use cli::run;
pub use in_step::assert_in_step;
