//! The thread that owns the connection: transactions take turns, and commits share the wait for the disk.
//!
//! SQLite has one writer. A transaction here is interactive, its statements come from a handler one by one, so the
//! thread serves one transaction until it ends and then the next. Waiting for the disk after each would allow a few
//! hundred commits per second. So transactions are collected in a *group*: each is a savepoint inside one transaction
//! of the database, and its commit is answered only after that one has reached the disk. A group ends when nobody waits
//! for a turn, when it is large, or when it is old.
//!
//! A member of a group could make the others wait. When it is silent for a while and others wait for their commit, it is
//! undone and told that there was a conflict, and they are committed; for some time after that transactions are
//! committed one by one, so a slow one is not undone again.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::convert::{self, execute, query};
use crate::store::emission::{Emission, each};
use crate::store::error::Error;
use crate::store::remembered::{Claim, Known, Remembered, Scope};
use crate::store::schema::{self, FORGET, KEEP, LOOK_UP, LOOK_UP_LEASE};
use crate::store::value::{Row, Value};

/// Most transactions that are committed together.
const LARGEST_GROUP: usize = 64;

/// How long the first of a group waits for others.
const OLDEST_GROUP: Duration = Duration::from_millis(5);

/// How long a member may be silent while others wait for it.
const SILENCE: Duration = Duration::from_millis(100);

/// How many transactions are committed one by one after one was too slow for a group.
const ALONE: usize = 64;

/// Where an answer is waited for.
pub(super) type Reply<T> = oneshot::Sender<Result<T, Error>>;

/// What a transaction asks for.
pub(super) enum Request {
    Claim(Scope, i64, Reply<Claim>),
    Look(Scope, i64, Reply<Known>),
    Execute(String, Vec<Value>, Reply<u64>),
    Query(String, Vec<Value>, Reply<Vec<Row>>),
    Commit(Box<Kept>, Reply<()>),
    Rollback(Reply<()>),
}

/// What is written with a commit.
pub(super) struct Kept {
    pub(super) answer: Option<(Scope, Remembered)>,
    pub(super) events: Vec<Emission>,
}

/// What the transactions of a connection do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// They write, so each begins by keeping other writers out.
    Write,
    /// They read, so they keep nobody out.
    Read,
}

/// Hands transactions to the thread; the thread ends when nobody can any more.
#[derive(Clone)]
pub(super) struct Writer(Sender<Receiver<Request>>);

impl Writer {
    /// Starts the thread.
    pub(super) fn start(connection: Connection, mode: Mode) -> Result<Self, Error> {
        let (sender, queue) = mpsc::channel();
        let thread = thread::Builder::new().name("tiebeam-sqlite".to_owned());
        let turns = Turns { connection, mode, queue, group: Group::default(), alone: 0 };
        thread.spawn(move || turns.run()).map_err(Error::unavailable)?;
        Ok(Self(sender))
    }

    /// Puts a transaction into the queue.
    pub(super) fn enqueue(&self, requests: Receiver<Request>) -> Result<(), Error> {
        self.0.send(requests).map_err(|_| Error::unavailable("the thread of the store has ended"))
    }
}

/// Why a transaction is not served any more: it was undone in favor of others.
pub(super) fn evicted() -> Error {
    Error::conflict("the transaction was silent for too long while others waited for it")
}

/// The thread's own state.
struct Turns {
    connection: Connection,
    mode: Mode,
    queue: Receiver<Receiver<Request>>,
    group: Group,
    /// How many transactions are still to be committed one by one.
    alone: usize,
}

/// Commits that wait for the disk.
#[derive(Default)]
struct Group {
    is_open: bool,
    waiting: Vec<Reply<()>>,
    since: Option<Instant>,
}

/// How a turn ended.
enum Ended {
    Committed,
    Undone,
    /// It was silent for too long.
    Evicted,
}

impl Turns {
    fn run(mut self) {
        loop {
            let next = if self.group.waiting.is_empty() {
                self.queue.recv().ok()
            } else if self.alone > 0 || self.group.is_full() {
                None
            } else {
                self.queue.try_recv().ok()
            };
            match next {
                Some(requests) => self.serve(&requests),
                None if self.group.waiting.is_empty() => return,
                None => self.flush(),
            }
        }
    }

    fn serve(&mut self, requests: &Receiver<Request>) {
        self.alone = self.alone.saturating_sub(1);
        let ended = self.turn(requests);
        if !matches!(ended, Ended::Committed) && self.group.is_open {
            let undone = self.connection.execute_batch("ROLLBACK TO turn; RELEASE turn");
            if undone.is_err() && self.connection.is_autocommit() {
                // The error took the whole group with it.
                self.group.lose(&Error::unavailable("the transaction was undone by the database"));
            }
        }
        if matches!(ended, Ended::Evicted) {
            self.flush();
            self.alone = ALONE;
        } else if self.group.waiting.is_empty() {
            self.flush();
        }
    }

    /// Serves one transaction until it ends.
    fn turn(&mut self, requests: &Receiver<Request>) -> Ended {
        let mut has_begun = false;
        loop {
            let request = if self.group.waiting.is_empty() {
                requests.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                requests.recv_timeout(SILENCE)
            };
            let request = match request {
                Ok(request) => request,
                Err(RecvTimeoutError::Disconnected) => return Ended::Undone,
                Err(RecvTimeoutError::Timeout) => return Ended::Evicted,
            };
            if !has_begun {
                if let Err(error) = self.begin() {
                    refuse(request, error);
                    return Ended::Undone;
                }
                has_begun = true;
            }
            match request {
                Request::Claim(scope, now, reply) => tell(reply, self.look_up(scope, now)),
                Request::Look(scope, now, reply) => tell(reply, self.look(scope, now)),
                Request::Execute(sql, params, reply) => {
                    tell(reply, execute(&self.connection, &sql, &params));
                }
                Request::Query(sql, params, reply) => {
                    tell(reply, query(&self.connection, &sql, &params));
                }
                Request::Commit(kept, reply) => match self.keep(*kept) {
                    Ok(()) => {
                        self.group.waiting.push(reply);
                        return Ended::Committed;
                    }
                    Err(error) => {
                        tell(reply, Err(error));
                        return Ended::Undone;
                    }
                },
                Request::Rollback(reply) => {
                    tell(reply, Ok(()));
                    return Ended::Undone;
                }
            }
        }
    }

