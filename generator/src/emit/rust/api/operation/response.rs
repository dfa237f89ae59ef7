//! `Response`: what an operation answers. The body itself where that says all, a struct where header fields come
//! along, an enum where there are several statuses.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::casing;
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::api::wording;
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::{name, types};
use crate::ir::{Operation, TypeRef};

/// Bodies above this many bytes are boxed where there are several answers; clippy draws its line at 200.
const LARGE: usize = 160;

/// The answers of an operation, once defined.
#[derive(Debug)]
pub enum Answers {
    /// A body or nothing; the runtime knows how it travels.
    Plain,
    /// One status, with header fields.
    Struct(Answer),
    /// Several statuses.
    Enum(Vec<Answer>),
}

/// One successful answer.
#[derive(Debug)]
pub struct Answer {
    status: Literal,
    variant: Ident,
    docs: Vec<String>,
    body: Option<TokenStream>,
    headers: Vec<Header>,
}

#[derive(Debug)]
struct Header {
    wire: String,
    name: Ident,
    ty: TokenStream,
    required: bool,
    docs: Vec<String>,
}

/// Adds the type.
pub fn define(subject: &Subject<'_>, file: &mut File, operation: &Operation) -> Answers {
    let responses = operation.responses.iter();
    let mut answers: Vec<Answer> =
        responses.map(|response| answer(subject, file, operation, response)).collect();
    if answers.len() > 1 {
        define_enum(file, operation, &answers);
        return Answers::Enum(answers);
    }
    let answer = answers.pop().expect("linking gives every operation at least one response");
    let about = docs::attributes_of(&about(operation, &answer));
    if answer.headers.is_empty() {
        let body = answer.body.unwrap_or_else(|| quote!(()));
        file.item(quote!(#about pub type Response = #body;));
        return Answers::Plain;
    }
    let members = answer.members(&quote!(pub));
    file.item(quote! {
        #about
        #[derive(Debug, Clone, PartialEq)]
        pub struct Response { #members }
    });
    Answers::Struct(answer)
}

/// `` What `placeOrder` answers: `201 Created`. ``
fn about(operation: &Operation, answer: &Answer) -> Vec<String> {
    let mut lines = answer.docs.clone();
    let status = lines.first_mut().expect("every answer says its status");
    *status = format!("What `{}` answers: {status}", operation.id);
    lines
}

/// Whether a body makes one of several answers so large that it is boxed; then it is boxed in all of them, so that one
/// pattern matches whichever carries it.
fn is_boxed(subject: &Subject<'_>, operation: &Operation, body: &TypeRef) -> bool {
    let carriers =
        operation.responses.iter().filter(|response| response.body.as_ref() == Some(body));
    let size = |response: &crate::ir::Response| {
        types::size_of(&subject.scope, body) + response.headers.len() * 32
    };
    operation.responses.len() > 1 && carriers.map(size).any(|size| size > LARGE)
}

fn answer(
    subject: &Subject<'_>,
    file: &mut File,
    operation: &Operation,
    response: &crate::ir::Response,
) -> Answer {
    let headers: Vec<Header> =
        response.headers.iter().map(|header| self::header(subject, file, header)).collect();
    let body = response.body.as_ref().map(|body| {
        let ty = body_type(subject, file, operation, body);
        if is_boxed(subject, operation, body) { quote!(Box<#ty>) } else { ty }
    });
    let mut docs = vec![format!("`{}`.", wording::status(response.status))];
    if !response.description.is_empty() {
        docs.push(String::new());
        docs.extend(docs::lines(&docs::sentence(&response.description)));
    }
    let status = Literal::u16_unsuffixed(response.status);
    Answer { status, variant: variant(response.status), docs, body, headers }
}

fn body_type(
    subject: &Subject<'_>,
    file: &mut File,
    operation: &Operation,
    body: &TypeRef,
) -> TokenStream {
    match (&operation.page, body) {
        (Some(_), TypeRef::List(item)) => {
            let page = file.uses("tiebeam::Page");
            let item = types::rust_type(&subject.scope, file, item);
            quote!(#page<#item>)
        }
        _ => types::rust_type(&subject.scope, file, body),
    }
}

fn header(subject: &Subject<'_>, file: &mut File, header: &crate::ir::Header) -> Header {
    let plain = types::rust_type(&subject.scope, file, &header.ty);
    let description = &header.docs.description;
    let docs = if description.is_empty() {
        vec![format!("The header field `{}`.", header.name)]
    } else {
        docs::lines(&docs::sentence(description))
    };
    Header {
        wire: header.name.clone(),
        name: name::ident(&name::value(&header.name)),
        ty: if header.required { plain } else { quote!(Option<#plain>) },
        required: header.required,
        docs,
    }
}

/// A status as a variant: `NoContent`.
fn variant(status: u16) -> Ident {
    let reason = wording::reason(status);
    if reason.is_empty() {
        name::ident(&format!("Status{status}"))
    } else {
        name::ident(&casing::pascal(reason))
    }
}

fn define_enum(file: &mut File, operation: &Operation, answers: &[Answer]) {
    let about = format!(" What `{}` answers.", operation.id);
    let variants = answers.iter().map(|answer| {
        let (variant, docs) = (&answer.variant, docs::attributes_of(&answer.docs));
        match (&answer.body, answer.headers.as_slice()) {
            (None, []) => quote!(#docs #variant),
            (Some(body), []) => quote!(#docs #variant(#body)),
            _ => {
                let members = answer.members(&TokenStream::new());
                quote!(#docs #variant { #members })
            }
        }
    });
    file.item(quote! {
        #[doc = #about]
        #[derive(Debug, Clone, PartialEq)]
        pub enum Response { #(#variants,)* }
    });
}

impl Answers {
    /// Adds `Reply`, where the runtime does not know it.
    pub fn define_codec(&self, file: &mut File) {
        match self {
            Self::Plain => {}
            Self::Struct(answer) => define_struct_codec(file, answer),
            Self::Enum(answers) => define_enum_codec(file, answers),
        }
    }
}

fn define_struct_codec(file: &mut File, answer: &Answer) {
    let (reply, answer_type, problem) = codec_names(file);
    let into = answer.written(&answer_type, &quote!(self.));
    let from = answer.read(&quote!(Self));
    file.item(quote! {
        impl #reply for Response {
            fn into_answer(self) -> #answer_type {
                #into
            }

            fn from_answer(answer: #answer_type) -> Result<Self, #problem> {
                #from
            }
        }
    });
}

fn define_enum_codec(file: &mut File, answers: &[Answer]) {
    let (reply, answer_type, problem) = codec_names(file);
    let into = answers.iter().map(|answer| {
        let (pattern, into) = (answer.pattern(), answer.written(&answer_type, &TokenStream::new()));
        quote!(Self::#pattern => #into,)
    });
    let from = answers.iter().map(|answer| {
        let (status, variant) = (&answer.status, &answer.variant);
        let from = answer.read(&quote!(Self::#variant));
        quote!(#status => #from,)
    });
    file.item(quote! {
        impl #reply for Response {
            fn into_answer(self) -> #answer_type {
                match self { #(#into)* }
            }

            fn from_answer(answer: #answer_type) -> Result<Self, #problem> {
                match answer.status() {
                    #(#from)*
                    _ => Err(answer.unexpected()),
                }
            }
        }
    });
}

fn codec_names(file: &mut File) -> (TokenStream, TokenStream, TokenStream) {
    (
        file.uses("tiebeam::operation::Reply"),
        file.uses("tiebeam::operation::Answer"),
        file.uses("tiebeam::Problem"),
    )
}

impl Answer {
    /// The members of a struct or a struct variant.
    fn members(&self, visibility: &TokenStream) -> TokenStream {
        let body = self.body.as_ref().map(|body| {
            quote! {
                /// The body.
                #visibility body: #body,
            }
        });
        let headers = self.headers.iter().map(|header| {
            let (name, ty, docs) = (&header.name, &header.ty, docs::attributes_of(&header.docs));
            quote!(#docs #visibility #name: #ty,)
        });
        quote!(#body #(#headers)*)
    }

    /// The pattern that takes a variant apart.
    fn pattern(&self) -> TokenStream {
        let variant = &self.variant;
        let body = self.body.as_ref().map(|_| quote!(body,));
        let headers = self.headers.iter().map(|header| &header.name);
        match (&self.body, self.headers.as_slice()) {
            (None, []) => quote!(#variant),
            (Some(_), []) => quote!(#variant(body)),
            _ => quote!(#variant { #body #(#headers),* }),
        }
    }

    /// `Answer::json(200, &body)…`; `owner` stands before the names of the members.
    fn written(&self, answer: &TokenStream, owner: &TokenStream) -> TokenStream {
        let status = &self.status;
        let mut chain = if self.body.is_some() {
            quote!(#answer::json(#status, &#owner body))
        } else {
            quote!(#answer::empty(#status))
        };
        for header in &self.headers {
            let (wire, name) = (&header.wire, &header.name);
            chain.extend(if header.required {
                quote!(.with_header(#wire, &#owner #name))
            } else {
                quote!(.with_optional_header(#wire, #owner #name.as_ref()))
            });
        }
        chain
    }

    /// The answer read back, by a constructor.
    fn read(&self, constructor: &TokenStream) -> TokenStream {
        let headers = self.headers.iter().map(|header| {
            let (wire, name) = (&header.wire, &header.name);
            let read = name::ident(if header.required { "header" } else { "optional_header" });
            quote!(#name: answer.#read(#wire)?)
        });
        let body = self.body.as_ref().map(|_| quote!(body: answer.read()?,));
        match (&self.body, self.headers.as_slice()) {
            (None, []) => quote!(Ok(#constructor)),
            (Some(_), []) => quote!(answer.read().map(#constructor)),
            // The body comes last: reading it may consume the answer.
            _ => quote!(Ok(#constructor { #(#headers,)* #body })),
        }
    }
}
