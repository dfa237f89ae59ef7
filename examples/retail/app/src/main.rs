//! `retail`: runs the reference enterprise on this machine.

#[tokio::main]
async fn main() {
    let code = retail_app::run().await;
    // A read of the standard input cannot be taken back, so nobody waits for it.
    std::process::exit(i32::from(code));
}
