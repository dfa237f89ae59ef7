//! Chapters about accounts, through the Customer Experience API.

use anyhow::Context as _;
use customer_experience_v1::operations::{change_settings, close_account, get_account, sign_up};
use customer_experience_v1::{CustomerExperience, PostalAddress, SettingsPatch, SignUp};
use retail_models::common::{Country, Language};
use retail_models::customer::CustomerId;
use serde_json::json;
use tiebeam::operation::Failure;
use tiebeam::shape::{Place, Violation};
use tiebeam::{IdempotencyKey, IfMatch, Patch};

use super::stage::{Stage, account_path, reached, stayed_in_the_channel, unexpected};
use crate::slots;

/// The form as Ada filled it in.
pub fn form() -> SignUp {
    SignUp {
        name: "Ada Byrne".to_owned(),
        email: "ada@example.com".to_owned(),
        birth_date: None,
        address: PostalAddress {
            street: "14 Harbour Row".to_owned(),
            city: "Dublin".to_owned(),
            postal_code: Some("D02 X285".to_owned()),
            country: Country("IE".to_owned()),
        },
        language: Language("en".to_owned()),
        newsletter: true,
    }
}

pub async fn a_visitor_becomes_a_customer(
    stage: &mut Stage<'_>,
    key: &IdempotencyKey,
) -> anyhow::Result<CustomerId> {
    stage.report.chapter("A visitor becomes a customer");
    let request = sign_up::Request { idempotency_key: key.clone(), body: form() };
    let account =
        stage.web.sign_up(&stage.context, request).await.map_err(Failure::into_problem)?;
    let crossings = stage.crossings().await?;
    stage.report.say(format!("account {} for {}", account.id, account.settings.name));
    let layers = ["experience", "process", "system", "service", "backend"];
    let all = layers.into_iter().all(|layer| reached(&crossings, layer));
    stage.report.expect("one request reached every tier", all)?;
    stage.report.expect("the account is new", account.version.0 == 1)?;

    let again = sign_up::Request { idempotency_key: IdempotencyKey::fresh(), body: form() };
    let outcome = stage.web.sign_up(&stage.context, again).await;
    let taken = matches!(outcome, Err(sign_up::Error::EmailTaken));
    stage.crossings().await?;
    stage.report.expect("a second account with her address is refused, as a typed error", taken)?;
    Ok(account.id)
}

pub async fn a_key_belongs_to_one_request(
    stage: &mut Stage<'_>,
    key: &IdempotencyKey,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("A key belongs to one request");
    let request = sign_up::Request { idempotency_key: key.clone(), body: form() };
    let again = stage.web.sign_up(&stage.context, request).await.map_err(Failure::into_problem)?;
    let crossings = stage.crossings().await?;
    stage
        .report
        .expect("the form sent again is answered with the same account", again.id == ada)?;
    let is_remembered = stayed_in_the_channel(&crossings);
    stage.report.expect("the answer was remembered, and nobody else was asked", is_remembered)?;

    let mut body = form();
    "Augusta Byrne".clone_into(&mut body.name);
    let request = sign_up::Request { idempotency_key: key.clone(), body };
    let Err(sign_up::Error::Other(problem)) = stage.web.sign_up(&stage.context, request).await
    else {
        return unexpected("another form was taken under the key of the first");
    };
    let crossings = stage.crossings().await?;
    stage.report.say(format!("{} {}", problem.status(), problem.code()));
    let refused = problem.status() == 422 && problem.code() == "idempotency-key-reused";
    stage.report.expect("another form under the same key is refused", refused)?;
    let alone = stayed_in_the_channel(&crossings);
    stage.report.expect("nothing of it reached a process API", alone)?;
    let reading = get_account::Request { customer_id: ada };
    let account =
        stage.web.get_account(&stage.context, reading).await.map_err(Failure::into_problem)?;
    stage.unseen().await?;
    stage.report.expect("nothing happened to the account", account == again)
}

pub async fn a_form_full_of_mistakes(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    stage.report.chapter("A form full of mistakes");
    let mut body = form();
    body.name = String::new();
    "ada at example.com".clone_into(&mut body.email);
    body.address.country = Country("Ireland".to_owned());
    body.language = Language("English".to_owned());
    let request = sign_up::Request { idempotency_key: IdempotencyKey::fresh(), body };
    let Err(sign_up::Error::Other(problem)) = stage.web.sign_up(&stage.context, request).await
    else {
        return unexpected("a form full of mistakes was taken");
    };
    let crossings = stage.crossings().await?;
    stage.report.say(format!("{} {}", problem.status(), problem.code()));
    for violation in problem.violations() {
        stage.report.say(format!("  {}", line(violation)));
    }
    stage.report.expect("every mistake is named at once", problem.violations().len() == 4)?;
    let alone = stayed_in_the_channel(&crossings);
    stage.report.expect("nothing of it reached a process API", alone)?;

    let mut body = serde_json::to_value(form())?;
    body["newsleter"] = json!(false);
    let fields = [("Idempotency-Key", "\"typo\"")];
    let answer =
        stage.send(&slots::CUSTOMER_EXPERIENCE, "POST /v1/accounts", &fields, Some(&body)).await?;
    stage.crossings().await?;
    let detail = answer.json()["errors"][0]["detail"].as_str().unwrap_or_default().to_owned();
    stage.report.say(format!("#/newsleter: {detail}"));
    let helpful = answer.status == 400 && detail.contains("newsletter");
    stage.report.expect("a field that does not exist is refused with a suggestion", helpful)
}

