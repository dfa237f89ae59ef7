//! Handlers that call other APIs: called again under the same key, applied once, and nothing is locked meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use tiebeam::bus::EventBus as _;
use tiebeam::bus::memory::{Fault, Moment};
use tiebeam::consumer::{Effects, Failure};
use tiebeam::problem::own;
use tiebeam::{Context, IdempotencyKey, Problem};
use tokio::sync::Semaphore;

use super::house::{AS_THEY_COME, CLOSED, Closed, House, IN_ORDER, OPENED, Opened, Opening, note};

on_both_stores! {
    c1_a_call_is_repeated_under_the_same_key_and_has_one_effect
    c1_a_call_for_a_duplicate_is_not_made_again
    nothing_is_locked_while_a_handler_calls
    who_comes_too_late_writes_nothing_and_is_not_counted
    a_refused_call_ends_the_event_and_an_overload_does_not
    what_is_refused_for_now_is_asked_again_under_another_key_and_what_was_lost_is_not
    a_call_belongs_to_what_led_to_the_event
    what_is_emitted_after_a_call_is_emitted_once
}

/// Another API, which does once what it is asked under a key.
#[derive(Debug, Default)]
struct Bell {
    asked: Mutex<Vec<(IdempotencyKey, Context)>>,
}

impl Bell {
    async fn ring(&self, context: &Context, key: IdempotencyKey) -> Result<(), Problem> {
        self.asked().push((key, context.clone()));
        tokio::task::yield_now().await;
        Ok(())
    }

    fn asked(&self) -> MutexGuard<'_, Vec<(IdempotencyKey, Context)>> {
        self.asked.lock().expect("no panic")
    }

    /// How often it rang, however often it was asked to.
    fn rang(&self) -> usize {
        self.asked().iter().map(|(key, _)| key.clone()).collect::<BTreeSet<_>>().len()
    }
}

/// How often a handler ran for each event.
#[derive(Debug, Clone, Default)]
struct Runs(Arc<Mutex<BTreeMap<(String, i64), u32>>>);

impl Runs {
    /// Counts a run, from 1.
    fn next(&self, event: &Opened) -> u32 {
        let mut runs = self.0.lock().expect("no panic");
        let run = runs.entry((event.door.clone(), event.count)).or_default();
        *run += 1;
        *run
    }
}

type Reached = Effects<Arc<Bell>>;

async fn ring(effects: &Reached) -> Result<(), Problem> {
    effects.apis().ring(effects.context(), effects.key("ring")).await
}

async fn rung(_: Arc<()>, effects: Reached, event: Arc<Opened>) -> Result<(), Failure> {
    ring(&effects).await?;
    note(&effects.work().await?, &event).await
}

async fn published(house: &House, count: usize) {
    for number in 0..count {
        house.open(&[["a", "b", "c"][number % 3]]).await.expect("it opens");
    }
    house.publish_all().await;
}

async fn c1_a_call_is_repeated_under_the_same_key_and_has_one_effect(house: &House) {
    published(house, 6).await;
    let (bell, runs) = (Arc::new(Bell::default()), Runs::default());
    let dying = move |_: Arc<()>, effects: Reached, event: Arc<Opened>| {
        let run = runs.next(&event);
        async move {
            ring(&effects).await?;
            assert_ne!(run, 1, "it dies before its transaction begins");
            let work = effects.work().await?;
            note(&work, &event).await?;
            assert_ne!(run, 2, "it dies in its transaction");
            Ok(())
        }
    };
    let consumers = house.consumers().on_calling(&IN_ORDER, Arc::clone(&bell), dying);
    house.consume(consumers, async || house.count("seen").await >= 6).await;
    assert_eq!((house.count("seen").await, house.count("tiebeam_dead_letter").await), (6, 0));
    assert_eq!((bell.rang(), bell.asked().len()), (6, 18), "each key was used three times");
}

