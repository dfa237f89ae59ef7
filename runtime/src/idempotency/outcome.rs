//! What both ways to be idempotent speak of: whose key it is, how a run ended, what its caller gets.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, StatusCode};

use super::digest::Digest;
use super::key::IdempotencyKey;
use crate::context::Identity;
use crate::problem::Problem;
use crate::store::remembered::Scope;

/// Whose key it is.
pub(crate) struct Owner<'a> {
    /// Nobody speaks of tenants yet.
    pub(crate) tenant: Option<&'a str>,
    pub(crate) identity: Option<&'a Identity>,
    /// Name and major version.
    pub(crate) api: (&'a str, u32),
    pub(crate) operation: &'a str,
}

/// An answer as it is sent.
#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    pub(crate) status: StatusCode,
    pub(crate) fields: HeaderMap,
    pub(crate) body: Bytes,
}

/// What is to become of an answer and of the effects that came with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It succeeded: both are kept.
    Keep,
    /// It was refused for a reason of the business: the answer is kept, the effects are not.
    Refuse,
    /// It did not come to a decision: neither is kept.
    Forget,
}

/// How an attempt to answer ended.
pub(crate) struct Ended {
    pub(crate) answer: Recorded,
    /// The fields that the contract declares for the answer.
    pub(crate) declared: Vec<HeaderName>,
    pub(crate) verdict: Verdict,
}

/// What the caller gets.
pub(crate) enum Outcome {
    /// The handler's answer.
    Answered(Recorded),
    /// The answer that was given before.
    Replayed(Recorded),
    /// The handler did not decide.
    Refused(Problem),
}

impl Owner<'_> {
    /// Who asks, what of, and under which key. Nobody in particular is somebody too, and not the same as an empty name.
    pub(super) fn scope(&self, key: &IdempotencyKey) -> Scope {
        let mut digest = Digest::new("scope");
        digest.optional(self.tenant);
        digest.optional(self.identity.map(|identity| identity.subject.as_str()));
        digest.optional(self.identity.and_then(|identity| identity.client.as_deref()));
        digest.part(self.api.0.as_bytes());
        digest.part(&self.api.1.to_be_bytes());
        digest.part(self.operation.as_bytes());
        digest.part(key.as_str().as_bytes());
        Scope(digest.finish())
    }

    /// For people who look into the table.
    pub(super) fn label(&self) -> String {
        format!("{}/{} {}", self.api.0, self.api.1, self.operation)
    }
}
