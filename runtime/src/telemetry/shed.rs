//! Counts the requests that were refused because there was too much to do.

/// Why a request was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shed {
    /// Too many requests are being worked on.
    InFlight,
    /// Too many bytes of bodies are in memory.
    Buffered,
    /// Tasks wait too long for a processor.
    Lag,
}

/// A request was refused.
pub(crate) fn shed(why: Shed) {
    let reason = match why {
        Shed::InFlight => "in-flight",
        Shed::Buffered => "buffered",
        Shed::Lag => "lag",
    };
    metrics::counter!("tiebeam_requests_shed_total", "reason" => reason).increment(1);
}
