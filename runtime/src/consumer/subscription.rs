//! What a service consumes and how: data, from its spec.

use std::time::Duration;

use crate::bus::{self, Start};
use crate::event::Definition;
use crate::retry::doubled;

/// One event that a service consumes.
///
/// ```
/// use tiebeam::consumer::{OnFailure, Ordering, Schedule, Subscription};
/// # use tiebeam::event::{Class, Definition};
/// # fn definition() -> &'static Definition {
/// #     static DEFINITION: Definition = Definition {
/// #         domain: "payment",
/// #         name: "PaymentAuthorized",
/// #         version: "1.0.0",
/// #         ty: "example.acme.payment.PaymentAuthorized.v1",
/// #         topic: "payment.payment-authorized.v1",
/// #         schema_uri: "https://acme.example/schemas/payment/PaymentAuthorized/1.0.0",
/// #         schema: "{}",
/// #         class: Class::Domain,
/// #         is_keyed: true,
/// #         retention_seconds: None,
/// #     };
/// #     &DEFINITION
/// # }
///
/// static CONFIRM: Subscription = Subscription::new("order-service@1.confirmPaidOrder", definition)
///     .ordering(Ordering::ByKey)
///     .schedule(Schedule { attempts: 8, base_millis: 200, cap_millis: 60_000 })
///     .on_failure(OnFailure::DeadLetter);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Subscription {
    pub(super) name: &'static str,
    pub(super) event: fn() -> &'static Definition,
    pub(super) ordering: Ordering,
    pub(super) schedule: Schedule,
    pub(super) on_failure: OnFailure,
}

/// Whether events of one key are handled in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ordering {
    /// They are: one that fails holds up those behind it.
    ByKey,
    /// They are handled as they come.
    None,
}

/// How often a handler is tried, and how long it waits in between: the wait doubles up to a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// How often at most, the first time included.
    pub attempts: u32,
    /// The longest wait before the second attempt, in milliseconds.
    pub base_millis: u64,
    /// The longest wait of all, in milliseconds.
    pub cap_millis: u64,
}

/// What becomes of an event that cannot be handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnFailure {
    /// It is kept for an operator, and its key waits where order matters.
    DeadLetter,
    /// It is counted and dropped.
    Skip,
}

impl Subscription {
    /// A subscription of a handler: `<service>@<major>.<handler>`, the name under which the bus and the inbox know it.
    #[must_use]
    pub const fn new(name: &'static str, event: fn() -> &'static Definition) -> Self {
        Self {
            name,
            event,
            ordering: Ordering::None,
            schedule: Schedule { attempts: 5, base_millis: 200, cap_millis: 60_000 },
            on_failure: OnFailure::DeadLetter,
        }
    }

    /// Says whether events of a key are handled in order.
    #[must_use]
    pub const fn ordering(mut self, ordering: Ordering) -> Self {
        self.ordering = ordering;
        self
    }

    /// Says how a handler that failed is tried again.
    #[must_use]
    pub const fn schedule(mut self, schedule: Schedule) -> Self {
        self.schedule = schedule;
        self
    }

    /// Says what becomes of an event that cannot be handled.
    #[must_use]
    pub const fn on_failure(mut self, on_failure: OnFailure) -> Self {
        self.on_failure = on_failure;
        self
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the bus has to provide; it begins with the oldest event that is kept.
    #[must_use]
    pub fn on_bus(&self) -> bus::Subscription {
        bus::Subscription::new(self.name, [(self.event)().topic]).with_start(Start::Beginning)
    }
}

impl Schedule {
    /// The longest wait after so many attempts failed.
    pub(super) fn bound(self, failed: u32) -> Duration {
        doubled(self.base_millis, self.cap_millis, failed)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Schedule;

    #[test]
    fn the_wait_doubles_up_to_the_cap() {
        let schedule = Schedule { attempts: 8, base_millis: 200, cap_millis: 60_000 };
        for (failed, millis) in [(1, 200), (2, 400), (5, 3_200), (10, 60_000), (99, 60_000)] {
            assert_eq!(schedule.bound(failed), Duration::from_millis(millis), "{failed}");
        }
    }
}
