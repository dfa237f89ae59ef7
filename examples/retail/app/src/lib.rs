//! The reference enterprise on one machine.
//!
//! [`node`] wires every system, or some of them, in one process: what is here is called as a function or through its
//! routes, what is elsewhere through its generated client over HTTP. [`Settings`] say which, and [`Scene`] is everything that runs, seen from outside: in
//! one process or in one for each system, it looks the same. The demonstration is a story that is told in front of it.

mod auditor;
mod bus;
mod children;
mod cli;
mod counted;
mod hosts;
mod listener;
mod migrations;
pub mod node;
mod recorder;
mod report;
mod scene;
mod services;
pub mod settings;
pub mod slots;
mod stores;
mod story;
mod switch;
mod watching;
mod way;
mod wire;
mod working;

pub use cli::run;
pub use counted::Counted;
pub use hosts::{Host, Hosts};
pub use recorder::{Crossing, Recorder};
pub use scene::{Layout, Scene};
pub use settings::Settings;
pub use story::tell;
pub use way::Way;
pub use wire::{Answer, post, send};
pub use working::{SUBSCRIPTIONS, topics};
