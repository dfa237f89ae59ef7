//! The shape of a value and how to write one down.

use super::pattern::Pattern;

/// A type whose values have a known shape.
pub trait Shaped {
    /// What its values look like on the wire.
    fn shape() -> &'static Shape;
}

/// What a value must look like on the wire.
///
/// ```
/// use tiebeam::shape::{Field, Shape};
///
/// static LINE: Shape = Shape::object(
///     "Line",
///     &[Field::new("quantity", Shape::int32().minimum(1)), Field::new("note", Shape::string()).optional()],
/// );
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    kind: Kind,
    is_nullable: bool,
    /// Whether there is a constraint: most shapes have none, and to know it is cheaper than to look for each.
    is_constrained: bool,
    constraints: Constraints,
}

/// What kind of value a shape describes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// Unicode text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A 32-bit signed integer.
    Int32,
    /// A 64-bit signed integer.
    Int64,
    /// An IEEE 754 double.
    Float64,
    /// An exact decimal number, a string on the wire.
    Decimal,
    /// A calendar date.
    Date,
    /// An instant, RFC 3339.
    Timestamp,
    /// A duration, ISO 8601.
    Duration,
    /// A UUID with hyphens.
    Uuid,
    /// An e-mail address.
    Email,
    /// An absolute URI.
    Uri,
    /// Bytes in base64.
    Bytes,
    /// Any JSON value.
    Any,
    /// An array.
    List(&'static Shape),
    /// An object with free keys.
    Map(&'static Shape),
    /// One page of a list, as it travels.
    Page(&'static Shape),
    /// A record.
    Object(&'static str, &'static [Field]),
    /// A set of names; open when read, closed when a request is checked.
    Enumeration(&'static str, &'static [&'static str]),
    /// One of several records, told apart by a tag inside the object.
    Union(&'static str, &'static str, &'static [Variant]),
    /// The shape of a named type; a function so that types may refer to each other in circles.
    Of(fn() -> &'static Shape),
}

/// What a value must satisfy besides being of its kind, by JSON Schema's names.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Constraints {
    /// Least number of Unicode code points.
    pub min_length: Option<usize>,
    /// Greatest number of Unicode code points.
    pub max_length: Option<usize>,
    /// An expression that some part of the text must match.
    pub pattern: Option<&'static Pattern>,
    /// Least value.
    pub minimum: Option<Bound>,
    /// Greatest value.
    pub maximum: Option<Bound>,
    /// Every value is greater than this.
    pub exclusive_minimum: Option<Bound>,
    /// Every value is less than this.
    pub exclusive_maximum: Option<Bound>,
    /// Every value is a multiple of this.
    pub multiple_of: Option<Bound>,
    /// Least number of items or entries.
    pub min_items: Option<usize>,
    /// Greatest number of items or entries.
    pub max_items: Option<usize>,
    /// Whether the items of a list must differ.
    pub unique_items: bool,
}

/// A number that a constraint refers to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// Of an int32 or an int64.
    Integer(i64),
    /// Of a float64.
    Float(f64),
    /// Of a decimal.
    Decimal(&'static str),
}

/// One field of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    name: &'static str,
    shape: Shape,
    is_optional: bool,
    /// Whether its name is written in JSON as it is.
    is_plain: bool,
    classification: Classification,
}

/// One member of a union.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    tag: &'static str,
    shape: Shape,
}

/// How sensitive a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Classification {
    /// May be seen by anyone.
    Public,
    /// Stays inside the enterprise.
    #[default]
    Internal,
    /// Says something about a person; redacted in logs.
    Personal,
    /// Part of a payment instrument; redacted in logs.
    Payment,
    /// A credential; redacted everywhere but on the wire.
    Secret,
}

const FREE: Constraints = Constraints {
    min_length: None,
    max_length: None,
    pattern: None,
    minimum: None,
    maximum: None,
    exclusive_minimum: None,
    exclusive_maximum: None,
    multiple_of: None,
    min_items: None,
    max_items: None,
    unique_items: false,
};

/// Writes one constructor per kind that needs nothing else.
macro_rules! constructors {
    ($($(#[$doc:meta])* $name:ident $kind:ident;)*) => {
        impl Shape {
            $($(#[$doc])* #[must_use] pub const fn $name() -> Self { Self::plain(Kind::$kind) })*
        }
    };
}

constructors! {
    /// Unicode text.
    string String;
    /// `true` or `false`.
    boolean Boolean;
    /// A 32-bit signed integer.
    int32 Int32;
    /// A 64-bit signed integer.
    int64 Int64;
    /// An IEEE 754 double.
    float64 Float64;
    /// An exact decimal number, a string on the wire.
    decimal Decimal;
    /// A calendar date.
    date Date;
    /// An instant, RFC 3339.
    timestamp Timestamp;
    /// A duration, ISO 8601.
    duration Duration;
    /// A UUID with hyphens.
    uuid Uuid;
    /// An e-mail address.
    email Email;
    /// An absolute URI.
    uri Uri;
    /// Bytes in base64.
    bytes Bytes;
    /// Any JSON value.
    any Any;
}

impl Shape {
    /// An array of items of one shape.
    #[must_use]
    pub const fn list(items: &'static Self) -> Self {
        Self::plain(Kind::List(items))
    }

    /// An object with free keys and values of one shape.
    #[must_use]
    pub const fn map(values: &'static Self) -> Self {
        Self::plain(Kind::Map(values))
    }

    /// One page of a list: `{"items": […], "nextCursor": "…"}`.
    #[must_use]
    pub const fn page(items: &'static Self) -> Self {
        Self::plain(Kind::Page(items))
    }

    /// A record with these fields.
    #[must_use]
    pub const fn object(name: &'static str, fields: &'static [Field]) -> Self {
        Self::plain(Kind::Object(name, fields))
    }

    /// A set of names.
    #[must_use]
    pub const fn enumeration(name: &'static str, values: &'static [&'static str]) -> Self {
        Self::plain(Kind::Enumeration(name, values))
    }

    /// One of several records, told apart by the property `tag`.
    #[must_use]
    pub const fn union(
        name: &'static str,
        tag: &'static str,
        variants: &'static [Variant],
    ) -> Self {
        Self::plain(Kind::Union(name, tag, variants))
    }

    /// The shape of a named type.
    #[must_use]
    pub const fn of<T: Shaped>() -> Self {
        Self::plain(Kind::Of(T::shape))
    }

    /// Also takes `null`.
    #[must_use]
    pub const fn nullable(mut self) -> Self {
        self.is_nullable = true;
        self
    }

    /// Asks for at least so many code points.
    #[must_use]
    pub const fn min_length(mut self, length: usize) -> Self {
        self.is_constrained = true;
        self.constraints.min_length = Some(length);
        self
    }

    /// Asks for at most so many code points.
    #[must_use]
    pub const fn max_length(mut self, length: usize) -> Self {
        self.is_constrained = true;
        self.constraints.max_length = Some(length);
        self
    }

    /// Asks that some part of the text match.
    #[must_use]
    pub const fn pattern(mut self, pattern: &'static Pattern) -> Self {
        self.is_constrained = true;
        self.constraints.pattern = Some(pattern);
        self
    }

    /// Asks for at least so many items or entries.
    #[must_use]
    pub const fn min_items(mut self, count: usize) -> Self {
        self.is_constrained = true;
        self.constraints.min_items = Some(count);
        self
    }

    /// Asks for at most so many items or entries.
    #[must_use]
    pub const fn max_items(mut self, count: usize) -> Self {
        self.is_constrained = true;
        self.constraints.max_items = Some(count);
        self
    }

    /// Asks that the items differ.
    #[must_use]
    pub const fn unique_items(mut self) -> Self {
        self.is_constrained = true;
        self.constraints.unique_items = true;
        self
    }

    /// What kind of value it describes.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether `null` is a value.
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        self.is_nullable
    }

    /// What a value must satisfy besides being of its kind.
    #[must_use]
    pub fn constraints(&self) -> &Constraints {
        &self.constraints
    }

    /// Whether a value must satisfy anything besides being of its kind.
    pub(super) fn is_constrained(&self) -> bool {
        self.is_constrained
    }

    /// The shape behind any number of names.
    #[must_use]
    #[inline]
    pub fn resolved(&self) -> &Self {
        let mut shape = self;
        while let Kind::Of(inner) = shape.kind {
            shape = inner();
        }
        shape
    }

    const fn plain(kind: Kind) -> Self {
        Self { kind, is_nullable: false, is_constrained: false, constraints: FREE }
    }
}

/// Writes the bounds of one family of numbers.
macro_rules! bounds {
    ($bound:ident $ty:ty: $minimum:ident $maximum:ident $exclusive_minimum:ident $exclusive_maximum:ident $multiple_of:ident) => {
        impl Shape {
            /// Asks for at least this value.
            #[must_use]
            pub const fn $minimum(mut self, value: $ty) -> Self {
                self.is_constrained = true;
                self.constraints.minimum = Some(Bound::$bound(value));
                self
            }

            /// Asks for at most this value.
            #[must_use]
            pub const fn $maximum(mut self, value: $ty) -> Self {
                self.is_constrained = true;
                self.constraints.maximum = Some(Bound::$bound(value));
                self
            }

            /// Asks for more than this value.
            #[must_use]
            pub const fn $exclusive_minimum(mut self, value: $ty) -> Self {
                self.is_constrained = true;
                self.constraints.exclusive_minimum = Some(Bound::$bound(value));
                self
            }

            /// Asks for less than this value.
            #[must_use]
            pub const fn $exclusive_maximum(mut self, value: $ty) -> Self {
                self.is_constrained = true;
                self.constraints.exclusive_maximum = Some(Bound::$bound(value));
                self
            }

            /// Asks for a multiple of this value.
            #[must_use]
            pub const fn $multiple_of(mut self, value: $ty) -> Self {
                self.is_constrained = true;
                self.constraints.multiple_of = Some(Bound::$bound(value));
                self
            }
        }
    };
}

bounds!(Integer i64: minimum maximum exclusive_minimum exclusive_maximum multiple_of);
bounds!(Float f64: minimum_float maximum_float exclusive_minimum_float exclusive_maximum_float multiple_of_float);
bounds!(Decimal &'static str: minimum_decimal maximum_decimal exclusive_minimum_decimal exclusive_maximum_decimal multiple_of_decimal);

impl Field {
    /// A field that must be present.
    #[must_use]
    pub const fn new(name: &'static str, shape: Shape) -> Self {
        let classification = Classification::Internal;
        Self { name, shape, is_optional: false, is_plain: is_plain(name), classification }
    }

    /// Lets the field be absent.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    /// Says how sensitive the field is.
    #[must_use]
    pub const fn classified(mut self, classification: Classification) -> Self {
        self.classification = classification;
        self
    }

    /// Its name on the wire.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What its value looks like.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Whether it may be absent.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.is_optional
    }

    /// Whether its name is written in JSON as it is.
    pub(super) fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// How sensitive it is.
    #[must_use]
    pub fn classification(&self) -> Classification {
        self.classification
    }
}

/// Whether a text has nothing that JSON escapes.
const fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] < 0x20 || bytes[at] == b'"' || bytes[at] == b'\\' {
            return false;
        }
        at += 1;
    }
    true
}

impl Variant {
    /// The record that travels under a tag.
    #[must_use]
    pub const fn new(tag: &'static str, shape: Shape) -> Self {
        Self { tag, shape }
    }

    /// The value of the tag.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The record that travels with the tag.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(formatter),
            Self::Float(value) => value.fmt(formatter),
            Self::Decimal(text) => formatter.write_str(text),
        }
    }
}
