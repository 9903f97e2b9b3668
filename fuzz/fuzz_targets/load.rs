//! Any text, read as a file of every kind, ends in a value or in a diagnostic whose places lie inside it.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;
use std::collections::BTreeSet;
use xwalk::load::{self, Files};
use xwalk::source::Sources;

fuzz_target!(|text: &str| {
    let mut sources = Sources::default();
    let file = sources.add("fuzzed.yaml", text.to_owned());
    let (_, faults) = load::everything(&sources, Files::default(), &[file], &BTreeSet::new()).into_parts();
    common::inside(&sources, &faults);
});
