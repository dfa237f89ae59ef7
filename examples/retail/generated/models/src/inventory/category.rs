// @generated from specs/models/inventory.yaml by `cargo xtask generate`. Do not edit.

//! `Category` of the inventory domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

use crate::inventory::CategoryCode;

/// A shelf of the catalog, and the shelves inside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Category {
    /// Stable name of the category.
    pub code: CategoryCode,
    /// What the shop shows.
    ///
    /// 1 to 80 characters.
    pub title: String,
    /// Narrower categories; empty for a leaf.
    ///
    /// At most 100 items.
    pub children: Vec<Category>,
}

impl Shaped for Category {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Category", &[
            Field::new("code", Shape::of::<CategoryCode>()),
            Field::new("title", Shape::string().min_length(1).max_length(80)),
            Field::new("children", Shape::list(&Shape::of::<Category>()).max_items(100)),
        ]);
        &SHAPE
    }
}
