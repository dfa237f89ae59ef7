//! The two ways from an item's code to its text: straight, and through the syntax tree.

use super::flat::flat;
use crate::emit::rust::code::{Code, Tree};

/// The text of one item, ending in a line break.
///
/// # Panics
///
/// When the code is not one item: a bug of the emitter that made it.
pub fn item(code: &Code) -> String {
    fast(code).unwrap_or_else(|| thorough(code))
}

/// The text of a path or another piece of code that fits any line.
pub fn line(code: &Code) -> String {
    flat(code.trees())
}

/// The text of an item of one of the usual forms.
fn fast(code: &Code) -> Option<String> {
    let text = super::item::item(code.trees(), 0)?;
    // A layout that forgot a token would otherwise go unnoticed until somebody compiles what was printed.
    (weight(code.trees()) == letters(&text)).then_some(text)
}

/// How many letters the text of code has.
fn weight(trees: &[Tree]) -> usize {
    let of_tree = |tree: &Tree| match tree {
        Tree::Word(token) | Tree::Literal(token) | Tree::Lifetime(token) => letters(token),
        Tree::Mark(mark) => letters(mark),
        Tree::Doc(line) => letters("///") + letters(line),
        Tree::Group(brackets, inner) => {
            letters(brackets.open()) + weight(inner) + letters(brackets.close())
        }
    };
    trees.iter().map(of_tree).sum()
}

/// How many letters a text has, white space, commas and curly brackets left aside, which a layout adds and removes.
fn letters(text: &str) -> usize {
    let is_kept = |byte: &u8| !matches!(byte, b' ' | b'\n' | b',' | b'{' | b'}');
    text.as_bytes().iter().filter(|byte| is_kept(byte)).count()
}

