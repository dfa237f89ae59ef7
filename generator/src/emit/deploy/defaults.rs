//! What the runtime decides where the specs say nothing; see `bus::Subscription` and `bus::jetstream::Settings` there.

/// Nanoseconds of a second, the unit of spans in the API of NATS.
pub const SECOND: u64 = 1_000_000_000;

/// For how long a stream remembers what was published, unless it keeps less.
pub const WINDOW: u64 = 120 * SECOND;

/// How long a delivery may take.
pub const ACK_WAIT: u64 = 30 * SECOND;

/// Most deliveries of a consumer that are not acknowledged.
pub const MOST_IN_FLIGHT: u64 = 1_000;
