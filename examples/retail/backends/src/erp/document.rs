//! The documents that the gateway takes and gives.

use serde::{Deserialize, Serialize};

/// A document that somebody sends; its root element says what is wanted.
#[derive(Debug, Deserialize)]
pub enum Asked {
    #[serde(rename = "MATQRY")]
    Materials(MaterialQuery),
    #[serde(rename = "GRPRD")]
    Group(GroupKey),
    #[serde(rename = "RESCRE")]
    Reserve(NewReservation),
    #[serde(rename = "RESRD")]
    Reservation(DocumentKey),
    #[serde(rename = "RESDEL")]
    Release(DocumentKey),
    #[serde(rename = "DLVCRE")]
    Deliver(Box<NewDelivery>),
    #[serde(rename = "DLVRD")]
    Delivery(DocumentKey),
    #[serde(rename = "DLVQRY")]
    Deliveries(DeliveryQuery),
}

/// Which materials, and in which order: `TXT`, `PRC` or `NR`.
#[derive(Debug, Default, Deserialize)]
pub struct MaterialQuery {
    #[serde(rename = "MATNR", default)]
    pub numbers: Vec<String>,
    #[serde(rename = "GRP", default)]
    pub group: Option<String>,
    #[serde(rename = "MAXPRC", default)]
    pub max_price: Option<String>,
    #[serde(rename = "SORT", default)]
    pub sort: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct GroupKey {
    #[serde(rename = "CODE")]
    pub code: String,
}

/// The number that the ERP gave a document.
#[derive(Debug, Deserialize)]
pub struct DocumentKey {
    #[serde(rename = "NR")]
    pub number: String,
}

#[derive(Debug, Deserialize)]
pub struct DeliveryQuery {
    #[serde(rename = "AUFNR")]
    pub order: String,
}

/// What to set aside, and for how many minutes.
#[derive(Debug, Deserialize)]
pub struct NewReservation {
    #[serde(rename = "@EXTREF")]
    pub reference: String,
    #[serde(rename = "POS")]
    pub positions: Vec<Position>,
    #[serde(rename = "HOLD")]
    pub hold: i64,
}

/// What to send off.
#[derive(Debug, Deserialize)]
pub struct NewDelivery {
    #[serde(rename = "@EXTREF")]
    pub reference: String,
    #[serde(rename = "AUFNR")]
    pub order: String,
    #[serde(rename = "RES")]
    pub reservation: String,
    #[serde(rename = "CARR")]
    pub carrier: String,
    #[serde(rename = "GEW")]
    pub weight: String,
    #[serde(rename = "ADR")]
    pub address: String,
}

/// So many pieces of a material.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Position {
    #[serde(rename = "MATNR")]
    pub material: String,
    #[serde(rename = "QTY")]
    pub quantity: i64,
}

#[derive(Debug, Serialize)]
pub struct MaterialList {
    #[serde(rename = "@CNT")]
    pub count: usize,
    #[serde(rename = "MAT")]
    pub materials: Vec<Material>,
}

/// A material; `EOL` is `00000000` while there is no end in sight.
#[derive(Debug, Clone, Serialize)]
pub struct Material {
    #[serde(rename = "MATNR")]
    pub number: String,
    #[serde(rename = "VER")]
    pub version: String,
    #[serde(rename = "TXT")]
    pub text: String,
    #[serde(rename = "GRP")]
    pub group: String,
    #[serde(rename = "PRC")]
    pub price: String,
    #[serde(rename = "CUR")]
    pub currency: String,
    #[serde(rename = "GEW")]
    pub weight: String,
    #[serde(rename = "VPE")]
    pub pack: String,
    #[serde(rename = "WBZ")]
    pub lead_days: String,
    #[serde(rename = "EOL")]
    pub end: String,
    #[serde(rename = "MRK")]
    pub marks: Vec<Mark>,
}

/// A characteristic.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    #[serde(rename = "@K")]
    pub key: String,
    #[serde(rename = "$text")]
    pub value: String,
}

/// A group of materials, and the groups inside it.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    #[serde(rename = "@CODE")]
    pub code: String,
    #[serde(rename = "@TXT")]
    pub text: String,
    #[serde(rename = "GRP")]
    pub groups: Vec<Self>,
}

/// A reservation; `STAT` is `O` while it is open and `L` when its goods have left.
#[derive(Debug, Clone, Serialize)]
pub struct Reservation {
    #[serde(rename = "NR")]
    pub number: String,
    #[serde(rename = "STAT")]
    pub status: String,
    #[serde(rename = "LGORT")]
    pub warehouse: String,
    #[serde(rename = "POS")]
    pub positions: Vec<Position>,
    #[serde(rename = "BISDT")]
    pub until_date: String,
    #[serde(rename = "BISZT")]
    pub until_time: String,
}

/// A delivery; `STAT` is a letter from `A`, papers printed, to `E`, come back.
#[derive(Debug, Clone, Serialize)]
pub struct Delivery {
    #[serde(rename = "NR")]
    pub number: String,
    #[serde(rename = "AUFNR")]
    pub order: String,
    #[serde(rename = "CARR")]
    pub carrier: String,
    #[serde(rename = "STAT")]
    pub status: String,
    #[serde(rename = "GEW")]
    pub weight: String,
    #[serde(rename = "ADR")]
    pub address: String,
    #[serde(rename = "TRKNR")]
    pub tracking: String,
    #[serde(rename = "DAUER")]
    pub days: String,
    #[serde(rename = "POS")]
    pub positions: Vec<Position>,
    #[serde(rename = "EREIG")]
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Event {
    #[serde(rename = "DT")]
    pub date: String,
    #[serde(rename = "ZT")]
    pub time: String,
    #[serde(rename = "STAT")]
    pub status: String,
    #[serde(rename = "ORT")]
    pub place: String,
}

#[derive(Debug, Serialize)]
pub struct DeliveryList {
    #[serde(rename = "@CNT")]
    pub count: usize,
    #[serde(rename = "DLV")]
    pub deliveries: Vec<Delivery>,
}

#[derive(Debug, Serialize)]
pub struct Empty {}

#[derive(Debug, Serialize)]
pub struct ErrorDocument {
    #[serde(rename = "ERR")]
    pub error: Refusal,
}

/// Why something cannot be done.
#[derive(Debug, Clone, Serialize)]
pub struct Refusal {
    #[serde(rename = "@ID")]
    area: &'static str,
    #[serde(rename = "@NO")]
    number: &'static str,
    #[serde(rename = "TXT")]
    text: &'static str,
    #[serde(rename = "V")]
    values: Vec<String>,
}

impl Refusal {
    pub fn new(area: &'static str, number: &'static str, text: &'static str) -> Self {
        Self { area, number, text, values: Vec::new() }
    }

    /// Adds the next variable: what it is about.
    pub fn about(mut self, value: impl Into<String>) -> Self {
        self.values.push(value.into());
        self
    }

    pub fn text(&self) -> &'static str {
        self.text
    }
}
