//! Runs the commands of this repository.

fn main() {}
