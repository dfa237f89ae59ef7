//! `Response`: what an operation answers. The body itself where that says all, a struct where header fields come
//! along, an enum where there are several statuses.

use crate::casing;
use crate::emit::rust::api::subject::Subject;
use crate::emit::rust::api::wording;
use crate::emit::rust::code::{Code, Ident, code};
use crate::emit::rust::docs;
use crate::emit::rust::file::File;
use crate::emit::rust::{name, types};
use crate::emit::text::reason;
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
    status: u16,
    variant: Ident,
    docs: Vec<String>,
    body: Option<Code>,
    headers: Vec<Header>,
}

#[derive(Debug)]
struct Header {
    wire: String,
    name: Ident,
    ty: Code,
    required: bool,
    is_redacted: bool,
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
        let body = answer.body.unwrap_or_else(|| code!(()));
        file.item(&code!(#about pub type Response = #body;));
        return Answers::Plain;
    }
    let members = answer.members(&code!(pub));
    let derived = (!answer.hides()).then(|| code!(Debug,));
    file.item(&code! {
        #about
        #[derive(#derived Clone, PartialEq)]
        pub struct Response { #members }
    });
    if answer.hides() {
        let debug = types::debug(file, "Response", &answer.shown());
        file.item(&debug);
    }
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
        if is_boxed(subject, operation, body) { code!(Box<#ty>) } else { ty }
    });
    let mut docs = vec![format!("`{}`.", wording::status(response.status))];
    if !response.description.is_empty() {
        docs.push(String::new());
        docs.extend(docs::lines(&docs::sentence(&response.description)));
    }
    let status = response.status;
    Answer { status, variant: variant(response.status), docs, body, headers }
}

fn body_type(
    subject: &Subject<'_>,
    file: &mut File,
    operation: &Operation,
    body: &TypeRef,
) -> Code {
    match (&operation.page, body) {
        (Some(_), TypeRef::List(item)) => {
            let page = file.uses("tiebeam::Page");
            let item = types::rust_type(&subject.scope, file, item);
            code!(#page<#item>)
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
        ty: if header.required { plain } else { code!(Option<#plain>) },
        required: header.required,
        is_redacted: types::is_redacted(&subject.scope, &header.ty, header.classification),
        docs,
    }
}

/// A status as a variant: `NoContent`.
fn variant(status: u16) -> Ident {
    name::ident(&casing::pascal(reason(status)))
}

fn define_enum(file: &mut File, operation: &Operation, answers: &[Answer]) {
    let about = format!(" What `{}` answers.", operation.id);
    let variants = answers.iter().map(|answer| {
        let (variant, docs) = (&answer.variant, docs::attributes_of(&answer.docs));
        match (&answer.body, answer.headers.as_slice()) {
            (None, []) => code!(#docs #variant),
            (Some(body), []) => code!(#docs #variant(#body)),
            _ => {
                let members = answer.members(&Code::new());
                code!(#docs #variant { #members })
            }
        }
    });
    let hides = answers.iter().any(Answer::hides);
    let derived = (!hides).then(|| code!(Debug,));
    file.item(&code! {
        #[doc = #about]
        #[derive(#derived Clone, PartialEq)]
        pub enum Response { #(#variants,)* }
    });
    if hides {
        debug_enum(file, answers);
    }
}

/// `impl Debug` for answers of which some must not show all their header fields.
fn debug_enum(file: &mut File, answers: &[Answer]) {
    let fmt = file.uses("std::fmt");
    let redacted = file.uses("tiebeam::Redacted");
    let arms = answers.iter().map(|answer| {
        let (pattern, name) = (answer.shown_pattern(), answer.variant.to_string());
        match (&answer.body, answer.headers.as_slice()) {
            (None, []) => code!(Self::#pattern => formatter.write_str(#name),),
            (Some(_), []) => {
                code!(Self::#pattern => formatter.debug_tuple(#name).field(body).finish(),)
            }
            _ => {
                let fields = answer.shown().into_iter().map(|(field, is_redacted)| {
                    let ident = name::ident(&field);
                    let value = if is_redacted { code!(&#redacted) } else { code!(#ident) };
                    code!(.field(#field, #value))
                });
                code!(Self::#pattern => formatter.debug_struct(#name) #(#fields)* .finish(),)
            }
        }
    });
    file.item(&code! {
        impl #fmt::Debug for Response {
            fn fmt(&self, formatter: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                match self { #(#arms)* }
            }
        }
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
    let into = answer.written(&answer_type, &code!(self.));
    let from = answer.read(&code!(Self));
    file.item(&code! {
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
        let (pattern, into) = (answer.pattern(), answer.written(&answer_type, &Code::new()));
        code!(Self::#pattern => #into,)
    });
    let from = answers.iter().map(|answer| {
        let (status, variant) = (&answer.status, &answer.variant);
        let from = answer.read(&code!(Self::#variant));
        code!(#status => #from,)
    });
    file.item(&code! {
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

fn codec_names(file: &mut File) -> (Code, Code, Code) {
    (
        file.uses("tiebeam::operation::Reply"),
        file.uses("tiebeam::operation::Answer"),
        file.uses("tiebeam::Problem"),
    )
}

impl Answer {
    /// Whether a log may not show all of it.
    fn hides(&self) -> bool {
        self.headers.iter().any(|header| header.is_redacted)
    }

    /// The members, and whether each must be hidden.
    fn shown(&self) -> Vec<(String, bool)> {
        let body = self.body.as_ref().map(|_| (String::from("body"), false));
        let headers =
            self.headers.iter().map(|header| (header.name.to_string(), header.is_redacted));
        body.into_iter().chain(headers).collect()
    }

    /// The pattern that takes a variant apart as far as it may be shown.
    fn shown_pattern(&self) -> Code {
        if !self.hides() {
            return self.pattern();
        }
        let variant = &self.variant;
        let shown = self.shown().into_iter().filter(|(_, is_redacted)| !is_redacted);
        let shown: Vec<Ident> = shown.map(|(name, _)| name::ident(&name)).collect();
        code!(#variant { #(#shown,)* .. })
    }

    /// The members of a struct or a struct variant.
    fn members(&self, visibility: &Code) -> Code {
        let body = self.body.as_ref().map(|body| {
            code! {
                /// The body.
                #visibility body: #body,
            }
        });
        let headers = self.headers.iter().map(|header| {
            let (name, ty, docs) = (&header.name, &header.ty, docs::attributes_of(&header.docs));
            code!(#docs #visibility #name: #ty,)
        });
        code!(#body #(#headers)*)
    }

    /// The pattern that takes a variant apart.
    fn pattern(&self) -> Code {
        let variant = &self.variant;
        let body = self.body.as_ref().map(|_| code!(body,));
        let headers = self.headers.iter().map(|header| &header.name);
        match (&self.body, self.headers.as_slice()) {
            (None, []) => code!(#variant),
            (Some(_), []) => code!(#variant(body)),
            _ => code!(#variant { #body #(#headers),* }),
        }
    }

    /// `Answer::json(200, &body)…`; `owner` stands before the names of the members.
    fn written(&self, answer: &Code, owner: &Code) -> Code {
        let status = &self.status;
        let mut chain = if self.body.is_some() {
            code!(#answer::json(#status, &#owner body))
        } else {
            code!(#answer::empty(#status))
        };
        for header in &self.headers {
            let (wire, name) = (&header.wire, &header.name);
            chain.append(&if header.required {
                code!(.with_header(#wire, &#owner #name))
            } else {
                code!(.with_optional_header(#wire, #owner #name.as_ref()))
            });
        }
        chain
    }

    /// The answer read back, by a constructor.
    fn read(&self, constructor: &Code) -> Code {
        let headers = self.headers.iter().map(|header| {
            let (wire, name) = (&header.wire, &header.name);
            let read = name::ident(if header.required { "header" } else { "optional_header" });
            code!(#name: answer.#read(#wire)?)
        });
        let body = self.body.as_ref().map(|_| code!(body: answer.read()?,));
        match (&self.body, self.headers.as_slice()) {
            (None, []) => code!(Ok(#constructor)),
            (Some(_), []) => code!(answer.read().map(#constructor)),
            // The body comes last: reading it may consume the answer.
            _ => code!(Ok(#constructor { #(#headers,)* #body })),
        }
    }
}
