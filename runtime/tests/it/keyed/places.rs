//! The stores that the contract is held against, each with a place to keep notes and a way to make it unreachable.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;
use tiebeam::Router;
use tiebeam::idempotency::{Flow, Local, Mode};
use tiebeam::store::{Error, Memory, OpenTransaction, Pending, Postgres, Sqlite, Store, Wake};
use tiebeam::testkit::ManualClock;
use tiebeam::types::Timestamp;
use tokio_postgres::NoTls;

use super::api::{App, Notes, router};
use super::proxy::Proxy;

/// How long the store in a file waits for another process.
const PATIENCE: Duration = Duration::from_millis(50);

/// A store, what lives in it, and how to reach it.
pub(crate) struct Place {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) app: Arc<App>,
    pub(crate) clock: ManualClock,
    pub(crate) kind: Kind,
    pub(crate) means: Means,
}

/// How a server is idempotent here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Local,
    Flow,
}

/// What a store is reached by.
pub(crate) enum Means {
    Memory(Faulty),
    Sqlite { directory: TempDir, other: Sqlite, held: tokio::sync::Mutex<Option<OpenTransaction>> },
    Postgres { url: String, proxy: Proxy },
}

impl Place {
    /// The same place, where a request is one transaction.
    pub(crate) fn local(self) -> Self {
        Self { kind: Kind::Local, ..self }
    }

    /// The same place, where a request holds its key by a lease.
    pub(crate) fn flow(self) -> Self {
        Self { kind: Kind::Flow, ..self }
    }

    pub(crate) fn router(&self) -> Router {
        router(&self.app, self.mode(Arc::clone(&self.store)))
    }

    pub(crate) fn router_with_retention(&self, retention: Duration) -> Router {
        let mode = match self.kind {
            Kind::Local => Mode::from(self.as_local(Arc::clone(&self.store)).retention(retention)),
            Kind::Flow => self.as_flow().retention(retention).into(),
        };
        router(&self.app, mode)
    }

    pub(crate) fn router_with_max_answer(&self, bytes: usize) -> Router {
        let mode = match self.kind {
            Kind::Local => Mode::from(self.as_local(Arc::clone(&self.store)).max_answer(bytes)),
            Kind::Flow => self.as_flow().max_answer(bytes).into(),
        };
        router(&self.app, mode)
    }

    /// The routes of another instance on the same store.
    pub(crate) fn other_instance(&self) -> Router {
        router(&self.app, self.mode(self.other_store()))
    }

    /// How this place is idempotent by a lease; nobody waits for anybody unless told.
    pub(crate) fn as_flow(&self) -> Flow {
        let flow = Flow::new(Arc::clone(&self.store)).with_clock(self.clock.shared());
        flow.patience(Duration::ZERO)
    }

    /// How another instance on the same store is idempotent by a lease, by a clock of its own.
    pub(crate) fn other_flow(&self, clock: &ManualClock) -> Flow {
        Flow::new(self.other_store()).with_clock(clock.shared()).patience(Duration::ZERO)
    }

    pub(crate) fn as_local(&self, store: Arc<dyn Store>) -> Local {
        Local::new(store).with_clock(self.clock.shared())
    }

    fn mode(&self, store: Arc<dyn Store>) -> Mode {
        match self.kind {
            Kind::Local => self.as_local(store).into(),
            Kind::Flow => {
                let flow = Flow::new(store).with_clock(self.clock.shared());
                flow.patience(Duration::ZERO).into()
            }
        }
    }

    fn other_store(&self) -> Arc<dyn Store> {
        match &self.means {
            Means::Memory(faulty) => Arc::new(faulty.clone()),
            Means::Sqlite { directory, .. } => {
                Arc::new(Sqlite::open(directory.path().join("store.db")).expect("a file"))
            }
            Means::Postgres { url, .. } => Arc::new(Postgres::new(url).expect("a URL")),
        }
    }

    /// Makes the store unreachable.
    pub(crate) async fn cut(&self) {
        match &self.means {
            Means::Memory(faulty) => faulty.is_cut.store(true, Ordering::SeqCst),
            Means::Sqlite { other, held, .. } => {
                let open = other.begin().await.expect("a transaction");
                open.execute("DELETE FROM notes WHERE id = 'nobody'", &[]).await.expect("its turn");
                *held.lock().await = Some(open);
            }
            Means::Postgres { proxy, .. } => proxy.cut(),
        }
    }

