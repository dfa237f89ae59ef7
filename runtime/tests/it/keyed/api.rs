//! An API of one operation that writes a note; what it does besides is part of the request.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tiebeam::context::Identity;
use tiebeam::idempotency::Mode;
use tiebeam::operation::{
    Answer, Api, Decode, Idempotency, Input, Invalid, Method, Operation, Reply, Success, Tier,
};
use tiebeam::shape::Shape;
use tiebeam::store::{Store, Transaction};
use tiebeam::types::Uuid;
use tiebeam::{Context, IdempotencyKey, Problem, ProblemType, Router, Server};
use tokio::sync::Semaphore;
use tower::Service as _;

static API: Api = Api {
    name: "notes",
    title: "Notes",
    version: "1.0.0",
    major: 1,
    tier: Tier::Service,
    digest: "0",
    openapi: "{}",
    asyncapi: None,
};

static SOLD_OUT: ProblemType = ProblemType {
    uri: "https://acme.example/problems/sold-out",
    code: "sold-out",
    title: "Sold out",
    status: 409,
};

static SUSPENDED: ProblemType = ProblemType {
    uri: "https://acme.example/problems/suspended",
    code: "suspended",
    title: "Suspended",
    status: 403,
};

static DOWN: ProblemType = ProblemType {
    uri: "https://acme.example/problems/down",
    code: "down",
    title: "Down",
    status: 503,
};

static ADD: Operation = Operation::new("addNote", Method::Post, "/v1/notes")
    .body(Shape::any())
    .success(&[Success::new(201).body(Shape::any()).location("/v1/notes/{id}")])
    .errors(&[&SOLD_OUT, &SUSPENDED])
    .etag("id")
    .idempotency(Idempotency::Optional);

/// What is asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Note {
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) then: String,
}

struct Add {
    key: Option<IdempotencyKey>,
    note: Note,
}

impl Decode for Add {
    fn decode(input: &mut Input<'_>) -> Result<Self, Invalid> {
        let key = input.optional_idempotency_key();
        let note = input.body();
        Ok(Self { key: key?, note: note? })
    }
}

#[derive(Serialize, Deserialize)]
struct Added {
    id: Uuid,
    text: String,
}

impl Added {
    fn fresh(text: String) -> Self {
        Self { id: Uuid::new_v4(), text }
    }
}

/// What comes back, with a field of its own.
struct Told(Added);

impl Reply for Told {
    fn into_answer(self) -> Answer {
        Answer::json(201, &self.0).with_header("x-note", &self.0.text.len())
    }

    fn from_answer(_: Answer) -> Result<Self, Problem> {
        unreachable!("nobody calls this API by a client")
    }
}

/// Where notes are kept.
#[derive(Clone)]
pub(crate) enum Notes {
    Memory(Arc<Mutex<BTreeMap<String, String>>>),
    Sql(Arc<dyn Store>),
}

impl Notes {
    async fn add(&self, transaction: &Transaction, added: &Added) -> Result<(), Problem> {
        match self {
            Self::Memory(notes) => {
                let (notes, id, text) =
                    (Arc::clone(notes), added.id.to_string(), added.text.clone());
                transaction.stage(move || {
                    notes.lock().expect("no panic").insert(id, text);
                });
            }
            Self::Sql(_) => {
                let sql = "INSERT INTO notes (id, text) VALUES ($1, $2)";
                transaction.execute(sql, &[added.id.into(), (&added.text).into()]).await?;
            }
        }
        Ok(())
    }

    /// Adds a note as a system further down does: once for each key, in a transaction of its own. Says whether it was
    /// new.
    async fn add_once(&self, key: &IdempotencyKey, text: &str) -> Result<bool, Problem> {
        match self {
            Self::Memory(notes) => {
                let mut notes = notes.lock().expect("no panic");
                let count = notes.len();
                notes.entry(key.to_string()).or_insert_with(|| text.to_owned());
                Ok(notes.len() > count)
            }
            Self::Sql(store) => {
                let open = store.begin().await?;
                let sql =
                    "INSERT INTO notes (id, text) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
                let count = open.execute(sql, &[key.as_str().into(), text.into()]).await?;
                open.commit().await?;
                Ok(count > 0)
            }
        }
    }

