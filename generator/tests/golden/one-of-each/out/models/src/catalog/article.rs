// @generated from specs/models/catalog.yaml by `cargo xtask generate`. Do not edit.

//! `Article` of the catalog domain.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Classification, Field, Shape, Shaped};
use tiebeam::types::{Bytes, Date, Decimal, Duration, Timestamp, Uuid, Value};
use tiebeam::{Patch, Redacted};

use crate::catalog::{Availability, Category, Sku, Tags, Weight};
use crate::common::Money;

/// An article of the catalog.
///
/// Every builtin type and every constraint stands here once.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Sku.
    pub sku: Sku,
    /// What it is called.
    ///
    /// 1 to 120 characters. For example `A teapot`.
    pub title: String,
    /// Available.
    pub available: Availability,
    /// Whether it breaks.
    ///
    /// `false` when absent.
    #[serde(default)]
    pub fragile: bool,
    /// Minimum age.
    ///
    /// 0 to 21.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<i32>,
    /// How often it was looked at.
    ///
    /// At least 0.
    pub views: i64,
    /// Weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// Price.
    pub price: Money,
    /// Discount.
    ///
    /// Greater than 0 and less than 1. A multiple of 0.01.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Decimal>,
    /// Pack size.
    ///
    /// A multiple of 1. `1` when absent.
    #[serde(default = "Article::default_pack_size")]
    pub pack_size: i32,
    /// Released on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released_on: Option<Date>,
    /// Changed at.
    pub changed_at: Timestamp,
    /// Warranty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warranty: Option<Duration>,
    /// Image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Bytes>,
    /// Manual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manual: Option<String>,
    /// Supplier email.
    ///
    /// Personal data; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier_email: Option<String>,
    /// Id.
    pub id: Uuid,
    /// Tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Tags>,
    /// Labels.
    ///
    /// At most 50 entries.
    pub labels: BTreeMap<String, String>,
    /// Dimensions.
    ///
    /// Exactly 3 items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Option<f64>>>,
    /// Where it stands.
    pub category: Option<Category>,
    /// What to buy instead.
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub replaced_by: Patch<Sku>,
    /// Extra.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<Value>,
    /// Legacy code.
    ///
    /// **Deprecated:** Use `sku` instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legacy_code: Option<String>,
    /// Purchase key.
    ///
    /// A secret; redacted in logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purchase_key: Option<String>,
}

impl Article {
    fn default_pack_size() -> i32 {
        1
    }
}

impl fmt::Debug for Article {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Article")
            .field("sku", &self.sku)
            .field("title", &self.title)
            .field("available", &self.available)
            .field("fragile", &self.fragile)
            .field("minimum_age", &self.minimum_age)
            .field("views", &self.views)
            .field("weight", &self.weight)
            .field("price", &self.price)
            .field("discount", &self.discount)
            .field("pack_size", &self.pack_size)
            .field("released_on", &self.released_on)
            .field("changed_at", &self.changed_at)
            .field("warranty", &self.warranty)
            .field("image", &self.image)
            .field("manual", &self.manual)
            .field("supplier_email", &Redacted)
            .field("id", &self.id)
            .field("tags", &self.tags)
            .field("labels", &self.labels)
            .field("dimensions", &self.dimensions)
            .field("category", &self.category)
            .field("replaced_by", &self.replaced_by)
            .field("extra", &self.extra)
            .field("legacy_code", &self.legacy_code)
            .field("purchase_key", &Redacted)
            .finish()
    }
}

static ARTICLE_SHAPE: Shape = Shape::object("Article", &[
    Field::new("sku", Shape::of::<Sku>()),
    Field::new("title", Shape::string().min_length(1).max_length(120)),
    Field::new("available", Shape::of::<Availability>()),
    Field::new("fragile", Shape::boolean()).optional(),
    Field::new("minimumAge", Shape::int32().minimum(0).maximum(21)).optional(),
    Field::new("views", Shape::int64().minimum(0)),
    Field::new("weight", Shape::of::<Weight>()).optional(),
    Field::new("price", Shape::of::<Money>()),
    Field::new(
        "discount",
        Shape::decimal()
            .exclusive_minimum_decimal("0")
            .exclusive_maximum_decimal("1")
            .multiple_of_decimal("0.01"),
    )
    .optional(),
    Field::new("packSize", Shape::int32().multiple_of(1)).optional(),
    Field::new("releasedOn", Shape::date()).optional(),
    Field::new("changedAt", Shape::timestamp()),
    Field::new("warranty", Shape::duration()).optional(),
    Field::new("image", Shape::bytes()).optional(),
    Field::new("manual", Shape::uri()).optional(),
    Field::new("supplierEmail", Shape::email()).optional().classified(Classification::Personal),
    Field::new("id", Shape::uuid()),
    Field::new("tags", Shape::of::<Tags>()).optional(),
    Field::new("labels", Shape::map(&Shape::string()).max_items(50)),
    Field::new("dimensions", Shape::list(&Shape::float64().nullable()).min_items(3).max_items(3))
        .optional(),
    Field::new("category", Shape::of::<Category>().nullable()),
    Field::new("replacedBy", Shape::of::<Sku>().nullable()).optional(),
    Field::new("extra", Shape::any()).optional(),
    Field::new("legacyCode", Shape::string()).optional(),
    Field::new("purchaseKey", Shape::string()).optional().classified(Classification::Secret),
]);

impl Shaped for Article {
    fn shape() -> &'static Shape {
        &ARTICLE_SHAPE
    }
}
