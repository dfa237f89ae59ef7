//! Where a server is: the part that all URLs of its operations have in common.

use std::fmt;

use http::uri::{Authority, Scheme};
use http::{Uri, uri};

/// Where a server is.
pub(super) struct Base {
    authority: Authority,
    /// Without a final slash.
    path: String,
}

/// Why a text is not the base URL of a server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{url}` is not a base URL: {reason}")]
pub struct InvalidBaseUrl {
    url: String,
    reason: &'static str,
}

impl Base {
    /// The base of a router of this process.
    pub(super) fn local() -> Self {
        Self { authority: Authority::from_static("localhost"), path: String::new() }
    }

    pub(super) fn parse(url: &str) -> Result<Self, InvalidBaseUrl> {
        let refuse = |reason| InvalidBaseUrl { url: url.to_owned(), reason };
        let uri: Uri = url
            .parse()
            .map_err(|_| refuse("it is not an absolute URL such as http://host:8080"))?;
        match uri.scheme_str() {
            Some("http") => {}
            Some("https") => {
                return Err(refuse("TLS is not spoken yet; use http behind a proxy that does"));
            }
            Some(_) => return Err(refuse("only http is spoken")),
            None => return Err(refuse("the scheme is missing; write http://host:8080")),
        }
        if uri.query().is_some() {
            return Err(refuse("it must not have a query"));
        }
        let authority = uri.authority().ok_or_else(|| refuse("the host is missing"))?;
        if authority.as_str().contains('@') {
            return Err(refuse("it must not hold credentials"));
        }
        Ok(Self { authority: authority.clone(), path: uri.path().trim_end_matches('/').to_owned() })
    }

    /// The URL of a path and query below it.
    pub(super) fn join(&self, target: &str) -> Result<Uri, http::Error> {
        uri::Builder::new()
            .scheme(Scheme::HTTP)
            .authority(self.authority.clone())
            .path_and_query(format!("{}{target}", self.path))
            .build()
    }

    /// Host and port, for the log.
    pub(super) fn server(&self) -> &str {
        self.authority.as_str()
    }
}

impl fmt::Display for Base {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "http://{}{}", self.authority, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn a_base_url_is_http_without_a_query() {
        for (url, expected) in [
            ("http://localhost:8080", Ok("http://localhost:8080")),
            ("http://[::1]:80/a/b/", Ok("http://[::1]:80/a/b")),
            ("https://localhost", Err("TLS")),
            ("ftp://localhost", Err("only http")),
            ("localhost:8080", Err("the scheme is missing")),
            ("http://", Err("not an absolute URL")),
            ("http://a:b@c", Err("credentials")),
            ("http://a/?b", Err("query")),
            ("", Err("not an absolute URL")),
        ] {
            let found =
                Base::parse(url).map(|base| base.to_string()).map_err(|error| error.to_string());
            match (&found, expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected),
                (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
                _ => panic!("{url}: {found:?}"),
            }
        }
    }
}
