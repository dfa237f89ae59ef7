//! Lays out the value of a declaration the way a person would: on one line where it fits, a call of a chain per
//! line where it does not, tables hugged by the call they are passed to.
//!
//! The printer of items knows all of Rust and breaks `f(&[…])` into a staircase. The tables of generated code need
//! little of Rust (paths, calls, literals, references, lists, struct literals) and deserve to be read, so they have
//! a layout of their own.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// Longest line.
const WIDTH: usize = 100;

/// `<head> = <value>;`, for example of `pub static OPERATION: Operation`, ending in a line break.
pub fn declaration(head: &str, value: TokenStream) -> String {
    let value = nodes(value);
    let first = flat(&value[..links(&value).first().copied().unwrap_or(value.len())]).len();
    let is_broken_behind_equals = !links(&value).is_empty() && head.len() + " = ".len() + first > WIDTH;
    if is_broken_behind_equals {
        return format!("{head} =\n    {};\n", lay(&value, 4, 4, ";".len()));
    }
    let laid = lay(&value, 0, head.len() + " = ".len(), ";".len());
    format!("{head} = {laid};\n")
}

/// A piece of an expression.
#[derive(Debug)]
enum Node {
    /// Text that is never broken, a space before it where the one before asks for it.
    Text(String),
    /// A bracketed list, its items separated by commas.
    List { brackets: Brackets, items: Vec<Vec<Node>> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Brackets {
    Round,
    Square,
    Curly,
}

impl Brackets {
    fn open(self) -> &'static str {
        match self {
            Self::Round => "(",
            Self::Square => "[",
            Self::Curly => " {",
        }
    }

    fn close(self) -> &'static str {
        match self {
            Self::Round => ")",
            Self::Square => "]",
            Self::Curly => "}",
        }
    }
}

fn nodes(tokens: TokenStream) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut glued = true;
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                nodes.extend(self::nodes(group.stream()));
                glued = false;
            }
            TokenTree::Group(group) => {
                nodes.push(list(&group));
                glued = false;
            }
            TokenTree::Punct(punct) => {
                let follows_colon = matches!(nodes.last(), Some(Node::Text(text)) if text.ends_with(':'));
                let is_lone_colon = punct.as_char() == ':' && punct.spacing() == Spacing::Alone && !follows_colon;
                nodes.push(Node::Text(if is_lone_colon { String::from(": ") } else { punct.to_string() }));
                glued = true;
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let space = if glued { "" } else { " " };
                nodes.push(Node::Text(format!("{space}{token}")));
                glued = false;
            }
        }
    }
    closures_apart(nodes)
}

/// `|| 20` has a space behind its bars.
fn closures_apart(mut nodes: Vec<Node>) -> Vec<Node> {
    for index in 1..nodes.len() {
        let is_bar = |node: &Node| matches!(node, Node::Text(text) if text == "|");
        if is_bar(&nodes[index]) && is_bar(&nodes[index - 1]) {
            nodes[index] = Node::Text(String::from("| "));
        }
    }
    nodes
}

fn list(group: &Group) -> Node {
    let brackets = match group.delimiter() {
        Delimiter::Brace => Brackets::Curly,
        Delimiter::Bracket => Brackets::Square,
        Delimiter::Parenthesis | Delimiter::None => Brackets::Round,
    };
    let mut items = Vec::new();
    let mut item = TokenStream::new();
    for token in group.stream() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => items.push(nodes(std::mem::take(&mut item))),
            _ => item.extend([token]),
        }
    }
    if !item.is_empty() {
        items.push(nodes(item));
    }
    Node::List { brackets, items }
}

