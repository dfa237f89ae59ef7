//! Integration tests of the generator, a module per topic.

mod asyncapi;
mod compiled;
mod digests;
mod fuzz;
mod golden;
mod linked;
mod openapi;
mod pages;
mod render;
mod schemas;
mod ui;
mod values;
