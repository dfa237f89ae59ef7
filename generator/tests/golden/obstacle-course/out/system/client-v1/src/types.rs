// @generated from specs/client.yaml by `cargo xtask generate`. Do not edit.

//! Types local to the Client API.

use serde::{Deserialize, Serialize};
use tiebeam::shape::{Field, Shape, Shaped};

/// Server.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Server {
    /// End.
    pub end: String,
}

impl Shaped for Server {
    fn shape() -> &'static Shape {
        static SHAPE: Shape = Shape::object("Server", &[Field::new("end", Shape::string())]);
        &SHAPE
    }
}
