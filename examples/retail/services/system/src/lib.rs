//! The system APIs: what each system of record says, in the words of the platform.
//!
//! | API | implementation | system of record |
//! | --- | --- | --- |
//! | [`crm_system_v1`] | [`Crm`] | Relationship Manager 7: ugly JSON, return codes inside of 200s |
//! | [`erp_system_v1`] | [`Erp`] | the ERP: XML documents, commas, numbers of eighteen digits |
//! | [`payments_system_v1`] | [`PayCo`] | `PayCo`: forms in, lines out |
//!
//! Each is three small things: a `wire` that knows how the system speaks, a mapping of words both ways, and the contract
//! on top. Nothing is kept here: a reservation, a standing, an authorization is where it always was, in the
//! system of record, and its number there is part of the identifier that the platform sees ([`Document`]).
//!
//! What the systems have in common stands in [`line`](mod@line): an answer that does not come is `gateway-timeout`, one that
//! cannot be understood is `bad-gateway`, and a system that is closed or busy is `unavailable`.
//!
//! What the experience tier cannot name is at home here:
//!
//! ```
//! use crm_system_v1::CrmSystem;
//! ```

mod crm;
mod digits;
mod document;
mod erp;
pub mod line;
mod paging;
mod payco;

pub use crm::Crm;
pub use document::Document;
pub use erp::Erp;
pub use line::Line;
pub use payco::PayCo;
