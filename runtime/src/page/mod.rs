//! Lists that are cut into pages, and the cursors that lead from one page to the next.

mod list;
mod seal;

pub use list::{Cursor, Page, PageRequest};
pub(crate) use list::{next_cursor, with_cursor};
pub use seal::CursorKey;
pub(crate) use seal::MAX_CURSOR;
