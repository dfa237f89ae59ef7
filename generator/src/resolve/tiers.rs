//! Tiers: who may call whom, and that nobody calls itself by a way around.

use std::collections::BTreeMap;

use crate::diag::codes::link;
use crate::diag::{Diagnostic, Part};
use crate::ir::{Api, ApiId, Tier};
use crate::resolve::at::At;
use crate::resolve::contract::Contract;
use crate::resolve::sink::{Sink, error};

/// What a tier is called.
fn noun(tier: Tier) -> &'static str {
    match tier {
        Tier::Experience => "an experience API",
        Tier::Process => "a process API",
        Tier::System => "a system API",
        Tier::Service => "a service",
    }
}

/// What a tier may call, and that in words.
fn callable(tier: Tier) -> (&'static [Tier], &'static str) {
    match tier {
        Tier::Experience => (&[Tier::Process], "an experience API calls process APIs"),
        Tier::Process => {
            (&[Tier::System, Tier::Service], "a process API calls system APIs and services")
        }
        Tier::System => (&[], "a system API calls its system of record and no other API"),
        Tier::Service => (
            &[Tier::Process, Tier::System],
            "a service calls process and system APIs, in reaction to events",
        ),
    }
}

/// Whether one contract may call another; a finding where it may not.
pub fn check(caller: &Contract<'_>, target: &Contract<'_>, at: At<'_>, sink: &mut Sink) -> bool {
    if caller.id == target.id {
        let finding = error(&link::CALL_TO_ITSELF, at, format!("`{}` uses itself", caller.id));
        sink.report(finding.help("remove it; operations of one API share code, not calls"));
        return false;
    }
    let (allowed, words) = callable(caller.tier);
    if allowed.contains(&target.tier) {
        return true;
    }
    let message = format!("{} cannot call {}", noun(caller.tier), noun(target.tier));
    let other = At::root(target.document);
    let key = if target.service.is_some() { "kind" } else { "tier" };
    let finding = error(&link::FORBIDDEN_CALL, at, message)
        .label(format!("`{}` is {}", target.id, noun(target.tier)))
        .related(&other.key(key).place(), Part::Value, "its tier")
        .help(words);
    sink.report(finding);
    false
}

/// Reports every contract that calls itself by way of others, each cycle once with its whole path.
pub fn check_cycles<'a>(contracts: impl Iterator<Item = &'a Api>, sink: &mut Sink) {
    let apis: BTreeMap<&ApiId, &Api> = contracts.map(|api| (&api.id, api)).collect();
    let mut done: BTreeMap<&ApiId, bool> = BTreeMap::new();
    for start in apis.keys() {
        let mut trail: Vec<(&ApiId, std::vec::IntoIter<(&str, &ApiId)>)> = Vec::new();
        enter(start, &apis, &mut done, &mut trail);
        while let Some((_, calls)) = trail.last_mut() {
            let Some((_, target)) = calls.next() else {
                let (finished, _) = trail.pop().expect("the trail has a last step");
                done.insert(finished, true);
                continue;
            };
            match done.get(target) {
                None => enter(target, &apis, &mut done, &mut trail),
                Some(true) => {}
                Some(false) => {
                    let first = trail.iter().position(|(id, _)| *id == target).unwrap_or_default();
                    let path: Vec<&ApiId> = trail[first..].iter().map(|(id, _)| *id).collect();
                    sink.findings.extend(cycle(&path, &apis));
                }
            }
        }
    }
}

fn enter<'a>(
    id: &'a ApiId,
    apis: &BTreeMap<&'a ApiId, &'a Api>,
    done: &mut BTreeMap<&'a ApiId, bool>,
    trail: &mut Vec<(&'a ApiId, std::vec::IntoIter<(&'a str, &'a ApiId)>)>,
) {
    if done.contains_key(id) {
        return;
    }
    let Some(api) = apis.get(id) else { return };
    done.insert(&api.id, false);
    let calls: Vec<(&str, &ApiId)> =
        api.uses.iter().map(|(alias, to)| (alias.as_str(), &to.target)).collect();
    trail.push((&api.id, calls.into_iter()));
}

fn cycle(path: &[&ApiId], apis: &BTreeMap<&ApiId, &Api>) -> Option<Diagnostic> {
    let smallest = (0..path.len()).min_by_key(|index| path[*index])?;
    let turned: Vec<&ApiId> = path[smallest..].iter().chain(&path[..smallest]).copied().collect();
    let edge = |from: &ApiId, to: &ApiId| {
        let uses = &apis.get(from)?.uses;
        uses.values()
            .find(|dependency| dependency.target == *to)
            .map(|dependency| &dependency.place)
    };
    let mut shown: Vec<String> = turned.iter().map(ToString::to_string).collect();
    shown.push(turned[0].to_string());
    let next = |index: usize| turned[(index + 1) % turned.len()];
    let message = format!("`{}` calls itself by way of others", turned[0]);
    let mut finding = Diagnostic::error(&link::CALL_CYCLE, edge(turned[0], next(0))?, message)
        .label(shown.join(" → "))
        .help("take one call out of the cycle; an event lets one side learn of the other without calling it");
    for (index, id) in turned.iter().enumerate().skip(1) {
        finding = finding.related(
            edge(id, next(index))?,
            Part::Value,
            format!("`{id}` calls `{}`", next(index)),
        );
    }
    Some(finding)
}
