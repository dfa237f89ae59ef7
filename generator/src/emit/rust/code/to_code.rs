//! What may stand behind a `#` in `code!`.

use super::literal;
use super::text::Ident;
use super::tree::{Code, Tree};

/// A value that is written into code.
pub trait ToCode {
    /// Adds it.
    fn write(&self, code: &mut Code);
}

impl<T: ToCode + ?Sized> ToCode for &T {
    fn write(&self, code: &mut Code) {
        (**self).write(code);
    }
}

/// Nothing, where there is nothing.
impl<T: ToCode> ToCode for Option<T> {
    fn write(&self, code: &mut Code) {
        if let Some(value) = self {
            value.write(code);
        }
    }
}

impl ToCode for Code {
    fn write(&self, code: &mut Code) {
        code.append(self);
    }
}

impl ToCode for Tree {
    fn write(&self, code: &mut Code) {
        code.push(self.clone());
    }
}

impl ToCode for Ident {
    fn write(&self, code: &mut Code) {
        code.push(Tree::Word(self.0.clone()));
    }
}

/// A text is a string literal.
impl ToCode for str {
    fn write(&self, code: &mut Code) {
        code.push(literal::string(self));
    }
}

impl ToCode for String {
    fn write(&self, code: &mut Code) {
        code.push(literal::string(self));
    }
}

impl ToCode for bool {
    fn write(&self, code: &mut Code) {
        code.word(if *self { "true" } else { "false" });
    }
}

/// A number is a literal without its type.
macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl ToCode for $number {
            fn write(&self, code: &mut Code) {
                code.push(literal::number(&self.to_string()));
            }
        }
    )*};
}

numbers!(u16 u32 usize);
