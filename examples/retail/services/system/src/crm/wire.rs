//! How the CRM speaks: a JSON object with a transaction code, and an answer that is always a 200.

use std::fmt;

use retail_models::customer::Standing;
use serde::Deserialize;
use serde_json::{Map, Value};
use tiebeam::{Context, Problem};

use super::standing;
use crate::line::Line;

/// A user at a terminal of the CRM.
pub struct Terminal {
    line: Line,
    user: String,
    password: String,
}

/// What the CRM answers, whatever the transaction.
#[derive(Debug, Deserialize)]
pub struct Answer {
    /// What it means.
    #[serde(rename = "RC")]
    pub code: Code,
    /// `I` or `U`: whether a row was inserted or updated.
    #[serde(rename = "ACT", default)]
    pub action: String,
    /// `X` when there are more rows than these.
    #[serde(rename = "MORE", default)]
    pub more: String,
    #[serde(rename = "FLD", default)]
    field: String,
    #[serde(rename = "CUST")]
    customer: Option<Row>,
    #[serde(rename = "ROWS", default)]
    rows: Vec<Row>,
}

/// A return code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Code {
    /// Done.
    Done,
    /// The CRM does not know the customer.
    NotFound,
    /// Whatever else it says.
    Other(String),
}

/// A row of the table of customers: every field is a text of fixed width.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Row {
    /// The customer's number in the CRM.
    pub cust_no: String,
    /// The platform's identifier, without hyphens.
    pub ext_ref: String,
    /// `A` to `D`.
    pub rtg: String,
    /// In cents.
    pub cr_lim: String,
    /// ISO 4217.
    pub cr_cur: String,
    /// `X` when every order is paid in advance.
    pub prepay: String,
    /// `X` when new orders are refused.
    pub hold: String,
    /// Why.
    pub hold_txt: String,
    /// In ten thousandths.
    #[serde(rename = "RSK")]
    pub risk: String,
    /// An e-mail address.
    pub acct_mgr: String,
    /// `YYYYMMDD`.
    pub rev_dt: String,
    /// `HHMMSS`.
    pub rev_tm: String,
}

impl Terminal {
    /// Works at the other end of a line.
    pub fn new(line: Line, user: &str, password: &str) -> Self {
        Self { line, user: user.to_owned(), password: password.to_owned() }
    }

    /// Does a transaction.
    ///
    /// What is about the terminal and not about the customer is a problem: a record that a clerk has open, a night
    /// batch, a password that expired.
    pub async fn transact(
        &self,
        context: &Context,
        transaction: &str,
        fields: &[(&str, String)],
    ) -> Result<Answer, Problem> {
        let credentials = [("TX", transaction), ("USR", &self.user), ("PWD", &self.password)];
        let mut request: Map<String, Value> = Map::new();
        request.extend(credentials.map(|(name, value)| (name.to_owned(), value.into())));
        request
            .extend(fields.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())));
        let text = Value::Object(request).to_string();
        let reply = self.line.send(context, "application/json", &[], text).await?;
        if reply.text.starts_with("RM7 ABEND") {
            return Err(self.line.busy(reply.text));
        }
        let answer: Answer =
            serde_json::from_str(&reply.text).map_err(|error| self.line.odd(error))?;
        match &answer.code {
            Code::Other(code) if code == "0016" => {
                Err(self.line.busy("a clerk has the record open"))
            }
            _ => Ok(answer),
        }
    }

    /// The standing that an answer holds.
    pub fn standing(&self, answer: &Answer) -> Result<Standing, Problem> {
        let row = answer.customer.as_ref().ok_or_else(|| self.odd(answer))?;
        standing::of_row(row).map_err(|field| self.line.odd(format!("field {field}")))
    }

    /// The number of the account that an answer is about.
    pub fn number(&self, answer: &Answer) -> Result<String, Problem> {
        let row = answer.customer.as_ref().ok_or_else(|| self.odd(answer))?;
        Ok(row.cust_no.clone())
    }

    /// The standings that an answer holds, and the number of the last customer.
    pub fn standings(&self, answer: &Answer) -> Result<(Vec<Standing>, Option<u32>), Problem> {
        let rows = answer.rows.iter().map(standing::of_row).collect::<Result<Vec<_>, _>>();
        let rows = rows.map_err(|field| self.line.odd(format!("field {field}")))?;
        Ok((rows, answer.rows.last().and_then(|row| row.cust_no.parse().ok())))
    }

    /// What to say of an answer that makes no sense here.
    pub fn odd(&self, answer: &Answer) -> Problem {
        self.line.odd(format!("return code {:?}, field {:?}", answer.code, answer.field))
    }
}

impl From<String> for Code {
    fn from(code: String) -> Self {
        match code.as_str() {
            "0000" => Self::Done,
            "0004" => Self::NotFound,
            _ => Self::Other(code),
        }
    }
}

/// The password stays out of logs.
impl fmt::Debug for Terminal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Terminal")
            .field("line", &self.line)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}
