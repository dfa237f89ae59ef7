//! Events that a transaction emits: what is written of each when it is committed.
//!
//! Three rows are written for an event, in a statement that goes with COMMIT and not when it is emitted: the *head* of
//! its key moves on by one, the *log* keeps the event for good, and the *pending* row tells the relay to publish it. The
//! lock on the head is held for one round trip, so the numbers of a key have no gap and go with the commits; heads are
//! locked in one order, so transactions that emit for the same keys wait for each other and never in a circle.
//!
//! An event that the log has already is not written again: whoever runs a second time emits with the same ids.

use uuid::Uuid;

/// How many partitions the pending rows are in: as many relays can share the work at most.
pub(crate) const PARTITIONS: u16 = 16;

/// An event that is written when its transaction is committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Emission {
    pub(crate) id: Uuid,
    pub(crate) topic: &'static str,
    /// What it is ordered by, where it has an order.
    pub(crate) key: Option<String>,
    /// The event in `CloudEvents`' JSON format, without its position.
    pub(crate) event: String,
    /// Microseconds since the epoch of Unix: when it was emitted.
    pub(crate) at: i64,
    /// Microseconds since the epoch of Unix; from then on the log need not have it.
    pub(crate) expires: Option<i64>,
}

impl Emission {
    /// The partition of its pending row: that of its key, so events of a key are published by one relay.
    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    pub(crate) fn partition(&self) -> u16 {
        let hash = match &self.key {
            Some(key) => hash(key.as_bytes()),
            None => hash(self.id.as_bytes()),
        };
        u16::try_from(hash % u64::from(PARTITIONS)).expect("there are few partitions")
    }
}

/// In the order in which heads are locked; events of one key stay in the order in which they were emitted.
pub(crate) fn sorted(mut emissions: Vec<Emission>) -> Vec<Emission> {
    emissions.sort_by(|one, other| (one.topic, &one.key).cmp(&(other.topic, &other.key)));
    emissions
}

/// FNV-1a, folded: the same in every process and version, which a partition has to be.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
fn hash(bytes: &[u8]) -> u64 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // Its lower bits depend on the lower bits of the bytes alone.
    hash ^ (hash >> 32)
}

/// The statements of an embedded database: one connection writes, so each row is a statement of its own.
#[cfg(feature = "sqlite")]
pub(crate) mod each {
    /// Whether the log has the event.
    pub(crate) const KNOWN: &str = "SELECT 1 FROM tiebeam_event WHERE id = $1";

    /// Moves the head of a key on.
    pub(crate) const HEAD: &str = "INSERT INTO tiebeam_event_head (topic, key, sequence) \
         VALUES ($1, $2, 1) ON CONFLICT (topic, key) DO UPDATE SET sequence = sequence + 1 \
         RETURNING sequence";

    /// Keeps the event.
    pub(crate) const LOG: &str = "INSERT INTO tiebeam_event \
         (id, topic, key, epoch, sequence, event, expires_at) \
         VALUES ($1, $2, $3, (SELECT epoch FROM tiebeam_epoch), $4, $5, $6)";

    /// Tells the relay.
    pub(crate) const PENDING: &str =
        "INSERT INTO tiebeam_outbox (partition, event_id, emitted_at) VALUES ($1, $2, $3)";
}

/// The statements of PostgreSQL, one an event: round trips limit how many transactions are committed in a second, and these
/// go together with COMMIT. They take no arrays, because a plan for arrays of any length looks worse than one for those at
/// hand, and PostgreSQL would plan anew each time, which costs more than the rows.
#[cfg(feature = "postgres")]
pub(crate) mod once {
    /// All rows of an event that has a key.
    pub(crate) const KEYED: &str = "WITH moved AS ( \
             INSERT INTO tiebeam_event_head AS head (topic, key, sequence) \
             SELECT $2::text, $3::text, 1 \
             WHERE NOT EXISTS (SELECT 1 FROM tiebeam_event AS known WHERE known.id = $1::text) \
             ON CONFLICT (topic, key) DO UPDATE SET sequence = head.sequence + 1 \
             RETURNING sequence \
         ), log AS ( \
             INSERT INTO tiebeam_event (id, topic, key, epoch, sequence, event, expires_at) \
             SELECT $1::text, $2::text, $3::text, (SELECT epoch FROM tiebeam_epoch), sequence, $4::text, $5::int8 \
             FROM moved RETURNING id \
         ) \
         INSERT INTO tiebeam_outbox (partition, event_id, emitted_at) SELECT $6::int8, id, $7::int8 FROM log";

    /// The same of one that has none; it has no number.
    pub(crate) const UNKEYED: &str = "WITH log AS ( \
             INSERT INTO tiebeam_event (id, topic, key, epoch, event, expires_at) \
             SELECT $1::text, $2::text, $3::text, (SELECT epoch FROM tiebeam_epoch), $4::text, $5::int8 \
             ON CONFLICT (id) DO NOTHING RETURNING id \
         ) \
         INSERT INTO tiebeam_outbox (partition, event_id, emitted_at) SELECT $6::int8, id, $7::int8 FROM log";
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Emission, PARTITIONS, sorted};

    fn emission(topic: &'static str, key: Option<&str>, id: u128) -> Emission {
        let (id, key) = (Uuid::from_u128(id), key.map(str::to_owned));
        Emission { id, topic, key, event: String::new(), at: 0, expires: None }
    }

    #[test]
    fn heads_are_locked_in_one_order_and_a_key_keeps_its_own() {
        let emitted = [
            emission("b", Some("1"), 1),
            emission("a", Some("2"), 2),
            emission("a", Some("1"), 3),
            emission("b", Some("1"), 4),
            emission("a", None, 5),
        ];
        let ids = sorted(emitted.to_vec())
            .iter()
            .map(|emission| emission.id.as_u128())
            .collect::<Vec<_>>();
        assert_eq!(ids, [5, 3, 2, 1, 4]);
    }

    #[test]
    fn a_key_has_one_partition_for_good() {
        for (key, partition) in [("o-1", 1), ("o-2", 8), ("", 1)] {
            assert_eq!(emission("a", Some(key), 1).partition(), partition, "{key}");
            assert_eq!(emission("b", Some(key), 2).partition(), partition, "{key}");
        }
        let used = (0..1_000).map(|id| emission("a", None, id).partition());
        assert_eq!(used.collect::<std::collections::BTreeSet<_>>().len(), usize::from(PARTITIONS));
    }
}
