//! Any policy of an assessment is one that is written again as it was read, or ends in diagnostics whose places lie inside it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xwalk::diagnostic::Diagnostic;
use xwalk::edit::write;
use xwalk::load::{self, Files};
use xwalk::model::Library;
use xwalk::source::Sources;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let mut sources = Sources::default();
    let text = "xwalk: catalog/1\nid: a:1\ntitle: A\nclauses:\n  \"4.1\": One\n  \"4.10\": Ten\n  \"5\": Five\n";
    let file = sources.add("a.yaml", text);
    let mut files = Files::default();
    files.read(&sources, file);
    load::library(&sources, files).sound().expect("it is sound").0
});

fn inside(sources: &Sources, faults: &[Diagnostic]) {
    for fault in faults {
        let text = sources.get(fault.span.file).text();
        assert!(text.get(fault.span.start as usize..fault.span.end as usize).is_some(), "{fault:?}");
    }
}

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
