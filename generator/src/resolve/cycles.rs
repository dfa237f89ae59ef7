//! Types that contain themselves: names for themselves, and records that no value can satisfy.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{Shape, Type, TypeId, TypeRef};
use crate::resolve::sink::{Sink, quoted};
use crate::resolve::table::Table;

/// Reports both kinds of cycles and forgets the newtypes that are one, so that nothing follows them for ever.
pub fn check(table: &mut Table, sink: &mut Sink) {
    for id in newtype_cycles(table, sink) {
        table.remove(&id);
    }
    endless_records(table, sink);
}

/// A newtype leads to at most one type, so that a cycle is found by walking. Returns what must be forgotten.
fn newtype_cycles(table: &Table, sink: &mut Sink) -> BTreeSet<TypeId> {
    let mut depths: BTreeMap<&TypeId, usize> = BTreeMap::new();
    let mut broken = BTreeSet::new();
    for ty in table.types() {
        let mut trail: Vec<&Type> = Vec::new();
        let mut positions: BTreeMap<&TypeId, usize> = BTreeMap::new();
        let mut next = Some(ty);
        let mut depth = 0;
        while let Some(ty) = next {
            if let Some(start) = positions.get(&ty.id) {
                sink.report(newtype_cycle(&trail[*start..]));
                broken.extend(trail[*start..].iter().map(|ty| ty.id.clone()));
                break;
            }
            if let Some(known) = depths.get(&ty.id) {
                depth = *known;
                break;
            }
            next = match &ty.shape {
                Shape::Newtype { is, .. } => behind(is).and_then(|id| table.find(id)),
                _ => None,
            };
            positions.insert(&ty.id, trail.len());
            trail.push(ty);
        }
        for ty in trail.iter().rev() {
            depth += 1;
            depths.insert(&ty.id, depth);
            if depth == DEEPEST + 1 {
                sink.report(long_chain(ty));
            }
            if depth > DEEPEST {
                broken.insert(ty.id.clone());
            }
        }
    }
    broken
}

/// Names for names for names: more of them help nobody.
const DEEPEST: usize = 16;

fn long_chain(ty: &Type) -> Diagnostic {
    let mut place = ty.place.clone();
    place.pointer.push_str("/is");
    let message = format!("the type `{}` is a name for a name, {DEEPEST} times over", ty.id.name);
    Diagnostic::error(&link::NEWTYPE_CYCLE, &place, message)
        .help("name the type behind it directly")
}

fn behind(ty: &TypeRef) -> Option<&TypeId> {
    match ty {
        TypeRef::Builtin(_) | TypeRef::Patch(_) => None,
        TypeRef::Named(id) => Some(id),
        TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => behind(inner),
    }
}

fn newtype_cycle(cycle: &[&Type]) -> Diagnostic {
    let first = cycle.iter().min_by_key(|ty| &ty.id).expect("a cycle has members");
    let message = match cycle {
        [_] => format!("the type `{}` is a name for itself", first.id.name),
        _ => format!(
            "the types {} are names for each other",
            quoted(cycle.iter().map(|ty| ty.id.name.as_str()))
        ),
    };
    let mut place = first.place.clone();
    place.pointer.push_str("/is");
    let mut finding = Diagnostic::error(&link::NEWTYPE_CYCLE, &place, message)
        .help("let one of them be a record with `fields:`, or a type of the language");
    for other in cycle.iter().filter(|ty| ty.id != first.id) {
        finding = finding.related(&other.place, Part::Key, "part of the cycle");
    }
    finding
}

/// How far a type is from being satisfiable.
struct State<'a> {
    ty: &'a Type,
    /// What must be satisfiable first: all of it for a record, any of it for a union.
    needs: Vec<(usize, &'a str)>,
    open: usize,
    finite: bool,
}

