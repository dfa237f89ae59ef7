//! Cursors under seal: a caller can neither read one nor make one up, nor use one with another list.
//!
//! An implementation gives out positions and gets them back; what travels is the position and a message authentication
//! code (HMAC-SHA-256, RFC 2104, cut to 128 bits) over it and over the list that it belongs to. So a position that
//! arrives was given out here, for this list, and nothing need be checked about it again.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use uuid::Uuid;

/// Bytes of the code before the position.
const CODE: usize = 16;

/// Longest cursor that travels.
pub(crate) const MAX_CURSOR: usize = 2048;

/// What seals the cursors of an API; every instance that serves it needs the same one.
#[derive(Clone)]
pub struct CursorKey(Hmac<Sha256>);

impl CursorKey {
    /// A key made of a secret of any length; use 32 random bytes or more.
    #[must_use]
    pub fn new(secret: &[u8]) -> Self {
        Self(Hmac::new_from_slice(secret).expect("HMAC takes keys of any length"))
    }

    /// A key that nobody knows: the cursors of other instances, and of this one before it was started anew, are refused.
    #[must_use]
    pub fn random() -> Self {
        let halves = [Uuid::new_v4().into_bytes(), Uuid::new_v4().into_bytes()];
        Self::new(halves.as_flattened())
    }

    /// A cursor as it travels.
    pub(crate) fn seal(&self, list: &str, cursor: &str) -> String {
        let mut sealed = Vec::with_capacity(CODE + cursor.len());
        sealed.extend_from_slice(&self.code(list, cursor).finalize().into_bytes()[..CODE]);
        sealed.extend_from_slice(cursor.as_bytes());
        URL_SAFE_NO_PAD.encode(sealed)
    }

    /// The cursor that was sealed for this list; nothing where it was not.
    pub(crate) fn open(&self, list: &str, sealed: &str) -> Option<String> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (code, cursor) = sealed.split_at_checked(CODE)?;
        let cursor = std::str::from_utf8(cursor).ok()?;
        self.code(list, cursor).verify_truncated_left(code).ok()?;
        Some(cursor.to_owned())
    }

    fn code(&self, list: &str, cursor: &str) -> Hmac<Sha256> {
        let mut code = self.0.clone();
        code.update(&(list.len() as u64).to_be_bytes());
        code.update(list.as_bytes());
        code.update(cursor.as_bytes());
        code
    }
}

impl fmt::Debug for CursorKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CursorKey(<redacted>)")
    }
}

#[cfg(test)]
mod tests {
    use super::CursorKey;

    #[test]
    fn only_a_cursor_of_this_list_is_opened() {
        let (key, other) = (CursorKey::new(b"secret"), CursorKey::random());
        for cursor in ["", "7", "eyJhIjoxfQ", "a\"b é"] {
            let sealed = key.seal("/v1/orders", cursor);
            assert_eq!(key.open("/v1/orders", &sealed).as_deref(), Some(cursor));
            assert_eq!(key.open("/v1/customers", &sealed), None, "another list");
            assert_eq!(other.open("/v1/orders", &sealed), None, "another key");
            assert_eq!(
                CursorKey::new(b"secret").open("/v1/orders", &sealed).as_deref(),
                Some(cursor)
            );
            for index in 0..sealed.len() {
                let mut changed = sealed.clone().into_bytes();
                changed[index] = if changed[index] == b'A' { b'B' } else { b'A' };
                let changed = String::from_utf8(changed).expect("it is ASCII");
                // The last letter may have bits that mean nothing, and then it is refused as not canonical.
                assert_eq!(key.open("/v1/orders", &changed), None, "{changed}");
            }
        }
        for nonsense in ["", "abc", "%", "AAAAAAAAAAAAAAAAAAAAAA", "é"] {
            assert_eq!(key.open("/v1/orders", nonsense), None, "{nonsense}");
        }
    }
}
