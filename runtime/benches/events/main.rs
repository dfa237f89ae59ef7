//! What events cost: each figure beside a limit that was measured in the same run, as JSON on standard output.
//!
//! `cargo xtask bench events` starts the servers that this asks, and makes a table of what it tells.

mod arguments;
mod commits;
mod consuming;
mod figure;
mod latency;
mod order;
mod places;
mod publishing;
mod relaying;

use arguments::Arguments;
use figure::Figure;

fn main() {
    let arguments = Arguments::of_command_line();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("the machine lets us have threads");
    let figures = runtime.block_on(measure(&arguments));
    println!("{}", serde_json::to_string(&figures).expect("figures are JSON"));
}

/// Everything that is wanted, one after the other.
async fn measure(arguments: &Arguments) -> Vec<Figure> {
    let mut figures = Vec::new();
    if arguments.wants("commits") {
        figures.extend(commits::on_postgres(arguments).await);
        figures.extend(commits::on_sqlite(arguments).await);
    }
    if arguments.wants("relay") {
        figures.extend(relaying::to_jetstream(arguments).await);
    }
    if arguments.wants("latency") {
        figures.extend(latency::to_jetstream(arguments).await);
        figures.extend(latency::to_effects(arguments).await);
    }
    if arguments.wants("consumer") {
        figures.extend(consuming::from_jetstream(arguments).await);
    }
    figures
}
