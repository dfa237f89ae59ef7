//! The one validator: walks JSON text beside a shape and collects everything that is wrong.
//!
//! It allocates nothing while the value is fine. What it lets pass, the type behind the shape reads; where serde is
//! pickier than JSON Schema (`1.0` is an integer) the walk remembers how to respell the number.

mod decimal;
mod leaf;
mod path;
mod suggest;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use self::path::Path;
use super::build::{Field, Kind, Shape, Variant};
use super::json::{Json, Malformed, Next};
use super::layers::Layers;
use super::members::{self, Keys, Seen, Tag};
use super::unique;
use super::violation::Violation;

pub(crate) use self::leaf::check_text;
pub(super) use self::leaf::{passes_number, passes_text};
pub(crate) use self::suggest::closest;

/// Violations that are collected before the walk stops.
pub(crate) const MAX_VIOLATIONS: usize = 100;

/// Bytes of pointers and words that are collected before the walk stops; names in a body may be as long as the body.
const MAX_WORDS: usize = 64 << 10;

/// How strict a walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A server checks a request: names that the shape does not know are refused, and constraints hold.
    Closed,
    /// A server checks what it writes: constraints hold; names it does not know may have come through it.
    Own,
    /// A reader tolerates: types and required members only.
    Open,
}

/// What a walk found.
#[derive(Debug)]
pub(crate) struct Checked {
    /// Everything that is wrong, in the order of the text.
    pub(crate) violations: Vec<Violation>,
    edits: Vec<Edit>,
}

/// A number that serde would not read as written.
#[derive(Debug)]
struct Edit {
    from: usize,
    to: usize,
    text: String,
}

/// Why a walk ended early.
enum Halt {
    Malformed(Malformed),
    Enough,
}

impl From<Malformed> for Halt {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

impl Checked {
    /// The text as serde reads it.
    pub(crate) fn respelled<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.edits.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut respelled = String::with_capacity(text.len());
        let mut copied = 0;
        for edit in &self.edits {
            respelled.push_str(&text[copied..edit.from]);
            respelled.push_str(&edit.text);
            copied = edit.to;
        }
        respelled.push_str(&text[copied..]);
        Cow::Owned(respelled)
    }
}

/// Walks a text beside a shape.
pub(crate) fn check(text: &str, shape: &Shape, mode: Mode) -> Result<Checked, Malformed> {
    let mut walk =
        Walk { json: Json::new(text), mode, violations: Vec::new(), words: 0, edits: Vec::new() };
    let end = walk.value(shape, &Path::Root, 0).and_then(|()| Ok(walk.json.finish()?));
    match end {
        Ok(()) | Err(Halt::Enough) => {
            Ok(Checked { violations: walk.violations, edits: walk.edits })
        }
        Err(Halt::Malformed(malformed)) => Err(malformed),
    }
}

/// Reads over a value of any kind; whether a closed walk finds nothing wrong with it.
pub(super) fn take_any(json: &mut Json<'_>, depth: usize) -> bool {
    let mode = Mode::Closed;
    let mut walk = Walk { json: *json, mode, violations: Vec::new(), words: 0, edits: Vec::new() };
    let has_passed = walk.any(&Path::Root, depth).is_ok();
    *json = walk.json;
    has_passed && walk.violations.is_empty()
}

struct Walk<'t> {
    json: Json<'t>,
    mode: Mode,
    violations: Vec<Violation>,
    /// Bytes of what the violations say.
    words: usize,
    edits: Vec<Edit>,
}

