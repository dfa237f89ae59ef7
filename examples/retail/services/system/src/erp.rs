//! The ERP: products, promises on stock, and papers for parcels.

use std::collections::BTreeMap;

use erp_system_v1::operations::{
    create_shipment, get_category, get_product, get_reservation, get_shipment, list_products,
    list_shipments, release_stock, reserve_stock,
};
use erp_system_v1::{ErpSystem, ProductSort, errors};
use jiff::tz::TimeZone;
use retail_memory::{Once, Table, page};
use retail_models::inventory::{
    Category, Product, Reservation, ReservationId, ReservedLine, Sku, WarehouseCode,
};
use retail_models::shipping::{
    Carrier, Parcel, Shipment, ShipmentId, ShipmentStatus, TrackingEvent,
};
use tiebeam::Context;
use tiebeam::types::{Duration, Timestamp, Uuid};

use crate::catalog::{self, Shelf};

/// The ERP, in memory, with a small catalog.
#[derive(Debug)]
pub struct Erp {
    categories: Category,
    products: BTreeMap<Sku, Product>,
    /// Pieces that are promised to nobody.
    available: Table<Sku, i64>,
    reservations: Table<ReservationId, Reservation>,
    reserved: Once<ReservationId>,
    shipments: Table<ShipmentId, Shipment>,
    shipped: Once<ShipmentId>,
}

impl Default for Erp {
    fn default() -> Self {
        let shelves = catalog::shelves();
        Self {
            categories: catalog::categories(),
            available: shelves.iter().map(|(sku, shelf)| (sku.clone(), shelf.pieces)).collect(),
            products: shelves
                .into_iter()
                .map(|(sku, Shelf { product, .. })| (sku, product))
                .collect(),
            reservations: Table::default(),
            reserved: Once::default(),
            shipments: Table::default(),
            shipped: Once::default(),
        }
    }
}

impl Erp {
    /// The numbers of all products.
    pub fn skus(&self) -> impl Iterator<Item = &Sku> {
        self.products.keys()
    }

    /// Pieces of a product that are promised to nobody, as the warehouse sees them on its own screen.
    pub fn available(&self, sku: &Sku) -> i64 {
        self.available.get(sku).unwrap_or_default()
    }

    /// What logistics does when it signs up a carrier before anybody has released software for it.
    pub fn reassign(&self, shipment_id: ShipmentId, carrier: Carrier) {
        self.shipments.transact(|rows| {
            if let Some(shipment) = rows.get_mut(&shipment_id) {
                shipment.carrier = carrier;
            }
        });
    }

    /// Takes every line from the shelf, or none.
    fn take(&self, lines: &[ReservedLine]) -> Result<(), reserve_stock::Error> {
        if let Some(line) = lines.iter().find(|line| !self.products.contains_key(&line.sku)) {
            let sku = line.sku.clone();
            return Err(reserve_stock::Error::UnknownProduct(errors::UnknownProduct { sku }));
        }
        self.available.transact(|rows| {
            let mut left = rows.clone();
            for line in lines {
                let available = left.entry(line.sku.clone()).or_default();
                if *available < i64::from(line.quantity.0) {
                    return Err(reserve_stock::Error::OutOfStock(errors::OutOfStock {
                        sku: line.sku.clone(),
                        requested: line.quantity,
                        available: rows.get(&line.sku).copied().unwrap_or_default(),
                    }));
                }
                *available -= i64::from(line.quantity.0);
            }
            *rows = left;
            Ok(())
        })
    }

    /// Puts lines back on the shelf.
    fn put_back(&self, lines: &[ReservedLine]) {
        self.available.transact(|rows| {
            for line in lines {
                *rows.entry(line.sku.clone()).or_default() += i64::from(line.quantity.0);
            }
        });
    }
}

impl ErpSystem for Erp {
    async fn list_products(
        &self,
        _: &Context,
        request: list_products::Request,
    ) -> Result<list_products::Response, list_products::Error> {
        let category = request.category.as_ref().map(|code| catalog::find(&self.categories, code));
        let mut products: Vec<Product> = self
            .products
            .values()
            .filter(|product| request.sku.is_empty() || request.sku.contains(&product.sku))
            .filter(|product| match &category {
                None => true,
                Some(None) => false,
                Some(Some(category)) => catalog::contains(category, &product.category),
            })
            .filter(|product| {
                request.max_price.is_none_or(|price| product.price.amount.0 <= price.0)
            })
            .cloned()
            .collect();
        match request.sort {
            ProductSort::Price => products.sort_by_key(|product| product.price.amount.0),
            ProductSort::Sku => products.sort_by(|one, other| one.sku.cmp(&other.sku)),
            _ => products.sort_by(|one, other| one.name.cmp(&other.name)),
        }
        Ok(page(products, |product| product.sku.to_string(), &request.page)?)
    }

