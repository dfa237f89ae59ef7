//! Consumers: each event's effect once, in the order of its key, whatever is delivered twice or dies in between.
//!
//! A bus delivers at least once. What makes an effect happen once is that the transaction of the effect also writes
//! down that the event was applied: in the *inbox*, or, where events of a key are handled in order, as the *position*
//! of the key. An event that is there already is acknowledged and nothing else.
//!
//! A handler that fails is tried again, first at once and then by the schedule of its spec, and the attempts are counted
//! in the database, because a broker counts deliveries and not failures. Then the event is a [dead letter](crate::letters),
//! in the transaction that says so. Where order matters the events behind it are parked; other keys do not notice.
//!
//! A handler that calls other APIs does so through its [`Effects`], before its transaction begins. It may call more than
//! once for an event, always under the same idempotency keys; what it writes and emits it writes and emits once.

mod calling;
mod chains;
mod consumers;
mod effects;
mod entrance;
mod failure;
mod gate;
mod handler;
mod idle;
mod processing;
mod subscription;
mod together;
mod watching;

pub use consumers::{Consumers, Switch};
pub use effects::Effects;
pub use failure::Failure;
pub use subscription::{OnFailure, Ordering, Schedule, Subscription};