async fn c1_a_call_for_a_duplicate_is_not_made_again(house: &House) {
    house.faults.are(|moment| match moment {
        Moment::Publish(_) | Moment::Deliver(_) => Fault::Twice,
        Moment::Ack(_) => Fault::None,
    });
    published(house, 12).await;
    let bell = Arc::new(Bell::default());
    let consumers = house
        .consumers()
        .on_calling(&AS_THEY_COME, Arc::clone(&bell), rung)
        .on_calling(&IN_ORDER, Arc::clone(&bell), rung);
    house.consume(consumers, async || house.count("seen").await >= 24).await;
    assert_eq!((house.count("seen").await, bell.rang(), bell.asked().len()), (24, 24, 24));
}

async fn nothing_is_locked_while_a_handler_calls(house: &House) {
    published(house, 1).await;
    let (called, answer) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let (calling, answered) = (Arc::clone(&called), Arc::clone(&answer));
    let waiting = move |_: Arc<()>, effects: Effects<()>, event: Arc<Opened>| {
        let (calling, answered) = (Arc::clone(&calling), Arc::clone(&answered));
        async move {
            calling.add_permits(1);
            answered.acquire().await.expect("it is open").forget();
            note(&effects.work().await?, &event).await
        }
    };
    let consumers = house.consumers().on_calling(&AS_THEY_COME, (), waiting);
    let meanwhile = async {
        called.acquire().await.expect("it is open").forget();
        let count = house.open(&["a"]).await;
        answer.add_permits(1);
        count
    };
    let consuming = house.consume(consumers, async || house.count("seen").await >= 1);
    let (count, ()) = tokio::join!(meanwhile, consuming);
    assert_eq!(count, Ok(vec![2]), "another transaction began and ended while it called");
}

async fn who_comes_too_late_writes_nothing_and_is_not_counted(house: &House) {
    published(house, 1).await;
    let event = house.published(OPENED).await.remove(0);
    let received = format!("{} {}", event.id(), event.event().source());
    let store = Arc::clone(&house.store);
    let late = move |_: Arc<()>, effects: Effects<()>, event: Arc<Opened>| {
        let (store, received) = (Arc::clone(&store), received.clone());
        async move {
            // Another instance is faster.
            let sql = "INSERT INTO tiebeam_inbox (consumer, event_id, outcome, attempts, expires_at) \
                 VALUES ($1, $2, 'applied', 1, $3)";
            let other = store.begin().await?;
            let row = [AS_THEY_COME.name().into(), received.into(), i64::MAX.into()];
            other.execute(sql, &row).await?;
            other.commit().await?;
            note(&effects.work().await?, &event).await
        }
    };
    let consumers = house.consumers().on_calling(&AS_THEY_COME, (), late);
    let subscription = AS_THEY_COME.on_bus();
    let is_acknowledged = async || house.bus.lag(&subscription).await.expect("a lag").waiting == 0;
    house.bus.provision(&[], std::slice::from_ref(&subscription)).await.expect("provisioned");
    house.consume(consumers, is_acknowledged).await;
    assert_eq!((house.count("seen").await, house.count("tiebeam_dead_letter").await), (0, 0));
}

async fn a_refused_call_ends_the_event_and_an_overload_does_not(house: &House) {
    house.open(&["refused", "overloaded"]).await.expect("they open");
    house.publish_all().await;
    let runs = Runs::default();
    let counted = runs.clone();
    let failing = move |_: Arc<()>, _: Effects<()>, event: Arc<Opened>| {
        let run = counted.next(&event);
        async move {
            let call = match &*event.door {
                "refused" => Err(own::VALIDATION_FAILED.problem()),
                _ if run < 3 => Err(own::OVERLOADED.problem()),
                _ => Ok(()),
            };
            Ok(call?)
        }
    };
    let consumers = house.consumers().on_calling(&AS_THEY_COME, (), failing);
    let subscription = AS_THEY_COME.on_bus();
    house.bus.provision(&[], std::slice::from_ref(&subscription)).await.expect("provisioned");
    let is_over = async || house.bus.lag(&subscription).await.expect("a lag").waiting == 0;
    house.consume(consumers, is_over).await;
    assert_eq!(house.count("tiebeam_dead_letter").await, 1);
    let runs = runs.0.lock().expect("no panic").clone();
    let expected = [(("overloaded".to_owned(), 1), 3), (("refused".to_owned(), 1), 1)];
    assert_eq!(runs, BTreeMap::from(expected));
}