/// The expression on one line.
fn flat(nodes: &[Node]) -> String {
    let mut text = String::new();
    for node in nodes {
        match node {
            Node::Text(piece) => text.push_str(piece),
            Node::List { brackets, items } => {
                let items: Vec<String> = items.iter().map(|item| flat(item)).collect();
                let inner = items.join(", ");
                let space = if *brackets == Brackets::Curly && !inner.is_empty() { " " } else { "" };
                text.extend([brackets.open(), space, &inner, space, brackets.close()]);
            }
        }
    }
    text
}

/// The expression at an indentation, the first line starting behind `used` columns and the last one followed by
/// `after` more.
fn lay(nodes: &[Node], indent: usize, used: usize, after: usize) -> String {
    let line = flat(nodes);
    let links = links(nodes);
    let is_long_chain = links.len() > 3;
    if used + line.len() + after <= WIDTH && !is_long_chain {
        return line;
    }
    if links.is_empty() { broken(nodes, indent, used, after) } else { chain(nodes, &links, indent, used, after) }
}

/// Where the links of a chain start: `.body(…)`.
fn links(nodes: &[Node]) -> Vec<usize> {
    let is_dot = |index: &usize| matches!(&nodes[*index], Node::Text(text) if text == ".");
    (1..nodes.len()).filter(is_dot).collect()
}

/// A chain, a link per line.
fn chain(nodes: &[Node], links: &[usize], indent: usize, used: usize, after: usize) -> String {
    let mut text = lay(&nodes[..links[0]], indent, used, 0);
    // Below a start that is broken itself, the links stand where it ends.
    let inner = if text.contains('\n') { indent } else { indent + 4 };
    for (index, start) in links.iter().enumerate() {
        let end = links.get(index + 1).copied().unwrap_or(nodes.len());
        let after = if end == nodes.len() { after } else { 0 };
        text.push_str(&line_start(inner));
        text.push_str(&broken_unless_short(&nodes[*start..end], inner, inner, after));
    }
    text
}

fn broken_unless_short(nodes: &[Node], indent: usize, used: usize, after: usize) -> String {
    let line = flat(nodes);
    if used + line.len() + after <= WIDTH { line } else { broken(nodes, indent, used, after) }
}

/// The last list of the expression, an item per line; one item that is a list itself is hugged.
fn broken(nodes: &[Node], indent: usize, used: usize, after: usize) -> String {
    let Some(at) = nodes.iter().rposition(|node| matches!(node, Node::List { items, .. } if !items.is_empty())) else {
        return flat(nodes);
    };
    let Node::List { brackets, items } = &nodes[at] else { return flat(nodes) };
    let mut text = flat(&nodes[..at]);
    let rest = flat(&nodes[at + 1..]);
    text.push_str(brackets.open());
    let last_line = text.len() - text.rfind('\n').map_or(0, |line_break| line_break + 1);
    match items.as_slice() {
        [only] if is_hugged(only) => {
            text.push_str(&lay(only, indent, used + last_line, brackets.close().len() + rest.len() + after));
        }
        [first @ .., last] if *brackets == Brackets::Round && is_table(last) && first.iter().all(|item| flat(item).len() < 40) => {
            let first: String = first.iter().map(|item| flat(item) + ", ").collect();
            text.push_str(&first);
            text.push_str(&lay(last, indent, used + last_line + first.len(), brackets.close().len() + rest.len() + after));
        }
        items => {
            for item in items {
                text.push_str(&line_start(indent + 4));
                text.push_str(&lay(item, indent + 4, indent + 4, 1));
                text.push(',');
            }
            text.push_str(&line_start(indent));
        }
    }
    text + brackets.close() + &rest
}

/// Whether an only argument stays on the line of its call: a table, a struct literal, a call.
fn is_hugged(nodes: &[Node]) -> bool {
    matches!(nodes.last(), Some(Node::List { .. })) && links(nodes).is_empty()
}

/// `&[…]`.
fn is_table(nodes: &[Node]) -> bool {
    matches!(nodes, [Node::Text(reference), Node::List { brackets: Brackets::Square, .. }] if reference == "&")
}

