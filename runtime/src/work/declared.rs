//! What an operation or a handler declares to emit.

use crate::event::{Definition, Event};

/// Declares what is emitted.
///
/// Generated for each operation of a service, and for each handler of what it subscribes to.
pub trait Declares: Send + Sync + 'static {
    /// Every event that may be emitted.
    const EVENTS: &'static [Declared];
}

/// An event that may be emitted.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    /// What is known of it.
    pub event: fn() -> &'static Definition,
    /// Whether it must be.
    pub must: Must,
}

impl Declared {
    /// An event that must be emitted.
    #[must_use]
    pub const fn always<E: Event>() -> Self {
        Self { event: E::definition, must: Must::Always }
    }

    /// An event that may be emitted.
    #[must_use]
    pub const fn sometimes<E: Event>() -> Self {
        Self { event: E::definition, must: Must::Sometimes }
    }
}

/// Whether a declared event must be emitted where the work succeeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Must {
    /// It must: `emits: [OrderCreated]`.
    Always,
    /// It may: `emits: [OrderCreated?]`.
    Sometimes,
}

/// Declares that one event is emitted.
#[diagnostic::on_unimplemented(
    message = "`{E}` is not declared here, so it cannot be emitted",
    label = "not among the events that are declared",
    note = "add it to `emits:` of the operation or the subscription in the spec, and run `cargo xtask generate`"
)]
pub trait Emits<E: Event>: Declares {}

/// Declares nothing: there is a transaction, and no event.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nothing;

impl Declares for Nothing {
    const EVENTS: &'static [Declared] = &[];
}
