//! What a store keeps of a request that had an idempotency key.

use bytes::Bytes;

use super::emission::Emission;

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

/// Tells one run of a request from every other; chance makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token(pub(crate) [u8; 16]);

/// Who holds a key while its request runs outside of any transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lease {
    /// For people who look into the table.
    pub(crate) operation: String,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) token: Token,
    /// Microseconds since the epoch of Unix; from then on somebody else may run the request.
    pub(crate) until: i64,
    /// Microseconds since the epoch of Unix; from then on it is as if it had never been.
    pub(crate) expires: i64,
}

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Known {
    /// Nothing.
    Nothing,
    /// Another transaction is about to change it.
    Busy,
    /// Its request was begun, and may be running.
    Leased(Lease),
    /// Its request was answered.
    Answered(Remembered),
}

/// A change of who holds a key. It is not made where somebody else was faster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hold {
    /// Takes a key that nobody holds.
    Take(Lease),
    /// Takes a key from whoever has this token.
    TakeOver(Token, Lease),
    /// Goes on holding a key: until when, and when it is forgotten.
    Renew(Token, i64, i64),
    /// Lets go of a key.
    Release(Token),
}

/// What the runtime itself writes when a transaction is committed.
///
/// The answer to a keyed request and the events are written here, in the statements that go with COMMIT, together with
/// the effects of the handler.
#[derive(Default)]
pub(crate) struct Writes {
    /// The answer to the request that the transaction serves.
    pub(crate) answer: Option<(Scope, Remembered)>,
    /// The events that were emitted, in the order in which their heads are locked.
    pub(crate) events: Vec<Emission>,
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
