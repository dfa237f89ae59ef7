//! The constraints of the contract, as a person checks them: without regular expressions, and all at once.

use tiebeam::types::Decimal;

use super::problem::Violation;
use super::types::{Address, Discount, Line, Money, NewOrder, Payment};

/// Everything that is wrong with an order.
pub fn check(order: &NewOrder) -> Vec<Violation> {
    let mut found = Found(Vec::new());
    found.unless((1..=100).contains(&order.lines.len()), || "#/lines".to_owned(), "1 to 100 items");
    for (index, line) in order.lines.iter().enumerate() {
        check_line(line, || format!("#/lines/{index}"), &mut found);
    }
    found.unless(order.discounts.len() <= 5, || "#/discounts".to_owned(), "at most 5 items");
    for (index, discount) in order.discounts.iter().enumerate() {
        check_discount(discount, || format!("#/discounts/{index}"), &mut found);
    }
    check_money(&order.total, || "#/total".to_owned(), &mut found);
    check_payment(&order.payment, &mut found);
    check_address(&order.ship_to, &mut found);
    if let Some(message) = &order.gift_message {
        found.unless(has(message, 1, 280), || "#/giftMessage".to_owned(), "1 to 280 characters");
    }
    if let Some(note) = &order.note {
        found.unless(has(note, 0, 500), || "#/note".to_owned(), "at most 500 characters");
    }
    if let Some(labels) = &order.labels {
        found.unless(labels.len() <= 20, || "#/labels".to_owned(), "at most 20 entries");
    }
    found.0
}

struct Found(Vec<Violation>);

impl Found {
    fn unless(&mut self, is_fine: bool, pointer: impl Fn() -> String, detail: &'static str) {
        if !is_fine {
            self.0.push(Violation { pointer: pointer(), detail });
        }
    }
}

fn check_line(line: &Line, place: impl Fn() -> String, found: &mut Found) {
    let sku = line.sku.as_bytes();
    let is_sku = sku.len() == 8
        && sku[..3].iter().all(u8::is_ascii_uppercase)
        && sku[3] == b'-'
        && sku[4..].iter().all(u8::is_ascii_digit);
    found.unless(is_sku, || place() + "/sku", "three letters, a hyphen, four digits");
    found.unless(has(&line.name, 1, 120), || place() + "/name", "1 to 120 characters");
    let is_quantity = (1..=10_000).contains(&line.quantity);
    found.unless(is_quantity, || place() + "/quantity", "from 1 to 10000");
    check_money(&line.unit_price, || place() + "/unitPrice", found);
}

fn check_money(money: &Money, place: impl Fn() -> String, found: &mut Found) {
    let amount = money.amount;
    let is_amount = amount >= Decimal::ZERO
        && amount < Decimal::from(100_000_000)
        && (amount.scale() <= 2 || amount.normalize().scale() <= 2);
    found.unless(is_amount, || place() + "/amount", "an amount in hundredths below 100000000");
    let is_currency =
        money.currency.len() == 3 && money.currency.bytes().all(|byte| byte.is_ascii_uppercase());
    found.unless(is_currency, || place() + "/currency", "three letters");
}

fn check_discount(discount: &Discount, place: impl Fn() -> String, found: &mut Found) {
    match discount {
        Discount::Percentage(share) => {
            let is_share = share.percent >= Decimal::ZERO && share.percent <= Decimal::ONE_HUNDRED;
            found.unless(is_share, || place() + "/percent", "from 0 to 100");
            found.unless(has(&share.reason, 1, 80), || place() + "/reason", "1 to 80 characters");
        }
        Discount::Voucher(voucher) => {
            let is_letter =
                |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
            let is_code = has(&voucher.code, 6, 20) && voucher.code.bytes().all(is_letter);
            found.unless(is_code, || place() + "/code", "6 to 20 of A-Z, 0-9 and -");
            check_money(&voucher.amount, || place() + "/amount", found);
        }
    }
}

fn check_payment(payment: &Payment, found: &mut Found) {
    match payment {
        Payment::Card(card) => {
            let is_token = has(&card.token, 8, 64) && card.token.starts_with("tok_");
            found.unless(is_token, || "#/payment/token".to_owned(), "tok_ and 4 to 60 characters");
            let digits = card.last_digits.as_bytes();
            let are_digits = digits.len() == 4 && digits.iter().all(u8::is_ascii_digit);
            found.unless(are_digits, || "#/payment/lastDigits".to_owned(), "four digits");
            let is_month = is_month(card.expires.as_bytes());
            found.unless(is_month, || "#/payment/expires".to_owned(), "a month, 20yy-mm");
        }
        Payment::Invoice(invoice) => {
            let order = invoice.purchase_order.as_deref().unwrap_or_default();
            let pointer = || "#/payment/purchaseOrder".to_owned();
            found.unless(has(order, 0, 35), pointer, "at most 35 characters");
        }
        Payment::Wallet(wallet) => {
            let pointer = || "#/payment/token".to_owned();
            found.unless(has(&wallet.token, 8, 2048), pointer, "8 to 2048 characters");
        }
    }
}

fn check_address(address: &Address, found: &mut Found) {
    let are_lines = (1..=4).contains(&address.lines.len());
    found.unless(are_lines, || "#/shipTo/lines".to_owned(), "1 to 4 items");
    found.unless(has(&address.city, 1, 80), || "#/shipTo/city".to_owned(), "1 to 80 characters");
    let code = address.postal_code.as_deref().unwrap_or_default();
    found.unless(has(code, 0, 12), || "#/shipTo/postalCode".to_owned(), "at most 12 characters");
    let region = address.region.as_deref().unwrap_or_default();
    found.unless(has(region, 0, 80), || "#/shipTo/region".to_owned(), "at most 80 characters");
    let is_country =
        address.country.len() == 2 && address.country.bytes().all(|byte| byte.is_ascii_uppercase());
    found.unless(is_country, || "#/shipTo/country".to_owned(), "two letters");
}

/// Whether a text has so many characters. One of few bytes has few characters.
fn has(text: &str, least: usize, most: usize) -> bool {
    (text.len() >= least && text.len() <= most && text.is_ascii())
        || (least..=most).contains(&text.chars().count())
}

fn is_month(text: &[u8]) -> bool {
    text.len() == 7
        && text.starts_with(b"20")
        && text[2..4].iter().all(u8::is_ascii_digit)
        && text[4] == b'-'
        && matches!((text[5], text[6]), (b'0', b'1'..=b'9') | (b'1', b'0'..=b'2'))
}

#[cfg(test)]
mod tests {
    use super::super::types::NewOrder;
    use super::check;
    use crate::sample;

    fn found(change: impl FnOnce(&mut NewOrder)) -> Vec<String> {
        let mut order = serde_json::from_str(sample::NEW_ORDER).expect("the sample is an order");
        change(&mut order);
        check(&order).into_iter().map(|violation| violation.pointer).collect()
    }

    #[test]
    fn the_sample_is_valid_and_mistakes_are_all_found() {
        assert!(found(|_| ()).is_empty());
        let two = found(|order| {
            order.lines[1].sku = "chair".to_owned();
            order.ship_to.country = "Austria".to_owned();
        });
        assert_eq!(two, ["#/lines/1/sku", "#/shipTo/country"]);
    }
}
