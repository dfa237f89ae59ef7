//! The checker: compares what was committed with what somebody saw of it.
//!
//! It knows nothing of how events travel. It is given the log, in any order, and what was seen, in the order in which it
//! was seen, and says everything that cannot be if the promise was kept.

use std::collections::{BTreeMap, BTreeSet};

use tiebeam::bus::Position;

/// One event, as the log or whoever saw it has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fact {
    pub(crate) topic: String,
    pub(crate) key: Option<String>,
    pub(crate) position: Option<Position>,
    pub(crate) id: String,
}

/// What whoever saw the events was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promise {
    /// Each at least once, and those of a key for the first time in their order: a bus.
    AtLeastOnceInOrder,
    /// Each once, in the order of its key: the effects of an ordered consumer.
    OnceInOrder,
    /// Each once: the effects of any other.
    Once,
}

/// What cannot be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Defect {
    /// It was committed, and nobody saw it.
    Lost(Fact),
    /// It was seen twice.
    Doubled(Fact),
    /// It was seen after a later one of its key.
    Reordered { fact: Fact, after: Fact },
    /// It was seen, and nobody committed it so.
    Phantom(Fact),
    /// The log has no event of its key just before it.
    Gap(Fact),
}

/// Everything that cannot be.
pub(crate) fn check(committed: &[Fact], seen: &[Fact], promise: Promise) -> Vec<Defect> {
    let mut defects = gaps(committed);
    let known: BTreeMap<&str, &Fact> =
        committed.iter().map(|fact| (fact.id.as_str(), fact)).collect();
    let mut met: BTreeSet<&str> = BTreeSet::new();
    let mut latest: BTreeMap<(&str, Option<&str>), &Fact> = BTreeMap::new();
    for fact in seen {
        if known.get(&*fact.id) != Some(&fact) {
            defects.push(Defect::Phantom(fact.clone()));
            continue;
        }
        if !met.insert(&fact.id) {
            if promise != Promise::AtLeastOnceInOrder {
                defects.push(Defect::Doubled(fact.clone()));
            }
            continue;
        }
        if promise == Promise::Once || fact.key.is_none() {
            continue;
        }
        let before = latest.entry((&fact.topic, fact.key.as_deref())).or_insert(fact);
        if before.position > fact.position {
            defects.push(Defect::Reordered { fact: fact.clone(), after: (*before).clone() });
        } else {
            *before = fact;
        }
    }
    let lost = committed.iter().filter(|fact| !met.contains(&*fact.id));
    defects.extend(lost.cloned().map(Defect::Lost));
    defects
}

/// Events of a key are numbered from 1 without a gap.
fn gaps(committed: &[Fact]) -> Vec<Defect> {
    let mut keys: BTreeMap<_, BTreeMap<Position, &Fact>> = BTreeMap::new();
    for fact in committed {
        if let (Some(key), Some(position)) = (&fact.key, fact.position) {
            keys.entry((&fact.topic, key)).or_default().insert(position, fact);
        }
    }
    let mut defects = Vec::new();
    for facts in keys.values() {
        let mut last = 0;
        for (position, fact) in facts {
            if position.sequence != last + 1 {
                defects.push(Defect::Gap((*fact).clone()));
            }
            last = position.sequence;
        }
    }
    defects
}

#[test]
fn each_defect_is_told_from_the_others() {
    let fact = |key: &str, sequence| Fact {
        topic: "a.b.v1".to_owned(),
        key: Some(key.to_owned()),
        position: Some(Position { epoch: 1, sequence }),
        id: format!("{key}{sequence}"),
    };
    let (a1, a2, a3, b1) = (fact("a", 1), fact("a", 2), fact("a", 3), fact("b", 1));
    let all = [a1.clone(), a2.clone(), a3.clone(), b1.clone()];
    let moved = Fact { position: fact("a", 3).position, ..a2.clone() };
    let reordered = Defect::Reordered { fact: a1.clone(), after: a2.clone() };
    for (seen, promise, expected) in [
        (vec![&a1, &b1, &a2, &a3], Promise::OnceInOrder, vec![]),
        (vec![&a1, &a2, &a1, &a2, &a3, &b1], Promise::AtLeastOnceInOrder, vec![]),
        (vec![&a2, &a1, &b1, &a3], Promise::Once, vec![]),
        (vec![&a1, &a2, &b1], Promise::OnceInOrder, vec![Defect::Lost(a3.clone())]),
        (vec![&a1, &a2, &b1, &a2, &a3], Promise::Once, vec![Defect::Doubled(a2.clone())]),
        (vec![&b1, &a2, &a1, &a3], Promise::AtLeastOnceInOrder, vec![reordered.clone()]),
        (vec![&a2, &a1, &a1, &a3, &b1], Promise::AtLeastOnceInOrder, vec![reordered]),
        (
            vec![&a1, &moved, &a3, &b1],
            Promise::Once,
            vec![Defect::Phantom(moved.clone()), Defect::Lost(a2.clone())],
        ),
    ] {
        let seen: Vec<Fact> = seen.into_iter().cloned().collect();
        assert_eq!(check(&all, &seen, promise), expected, "{seen:?}");
    }
    let holed = [a1.clone(), a3.clone()];
    assert_eq!(check(&holed, &holed, Promise::Once), [Defect::Gap(a3)]);
}
