//! Documents in every language: nothing is missing, and nothing is left in another one.

#[path = "languages/documents.rs"]
mod documents;
#[path = "languages/files.rs"]
mod files;
#[path = "common/world.rs"]
#[expect(dead_code, reason = "the files that we ship have notes, which small worlds have not")]
mod world;