/// The text of any item.
fn thorough(code: &Code) -> String {
    let text = line(code);
    let item: syn::Item = syn::parse_str(&text).unwrap_or_else(|error| {
        panic!("an emitter made something that is not an item ({error}): {text}")
    });
    let spaced = matches!(item, syn::Item::Impl(_) | syn::Item::Trait(_));
    let text = prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    });
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
    use std::path::Path;

    use expect_test::{Expect, expect};
    use proc_macro2::TokenStream;

    use super::super::read::{self, bare};
    use super::{fast, thorough};
    use crate::emit::rust::code::{Code, code};

    /// The code of a printed text.
    fn printed(text: &str) -> Code {
        let tokens: TokenStream = text.parse().expect("what was printed is Rust");
        bare(read::read(tokens).trees())
    }

    #[expect(clippy::needless_pass_by_value, reason = "expectations are written in place")]
    fn check(code: Code, expected: Expect) {
        let text = fast(&code).expect("the form is one of the usual ones");
        expected.assert_eq(&text);
        assert_eq!(printed(&text), bare(code.trees()));
    }

    #[test]
    fn members_are_set_apart_and_their_documentation_stays_with_them() {
        let members = code! {
            impl Order {
                /// First.
                pub fn first(&self) -> u8 { 1 }
                /// Second.
                pub fn second(&self) -> u8 { let one = 1; one }
            }
        };
        assert_eq!(fast(&members), Some(thorough(&members)));
        check(
            members,
            expect![[r"
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
        "]],
        );
    }

    #[test]
    fn statements_of_every_kind() {
        check(
            code! {
                fn kinds<'a, T: Into<String>>(mut self, value: &'a mut Vec<T>, of: &[u8]) -> Result<Option<Box<T>>, Error> {
                    let Self { a, .. } = self;
                    let Some(x) = y.z.get(0)? else { return Err(e) };
                    if let Some(value) = self.id { order.id = value; } else if a { b() } else { c(-1, !d, *e) }
                    for (key, change) in &changes { target.insert(key, change.clone()); }
                    match self { Self::A => 1, Self::B { x, .. } | Self::C(x) => { f(x); 2 } _ => g(|a, b| a.h(b)), }
                    let f = move || async move { api.call(&context, request).await };
                    let g = |value| { value.apply(&mut x.y); Ok(()) };
                    vec![1, 2].iter().map(|(a, b)| (a.0.b, b as u64)).collect::<Vec<_>>()
                }
            },
            expect![[r"
                fn kinds<'a, T: Into<String>>(
                    mut self,
                    value: &'a mut Vec<T>,
                    of: &[u8],
                ) -> Result<Option<Box<T>>, Error> {
                    let Self { a, .. } = self;
                    let Some(x) = y.z.get(0)? else { return Err(e) };
                    if let Some(value) = self.id {
                        order.id = value;
                    } else if a {
                        b()
                    } else {
                        c(-1, !d, *e)
                    }
                    for (key, change) in &changes {
                        target.insert(key, change.clone());
                    }
                    match self {
                        Self::A => 1,
                        Self::B { x, .. } | Self::C(x) => {
                            f(x);
                            2
                        }
                        _ => g(|a, b| a.h(b)),
                    }
                    let f = move || async move { api.call(&context, request).await };
                    let g = |value| {
                        value.apply(&mut x.y);
                        Ok(())
                    };
                    vec![1, 2].iter().map(|(a, b)| (a.0.b, b as u64)).collect::<Vec<_>>()
                }
            "]],
        );
    }

    #[test]
    fn long_lines_are_broken_where_a_person_would() {
        check(
            code! {
                fn long(&self, context: &Context, request: place_order::Request) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send {
                    Server::new(&API, api).serve(&place_order::OPERATION, |api, context, request| async move { api.place_order(&context, request).await }).into_router();
                    formatter.debug_struct("CustomerWithAName").field("name", &Redacted).field("other", &self.other).finish();
                    let known = call(first_argument_of_the_call, second_argument_of_the_call, third_argument_of_the_call);
                    Ok(Self { idempotency_key: idempotency_key?, body: body?, customer_identifier: customer_identifier?, x: x? })
                }
            },
            expect![[r#"
                fn long(
                    &self,
                    context: &Context,
                    request: place_order::Request,
                ) -> impl Future<Output = Result<place_order::Response, place_order::Error>> + Send {
                    Server::new(&API, api)
                        .serve(&place_order::OPERATION, |api, context, request| async move {
                            api.place_order(&context, request).await
                        })
                        .into_router();
                    formatter
                        .debug_struct("CustomerWithAName")
                        .field("name", &Redacted)
                        .field("other", &self.other)
                        .finish();
                    let known =
                        call(first_argument_of_the_call, second_argument_of_the_call, third_argument_of_the_call);
                    Ok(Self {
                        idempotency_key: idempotency_key?,
                        body: body?,
                        customer_identifier: customer_identifier?,
                        x: x?,
                    })
                }
            "#]],
        );
    }

    #[test]
    fn tables_are_hugged() {
        check(
            code! {
                pub static ORDER: Shape = Shape::object("Order", &[
                    Field::new("id", Shape::of::<OrderId>()),
                    Field::new("note", Shape::string().max_length(500)).optional().classified(Classification::Personal),
                    Field::new("lines", Shape::list(&Shape::of::<OrderLineOfTheOrder>()).min_items(1).max_items(10_000).unique_items()).optional(),
                ]);
            },
            expect![[r#"
                pub static ORDER: Shape = Shape::object("Order", &[
                    Field::new("id", Shape::of::<OrderId>()),
                    Field::new("note", Shape::string().max_length(500))
                        .optional()
                        .classified(Classification::Personal),
                    Field::new(
                        "lines",
                        Shape::list(&Shape::of::<OrderLineOfTheOrder>())
                            .min_items(1)
                            .max_items(10_000)
                            .unique_items(),
                    )
                    .optional(),
                ]);
            "#]],
        );
        check(
            code! {
                pub static OPERATION: Operation = Operation::new("placeOrder", Method::Post, "/v1/orders")
                    .parameters(&[Parameter::query("customerId", Shape::of::<CustomerId>()), Parameter::path("id", Shape::uuid()).required()])
                    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
                    .page(Paging { default_limit: 20, max_limit: 100 });
            },
            expect![[r#"
                pub static OPERATION: Operation = Operation::new("placeOrder", Method::Post, "/v1/orders")
                    .parameters(&[
                        Parameter::query("customerId", Shape::of::<CustomerId>()),
                        Parameter::path("id", Shape::uuid()).required(),
                    ])
                    .success(&[Success::new(201).body(Shape::of::<Order>()).location("/v1/orders/{id}")])
                    .page(Paging { default_limit: 20, max_limit: 100 });
            "#]],
        );
    }

    /// Every item of the golden files is token for token what it was made of, and printing it again changes nothing.
    #[test]
    fn golden_items_are_printed_as_they_are() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (mut count, mut thorough) = (0, 0);
        for (path, text) in [root.join("src/emit/rust/expected"), root.join("tests/golden")]
            .iter()
            .flat_map(|at| files(at))
        {
            for text in text.split("// ======== ") {
                // Between the files of one text stand their names.
                let text = text
                    .split_once('\n')
                    .filter(|(line, _)| line.starts_with("src/"))
                    .map_or(text, |(_, rest)| rest);
                let items =
                    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}")).items;
                for item in items
                    .into_iter()
                    .filter(|item| !matches!(item, syn::Item::Mod(_) | syn::Item::Use(_)))
                {
                    let code = read::read(quote::ToTokens::into_token_stream(item));
                    let printed = super::item(&code);
                    assert!(text.contains(&printed), "{path}:\n{printed}");
                    assert_eq!(self::printed(&printed), bare(code.trees()), "{path}");
                    count += 1;
                    thorough += usize::from(fast(&code).is_none());
                }
            }
        }
        assert!(
            count > 500 && thorough * 20 < count,
            "{thorough} of {count} items were printed thoroughly"
        );
    }

    /// The Rust files below a directory.
    fn files(directory: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let entries = std::fs::read_dir(directory).expect("the golden files are there");
        for path in entries.map(|entry| entry.expect("can be listed").path()) {
            if path.is_dir() {
                found.extend(files(&path));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("Rust is text");
                found.push((path.display().to_string(), text));
            }
        }
        found
    }

    #[test]
    fn definitions() {
        check(
            code! {
                #[doc = " Says \"something\" \\ else."]
                #[doc = ""]
                #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, Copy)]
                #[serde(rename_all = "camelCase")]
                pub struct Order<'a, T> {
                    #[serde(default, skip_serializing_if = "Option::is_none")]
                    pub labels: BTreeMap<String, Patch<T>>,
                    body: &'static [(&'a str, u8)]
                }
            },
            expect![[r#"
                /// Says "something" \ else.
                ///
                #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, Copy)]
                #[serde(rename_all = "camelCase")]
                pub struct Order<'a, T> {
                    #[serde(default, skip_serializing_if = "Option::is_none")]
                    pub labels: BTreeMap<String, Patch<T>>,
                    body: &'static [(&'a str, u8)],
                }
            "#]],
        );
        check(
            code! { pub enum Error { A, #[doc = " B."] B(Box<Detail>), C { x: u8, #[serde(default)] y: Vec<u8> }, } },
            expect![[r"
                pub enum Error {
                    A,
                    /// B.
                    B(Box<Detail>),
                    C {
                        x: u8,
                        #[serde(default)]
                        y: Vec<u8>,
                    },
                }
            "]],
        );
        check(
            code! { #[serde(transparent)] pub struct OrderId(pub Uuid); },
            expect![[r"
            #[serde(transparent)]
            pub struct OrderId(pub Uuid);
        "]],
        );
        check(
            code! { impl FromStr for X { type Err = <Uuid as FromStr>::Err; fn f(s: &str) -> Self { s.parse().map(Self) } } },
            expect![[r"
            impl FromStr for X {
                type Err = <Uuid as FromStr>::Err;

                fn f(s: &str) -> Self {
                    s.parse().map(Self)
                }
            }
        "]],
        );
        check(
            code! { impl<T: Orders> Orders for Arc<T> {} },
            expect![[r"
            impl<T: Orders> Orders for Arc<T> {}
        "]],
        );
        check(
            code! { pub trait Orders: Send + Sync + 'static { fn a(&self) -> impl Future<Output = ()> + Send; fn b(); } },
            expect![[r"
            pub trait Orders: Send + Sync + 'static {
                fn a(&self) -> impl Future<Output = ()> + Send;

                fn b();
            }
        "]],
        );
        check(
            code! { pub type Response = Page<Order>; },
            expect![[r"
            pub type Response = Page<Order>;
        "]],
        );
    }
}