/// Finds the types of which a value exists by taking away, again and again, those that need nothing more.
fn endless_records(table: &Table, sink: &mut Sink) {
    let numbers: BTreeMap<&TypeId, usize> =
        table.types().enumerate().map(|(number, ty)| (&ty.id, number)).collect();
    let mut states: Vec<State<'_>> = table.types().map(|ty| state(ty, &numbers)).collect();
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); states.len()];
    for (number, state) in states.iter().enumerate() {
        for (need, _) in &state.needs {
            users[*need].push(number);
        }
    }
    let mut ready: Vec<usize> =
        (0..states.len()).filter(|number| states[*number].open == 0).collect();
    while let Some(number) = ready.pop() {
        if std::mem::replace(&mut states[number].finite, true) {
            continue;
        }
        for user in &users[number] {
            let state = &mut states[*user];
            state.open = state.open.saturating_sub(1);
            if state.open == 0 && !state.finite {
                ready.push(*user);
            }
        }
    }
    report_endless(&states, sink);
}

fn state<'a>(ty: &'a Type, numbers: &BTreeMap<&TypeId, usize>) -> State<'a> {
    let number = |id: &TypeId| numbers.get(id).copied();
    let (needs, any): (Vec<(usize, &str)>, bool) = match &ty.shape {
        Shape::Enum(_) => (Vec::new(), false),
        Shape::Newtype { is, constraints, .. } => (
            needed(is, constraints.min_items)
                .and_then(number)
                .map(|need| (need, ""))
                .into_iter()
                .collect(),
            false,
        ),
        Shape::Record { fields, .. } => {
            let required = fields.iter().filter(|field| field.required);
            let needs = required.filter_map(|field| {
                Some((
                    number(needed(&field.ty, field.constraints.min_items)?)?,
                    field.name.as_str(),
                ))
            });
            (needs.collect(), false)
        }
        Shape::Union { variants, .. } => {
            let needs = variants
                .iter()
                .filter_map(|variant| Some((number(&variant.payload)?, variant.tag.as_str())));
            (needs.collect(), true)
        }
    };
    let open = if any { needs.len().min(1) } else { needs.len() };
    State { ty, needs, open, finite: false }
}

/// The named type without which there is no value.
fn needed(ty: &TypeRef, min_items: Option<u64>) -> Option<&TypeId> {
    match ty {
        TypeRef::Named(id) => Some(id),
        TypeRef::List(inner) | TypeRef::Map(inner) if min_items.is_some_and(|least| least > 0) => {
            needed(inner, None)
        }
        _ => None,
    }
}

/// Reports each cycle once, and not the types that merely lead to one.
fn report_endless(states: &[State<'_>], sink: &mut Sink) {
    let mut seen = vec![false; states.len()];
    for start in 0..states.len() {
        let mut trail: Vec<(usize, &str)> = Vec::new();
        let mut number = start;
        while !states[number].finite && !seen[number] {
            seen[number] = true;
            let need = states[number].needs.iter().find(|(need, _)| !states[*need].finite);
            let (next, field) = need.expect("a type without a value needs one that has none");
            trail.push((number, field));
            number = *next;
        }
        if let Some(first) = trail.iter().position(|(earlier, _)| *earlier == number) {
            sink.report(endless(states, &trail[first..]));
        }
    }
}

fn endless(states: &[State<'_>], cycle: &[(usize, &str)]) -> Diagnostic {
    let smallest =
        (0..cycle.len()).min_by_key(|index| &states[cycle[*index].0].ty.id).unwrap_or_default();
    let turned: Vec<&(usize, &str)> = cycle[smallest..].iter().chain(&cycle[..smallest]).collect();
    let name = |number: usize| states[number].ty.id.name.as_str();
    let first = states[turned[0].0].ty;
    let mut path = String::new();
    for (number, field) in &turned {
        path.push_str(name(*number));
        if !field.is_empty() {
            path.push('.');
            path.push_str(field);
        }
        path.push_str(" → ");
    }
    path.push_str(name(turned[0].0));
    let message = format!("no value of the type `{}` can ever be complete", first.id.name);
    let (place, part) = match &first.shape {
        Shape::Record { fields, .. } => match fields.iter().find(|field| field.name == turned[0].1)
        {
            Some(field) => (&field.place, Part::Key),
            None => (&first.place, Part::Key),
        },
        _ => (&first.place, Part::Key),
    };
    Diagnostic::error(&link::ENDLESS_RECORD, place, message)
        .at(part)
        .label(format!("contains itself: {path}"))
        .help("end a key on the way with `?`, or make its type a list, a map or `T | null`")
}
