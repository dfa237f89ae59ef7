//! The ERP System API: products, promises on stock and shipments, out of XML documents.

mod wire;
mod words;

use erp_system_v1::operations::{
    create_shipment, get_category, get_product, get_reservation, get_shipment, list_products,
    list_shipments, release_stock, reserve_stock,
};
use erp_system_v1::{ErpSystem, ProductSort, errors};
use jiff::tz::TimeZone;
use retail_models::inventory::{Product, Reservation};
use retail_models::shipping::{Shipment, ShipmentId};
use tiebeam::types::{Timestamp, Uuid};
use tiebeam::{Context, IdempotencyKey, Problem};

use self::wire::{
    Answer, DeliveryQuery, Gateway, Key, MaterialQuery, NewDelivery, NewReservation, Refusal,
    Trouble,
};
use crate::document::Document;
use crate::line::Line;
use crate::paging::page;

/// Letters that the ERP has for a reference of somebody else.
const REFERENCE: usize = 20;

/// The ERP, behind its system API.
#[derive(Debug)]
pub struct Erp {
    gateway: Gateway,
}

impl Erp {
    /// Works with the ERP at the other end of a line, in one of its clients.
    ///
    /// # Errors
    ///
    /// When the client or the token cannot travel in a header field.
    pub fn new(
        line: Line,
        client: &str,
        token: &str,
    ) -> Result<Self, http::header::InvalidHeaderValue> {
        Ok(Self { gateway: Gateway::new(line, client, token)? })
    }

    async fn products(
        &self,
        context: &Context,
        query: MaterialQuery,
    ) -> Result<Vec<Product>, Problem> {
        match self.gateway.ask(context, "MATQRY", &query).await {
            Ok(Answer::Materials(list)) => {
                let products = list.materials.iter().map(words::product).collect();
                self.gateway.understood(products)
            }
            other => Err(self.gateway.unexpected(other)),
        }
    }

    async fn reservation(&self, context: &Context, number: &str) -> Result<Reservation, Trouble> {
        match self.gateway.ask(context, "RESRD", &Key::of(number)).await? {
            Answer::Reservation(found) => {
                Ok(self.gateway.understood(words::reservation(&found))?)
            }
            other => Err(self.gateway.unexpected(Ok(other)).into()),
        }
    }

    async fn delivery(&self, context: &Context, number: &str) -> Result<Shipment, Trouble> {
        match self.gateway.ask(context, "DLVRD", &Key::of(number)).await? {
            Answer::Delivery(found) => Ok(self.gateway.understood(words::shipment(&found))?),
            other => Err(self.gateway.unexpected(Ok(other)).into()),
        }
    }

    fn out_of_stock(&self, refusal: &Refusal) -> Result<errors::OutOfStock, Problem> {
        let [material, requested, available] = &*refusal.values else {
            return Err(self.gateway.odd("a deficit without numbers"));
        };
        self.gateway.understood(words::out_of_stock(material, requested, available))
    }
}

impl ErpSystem for Erp {
    async fn list_products(
        &self,
        context: &Context,
        request: list_products::Request,
    ) -> Result<list_products::Response, list_products::Error> {
        let sort = match request.sort {
            ProductSort::Price => "PRC",
            ProductSort::Sku => "NR",
            _ => "TXT",
        };
        let query = MaterialQuery {
            numbers: request.sku.iter().map(words::material_number).collect(),
            group: request.category.as_ref().map(words::group_code),
            max_price: request.max_price.map(|price| words::with_comma(price.0, 2)),
            sort: Some(sort),
        };
        let products = self.products(context, query).await?;
        // The ERP shows everything at once.
        Ok(page(products, |product| product.sku.to_string(), &request.page)?)
    }

    async fn get_product(
        &self,
        context: &Context,
        request: get_product::Request,
    ) -> Result<get_product::Response, get_product::Error> {
        let numbers = vec![words::material_number(&request.sku)];
        let query = MaterialQuery { numbers, ..MaterialQuery::default() };
        let found = self.products(context, query).await?.into_iter().next();
        let product = found.ok_or(get_product::Error::NotFound)?;
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        match product.discontinued_on {
            Some(last_day) if last_day < today => Err(get_product::Error::Gone),
            _ => Ok(product),
        }
    }

    async fn get_category(
        &self,
        context: &Context,
        request: get_category::Request,
    ) -> Result<get_category::Response, get_category::Error> {
        let key = wire::GroupKey { code: words::group_code(&request.category) };
        match self.gateway.ask(context, "GRPRD", &key).await {
            Ok(Answer::Group(group)) => Ok(words::category(&group)),
            Err(Trouble::Refused(refusal)) if refusal.is("M3", "351") => {
                Err(get_category::Error::NotFound)
            }
            other => Err(self.gateway.unexpected(other).into()),
        }
    }

