//! Where a walk stands, as links on the stack, so that a clean walk allocates nothing for it.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What RFC 3986 lets stand in a fragment.
const FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@')
    .remove(b'/')
    .remove(b'?');

/// A place in a JSON value.
pub(super) enum Path<'p> {
    Root,
    Key(&'p Path<'p>, &'p str),
    Index(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The place as a JSON Pointer in its URI fragment form (RFC 6901 §6).
    pub(super) fn pointer(&self) -> String {
        let mut pointer = String::from("#");
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, pointer: &mut String) {
        match self {
            Self::Root => {}
            Self::Key(parent, key) => {
                parent.write(pointer);
                pointer.push('/');
                let escaped = key.replace('~', "~0").replace('/', "~1");
                pointer.extend(utf8_percent_encode(&escaped, FRAGMENT));
            }
            Self::Index(parent, index) => {
                parent.write(pointer);
                // Writing to a string cannot fail.
                let _ = write!(pointer, "/{index}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn pointers_are_escaped_for_a_fragment() {
        let lines = Path::Key(&Path::Root, "lines");
        for (path, expected) in [
            (&Path::Root, "#"),
            (&Path::Key(&Path::Index(&lines, 0), "quantity"), "#/lines/0/quantity"),
            (&Path::Key(&Path::Root, "a/b~c d"), "#/a~1b~0c%20d"),
            (&Path::Key(&Path::Root, "é%"), "#/%C3%A9%25"),
            (&Path::Key(&Path::Root, ""), "#/"),
        ] {
            assert_eq!(path.pointer(), expected);
        }
    }
}
