//! `tests/it/main.rs`: every operation whose spec has examples, through its server and its client.

use super::parts::{LOGIC, Start, test_name};
use crate::emit::example;
use crate::emit::rust::api::has_answer;
use crate::emit::rust::code::{Code, code, raw_string};
use crate::emit::rust::file::File;
use crate::emit::rust::name;
use crate::ir::{
    Constraints, Idempotency, IfMatch, Operation, Parameter, Platform, TypeRef, Value,
};

/// How a field of a request gets its value.
enum Filling {
    /// From this JSON.
    Example(String),
    /// Left out.
    Absent,
    /// An empty list.
    Empty,
}

/// The file, unless no operation has examples enough to be called.
pub(super) fn file(start: &Start<'_>, library: &str) -> Option<File> {
    let operations: Vec<(&Operation, Vec<(String, Filling)>)> = start
        .subject
        .api
        .operations
        .iter()
        .filter(|operation| has_answer(&start.subject, operation))
        .filter_map(|operation| Some((operation, fillings(start.subject.platform, operation)?)))
        .collect();
    if operations.is_empty() {
        return None;
    }
    let title = &start.subject.title;
    let about = format!("The {title}, called over HTTP in memory with the examples of its spec.");
    let mut file = File::written_once(vec![about]);
    file.defines("example");
    file.defines("client");
    client(start, library, &mut file);
    let reads = |(_, filling): &(String, Filling)| matches!(filling, Filling::Example(_));
    if operations.iter().any(|(_, fillings)| fillings.iter().any(reads)) {
        let deserialize = file.uses("serde::de::DeserializeOwned");
        file.item(&code! {
            /// An example of the spec.
            fn example<T: #deserialize>(json: &str) -> T {
                serde_json::from_str(json).expect("an example is a value of its type")
            }
        });
    }
    let contract = start.contract(&mut file);
    let context = file.uses("tiebeam::Context");
    for (operation, fillings) in operations {
        let request = request(start, &mut file, operation, fillings);
        let test = name::ident(&format!("{}_answers", test_name(operation)));
        let method = name::ident(&name::value(&operation.id));
        file.item(&code! {
            #[tokio::test]
            async fn #test() {
                let request = #request;
                let answer = #contract::#method(&client(), &#context::new(), request).await;
                assert!(answer.is_ok(), "{answer:?}");
            }
        });
    }
    Some(file)
}

/// The client, in whose server everything that may be called is a stub.
fn client(start: &Start<'_>, library: &str, file: &mut File) {
    let (client, router) = (
        file.uses(&format!("{}::Client", start.library)),
        file.uses(&format!("{}::router", start.library)),
    );
    let logic = file.uses(&format!("{library}::{LOGIC}"));
    let mut fields = Vec::new();
    for used in &start.uses {
        let field = &used.field;
        let module = file.uses(&format!("{}::{field}", start.library));
        fields.push(code!(#field: #module::Stub,));
    }
    let value = if fields.is_empty() { code!(#logic) } else { code!(#logic { #(#fields)* }) };
    file.item(&code! {
        /// A client of the logic; whatever that calls is a stub.
        fn client() -> #client {
            #client::new(tiebeam::Client::of_router(#router(#value)))
        }
    });
}

/// What a request is filled with, unless something that it must have has no example.
fn fillings(platform: &Platform, operation: &Operation) -> Option<Vec<(String, Filling)>> {
    let mut fillings = Vec::new();
    for parameter in &operation.parameters {
        fillings.push((name::value(&parameter.name), of_parameter(platform, parameter)?));
    }
    if let Some(body) = &operation.request {
        let json = example::json(&example::of(platform, body)?);
        fillings.push((String::from("body"), Filling::Example(json)));
    }
    Some(fillings)
}

fn of_parameter(platform: &Platform, parameter: &Parameter) -> Option<Filling> {
    if matches!(parameter.ty, TypeRef::List(_)) && !parameter.required {
        return Some(Filling::Empty);
    }
    if !parameter.required && parameter.default.is_none() {
        return Some(Filling::Absent);
    }
    let own = parameter.examples.first().or(parameter.default.as_ref()).cloned();
    let made = || {
        (parameter.constraints == Constraints::default())
            .then(|| example::of(platform, &parameter.ty))?
    };
    let example: Value = own.or_else(made)?;
    Some(Filling::Example(example::json(&example)))
}

/// The request of one operation.
fn request(
    start: &Start<'_>,
    file: &mut File,
    operation: &Operation,
    fillings: Vec<(String, Filling)>,
) -> Code {
    let mut fields: Vec<Code> = Vec::new();
    let mut body = None;
    for (field, filling) in fillings {
        let value = match filling {
            Filling::Example(json) => {
                let literal = raw_string(&json);
                code!(example(#literal))
            }
            Filling::Absent => code!(None),
            Filling::Empty => code!(Vec::new()),
        };
        let is_body = field == "body";
        let field = name::ident(&field);
        let line = code!(#field: #value,);
        if is_body && operation.request.is_some() {
            body = Some(line);
        } else {
            fields.push(line);
        }
    }
    fields.extend(match operation.if_match {
        IfMatch::Ignored => None,
        IfMatch::Optional => Some(code!(if_match: None,)),
        IfMatch::Required => {
            let if_match = file.uses("tiebeam::IfMatch");
            Some(code!(if_match: #if_match::any(),))
        }
    });
    fields.extend(match operation.idempotency {
        Idempotency::Natural | Idempotency::None => None,
        Idempotency::Optional => Some(code!(idempotency_key: None,)),
        Idempotency::Required => {
            let key = file.uses("tiebeam::IdempotencyKey");
            Some(code!(idempotency_key: #key::fresh(),))
        }
    });
    if operation.page.is_some() {
        let page = file.uses("tiebeam::PageRequest");
        fields.push(code!(page: #page::first(),));
    }
    fields.extend(body);
    let module = start.operation(file, operation);
    if fields.is_empty() {
        code!(#module::Request)
    } else {
        code!(#module::Request { #(#fields)* })
    }
}
