//! Which schemas a document needs under a name of their own, and what they are called.

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::openapi::names::Names;
use crate::ir;

/// Which way a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// To the server, which refuses what it does not know.
    Request,
    /// From the server, to readers that tolerate what they do not know.
    Response,
}

/// A schema under a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Component<'ir> {
    /// A named type.
    Type(&'ir ir::TypeId, Direction),
    /// A merge patch of a record.
    Patch(&'ir ir::TypeId, Direction),
    /// One page of a list of these items.
    Page(&'ir ir::TypeRef),
}

/// The components of a document and their names. Fill it first, then name, then look up.
#[derive(Debug)]
pub struct Catalog<'ir> {
    /// Where the types live.
    pub platform: &'ir ir::Platform,
    /// What comes before a name in a reference to it, for example `#/components/schemas/`.
    pub prefix: &'static str,
    reached: BTreeSet<Component<'ir>>,
    keys: BTreeMap<Component<'ir>, String>,
}

impl<'ir> Catalog<'ir> {
    /// An empty catalog.
    pub fn new(platform: &'ir ir::Platform, prefix: &'static str) -> Self {
        Self { platform, prefix, reached: BTreeSet::new(), keys: BTreeMap::new() }
    }

    /// Adds whatever a use of a type refers to.
    pub fn reach(&mut self, ty: &'ir ir::TypeRef, direction: Direction) {
        let mut open: Vec<Component<'ir>> = Vec::new();
        self.open(ty, direction, &mut open);
        while let Some(next) = open.pop() {
            if self.reached.insert(next) {
                self.open_parts(next, &mut open);
            }
        }
    }

    /// Adds the page of a list of these items, and what they refer to.
    pub fn reach_page(&mut self, item: &'ir ir::TypeRef) {
        self.reached.insert(Component::Page(item));
        self.reach(item, Direction::Response);
    }

    /// Adds whatever the fields refer to.
    pub fn reach_fields(&mut self, fields: &'ir [ir::Field], direction: Direction) {
        for field in fields {
            self.reach(&field.ty, direction);
        }
    }

    /// Opens the component that a use of a type refers to.
    fn open(&self, ty: &'ir ir::TypeRef, direction: Direction, open: &mut Vec<Component<'ir>>) {
        match ty {
            ir::TypeRef::Builtin(_) => {}
            ir::TypeRef::Named(id) => open.push(self.component(id, direction)),
            ir::TypeRef::List(inner) | ir::TypeRef::Map(inner) | ir::TypeRef::Nullable(inner) => {
                self.open(inner, direction, open);
            }
            ir::TypeRef::Patch(id) => open.push(Component::Patch(id, direction)),
        }
    }

    /// Opens the components that a component refers to.
    fn open_parts(&self, component: Component<'ir>, open: &mut Vec<Component<'ir>>) {
        let platform = self.platform;
        match component {
            Component::Type(id, direction) => {
                let shape = platform.shape(id);
                for used in shape.uses() {
                    self.open(used, direction, open);
                }
                // What is in the records of a union stands in the schemas of its kinds.
                for field in shape.payloads().flat_map(|payload| fields(platform, payload)) {
                    self.open(&field.ty, direction, open);
                }
            }
            Component::Patch(id, direction) => {
                for field in fields(platform, id) {
                    match platform.change_of(field) {
                        ir::Change::Record(nested, _) => {
                            open.push(Component::Patch(nested, direction));
                        }
                        ir::Change::Entries(value) => self.open(value, direction, open),
                        ir::Change::Replace => self.open(&field.ty, direction, open),
                    }
                }
            }
            Component::Page(_) => {}
        }
    }

    /// Gives every component its name.
    pub fn name(&mut self, names: &mut Names) {
        let types: BTreeSet<&ir::TypeId> = self
            .reached
            .iter()
            .filter_map(|component| match component {
                Component::Type(id, _) | Component::Patch(id, _) => Some(*id),
                Component::Page(_) => None,
            })
            .collect();
        let stems = names.types(&types);
        for component in &self.reached {
            let key = match component {
                Component::Type(id, Direction::Request)
                    if self.reached.contains(&Component::Type(id, Direction::Response)) =>
                {
                    names.derived(&stems[id], "Input")
                }
                Component::Type(id, _) => stems[id].clone(),
                Component::Patch(id, Direction::Request) => names.derived(&stems[id], "Patch"),
                Component::Patch(id, Direction::Response) => names.derived(&stems[id], "PatchView"),
                Component::Page(item) => names.derived(&words(item, &stems), "Page"),
            };
            self.keys.insert(*component, key);
        }
    }

    /// Every component with its name.
    pub fn components(&self) -> impl Iterator<Item = (Component<'ir>, &str)> {
        self.keys.iter().map(|(component, key)| (*component, key.as_str()))
    }

    /// The component that a use of a named type refers to.
    pub fn component(&self, id: &'ir ir::TypeId, direction: Direction) -> Component<'ir> {
        let direction =
            if depends_on_direction(self.platform, id) { direction } else { Direction::Response };
        Component::Type(id, direction)
    }

    /// The name of a component.
    pub fn key(&self, component: Component<'ir>) -> &str {
        let key = self.keys.get(&component);
        key.expect("every component that is referred to was reached before the catalog was named")
    }
}

/// The fields of a record.
pub fn fields<'ir>(platform: &'ir ir::Platform, id: &ir::TypeId) -> &'ir [ir::Field] {
    match &platform.ty(id).shape {
        ir::Shape::Record { fields, .. } => fields,
        _ => unreachable!(
            "linking takes nothing but records as the payloads of unions and the subjects of patches"
        ),
    }
}

fn depends_on_direction(platform: &ir::Platform, id: &ir::TypeId) -> bool {
    let mut ty = match &platform.ty(id).shape {
        ir::Shape::Newtype { is, .. } => is,
        ir::Shape::Enum(_) | ir::Shape::Union { .. } | ir::Shape::Record { .. } => return true,
    };
    loop {
        ty = match ty {
            ir::TypeRef::Builtin(_) => return false,
            ir::TypeRef::Named(id) => return depends_on_direction(platform, id),
            ir::TypeRef::List(inner) | ir::TypeRef::Map(inner) | ir::TypeRef::Nullable(inner) => {
                inner
            }
            ir::TypeRef::Patch(_) => return true,
        };
    }
}

/// The use of a type in words: `OrderLine`, `StringMap`.
fn words(ty: &ir::TypeRef, stems: &BTreeMap<&ir::TypeId, String>) -> String {
    match ty {
        ir::TypeRef::Builtin(builtin) => format!("{builtin:?}"),
        ir::TypeRef::Named(id) => stems[id].clone(),
        ir::TypeRef::List(inner) => format!("{}List", words(inner, stems)),
        ir::TypeRef::Map(inner) => format!("{}Map", words(inner, stems)),
        ir::TypeRef::Patch(id) => format!("{}Patch", stems[id]),
        ir::TypeRef::Nullable(inner) => format!("Nullable{}", words(inner, stems)),
    }
}