    /// The texts of all notes, sorted.
    pub(crate) async fn texts(&self) -> Vec<String> {
        match self {
            Self::Memory(notes) => {
                let notes = notes.lock().expect("no panic");
                let mut texts: Vec<_> = notes.values().cloned().collect();
                texts.sort();
                texts
            }
            Self::Sql(store) => {
                let open = store.begin().await.expect("a transaction");
                let rows = open.query("SELECT text FROM notes ORDER BY text", &[]).await;
                let rows = rows.expect("the table is there");
                rows.iter().map(|row| row.get("text").expect("a text")).collect()
            }
        }
    }
}

/// The implementation, and what it counts.
pub(crate) struct App {
    pub(crate) notes: Notes,
    pub(crate) calls: AtomicUsize,
    pub(crate) commits: Arc<AtomicUsize>,
    /// Gets a permit for each call that waits.
    pub(crate) entered: Semaphore,
    /// Lets calls that wait go on.
    pub(crate) gate: Semaphore,
}

impl App {
    pub(crate) fn new(notes: Notes) -> Arc<Self> {
        let (entered, gate) = (Semaphore::new(0), Semaphore::new(0));
        let (calls, commits) = (AtomicUsize::new(0), Arc::default());
        Arc::new(Self { notes, calls, commits, entered, gate })
    }

    pub(crate) fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    pub(crate) fn commits(&self) -> usize {
        self.commits.load(Ordering::SeqCst)
    }

    async fn add(&self, context: &Context, request: Add) -> Result<Told, Problem> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        let Some(transaction) = context.transaction() else {
            return self.add_elsewhere(context, request).await;
        };
        let commits = Arc::clone(&self.commits);
        transaction.on_commit(move || {
            commits.fetch_add(1, Ordering::SeqCst);
        });
        let added = Added::fresh(request.note.text);
        self.notes.add(transaction, &added).await?;
        match &*request.note.then {
            "" => Ok(Told(added)),
            "wait" => {
                self.entered.add_permits(1);
                self.gate.acquire().await.expect("the gate stays").forget();
                Ok(Told(added))
            }
            "append" => {
                let others = "SELECT text FROM notes WHERE id <> $1";
                transaction.query(others, &[added.id.into()]).await?;
                self.entered.add_permits(1);
                self.gate.acquire().await.expect("the gate stays").forget();
                let append = "UPDATE notes SET text = text || $1 WHERE id <> $2";
                transaction.execute(append, &[(&added.text).into(), added.id.into()]).await?;
                Ok(Told(added))
            }
            "be refused" => Err(SOLD_OUT.problem().with_detail(added.id.to_string())),
            "be suspended" => Err(SUSPENDED.problem()),
            "be down" => Err(DOWN.problem()),
            "panic" => panic!("as asked"),
            "hang" => std::future::pending().await,
            "fail silently" => {
                transaction.execute("INSERT INTO nowhere VALUES (1)", &[]).await.unwrap_or(0);
                Ok(Told(added))
            }
            "fail and be refused" => {
                let failed = transaction.execute("INSERT INTO nowhere VALUES (1)", &[]).await;
                failed.expect_err("there is no such table");
                Err(SOLD_OUT.problem().with_detail(added.id.to_string()))
            }
            other => panic!("{other} is nothing that can be asked"),
        }
    }
}

