//! The NATS binding.

use tiebeam::event::nats::{binary, read, structured};

use super::full;

fn pairs(headers: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

#[test]
fn both_modes_are_written_and_read_again() {
    let (headers, payload) = binary(&full());
    let value = |wanted: &str| pairs(&headers).find(|(name, _)| *name == wanted).map(|pair| pair.1);
    assert_eq!(value("ce-datacontenttype"), Some("application/json"));
    assert_eq!(value("content-type"), None, "it would mark structured mode");
    assert_eq!(value("ce-subject"), Some("o%201"));
    assert_eq!(read(pairs(&headers), payload), Ok(full()));

    let (headers, payload) = structured(&full());
    assert_eq!(read(pairs(&headers), payload), Ok(full()));
}

#[test]
fn names_are_read_in_any_case() {
    let (headers, payload) = binary(&full());
    let headers: Vec<_> =
        headers.into_iter().map(|(name, value)| (name.to_uppercase(), value)).collect();
    assert_eq!(read(pairs(&headers), payload), Ok(full()));
}
