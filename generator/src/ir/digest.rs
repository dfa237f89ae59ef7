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
    let mut hasher = Blake(blake3::Hasher::new());
    element.hash(&mut hasher);
    Digest(*hasher.0.finalize().as_bytes())
}

/// Lets the derived `Hash` implementations feed BLAKE3.
struct Blake(blake3::Hasher);

impl Hasher for Blake {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        u64::from_le_bytes(
            self.0.finalize().as_bytes()[..8].try_into().expect("a BLAKE3 digest has 32 bytes"),
        )
    }
}
