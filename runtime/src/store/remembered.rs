//! What a store keeps of a request that had an idempotency key.

use bytes::Bytes;

/// Whose key it is: a digest over tenant, principal, API, operation and key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Scope(pub(crate) [u8; 32]);

/// What was asked: a digest over method, route, parameters and body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(pub(crate) [u8; 32]);

/// The answer to a request, to be given again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remembered {
    /// For people who look into the table: `order-process/1 placeOrder`.
    pub(crate) operation: String,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) status: u16,
    /// `name: value` lines.
    pub(crate) fields: Vec<u8>,
    pub(crate) body: Bytes,
    /// Microseconds since the epoch of Unix; from then on it is as if it had never been.
    pub(crate) expires: i64,
}

/// What claiming a key led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Claim {
    /// The key is ours until the transaction ends, and nothing is remembered under it.
    Free,
    /// Another transaction has it.
    Busy,
    /// The request was answered before.
    Found(Remembered),
}

/// What the runtime itself writes when a transaction is committed.
///
/// The answer to a keyed request is written here, with the effects of its handler; whatever else belongs into the same
/// transaction, such as the events that it emitted, is another field and another statement beside COMMIT.
#[derive(Default)]
pub(crate) struct Writes {
    /// The answer to the request that the transaction serves.
    pub(crate) answer: Option<(Scope, Remembered)>,
    /// Changes of what is in memory, applied once everything else is sure.
    pub(crate) staged: Vec<Staged>,
}

/// A change of what is in memory.
pub(crate) type Staged = Box<dyn FnOnce() + Send>;

impl Writes {
    /// Applies the staged changes, in the order in which they were staged.
    pub(crate) fn apply(&mut self) {
        for change in self.staged.drain(..) {
            change();
        }
    }
}
