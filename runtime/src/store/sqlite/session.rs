//! One transaction, seen from the task that asks for it.

use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use tokio::sync::oneshot;

use super::writer::{Kept, Reply, Request, Writer, evicted};
use crate::store::backend::{Pending, Session};
use crate::store::error::Error;
use crate::store::keys::{Hand, Keys};
use crate::store::remembered::{Claim, Hold, Known, Scope, Writes};
use crate::store::schema;
use crate::store::value::{Row, Value};

/// A transaction that takes its turn with its first statement. Dropping it drops the channel, which rolls it back.
pub(super) struct SqliteSession {
    writer: Writer,
    keys: Keys,
    hand: Hand,
    requests: Mutex<Option<Sender<Request>>>,
}

impl SqliteSession {
    pub(super) fn new(writer: Writer, keys: Keys) -> Self {
        Self { writer, keys, hand: Hand::default(), requests: Mutex::default() }
    }

    /// Sends a request to the writer, the first one with a queue of its own.
    fn send<T>(
        &self,
        request: impl FnOnce(Reply<T>) -> Request,
    ) -> Result<oneshot::Receiver<Result<T, Error>>, Error> {
        let (reply, answer) = oneshot::channel();
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = if let Some(queue) = &*requests {
            queue
        } else {
            let (sender, receiver) = mpsc::channel();
            self.writer.enqueue(receiver)?;
            requests.insert(sender)
        };
        queue.send(request(reply)).map_err(|_| evicted())?;
        Ok(answer)
    }

    async fn ask<T>(&self, request: impl FnOnce(Reply<T>) -> Request) -> Result<T, Error> {
        let answer = self.send(request)?;
        answer.await.unwrap_or_else(|_| Err(evicted()))
    }

    fn has_begun(&self) -> bool {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

impl Session for SqliteSession {
    fn claim(&self, scope: Scope, now: Timestamp) -> Pending<'_, Claim> {
        Box::pin(async move {
            if !self.hand.takes(&self.keys, scope) {
                return Ok(Claim::Busy);
            }
            self.ask(|reply| Request::Claim(scope, now.as_microsecond(), reply)).await
        })
    }

    fn look(&self, scope: Scope, now: Timestamp) -> Pending<'_, Known> {
        Box::pin(async move {
            if !self.hand.takes(&self.keys, scope) {
                return Ok(Known::Busy);
            }
            self.ask(|reply| Request::Look(scope, now.as_microsecond(), reply)).await
        })
    }

    fn hold(&self, scope: Scope, hold: Hold) -> Pending<'_, bool> {
        let (sql, params) = schema::hold(scope, hold);
        Box::pin(async move { Ok(self.execute(sql, &params).await? > 0) })
    }

    fn execute<'s>(&'s self, sql: &'s str, params: &'s [Value]) -> Pending<'s, u64> {
        let (sql, params) = (sql.to_owned(), params.to_vec());
        Box::pin(self.ask(|reply| Request::Execute(sql, params, reply)))
    }

    fn query<'s>(&'s self, sql: &'s str, params: &'s [Value]) -> Pending<'s, Vec<Row>> {
        let (sql, params) = (sql.to_owned(), params.to_vec());
        Box::pin(self.ask(|reply| Request::Query(sql, params, reply)))
    }

    fn commit(self: Box<Self>, mut writes: Writes) -> Pending<'static, ()> {
        Box::pin(async move {
            let events = std::mem::take(&mut writes.events);
            if self.has_begun() || writes.answer.is_some() || !events.is_empty() {
                let kept = Box::new(Kept { answer: writes.answer.take(), events });
                self.ask(|reply| Request::Commit(kept, reply)).await?;
            }
            writes.apply();
            Ok(())
        })
    }

    fn rollback(self: Box<Self>) -> Pending<'static, ()> {
        Box::pin(async move {
            if self.has_begun() {
                self.ask(Request::Rollback).await?;
            }
            Ok(())
        })
    }
}
