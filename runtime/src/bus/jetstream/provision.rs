//! Streams and consumers are created, or brought up to what is wished.

use std::collections::BTreeMap;
use std::time::Duration;

use async_nats::jetstream::ErrorCode;
use async_nats::jetstream::consumer::{self, AckPolicy, DeliverPolicy, IntoConsumerConfig, pull};
use async_nats::jetstream::stream::{Config, Info, RetentionPolicy, StorageType};
use serde_json::json;

use super::connection::Connection;
use super::settings::Settings;
use super::{api, name};
use crate::bus::error::Error;
use crate::bus::topic::{Start, Subscription, Topic};

/// How often to look again when somebody else made what we were about to make.
const ATTEMPTS: u32 = 3;

/// What is asked of a server when something is provisioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The subject, which begins with `$JS.API`.
    pub subject: String,
    /// The configuration, as JSON.
    pub content: String,
}

/// What is asked of a server that has nothing yet: a stream for each domain, then a consumer for each topic of a
/// subscription. An operator may do it in our place; it is then found, and nothing is asked.
#[must_use]
pub fn requests(
    settings: &Settings,
    topics: &[Topic],
    subscriptions: &[Subscription],
) -> Vec<Request> {
    let streams = domains(topics).into_iter().map(|(domain, age)| {
        let content = json!(wished(settings, domain, age)).to_string();
        Request { subject: api::subject(&format!("STREAM.CREATE.{domain}")), content }
    });
    let consumers = subscriptions.iter().flat_map(|subscription| {
        subscription.topics.iter().map(move |topic| {
            let (stream, consumer) = (name::stream(topic), name::consumer(subscription, topic));
            let config = consumer_of(subscription, topic, &consumer);
            let question = format!("CONSUMER.CREATE.{stream}.{consumer}.{topic}");
            let content = json!({ "stream_name": stream, "config": config }).to_string();
            Request { subject: api::subject(&question), content }
        })
    });
    streams.chain(consumers).collect()
}

/// Creates or updates all of it.
pub(super) async fn all(
    connection: &Connection,
    topics: &[Topic],
    subscriptions: &[Subscription],
) -> Result<(), Error> {
    for (domain, age) in domains(topics) {
        stream(connection, domain, age).await?;
    }
    for subscription in subscriptions {
        for topic in &subscription.topics {
            durable(connection, subscription, topic).await?;
        }
    }
    Ok(())
}

/// How long each domain keeps messages: as long as the topic that keeps them longest; zero is for good.
fn domains(topics: &[Topic]) -> BTreeMap<&str, Duration> {
    let mut domains = BTreeMap::new();
    for topic in topics {
        let age = topic.retention.unwrap_or(Duration::ZERO);
        let longest = domains.entry(name::stream(&topic.name)).or_insert(age);
        *longest = longer(*longest, age);
    }
    domains
}

/// The longer of two ages, of which zero is the longest.
fn longer(one: Duration, other: Duration) -> Duration {
    if one.is_zero() || other.is_zero() { Duration::ZERO } else { one.max(other) }
}

async fn stream(connection: &Connection, domain: &str, age: Duration) -> Result<(), Error> {
    for _ in 0..ATTEMPTS {
        let info = connection.ask(&format!("STREAM.INFO.{domain}"), &json!({})).await?;
        let (question, config) = match api::found::<Info>(info)? {
            None => ("CREATE", wished(&connection.settings, domain, age)),
            Some(info) => {
                let Some(config) = updated(connection, &info.config, domain, age)? else {
                    return Ok(());
                };
                ("UPDATE", config)
            }
        };
        let answer =
            connection.ask::<Info>(&format!("STREAM.{question}.{domain}"), &config).await?;
        match answer {
            Ok(info) => return is_made(&config, &info.config),
            // Somebody else was faster.
            Err(error) if error.error_code() == ErrorCode::STREAM_NAME_EXIST => {}
            Err(error) => return Err(api::refused(&error)),
        }
    }
    Err(Error::unavailable(format!("others keep changing the stream `{domain}`")))
}

fn wished(settings: &Settings, domain: &str, age: Duration) -> Config {
    Config {
        name: domain.to_owned(),
        subjects: vec![format!("{domain}.>")],
        retention: RetentionPolicy::Limits,
        storage: StorageType::File,
        num_replicas: settings.replicas,
        max_age: age,
        duplicate_window: window(settings, age),
        deny_delete: true,
        deny_purge: true,
        allow_direct: true,
        ..Config::default()
    }
}

/// A stream must not remember for longer than it keeps.
fn window(settings: &Settings, age: Duration) -> Duration {
    let window = settings.window;
    if age.is_zero() { window } else { window.min(age) }
}

