//! Tables in memory, for services whose database comes later.
//!
//! Each service has tables of its own and hands none out: what another team needs, it asks for.

mod once;
mod paging;
mod table;

pub use once::Once;
pub use paging::page;
pub use table::Table;
