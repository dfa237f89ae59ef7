//! Any sequence of requests behaves as a small model says it does.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;
use tokio::runtime::Runtime;

use super::api::Asking;
use super::places::{self, Place};

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
}

fn step() -> impl Strategy<Value = Step> {
    let then = prop_oneof![
        4 => Just(""),
        2 => Just("be refused"),
        1 => Just("be suspended"),
        1 => Just("be down"),
        1 => Just("panic"),
    ];
    let ask = (0..3_u8, proptest::option::of(0..2_u8), 0..2_u8, then)
        .prop_map(|(key, caller, text, then)| Step::Ask { key, caller, text, then });
    prop_oneof![
        8 => ask,
        2 => (1..30_u8).prop_map(Step::Wait),
        1 => Just(Step::Sweep),
        1 => Just(Step::Restart),
    ]
}

/// What is remembered under a key.
struct Known {
    asked: (u8, &'static str),
    status: u16,
    body: String,
    until: u64,
}

/// What should be.
#[derive(Default)]
struct Model {
    hours: u64,
    known: BTreeMap<(u8, Option<u8>), Known>,
    notes: Vec<String>,
}

async fn check(place: &Place, steps: Vec<Step>) {
    use tiebeam::clock::Clock as _;
    let mut model = Model::default();
    let mut router = place.router();
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
                let mut asking = Asking::new(&key.to_string(), &text.to_string(), then);
                if let Some(caller) = caller {
                    asking = asking.by(&caller.to_string(), None);
                }
                let told = asking.ask_until_decided(&router).await;
                let got = (told.status, told.is_replayed(), told.body);
                model.expect((key, caller), (text, then), got);
            }
        }
    }
    model.notes.sort();
    assert_eq!(place.app.notes.texts().await, model.notes);
}

impl Model {
    fn expect(
        &mut self,
        scope: (u8, Option<u8>),
        asked: (u8, &'static str),
        got: (u16, bool, String),
    ) {
        let (status, is_replayed, body) = got;
        let known = self.known.get(&scope).filter(|known| known.until > self.hours);
        if let Some(known) = known {
            if known.asked == asked {
                assert_eq!((status, is_replayed, &body), (known.status, true, &known.body));
            } else {
                assert_eq!((status, is_replayed), (422, false));
            }
            return;
        }
        let (expected, is_kept) = match asked.1 {
            "" => (201, true),
            "be refused" => (409, true),
            "be suspended" => (403, false),
            "be down" => (503, false),
            _ => (500, false),
        };
        assert_eq!((status, is_replayed), (expected, false));
        if expected == 201 {
            self.notes.push(asked.0.to_string());
        }
        if is_kept {
            self.known.insert(scope, Known { asked, status, body, until: self.hours + 24 });
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_requests_follows_the_model_in_memory(steps in proptest::collection::vec(step(), 1..40)) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::memory().await, steps).await;
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_requests_follows_the_model_on_sqlite(steps in proptest::collection::vec(step(), 1..40)) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::sqlite().await, steps).await;
        });
    }

    #[test]
    fn any_sequence_of_requests_follows_the_model_on_postgres(steps in proptest::collection::vec(step(), 1..40)) {
        Runtime::new().expect("a runtime").block_on(async {
            check(&places::postgres().await, steps).await;
        });
    }
}
