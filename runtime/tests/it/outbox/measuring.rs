//! What is measured: how much waits and for how long, what failed, what came again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tiebeam::Work;
use tiebeam::bus::memory::{Fault, Moment};
use tiebeam::bus::{Error, EventBus as _};
use tiebeam::consumer::Failure;
use tiebeam::problem::own;
use tiebeam::work::Nothing;

use super::house::{House, IN_ORDER, Opened, note};
use crate::heralds::until;

/// Which of some lines of the metrics are not there, whatever they say behind a decimal point.
fn missing<'l>(metrics: &PrometheusHandle, lines: &[&'l str]) -> Vec<&'l str> {
    let text = metrics.render();
    let is_line = |there: &str, line: &str| {
        there.strip_prefix(line).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let is_missing = |line: &&str| !text.lines().any(|there| is_line(there, line));
    lines.iter().copied().filter(is_missing).collect()
}

/// Whether the metrics have some lines; where they have not, some time passes as soon as somebody waits for it. Whoever
/// works has all the time of the machine: a slow disk must not let leases and deliveries run out.
fn have(house: &House, metrics: &PrometheusHandle, lines: &[&str]) -> bool {
    let is_there = missing(metrics, lines).is_empty();
    if !is_there && house.clock.sleepers() > 0 {
        house.clock.advance(Duration::from_millis(100));
    }
    is_there
}

/// Fails for good for one of three doors.
async fn fussy(_: Arc<()>, work: Work<Nothing>, event: Arc<Opened>) -> Result<(), Failure> {
    if event.door == "cellar" {
        return Err(Failure::for_good(own::IDEMPOTENCY_KEY_REUSED.problem()));
    }
    note(&work, &event).await
}

#[tokio::test]
async fn what_waits_in_the_outbox_is_measured() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let metrics = recorder.handle();
    let _counting = metrics::set_default_local_recorder(&recorder);
    let house = House::sqlite().await;
    house.open(&["front", "back"]).await.expect("it opens");
    house.faults.are(|moment| match moment {
        Moment::Publish(message) if message.key() == Some("front") => {
            Fault::Fail(Error::rejected("too large"))
        }
        Moment::Publish(_) => Fault::Fail(Error::unavailable("a network")),
        _ => Fault::None,
    });
    house.clock.advance(Duration::from_mins(1));
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let relaying = tokio::spawn(house.relay().run(async { drop(stopped.await) }));
    let waits = ["tiebeam_outbox_pending 2", "tiebeam_outbox_oldest_seconds 60"];
    until(async || missing(&metrics, &waits).is_empty()).await;
    let dead = [
        "tiebeam_outbox_dead_total 1",
        "tiebeam_outbox_pending 1",
        r#"tiebeam_dead_letters{consumer="outbox",reason="unpublishable"} 1"#,
        r#"tiebeam_dead_letters{consumer="outbox",reason="exhausted"} 0"#,
    ];
    until(async || have(&house, &metrics, &dead)).await;
    house.faults.end();
    let published = [
        "tiebeam_outbox_published_total 1",
        "tiebeam_outbox_pending 0",
        "tiebeam_outbox_oldest_seconds 0",
    ];
    until(async || have(&house, &metrics, &published)).await;
    drop(stop);
    relaying.await.expect("no panic");
}

#[tokio::test]
async fn what_waits_for_a_consumer_and_what_it_did_is_measured() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let metrics = recorder.handle();
    let _counting = metrics::set_default_local_recorder(&recorder);
    let house = House::sqlite().await;
    house.open(&["front", "back", "cellar"]).await.expect("it opens");
    house.publish_all().await;
    house.clock.advance(Duration::from_mins(1));
    let acknowledged = AtomicU64::new(0);
    house.faults.are(move |moment| match moment {
        Moment::Ack(message)
            if message.key() == Some("front")
                && acknowledged.fetch_add(1, Ordering::SeqCst) == 0 =>
        {
            Fault::Lose
        }
        _ => Fault::None,
    });
    let consumers = house.consumers().on(&IN_ORDER, fussy);
    house.bus.provision(&[], &consumers.subscriptions()).await.expect("provisioned");
    let switch = consumers.switch();
    switch.pause();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(consumers.run(async { drop(stopped.await) }));
    let behind = [
        r#"tiebeam_consumer_lag{consumer="porter@1.note"} 3"#,
        r#"tiebeam_consumer_lag_seconds{consumer="porter@1.note"} 60"#,
        r#"tiebeam_dead_letters{consumer="porter@1.note",reason="refused"} 0"#,
    ];
    until(async || missing(&metrics, &behind).is_empty()).await;
    switch.resume();
    let handled = [
        r#"tiebeam_consumer_events_total{consumer="porter@1.note",outcome="applied"} 2"#,
        r#"tiebeam_consumer_events_total{consumer="porter@1.note",outcome="dead"} 1"#,
    ];
    until(async || missing(&metrics, &handled).is_empty()).await;
    // Only the event whose acknowledgment was lost is still out.
    house.clock.advance(IN_ORDER.on_bus().ack_wait);
    let again = [
        r#"tiebeam_consumer_redeliveries_total{consumer="porter@1.note"} 1"#,
        r#"tiebeam_consumer_events_total{consumer="porter@1.note",outcome="duplicate"} 1"#,
    ];
    until(async || missing(&metrics, &again).is_empty()).await;
    let done = [
        r#"tiebeam_consumer_lag{consumer="porter@1.note"} 0"#,
        r#"tiebeam_consumer_lag_seconds{consumer="porter@1.note"} 0"#,
        r#"tiebeam_dead_letters{consumer="porter@1.note",reason="refused"} 1"#,
    ];
    until(async || have(&house, &metrics, &done)).await;
    assert_eq!(missing(&metrics, &handled), Vec::<&str>::new(), "nothing was handled twice");
    drop(stop);
    running.await.expect("no panic");
}
