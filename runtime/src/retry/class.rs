//! What a failed attempt means for the next one.
//!
//! Two questions decide. *Does it pass?* An overload and a broken connection do; a refusal does not. *May it have been
//! carried out?* Only where the answer is no, or where carrying it out twice is carrying it out once, may the request
//! be sent again (RFC 9110 §9.2.2). The second question is where clients go wrong: a timeout, a connection that broke
//! after the request was sent, a gateway's 502 and 504 and even a 503 say nothing about what happened behind them,
//! because the server that answers may have passed the request on before something further down failed. What is
//! certainly not carried out is a request that found no connection, one that the server says it did not receive (408),
//! and one beyond a rate limit (429).

use std::time::Duration;

/// How an attempt ended without a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There was no connection: the request was not sent.
    Connect,
    /// The connection broke after the request was sent, in part at least.
    Broken,
    /// The answer was not there in time.
    Timeout,
    /// The server answered with an error, and may have said how long to wait.
    Answer(u16, Option<Duration>),
    /// It was not sent, or what came back is not an answer: another attempt would end in the same way.
    Final,
}

/// What sending a request again would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repetition {
    /// The same as sending it once, by its method.
    Natural,
    /// The same as sending it once, by its idempotency key.
    Keyed,
    /// Carry it out again.
    Unsafe,
}

/// What a failed attempt means for the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// The target has too much to do.
    Overload,
    /// It passes, and sending again is safe.
    Transient,
    /// It may pass, but the request may have been carried out and must not be a second time.
    Unknown,
    /// It would fail again.
    Permanent,
}

impl Fault {
    /// What it means for the next attempt.
    pub(crate) fn class(self, repetition: Repetition) -> Class {
        let unless_carried_out = |class| match repetition {
            Repetition::Natural | Repetition::Keyed => class,
            Repetition::Unsafe => Class::Unknown,
        };
        match self {
            Self::Connect | Self::Answer(408, _) => Class::Transient,
            Self::Broken | Self::Timeout | Self::Answer(502 | 504, _) => {
                unless_carried_out(Class::Transient)
            }
            Self::Answer(429, _) => Class::Overload,
            Self::Answer(503, _) => unless_carried_out(Class::Overload),
            // The attempt before is still running under the same key; its result will be there.
            Self::Answer(409, Some(_)) if repetition == Repetition::Keyed => Class::Transient,
            Self::Answer(..) | Self::Final => Class::Permanent,
        }
    }

    /// How long the server asks to be left alone.
    pub(crate) fn wait(self) -> Duration {
        match self {
            Self::Answer(_, Some(wait)) => wait,
            _ => Duration::ZERO,
        }
    }

    /// Whether it speaks against the target: it was not reached, or did not do its work.
    ///
    /// An error that the target found out about by working, a 500 or a 404, is an answer. A 429 says that this client
    /// asks too much and nothing about how the target fares.
    pub(crate) fn is_against_target(self) -> bool {
        matches!(self, Self::Connect | Self::Broken | Self::Timeout | Self::Answer(502..=504, _))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Class, Fault, Repetition};

    #[test]
    fn faults_are_classified_by_what_may_have_been_carried_out() {
        use Class::{Overload, Permanent, Transient, Unknown};
        use Fault::{Answer, Broken, Connect, Final, Timeout};
        let after = Some(Duration::from_secs(1));
        // The fault; natural, keyed, unsafe; whether it speaks against the target.
        for (fault, natural, keyed, unsafely, against) in [
            (Connect, Transient, Transient, Transient, true),
            (Broken, Transient, Transient, Unknown, true),
            (Timeout, Transient, Transient, Unknown, true),
            (Answer(400, None), Permanent, Permanent, Permanent, false),
            (Answer(404, after), Permanent, Permanent, Permanent, false),
            (Answer(408, None), Transient, Transient, Transient, false),
            (Answer(409, None), Permanent, Permanent, Permanent, false),
            (Answer(409, after), Permanent, Transient, Permanent, false),
            (Answer(429, None), Overload, Overload, Overload, false),
            (Answer(429, after), Overload, Overload, Overload, false),
            (Answer(500, None), Permanent, Permanent, Permanent, false),
            (Answer(501, after), Permanent, Permanent, Permanent, false),
            (Answer(502, None), Transient, Transient, Unknown, true),
            (Answer(503, None), Overload, Overload, Unknown, true),
            (Answer(503, after), Overload, Overload, Unknown, true),
            (Answer(504, None), Transient, Transient, Unknown, true),
            (Final, Permanent, Permanent, Permanent, false),
        ] {
            let found = [Repetition::Natural, Repetition::Keyed, Repetition::Unsafe]
                .map(|repetition| fault.class(repetition));
            assert_eq!(found, [natural, keyed, unsafely], "{fault:?}");
            assert_eq!(fault.is_against_target(), against, "{fault:?}");
        }
    }
}
