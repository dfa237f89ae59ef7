//! Products, reservations and shipments in the words of both sides.
//!
//! What is read from the ERP may be wrong; the error names the field.

use std::collections::BTreeMap;

use erp_system_v1::errors::OutOfStock;

use jiff::tz::TimeZone;
use retail_models::common::{Address, Amount, Currency, Money, Revision};
use retail_models::inventory::{
    Category, CategoryCode, Product, Quantity, Reservation, ReservationId, ReservedLine, Sku,
    WarehouseCode,
};
use retail_models::order::OrderId;
use retail_models::shipping::{
    Carrier, Parcel, Shipment, ShipmentId, ShipmentStatus, TrackingEvent,
};
use tiebeam::types::{Date, Decimal, Duration, Timestamp, Uuid};

use super::wire;
use crate::digits;
use crate::document::Document;

/// Carriers and their codes.
const CARRIERS: [(Carrier, &str); 4] =
    [(Carrier::AnPost, "AP"), (Carrier::Dhl, "DH"), (Carrier::Dpd, "DP"), (Carrier::Ups, "UP")];

/// Statuses of a shipment and their letters.
const STATUSES: [(ShipmentStatus, &str); 5] = [
    (ShipmentStatus::Prepared, "A"),
    (ShipmentStatus::InTransit, "B"),
    (ShipmentStatus::OutForDelivery, "C"),
    (ShipmentStatus::Delivered, "D"),
    (ShipmentStatus::Returned, "E"),
];

/// A field that is not as it should be, or what was read from it.
type Read<T> = Result<T, &'static str>;

/// Eighteen digits: a letter is its place in the alphabet and nine, and zeros stand in front.
pub fn material_number(sku: &Sku) -> String {
    let digits: String = sku
        .0
        .chars()
        .filter_map(|letter| letter.to_digit(36))
        .map(|digit| if digit < 10 { digit.to_string() } else { format!("{digit:02}") })
        .collect();
    format!("{digits:0>18}")
}

/// The product with a material number: three letters of two digits each, and four digits.
pub fn sku(material: &str) -> Read<Sku> {
    let digits = material.get(8..).filter(|digits| digits.len() == 10).ok_or("MATNR")?;
    let letters: Option<String> = [0, 2, 4]
        .into_iter()
        .map(|start| {
            let place: u32 = digits.get(start..start + 2)?.parse().ok()?;
            char::from_digit(place, 36).map(|letter| letter.to_ascii_uppercase())
        })
        .collect();
    Ok(Sku(format!("{}-{}", letters.ok_or("MATNR")?, &digits[6..])))
}

/// `desk-lamps` is `DESK_LAMPS`.
pub fn group_code(code: &CategoryCode) -> String {
    code.0.replace('-', "_").to_ascii_uppercase()
}

pub fn category(group: &wire::Group) -> Category {
    Category {
        code: category_code(&group.code),
        title: group.text.clone(),
        children: group.groups.iter().map(category).collect(),
    }
}

pub fn product(material: &wire::Material) -> Read<Product> {
    let marks = material.marks.iter();
    Ok(Product {
        sku: sku(&material.number)?,
        revision: Revision(material.version),
        name: material.text.clone(),
        category: category_code(&material.group),
        price: Money {
            amount: Amount(decimal(&material.price).ok_or("PRC")?),
            currency: Currency(material.currency.clone()),
        },
        weight: decimal(&material.weight).and_then(|it| it.try_into().ok()).ok_or("GEW")?,
        pack_size: material.pack,
        lead_time: days(material.lead_days).ok_or("WBZ")?,
        attributes: marks.map(|it| (it.key.to_ascii_lowercase(), it.value.clone())).collect(),
        images: None,
        thumbnail: None,
        datasheet: None,
        discontinued_on: end(&material.end)?,
        ean: None,
    })
}

pub fn position(line: &ReservedLine) -> wire::Position {
    wire::Position { material: material_number(&line.sku), quantity: line.quantity.0 }
}

pub fn reservation(found: &wire::Reservation) -> Read<Reservation> {
    let lines = found.positions.iter().map(|position| {
        Ok(ReservedLine { sku: sku(&position.material)?, quantity: Quantity(position.quantity) })
    });
    Ok(Reservation {
        id: ReservationId(Document::Reservation.identifier(found.number).ok_or("NR")?),
        lines: lines.collect::<Read<_>>()?,
        warehouse: WarehouseCode(found.warehouse.clone()),
        expires_at: digits::instant(&found.until_date, &found.until_time).ok_or("BISDT")?,
    })
}

pub fn out_of_stock(material: &str, requested: &str, available: &str) -> Read<OutOfStock> {
    Ok(OutOfStock {
        sku: sku(material)?,
        requested: Quantity(requested.parse().map_err(|_| "V2")?),
        available: available.parse().map_err(|_| "V3")?,
    })
}

