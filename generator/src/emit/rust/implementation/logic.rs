//! `logic.rs`: the struct that implements the contract, generic over what it calls.

use super::parts::{LOGIC, Start};
use crate::emit::rust::code::{Code, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::name;

/// The file.
pub(super) fn file(start: &Start<'_>) -> File {
    let title = &start.subject.title;
    let mut file = File::written_once(vec![format!("What the {title} does.")]);
    file.defines(LOGIC);
    for used in &start.uses {
        file.defines(&used.parameter);
    }
    let logic = name::ident(LOGIC);
    let about = docs::attributes_of(&[format!("Implements the {title}.")]);
    if start.uses.is_empty() {
        file.item(&code! {
            #about
            #[derive(Debug)]
            pub struct #logic;
        });
    } else {
        let fields = start.uses.iter().map(|used| {
            let about = docs::attributes_of(&[format!("The {}.", used.title)]);
            let (field, parameter) = (&used.field, name::ident(&used.parameter));
            code!(#about pub #field: #parameter,)
        });
        let parameters = parameters(start);
        file.item(&code! {
            #about
            #[derive(Debug)]
            pub struct #logic #parameters {
                #(#fields)*
            }
        });
    }
    let implementation = implementation(start, &mut file);
    file.item(&implementation);
    file
}

/// `<Crm, Orders>`, or nothing.
fn parameters(start: &Start<'_>) -> Code {
    if start.uses.is_empty() {
        return Code::new();
    }
    let parameters = start.uses.iter().map(|used| name::ident(&used.parameter));
    code!(<#(#parameters),*>)
}

fn implementation(start: &Start<'_>, file: &mut File) -> Code {
    let contract = start.contract(file);
    let mut bounds = Vec::new();
    for used in &start.uses {
        let (parameter, called) = (name::ident(&used.parameter), file.uses(&used.contract));
        bounds.push(code!(#parameter: #called,));
    }
    let bounds = if bounds.is_empty() { Code::new() } else { code!(where #(#bounds)*) };
    let stub = file.uses(&format!("{}::Stub", start.library));
    let context = file.uses("tiebeam::Context");
    let mut methods = Vec::new();
    for operation in &start.subject.api.operations {
        let module = start.operation(file, operation);
        let method = name::ident(&name::value(&operation.id));
        let mut about = docs::lines(&docs::sentence(&operation.summary));
        about.extend([
            String::new(),
            String::from("Not written yet: it answers with the example of the spec."),
        ]);
        let about = docs::attributes_of(&about);
        // By the name of the trait, because an operation may be called `clone` or `into`.
        methods.push(code! {
            #about
            async fn #method(
                &self,
                context: &#context,
                request: #module::Request,
            ) -> Result<#module::Response, #module::Error> {
                #contract::#method(&#stub, context, request).await
            }
        });
    }
    let (logic, parameters) = (name::ident(LOGIC), parameters(start));
    code! {
        impl #parameters #contract for #logic #parameters #bounds {
            #(#methods)*
        }
    }
}
