//! `tiers`: one call from the experience tier through the process tier to the service that owns the order, in one
//! process, against the functions that a person would write without tiers.

use std::hint::black_box;
use std::time::Instant;

use clap::Args;
use order_experience_v1::operations::get_order;
use order_experience_v1::{
    OrderExperience, OrderState, OrderView, PaidByCard, PaidByWallet, PaidOnAccount, PaidWith,
};
use retail_experience::MobileApp;
use retail_models::order::{Order, OrderId, OrderLine};
use retail_models::payment::PaymentMethod;
use retail_process::{OrderDesk, Placing};
use serde::Serialize;
use tiebeam::Context;
use tiebeam::types::Value;

use crate::sample;
use crate::servers::Shop;
use crate::shelf::Shelf;

/// Measure a call through all tiers in one process.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Call so often in a round.
    #[arg(long, default_value_t = 200_000)]
    calls: u32,
    /// Measure so many rounds.
    #[arg(long, default_value_t = 15)]
    rounds: u32,
}

/// Nanoseconds per call, of each round.
#[derive(Default, Serialize)]
struct Report {
    through_tiers: Vec<f64>,
    by_hand: Vec<f64>,
}

/// Measures both, in turns.
///
/// # Errors
///
/// When the sample is not an order.
pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let order: Order = serde_json::from_str(sample::ORDER)?;
    let orders = Shop::open()?;
    let shelf = Shelf::default();
    shelf.stock(order.id.0, order);
    let app = MobileApp {
        orders: OrderDesk {
            customers: customer_service_v1::Stub,
            placing: Placing {
                crm: crm_system_v1::Stub,
                erp: erp_system_v1::Stub,
                payments: payments_system_v1::Stub,
                ledger: payment_service_v1::Stub,
                orders,
            },
        },
        shipping: shipping_process_v1::Stub,
    };
    let (id, context) = (OrderId(sample::ID), Context::new());
    let mut report = Report::default();
    for _ in 0..arguments.rounds {
        let begun = Instant::now();
        for _ in 0..arguments.calls {
            let request = get_order::Request { order_id: black_box(id) };
            black_box(app.get_order(&context, request).await?);
        }
        report.through_tiers.push(per_call(begun, arguments.calls));
        let begun = Instant::now();
        for _ in 0..arguments.calls {
            black_box(by_hand(&shelf, black_box(id)));
        }
        report.by_hand.push(per_call(begun, arguments.calls));
    }
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}

fn per_call(begun: Instant, calls: u32) -> f64 {
    begun.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
}

/// Reads an order and says it in the words of the app.
fn by_hand(orders: &Shelf<Order>, id: OrderId) -> Option<OrderView> {
    let order = orders.get(id.0)?;
    let paid_with = match order.payment {
        PaymentMethod::Card(card) => PaidWith::Card(PaidByCard { last_digits: card.last_digits }),
        PaymentMethod::Invoice(invoice) => PaidWith::Invoice(PaidOnAccount { due: invoice.terms }),
        PaymentMethod::Wallet(wallet) => {
            PaidWith::Wallet(PaidByWallet { provider: wallet.provider.to_string() })
        }
        PaymentMethod::Unknown(value) => {
            let name = value.get("method").cloned().unwrap_or(Value::Null);
            PaidWith::Unknown(Value::from_iter([("kind", name)]))
        }
    };
    Some(OrderView {
        state: OrderState::from(order.status.as_str().to_owned()),
        headline: headline(&order.lines),
        pieces: order.lines.iter().map(|line| i64::from(line.quantity.0)).sum(),
        total: format!("{:.2} {}", order.total.amount.0, order.total.currency),
        paid_with,
        gift: order.gift_message,
        placed_at: order.placed_at,
        id: order.id,
        number: order.number,
        version: order.revision,
    })
}

fn headline(lines: &[OrderLine]) -> String {
    match lines {
        [] => String::new(),
        [line] => format!("{} × {}", line.quantity, line.name),
        [line, others @ ..] => {
            format!("{} × {} and {} more", line.quantity, line.name, others.len())
        }
    }
}
