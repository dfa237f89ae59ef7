//! Chapters about contracts: two majors side by side, and problems that all look the same.

use retail_models::customer::CustomerId;

use super::stage::Stage;
use crate::wire;

pub async fn two_majors_side_by_side(stage: &mut Stage, ada: CustomerId) -> anyhow::Result<()> {
    stage.report.chapter("Two majors side by side");
    let old = stage.address("order-process", 1)?;
    let line = format!("GET /v1/orders?customerId={ada}");
    let old = wire::send(&old, &line, &[], None).await?;
    let new = stage.address("order-process", 2)?;
    let line = format!("GET /v2/orders?customerId={ada}");
    let new = wire::send(&new, &line, &[], None).await?;
    stage.crossings();
    for name in ["deprecation", "sunset", "link"] {
        for value in old.fields(name) {
            stage.report.say(format!("version 1 says {name}: {value}"));
        }
    }
    let announced = old.field("deprecation").is_some_and(|date| date.starts_with('@'))
        && old.field("sunset").is_some_and(|date| date.ends_with("GMT"));
    stage.report.expect("version 1 announces its end in every answer", announced);
    stage.report.expect("version 2 does not", new.field("deprecation").is_none());
    let same = old.status == 200 && old.json()["items"] == new.json()["items"];
    stage.report.expect("both tell the same about the same orders", same);

    let number = new.json()["items"][0]["number"].as_str().unwrap_or_default().to_owned();
    let address = stage.address("order-process", 2)?;
    let line = format!("GET /v2/order-numbers/{number}");
    let found = wire::send(&address, &line, &[], None).await?;
    stage.crossings();
    let announced = found.status == 200 && found.field("sunset").is_some();
    stage.report.expect("an operation of version 2 that is on its way out says so too", announced);
    Ok(())
}

pub async fn whatever_goes_wrong_is_a_problem_document(stage: &mut Stage) -> anyhow::Result<()> {
    stage.report.chapter("Whatever goes wrong is a problem document");
    let address = stage.address("order-experience", 1)?;
    for (line, status) in [
        ("GET /v1/baskets", 404),
        ("DELETE /v1/products", 405),
        ("GET /v1/products?limit=1000&colour=red", 400),
        ("GET /v1/orders/not-a-uuid", 400),
        ("GET /v1/orders/0192f0c7-5b1d-7e42-a9c3-0d1e2f3a4b5c", 404),
        ("POST /v1/orders", 400),
    ] {
        let answer = wire::send(&address, line, &[], None).await?;
        let code = answer.json()["code"].as_str().unwrap_or("(none)").to_owned();
        let is_problem = answer.status == status
            && answer.field("content-type") == Some("application/problem+json");
        stage.report.expect(&format!("{line} is {status} {code}"), is_problem);
    }
    stage.enterprise.journal.take();
    Ok(())
}
