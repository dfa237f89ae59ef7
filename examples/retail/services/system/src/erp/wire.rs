//! How the ERP speaks: one XML document there, another one back.

use std::fmt;

use http::header::InvalidHeaderValue;
use http::{HeaderName, HeaderValue};
use serde::{Deserialize, Serialize};
use tiebeam::{Context, Problem};

use crate::line::Line;

/// The gateway of the ERP.
#[derive(Debug)]
pub struct Gateway {
    line: Line,
    credentials: [(HeaderName, HeaderValue); 2],
}

/// Why there is no answer that says something.
#[derive(Debug)]
pub enum Trouble {
    /// The ERP understood, and cannot do it.
    Refused(Refusal),
    /// The ERP did not answer, or nobody understands what it said.
    Problem(Problem),
}

/// A document that the ERP sends; its root element says what it is.
#[derive(Debug, Deserialize)]
pub enum Answer {
    #[serde(rename = "MATLST")]
    Materials(MaterialList),
    #[serde(rename = "GRP")]
    Group(Group),
    #[serde(rename = "RES")]
    Reservation(Reservation),
    #[serde(rename = "DLV")]
    Delivery(Delivery),
    #[serde(rename = "DLVLST")]
    Deliveries(DeliveryList),
    #[serde(rename = "DONE")]
    Done(Done),
    #[serde(rename = "ERRDOC")]
    Refused(ErrorDocument),
}

#[derive(Debug, Default, Serialize)]
pub struct MaterialQuery {
    #[serde(rename = "MATNR")]
    pub numbers: Vec<String>,
    #[serde(rename = "GRP", skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(rename = "MAXPRC", skip_serializing_if = "Option::is_none")]
    pub max_price: Option<String>,
    #[serde(rename = "SORT", skip_serializing_if = "Option::is_none")]
    pub sort: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct GroupKey {
    #[serde(rename = "CODE")]
    pub code: String,
}

/// The number that the ERP gave a document.
#[derive(Debug, Serialize)]
pub struct Key {
    #[serde(rename = "NR")]
    number: String,
}

#[derive(Debug, Serialize)]
pub struct DeliveryQuery {
    #[serde(rename = "AUFNR")]
    pub order: String,
}

#[derive(Debug, Serialize)]
pub struct NewReservation {
    #[serde(rename = "@EXTREF")]
    pub reference: String,
    #[serde(rename = "POS")]
    pub positions: Vec<Position>,
    #[serde(rename = "HOLD")]
    pub hold: i64,
}

#[derive(Debug, Serialize)]
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
    #[serde(rename = "BEM", skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Position {
    #[serde(rename = "MATNR")]
    pub material: String,
    #[serde(rename = "QTY")]
    pub quantity: i32,
}

#[derive(Debug, Deserialize)]
pub struct MaterialList {
    #[serde(rename = "MAT", default)]
    pub materials: Vec<Material>,
}

#[derive(Debug, Deserialize)]
pub struct Material {
    #[serde(rename = "MATNR")]
    pub number: String,
    #[serde(rename = "VER")]
    pub version: i64,
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
    pub pack: i32,
    #[serde(rename = "WBZ")]
    pub lead_days: u32,
    #[serde(rename = "EOL")]
    pub end: String,
    #[serde(rename = "MRK", default)]
    pub marks: Vec<Mark>,
}

#[derive(Debug, Deserialize)]
pub struct Mark {
    #[serde(rename = "@K")]
    pub key: String,
    #[serde(rename = "$text", default)]
    pub value: String,
}

#[derive(Debug, Deserialize)]
pub struct Group {
    #[serde(rename = "@CODE")]
    pub code: String,
    #[serde(rename = "@TXT")]
    pub text: String,
    #[serde(rename = "GRP", default)]
    pub groups: Vec<Self>,
}

