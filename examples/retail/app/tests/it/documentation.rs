//! What the pages show is what the tests run.

/// The page, and the tests from which its Rust is lifted.
const PAGE: &str = include_str!("../../../../../docs/testing.md");
const TESTS: &str = include_str!("network.rs");

/// The lines of a text without their indentation, each ended by a line break.
fn flush(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim(), "\n"]).collect()
}

#[test]
fn the_rust_on_the_page_about_testing_is_lifted_from_tests() {
    let tests = flush(TESTS);
    let blocks: Vec<_> = PAGE.split("```rust,ignore\n").skip(1).collect();
    assert!(blocks.len() > 2, "the page shows how it is done");
    for block in blocks {
        let code = block.split("```").next().unwrap_or_default();
        assert!(tests.contains(&flush(code)), "no test in network.rs has these lines:\n{code}");
    }
}
