//! Counts, and shows what was counted in the text format of Prometheus.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Upper bounds of histograms, in seconds: OpenTelemetry's for HTTP, and finer ones below for calls that stay at home.
const BOUNDS: [f64; 17] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0,
    7.5, 10.0,
];

/// What was counted in this process; cheap to clone.
///
/// ```no_run
/// use tiebeam::telemetry::Metrics;
///
/// let metrics = Metrics::install()?;
/// let router = metrics.router();
/// # drop(router);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Metrics(PrometheusHandle);

impl Metrics {
    /// Counts from now on, whatever counts in this process. To be called before anything is served or called: who
    /// counted before goes on counting for nobody.
    ///
    /// # Errors
    ///
    /// When somebody else counts already.
    pub fn install() -> Result<Self, BuildError> {
        let builder = PrometheusBuilder::new();
        let builder =
            builder.set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BOUNDS)?;
        Ok(Self(builder.install_recorder()?))
    }

    /// What was counted, as Prometheus reads it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.render()
    }

    /// Shows it: `GET /metrics`. It belongs on a port that callers of the API do not reach.
    pub fn router(&self) -> Router {
        let metrics = self.clone();
        let show = move || {
            let text = metrics.text();
            async move { ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text) }
        };
        Router::new().route("/metrics", get(show))
    }
}
