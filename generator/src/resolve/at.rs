//! Where linking stands in a document: a trail that becomes a place only when there is something to keep or to say.

use std::sync::Arc;

use crate::ir::Place;

/// An element of a document, as the steps that lead to it.
///
/// Most elements are right, and a pointer that nobody reads is never built.
#[derive(Clone, Copy)]
pub struct At<'a> {
    document: &'a Arc<str>,
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
}

/// One step of the way.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    /// The whole document.
    pub fn root(document: &'a Arc<str>) -> Self {
        Self { document, parent: None, step: Step::Root }
    }

    /// The value of a key.
    pub fn key<'b>(&'b self, key: &'b str) -> At<'b> {
        At { document: self.document, parent: Some(self), step: Step::Key(key) }
    }

    /// An item of a sequence.
    pub fn item(&self, index: usize) -> At<'_> {
        At { document: self.document, parent: Some(self), step: Step::Item(index) }
    }

    /// The place, its pointer escaped as RFC 6901 asks.
    pub fn place(&self) -> Place {
        let mut pointer = String::with_capacity(64);
        self.write(&mut pointer);
        Place { document: self.document.clone(), pointer }
    }

    fn write(&self, pointer: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(pointer);
        }
        match self.step {
            Step::Root => {}
            Step::Key(key) => {
                pointer.push('/');
                for letter in key.chars() {
                    match letter {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        _ => pointer.push(letter),
                    }
                }
            }
            Step::Item(index) => {
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped() {
        let document = Arc::from("specs/a.yaml");
        let root = At::root(&document);
        assert_eq!(root.place().pointer, "");
        assert_eq!(root.key("a/b").key("c~d?").item(3).place().pointer, "/a~1b/c~0d?/3");
    }
}