    /// Makes it reachable again.
    pub(crate) async fn restore(&self) {
        match &self.means {
            Means::Memory(faulty) => faulty.is_cut.store(false, Ordering::SeqCst),
            Means::Sqlite { held, .. } => {
                let open = held.lock().await.take().expect("it was cut");
                open.rollback().await.expect("it is undone");
            }
            Means::Postgres { proxy, .. } => proxy.restore(),
        }
    }
}

/// A store in memory that can be out of reach.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faulty {
    store: Memory,
    is_cut: Arc<AtomicBool>,
}

impl Store for Faulty {
    fn begin(&self) -> Pending<'_, OpenTransaction> {
        if self.is_cut.load(Ordering::SeqCst) {
            return Box::pin(std::future::ready(Err(Error::unavailable("as asked"))));
        }
        self.store.begin()
    }

    fn migrate(&self) -> Pending<'_, ()> {
        self.store.migrate()
    }

    fn wake(&self) -> &Wake {
        self.store.wake()
    }

    fn sweep(&self, now: Timestamp, limit: u32) -> Pending<'_, u64> {
        self.store.sweep(now, limit)
    }
}

/// A store in memory.
pub(crate) async fn memory() -> Place {
    let faulty = Faulty::default();
    faulty.migrate().await.expect("there is nothing to do");
    Place {
        store: Arc::new(faulty.clone()),
        app: App::new(Notes::Memory(Arc::new(Mutex::default()))),
        clock: ManualClock::new(),
        kind: Kind::Local,
        means: Means::Memory(faulty),
    }
}

/// A store in a file of its own.
pub(crate) async fn sqlite() -> Place {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("store.db");
    let store: Arc<dyn Store> = Arc::new(Sqlite::open_patiently(&path, PATIENCE).expect("a file"));
    prepare(&*store).await;
    let other = Sqlite::open(&path).expect("the same file");
    let held = tokio::sync::Mutex::default();
    Place {
        store: Arc::clone(&store),
        app: App::new(Notes::Sql(store)),
        clock: ManualClock::new(),
        kind: Kind::Local,
        means: Means::Sqlite { directory, other, held },
    }
}

/// A store in a database of its own, reached through a proxy.
pub(crate) async fn postgres() -> Place {
    let url = database().await;
    let direct: Arc<dyn Store> = Arc::new(Postgres::with_connections(&url, 2).expect("a URL"));
    prepare(&*direct).await;
    let proxy = Proxy::start(&url).await;
    let store = Arc::new(Postgres::with_connections(proxy.url(), 8).expect("a URL"));
    Place {
        store,
        app: App::new(Notes::Sql(direct)),
        clock: ManualClock::new(),
        kind: Kind::Local,
        means: Means::Postgres { url, proxy },
    }
}

/// Creates the tables.
pub(crate) async fn prepare(store: &dyn Store) {
    store.migrate().await.expect("tables");
    let open = store.begin().await.expect("a transaction");
    let table = "CREATE TABLE notes (id TEXT PRIMARY KEY, text TEXT NOT NULL)";
    open.execute(table, &[]).await.expect("a table");
    open.commit().await.expect("it is kept");
}

/// A new database of the cluster that `cargo xtask test` started.
pub(crate) async fn database() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let Ok(url) = std::env::var("TIEBEAM_TEST_POSTGRES") else {
        panic!(
            "TIEBEAM_TEST_POSTGRES names no PostgreSQL to test against: run `cargo xtask test`, which starts one"
        )
    };
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("test_{}_{number}", std::process::id());
    let (client, connection) = tokio_postgres::connect(&url, NoTls).await.expect("it answers");
    let running = tokio::spawn(connection);
    client.batch_execute(&format!("CREATE DATABASE {name}")).await.expect("a database");
    drop(client);
    running.await.expect("no panic").expect("a connection");
    let (server, _) = url.rsplit_once('/').expect("the URL ends with the name of a database");
    format!("{server}/{name}")
}
