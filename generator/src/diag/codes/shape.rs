//! Mistakes in the shape of a document: its kind, keys and the types of values.

use crate::diag::code::{Code, codes};

codes! {
    MISSING_KIND "TB0101" "missing-kind";
    UNKNOWN_KIND "TB0102" "unknown-kind";
    UNKNOWN_KEY "TB0103" "unknown-key";
    MISSING_KEY "TB0104" "missing-key";
    WRONG_TYPE "TB0105" "wrong-type";
    UNKNOWN_WORD "TB0106" "unknown-word";
    OUT_OF_RANGE "TB0107" "out-of-range";
}
