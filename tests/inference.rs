//! The engine against its contract (SEMANTICS.md, sections 1 to 5): typed answers for small worlds, a second
//! implementation by brute force for random ones, and sets of demands for what the contract itself claims.

#[path = "inference/contract.rs"]
mod contract;
#[path = "inference/engine.rs"]
mod engine;
#[path = "inference/examples.rs"]
mod examples;
#[path = "inference/laws.rs"]
mod laws;
#[path = "inference/sets.rs"]
mod sets;
#[path = "inference/world.rs"]
mod world;
