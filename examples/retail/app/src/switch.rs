//! Routes that can be taken away and put back while others in this process hold on to them.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use tower::ServiceExt as _;

/// Routes that are there, or not; clones are the same switch.
#[derive(Debug, Clone, Default)]
pub struct Switch(Arc<RwLock<Option<Router>>>);

impl Switch {
    /// Puts routes there.
    pub fn on(&self, router: Router) {
        self.set(Some(router));
    }

    /// Takes them away: from now on it is as if nobody listened.
    pub fn off(&self) {
        self.set(None);
    }

    /// What is there at the time of each request; `503 Service Unavailable` where nothing is.
    pub fn router(&self) -> Router {
        let switch = self.clone();
        Router::new().fallback(move |request: Request| switch.clone().answer(request))
    }

    async fn answer(self, request: Request) -> Response {
        // Any panic leaves routes that are whole.
        let router = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(router) = router else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        match router.oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }

    fn set(&self, router: Option<Router>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = router;
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::extract::Request;
    use tower::ServiceExt as _;

    use super::Switch;

    #[tokio::test]
    async fn routes_come_and_go() {
        let switch = Switch::default();
        let router = switch.router();
        let status = || async {
            let answer = router.clone().oneshot(Request::new(Body::empty())).await;
            answer.expect("a router always answers").status().as_u16()
        };
        assert_eq!(status().await, 503);
        switch.on(Router::new().fallback(|| async { "here" }));
        assert_eq!(status().await, 200);
        switch.off();
        assert_eq!(status().await, 503);
    }
}
