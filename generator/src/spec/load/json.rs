//! A tree as a JSON value, with aliases followed as far as is reasonable.

use serde_json::{Map, Number, Value};

use super::scalar::{Plain, plain};
use super::syntax;
use crate::diag::codes::load::ALIAS_BOMB;
use crate::diag::{Diagnostic, Part};
use crate::ir::Place;
use crate::source::{Content, Id, MAX_DEPTH, Tree};
use granit_parser::ScalarStyle;

/// Why a tree has no value of reasonable size.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// At this alias there were too many elements.
    Bomb(Option<Id>),
    /// This alias leads too deep.
    Deep(Id),
}

impl Stop {
    /// What to say about it.
    pub fn finding(&self, tree: &Tree, place: &Place) -> Diagnostic {
        match self {
            Self::Deep(id) => syntax::deep(place, tree.node(*id).span.start),
            Self::Bomb(alias) => {
                let bytes = alias.map_or(0..0, |alias| tree.node(alias).span.clone());
                Diagnostic::error(&ALIAS_BOMB, place, "the aliases make the document too big")
                    .at(Part::Bytes(bytes.start, bytes.end))
                    .label("following this one is one too many")
                    .help("write the repeated parts as types, and refer to them by name")
            }
        }
    }
}

/// How many elements a document may have once aliases are followed: without any it never has more than bytes.
pub fn budget(text: &str) -> usize {
    text.len() + 100_000
}

/// The value of a node; the first of duplicate keys counts, and keys that are no text are left out.
pub fn value(tree: &Tree, root: Id, budget: usize) -> Result<Value, Stop> {
    Walk { tree, budget, alias: None }.value(root, 0)
}

struct Walk<'t> {
    tree: &'t Tree,
    budget: usize,
    /// The alias that is being followed, the outermost one.
    alias: Option<Id>,
}

impl Walk<'_> {
    fn value(&mut self, id: Id, depth: usize) -> Result<Value, Stop> {
        self.budget = self.budget.checked_sub(1).ok_or(Stop::Bomb(self.alias))?;
        if depth > MAX_DEPTH {
            return Err(Stop::Deep(self.alias.unwrap_or(id)));
        }
        let tree = self.tree;
        match &tree.node(id).content {
            Content::Scalar { text, style } => Ok(scalar(text, *style)),
            Content::List(items) => items.iter().map(|item| self.value(*item, depth + 1)).collect(),
            Content::Map(entries) => {
                let mut map = Map::new();
                for entry in entries {
                    self.budget = self.budget.checked_sub(1).ok_or(Stop::Bomb(self.alias))?;
                    let Some(key) =
                        tree.text(entry.key).filter(|key| *key != "<<" && !map.contains_key(*key))
                    else {
                        continue;
                    };
                    let value = self.value(entry.value, depth + 1)?;
                    map.insert(key.to_owned(), value);
                }
                Ok(Value::Object(map))
            }
            Content::Alias(None) => Ok(Value::Null),
            Content::Alias(Some(target)) => {
                let outer = self.alias;
                self.alias = outer.or(Some(id));
                let value = self.value(*target, depth);
                self.alias = outer;
                value
            }
        }
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return text.into();
    }
    match plain(text) {
        Plain::Null => Value::Null,
        Plain::Bool(value) => value.into(),
        Plain::Integer(value) => integer(value),
        Plain::Float(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
        // A number all the same, so that nothing is said about its type.
        Plain::NotFinite => 0.into(),
        Plain::Text => text.into(),
    }
}

fn integer(value: i128) -> Value {
    if let Ok(value) = u64::try_from(value) {
        return value.into();
    }
    match i64::try_from(value) {
        Ok(value) => value.into(),
        #[expect(
            clippy::cast_precision_loss,
            reason = "the value is held against a schema, not used"
        )]
        Err(_) => Number::from_f64(value as f64).map_or(Value::Null, Value::Number),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use serde_json::json;

    use super::{Stop, value};
    use crate::source::Tree;

    fn read(text: &str) -> Result<serde_json::Value, Stop> {
        let tree = Tree::parse(text);
        value(&tree, tree.root().expect("the text has a root"), 1000)
    }

    #[test]
    fn scalars_lists_and_mappings_become_json() {
        let found =
            read("a: [1, -2, 1.5, true, ~, x, '1']\nb: {c: &x no, d: *x}\n201: .nan\nb: 2\n");
        assert_eq!(
            found,
            Ok(
                json!({ "a": [1, -2, 1.5, true, null, "x", "1"], "b": { "c": "no", "d": "no" }, "201": 0 })
            )
        );
    }

    #[test]
    fn a_bomb_is_defused() {
        let mut text = "a0: &a0 [x, x, x]\n".to_owned();
        for level in 1..30 {
            let inner = format!("*a{}", level - 1);
            writeln!(text, "a{level}: &a{level} [{inner}, {inner}, {inner}]")
                .expect("a string takes everything");
        }
        assert!(matches!(read(&text), Err(Stop::Bomb(Some(_)))));
    }

    #[test]
    fn aliases_cannot_nest_deeper_than_brackets() {
        let deep = "[".repeat(40) + "1" + &"]".repeat(40);
        let text = format!("a: &a {deep}\nb: &b {}*a{}\n", "[".repeat(40), "]".repeat(40));
        assert!(matches!(read(&text), Err(Stop::Deep(_))));
    }
}
