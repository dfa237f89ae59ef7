// @generated from specs/words.yaml by `cargo xtask generate`. Do not edit.

//! `Client` of the words domain.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Client.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Client {
    /// Name.
    pub name: String,
}

impl Shaped for Client {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Client", &[Field::new("name", Shape::string())]);
        &SHAPE
    }
}