impl App {
    /// Adds a note without a transaction: a call of somebody else, under the key of a step.
    async fn add_elsewhere(&self, context: &Context, request: Add) -> Result<Told, Problem> {
        let Some(key) = request.key else {
            return Ok(Told(Added::fresh(request.note.text)));
        };
        match &*request.note.then {
            "be refused" => return Err(SOLD_OUT.problem().with_detail(Uuid::new_v4().to_string())),
            "be suspended" => return Err(SUSPENDED.problem()),
            "be down" => return Err(DOWN.problem()),
            "panic" => panic!("as asked"),
            _ => {}
        }
        let step = context.step_key(&key, "note");
        if self.notes.add_once(&step, &request.note.text).await? {
            self.commits.fetch_add(1, Ordering::SeqCst);
        }
        match &*request.note.then {
            "" => {}
            "wait" | "wait and be down" => {
                self.entered.add_permits(1);
                self.gate.acquire().await.expect("the gate stays").forget();
            }
            other => panic!("{other} is nothing that can be asked"),
        }
        if request.note.then == "wait and be down" {
            return Err(DOWN.problem());
        }
        Ok(Told(Added::fresh(request.note.text)))
    }
}

/// The routes of the API.
pub(crate) fn router(app: &Arc<App>, mode: impl Into<Mode>) -> Router {
    Server::new(&API, Arc::clone(app))
        .idempotent(mode)
        .serve(&ADD, |app: Arc<Arc<App>>, context: Context, request: Add| async move {
            app.add(&context, request).await
        })
        .into_router()
}

/// What a caller got.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) fields: HeaderMap,
    pub(crate) body: String,
}

impl Answered {
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(|value| value.to_str().ok())
    }

    pub(crate) fn is_replayed(&self) -> bool {
        self.field("idempotency-replayed") == Some("true")
    }

    pub(crate) fn code(&self) -> String {
        let body: Value = serde_json::from_str(&self.body).unwrap_or_default();
        body["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Status and whether it was given again.
    pub(crate) fn brief(&self) -> (u16, bool) {
        (self.status, self.is_replayed())
    }
}

/// A request that is about to be sent.
#[derive(Debug, Clone)]
pub(crate) struct Asking {
    pub(crate) key: Option<String>,
    pub(crate) identity: Option<Identity>,
    pub(crate) fields: Vec<(&'static str, String)>,
    pub(crate) body: String,
}

impl Asking {
    pub(crate) fn new(key: &str, text: &str, then: &str) -> Self {
        let body = json!({ "text": text, "then": then }).to_string();
        Self { key: Some(key.to_owned()), identity: None, fields: Vec::new(), body }
    }

    pub(crate) fn by(mut self, subject: &str, client: Option<&str>) -> Self {
        let (subject, client) = (subject.to_owned(), client.map(str::to_owned));
        self.identity = Some(Identity { subject, client, scopes: Vec::new() });
        self
    }

    pub(crate) fn with_field(mut self, name: &'static str, value: &str) -> Self {
        self.fields.push((name, value.to_owned()));
        self
    }

    pub(crate) async fn ask(&self, router: &Router) -> Answered {
        let mut request = Request::builder().method("POST").uri("/v1/notes");
        request = request.header("content-type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("idempotency-key", format!("\"{key}\""));
        }
        for (name, value) in &self.fields {
            request = request.header(*name, value);
        }
        let mut request = request.body(Body::from(self.body.clone())).expect("a request");
        if let Some(identity) = &self.identity {
            request.extensions_mut().insert(identity.clone());
        }
        let response = router.clone().call(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body in memory").to_bytes();
        let body = String::from_utf8(body.to_vec()).expect("a text");
        Answered { status: parts.status.as_u16(), fields: parts.headers, body }
    }

    /// Asks until the request is not told to come again; it must not be told so forever.
    pub(crate) async fn ask_until_decided(&self, router: &Router) -> Answered {
        for _ in 0..100_000 {
            let told = self.ask(router).await;
            if told.code() != "request-in-progress" {
                return told;
            }
            assert!(told.field("retry-after").is_some(), "{told:?}");
            tokio::task::yield_now().await;
        }
        panic!("the key is stuck");
    }
}
