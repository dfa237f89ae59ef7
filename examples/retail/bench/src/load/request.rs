//! Requests that were written before they are sent; only the idempotency key changes from one to the next.

use clap::ValueEnum;

use crate::sample;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// One order is read.
    Get,
    /// An order is entered.
    Post,
}

/// Digits of a key.
const DIGITS: usize = 16;

/// A request as it travels.
#[derive(Debug, Clone)]
pub struct Request {
    bytes: Vec<u8>,
    /// Where the digits of the key are, if there is one.
    key: Option<usize>,
}

impl Request {
    /// Writes a request to an address.
    pub fn new(kind: Kind, address: &str) -> Self {
        let fields = format!(
            "host: {address}\r\naccept: application/json\r\nx-correlation-id: 6f9c1d2e8b7a4f03\r\n"
        );
        match kind {
            Kind::Get => {
                let id = sample::ID;
                let text = format!("GET /v1/orders/{id} HTTP/1.1\r\n{fields}\r\n");
                Self { bytes: text.into_bytes(), key: None }
            }
            Kind::Post => {
                let start = format!("POST /v1/orders HTTP/1.1\r\n{fields}idempotency-key: \"");
                let (body, zeros) = (sample::NEW_ORDER, "0".repeat(DIGITS));
                let length = body.len();
                let key = Some(start.len());
                let text = format!(
                    "{start}{zeros}\"\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
                );
                Self { bytes: text.into_bytes(), key }
            }
        }
    }

    /// The bytes, under a key of this number.
    pub fn numbered(&mut self, number: u64) -> &[u8] {
        if let Some(start) = self.key {
            let digits = format!("{number:0DIGITS$x}");
            self.bytes[start..start + DIGITS].copy_from_slice(digits.as_bytes());
        }
        &self.bytes
    }
}
