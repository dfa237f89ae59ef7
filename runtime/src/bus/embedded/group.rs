//! What a process writes, collected: one transaction is under way, and what comes meanwhile goes into the next.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::bus::Shared;
use super::settle::Settled;
use super::{publish, settle, sweep};
use crate::bus::error::Error;
use crate::bus::message::Message;
use crate::store;
use crate::store::wake::News;

/// Most that is written in one transaction.
const LARGEST: usize = 512;

/// How often a transaction is begun again that got into another's way.
pub(super) const ATTEMPTS: u32 = 5;

/// How long to leave what is kept too long, at least.
const SWEEP_PAUSE: Duration = Duration::from_secs(10);

/// Most messages of a topic that are removed at once.
const LARGEST_SWEEP: u32 = 1000;

/// Where somebody waits.
pub(super) type Reply = oneshot::Sender<Result<(), Error>>;

/// Waits for what is written.
pub(super) async fn written(waiting: oneshot::Receiver<Result<(), Error>>) -> Result<(), Error> {
    waiting.await.map_err(|_| Error::unavailable("the process ends before it was written"))?
}

/// What is to be written.
#[derive(Debug)]
pub(super) enum Job {
    Publish(Message, Reply),
    Settle(Settled),
    /// Nothing: tells that everything before it was written.
    Reach(Reply),
    Sweep,
}

/// What waits to be written.
#[derive(Debug, Default)]
pub(super) struct Group(Mutex<Queue>);

#[derive(Debug, Default)]
struct Queue {
    jobs: VecDeque<Job>,
    is_writing: bool,
    swept: Option<Instant>,
}

impl Group {
    /// Puts something into the queue, behind all that was put there before.
    pub(super) fn put(shared: &Arc<Shared>, job: Job) {
        shared.group.queue().jobs.push_back(job);
        Self::sweep_sometimes(shared);
        Self::write_on(shared);
    }

    /// Removes what is kept too long, if that was not done lately.
    pub(super) fn sweep_sometimes(shared: &Arc<Shared>) {
        let now = shared.clock.instant();
        {
            let mut queue = shared.group.queue();
            if queue.swept.is_some_and(|swept| now < swept + SWEEP_PAUSE) {
                return;
            }
            queue.swept = Some(now);
            queue.jobs.push_back(Job::Sweep);
        }
        Self::write_on(shared);
    }

    /// Has the queue written, unless somebody is at it.
    fn write_on(shared: &Arc<Shared>) {
        if std::mem::replace(&mut shared.group.queue().is_writing, true) {
            return;
        }
        let shared = Arc::clone(shared);
        tokio::spawn(async move {
            loop {
                let jobs = shared.group.take();
                if jobs.is_empty() {
                    return;
                }
                write(&shared, jobs).await;
            }
        });
    }

    /// Takes what is written next. Where there is nothing, nobody writes any more.
    fn take(&self) -> Vec<Job> {
        let mut queue = self.queue();
        let count = queue.jobs.len().min(LARGEST);
        queue.is_writing = count > 0;
        queue.jobs.drain(..count).collect()
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Jobs by what is to be done.
#[derive(Debug, Default)]
struct Batch {
    messages: Vec<Message>,
    waiting: Vec<Reply>,
    settled: Vec<Settled>,
    reached: Vec<Reply>,
    is_sweeping: bool,
}

impl Batch {
    fn of(jobs: Vec<Job>) -> Self {
        let mut batch = Self::default();
        for job in jobs {
            match job {
                Job::Publish(message, reply) => {
                    batch.messages.push(message);
                    batch.waiting.push(reply);
                }
                Job::Settle(settled) => batch.settled.push(settled),
                Job::Reach(reply) => batch.reached.push(reply),
                Job::Sweep => batch.is_sweeping = true,
            }
        }
        batch
    }
}

async fn write(shared: &Shared, jobs: Vec<Job>) {
    let batch = Batch::of(jobs);
    let mut written = attempt(shared, &batch).await;
    for _ in 1..ATTEMPTS {
        if !written.as_ref().is_err_and(store::Error::is_conflict) {
            break;
        }
        written = attempt(shared, &batch).await;
    }
    if let Err(error) = &written {
        // Nobody waits for acknowledgments: their messages are delivered again.
        tracing::debug!(error = error.to_string(), "the bus could not write to its store");
    }
    let has_published = written.as_ref().is_ok_and(|written| !written.is_empty());
    let told = |outcome: Result<(), Error>, reply: Reply| {
        // Nobody waits any more when a publication was given up.
        let _ = reply.send(outcome);
    };
    match written {
        Ok(outcomes) => {
            for (outcome, reply) in outcomes.into_iter().zip(batch.waiting) {
                told(outcome, reply);
            }
            batch.reached.into_iter().for_each(|reply| told(Ok(()), reply));
        }
        Err(error) => {
            for reply in batch.waiting.into_iter().chain(batch.reached) {
                told(Err(Error::unavailable(&error)), reply);
            }
        }
    }
    if has_published {
        shared.store.wake().wake(News::Published);
    } else {
        shared.changed.notify_waiters();
    }
}

/// Writes all of it in one transaction; answers what became of each publication.
async fn attempt(shared: &Shared, batch: &Batch) -> Result<Vec<Result<(), Error>>, store::Error> {
    let open = shared.store.begin().await?;
    let now = shared.clock.now();
    let outcomes = publish::all(&open, &batch.messages, now, shared.window).await?;
    settle::all(&open, &batch.settled).await?;
    if batch.is_sweeping {
        sweep::some(&open, now, LARGEST_SWEEP).await?;
    }
    open.commit().await?;
    Ok(outcomes)
}
