//! What can be seen of a server from outside: logs, metrics, health.

mod health;
mod logs;
mod metrics;
