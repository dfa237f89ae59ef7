// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! Words: the canonical models of the domain, owned by naming-team.
//!
//! Texts that hurt.
//!
//! ```text
//! indented, as if it were code
//! ```
//!
//! # A heading
//!
//! | a | table |
//! | --- | --- |
//! | `x` | y |

mod a_very_long_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more_of_it;
mod box_;
mod client;
mod context;
mod either;
mod field;
mod operation;
mod option;
mod page;
mod problem;
mod request;
mod response;
mod result;
mod shape;
mod string;
mod t;
mod value;
mod vec;

pub use a_very_long_name_that_goes_on_and_on_until_nobody_remembers_what_it_was_about_and_then_some_more_of_it::AVeryLongNameThatGoesOnAndOnUntilNobodyRemembersWhatItWasAboutAndThenSomeMoreOfIt;
pub use box_::BoxModel;
pub use client::Client;
pub use context::Context;
pub use either::Either;
pub use field::Field;
pub use operation::{Operation, OperationPatch};
pub use option::OptionModel;
pub use page::Page;
pub use problem::Problem;
pub use request::Request;
pub use response::Response;
pub use result::ResultModel;
pub use shape::Shape;
pub use string::StringModel;
pub use t::T;
pub use value::Value;
pub use vec::VecModel;