    async fn get_product(
        &self,
        _: &Context,
        request: get_product::Request,
    ) -> Result<get_product::Response, get_product::Error> {
        let product = self.products.get(&request.sku).ok_or(get_product::Error::NotFound)?;
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        match product.discontinued_on {
            Some(last_day) if last_day < today => Err(get_product::Error::Gone),
            _ => Ok(product.clone()),
        }
    }

    async fn get_category(
        &self,
        _: &Context,
        request: get_category::Request,
    ) -> Result<get_category::Response, get_category::Error> {
        catalog::find(&self.categories, &request.category)
            .cloned()
            .ok_or(get_category::Error::NotFound)
    }

    async fn reserve_stock(
        &self,
        _: &Context,
        request: reserve_stock::Request,
    ) -> Result<reserve_stock::Response, reserve_stock::Error> {
        let earlier = self.reserved.created_by(&request.idempotency_key);
        if let Some(reservation) = earlier.and_then(|id| self.reservations.get(&id)) {
            return Ok(reservation);
        }
        self.take(&request.body.lines)?;
        let id = ReservationId(Uuid::now_v7());
        let reservation = Reservation {
            id,
            lines: request.body.lines,
            warehouse: WarehouseCode("IE01".to_owned()),
            expires_at: expires_at(request.body.hold),
        };
        self.reservations.put(id, reservation.clone());
        self.reserved.remember(&request.idempotency_key, id);
        Ok(reservation)
    }

    async fn get_reservation(
        &self,
        _: &Context,
        request: get_reservation::Request,
    ) -> Result<get_reservation::Response, get_reservation::Error> {
        self.reservations.get(&request.reservation_id).ok_or(get_reservation::Error::NotFound)
    }

    async fn release_stock(
        &self,
        _: &Context,
        request: release_stock::Request,
    ) -> Result<release_stock::Response, release_stock::Error> {
        if let Some(reservation) = self.reservations.remove(&request.reservation_id) {
            self.put_back(&reservation.lines);
        }
        Ok(())
    }

    async fn create_shipment(
        &self,
        _: &Context,
        request: create_shipment::Request,
    ) -> Result<create_shipment::Response, create_shipment::Error> {
        let earlier = self.shipped.created_by(&request.idempotency_key);
        if let Some(shipment) = earlier.and_then(|id| self.shipments.get(&id)) {
            return Ok(shipment);
        }
        let body = request.body;
        let reservation = self
            .reservations
            .remove(&body.reservation_id)
            .ok_or(create_shipment::Error::NotFound)?;
        let id = ShipmentId(Uuid::now_v7());
        let number = format!("AC{:012}", id.0.as_u128() % 1_000_000_000_000);
        let parcel = Parcel {
            weight: body.weight,
            contents: contents(&reservation.lines),
            tracking_number: number.clone(),
        };
        let shipment = Shipment {
            id,
            order_id: body.order_id,
            carrier: body.carrier,
            status: ShipmentStatus::Prepared,
            parcels: vec![parcel],
            history: vec![TrackingEvent {
                at: Timestamp::now(),
                status: ShipmentStatus::Prepared,
                place: Some(format!("Warehouse {}", reservation.warehouse)),
            }],
            tracking_page: Some(format!("https://track.acme.example/{number}")),
            transit: "P2D".parse().expect("two days are an ISO 8601 duration"),
            expected_on: None,
        };
        self.shipments.put(id, shipment.clone());
        self.shipped.remember(&request.idempotency_key, id);
        Ok(shipment)
    }

    async fn get_shipment(
        &self,
        _: &Context,
        request: get_shipment::Request,
    ) -> Result<get_shipment::Response, get_shipment::Error> {
        self.shipments.get(&request.shipment_id).ok_or(get_shipment::Error::NotFound)
    }

    async fn list_shipments(
        &self,
        _: &Context,
        request: list_shipments::Request,
    ) -> Result<list_shipments::Response, list_shipments::Error> {
        let mut shipments = self.shipments.rows();
        shipments.retain(|shipment| shipment.order_id == request.order_id);
        Ok(page(shipments, |shipment| shipment.id.to_string(), &request.page)?)
    }
}

/// When a reservation lapses that is made now.
fn expires_at(hold: Duration) -> Timestamp {
    let lapses = Timestamp::now().to_zoned(TimeZone::UTC).saturating_add(hold.span());
    lapses.timestamp()
}

/// How many pieces of what are in a parcel.
fn contents(lines: &[ReservedLine]) -> BTreeMap<String, i32> {
    let mut contents = BTreeMap::new();
    for line in lines {
        *contents.entry(line.sku.to_string()).or_default() += line.quantity.0;
    }
    contents
}
