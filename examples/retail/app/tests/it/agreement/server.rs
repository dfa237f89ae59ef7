//! A server that only looks at the body, in front of the real validation.

use std::sync::{Arc, Mutex};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tiebeam::http::{RateLimits, Verify};
use tiebeam::operation::{Api, Decode, Encode, Input, Invalid, Operation, Output};
use tiebeam::shape::{ParameterIn, Violation};
use tiebeam::{Client, Context, Problem, Server};

/// What a server made of a body.
pub enum Verdict {
    /// It was accepted; this is how the type that it was read into is written.
    Accepted(Value),
    /// It was refused, because of these.
    Refused(Vec<Violation>),
}

/// One operation whose bodies are judged.
pub struct Probe {
    /// How it travels.
    pub operation: &'static Operation,
    client: Client,
    seen: Seen,
}

/// A request of which only the body counts.
struct Received<T>(T);

impl<T: DeserializeOwned + Send> Decode for Received<T> {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        input.body().map(Self)
    }
}

struct Sent<'v> {
    operation: &'static Operation,
    body: &'v Value,
}

impl Encode for Sent<'_> {
    fn encode(&self, output: &mut Output) {
        for parameter in self.operation.declared_parameters() {
            if parameter.location() == ParameterIn::Path {
                output.required(parameter.name(), "any");
            }
        }
        output.body(self.body);
    }
}

impl Probe {
    /// Serves an operation; the function tells the type of its body.
    pub fn new<Q, T>(api: &'static Api, operation: &'static Operation, _: fn(Q) -> T) -> Self
    where
        T: Serialize + DeserializeOwned + Send + 'static,
    {
        let seen = Arc::new(Mutex::new(None));
        // So many requests in so little time, and answers that are beside the point.
        let server = Server::new(api, Arc::clone(&seen))
            .rate_limits(RateLimits::Off)
            .verify_answers(Verify::Never)
            .serve(operation, remember::<T>);
        Self { operation, client: Client::of_router(server.into_router()), seen }
    }

    /// Sends a body.
    pub async fn judge(&self, body: &Value) -> Verdict {
        let request = Sent { operation: self.operation, body };
        let outcome: Result<Value, Problem> =
            self.client.call(&Context::new(), self.operation, &request).await;
        if let Some(read) = self.seen.lock().expect("nobody panics").take() {
            return Verdict::Accepted(read);
        }
        let problem = outcome.expect_err("whoever answers has seen the body");
        assert_eq!(problem.code(), "validation-failed", "{problem:?}");
        Verdict::Refused(problem.violations().to_vec())
    }
}

type Seen = Arc<Mutex<Option<Value>>>;

async fn remember<T: Serialize>(
    seen: Arc<Seen>,
    _: Context,
    request: Received<T>,
) -> Result<Value, Problem> {
    let value = serde_json::to_value(&request.0).expect("what was read can be written");
    *seen.lock().expect("nobody panics") = Some(value);
    Ok(Value::Null)
}
