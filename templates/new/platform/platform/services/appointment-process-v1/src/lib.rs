//! The business logic of the Appointment Process API, version 1.
//!
//! [`Desk`] decides which appointments make sense and hands them to the Appointment Service.

mod desk;
mod times;

pub use desk::Desk;
