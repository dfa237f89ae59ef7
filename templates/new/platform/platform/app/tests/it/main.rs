//! The platform as its channels see it, over HTTP in memory.

mod visits;
mod website;
