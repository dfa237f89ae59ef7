//! Plain HTTP, for a look at what travels: the requests that no generated client would send, and the
//! fields of responses that it keeps to itself.

use anyhow::{Context as _, bail};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A response as it travels.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The header fields, names in lower case.
    fields: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The value of a header field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The values of a header field that may come several times.
    #[must_use]
    pub fn fields(&self, name: &str) -> Vec<&str> {
        let lines = self.fields.iter().filter(|(field, _)| field == name);
        lines.map(|(_, value)| value.as_str()).collect()
    }

    /// The body as JSON; null when it is not.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

/// Sends one request to an address like `127.0.0.1:8080` and reads the answer.
///
/// # Errors
///
/// When nobody listens there, or the answer is not HTTP.
pub async fn send(
    address: &str,
    request_line: &str,
    fields: &[(&str, &str)],
    body: Option<&Value>,
) -> anyhow::Result<Answer> {
    let body = body.map(Value::to_string).unwrap_or_default();
    exchange(address, request_line, fields, ("application/json", &body)).await
}

/// Sends a form to a path at an address and reads the answer.
///
/// # Errors
///
/// When nobody listens there, or the answer is not HTTP.
pub async fn post(address: &str, path: &str, form: &str) -> anyhow::Result<Answer> {
    let content = ("application/x-www-form-urlencoded", form);
    exchange(address, &format!("POST {path}"), &[], content).await
}

async fn exchange(
    address: &str,
    request_line: &str,
    fields: &[(&str, &str)],
    (content_type, body): (&str, &str),
) -> anyhow::Result<Answer> {
    let mut request =
        format!("{request_line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for (name, value) in fields {
        request.extend([name, ": ", value, "\r\n"]);
    }
    if !body.is_empty() {
        let length = body.len().to_string();
        request.extend(["Content-Type: ", content_type, "\r\nContent-Length: ", &length, "\r\n"]);
    }
    request += "\r\n";
    request += body;
    let mut stream = TcpStream::connect(address).await.context("nobody listens")?;
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    parse(&String::from_utf8(answer).context("the answer is not text")?)
}

/// Reads an answer whose body ends with the connection.
fn parse(answer: &str) -> anyhow::Result<Answer> {
    let (head, body) =
        answer.split_once("\r\n\r\n").context("the answer has no end of its head")?;
    let mut lines = head.split("\r\n");
    let status_line = lines.next().unwrap_or_default();
    let status = status_line.split(' ').nth(1).context("the answer has no status")?.parse()?;
    let fields: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    if fields.iter().any(|(name, _)| name == "transfer-encoding") {
        bail!("the answer comes in chunks, which this reader does not know");
    }
    Ok(Answer { status, fields, body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_answer_has_a_status_fields_and_a_body() {
        let answer = parse("HTTP/1.1 412 Precondition Failed\r\nETag: \"3\"\r\n\r\n{\"a\":1}")
            .expect("the answer is HTTP");
        assert_eq!(answer.status, 412);
        assert_eq!(answer.field("etag"), Some("\"3\""));
        assert_eq!(answer.json()["a"], 1);
    }
}
