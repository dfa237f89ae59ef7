//! Where a request was sent, and where in that the API is mounted.

use axum::extract::OriginalUri;
use http::header::LINK;
use http::{HeaderName, HeaderValue, Request, Uri};

use crate::operation::as_uri;

/// The path that a caller asked for; a router that nests the API shows the API only the end of it.
#[derive(Debug, Clone)]
pub(super) struct Place {
    asked: Uri,
    /// Bytes of the path before the part that the API sees.
    prefix: usize,
}

impl Place {
    /// The place of a request.
    pub(super) fn of<B>(request: &Request<B>) -> Self {
        let seen = request.uri();
        let Some(OriginalUri(asked)) = request.extensions().get::<OriginalUri>() else {
            return Self { asked: seen.clone(), prefix: 0 };
        };
        let prefix = asked.path().strip_suffix(seen.path()).map_or(0, str::len);
        Self { asked: asked.clone(), prefix }
    }

    /// The whole path.
    pub(super) fn path(&self) -> &str {
        self.asked.path()
    }

    /// Where the API is mounted, without a final slash.
    pub(super) fn prefix(&self) -> &str {
        &self.asked.path()[..self.prefix]
    }

    /// Where to read about a deprecation: in the document of the API (RFC 9745 §3).
    pub(super) fn deprecation_link(&self) -> Option<(HeaderName, HeaderValue)> {
        let prefix = as_uri(self.prefix());
        let link =
            format!("<{prefix}/openapi.json>; rel=\"deprecation\"; type=\"application/json\"");
        HeaderValue::try_from(link).ok().map(|link| (LINK, link))
    }
}

#[cfg(test)]
mod tests {
    use axum::extract::OriginalUri;
    use http::{Request, Uri};

    use super::Place;

    #[test]
    fn the_prefix_is_what_a_router_has_cut_off() {
        for (asked, seen, prefix) in [
            ("/v1/orders", "/v1/orders", ""),
            ("/shop/v1/orders?a=b", "/v1/orders?a=b", "/shop"),
            ("/t/7/v1/orders", "/v1/orders", "/t/7"),
            ("/shop", "/", ""),
        ] {
            let uri = |text: &str| text.parse::<Uri>().expect("a URI");
            let mut request = Request::new(());
            *request.uri_mut() = uri(seen);
            request.extensions_mut().insert(OriginalUri(uri(asked)));
            assert_eq!(Place::of(&request).prefix(), prefix, "{asked}");
        }
    }
}
