//! A synthetic enterprise of any size: realistic APIs of 8 operations and 10 types that call each other across tiers.
//!
//! The same number of APIs always gives the same bytes: names and shapes follow from the index alone.

use std::fmt::Write as _;

/// Every file of an enterprise with that many APIs, as (path below the directory of the specs, text).
pub fn enterprise(apis: usize) -> Vec<(String, String)> {
    let tiers = Tiers::of(apis);
    let mut files = vec![
        ("platform.yaml".to_owned(), PLATFORM.to_owned()),
        ("models/common.yaml".to_owned(), COMMON.to_owned()),
    ];
    files.extend((0..apis).map(|index| (format!("apis/api-{index:04}.yaml"), api(&tiers, index))));
    files
}

/// How many APIs stand in each tier: six of ten below, three in the middle, one on top.
struct Tiers {
    systems: usize,
    processes: usize,
}

impl Tiers {
    fn of(apis: usize) -> Self {
        Self { systems: (apis * 6).div_ceil(10), processes: (apis * 3) / 10 }
    }

    fn name(&self, index: usize) -> String {
        let noun = NOUNS[index % NOUNS.len()];
        match self.tier(index) {
            "system" => format!("{noun}-system-{index}"),
            "process" => format!("{noun}-process-{index}"),
            _ => format!("{noun}-experience-{index}"),
        }
    }

    fn tier(&self, index: usize) -> &'static str {
        match index {
            _ if index < self.systems => "system",
            _ if index < self.systems + self.processes => "process",
            _ => "experience",
        }
    }

    /// The two APIs of the tier below that an API calls.
    fn uses(&self, index: usize) -> Vec<usize> {
        match self.tier(index) {
            "system" => Vec::new(),
            "process" => vec![index % self.systems, (index * 7 + 1) % self.systems],
            _ if self.processes == 0 => Vec::new(),
            _ => vec![
                self.systems + index % self.processes,
                self.systems + (index * 5 + 1) % self.processes,
            ],
        }
    }
}

/// One API: its head, its eight operations, its ten types.
fn api(tiers: &Tiers, index: usize) -> String {
    let tier = tiers.tier(index);
    let noun = NOUNS[index % NOUNS.len()];
    let name = tiers.name(index);
    let mut text = format!(
        "kind: Api\nname: {name}\ntier: {tier}\nversion: 1.{}.0\ndomain: {noun}\nowner: {noun}-team\n{}description: >-\n  Keeps the {noun}s of the enterprise: who may see them, how they change, and what becomes of them\n  when they are closed. Served to every region and every channel.\n",
        index % 7,
        if tier == "experience" { "channel: web\n" } else { "" },
    );
    let mut uses = tiers.uses(index);
    uses.sort_unstable();
    uses.dedup();
    if !uses.is_empty() {
        text.push_str("uses:\n");
        for (position, target) in uses.iter().enumerate() {
            writeln!(text, "  dependency{position}: {}@1", tiers.name(*target))
                .expect("a string takes every text");
        }
    }
    text.push_str(&BODY.replace("Thing", &pascal(noun)).replace("thing", noun));
    text
}

fn pascal(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

static NOUNS: &[&str] = &[
    "account", "booking", "carrier", "contract", "customer", "delivery", "document", "employee",
    "incident", "invoice", "listing", "machine", "member", "order", "parcel", "partner", "payment",
    "policy", "product", "project", "quote", "receipt", "region", "return", "route", "shipment",
    "supplier", "ticket", "vehicle", "voucher",
];

static PLATFORM: &str = include_str!("corpus/platform.yaml");
static COMMON: &str = include_str!("corpus/common.yaml");
static BODY: &str = include_str!("corpus/body.yaml");
