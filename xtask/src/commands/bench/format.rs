//! How figures are printed.

use clap::ValueEnum;

/// How figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// A table.
    #[default]
    Text,
    /// JSON, for machines.
    Json,
}