    /// Opens the group where there is none, and in it the transaction.
    fn begin(&mut self) -> Result<(), Error> {
        if self.group.is_open && self.connection.is_autocommit() {
            self.group.lose(&Error::unavailable("the transaction was undone by the database"));
        }
        if !self.group.is_open {
            let begin = match self.mode {
                Mode::Write => "BEGIN IMMEDIATE",
                Mode::Read => "BEGIN",
            };
            self.connection.execute_batch(begin).map_err(convert::error)?;
            self.group.is_open = true;
            self.group.since = Some(Instant::now());
        }
        self.connection.execute_batch("SAVEPOINT turn").map_err(convert::error)
    }

    fn look_up(&self, scope: Scope, now: i64) -> Result<Claim, Error> {
        let scope = Value::from(&scope.0[..]);
        let rows = query(&self.connection, LOOK_UP, std::slice::from_ref(&scope))?;
        let Some(row) = rows.first() else { return Ok(Claim::Free) };
        let remembered = schema::remembered(row)?;
        if remembered.expires > now {
            return Ok(Claim::Found(remembered));
        }
        execute(&self.connection, FORGET, &[scope])?;
        Ok(Claim::Free)
    }

    fn look(&self, scope: Scope, now: i64) -> Result<Known, Error> {
        if let Claim::Found(answer) = self.look_up(scope, now)? {
            return Ok(Known::Answered(answer));
        }
        let rows = query(&self.connection, LOOK_UP_LEASE, &[scope.0[..].into()])?;
        rows.first().map_or(Ok(Known::Nothing), |row| schema::lease(row).map(Known::Leased))
    }

    /// Writes the answer and the events, and closes the savepoint.
    fn keep(&self, kept: Kept) -> Result<(), Error> {
        if self.connection.is_autocommit() {
            return Err(Error::unavailable("the transaction was undone by the database"));
        }
        if let Some((scope, answer)) = kept.answer {
            let params = schema::params(scope, answer);
            // One connection writes, so nobody can have kept an answer since the key was claimed.
            execute(&self.connection, KEEP, &params)?;
        }
        for emission in kept.events {
            self.emit(emission)?;
        }
        self.connection.execute_batch("RELEASE turn").map_err(convert::error)
    }

    /// Writes the rows of an event.
    fn emit(&self, emission: Emission) -> Result<(), Error> {
        let id = Value::from(emission.id);
        if !query(&self.connection, each::KNOWN, std::slice::from_ref(&id))?.is_empty() {
            return Ok(());
        }
        let partition = emission.partition();
        let Emission { topic, key, event, at, expires, .. } = emission;
        let sequence = match &key {
            Some(key) => {
                let rows = query(&self.connection, each::HEAD, &[topic.into(), key.into()])?;
                rows.first().map(|row| row.get::<i64>("sequence")).transpose()?
            }
            None => None,
        };
        let log =
            [id.clone(), topic.into(), key.into(), sequence.into(), event.into(), expires.into()];
        execute(&self.connection, each::LOG, &log)?;
        execute(&self.connection, each::PENDING, &[partition.into(), id, at.into()])?;
        Ok(())
    }

    /// Waits for the disk, then answers everyone who waits for it.
    fn flush(&mut self) {
        if !std::mem::take(&mut self.group.is_open) {
            return;
        }
        if self.group.waiting.is_empty() {
            // Nothing was kept. Where even this fails, the next BEGIN says what is wrong.
            let _ = self.connection.execute_batch("ROLLBACK");
            return;
        }
        match self.connection.execute_batch("COMMIT").map_err(convert::error) {
            Ok(()) => {
                for reply in self.group.waiting.drain(..) {
                    tell(reply, Ok(()));
                }
            }
            Err(error) => {
                if !self.connection.is_autocommit() {
                    let _ = self.connection.execute_batch("ROLLBACK");
                }
                self.group.lose(&error);
            }
        }
    }
}

impl Group {
    fn is_full(&self) -> bool {
        self.waiting.len() >= LARGEST_GROUP
            || self.since.is_some_and(|since| since.elapsed() >= OLDEST_GROUP)
    }

    /// Tells everyone that nothing was committed.
    fn lose(&mut self, error: &Error) {
        self.is_open = false;
        for reply in self.waiting.drain(..) {
            tell(reply, Err(error.clone()));
        }
    }
}

fn refuse(request: Request, error: Error) {
    match request {
        Request::Claim(_, _, reply) => tell(reply, Err(error)),
        Request::Look(_, _, reply) => tell(reply, Err(error)),
        Request::Execute(_, _, reply) => tell(reply, Err(error)),
        Request::Query(_, _, reply) => tell(reply, Err(error)),
        Request::Commit(_, reply) | Request::Rollback(reply) => tell(reply, Err(error)),
    }
}

/// Nobody waits any more when a request was given up: then the answer is for nobody.
fn tell<T>(reply: Reply<T>, answer: Result<T, Error>) {
    let _ = reply.send(answer);
}