pub fn shipment(found: &wire::Delivery) -> Read<Shipment> {
    let contents = found.positions.iter();
    let contents = contents.map(|it| Ok((sku(&it.material)?.to_string(), it.quantity)));
    let parcel = Parcel {
        tracking_number: found.tracking.clone(),
        weight: decimal(&found.weight).and_then(|it| it.try_into().ok()).ok_or("GEW")?,
        contents: contents.collect::<Read<BTreeMap<_, _>>>()?,
    };
    Ok(Shipment {
        id: ShipmentId(Document::Delivery.identifier(found.number).ok_or("NR")?),
        order_id: OrderId(Uuid::try_parse(&found.order).map_err(|_| "AUFNR")?),
        carrier: carrier(&found.carrier),
        status: status(&found.status)?,
        parcels: vec![parcel],
        history: found.events.iter().map(event).collect::<Read<_>>()?,
        tracking_page: Some(format!("https://track.acme.example/{}", found.tracking)),
        transit: days(found.days).ok_or("DAUER")?,
        expected_on: None,
    })
}

/// A carrier that came after this code goes by its own name in capitals.
pub fn carrier_code(carrier: &Carrier) -> String {
    let known = CARRIERS.iter().find(|(known, _)| known == carrier);
    known.map_or_else(|| carrier.as_str().to_ascii_uppercase(), |(_, code)| (*code).to_owned())
}

/// An address on one line, the most specific first.
pub fn address(address: &Address) -> String {
    let rest = [Some(&address.city), address.postal_code.as_ref(), Some(&address.country.0)];
    let parts: Vec<&str> =
        address.lines.iter().chain(rest.into_iter().flatten()).map(String::as_str).collect();
    parts.join(" / ")
}

/// How long, in whole minutes; a minute at least.
pub fn minutes(duration: &Duration) -> i64 {
    let seconds = Timestamp::UNIX_EPOCH
        .to_zoned(TimeZone::UTC)
        .saturating_add(duration.span())
        .timestamp()
        .as_second();
    (seconds / 60).max(1)
}

pub fn kilograms(weight: f64) -> String {
    format!("{weight:.3}").replace('.', ",")
}

/// A number with a comma and so many digits after it.
pub fn with_comma(number: Decimal, digits: u32) -> String {
    let width = digits as usize;
    format!("{:.width$}", number.round_dp(digits)).replace('.', ",")
}

/// Reads `1.249,00`.
fn decimal(text: &str) -> Option<Decimal> {
    text.replace('.', "").replace(',', ".").parse().ok()
}

fn category_code(code: &str) -> CategoryCode {
    CategoryCode(code.replace('_', "-").to_ascii_lowercase())
}

/// A code that came after this code is passed on, spelled as the platform spells names: `DRONE_EXPRESS` is
/// `droneExpress`.
fn carrier(code: &str) -> Carrier {
    if let Some((carrier, _)) = CARRIERS.iter().find(|(_, known)| *known == code) {
        return carrier.clone();
    }
    let mut name = String::new();
    for word in code.to_ascii_lowercase().split('_') {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !name.is_empty() => name.push(first.to_ascii_uppercase()),
            Some(first) => name.push(first),
            None => {}
        }
        name.push_str(letters.as_str());
    }
    Carrier::from(name)
}

fn status(letter: &str) -> Read<ShipmentStatus> {
    let known = STATUSES.iter().find(|(_, known)| *known == letter);
    known.map(|(status, _)| status.clone()).ok_or("STAT")
}

fn event(event: &wire::Event) -> Read<TrackingEvent> {
    Ok(TrackingEvent {
        at: digits::instant(&event.date, &event.time).ok_or("DT")?,
        status: status(&event.status)?,
        place: Some(event.place.clone()),
    })
}

fn days(days: u32) -> Option<Duration> {
    format!("P{days}D").parse().ok()
}

/// A day; eight zeros are none.
fn end(text: &str) -> Read<Option<Date>> {
    match text {
        "00000000" => Ok(None),
        text => digits::date(text).map(Some).ok_or("EOL"),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Carrier, Decimal, Sku, carrier, decimal, material_number, minutes, sku, with_comma,
    };

    #[test]
    fn a_material_number_is_a_sku_in_digits() {
        let lamp = Sku("LMP-0042".to_owned());
        assert_eq!(material_number(&lamp), "000000002122250042");
        assert_eq!(sku("000000002122250042"), Ok(lamp));
        for odd in ["", "42", "00000000212225004x2", "000000009922250042"] {
            assert_eq!(sku(odd), Err("MATNR"), "{odd}");
        }
    }

    #[test]
    fn numbers_have_commas() {
        assert_eq!(decimal("1.249,00"), Some(Decimal::new(124_900, 2)));
        assert_eq!(with_comma(Decimal::new(1_249, 0), 2), "1249,00");
    }

    #[test]
    fn a_carrier_of_tomorrow_has_a_name() {
        assert_eq!(carrier("DP"), Carrier::Dpd);
        assert_eq!(carrier("DRONE_EXPRESS").as_str(), "droneExpress");
    }

    #[test]
    fn a_duration_is_so_many_minutes() {
        for (duration, expected) in [("PT30M", 30), ("P1D", 1440), ("PT5S", 1)] {
            assert_eq!(minutes(&duration.parse().expect("a duration")), expected);
        }
    }
}
