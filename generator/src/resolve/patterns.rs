//! Patterns, checked and compiled once however often they are written.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use regex::Regex;

/// Compiled patterns, or why they cannot be.
#[derive(Default)]
pub struct Patterns {
    known: Mutex<BTreeMap<String, Result<Arc<Regex>, String>>>,
}

/// A compiled pattern may take this much memory; more is an attack or an accident.
const SIZE: usize = 1 << 20;

impl Patterns {
    /// The expression of an ECMA-262 pattern.
    ///
    /// # Errors
    ///
    /// Says why the pattern cannot be used.
    pub fn get(&self, pattern: &str) -> Result<Arc<Regex>, String> {
        if let Some(known) =
            self.known.lock().expect("compiling a pattern does not panic").get(pattern)
        {
            return known.clone();
        }
        let compiled = compile(pattern);
        let mut known = self.known.lock().expect("compiling a pattern does not panic");
        known.insert(pattern.to_owned(), compiled.clone());
        compiled
    }
}

fn compile(pattern: &str) -> Result<Arc<Regex>, String> {
    let text = crate::pattern::translate(pattern)?;
    let compiled = regex::RegexBuilder::new(&text).size_limit(SIZE).dfa_size_limit(SIZE).build();
    compiled.map(Arc::new).map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => "too large: it repeats too much".to_owned(),
        _ => "not a regular expression of ECMA-262".to_owned(),
    })
}
