//! Memory that bodies are written to, used again and again.
//!
//! A body of more than a kilobyte is large to most allocators: asking for it and giving it back costs as much as writing
//! it. So a buffer whose body was sent waits on its thread for the next one.

use std::cell::RefCell;

use bytes::Bytes;

/// Room that a new buffer has: most bodies fit, and growing means copying.
const ROOM: usize = 2048;

/// What a buffer may have grown to and still be kept; the rare large body should not be paid for ever after.
const MOST_ROOM: usize = 16 * 1024;

/// Most buffers that wait on a thread.
const MOST_WAITING: usize = 32;

thread_local! {
    static WAITING: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// A body that is being written.
#[derive(Debug)]
pub(super) struct Buffer(Vec<u8>);

impl Buffer {
    /// An empty one.
    pub(super) fn new() -> Self {
        let waiting = WAITING.try_with(|waiting| waiting.borrow_mut().pop()).ok().flatten();
        Self(waiting.unwrap_or_else(|| Vec::with_capacity(ROOM)))
    }

    /// Where to write.
    pub(super) fn writer(&mut self) -> &mut Vec<u8> {
        &mut self.0
    }

    /// What was written. The memory is used again when the last copy of it is gone.
    pub(super) fn into_bytes(self) -> Bytes {
        Bytes::from_owner(self)
    }
}

impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0);
        if bytes.capacity() > MOST_ROOM {
            return;
        }
        bytes.clear();
        // A thread that ends has nowhere to keep it.
        let _ = WAITING.try_with(|waiting| {
            let mut waiting = waiting.borrow_mut();
            if waiting.len() < MOST_WAITING {
                waiting.push(bytes);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Buffer, MOST_ROOM, MOST_WAITING, WAITING};

    fn written(length: usize) -> Buffer {
        let mut buffer = Buffer::new();
        buffer.writer().resize(length, b'x');
        buffer
    }

    #[test]
    fn memory_is_used_again_and_holds_nothing_of_before() {
        let bytes = written(100).into_bytes();
        let (first, copy) = (bytes.as_ptr(), bytes.clone());
        drop(bytes);
        assert_ne!(written(1).0.as_ptr(), first, "a copy still reads it");
        drop(copy);
        let again = written(3);
        assert_eq!((again.0.as_ptr(), again.as_ref()), (first, &b"xxx"[..]));
    }

    #[test]
    fn little_is_kept() {
        drop((0..2 * MOST_WAITING).map(|_| written(1)).collect::<Vec<_>>());
        assert_eq!(WAITING.with_borrow(Vec::len), MOST_WAITING);
        drop(written(MOST_ROOM + 1));
        assert!(
            WAITING.with_borrow(|waiting| waiting.iter().all(|one| one.capacity() <= MOST_ROOM))
        );
    }
}
