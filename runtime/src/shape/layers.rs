//! A shape by all the names that lead to it.

use super::build::{Kind, Shape};
use super::check::Mode;

/// The shape of a value and the named shapes that lead to it; the constraints of all of them hold.
#[derive(Clone, Copy)]
pub(super) struct Layers<'a> {
    outermost: &'a Shape,
    innermost: &'a Shape,
}

impl<'a> Layers<'a> {
    #[inline]
    pub(super) fn of(shape: &'a Shape) -> Self {
        Self { outermost: shape, innermost: shape.resolved() }
    }

    /// What the value is.
    pub(super) fn kind(self) -> Kind {
        self.innermost.kind()
    }

    /// Whether `null` is a value.
    pub(super) fn is_nullable(self) -> bool {
        self.each().any(Shape::is_nullable)
    }

    /// The shapes whose constraints are checked.
    pub(super) fn constrained(self, mode: Mode) -> impl Iterator<Item = &'a Shape> {
        self.each().filter(move |shape| mode != Mode::Open && shape.is_constrained())
    }

    /// The shapes from the outermost to the innermost.
    fn each(self) -> impl Iterator<Item = &'a Shape> {
        std::iter::successors(Some(self.outermost), |shape| match shape.kind() {
            Kind::Of(inner) => Some(inner()),
            _ => None,
        })
    }
}
