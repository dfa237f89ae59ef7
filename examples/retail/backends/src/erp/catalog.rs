//! The material master.

use super::document::{Group, Mark, Material, MaterialList, MaterialQuery, Refusal};

/// A material, as it is kept.
#[derive(Debug)]
pub struct Kept {
    /// Eighteen digits.
    pub number: String,
    /// What it was called before there were eighteen digits.
    pub old: &'static str,
    text: &'static str,
    group: &'static str,
    cents: i64,
    grams: i64,
    /// How many pieces there are when the simulation begins.
    pub pieces: i64,
}

/// Materials and groups.
#[derive(Debug)]
pub struct Catalog {
    materials: Vec<Kept>,
    groups: Group,
}

/// Old number, text, group, price in cents, weight in grams, pieces.
const MATERIALS: &[(&str, &str, &str, i64, i64, i64)] = &[
    ("CHR-0007", "Armchair Ottilie", "ARMCHAIRS", 34_900, 21_500, 4),
    ("CHR-0011", "Stool Emil", "STOOLS", 3_950, 3_200, 60),
    ("LMP-0042", "Desk lamp Hedwig", "DESK_LAMPS", 4_990, 1_400, 120),
    ("LMP-0043", "Desk lamp Hedwig, black", "DESK_LAMPS", 5_490, 1_400, 3),
    ("LMP-0100", "Floor lamp Gustav", "FLOOR_LAMPS", 12_900, 6_800, 25),
    ("RUG-0003", "Rug Fjord, 2 × 3 m", "RUGS", 21_900, 12_000, 9),
    ("TBL-0021", "Desk Konrad", "DESKS", 45_900, 38_000, 12),
    ("TBL-0022", "Side table Ida", "SIDE_TABLES", 8_900, 7_500, 0),
];

impl Default for Catalog {
    fn default() -> Self {
        let materials = MATERIALS.iter().map(|&(old, text, group, cents, grams, pieces)| Kept {
            number: material_number(old),
            old,
            text,
            group,
            cents,
            grams,
            pieces,
        });
        Self { materials: materials.collect(), groups: groups() }
    }
}

impl Catalog {
    pub fn materials(&self) -> &[Kept] {
        &self.materials
    }

    /// Whether there is a material of this number.
    pub fn check(&self, number: &str) -> Result<(), Refusal> {
        let is_known = self.materials.iter().any(|material| material.number == number);
        is_known.then_some(()).ok_or_else(|| no_material(number))
    }

    pub fn list(&self, query: &MaterialQuery) -> Result<MaterialList, Refusal> {
        let group = query.group.as_ref().map(|code| self.group(code)).transpose();
        // A group that is not there holds nothing.
        let group = group.unwrap_or(Some(Group {
            code: String::new(),
            text: String::new(),
            groups: Vec::new(),
        }));
        let max = match &query.max_price {
            Some(price) => cents(price).ok_or(Refusal::new("SY", "002", "MAXPRC NOT A PRICE"))?,
            None => i64::MAX,
        };
        let mut found: Vec<&Kept> = self
            .materials
            .iter()
            .filter(|it| query.numbers.is_empty() || query.numbers.contains(&it.number))
            .filter(|it| group.as_ref().is_none_or(|group| find(group, it.group).is_some()))
            .filter(|it| it.cents <= max)
            .collect();
        match query.sort.as_deref() {
            Some("PRC") => found.sort_by_key(|material| material.cents),
            Some("NR") => found.sort_by_key(|material| material.number.clone()),
            _ => found.sort_by_key(|material| material.text),
        }
        let materials: Vec<Material> = found.into_iter().map(Kept::shown).collect();
        Ok(MaterialList { count: materials.len(), materials })
    }

    pub fn group(&self, code: &str) -> Result<Group, Refusal> {
        let group = find(&self.groups, code).cloned();
        group.ok_or_else(|| Refusal::new("M3", "351", "GROUP DOES NOT EXIST").about(code))
    }
}

impl Kept {
    fn shown(&self) -> Material {
        Material {
            number: self.number.clone(),
            version: "0001".to_owned(),
            text: self.text.to_owned(),
            group: self.group.to_owned(),
            price: with_comma(self.cents, 2),
            currency: "EUR".to_owned(),
            weight: with_comma(self.grams, 3),
            pack: "0002".to_owned(),
            lead_days: "014".to_owned(),
            end: "00000000".to_owned(),
            marks: vec![Mark { key: "WARRANTY".to_owned(), value: "2 years".to_owned() }],
        }
    }
}

pub fn no_material(number: &str) -> Refusal {
    Refusal::new("M3", "305", "MATERIAL DOES NOT EXIST").about(number)
}

/// Eighteen digits from an old number such as `LMP-0042`: A is 10, B is 11, and zeros in front.
fn material_number(old: &str) -> String {
    let digits: String = old
        .chars()
        .filter_map(|letter| letter.to_digit(36))
        .map(|digit| if digit < 10 { digit.to_string() } else { format!("{digit:02}") })
        .collect();
    format!("{digits:0>18}")
}

/// `124900` is `1.249,00` with two digits after the comma.
pub fn with_comma(number: i64, digits: u32) -> String {
    let unit = 10_i64.pow(digits);
    let (whole, rest) = (number / unit, number % unit);
    let width = digits as usize;
    if whole < 1_000 {
        return format!("{whole},{rest:0width$}");
    }
    format!("{}.{:03},{rest:0width$}", whole / 1_000, whole % 1_000)
}

/// The cents of a price such as `1.249,00`.
fn cents(price: &str) -> Option<i64> {
    let digits = price.replace('.', "");
    let (whole, rest) = digits.split_once(',')?;
    let is_price = rest.len() == 2 && !whole.is_empty();
    is_price.then(|| format!("{whole}{rest}").parse().ok()).flatten()
}

fn find<'g>(group: &'g Group, code: &str) -> Option<&'g Group> {
    if group.code == code {
        return Some(group);
    }
    group.groups.iter().find_map(|inner| find(inner, code))
}

fn groups() -> Group {
    let leaf = |code, text| group(code, text, vec![]);
    group(
        "HOME",
        "Home",
        vec![
            group(
                "LIGHTING",
                "Lighting",
                vec![leaf("DESK_LAMPS", "Desk lamps"), leaf("FLOOR_LAMPS", "Floor lamps")],
            ),
            group(
                "SEATING",
                "Seating",
                vec![leaf("ARMCHAIRS", "Armchairs"), leaf("STOOLS", "Stools")],
            ),
            group(
                "TABLES",
                "Tables",
                vec![leaf("DESKS", "Desks"), leaf("SIDE_TABLES", "Side tables")],
            ),
            group("TEXTILES", "Textiles", vec![leaf("RUGS", "Rugs")]),
        ],
    )
}

fn group(code: &str, text: &str, groups: Vec<Group>) -> Group {
    Group { code: code.to_owned(), text: text.to_owned(), groups }
}

#[cfg(test)]
mod tests {
    use super::{cents, material_number, with_comma};

    #[test]
    fn old_numbers_have_eighteen_digits_now() {
        assert_eq!(material_number("LMP-0042"), "000000002122250042");
    }

    #[test]
    fn prices_have_commas() {
        for (number, text) in [(4_990, "49,90"), (124_900, "1.249,00"), (5, "0,05")] {
            assert_eq!(with_comma(number, 2), text);
            assert_eq!(cents(text), Some(number), "{text}");
        }
        assert_eq!(cents("49.90"), None);
    }
}
