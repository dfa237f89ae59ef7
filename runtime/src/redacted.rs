//! Values that must not be seen in logs.

use std::fmt;

/// Stands for a value in `Debug` output.
///
/// ```
/// assert_eq!(format!("{:?}", tiebeam::Redacted), "<redacted>");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("<redacted>")
    }
}
