//! The ways to be idempotent that a server can choose from.

use super::flow::Flow;
use super::local::Local;

/// How a server sees to it that a repeated request has one effect and one answer.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Mode {
    /// For operations that only write their own store.
    Local(Local),
    /// For operations that call others.
    Flow(Flow),
}

impl From<Local> for Mode {
    fn from(local: Local) -> Self {
        Self::Local(local)
    }
}

impl From<Flow> for Mode {
    fn from(flow: Flow) -> Self {
        Self::Flow(flow)
    }
}
