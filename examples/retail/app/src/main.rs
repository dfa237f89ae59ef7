//! `retail`: runs the reference enterprise on this machine.

use std::process::ExitCode;

use retail_app::{Enterprise, Ports, demo};

const USAGE: &str = "\
Usage: retail <command>

Commands:
  demo          Start every API on a free port, tell a story through them, and check it
  serve [PORT]  Start every API on ports from PORT on (8100 unless given) until interrupted
";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["demo"] => demo().await,
        ["serve"] => serve(8100).await,
        ["serve", port] => match port.parse() {
            Ok(port) => serve(port).await,
            Err(_) => return misused(),
        },
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => return misused(),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("retail: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn misused() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}

async fn serve(first_port: u16) -> anyhow::Result<bool> {
    let enterprise = Enterprise::start(Ports::From(first_port)).await?;
    println!("{enterprise}\nInterrupt to stop.");
    tokio::signal::ctrl_c().await?;
    Ok(true)
}
