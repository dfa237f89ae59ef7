//! Mistakes in reading a file as YAML.

use crate::diag::code::{Code, codes};

codes! {
    SYNTAX_ERROR "TB0001" "syntax-error";
    INVALID_UTF8 "TB0002" "invalid-utf8";
    EMPTY_DOCUMENT "TB0003" "empty-document";
    SEVERAL_DOCUMENTS "TB0004" "several-documents";
    HUGE_FILE "TB0005" "huge-file";
    DEEP_NESTING "TB0006" "deep-nesting";
    ALIAS_BOMB "TB0007" "alias-bomb";
    MERGE_KEY "TB0008" "merge-key";
    CUSTOM_TAG "TB0009" "custom-tag";
    DUPLICATE_KEY "TB0010" "duplicate-key";
    KEY_NOT_TEXT "TB0011" "key-not-text";
    NOT_A_JSON_NUMBER "TB0012" "not-a-json-number";
    UNQUOTED_VERSION "TB0013" "unquoted-version";
    AMBIGUOUS_SCALAR "TB0014" "ambiguous-scalar";
    UNREADABLE_FILE "TB0015" "unreadable-file";
    TOO_MANY_FINDINGS "TB0016" "too-many-findings";
}