impl Walk<'_> {
    fn value(&mut self, shape: &Shape, path: &Path<'_>, depth: usize) -> Result<(), Halt> {
        let layers = Layers::of(shape);
        let next = self.json.peek()?;
        if next == Next::Null && layers.is_nullable() {
            return Ok(self.json.null()?);
        }
        match (layers.kind(), next) {
            (Kind::Any, _) => self.any(path, depth),
            (Kind::Boolean, Next::Boolean) => Ok(self.json.boolean().map(drop)?),
            (Kind::Int32 | Kind::Int64 | Kind::Float64, Next::Number) => self.number(layers, path),
            (Kind::List(items), Next::Array) => self.list(layers, items, path, depth),
            (Kind::Map(values), Next::Object) => self.map(layers, values, path, depth),
            (Kind::Page(items), Next::Object) => self.page(items, path, depth),
            (Kind::Object(_, fields), Next::Object) => self.record(fields, None, path, depth),
            (Kind::Union(_, tag, variants), Next::Object) => self.union(tag, variants, path, depth),
            (kind, Next::String) if leaf::is_text(kind) => self.text(layers, path),
            (kind, next) => {
                self.report(path, || {
                    format!("must be {}, not {}", leaf::kind_name(kind), leaf::next_name(next))
                })?;
                Ok(self.json.skip(depth)?)
            }
        }
    }

    fn text(&mut self, layers: Layers<'_>, path: &Path<'_>) -> Result<(), Halt> {
        let text = self.json.string()?;
        let mode = self.mode;
        leaf::text(layers, &text, mode, &mut |detail| self.report(path, || detail).is_ok());
        self.unless_enough()
    }

    fn number(&mut self, layers: Layers<'_>, path: &Path<'_>) -> Result<(), Halt> {
        let text = self.json.number()?;
        let to = self.json.end();
        let respelled = leaf::number(layers, text, self.mode, &mut |detail| {
            self.report(path, || detail).is_ok()
        });
        if let Some(respelled) = respelled {
            self.edits.push(Edit { from: to - text.len(), to, text: respelled });
        }
        self.unless_enough()
    }

    fn list(
        &mut self,
        layers: Layers<'_>,
        items: &'static Shape,
        path: &Path<'_>,
        depth: usize,
    ) -> Result<(), Halt> {
        let must_differ =
            layers.constrained(self.mode).any(|shape| shape.constraints().unique_items);
        let mut texts = Vec::new();
        let mut count = 0;
        self.json.enter(depth)?;
        while self.json.next_item(count == 0)? {
            let from = self.json.offset();
            self.value(items, &Path::Index(path, count), depth + 1)?;
            if must_differ {
                texts.push(self.json.slice(from, self.json.end()));
            }
            count += 1;
        }
        if let Some((earlier, later)) = unique::first_repetition(&texts) {
            self.report(&Path::Index(path, later), || {
                format!("repeats item {earlier}; the items must differ")
            })?;
        }
        self.count(layers, count, "item", path)
    }

    fn map(
        &mut self,
        layers: Layers<'_>,
        values: &'static Shape,
        path: &Path<'_>,
        depth: usize,
    ) -> Result<(), Halt> {
        let mut keys = Keys::default();
        let mut count = 0;
        self.json.enter(depth)?;
        while let Some(key) = self.json.next_key(count == 0)? {
            count += 1;
            let place = Path::Key(path, &key);
            self.unless_repeated(keys.contains(&key), &place)?;
            self.value(values, &place, depth + 1)?;
            keys.insert(key);
        }
        self.count(layers, count, "entry", path)
    }

    fn page(&mut self, items: &'static Shape, path: &Path<'_>, depth: usize) -> Result<(), Halt> {
        let fields = [
            Field::new("items", Shape::list(items)),
            Field::new("nextCursor", Shape::string()).optional(),
        ];
        self.record(&fields, None, path, depth)
    }

    fn record(
        &mut self,
        fields: &[Field],
        tag: Option<&str>,
        path: &Path<'_>,
        depth: usize,
    ) -> Result<(), Halt> {
        let mut seen = Seen::default();
        let mut others = Keys::default();
        let mut expected = 0;
        let mut is_first = true;
        self.json.enter(depth)?;
        loop {
            let taken = members::take_field(&mut self.json, fields, expected, is_first);
            let key = match taken {
                Some(index) => Cow::Borrowed(fields[index].name()),
                None => match self.json.next_key(is_first)? {
                    Some(key) => key,
                    None => break,
                },
            };
            is_first = false;
            let place = Path::Key(path, &key);
            if let Some(index) = taken.or_else(|| members::position(fields, &key, expected)) {
                expected = index + 1;
                self.unless_repeated(!seen.insert(index), &place)?;
                self.value(fields[index].shape(), &place, depth + 1)?;
                continue;
            }
            self.unless_repeated(others.contains(&key), &place)?;
            if tag != Some(&*key) && self.mode == Mode::Closed {
                self.report(&place, || suggest::unknown_field(&key, fields))?;
            }
            self.json.skip(depth + 1)?;
            others.insert(key);
        }
        for (index, field) in fields.iter().enumerate() {
            if !field.is_optional() && !seen.contains(index) {
                self.report(&Path::Key(path, field.name()), || "is required".to_owned())?;
            }
        }
        Ok(())
    }

    /// Looks ahead for the tag, then reads the object as the record that the tag names.
    fn union(
        &mut self,
        tag: &str,
        variants: &[Variant],
        path: &Path<'_>,
        depth: usize,
    ) -> Result<(), Halt> {
        let names = || variants.iter().map(Variant::tag);
        match Tag::ahead(self.json, tag, depth)? {
            Tag::Absent => {
                self.report(&Path::Key(path, tag), || {
                    format!("is required: one of {}", suggest::listed(names()))
                })?;
            }
            Tag::NotText => self.report(&Path::Key(path, tag), || "must be a string".to_owned())?,
            Tag::Text(value) => {
                let variant = variants.iter().find(|variant| variant.tag() == value);
                if let Some(variant) = variant {
                    return match variant.shape().resolved().kind() {
                        Kind::Object(_, fields) => self.record(fields, Some(tag), path, depth),
                        _ => self.any(path, depth),
                    };
                }
                if self.mode != Mode::Closed {
                    return self.any(path, depth);
                }
                self.report(&Path::Key(path, tag), || suggest::unknown_name(&value, names()))?;
            }
        }
        Ok(self.json.skip(depth)?)
    }

    /// Any value: no key twice, no number that would not come out again as it went in.
    fn any(&mut self, path: &Path<'_>, depth: usize) -> Result<(), Halt> {
        match self.json.peek()? {
            Next::Number => {
                let number = self.json.number()?;
                let is_whole = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
                let fits =
                    !is_whole || number.parse::<i64>().is_ok() || number.parse::<u64>().is_ok();
                if !number.parse().is_ok_and(f64::is_finite) {
                    return self.report(path, || "is a number out of range".to_owned());
                }
                if self.mode == Mode::Closed && !fits {
                    return self
                        .report(path, || "is an integer that 64 bits do not hold".to_owned());
                }
                Ok(())
            }
            Next::Array => {
                let mut count = 0;
                self.json.enter(depth)?;
                while self.json.next_item(count == 0)? {
                    self.any(&Path::Index(path, count), depth + 1)?;
                    count += 1;
                }
                Ok(())
            }
            Next::Object => {
                let mut keys = Keys::default();
                self.json.enter(depth)?;
                while let Some(key) = self.json.next_key(keys.is_empty())? {
                    let place = Path::Key(path, &key);
                    self.unless_repeated(keys.contains(&key), &place)?;
                    self.any(&place, depth + 1)?;
                    keys.insert(key);
                }
                Ok(())
            }
            Next::Null | Next::Boolean | Next::String => Ok(self.json.skip(depth)?),
        }
    }

    fn count(
        &mut self,
        layers: Layers<'_>,
        count: usize,
        noun: &str,
        path: &Path<'_>,
    ) -> Result<(), Halt> {
        for shape in layers.constrained(self.mode) {
            let constraints = shape.constraints();
            if let Some(least) = constraints.min_items.filter(|least| count < *least) {
                self.report(path, || {
                    format!("must have at least {}", suggest::counted(least, noun))
                })?;
            }
            if let Some(most) = constraints.max_items.filter(|most| count > *most) {
                self.report(path, || {
                    format!("must have at most {}", suggest::counted(most, noun))
                })?;
            }
        }
        Ok(())
    }

    fn unless_repeated(&mut self, is_repeated: bool, place: &Path<'_>) -> Result<(), Halt> {
        if is_repeated { self.report(place, || "is written twice".to_owned()) } else { Ok(()) }
    }

    fn unless_enough(&self) -> Result<(), Halt> {
        let is_enough = self.violations.len() >= MAX_VIOLATIONS || self.words > MAX_WORDS;
        if is_enough { Err(Halt::Enough) } else { Ok(()) }
    }

    fn report(&mut self, path: &Path<'_>, detail: impl FnOnce() -> String) -> Result<(), Halt> {
        self.unless_enough()?;
        let (pointer, detail) = (path.pointer(), detail());
        self.words += pointer.len() + detail.len();
        self.violations.push(Violation::in_body(pointer, detail));
        self.unless_enough()
    }
}
