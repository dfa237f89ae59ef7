//! Markdown of specs, made safe for rustdoc.

/// The lines of a description for use behind `///` or `//!`, without a leading space.
pub fn lines(markdown: &str) -> Vec<String> {
    markdown.lines().map(str::to_owned).collect()
}
