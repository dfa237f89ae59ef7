//! From tokens to text: one item at a time, a blank line between items and between members.
//!
//! The printer of whole files puts no blank line anywhere and the result is a wall; printing item by item
//! and joining with blank lines is what a person would have written. Inside `impl` and `trait` the members
//! are set apart the same way.

use proc_macro2::TokenStream;

/// The text of one item, ending in a line break.
///
/// # Panics
///
/// When the tokens are not one item: a bug of the emitter that made them.
pub fn item(tokens: TokenStream) -> String {
    let shown = if cfg!(debug_assertions) { tokens.to_string() } else { String::new() };
    let item: syn::Item = syn::parse2(tokens)
        .unwrap_or_else(|error| panic!("an emitter made something that is not an item ({error}): {shown}"));
    let spaced = matches!(item, syn::Item::Impl(_) | syn::Item::Trait(_));
    let text = prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] });
    if spaced { set_members_apart(&text) } else { text }
}

/// Inserts a blank line wherever one member of an `impl` or `trait` follows another.
fn set_members_apart(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 64);
    let mut member_ended = false;
    for line in text.lines() {
        let at_member_level = line.starts_with("    ") && !line.starts_with("     ");
        if member_ended && at_member_level {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        member_ended = at_member_level && (line.ends_with('}') || line.ends_with(';'));
    }
    spaced
}

#[cfg(test)]
mod tests {
    use quote::quote;

    #[test]
    fn members_are_set_apart_and_their_documentation_stays_with_them() {
        let text = super::item(quote! {
            impl Order {
                /// First.
                pub fn first(&self) -> u8 { 1 }
                /// Second.
                pub fn second(&self) -> u8 { let one = 1; one }
            }
        });
        expect_test::expect![[r"
            impl Order {
                /// First.
                pub fn first(&self) -> u8 {
                    1
                }

                /// Second.
                pub fn second(&self) -> u8 {
                    let one = 1;
                    one
                }
            }
        "]]
        .assert_eq(&text);
    }
}
