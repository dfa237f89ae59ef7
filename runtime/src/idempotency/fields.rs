//! Which header fields of an answer are kept, and how.
//!
//! A field belongs to the answer, and is given again, or to the exchange, and is not: the correlation id, cookies,
//! authentication, rate limits and whatever a connection needs are of the request that they came with. Kept are the
//! fields that the runtime derives from an answer, and those that the contract declares for it.

use http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_LOCATION, CONTENT_TYPE, ETAG, LAST_MODIFIED, LINK,
    LOCATION, RETRY_AFTER,
};
use http::{HeaderMap, HeaderName, HeaderValue};

/// What the runtime derives from an answer or a problem.
const KEPT: [HeaderName; 9] = [
    CACHE_CONTROL,
    CONTENT_LANGUAGE,
    CONTENT_LOCATION,
    CONTENT_TYPE,
    ETAG,
    LAST_MODIFIED,
    LINK,
    LOCATION,
    RETRY_AFTER,
];

/// Writes the fields that are kept, one `name: value` a line. A value holds no line break.
pub(super) fn write(fields: &HeaderMap, declared: &[HeaderName]) -> Vec<u8> {
    let mut text = Vec::new();
    for (name, value) in fields {
        if KEPT.contains(name) || declared.contains(name) {
            text.extend(name.as_str().as_bytes());
            text.extend(b": ");
            text.extend(value.as_bytes());
            text.push(b'\n');
        }
    }
    text
}

/// Reads what [`write`] wrote; a line that is none is passed over.
pub(super) fn read(text: &[u8]) -> HeaderMap {
    let mut fields = HeaderMap::new();
    for line in text.split(|byte| *byte == b'\n') {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
        let name = HeaderName::from_bytes(&line[..colon]);
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii_start());
        if let (Ok(name), Ok(value)) = (name, value) {
            fields.append(name, value);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use http::header::{LINK, SET_COOKIE};
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::{read, write};

    #[test]
    fn fields_of_the_answer_are_kept_and_those_of_the_exchange_are_not() {
        let mut fields = HeaderMap::new();
        fields.append(LINK, HeaderValue::from_static("</a>; rel=\"next\""));
        fields.append(LINK, HeaderValue::from_static("</b>; rel=\"prev\""));
        fields.append(SET_COOKIE, HeaderValue::from_static("a=b"));
        let declared = HeaderName::from_static("x-total");
        fields.append(declared.clone(), HeaderValue::from_bytes(b"a: \xff").expect("a value"));
        fields.append("x-correlation-id", HeaderValue::from_static("c-1"));
        let kept = read(&write(&fields, &[declared]));
        fields.remove(SET_COOKIE);
        fields.remove("x-correlation-id");
        assert_eq!(kept, fields);
    }
}
