//! How `PayCo` speaks: a form there, lines of `key=value` back.

use std::collections::BTreeMap;
use std::fmt;

use tiebeam::{Context, Problem};

use crate::line::Line;

/// Which of our shops asks, where the request does not say.
const MERCHANT: &str = "acme-shop";

/// A merchant at the processor's counter.
pub struct Counter {
    line: Line,
    secret: String,
}

/// What the processor answers.
#[derive(Debug)]
pub struct Reply {
    status: u16,
    lines: BTreeMap<String, String>,
}

impl Counter {
    pub fn new(line: Line, secret: &str) -> Self {
        Self { line, secret: secret.to_owned() }
    }

    /// Sends a form and reads the lines that come back, whatever their status.
    pub async fn ask(
        &self,
        context: &Context,
        operation: &str,
        fields: Vec<(&str, String)>,
    ) -> Result<Reply, Problem> {
        let form = self.form(operation, fields);
        let content_type = "application/x-www-form-urlencoded";
        let reply = self.line.send(context, content_type, &[], form).await?;
        let lines = reply.text.lines().map(|line| line.split_once('='));
        let lines: Option<BTreeMap<String, String>> =
            lines.map(|line| line.map(|(key, value)| (key.to_owned(), value.to_owned()))).collect();
        match lines {
            Some(lines) if lines.get("code").is_some_and(|code| code == "LCK") => {
                Err(self.line.busy("somebody has the transaction open"))
            }
            Some(lines) if lines.contains_key("code") => Ok(Reply { status: reply.status, lines }),
            _ => Err(self.odd(format!("status {} without a code", reply.status))),
        }
    }

    fn form(&self, operation: &str, fields: Vec<(&str, String)>) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("op", operation).append_pair("sec", &self.secret);
        if fields.iter().all(|(name, _)| *name != "mid") {
            form.append_pair("mid", MERCHANT);
        }
        form.extend_pairs(fields);
        form.finish()
    }

    pub fn odd(&self, cause: impl fmt::Display) -> Problem {
        self.line.odd(cause)
    }

    /// What to say of a reply that makes no sense here.
    pub fn unexpected(&self, reply: &Reply) -> Problem {
        self.odd(format!("status {}, code {}", reply.status, reply.code()))
    }
}

impl Reply {
    /// `00` when it was done.
    pub fn code(&self) -> &str {
        self.get("code")
    }

    /// Whether the processor understood, and says no.
    pub fn is_declined(&self) -> bool {
        self.get("res") == "1"
    }

    /// The value of a line; empty where there is none.
    pub fn get(&self, key: &str) -> &str {
        self.lines.get(key).map_or("", String::as_str)
    }

    /// The number on a line.
    pub fn number<N: std::str::FromStr>(&self, key: &str) -> Option<N> {
        self.get(key).parse().ok()
    }
}

/// The secret stays out of logs.
impl fmt::Debug for Counter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Counter").field("line", &self.line).finish_non_exhaustive()
    }
}
