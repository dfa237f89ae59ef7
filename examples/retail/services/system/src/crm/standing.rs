//! A standing in the words of both sides.

use retail_models::common::{Amount, Currency, Money};
use retail_models::customer::{CustomerId, Rating, Standing};
use tiebeam::types::{Decimal, Uuid};

use super::wire::Row;
use crate::digits;

/// Letters that a name field of the CRM holds.
const NAME: usize = 35;

/// Ratings and their letters.
const RATINGS: [(Rating, &str); 4] =
    [(Rating::Excellent, "A"), (Rating::Good, "B"), (Rating::Watch, "C"), (Rating::Blocked, "D")];

/// What the CRM calls a customer of ours: the identifier in capitals, without hyphens.
pub fn reference(customer_id: CustomerId) -> String {
    format!("{:X}", customer_id.0.simple())
}

/// The letter of a rating; a rating that came after this code has none.
pub fn letter(rating: &Rating) -> Option<&'static str> {
    RATINGS.iter().find(|(known, _)| known == rating).map(|(_, letter)| *letter)
}

/// A name in the two fields that the CRM has for it; what is longer than both is cut off.
pub fn name_fields(name: &str) -> [String; 2] {
    let letters: Vec<char> = name.chars().collect();
    let (first, rest) = letters.split_at(letters.len().min(NAME));
    [first.iter().collect(), rest.iter().take(NAME).collect()]
}

/// Reads a row; the error names the field that is not as it should be.
pub fn of_row(row: &Row) -> Result<Standing, &'static str> {
    let id = Uuid::try_parse(&row.ext_ref).map_err(|_| "EXT_REF")?;
    let rating = RATINGS.iter().find(|(_, letter)| *letter == row.rtg);
    let limit = cents(&row.cr_lim).ok_or("CR_LIM")?;
    let risk: u32 = row.risk.parse().map_err(|_| "RSK")?;
    let limit = Money { amount: Amount(limit), currency: Currency(row.cr_cur.clone()) };
    Ok(Standing {
        customer_id: CustomerId(id),
        rating: rating.map(|(rating, _)| rating.clone()).ok_or("RTG")?,
        credit_limit: (row.prepay != "X").then_some(limit),
        on_hold: row.hold == "X",
        hold_reason: present(&row.hold_txt),
        risk_score: f64::from(risk) / 10_000.0,
        account_manager: present(&row.acct_mgr),
        reviewed_at: digits::instant(&row.rev_dt, &row.rev_tm).ok_or("REV_DT")?,
    })
}

/// An empty field is one that nobody filled in.
fn present(field: &str) -> Option<String> {
    let text = field.trim_end();
    (!text.is_empty()).then(|| text.to_owned())
}

fn cents(field: &str) -> Option<Decimal> {
    field.parse().ok().map(|cents| Decimal::new(cents, 2))
}

#[cfg(test)]
mod tests {
    use super::name_fields;

    #[test]
    fn long_names_are_cut_in_two() {
        let [first, rest] =
            name_fields("Wilhelmine Charlotte Amalie von und zu Hohenstein-Waldeck");
        assert_eq!(first, "Wilhelmine Charlotte Amalie von und");
        assert_eq!(rest, " zu Hohenstein-Waldeck");
        assert_eq!(name_fields("Ada"), ["Ada", ""]);
    }
}
