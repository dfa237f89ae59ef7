//! Integration tests of the generator, a module per topic.

mod ui;