/// What an existing stream has to become; `None` where it is that already. What is kept longer stays kept longer.
fn updated(
    connection: &Connection,
    is: &Config,
    domain: &str,
    age: Duration,
) -> Result<Option<Config>, Error> {
    let subject = format!("{domain}.>");
    if is.sources.as_ref().is_some_and(|sources| !sources.is_empty()) || is.mirror.is_some() {
        return Err(Error::rejected(format!("the stream `{domain}` copies others")));
    }
    if is.retention != RetentionPolicy::Limits || !is.subjects.contains(&subject) {
        return Err(Error::rejected(format!("the stream `{domain}` is not for `{subject}`")));
    }
    let age = longer(is.max_age, age);
    let config = Config {
        max_age: age,
        duplicate_window: window(&connection.settings, age),
        num_replicas: connection.settings.replicas.max(is.num_replicas),
        deny_delete: true,
        deny_purge: true,
        allow_direct: true,
        ..is.clone()
    };
    Ok(Some(config).filter(|config| config != is))
}

/// Compares what was asked for with what was made.
fn is_made(asked: &Config, made: &Config) -> Result<(), Error> {
    let of = |config: &Config| {
        let keeps = (config.max_age, config.duplicate_window, config.retention, config.storage);
        let allows = (config.deny_delete, config.deny_purge, config.allow_direct);
        (config.subjects.clone(), config.num_replicas, keeps, allows)
    };
    if of(asked) == of(made) {
        return Ok(());
    }
    let name = &asked.name;
    Err(Error::rejected(format!("the server made another stream `{name}` than it was asked for")))
}

async fn durable(
    connection: &Connection,
    subscription: &Subscription,
    topic: &str,
) -> Result<(), Error> {
    let (stream, consumer) = (name::stream(topic), name::consumer(subscription, topic));
    for _ in 0..ATTEMPTS {
        let info =
            connection.ask(&format!("CONSUMER.INFO.{stream}.{consumer}"), &json!({})).await?;
        let config = match api::found::<consumer::Info>(info)? {
            None => consumer_of(subscription, topic, &consumer),
            Some(info) => {
                let config = consumer::Config {
                    ack_wait: subscription.ack_wait,
                    max_ack_pending: subscription.max_in_flight.into(),
                    ..info.config.clone()
                };
                if config == info.config {
                    return Ok(());
                }
                config
            }
        };
        let question = format!("CONSUMER.CREATE.{stream}.{consumer}.{topic}");
        let content = json!({ "stream_name": stream, "config": config });
        let answer = connection.ask::<consumer::Info>(&question, &content).await?;
        match answer {
            Ok(info) => return is_consumer(&config, &info.config),
            Err(error) if error.error_code() == ErrorCode::STREAM_NOT_FOUND => {
                return Err(crate::bus::topic::no_topic(topic));
            }
            // Somebody else was faster, and it begins elsewhere.
            Err(error) if error.code() == 400 => {
                tracing::debug!(error = error.to_string(), consumer, "looking again");
            }
            Err(error) => return Err(api::refused(&error)),
        }
    }
    Err(Error::rejected(format!("the server does not make the consumer `{consumer}`")))
}

fn consumer_of(subscription: &Subscription, topic: &str, name: &str) -> consumer::Config {
    let config = pull::Config {
        durable_name: Some(name.to_owned()),
        description: Some(format!("{} on {topic}", subscription.name)),
        deliver_policy: match subscription.start {
            Start::New => DeliverPolicy::New,
            Start::Beginning => DeliverPolicy::All,
        },
        ack_policy: AckPolicy::Explicit,
        ack_wait: subscription.ack_wait,
        max_deliver: -1,
        max_ack_pending: subscription.max_in_flight.into(),
        filter_subject: topic.to_owned(),
        ..pull::Config::default()
    };
    config.into_consumer_config()
}

/// Compares what was asked for with what was made.
fn is_consumer(asked: &consumer::Config, made: &consumer::Config) -> Result<(), Error> {
    let of = |config: &consumer::Config| {
        let limits = (config.ack_wait, config.max_deliver, config.max_ack_pending);
        (config.filter_subject.clone(), config.ack_policy, config.deliver_policy, limits)
    };
    if of(asked) == of(made) {
        return Ok(());
    }
    let name = asked.durable_name.as_deref().unwrap_or_default();
    Err(Error::rejected(format!("the server made another consumer `{name}` than it was asked for")))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::domains;
    use crate::bus::topic::Topic;

    #[test]
    fn a_domain_keeps_as_long_as_the_topic_that_keeps_longest() {
        let hour = Duration::from_hours(1);
        let topics = [
            Topic::new("order.a.v1").with_retention(hour),
            Topic::new("order.b.v1").with_retention(3 * hour),
            Topic::new("stock.a.v1").with_retention(hour),
            Topic::new("stock.b.v1"),
        ];
        let expected = [("order", 3 * hour), ("stock", Duration::ZERO)];
        assert_eq!(domains(&topics), expected.into());
    }
}
