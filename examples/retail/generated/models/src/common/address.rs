// @generated from specs/models/common.yaml by `cargo xtask generate`. Do not edit.

//! `Address` of the common domain.

use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::{Patch, Redacted};

use crate::common::Country;

/// A postal address, in the form in which a carrier accepts it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// Street, house number and whatever else the postman needs, from the most specific to the
    /// least.
    ///
    /// 1 to 4 items. Personal data; redacted in logs.
    pub lines: Vec<String>,
    /// Town or city.
    ///
    /// 1 to 80 characters. Personal data; redacted in logs.
    pub city: String,
    /// Absent where a country has none.
    ///
    /// At most 12 characters. Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// State, county or province, where the country's addresses have one.
    ///
    /// At most 80 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Where it is.
    pub country: Country,
}

impl fmt::Debug for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Address")
            .field("lines", &Redacted)
            .field("city", &Redacted)
            .field("postal_code", &Redacted)
            .field("region", &self.region)
            .field("country", &self.country)
            .finish()
    }
}

impl Shaped for Address {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Address", &[
            Field::new("lines", Shape::list(&Shape::string()).min_items(1).max_items(4))
                .classified(Classification::Personal),
            Field::new("city", Shape::string().min_length(1).max_length(80))
                .classified(Classification::Personal),
            Field::new("postalCode", Shape::string().max_length(12))
                .optional()
                .classified(Classification::Personal),
            Field::new("region", Shape::string().max_length(80)).optional(),
            Field::new("country", Shape::of::<Country>()),
        ]);
        &SHAPE
    }
}

/// What changes in [`Address`]: a field that is absent stays as it is.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddressPatch {
    /// Street, house number and whatever else the postman needs, from the most specific to the
    /// least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<String>>,
    /// Town or city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Absent where a country has none.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub postal_code: Patch<String>,
    /// State, county or province, where the country's addresses have one.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub region: Patch<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
}

impl AddressPatch {
    /// Applies the patch (RFC 7396).
    pub fn apply(self, address: &mut Address) {
        if let Some(value) = self.lines {
            address.lines = value;
        }
        if let Some(value) = self.city {
            address.city = value;
        }
        self.postal_code.apply_to(&mut address.postal_code);
        self.region.apply_to(&mut address.region);
        if let Some(value) = self.country {
            address.country = value;
        }
    }
}

impl fmt::Debug for AddressPatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AddressPatch")
            .field("lines", &Redacted)
            .field("city", &Redacted)
            .field("postal_code", &Redacted)
            .field("region", &self.region)
            .field("country", &self.country)
            .finish()
    }
}

impl Shaped for AddressPatch {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("AddressPatch", &[
            Field::new("lines", Shape::list(&Shape::string()).min_items(1).max_items(4))
                .optional()
                .classified(Classification::Personal),
            Field::new("city", Shape::string().min_length(1).max_length(80))
                .optional()
                .classified(Classification::Personal),
            Field::new("postalCode", Shape::string().max_length(12).nullable())
                .optional()
                .classified(Classification::Personal),
            Field::new("region", Shape::string().max_length(80).nullable()).optional(),
            Field::new("country", Shape::of::<Country>()).optional(),
        ]);
        &SHAPE
    }
}
