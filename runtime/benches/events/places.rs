//! Databases of their own, and the bus.

use std::sync::Arc;

use tiebeam::bus::jetstream::Settings;
use tiebeam::bus::{EventBus as _, JetStream, Topic};
use tiebeam::store::{Postgres, Store};
use tiebeam::types::Uuid;
use tokio_postgres::{Client, NoTls};

use crate::arguments::Arguments;
use crate::order::{self, TOPIC};

/// The URL of a database that nobody else uses.
pub(crate) async fn database(arguments: &Arguments) -> String {
    let name = format!("bench_{}", Uuid::now_v7().simple());
    let client = client(&arguments.postgres).await;
    client.batch_execute(&format!("CREATE DATABASE {name}")).await.expect("a database");
    let (server, _) = arguments.postgres.rsplit_once('/').expect("a URL names a database");
    format!("{server}/{name}")
}

/// A connection of the driver's own, for what is done by hand.
pub(crate) async fn client(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("PostgreSQL");
    tokio::spawn(connection);
    client
}

/// A store with its tables on a database of its own.
pub(crate) async fn postgres(arguments: &Arguments, connections: usize) -> Arc<dyn Store> {
    let url = database(arguments).await;
    let store = Postgres::with_connections(&url, connections).expect("a URL");
    order::prepare(&store).await;
    Arc::new(store)
}

/// A connection to NATS with an empty topic.
pub(crate) async fn jetstream(arguments: &Arguments) -> Arc<JetStream> {
    let context = context(arguments).await;
    // What another part of the run has published is in nobody's way then.
    let streams: Vec<String> = {
        use futures_util::TryStreamExt as _;
        context.stream_names().try_collect().await.expect("names")
    };
    for stream in streams {
        context.delete_stream(stream).await.expect("it is deleted");
    }
    let bus = JetStream::connect(Settings::new(&arguments.nats)).await.expect("NATS");
    bus.provision(&[Topic::new(TOPIC)], &[]).await.expect("a topic");
    Arc::new(bus)
}

/// The client that the bus is made of, for what is done by hand.
pub(crate) async fn context(arguments: &Arguments) -> async_nats::jetstream::Context {
    async_nats::jetstream::new(async_nats::connect(&arguments.nats).await.expect("NATS"))
}
