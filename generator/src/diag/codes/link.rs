//! Mistakes in names and in what they refer to.

use crate::diag::code::{Code, codes};

codes! {}
