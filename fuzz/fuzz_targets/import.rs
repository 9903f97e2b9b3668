//! Any text, read as CSV and imported, ends in statements or rows, or in diagnostics whose places lie inside it.
#![no_main]

mod common;

use common::inside;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xwalk::exchange::import::{Kind, self};
use xwalk::exchange::sheet;
use xwalk::model::{EditionId, Library};
use xwalk::source::Sources;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| common::library(&[("4.1", "One"), ("4.10", "Ten"), ("5", "Five")]));

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
