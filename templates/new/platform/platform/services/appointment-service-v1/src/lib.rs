//! The business logic of the Appointment Service, version 1.
//!
//! [`Calendar`] owns the appointments: their table is nobody else's to read.

mod calendar;
mod table;
mod work;

pub use calendar::Calendar;
