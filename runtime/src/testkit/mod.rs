//! What tests of services are made of: time that is moved by hand.

mod clock;

pub use clock::ManualClock;
