//! The manifest and README of a generated crate.
