//! Integration tests of the generator, a module per topic.

mod compiled;
mod golden;
mod ui;
