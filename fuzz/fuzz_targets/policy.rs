//! Any policy of an assessment is one that is written again as it was read, or ends in diagnostics whose places lie inside it.
#![no_main]

mod common;

use common::inside;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xwalk::edit::write;
use xwalk::load;
use xwalk::model::Library;
use xwalk::source::Sources;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| common::library(&[("4.1", "One"), ("4.10", "Ten"), ("5", "Five")]));

fuzz_target!(|policy: &str| {
    let mut sources = Sources::default();
    let policy: String = policy.lines().map(|line| format!("  {line}\n")).collect();
    let text = format!("xwalk: assessment/1\norganization: A\ntargets: [a:1]\npolicy:\n{policy}");
    let file = sources.add("fuzzed.yaml", text);
    match load::assessment(&sources, file, &LIBRARY).sound() {
        Err(faults) => inside(&sources, &faults),
        Ok((assessment, warnings)) => {
            inside(&sources, &warnings);
            let text = write::assessment(&assessment, &LIBRARY);
            let file = sources.add("again.yaml", text.clone());
            let again = load::assessment(&sources, file, &LIBRARY).sound().expect("what is written is sound").0;
            assert_eq!(write::assessment(&again, &LIBRARY), text);
        }
    }
});
