//! Authorizations in the words of both sides.

use payments_system_v1::AuthorizationRequest;
use retail_models::common::{Amount, Currency, Money};
use retail_models::customer::CustomerId;
use retail_models::payment::{
    Authorization, AuthorizationId, AuthorizationStatus, DeclineReason, PaymentMethod,
    WalletProvider,
};
use tiebeam::types::{Bytes, Decimal, Timestamp, Uuid};

use super::wire::Reply;
use crate::digits;
use crate::document::Document;

/// Currencies with two digits after the point, and their numbers in ISO 4217.
const CURRENCIES: [(&str, &str); 3] = [("EUR", "978"), ("GBP", "826"), ("USD", "840")];

/// The fields of a request for money; `None` in a currency that the processor has no number for.
pub fn fields(request: &AuthorizationRequest) -> Option<Vec<(&'static str, String)>> {
    let Money { amount, currency } = &request.amount;
    let (_, number) = CURRENCIES.iter().find(|(code, _)| *code == currency.0)?;
    let cents = (amount.0 * Decimal::ONE_HUNDRED).normalize();
    let mut fields = vec![
        ("amt", cents.to_string()),
        ("cur", (*number).to_owned()),
        ("cust", request.customer_id.0.simple().to_string()),
    ];
    match &request.payment {
        PaymentMethod::Card(card) => fields.extend([
            ("src", "CC".to_owned()),
            ("tok", card.token.clone()),
            ("last4", card.last_digits.clone()),
            ("exp", month(&card.expires)),
        ]),
        PaymentMethod::Invoice(_) => fields.push(("src", "INV".to_owned())),
        PaymentMethod::Wallet(wallet) => fields.extend([
            ("src", "WAL".to_owned()),
            ("wal", wallet_code(&wallet.provider)),
            ("tok", wallet.token.clone()),
        ]),
        PaymentMethod::Unknown(_) => fields.push(("src", "OTH".to_owned())),
    }
    Some(fields)
}

/// Reads a transaction; the error names the field that is not as it should be.
pub fn authorization(reply: &Reply) -> Result<Authorization, &'static str> {
    let number = reply.number("txn").ok_or("txn")?;
    let cents = reply.number("amt").ok_or("amt")?;
    let currency = CURRENCIES.iter().find(|(_, number)| *number == reply.get("cur"));
    let status = match reply.get("state") {
        "AUTH" => AuthorizationStatus::Approved,
        "REFER" => AuthorizationStatus::Review,
        "CAPT" => AuthorizationStatus::Captured,
        "VOID" => AuthorizationStatus::Voided,
        _ => return Err("state"),
    };
    Ok(Authorization {
        id: AuthorizationId(Document::Transaction.identifier(number).ok_or("txn")?),
        customer_id: CustomerId(Uuid::try_parse(reply.get("cust")).map_err(|_| "cust")?),
        amount: Money {
            amount: Amount(Decimal::new(cents, 2)),
            currency: Currency(currency.map(|(code, _)| (*code).to_owned()).ok_or("cur")?),
        },
        status,
        authorized_at: instant(reply.get("at")).ok_or("at")?,
        receipt: Some(Bytes::from(reply.get("slip").as_bytes().to_vec())),
    })
}

/// What a code of ISO 8583 means to us.
pub fn reason(code: &str) -> DeclineReason {
    match code {
        "51" => DeclineReason::InsufficientFunds,
        "54" => DeclineReason::ExpiredCard,
        "59" => DeclineReason::SuspectedFraud,
        "61" => DeclineReason::LimitExceeded,
        _ => DeclineReason::Other,
    }
}

/// `2028-03` is `0328`.
fn month(expires: &str) -> String {
    let (year, month) = expires.split_once('-').unwrap_or_default();
    format!("{month}{}", year.get(2..).unwrap_or_default())
}

fn wallet_code(provider: &WalletProvider) -> String {
    match provider {
        WalletProvider::Apple => "AP".to_owned(),
        WalletProvider::Google => "GP".to_owned(),
        WalletProvider::Paypal => "PP".to_owned(),
        WalletProvider::Unknown(name) => name.to_ascii_uppercase(),
    }
}

/// Fourteen digits.
fn instant(text: &str) -> Option<Timestamp> {
    let (date, time) = text.split_at_checked(8)?;
    digits::instant(date, time)
}

#[cfg(test)]
mod tests {
    use super::{instant, month};

    #[test]
    fn months_and_instants_are_digits() {
        assert_eq!(month("2028-03"), "0328");
        let read = instant("20261122093001").map(|instant| instant.to_string());
        assert_eq!(read.as_deref(), Some("2026-11-22T09:30:01Z"));
        assert_eq!(instant("2026"), None);
    }
}
