//! Every API on a port of its own.

use retail_app::{Enterprise, Ports, demo};

#[tokio::test]
async fn the_demonstration_meets_every_expectation() {
    assert!(demo().await.expect("the story can be told to its end"));
}

#[tokio::test]
async fn every_api_serves_its_document() {
    let enterprise = Enterprise::start(Ports::Free).await.expect("ports are free");
    assert_eq!(enterprise.size(), 13);
    for host in enterprise.hosts() {
        let document = host.document().await.expect("the document is served");
        assert_eq!(document["openapi"], "3.1.0", "{host}");
        assert_eq!(document["info"]["version"], host.api.version, "{host}");
    }
}
