//! The commands from outside: a workspace in a temporary directory, the program, its output and its exit code.

mod generate;
mod house;
mod new;
mod workspace;
