//! Reads bodies, never more than is allowed.

use std::future::poll_fn;
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt as _;
use hyper::body::Body;

/// Why a body was not read.
#[derive(Debug)]
pub(super) enum BodyError {
    /// It is larger than allowed.
    TooLarge,
    /// There is no memory left for it.
    NoRoom,
    /// The connection broke.
    Broken(String),
}

/// Reads a body of at most `limit` bytes; one that arrives in one piece is not copied. Each piece is kept only where
/// `has_room` for so many bytes more.
pub(super) async fn read<B>(
    mut body: B,
    limit: usize,
    mut has_room: impl FnMut(usize) -> bool,
) -> Result<Bytes, BodyError>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: std::fmt::Display,
{
    if body.size_hint().lower() > limit as u64 {
        return Err(BodyError::TooLarge);
    }
    let mut whole = Bytes::new();
    let mut pieces = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| BodyError::Broken(error.to_string()))?;
        let Ok(data) = frame.into_data() else { continue };
        if whole.len() + pieces.len() + data.len() > limit {
            return Err(BodyError::TooLarge);
        }
        if !has_room(data.len()) {
            return Err(BodyError::NoRoom);
        }
        if whole.is_empty() && pieces.is_empty() {
            whole = data;
            continue;
        }
        pieces.extend_from_slice(&std::mem::take(&mut whole));
        pieces.extend_from_slice(&data);
    }
    Ok(if pieces.is_empty() { whole } else { pieces.freeze() })
}

/// Whether the body holds anything.
pub(super) async fn is_empty<B>(mut body: B) -> bool
where
    B: Body<Data = Bytes> + Unpin,
{
    while !body.is_end_stream() {
        match poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
            None | Some(Err(_)) => return true,
            Some(Ok(frame)) if frame.data_ref().is_some_and(|data| !data.is_empty()) => {
                return false;
            }
            Some(Ok(_)) => {}
        }
    }
    true
}
