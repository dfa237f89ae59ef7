// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `Product` of the inventory domain.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Pattern, Shape, Shaped};
use tiebeam::types::{Bytes, Date, Duration, Value};

use crate::common::{Money, Revision};
use crate::inventory::{CategoryCode, Sku};

/// Something we sell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// Identifies it.
    pub sku: Sku,
    /// Grows with every change in the ERP.
    pub revision: Revision,
    /// What the shop shows.
    ///
    /// 1 to 120 characters.
    pub name: String,
    /// The narrowest category it belongs to.
    pub category: CategoryCode,
    /// List price of one piece including tax.
    pub price: Money,
    /// Shipping weight in kilograms.
    ///
    /// Greater than 0 and at most 1000.
    pub weight: f64,
    /// How many pieces a carton holds; warehouses move even numbers only.
    ///
    /// At least 2. A multiple of 2. `2` when absent.
    #[serde(default = "Product::default_pack_size")]
    pub pack_size: i32,
    /// How long it takes us to get more, as an ISO 8601 duration.
    pub lead_time: Duration,
    /// What filters and comparison tables show, by name.
    ///
    /// At most 40 entries.
    pub attributes: BTreeMap<String, String>,
    /// Pictures, the best one first.
    ///
    /// At most 12 items. No item comes twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub images: Option<Vec<String>>,
    /// A tiny WebP picture to show while the others load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Bytes>,
    /// The manufacturer's data sheet as it came; its form differs from one manufacturer to the
    /// next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datasheet: Option<Value>,
    /// The last day on which it is sold, null while there is no end in sight.
    pub discontinued_on: Option<Date>,
    /// The old article number.
    ///
    /// Matches `^[0-9]{13}$`.
    ///
    /// **Deprecated:** Not unique across our brands; use `sku`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ean: Option<String>,
}

impl Product {
    fn default_pack_size() -> i32 {
        2
    }
}

static PRODUCT_EAN_PATTERN: Pattern = Pattern::new("^[0-9]{13}$");

static PRODUCT_SHAPE: Shape = Shape::object("Product", &[
    Field::new("sku", Shape::of::<Sku>()),
    Field::new("revision", Shape::of::<Revision>()),
    Field::new("name", Shape::string().min_length(1).max_length(120)),
    Field::new("category", Shape::of::<CategoryCode>()),
    Field::new("price", Shape::of::<Money>()),
    Field::new("weight", Shape::float64().maximum_float(1000.0).exclusive_minimum_float(0.0)),
    Field::new("packSize", Shape::int32().minimum(2).multiple_of(2)).optional(),
    Field::new("leadTime", Shape::duration()),
    Field::new("attributes", Shape::map(&Shape::string()).max_items(40)),
    Field::new("images", Shape::list(&Shape::uri()).max_items(12).unique_items()).optional(),
    Field::new("thumbnail", Shape::bytes()).optional(),
    Field::new("datasheet", Shape::any()).optional(),
    Field::new("discontinuedOn", Shape::date().nullable()),
    Field::new("ean", Shape::string().pattern(&PRODUCT_EAN_PATTERN)).optional(),
]);

impl Shaped for Product {
    fn shape() -> &'static Shape {
        &PRODUCT_SHAPE
    }
}
