//! Any bytes, read as a workbook and imported, end in statements, or in what is wrong, at places inside what is shown. The
//! bytes are tried as they are, and as the worksheet of a workbook that is else sound.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use xwalk::exchange::import::{self, Kind, SheetChoice};
use xwalk::exchange::sheet;
use xwalk::model::{EditionId, Library};
use xwalk::source::Sources;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| common::library(&[("4.1", "One"), ("4.10", "Ten"), ("A.5", "Five")]));

const PARTS: [(&str, &str); 4] = [
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
    ),
];

fn packed(worksheet: &[u8]) -> Option<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in PARTS.map(|(name, part)| (name, part.as_bytes())).into_iter().chain([("xl/worksheets/sheet1.xml", worksheet)]) {
        zip.start_file(name, options).ok()?;
        zip.write_all(part).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

fn imported(bytes: &[u8]) {
    let mut sources = Sources::default();
    let Ok(sheets) = sheet::workbook(&mut sources, "fuzzed.xlsx", bytes, 1 << 20) else { return };
    let edition = EditionId::parse("a:1").expect("an id");
    if let Ok(mut rows) = import::rows(&sheets, &SheetChoice::All, Kind::Assessment, &[]) {
        rows.reading.split = true;
        rows.reading.words.guess = true;
        let faults = match import::statements(&rows, Some(&edition), &LIBRARY) {
            Ok((_, faults)) | Err(faults) => faults,
        };
        common::inside(&sources, &faults);
    }
    if let Ok(rows) = import::rows(&sheets, &SheetChoice::All, Kind::Table, &[]) {
        let _ = import::editions(&rows, &LIBRARY);
    }
}

fuzz_target!(|bytes: &[u8]| {
    imported(bytes);
    if let Some(bytes) = packed(bytes) {
        imported(&bytes);
    }
});