#[derive(Debug, Deserialize)]
pub struct Reservation {
    #[serde(rename = "NR")]
    pub number: u64,
    #[serde(rename = "LGORT")]
    pub warehouse: String,
    #[serde(rename = "POS", default)]
    pub positions: Vec<Position>,
    #[serde(rename = "BISDT")]
    pub until_date: String,
    #[serde(rename = "BISZT")]
    pub until_time: String,
}

#[derive(Debug, Deserialize)]
pub struct Delivery {
    #[serde(rename = "NR")]
    pub number: u64,
    #[serde(rename = "AUFNR")]
    pub order: String,
    #[serde(rename = "CARR")]
    pub carrier: String,
    #[serde(rename = "STAT")]
    pub status: String,
    #[serde(rename = "GEW")]
    pub weight: String,
    #[serde(rename = "TRKNR")]
    pub tracking: String,
    #[serde(rename = "DAUER")]
    pub days: u32,
    #[serde(rename = "POS", default)]
    pub positions: Vec<Position>,
    #[serde(rename = "EREIG", default)]
    pub events: Vec<Event>,
}

#[derive(Debug, Deserialize)]
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

#[derive(Debug, Deserialize)]
pub struct DeliveryList {
    #[serde(rename = "DLV", default)]
    pub deliveries: Vec<Delivery>,
}

/// Done, and nothing to tell.
#[derive(Debug, Deserialize)]
pub struct Done {}

#[derive(Debug, Deserialize)]
pub struct ErrorDocument {
    #[serde(rename = "ERR")]
    error: Refusal,
}

/// Why the ERP cannot do something.
#[derive(Debug, Deserialize)]
pub struct Refusal {
    #[serde(rename = "@ID")]
    pub area: String,
    #[serde(rename = "@NO")]
    pub number: String,
    #[serde(rename = "TXT", default)]
    text: String,
    #[serde(rename = "V", default)]
    pub values: Vec<String>,
}

impl Gateway {
    pub fn new(line: Line, client: &str, token: &str) -> Result<Self, InvalidHeaderValue> {
        let mut token = HeaderValue::from_str(token)?;
        token.set_sensitive(true);
        let credentials = [
            (HeaderName::from_static("x-erp-client"), HeaderValue::from_str(client)?),
            (HeaderName::from_static("x-erp-token"), token),
        ];
        Ok(Self { line, credentials })
    }

    /// Sends a document and reads the answer, whatever its status.
    pub async fn ask(
        &self,
        context: &Context,
        root: &str,
        document: &impl Serialize,
    ) -> Result<Answer, Trouble> {
        let text = quick_xml::se::to_string_with_root(root, document);
        let text = text.map_err(|error| self.odd(error))?;
        let reply = self.line.send(context, "text/xml", &self.credentials, text).await?;
        match quick_xml::de::from_str(&reply.text) {
            Ok(Answer::Refused(document)) if document.error.is("MC", "601") => {
                Err(self.line.busy("a clerk has the document open").into())
            }
            Ok(Answer::Refused(document)) => Err(document.error.into()),
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.odd(format!("status {}: {error}", reply.status)).into()),
        }
    }

    /// What was made of a document, or the field that was not as it should be.
    pub fn understood<T>(&self, read: Result<T, &'static str>) -> Result<T, Problem> {
        read.map_err(|field| self.odd(format!("field {field}")))
    }

    /// What to say when the ERP answers something else than what was asked.
    pub fn unexpected(&self, outcome: Result<Answer, Trouble>) -> Problem {
        match outcome {
            Err(Trouble::Problem(problem)) => problem,
            Err(Trouble::Refused(refusal)) => self.odd(refusal),
            Ok(answer) => self.odd(format!("answered {answer:?}")),
        }
    }

    pub fn odd(&self, cause: impl fmt::Display) -> Problem {
        self.line.odd(cause)
    }
}

impl Key {
    pub fn of(number: &str) -> Self {
        Self { number: number.to_owned() }
    }
}

impl Refusal {
    pub fn is(&self, area: &str, number: &str) -> bool {
        self.area == area && self.number == number
    }

    /// What it is about: its first variable.
    pub fn about(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {} {}", self.area, self.number, self.text)
    }
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
