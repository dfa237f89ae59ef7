//! Named types as Rust items: records, enums, unions, newtypes, patches.
