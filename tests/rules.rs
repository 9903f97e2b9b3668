//! Every rule has a folder in `tests/rules` that breaks it, and runs over the folders of all the others.
//!
//! What is wrong in each folder, and where, stands in `tests/rules/expected.txt`. It was counted by hand in the files; nothing
//! of it was copied from what the program says, the words of the YAML crate after `[syntax]` excepted.

#[path = "rules/audit.rs"]
mod audit;
#[path = "rules/check.rs"]
mod check;
#[path = "rules/expected.rs"]
mod expected;
#[path = "rules/folder.rs"]
mod folder;
#[path = "rules/harm.rs"]
mod harm;
#[path = "rules/question.rs"]
mod question;
#[path = "rules/sound.rs"]
mod sound;
#[path = "rules/unusual.rs"]
mod unusual;
