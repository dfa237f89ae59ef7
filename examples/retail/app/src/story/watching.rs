//! The chapter about those who watch.

use std::collections::BTreeMap;

use super::stage::Stage;
use crate::counted::Counted;
use crate::slots::SLOTS;

pub async fn what_the_operators_saw(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    stage.report.chapter("What the operators saw");
    let asleep = stage.not_ready().await?;
    let everybody = asleep.is_empty();
    stage.report.expect("everything that listens is ready for more", everybody)?;

    let counted = stage.counted().await?;
    let tiers = by_tier(&counted);
    let shown: Vec<String> = tiers.iter().map(|(tier, count)| format!("{tier} {count}")).collect();
    stage.report.say(format!("requests: {}", shown.join(" · ")));
    let layers = ["experience", "process", "service"];
    let all = layers.into_iter().all(|layer| tiers.contains_key(layer));
    stage.report.expect("the requests of every tier were counted", all)?;

    let outcomes = counted.by("tiebeam_idempotent_requests_total", "outcome");
    let of = |outcome: &str| outcomes.get(outcome).copied().unwrap_or_default();
    let (replayed, reused) = (of("replayed"), of("idempotency-key-reused"));
    stage.report.say(format!("with a key: {replayed} answered again, {reused} refused"));
    stage.report.expect("so were repetitions", replayed > 0 && reused > 0)?;

    let retries: u64 = counted.by("tiebeam_client_retries_total", "operation").values().sum();
    stage.report.say(format!("calls that were made again: {retries}"));
    stage.report.expect("so was every second attempt", retries > 0)
}

/// How many requests the routes of each tier answered; one process calls its system APIs as functions.
fn by_tier(counted: &Counted) -> BTreeMap<&'static str, u64> {
    let requests = counted.by("http_server_request_duration_seconds_count", "api");
    let mut tiers = BTreeMap::new();
    for slot in SLOTS {
        let Some(api) = slot.api else { continue };
        let api = format!("{}@{}", api.name, api.major);
        if let Some(count) = requests.get(api.as_str()) {
            *tiers.entry(slot.layer()).or_default() += count;
        }
    }
    tiers
}
