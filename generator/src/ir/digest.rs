//! Digests of IR elements, the identity that decides whether something must be generated again.

use std::hash::{Hash, Hasher};

/// The BLAKE3 digest of an element, as 64 hexadecimal digits when shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl std::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(blake3::Hash::from_bytes(self.0).to_hex().as_str())
    }
}

/// Hashes an element by its meaning; the same on every run and every machine of one word size.
pub fn digest_of<T: Hash + ?Sized>(element: &T) -> Digest {
    let mut hasher = Blake { hasher: blake3::Hasher::new(), waiting: Vec::with_capacity(WAITING) };
    element.hash(&mut hasher);
    hasher.flush();
    Digest(*hasher.hasher.finalize().as_bytes())
}

/// How many bytes are collected before they are hashed: an element comes in thousands of small pieces.
const WAITING: usize = 16 * 1024;

/// Lets the derived `Hash` implementations feed BLAKE3.
struct Blake {
    hasher: blake3::Hasher,
    waiting: Vec<u8>,
}

impl Blake {
    fn flush(&mut self) {
        self.hasher.update(&self.waiting);
        self.waiting.clear();
    }
}

impl Hasher for Blake {
    fn write(&mut self, bytes: &[u8]) {
        if self.waiting.len() + bytes.len() > WAITING {
            self.flush();
        }
        self.waiting.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        let mut hasher = self.hasher.clone();
        hasher.update(&self.waiting);
        u64::from_le_bytes(
            hasher.finalize().as_bytes()[..8].try_into().expect("a BLAKE3 digest has 32 bytes"),
        )
    }
}
