//! Tells other processes that there is news, and hears it from them: NOTIFY and LISTEN, on a connection of their own.
//!
//! A transaction with a NOTIFY in it takes a lock, for the time of its commit, that every other such transaction waits
//! for: a quarter of the commits remain. So it is said after the commit, and never in the transaction. It is *debounced*
//! as well: what is committed while one NOTIFY is under way, or shortly after it, goes with the next.
//!
//! Nothing is promised. A connection that breaks is made again, with a pause that grows; what was to be said meanwhile is
//! said then, and what others said meanwhile is taken for said. A connection that cannot be made, because there are too
//! many or because a pooler between does not know LISTEN, means that those who wait find out by themselves, when they
//! look next.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};
use tokio_postgres::tls::NoTlsStream;
use tokio_postgres::{AsyncMessage, Client, Connection, Error, Socket};
use uuid::Uuid;

use super::connection::Connector;
use crate::store::wake::{Heard, News};

/// The shortest time between one NOTIFY and the next.
const PAUSE: Duration = Duration::from_millis(5);

/// The first and the longest wait before a connection is made again.
const FIRST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// What there may be news of, and its name in a NOTIFY.
const KINDS: [(News, &str); 2] = [(News::Emitted, "emitted"), (News::Published, "published")];

/// How often there was something to say, in the order of [`KINDS`].
type Counts = [u64; KINDS.len()];

/// Carries news between the processes that share a database. It begins when there is something to say or somebody
/// listens, and ends with its store.
pub(in crate::store) struct Herald {
    connector: Connector,
    said: watch::Sender<Counts>,
    rounds: Mutex<Option<JoinHandle<()>>>,
}

/// What the task of a herald works with.
struct Rounds {
    connector: Connector,
    /// Tells what we said from what others say.
    name: String,
    said: watch::Receiver<Counts>,
    told: Counts,
    heard: Arc<Heard>,
}

/// Nobody can say anything any more.
struct Over;

impl Herald {
    pub(super) fn new(connector: &Connector) -> Self {
        let (said, _) = watch::channel(Counts::default());
        Self { connector: connector.named("wake"), said, rounds: Mutex::default() }
    }

    /// Has others be told.
    pub(in crate::store) fn tell(&self, news: News, heard: &Arc<Heard>) {
        self.said.send_modify(|said| {
            for ((kind, _), count) in KINDS.iter().zip(said) {
                *count += u64::from(*kind == news);
            }
        });
        self.attend(heard);
    }

    /// Sees to it that the herald is at work.
    pub(in crate::store) fn attend(&self, heard: &Arc<Heard>) {
        // Without a runtime nobody can wait for news either.
        let Ok(runtime) = Handle::try_current() else { return };
        let mut rounds = self.rounds.lock().unwrap_or_else(PoisonError::into_inner);
        // It is over as well where the runtime is gone that it ran in.
        if rounds.as_ref().is_some_and(|rounds| !rounds.is_finished()) {
            return;
        }
        let mut said = self.said.subscribe();
        said.mark_changed();
        let begun = Rounds {
            connector: self.connector.clone(),
            name: Uuid::new_v4().to_string(),
            said,
            told: Counts::default(),
            heard: Arc::clone(heard),
        };
        *rounds = Some(runtime.spawn(begun.run()));
    }
}

impl Rounds {
    async fn run(mut self) {
        let mut wait = FIRST_WAIT;
        loop {
            let error = match self.connect().await {
                Ok((client, hearing)) => {
                    wait = FIRST_WAIT;
                    match self.carry(&client, hearing).await {
                        Ok(Over) => return,
                        Err(error) => error,
                    }
                }
                Err(error) => error,
            };
            let error = error.to_string();
            tracing::warn!(error, "no news from other processes; connecting again");
            tokio::select! {
                () = sleep(wait) => {}
                Over = over(&mut self.said) => return,
            }
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    async fn connect(&self) -> Result<(Client, JoinHandle<Result<(), Error>>), Error> {
        let (client, connection) = self.connector.connect().await?;
        let hearing = tokio::spawn(hear(connection, self.name.clone(), Arc::clone(&self.heard)));
        client.batch_execute("LISTEN tiebeam").await?;
        Ok((client, hearing))
    }

    /// Tells others whatever is said here, until the connection breaks.
    async fn carry(
        &mut self,
        client: &Client,
        mut hearing: JoinHandle<Result<(), Error>>,
    ) -> Result<Over, Error> {
        // Whatever was said before we listened.
        for (news, _) in KINDS {
            self.heard.hear(news);
        }
        // What was said while there was no connection, or was on its way when it broke.
        self.said.mark_changed();
        loop {
            tokio::select! {
                changed = self.said.changed() => if changed.is_err() {
                    return Ok(Over);
                },
                ended = &mut hearing => match ended {
                    Ok(Err(error)) => return Err(error),
                    // It was closed in good order, or the runtime ends.
                    Ok(Ok(())) | Err(_) => return client.batch_execute("").await.map(|()| Over),
                },
            }
            let said = *self.said.borrow_and_update();
            client.batch_execute(&self.notify(&said)).await?;
            self.told = said;
            sleep_until(Instant::now() + PAUSE).await;
        }
    }

    /// The statements that tell what was said and not told.
    fn notify(&self, said: &Counts) -> String {
        let kinds = KINDS.iter().zip(said).zip(&self.told).filter(|((_, said), told)| said != told);
        let statement = |((kind, _), _): ((&(News, &str), &u64), &u64)| {
            format!("NOTIFY tiebeam, '{} {}';", kind.1, self.name)
        };
        kinds.map(statement).collect()
    }
}

/// Hears what others say, for as long as the connection lives.
async fn hear(
    mut connection: Connection<Socket, NoTlsStream>,
    name: String,
    heard: Arc<Heard>,
) -> Result<(), Error> {
    while let Some(message) = poll_fn(|context| connection.poll_message(context)).await {
        let AsyncMessage::Notification(notification) = message? else { continue };
        if let Some(news) = news(notification.payload(), &name) {
            heard.hear(news);
        }
    }
    Ok(())
}

/// What others say, where it is others and we know what it is about.
fn news(payload: &str, name: &str) -> Option<News> {
    let (kind, by) = payload.split_once(' ')?;
    let known = KINDS.iter().find(|(_, known)| *known == kind).filter(|_| by != name);
    known.map(|(news, _)| *news)
}

/// Waits until the store is gone.
async fn over(said: &mut watch::Receiver<Counts>) -> Over {
    while said.changed().await.is_ok() {}
    Over
}

#[cfg(test)]
mod tests {
    use super::{News, news};

    #[test]
    fn only_what_others_say_is_news() {
        for (payload, expected) in [
            ("emitted other", Some(News::Emitted)),
            ("published other", Some(News::Published)),
            ("emitted me", None),
            ("moved other", None),
            ("emitted", None),
        ] {
            assert_eq!(news(payload, "me"), expected, "{payload}");
        }
    }
}
