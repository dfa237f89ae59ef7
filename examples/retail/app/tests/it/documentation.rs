//! What the pages show is what the tests run.

/// The pages, and the tests and the tested code from which the Rust of each is lifted.
static PAGES: &[(&str, &str, &[&str])] = &[
    (
        "events.md",
        include_str!("../../../../../docs/events.md"),
        &[
            include_str!("agreement/events.rs"),
            include_str!("../../../services/domain/src/orders.rs"),
            include_str!("../../../services/domain/src/fulfilment.rs"),
            include_str!("../../../services/domain/src/fulfilment/rules.rs"),
            include_str!("../../../../../generator/tests/it/compiled/reader.rs"),
        ],
    ),
    ("testing.md", include_str!("../../../../../docs/testing.md"), &[include_str!("network.rs")]),
];

/// The lines of a text without their indentation, each ended by a line break.
fn flush(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim(), "\n"]).collect()
}

#[test]
fn the_rust_on_the_pages_is_lifted_from_tests() {
    for (name, page, tests) in PAGES {
        let tests: Vec<String> = tests.iter().map(|test| flush(test)).collect();
        let blocks: Vec<_> = page.split("```rust,ignore\n").skip(1).collect();
        assert!(blocks.len() > 2, "{name} shows how it is done");
        for block in blocks {
            let code = flush(block.split("```").next().unwrap_or_default());
            let is_tested = tests.iter().any(|test| test.contains(&code));
            assert!(is_tested, "no test of {name} has these lines:\n{code}");
        }
    }
}
