//! Any sequence of requests behaves as a small model says it does.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use tiebeam::clock::Clock as _;
use tiebeam::testkit::ManualClock;
use tokio::runtime::Runtime;

use super::api::{self, Answered, App, Asking};
use super::places::{self, Kind, Place};

/// What happens next.
#[derive(Debug, Clone)]
enum Step {
    Ask {
        key: u8,
        caller: Option<u8>,
        text: u8,
        then: &'static str,
    },
    /// Hours pass.
    Wait(u8),
    Sweep,
    Restart,
    /// A process begins a request and dies.
    Crash {
        key: u8,
        caller: Option<u8>,
        text: u8,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let then = prop_oneof![
        4 => Just(""),
        3 => Just("wait"),
        2 => Just("be refused"),
        1 => Just("be suspended"),
        1 => Just("be down"),
        1 => Just("panic"),
    ];
    let ask = (0..3_u8, proptest::option::of(0..2_u8), 0..2_u8, then)
        .prop_map(|(key, caller, text, then)| Step::Ask { key, caller, text, then });
    let crash = (0..3_u8, proptest::option::of(0..2_u8), 0..2_u8)
        .prop_map(|(key, caller, text)| Step::Crash { key, caller, text });
    prop_oneof![
        8 => ask,
        3 => crash,
        2 => (1..30_u8).prop_map(Step::Wait),
        1 => Just(Step::Sweep),
        1 => Just(Step::Restart),
    ]
}

/// Whose key it is.
type Scope = (u8, Option<u8>);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..40)
}

/// What is remembered under a key.
struct Known {
    asked: (u8, &'static str),
    answer: Option<(u16, String)>,
    since: u64,
}

/// What should be.
#[derive(Default)]
struct Model {
    hours: u64,
    known: BTreeMap<Scope, Known>,
    /// The text, and whose step it is where a step has a key.
    notes: Vec<(Option<Scope>, String)>,
}

async fn check(place: &Place, steps: Vec<Step>) {
    let mut model = Model::default();
    let mut router = place.router();
    // Nobody waits here, except in a process that dies.
    place.app.gate.add_permits(steps.len());
    for step in steps {
        match step {
            Step::Wait(hours) => {
                place.clock.advance(Duration::from_hours(hours.into()));
                model.hours += u64::from(hours);
            }
            Step::Sweep => {
                place.store.sweep(place.clock.now(), 100).await.expect("it can be swept");
            }
            // Another instance knows nothing but what the store knows.
            Step::Restart => router = place.other_instance(),
            Step::Ask { key, caller, text, then } => {
                let asking = asking(key, caller, text, then);
                let told = match place.kind {
                    // Who broke off may still hold its key for a moment.
                    Kind::Local => asking.ask_until_decided(&router).await,
                    Kind::Flow => asking.ask(&router).await,
                };
                model.expect(place.kind, (key, caller), (text, then), &told);
            }
            Step::Crash { key, caller, text } => {
                if model.lets_begin((key, caller)) {
                    crash(place, &asking(key, caller, text, "wait")).await;
                    model.crashed(place.kind, (key, caller), (text, "wait"));
                }
            }
        }
    }
    let mut notes: Vec<_> = model.notes.into_iter().map(|(_, text)| text).collect();
    notes.sort();
    assert_eq!(place.app.notes.texts().await, notes);
}

fn asking(key: u8, caller: Option<u8>, text: u8, then: &str) -> Asking {
    let asking = Asking::new(&key.to_string(), &text.to_string(), then);
    match caller {
        Some(caller) => asking.by(&caller.to_string(), None),
        None => asking,
    }
}

/// Begins a request in a process of its own, which is never heard of again: its clock stands still.
async fn crash(place: &Place, asking: &Asking) {
    let app = App::new(place.app.notes.clone());
    let clock = ManualClock::starting_at(place.clock.now());
    let router = match place.kind {
        Kind::Local => api::router(&app, place.as_local(Arc::clone(&place.store))),
        Kind::Flow => api::router(&app, place.other_flow(&clock)),
    };
    loop {
        let (router, asking) = (router.clone(), asking.clone());
        let mut running = tokio::spawn(async move { asking.ask(&router).await });
        tokio::select! {
            entered = app.entered.acquire() => {
                entered.expect("it stays").forget();
                running.abort();
                return;
            }
            // Who broke off before may still hold the key for a moment.
            told = &mut running => assert_eq!(told.expect("no panic").status, 409),
        }
    }
}

impl Model {
    fn alive(&self, scope: Scope) -> Option<&Known> {
        self.known.get(&scope).filter(|known| known.since + 24 > self.hours)
    }

    /// Whether nothing stands in the way of a request.
    fn lets_begin(&self, scope: Scope) -> bool {
        self.alive(scope).is_none()
    }

    /// In a transaction a process that dies leaves nothing. Otherwise its step was done, and its lease is left.
    fn crashed(&mut self, kind: Kind, scope: Scope, asked: (u8, &'static str)) {
        if kind == Kind::Flow {
            self.note(kind, scope, asked.0);
            self.known.insert(scope, Known { asked, answer: None, since: self.hours });
        }
    }

    fn note(&mut self, kind: Kind, scope: Scope, text: u8) {
        let step = (kind == Kind::Flow).then_some(scope);
        let is_done = step.is_some() && self.notes.iter().any(|(known, _)| *known == step);
        if !is_done {
            self.notes.push((step, text.to_string()));
        }
    }

    fn expect(&mut self, kind: Kind, scope: Scope, asked: (u8, &'static str), told: &Answered) {
        let got = told.brief();
        if let Some(known) = self.alive(scope) {
            match &known.answer {
                _ if known.asked != asked => return assert_eq!(got, (422, false)),
                Some((status, body)) => {
                    return assert_eq!((got, &told.body), ((*status, true), body));
                }
                // Its process died.
                None if known.since == self.hours => return assert_eq!(got, (409, false)),
                None => {}
            }
        }
        let (status, is_kept) = match asked.1 {
            "" | "wait" => (201, true),
            "be refused" => (409, true),
            "be suspended" => (403, false),
            "be down" => (503, false),
            _ => (500, false),
        };
        assert_eq!(got, (status, false));
        if status == 201 {
            self.note(kind, scope, asked.0);
        }
        let answer = Some((status, told.body.clone()));
        if is_kept {
            self.known.insert(scope, Known { asked, answer, since: self.hours });
        } else {
            self.known.remove(&scope);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_requests_follows_the_model_in_memory(steps in steps()) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::memory().await.local(), steps).await;
        });
    }

    #[test]
    fn any_sequence_of_requests_follows_the_model_in_flow_mode_in_memory(steps in steps()) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::memory().await.flow(), steps).await;
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_requests_follows_the_model_on_sqlite(steps in steps()) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::sqlite().await.local(), steps).await;
        });
    }

    #[test]
    fn any_sequence_of_requests_follows_the_model_in_flow_mode_on_sqlite(steps in steps()) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::sqlite().await.flow(), steps).await;
        });
    }

    #[test]
    fn any_sequence_of_requests_follows_the_model_on_postgres(steps in steps()) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::postgres().await.local(), steps).await;
        });
    }

    #[test]
    fn any_sequence_of_requests_follows_the_model_in_flow_mode_on_postgres(steps in steps()) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::postgres().await.flow(), steps).await;
        });
    }
}
