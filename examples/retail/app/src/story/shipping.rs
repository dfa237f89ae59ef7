//! Chapters about parcels, and about words that came after the code.

use order_experience_v1::operations::{get_order, track_order};
use order_experience_v1::{OrderExperience, OrderState, PaidWith};
use order_process_v2::OrderProcess;
use order_process_v2::operations::get_order as read_order;
use retail_models::customer::CustomerId;
use retail_models::order::{Order, OrderId, OrderNumber, OrderStatus};
use retail_models::payment::PaymentMethod;
use retail_models::shipping::Carrier;
use serde_json::json;
use shipping_process_v1::operations::{create_shipment, list_shipments};
use shipping_process_v1::{ShipOrder, ShippingProcess, Speed};
use tiebeam::operation::Failure;
use tiebeam::types::Uuid;
use tiebeam::{IdempotencyKey, PageRequest};

use super::stage::{Stage, order_path, unexpected};
use crate::hosts::Host;
use crate::wire;

pub async fn the_parcel_leaves(stage: &mut Stage, order: OrderId) -> anyhow::Result<()> {
    stage.report.chapter("The parcel leaves");
    let request = create_shipment::Request {
        idempotency_key: IdempotencyKey::fresh(),
        body: ShipOrder { order_id: order, speed: Speed::Standard, remark: None },
    };
    let shipment = stage
        .enterprise
        .shipping
        .create_shipment(&stage.context, request)
        .await
        .map_err(Failure::into_problem)?;
    stage.crossings();
    stage.report.say(format!("shipment {} by {}", shipment.id, shipment.carrier));
    let tracking = track_order::Request { order_id: order };
    let tracking = stage
        .enterprise
        .mobile
        .track_order(&stage.context, tracking)
        .await
        .map_err(Failure::into_problem)?;
    stage.crossings();
    stage.report.expect("the app shows that it left", tracking.state == OrderState::Shipped);
    stage.report.expect("the app shows one parcel", tracking.parcels.len() == 1);
    Ok(())
}

pub async fn words_that_nobody_knew(
    stage: &mut Stage,
    ada: CustomerId,
    order: OrderId,
) -> anyhow::Result<()> {
    stage.report.chapter("Words that nobody knew when this was compiled");
    let page = PageRequest::first();
    let listing = list_shipments::Request { order_id: order, page };
    let shipments = stage
        .enterprise
        .shipping
        .list_shipments(&stage.context, listing)
        .await
        .map_err(Failure::into_problem)?;
    for shipment in shipments.items {
        let carrier = Carrier::from("droneExpress".to_owned());
        stage.enterprise.records.erp.reassign(shipment.id, carrier);
    }
    let tracking = track_order::Request { order_id: order };
    let tracking = stage
        .enterprise
        .mobile
        .track_order(&stage.context, tracking)
        .await
        .map_err(Failure::into_problem)?;
    stage.enterprise.journal.take();
    let carriers: Vec<&str> = tracking.parcels.iter().map(|it| it.carrier.as_str()).collect();
    stage.report.say(format!("carried by {}", carriers.join(", ")));
    let passed = carriers == ["droneExpress"];
    stage.report.expect("a carrier that signed up yesterday reaches the app", passed);

    let reading = read_order::Request { order_id: order };
    let host = stage.enterprise.host("order-process", 2);
    let client = host.map(Host::client).transpose()?;
    let Some(client) = client.map(order_process_v2::Client::new) else {
        return unexpected("version 2 is not served");
    };
    let known = client.get_order(&stage.context, reading).await.map_err(Failure::into_problem)?;
    let odd = newer(known, ada);
    stage.enterprise.records.orders.import(odd.clone());

    let reading = read_order::Request { order_id: odd.id };
    let canonical =
        client.get_order(&stage.context, reading).await.map_err(Failure::into_problem)?;
    let untouched = canonical == odd;
    stage.report.expect("status, payment and all its details survive a process API", untouched);
    let reading = get_order::Request { order_id: odd.id };
    let view = stage
        .enterprise
        .mobile
        .get_order(&stage.context, reading)
        .await
        .map_err(Failure::into_problem)?;
    stage.crossings();
    stage.report.say(format!("order {} is {}", view.number, view.state));
    let status = view.state.as_str() == "awaitingPickup";
    stage.report.expect("the app sees the new status by its name", status);
    let named = matches!(&view.paid_with, PaidWith::Unknown(value) if value["kind"] == "crypto");
    stage.report.expect("the app sees the new way to pay, without its details", named);

    let address = stage.address("order-experience", 1)?;
    let line = format!("GET {}", order_path(odd.id));
    let answer = wire::send(&address, &line, &[], None).await?;
    stage.enterprise.journal.take();
    let secret = answer.body.contains("bc1q");
    stage.report.expect("its wallet number stays inside", !secret);
    Ok(())
}

/// An order as a newer Order Service would write it.
fn newer(order: Order, customer_id: CustomerId) -> Order {
    Order {
        id: OrderId(Uuid::now_v7()),
        number: OrderNumber("A99999999".to_owned()),
        customer_id,
        status: OrderStatus::from("awaitingPickup".to_owned()),
        payment: PaymentMethod::Unknown(
            json!({ "method": "crypto", "wallet": "bc1qexample", "confirmations": 3 }),
        ),
        ..order
    }
}
