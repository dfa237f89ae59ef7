//! What handlers of a service call: aliases of what the service uses.

use std::collections::BTreeSet;

use crate::diag::Part;
use crate::diag::codes::link;
use crate::ir::Api;
use crate::resolve::at::At;
use crate::resolve::contract::Contract;
use crate::resolve::sink::{Sink, error, quoted, warning};
use crate::spec;
use crate::suggest;

/// Links `calls` of a subscription to what the service uses.
pub fn link(
    contract: &Contract<'_>,
    api: &Api,
    calls: Option<&Vec<String>>,
    list: At<'_>,
    sink: &mut Sink,
) -> Vec<String> {
    let aliases: Vec<&str> =
        contract.uses.iter().flat_map(|map| map.0.keys()).map(|it| &**it).collect();
    let mut linked = BTreeSet::new();
    let mut seen: Vec<&str> = Vec::new();
    for (number, alias) in calls.into_iter().flatten().enumerate() {
        let at = list.item(number);
        if !aliases.contains(&&**alias) {
            report_unknown(contract, alias, &aliases, at, sink);
            continue;
        }
        if let Some(first) = seen.iter().position(|earlier| earlier == alias) {
            let finding =
                error(&link::REPEATED_NAME, at, format!("the alias `{alias}` is written twice"));
            let first = list.item(first).place();
            sink.report(finding.label("written again here").related(
                &first,
                Part::Value,
                "the first is here",
            ));
        }
        seen.push(alias);
        // An alias of something that may not be called was reported where it is declared.
        if api.uses.contains_key(alias) {
            linked.insert(alias.clone());
        }
    }
    linked.into_iter().collect()
}

fn report_unknown(
    contract: &Contract<'_>,
    alias: &str,
    aliases: &[&str],
    at: At<'_>,
    sink: &mut Sink,
) {
    let message = format!("`{}` uses nothing that is called `{alias}`", contract.name);
    let finding = error(&link::UNKNOWN_ALIAS, at, message);
    sink.report(match suggest::nearest(alias, aliases.iter().copied()) {
        Some(better) => finding.label(format!("did you mean `{better}`?")).replace(better),
        None if aliases.is_empty() => finding.help(format!(
            "say under `uses:` of the service what it is: `uses: {{ {alias}: some-process@1 }}`"
        )),
        None => finding.help(format!(
            "add it to `uses:` of the service, which has {}",
            quoted(aliases.iter().copied())
        )),
    });
}

/// Reports what a service uses and no handler calls: nothing else of a service calls anybody.
pub fn check_uncalled(service: &spec::Service, api: &Api, root: At<'_>, sink: &mut Sink) {
    let subscriptions = service.subscribes.iter().flat_map(|map| map.0.values());
    let called: BTreeSet<&String> =
        subscriptions.flat_map(|subscription| subscription.calls.iter().flatten()).collect();
    let around = root.key("uses");
    for (alias, dependency) in &api.uses {
        if called.contains(alias) {
            continue;
        }
        let message = format!("no handler calls `{}`", dependency.target);
        let finding =
            warning(&link::UNCALLED_ALIAS, around.key(alias), message).at(Part::Key).help(format!(
                "write `calls: [{alias}]` at the subscription that calls it, or remove it"
            ));
        sink.report(finding);
    }
}
