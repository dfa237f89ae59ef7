//! `serve`: one server, until whoever started it is gone.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use order_service_v1::server;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

use super::bare;
use super::busy::{Busy, Cost};
use super::generated::Shop;
use super::layers::{LAYERS, Means};
use crate::hand;

/// Serve until standard input ends.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Serve this.
    what: What,
    /// Put this layer on the generated server.
    #[arg(long, default_value = "plain")]
    layer: String,
    /// Let SQLite make this file.
    #[arg(long)]
    file: Option<PathBuf>,
    /// Use the PostgreSQL at this URL.
    #[arg(long)]
    postgres: Option<String>,
}

/// What is served.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// The generated server, with a layer.
    Generated,
    /// The same written by hand on axum.
    Hand,
    /// Bare hyper.
    Bare,
    /// The generated server, where an answer takes a millisecond of the processor's time.
    Processor,
    /// The generated server, where an answer takes one of sixteen places for five milliseconds.
    Places,
}

/// Serves, after one line that says where.
///
/// # Errors
///
/// When it cannot listen, or a layer has not what it needs.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let until_alone = async {
        let mut nothing = [0; 64];
        while tokio::io::stdin().read(&mut nothing).await.is_ok_and(|read| read > 0) {}
    };
    tokio::select! {
        ended = serve(arguments) => ended,
        () = until_alone => Ok(()),
    }
}

async fn serve(arguments: Arguments) -> anyhow::Result<()> {
    let shop = Shop::open()?;
    let router = match arguments.what {
        What::Generated => {
            let layer = LAYERS.iter().find(|layer| layer.name == arguments.layer);
            let layer = layer.context("there is no such layer")?;
            let means = Means { file: arguments.file, postgres: arguments.postgres };
            (layer.build)(shop, &means).await?.into_router()
        }
        What::Processor => server(Busy { shop, cost: Cost::processor() }).into_router(),
        What::Places => server(Busy { shop, cost: Cost::place() }).into_router(),
        What::Hand => return hand::serve(listener().await?).await,
        What::Bare => return bare::serve(listener().await?).await,
    };
    let mut serving = tiebeam::serve(router, "127.0.0.1:0").await?;
    println!("{}", serving.address());
    Ok(serving.finished().await?)
}

/// Listens at a free port and says at which.
async fn listener() -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    Ok(listener)
}
