//! Who a platform is on the web: the host of its problem types, which it owns.
//!
//! Events are named after it, and their schemas stand below it. The path of the problem types does not matter, so
//! that moving those renames no event.

/// Scheme and authority of a URI, without who logs in: `https://acme.example`.
pub fn of(uri: &str) -> String {
    format!("https://{}", authority(uri))
}

/// The host of a URI the other way around: `example.acme`; an address of digits stays as it is.
pub fn reversed(uri: &str) -> String {
    let authority = authority(uri).to_ascii_lowercase();
    if authority.starts_with('[') {
        return authority.trim_start_matches('[').split(']').next().unwrap_or_default().to_owned();
    }
    let host = authority.split(':').next().unwrap_or_default();
    let mut labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
    let is_number = |label: &&str| label.bytes().all(|byte| byte.is_ascii_digit());
    if !labels.iter().all(is_number) {
        labels.reverse();
    }
    labels.join(".")
}

fn authority(uri: &str) -> &str {
    let rest = uri.strip_prefix("https://").unwrap_or(uri);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{of, reversed};

    #[test]
    fn an_origin_is_what_stands_before_the_path() {
        let check = |uri: &str, origin: &str, name: &str| {
            assert_eq!((of(uri).as_str(), reversed(uri).as_str()), (origin, name), "{uri}");
        };
        check("https://acme.example/problems/", "https://acme.example", "example.acme");
        check(
            "https://Api.Acme.example:8443/",
            "https://Api.Acme.example:8443",
            "example.acme.api",
        );
        check("https://me@acme.example./x/", "https://acme.example.", "example.acme");
        check("https://192.0.2.7/", "https://192.0.2.7", "192.0.2.7");
        check("https://[2001:db8::7]:443/", "https://[2001:db8::7]:443", "2001:db8::7");
    }
}
