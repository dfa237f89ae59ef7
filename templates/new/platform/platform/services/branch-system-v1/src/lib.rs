//! The business logic of the Branch System API, version 1.
//!
//! [`Register`] speaks the canonical model on one side and the language of the operations team's file on the other.

mod line;
mod register;

pub use register::Register;
