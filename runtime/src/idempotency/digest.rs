//! A digest over parts, none of which can run into the next.

use sha2::{Digest as _, Sha256};

/// A digest that is being made.
pub(super) struct Digest(Sha256);

impl Digest {
    /// Starts a digest of its own kind.
    pub(super) fn new(kind: &str) -> Self {
        let mut digest = Self(Sha256::new());
        digest.part(kind.as_bytes());
        digest
    }

    /// Adds a part, its length first.
    pub(super) fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// Adds a part that may be missing, which is not the same as empty.
    pub(super) fn optional(&mut self, text: Option<&str>) {
        self.tag(u8::from(text.is_some()));
        if let Some(text) = text {
            self.part(text.as_bytes());
        }
    }

    /// Adds a byte that says what follows.
    pub(super) fn tag(&mut self, tag: u8) {
        self.0.update([tag]);
    }

    /// The 32 bytes.
    pub(super) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
