//! `call`: keeps so many calls in flight and counts them, through the generated client or through what is beneath it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use order_service_v1::operations::{create_order, get_order};
use order_service_v1::{Client, OrderService as _};
use retail_models::order::OrderId;
use serde::Serialize;
use tiebeam::{Context, IdempotencyKey};

use super::pooled::Pooled;
use crate::load::{Histogram, Kind, Summary};
use crate::{cpu, sample};

/// Call a server with many calls in flight and print what came of it as JSON.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Call this address.
    address: String,
    /// Call through this.
    #[arg(long, value_enum)]
    through: Through,
    /// Ask this.
    #[arg(long, value_enum, default_value_t = Kind::Get)]
    kind: Kind,
    /// Keep so many calls in flight.
    #[arg(long, default_value_t = 64)]
    in_flight: usize,
    /// Call for so many milliseconds.
    #[arg(long, default_value_t = 2000)]
    millis: u64,
}

/// Who calls.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Through {
    /// The generated client.
    Generated,
    /// hyper's pooled client; the answer is bytes.
    Pooled,
    /// hyper's pooled client, with the request written and the answer read by serde.
    PooledJson,
}

#[derive(Serialize)]
struct Report {
    calls: u64,
    seconds: f64,
    /// Processor time of the caller, where the platform tells.
    cpu_nanos: Option<u64>,
    latency: Summary,
}

/// Calls.
///
/// # Errors
///
/// When a call fails.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let url = format!("http://{}", arguments.address);
    let report = match arguments.through {
        Through::Generated => {
            let client = Client::new(tiebeam::Client::new(&url)?);
            let body = serde_json::from_str(sample::NEW_ORDER)?;
            let creating = create_order::Request { idempotency_key: IdempotencyKey::fresh(), body };
            let creating = Arc::new(creating);
            let kind = arguments.kind;
            let call = move || {
                let (client, creating) = (client.clone(), Arc::clone(&creating));
                async move { generated(&client, kind, &creating).await }
            };
            measure(&arguments, call).await?
        }
        Through::Pooled => {
            let client = Arc::new(Pooled::new(&arguments.address, arguments.kind)?);
            let call = move || {
                let client = Arc::clone(&client);
                async move { client.bytes().await.map(drop) }
            };
            measure(&arguments, call).await?
        }
        Through::PooledJson => {
            let client = Arc::new(Pooled::new(&arguments.address, arguments.kind)?);
            let call = move || {
                let client = Arc::clone(&client);
                async move { client.json().await.map(drop) }
            };
            measure(&arguments, call).await?
        }
    };
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}

async fn generated(
    client: &Client,
    kind: Kind,
    creating: &create_order::Request,
) -> anyhow::Result<()> {
    let context = Context::new();
    match kind {
        Kind::Get => {
            let request = get_order::Request { order_id: OrderId(sample::ID) };
            client.get_order(&context, request).await?;
        }
        Kind::Post => drop(client.create_order(&context, creating.clone()).await?),
    }
    Ok(())
}

/// Calls again and again, so many at a time.
async fn measure<C, F>(arguments: &Arguments, call: C) -> anyhow::Result<Report>
where
    C: Fn() -> F + Clone + Send + 'static,
    F: Future<Output = anyhow::Result<()>> + Send,
{
    let begun = Instant::now();
    let before = cpu::nanos();
    let end = begun + Duration::from_millis(arguments.millis);
    let mut running = Vec::new();
    for _ in 0..arguments.in_flight {
        let call = call.clone();
        running.push(tokio::spawn(async move {
            let mut latency = Histogram::default();
            let mut sent = Instant::now();
            while sent < end {
                call().await?;
                let now = Instant::now();
                latency.record(now - sent);
                sent = now;
            }
            anyhow::Ok(latency)
        }));
    }
    let mut latency = Histogram::default();
    for running in running {
        latency.add(&running.await??);
    }
    let cpu_nanos = cpu::nanos().zip(before).map(|(after, before)| after - before);
    let seconds = begun.elapsed().as_secs_f64();
    let latency = latency.summary();
    Ok(Report { calls: latency.count, seconds, cpu_nanos, latency })
}
