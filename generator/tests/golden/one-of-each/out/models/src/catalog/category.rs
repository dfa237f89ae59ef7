// @generated from specs/models/catalog.yaml by `cargo xtask generate`. Do not edit.

//! `Category` of the catalog domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// A shelf, which may hold other shelves.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Category {
    /// Name.
    pub name: String,
    /// Parent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Category>>,
    /// Children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<Category>>,
}

impl Shaped for Category {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Category", &[
            Field::new("name", Shape::string()),
            Field::new("parent", Shape::of::<Category>()).optional(),
            Field::new("children", Shape::list(&Shape::of::<Category>())).optional(),
        ]);
        &SHAPE
    }
}
