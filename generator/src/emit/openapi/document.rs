//! Puts the document of one contract together.

use utoipa::openapi::{InfoBuilder, OpenApiBuilder, Server};

use crate::ir;

/// The OpenAPI 3.1 document of an API or a service, as indented JSON that ends in a newline.
pub fn document(platform: &ir::Platform, id: &ir::ApiId) -> String {
    let api = platform.contract(id);
    let info = InfoBuilder::new()
        .title(api.id.name.clone())
        .version(api.version.clone())
        .description(Some(api.docs.description.clone()))
        .build();
    let document =
        OpenApiBuilder::new().info(info).servers(Some([Server::new(format!("/v{}", api.id.major))])).build();
    let mut text = serde_json::to_string_pretty(&document).expect("a document holds nothing that JSON cannot say");
    text.push('\n');
    text
}
