//! A customer, as the CRM has it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::form::Form;

/// Letters that a name field holds.
const NAME: usize = 35;

/// What a stranger may owe, in cents: a company a little, a private person hardly anything.
const STRANGERS: (u64, u64) = (250_000, 15_000);

/// A row of the table of customers.
#[derive(Debug, Clone)]
pub struct Account {
    /// The customer's number.
    pub number: u32,
    /// What another system calls the customer: 32 hexadecimal digits in capitals.
    pub reference: String,
    /// Two fields of a name, in capitals.
    pub name: [String; 2],
    /// Country of two letters.
    pub country: String,
    is_company: bool,
    /// `A` to `D`.
    pub rating: char,
    /// In cents.
    limit: u64,
    pays_in_advance: bool,
    /// Whether new orders are refused.
    pub is_on_hold: bool,
    hold_text: String,
    /// In ten thousandths.
    risk: u32,
    manager: String,
    reviewed: Timestamp,
}

impl Account {
    /// Reads what `KD02` takes; the error names the field that is not as it should be.
    pub fn of_json(request: &Value, now: Timestamp) -> Result<Self, &'static str> {
        let text = |name: &str| request[name].as_str().unwrap_or_default().to_owned();
        let (reference, name, country) =
            (text("EXT_REF"), [text("NM1"), text("NM2")], text("CTRY"));
        let is_company = match &*text("KZ_FIRMA") {
            "J" => true,
            "N" => false,
            _ => return Err("KZ_FIRMA"),
        };
        if reference.len() != 32 {
            return Err("EXT_REF");
        }
        if name[0].is_empty() || name[0].chars().count() > NAME {
            return Err("NM1");
        }
        if name[1].chars().count() > NAME {
            return Err("NM2");
        }
        if country.len() != 2 {
            return Err("CTRY");
        }
        let name = name.map(|part| part.to_uppercase());
        let (company, person) = STRANGERS;
        Ok(Self {
            number: 0,
            reference,
            name,
            country,
            is_company,
            rating: 'B',
            limit: if is_company { company } else { person },
            pays_in_advance: false,
            is_on_hold: false,
            hold_text: String::new(),
            risk: 300,
            manager: String::new(),
            reviewed: now,
        })
    }

    /// The row as it is shown: every field a text of fixed width.
    pub fn to_json(&self) -> Value {
        let flag = |is_set: bool| if is_set { "X" } else { "" };
        let reviewed = self.reviewed.to_zoned(TimeZone::UTC);
        json!({
            "CUST_NO": format!("{:08}", self.number),
            "EXT_REF": self.reference,
            "NM1": self.name[0],
            "NM2": self.name[1],
            "CTRY": self.country,
            "KZ_FIRMA": if self.is_company { "J" } else { "N" },
            "RTG": self.rating.to_string(),
            "CR_LIM": format!("{:012}", self.limit),
            "CR_CUR": "EUR",
            "PREPAY": flag(self.pays_in_advance),
            "HOLD": flag(self.is_on_hold),
            "HOLD_TXT": self.hold_text,
            "RSK": format!("{:04}", self.risk),
            "ACCT_MGR": self.manager,
            "REV_DT": reviewed.strftime("%Y%m%d").to_string(),
            "REV_TM": reviewed.strftime("%H%M%S").to_string(),
        })
    }

    /// Changes what a form fills in; the error names the field that is not as it should be.
    pub fn review(&mut self, form: &Form, now: Timestamp) -> Result<(), &'static str> {
        match form.get("RTG") {
            "" => {}
            rating @ ("A" | "B" | "C" | "D") => self.rating = rating.chars().next().unwrap_or('D'),
            _ => return Err("RTG"),
        }
        match form.get("HOLD") {
            "" => {}
            hold => self.is_on_hold = hold == "X",
        }
        match form.get("PREPAY") {
            "" => {}
            prepay => self.pays_in_advance = prepay == "X",
        }
        if !form.get("CR_LIM").is_empty() {
            self.limit = form.number("CR_LIM").ok_or("CR_LIM")?;
        }
        if !form.get("HOLD_TXT").is_empty() {
            form.get("HOLD_TXT").clone_into(&mut self.hold_text);
        }
        self.reviewed = now;
        Ok(())
    }
}

/// Who was a customer before anybody thought of a platform.
pub fn old_customers() -> Vec<Account> {
    let since = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * 11_688);
    let old = |reference: &str, name: &str, country: &str, rating, limit, is_on_hold| Account {
        number: 0,
        reference: reference.to_owned(),
        name: [name.to_owned(), String::new()],
        country: country.to_owned(),
        is_company: true,
        rating,
        limit,
        pays_in_advance: rating == 'D',
        is_on_hold,
        hold_text: if is_on_hold { "INSOLVENCY FILED".to_owned() } else { String::new() },
        risk: if is_on_hold { 7_500 } else { 40 },
        manager: "key.accounts@acme.example".to_owned(),
        reviewed: since,
    };
    vec![
        old("018F0000000070008000000000000001", "NORTHWIND IRELAND", "IE", 'A', 2_500_000, false),
        old("018F0000000070008000000000000002", "CONTOSO INTERIORS", "DE", 'C', 50_000, false),
        old("018F0000000070008000000000000003", "FABRIKAM OFFICES", "IE", 'D', 0, true),
    ]
}