/// Where a violation is, and what it is about.
fn line(violation: &Violation) -> String {
    let Violation { detail, place } = violation;
    match place {
        Place::Body(pointer) => format!("{pointer}: {detail}"),
        Place::Parameter(name, _) => format!("{name}: {detail}"),
    }
}

pub async fn two_tabs_change_the_same_settings(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("Two tabs change the same settings");
    let reading = get_account::Request { customer_id: ada };
    let shown =
        stage.web.get_account(&stage.context, reading).await.map_err(Failure::into_problem)?;
    let change = |body| {
        Ok::<_, tiebeam::Problem>(change_settings::Request {
            customer_id: ada,
            idempotency_key: None,
            if_match: IfMatch::version(&shown.version)?,
            body,
        })
    };
    let first = change(SettingsPatch {
        nickname: Patch::Value("Countess".to_owned()),
        ..SettingsPatch::default()
    })?;
    let changed =
        stage.web.change_settings(&stage.context, first).await.map_err(Failure::into_problem)?;
    stage.crossings().await?;
    let nickname = changed.settings.nickname.value().map(String::as_str);
    stage.report.expect("the first tab saves its nickname", nickname == Some("Countess"))?;
    let untouched = changed.settings.email == shown.settings.email && changed.settings.newsletter;
    stage.report.expect("what the patch did not mention stayed", untouched)?;

    let second = change(SettingsPatch { newsletter: Some(false), ..SettingsPatch::default() })?;
    let outcome = stage.web.change_settings(&stage.context, second).await;
    stage.crossings().await?;
    let refused =
        matches!(outcome, Err(change_settings::Error::Other(problem)) if problem.status() == 412);
    stage.report.expect("the second tab showed an old version: 412, nothing lost", refused)?;

    let line = format!("PATCH {}", account_path(ada));
    let body = json!({ "nickname": null });
    let blind = stage.send(&slots::CUSTOMER_EXPERIENCE, &line, &[], Some(&body)).await?;
    stage.crossings().await?;
    stage.report.expect("who does not say what was shown is refused: 428", blind.status == 428)?;
    let tag = format!("\"{}\"", changed.version);
    let removed =
        stage.send(&slots::CUSTOMER_EXPERIENCE, &line, &[("If-Match", &tag)], Some(&body)).await?;
    stage.crossings().await?;
    let settings = &removed.json()["settings"];
    let null = removed.status == 200 && settings["nickname"].is_null();
    stage.report.expect("null removes the nickname, which absence did not", null)
}

pub async fn what_has_not_changed_is_not_sent(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("What has not changed is not sent");
    let line = format!("GET {}", account_path(ada));
    let full = stage.send(&slots::CUSTOMER_EXPERIENCE, &line, &[], None).await?;
    let tag = full.field("etag").context("an account has an entity tag")?.to_owned();
    let again =
        stage.send(&slots::CUSTOMER_EXPERIENCE, &line, &[("If-None-Match", &tag)], None).await?;
    stage.crossings().await?;
    stage.report.say(format!("ETag: {tag}; {} bytes, then {}", full.body.len(), again.body.len()));
    let short = again.status == 304 && again.body.is_empty();
    stage.report.expect("with If-None-Match the answer is 304 and empty", short)
}

pub async fn an_account_with_open_orders_stays(
    stage: &mut Stage<'_>,
    ada: CustomerId,
) -> anyhow::Result<()> {
    stage.report.chapter("An account with open orders stays");
    let request = close_account::Request { customer_id: ada, if_match: None };
    let outcome = stage.web.close_account(&stage.context, request).await;
    stage.crossings().await?;
    let Err(close_account::Error::OpenOrders(detail)) = outcome else {
        return unexpected("an account with open orders was closed");
    };
    let numbers: Vec<String> = detail.orders.iter().map(ToString::to_string).collect();
    stage.report.say(format!("still on their way: {}", numbers.join(", ")));
    stage.report.expect("the error names the orders", !numbers.is_empty())
}
