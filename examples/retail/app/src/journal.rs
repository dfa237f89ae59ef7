//! Writes down which requests crossed which tier.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use tiebeam::operation::{Api, Tier};

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
    pub fn tier(&self) -> Tier {
        self.api.tier
    }

    /// The name of the API that was reached.
    pub fn api(&self) -> &'static str {
        self.api.name
    }
}

/// Indented by tier: `  process  order-process@2  POST /v2/orders  201`.
impl fmt::Display for Crossing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (indent, tier) = match self.api.tier {
            Tier::Experience => ("", "experience"),
            Tier::Process => ("  ", "process"),
            Tier::System => ("    ", "system"),
            Tier::Service => ("    ", "service"),
        };
        let tier = format!("{indent}{tier}");
        let api = format!("{}@{}", self.api.name, self.api.major);
        write!(formatter, "{tier:<12} {api:<22} {}", self.request)?;
        match self.status {
            Some(status) => write!(formatter, " → {status}"),
            None => write!(formatter, " → …"),
        }
    }
}