/// An API that remembers under each key what it answered first: it refuses, then it does its work and nobody hears of it.
#[derive(Debug, Default)]
struct Door {
    answers: Mutex<Vec<(IdempotencyKey, Result<(), Problem>)>>,
    opened: AtomicU64,
}

impl Door {
    fn open(&self, key: IdempotencyKey) -> Result<(), Problem> {
        let mut answers = self.answers.lock().expect("no panic");
        if let Some((_, known)) = answers.iter().find(|(known, _)| *known == key) {
            return known.clone();
        }
        let is_first = answers.is_empty();
        answers
            .push((key, if is_first { Err(own::REQUEST_IN_PROGRESS.problem()) } else { Ok(()) }));
        if is_first {
            return Err(own::REQUEST_IN_PROGRESS.problem());
        }
        self.opened.fetch_add(1, Ordering::SeqCst);
        Err(own::GATEWAY_TIMEOUT.problem())
    }
}

async fn what_is_refused_for_now_is_asked_again_under_another_key_and_what_was_lost_is_not(
    house: &House,
) {
    published(house, 1).await;
    let door = Arc::new(Door::default());
    let patient = |_: Arc<()>, effects: Effects<Arc<Door>>, event: Arc<Opened>| async move {
        for key in effects.keys("open") {
            match effects.apis().open(key) {
                Ok(()) => return note(&effects.work().await?, &event).await,
                Err(problem) if problem.is_conflict() => {}
                Err(problem) => return Err(problem.into()),
            }
        }
        Err(Failure::not_yet("the door is locked"))
    };
    let consumers = house.consumers().on_calling(&AS_THEY_COME, Arc::clone(&door), patient);
    house.consume(consumers, async || house.count("seen").await >= 1).await;
    let keys = door.answers.lock().expect("no panic").len();
    assert_eq!((keys, door.opened.load(Ordering::SeqCst)), (2, 1));
}

async fn a_call_belongs_to_what_led_to_the_event(house: &House) {
    published(house, 2).await;
    let bell = Arc::new(Bell::default());
    let consumers = house
        .consumers()
        .on_calling(&AS_THEY_COME, Arc::clone(&bell), rung)
        .on_calling(&IN_ORDER, Arc::clone(&bell), rung);
    house.consume(consumers, async || house.count("seen").await >= 4).await;
    assert_eq!(bell.rang(), 4, "each consumer has a key of its own for each event");
    let events = house.published(OPENED).await;
    for (_, context) in &*bell.asked() {
        let is_led_to = |event: &&tiebeam::bus::Message| {
            let text = |name| event.event().extension(name).and_then(|value| value.as_str());
            let trace = format!("{:032x}", context.trace().trace_id());
            text("correlationid") == Some(context.correlation_id())
                && text("traceparent").is_some_and(|parent| parent.contains(&trace))
        };
        assert!(events.iter().any(|event| is_led_to(&event)), "{context:?}");
        assert!(context.deadline().is_some(), "it does not wait for ever");
        assert!(context.transaction().is_none(), "there is none yet");
    }
}

async fn what_is_emitted_after_a_call_is_emitted_once(house: &House) {
    published(house, 3).await;
    let runs = Runs::default();
    let echoing = move |_: Arc<()>, effects: Effects<(), Opening>, event: Arc<Opened>| {
        let run = runs.next(&event);
        async move {
            let work = effects.work().await?;
            work.emit(&Opened { door: format!("behind {}", event.door), count: 1 })?;
            work.emit(&Closed { door: event.door.clone() })?;
            if run == 1 {
                return Err(Failure::not_yet("it fails after it emitted"));
            }
            Ok(())
        }
    };
    let consumers = house.consumers().on_calling(&AS_THEY_COME, (), echoing);
    // What is emitted is not published, so nothing follows from it.
    house.consume(consumers, async || house.count("tiebeam_event").await >= 9).await;
    house.publish_all().await;
    assert_eq!(house.count("tiebeam_event").await, 9);
    assert_eq!(house.published(CLOSED).await.len(), 3);
}
