//! The reference enterprise as a whole.

mod agreement;
mod backends;
mod configuration;
mod demonstration;
mod documentation;
mod domain;
mod following;
mod network;
mod provisioning;
mod repeating;
mod serving;
mod shop;
mod tiers;
mod unknown_words;
mod watching;