fn line_start(indent: usize) -> String {
    format!("\n{}", " ".repeat(indent))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proc_macro2::TokenStream;
    use quote::quote;

    fn check(value: TokenStream, expected: &Expect) {
        expected.assert_eq(&super::declaration("pub static TABLE: Table", value));
    }

    #[test]
    fn what_fits_stays_on_one_line() {
        check(
            quote!(Shape::of::<Order>().max_length(-5).with(|| 20, &'static x, Paging { limit: 20, max: 1.5 })),
            &expect![[r#"
                pub static TABLE: Table = Shape::of::<Order>()
                    .max_length(-5)
                    .with(|| 20, &'static x, Paging { limit: 20, max: 1.5 });
            "#]],
        );
    }

    #[test]
    fn a_chain_has_a_link_per_line_and_tables_are_hugged() {
        check(
            quote! {
                Operation::new("placeOrder", Method::Post, "/v1/orders")
                    .parameters(&[
                        Parameter::query("customerId", Shape::of::<CustomerId>()),
                        Parameter::query("status", Shape::list(&Shape::of::<OrderStatus>()).max_items(5)).required(),
                    ])
                    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
                    .paging(Paging { default_limit: 20, max_limit: 100 })
                    .timeout_millis(2_000)
            },
            &expect![[r#"
                pub static TABLE: Table = Operation::new("placeOrder", Method::Post, "/v1/orders")
                    .parameters(&[
                        Parameter::query("customerId", Shape::of::<CustomerId>()),
                        Parameter::query("status", Shape::list(&Shape::of::<OrderStatus>()).max_items(5))
                            .required(),
                    ])
                    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
                    .paging(Paging { default_limit: 20, max_limit: 100 })
                    .timeout_millis(2_000);
            "#]],
        );
    }

    #[test]
    fn a_chain_that_starts_long_starts_on_the_next_line() {
        check(
            quote! {
                Operation::new("changeTheAddress", Method::Patch, "/v1/orders/{orderId}/delivery-address")
                    .timeout_millis(2_000)
            },
            &expect![[r#"
                pub static TABLE: Table =
                    Operation::new("changeTheAddress", Method::Patch, "/v1/orders/{orderId}/delivery-address")
                        .timeout_millis(2_000);
            "#]],
        );
    }

    #[test]
    fn a_chain_that_starts_longer_than_a_line_starts_broken() {
        check(
            quote! {
                Operation::new("changeTheAddressWhereTheParcelGoes", Method::Patch, "/v1/orders/{orderId}/delivery-address")
                    .timeout_millis(2_000)
            },
            &expect![[r#"
                pub static TABLE: Table =
                    Operation::new(
                        "changeTheAddressWhereTheParcelGoes",
                        Method::Patch,
                        "/v1/orders/{orderId}/delivery-address",
                    )
                    .timeout_millis(2_000);
            "#]],
        );
    }

    #[test]
    fn a_call_with_a_table_at_its_end_keeps_its_first_arguments_on_the_line() {
        check(
            quote! {
                Shape::object("Order", &[
                    Field::new("id", Shape::of::<OrderId>()),
                    Field::new("note", Shape::string().max_length(500)).optional().classified(Classification::Personal),
                    Field::new("status", Shape::enumeration("OrderStatus", &["placed", "confirmed", "shipped", "cancelled", "returned"])),
                ])
            },
            &expect![[r#"
                pub static TABLE: Table = Shape::object("Order", &[
                    Field::new("id", Shape::of::<OrderId>()),
                    Field::new("note", Shape::string().max_length(500))
                        .optional()
                        .classified(Classification::Personal),
                    Field::new(
                        "status",
                        Shape::enumeration("OrderStatus", &[
                            "placed",
                            "confirmed",
                            "shipped",
                            "cancelled",
                            "returned",
                        ]),
                    ),
                ]);
            "#]],
        );
    }
}
