//! What becomes of a request: the server answers it, the script answers it, or the network has its way with it.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

/// What becomes of a request.
///
/// | reaction | the server behind the script | the caller |
/// | --- | --- | --- |
/// | [`pass`](Self::pass) | answers | gets the answer |
/// | [`twice`](Self::twice) | answers twice, the second time after the first | gets the second answer |
/// | [`lose_answer`](Self::lose_answer) | answers | finds the connection broken |
/// | [`break_off`](Self::break_off) | hears nothing of it | finds the connection broken |
/// | [`refuse`](Self::refuse) | hears nothing of it | gets no connection |
/// | [`hang`](Self::hang) | hears nothing of it | gets nothing, ever |
/// | [`status`](Self::status), [`json`](Self::json) | hears nothing of it | gets what is written here |
///
/// [`after`](Self::after) lets time pass before the caller notices any of it.
#[derive(Debug, Clone)]
pub struct Reaction {
    pub(super) delay: Duration,
    /// Header fields that are added to whatever answer there is.
    pub(super) fields: HeaderMap,
    pub(super) end: End,
}

#[derive(Debug, Clone)]
pub(super) enum End {
    /// The answer of the server, who gets the request as often as this.
    Serve(u32),
    /// Its answer is lost.
    Lose,
    Answer(Response<Bytes>),
    Fault(Fault),
    Never,
}

/// What a connection can do to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is none.
    Refused,
    /// It breaks after the request was sent.
    Broken,
}

impl Reaction {
    /// The server answers.
    #[must_use]
    pub fn pass() -> Self {
        Self::of(End::Serve(1))
    }

    /// The network delivers the request twice: the server answers, and answers again, and it is the second answer that
    /// comes back.
    #[must_use]
    pub fn twice() -> Self {
        Self::of(End::Serve(2))
    }

    /// The server answers, and then the connection breaks: what was asked is done, and the caller does not know it.
    #[must_use]
    pub fn lose_answer() -> Self {
        Self::of(End::Lose)
    }

    /// A response without a body.
    ///
    /// # Panics
    ///
    /// When it is not a status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::answer(status, Bytes::new())
    }

    /// A response with a JSON body.
    ///
    /// # Panics
    ///
    /// When it is not a status.
    #[must_use]
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        Self::answer(status, body.into()).with_header("content-type", "application/json")
    }

    /// No connection.
    #[must_use]
    pub fn refuse() -> Self {
        Self::of(End::Fault(Fault::Refused))
    }

    /// A connection that breaks after the request was sent and before the server has it.
    #[must_use]
    pub fn break_off() -> Self {
        Self::of(End::Fault(Fault::Broken))
    }

    /// No answer, ever.
    #[must_use]
    pub fn hang() -> Self {
        Self::of(End::Never)
    }

    /// The same, noticed by the caller after some time; the server behind the script has the request at once.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The answer, whoever gives it, with a header field, in place of one of the same name.
    ///
    /// # Panics
    ///
    /// When it is not one.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("a test writes header values");
        self.fields.append(HeaderName::from_static(name), value);
        self
    }

    fn answer(status: u16, body: Bytes) -> Self {
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(status).expect("a test names a status");
        Self::of(End::Answer(response))
    }

    fn of(end: End) -> Self {
        Self { delay: Duration::ZERO, fields: HeaderMap::new(), end }
    }
}
