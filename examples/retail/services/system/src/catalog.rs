//! What the ERP has on its shelves when the simulation starts.

use std::collections::BTreeMap;

use retail_models::common::{Amount, Currency, Money, Revision};
use retail_models::inventory::{Category, CategoryCode, Product, Sku};
use tiebeam::types::{Decimal, Duration};

/// A product, and how many pieces of it there are.
pub struct Shelf {
    /// What lies there.
    pub product: Product,
    /// How many pieces.
    pub pieces: i64,
}

/// SKU, name, category, price in cents, weight in kilograms, pieces.
const SHELVES: &[(&str, &str, &str, i64, f64, i64)] = &[
    ("CHR-0007", "Armchair Ottilie", "armchairs", 34_900, 21.5, 4),
    ("CHR-0011", "Stool Emil", "stools", 3_950, 3.2, 60),
    ("LMP-0042", "Desk lamp Hedwig", "desk-lamps", 4_990, 1.4, 120),
    ("LMP-0043", "Desk lamp Hedwig, black", "desk-lamps", 5_490, 1.4, 3),
    ("LMP-0100", "Floor lamp Gustav", "floor-lamps", 12_900, 6.8, 25),
    ("RUG-0003", "Rug Fjord, 2 × 3 m", "rugs", 21_900, 12.0, 9),
    ("TBL-0021", "Desk Konrad", "desks", 45_900, 38.0, 12),
    ("TBL-0022", "Side table Ida", "side-tables", 8_900, 7.5, 0),
];

/// The shelves, by SKU.
pub fn shelves() -> BTreeMap<Sku, Shelf> {
    SHELVES
        .iter()
        .map(|&(sku, name, category, cents, weight, pieces)| {
            let sku = Sku(sku.to_owned());
            let product = Product {
                sku: sku.clone(),
                revision: Revision(1),
                name: name.to_owned(),
                category: CategoryCode(category.to_owned()),
                price: Money {
                    amount: Amount(Decimal::new(cents, 2)),
                    currency: Currency("EUR".to_owned()),
                },
                weight,
                pack_size: 2,
                lead_time: lead_time(),
                attributes: BTreeMap::from([("warranty".to_owned(), "2 years".to_owned())]),
                images: None,
                thumbnail: None,
                datasheet: None,
                discontinued_on: None,
                ean: None,
            };
            (sku, Shelf { product, pieces })
        })
        .collect()
}

/// The tree of categories.
pub fn categories() -> Category {
    category(
        "home",
        "Home",
        vec![
            category(
                "lighting",
                "Lighting",
                vec![
                    category("desk-lamps", "Desk lamps", vec![]),
                    category("floor-lamps", "Floor lamps", vec![]),
                ],
            ),
            category(
                "seating",
                "Seating",
                vec![
                    category("armchairs", "Armchairs", vec![]),
                    category("stools", "Stools", vec![]),
                ],
            ),
            category(
                "tables",
                "Tables",
                vec![
                    category("desks", "Desks", vec![]),
                    category("side-tables", "Side tables", vec![]),
                ],
            ),
            category("textiles", "Textiles", vec![category("rugs", "Rugs", vec![])]),
        ],
    )
}

/// The category with this code, here or further inside.
pub fn find<'a>(category: &'a Category, code: &CategoryCode) -> Option<&'a Category> {
    if category.code == *code {
        return Some(category);
    }
    category.children.iter().find_map(|child| find(child, code))
}

/// Whether a category is this one, or inside it.
pub fn contains(category: &Category, code: &CategoryCode) -> bool {
    find(category, code).is_some()
}

fn category(code: &str, title: &str, children: Vec<Category>) -> Category {
    Category { code: CategoryCode(code.to_owned()), title: title.to_owned(), children }
}

fn lead_time() -> Duration {
    "P14D".parse().expect("fourteen days are an ISO 8601 duration")
}