    async fn reserve_stock(
        &self,
        context: &Context,
        request: reserve_stock::Request,
    ) -> Result<reserve_stock::Response, reserve_stock::Error> {
        let wanted = NewReservation {
            reference: reference(&request.idempotency_key),
            positions: request.body.lines.iter().map(words::position).collect(),
            hold: words::minutes(&request.body.hold),
        };
        let refusal = match self.gateway.ask(context, "RESCRE", &wanted).await {
            Ok(Answer::Reservation(made)) => {
                return Ok(self.gateway.understood(words::reservation(&made))?);
            }
            Err(Trouble::Refused(refusal)) => refusal,
            other => return Err(self.gateway.unexpected(other).into()),
        };
        match (refusal.area.as_str(), refusal.number.as_str()) {
            ("M7", "021") => Err(reserve_stock::Error::OutOfStock(self.out_of_stock(&refusal)?)),
            ("M3", "305") => {
                let sku = self.gateway.understood(words::sku(refusal.about()))?;
                Err(reserve_stock::Error::UnknownProduct(errors::UnknownProduct { sku }))
            }
            // An earlier request with the same key came through: this is what it made.
            ("M7", "022") => match self.reservation(context, refusal.about()).await {
                Ok(reservation) => Ok(reservation),
                Err(trouble) => Err(self.gateway.unexpected(Err(trouble)).into()),
            },
            _ => Err(self.gateway.unexpected(Err(refusal.into())).into()),
        }
    }

    async fn get_reservation(
        &self,
        context: &Context,
        request: get_reservation::Request,
    ) -> Result<get_reservation::Response, get_reservation::Error> {
        let number = number(Document::Reservation, request.reservation_id.0);
        let number = number.ok_or(get_reservation::Error::NotFound)?;
        match self.reservation(context, &number).await {
            Ok(reservation) => Ok(reservation),
            Err(Trouble::Refused(refusal)) if refusal.is("M7", "058") => {
                Err(get_reservation::Error::NotFound)
            }
            Err(trouble) => Err(self.gateway.unexpected(Err(trouble)).into()),
        }
    }

    async fn release_stock(
        &self,
        context: &Context,
        request: release_stock::Request,
    ) -> Result<release_stock::Response, release_stock::Error> {
        let Some(number) = number(Document::Reservation, request.reservation_id.0) else {
            return Ok(());
        };
        match self.gateway.ask(context, "RESDEL", &Key::of(&number)).await {
            Ok(Answer::Done(_)) => Ok(()),
            // Given back before, or lapsed meanwhile.
            Err(Trouble::Refused(refusal)) if refusal.is("M7", "058") => Ok(()),
            other => Err(self.gateway.unexpected(other).into()),
        }
    }

    async fn create_shipment(
        &self,
        context: &Context,
        request: create_shipment::Request,
    ) -> Result<create_shipment::Response, create_shipment::Error> {
        let body = request.body;
        let reservation = number(Document::Reservation, body.reservation_id.0);
        let wanted = NewDelivery {
            reference: reference(&request.idempotency_key),
            order: body.order_id.0.simple().to_string(),
            reservation: reservation.ok_or(create_shipment::Error::NotFound)?,
            carrier: words::carrier_code(&body.carrier),
            weight: words::kilograms(body.weight),
            address: words::address(&body.ship_to),
            remark: body.remark,
        };
        let refusal = match self.gateway.ask(context, "DLVCRE", &wanted).await {
            Ok(Answer::Delivery(made)) => {
                return Ok(self.gateway.understood(words::shipment(&made))?);
            }
            Err(Trouble::Refused(refusal)) => refusal,
            other => return Err(self.gateway.unexpected(other).into()),
        };
        match (refusal.area.as_str(), refusal.number.as_str()) {
            ("M7", "058") => Err(create_shipment::Error::NotFound),
            ("VL", "150") => Err(create_shipment::Error::Conflict),
            ("M7", "022") => match self.delivery(context, refusal.about()).await {
                Ok(shipment) => Ok(shipment),
                Err(trouble) => Err(self.gateway.unexpected(Err(trouble)).into()),
            },
            _ => Err(self.gateway.unexpected(Err(refusal.into())).into()),
        }
    }

    async fn get_shipment(
        &self,
        context: &Context,
        request: get_shipment::Request,
    ) -> Result<get_shipment::Response, get_shipment::Error> {
        let ShipmentId(id) = request.shipment_id;
        let number = number(Document::Delivery, id).ok_or(get_shipment::Error::NotFound)?;
        match self.delivery(context, &number).await {
            Ok(shipment) => Ok(shipment),
            Err(Trouble::Refused(refusal)) if refusal.is("VL", "302") => {
                Err(get_shipment::Error::NotFound)
            }
            Err(trouble) => Err(self.gateway.unexpected(Err(trouble)).into()),
        }
    }

    async fn list_shipments(
        &self,
        context: &Context,
        request: list_shipments::Request,
    ) -> Result<list_shipments::Response, list_shipments::Error> {
        let query = DeliveryQuery { order: request.order_id.0.simple().to_string() };
        let shipments: Vec<Shipment> = match self.gateway.ask(context, "DLVQRY", &query).await {
            Ok(Answer::Deliveries(list)) => {
                let shipments = list.deliveries.iter().map(words::shipment).collect();
                self.gateway.understood(shipments)?
            }
            other => return Err(self.gateway.unexpected(other).into()),
        };
        Ok(page(shipments, |shipment| shipment.id.to_string(), &request.page)?)
    }
}

/// The number that a document has in the ERP.
fn number(kind: Document, identifier: Uuid) -> Option<String> {
    kind.number(identifier).map(|number| number.to_string())
}

/// What the ERP calls a request of ours: as much of the key as fits.
fn reference(key: &IdempotencyKey) -> String {
    let digits = key.derive("erp");
    digits.as_str().chars().filter(|digit| *digit != '-').take(REFERENCE).collect()
}
