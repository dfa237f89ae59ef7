//! The command line: which command, and how a run ends.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::{bench, ci, demo, docs, explain, generate, new, schema, test, tidy};
use crate::report::Verdict;

/// Describe an enterprise's integration in YAML, and keep the Rust that follows from it in step.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Generate(generate::Arguments),
    Explain(explain::Arguments),
    New(new::Arguments),
    Schema(schema::Arguments),
    Docs(docs::Arguments),
    Tidy(tidy::Arguments),
    Demo(demo::Arguments),
    Test(test::Arguments),
    Bench(bench::Arguments),
    Ci(ci::Arguments),
}

/// Runs a command: 0 when everything is clean, 1 when something was found, 2 when the run failed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Where the terminal is gone there is nobody left to tell.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match cli.command {
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Docs(arguments) => docs::run(&arguments),
        Command::Tidy(arguments) => tidy::run(&arguments),
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Test(arguments) => test::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Ci(arguments) => ci::run(&arguments),
    };
    match outcome {
        Ok(Verdict::Clean) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_and_argument_is_explained_in_one_sentence() {
        for command in Cli::command().get_subcommands() {
            let about =
                command.get_about().unwrap_or_else(|| panic!("{} has no help", command.get_name()));
            check(command.get_name(), &about.to_string());
            for argument in command.get_arguments() {
                let help = argument
                    .get_help()
                    .unwrap_or_else(|| panic!("{} has no help", argument.get_id()));
                check(argument.get_id().as_str(), &help.to_string());
            }
        }
    }

    fn check(name: &str, help: &str) {
        assert!(
            help.starts_with(char::is_uppercase),
            "the help of {name} opens with a capital: {help}"
        );
        assert!(!help.contains('\n') && !help.is_empty(), "the help of {name} is one line: {help}");
    }
}
