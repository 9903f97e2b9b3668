//! Any text, read as CSV and imported, ends in statements or rows, or in diagnostics whose places lie inside it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xwalk::diagnostic::Diagnostic;
use xwalk::exchange::import::{Kind, self};
use xwalk::exchange::sheet;
use xwalk::load::{self, Files};
use xwalk::model::{EditionId, Library};
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

fuzz_target!(|text: &str| {
    let mut sources = Sources::default();
    let file = sources.add("fuzzed.csv", text.to_owned());
    let sheets = sheet::csv(&sources, file);
    let edition = EditionId::parse("a:1").expect("an id");
    if let Ok(rows) = import::rows(&sheets, &import::SheetChoice::Only, Kind::Assessment, &[]) {
        match import::statements(&rows, Some(&edition), &LIBRARY) {
            Ok((_, warnings)) => inside(&sources, &warnings),
            Err(faults) => inside(&sources, &faults),
        }
    }
    if let Ok(rows) = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]) {
        let _ = import::editions(&rows, &LIBRARY);
    }
});
