//! Writes down which requests crossed which tier.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use tiebeam::operation::{Api, Tier};

use crate::hosts;

/// A request that reached an API, in the order in which they were received.
#[derive(Debug, Clone)]
pub struct Crossing {
    api: &'static Api,
    /// Method and path.
    request: String,
    /// Absent while the answer is on its way.
    status: Option<u16>,
}

/// What was written down so far; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    crossings: Arc<Mutex<Vec<Crossing>>>,
}

impl Journal {
    /// Takes out everything that was written down.
    pub fn take(&self) -> Vec<Crossing> {
        std::mem::take(&mut *self.crossings.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes down every request that reaches these routes.
    pub fn watch(&self, api: &'static Api, router: Router) -> Router {
        let journal = self.clone();
        router.layer(from_fn(move |request: Request, next: Next| {
            let journal = journal.clone();
            async move {
                let entry = journal.open(api, format!("{} {}", request.method(), request.uri()));
                let response = next.run(request).await;
                journal.close(entry, response.status().as_u16());
                response
            }
        }))
    }

    fn open(&self, api: &'static Api, request: String) -> usize {
        let mut crossings = self.crossings.lock().unwrap_or_else(PoisonError::into_inner);
        crossings.push(Crossing { api, request, status: None });
        crossings.len() - 1
    }

    fn close(&self, entry: usize, status: u16) {
        let mut crossings = self.crossings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(crossing) = crossings.get_mut(entry) {
            crossing.status = Some(status);
        }
    }
}

impl Crossing {
    /// The tier that was reached.
    #[must_use]
    pub fn tier(&self) -> Tier {
        self.api.tier
    }

    /// The name of the API that was reached.
    #[must_use]
    pub fn api(&self) -> &'static str {
        self.api.name
    }
}

/// Indented by tier: `  process  order-process@2  POST /v2/orders  201`.
impl fmt::Display for Crossing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let indent = match self.api.tier {
            Tier::Experience => "",
            Tier::Process => "  ",
            Tier::System | Tier::Service => "    ",
        };
        let tier = format!("{indent}{}", hosts::tier(self.api.tier));
        let api = format!("{}@{}", self.api.name, self.api.major);
        write!(formatter, "{tier:<12} {api:<22} {}", abridged(&self.request))?;
        match self.status {
            Some(status) => write!(formatter, " → {status}"),
            None => write!(formatter, " → …"),
        }
    }
}

/// A request line with the last four digits of each UUID, which is enough to tell them apart.
fn abridged(request: &str) -> String {
    let word = |text: &str| -> String {
        match text.len() {
            36 if text.bytes().filter(|byte| *byte == b'-').count() == 4 => {
                format!("…{}", &text[32..])
            }
            _ => text.to_owned(),
        }
    };
    request
        .split_inclusive(['/', '=', '&', '?', ' '])
        .map(|part| {
            let end = part.trim_end_matches(['/', '=', '&', '?', ' ']).len();
            word(&part[..end]) + &part[end..]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::abridged;

    #[test]
    fn identifiers_are_cut_to_their_end() {
        let line = "GET /v1/orders/0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c/parcels?limit=3";
        assert_eq!(abridged(line), "GET /v1/orders/…4b5c/parcels?limit=3");
    }
}
