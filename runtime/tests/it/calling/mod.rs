//! What a client does about a server that is slow, overloaded, broken or gone.

mod breaker;
mod budget;
mod deadline;
mod identity;
mod jitter;
mod response;
mod retry;
mod sockets;

use serde_json::Value;
use tiebeam::operation::{Encode, Idempotency, Method, Operation, Output, Retry, Success};
use tiebeam::shape::Shape;
use tiebeam::testkit::{ManualClock, Reaction, Script};
use tiebeam::{Client, Context, IdempotencyKey, Problem};

/// Three attempts, 100 ms and 200 ms between them at most.
const RETRY: Retry = Retry { attempts: 3, base_millis: 100, cap_millis: 1_000, budget_percent: 20 };

/// A read that is tried again.
static READ: Operation = operation(Method::Get).retry(RETRY);
/// A read that is not.
static READ_ONCE: Operation = operation(Method::Get);
/// Something that is done as often as it is asked for.
static ACT: Operation = operation(Method::Post).retry(RETRY);
/// Something that is done once under a key.
static ACT_KEYED: Operation =
    operation(Method::Post).retry(RETRY).idempotency(Idempotency::Required);
/// Something that is done once under a key, if there is one.
static ACT_OPTIONAL: Operation =
    operation(Method::Post).retry(RETRY).idempotency(Idempotency::Optional);
/// The same without a policy.
static ACT_OPTIONAL_ONCE: Operation = operation(Method::Post).idempotency(Idempotency::Optional);

const ANYTHING: &[Success] = &[Success::new(200).body(Shape::any())];

const fn operation(method: Method) -> Operation {
    Operation::new("thing", method, "/v1/things").success(ANYTHING).timeout_millis(2_000)
}

/// A request that has nothing but a key, if that.
struct Ask(Option<IdempotencyKey>);

impl Encode for Ask {
    fn encode(&self, output: &mut Output) {
        output.optional_idempotency_key(self.0.as_ref());
    }
}

async fn call(client: &Client, operation: &'static Operation) -> Result<Value, Problem> {
    call_in(client, operation, &Context::new()).await
}

async fn call_in(
    client: &Client,
    operation: &'static Operation,
    context: &Context,
) -> Result<Value, Problem> {
    let key = (operation.idempotency_policy() == Idempotency::Required)
        .then(|| "the-key".parse().expect("a key"));
    client.call(context, operation, &Ask(key)).await
}

/// A server that reacts to each request by its number; to those beyond the list as to the last.
fn script(reactions: impl Into<Vec<Reaction>>) -> Script {
    let reactions = reactions.into();
    Script::new(&ManualClock::new(), move |asked| {
        let last = reactions.len() - 1;
        reactions[last.min(asked.number - 1)].clone()
    })
}

fn ok() -> Reaction {
    Reaction::json(200, r#""done""#)
}

/// What a call of a script comes to, while time passes by itself.
async fn played(script: &Script, operation: &'static Operation) -> Result<Value, Problem> {
    let client = Client::of_script(script).with_seed(1);
    script.clock().drive(call(&client, operation)).await
}
