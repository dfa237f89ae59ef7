//! `client.rs`: the contract over HTTP.

use super::subject::Subject;
use crate::emit::rust::code::code;
use crate::emit::rust::file::File;
use crate::emit::rust::name;

/// The file.
pub fn file(subject: &Subject<'_>) -> File {
    let mut file = subject.file(vec![format!("Calls the {} over HTTP.", subject.title)]);
    file.defines("Client");
    let contract = subject.uses_contract(&mut file);
    let context = file.uses("tiebeam::Context");
    file.item(&code! {
        /// A typed client of the API; cheap to clone.
        #[derive(Debug, Clone)]
        pub struct Client {
            http: tiebeam::Client,
        }
    });
    file.item(&code! {
        impl Client {
            /// Calls the API through `http`, which knows where it is and how patient to be.
            #[must_use]
            pub fn new(http: tiebeam::Client) -> Self {
                Self { http }
            }
        }
    });
    let mut methods = Vec::new();
    for operation in &subject.api.operations {
        let module = subject.uses_operation(&mut file, operation);
        let method = name::ident(&name::value(&operation.id));
        methods.push(code! {
            async fn #method(&self, context: &#context, request: #module::Request) -> Result<#module::Response, #module::Error> {
                self.http.call(context, &#module::OPERATION, &request).await
            }
        });
    }
    file.item(&code! {
        impl #contract for Client {
            #(#methods)*
        }
    });
    file
}
