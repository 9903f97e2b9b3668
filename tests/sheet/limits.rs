//! Workbooks that are damaged, lie, or hold more than anybody fills in: each ends in sheets or in what is wrong, and nothing is
//! kept in memory before it is looked over.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{Format, Workbook};
use xwalk::exchange::import::{self, Kind, SheetChoice};
use xwalk::exchange::sheet::{self, Sheet};
use xwalk::source::Sources;

use super::{edition, world};

/// A sound workbook with two statements.
fn sound() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip([["Clause", "Status"], ["4.1", "partial"], ["4.2", "planned"]]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    sheet.merge_range(5, 0, 6, 1, "", &Format::new()).unwrap();
    workbook.save_to_buffer().unwrap()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const SHARED: &str = "xl/sharedStrings.xml";

/// The sound workbook with one of its parts changed, and others beside.
fn with(part: &str, change: impl Fn(String) -> String, others: &[(&str, &[u8])]) -> Vec<u8> {
    changed(&sound(), part, change, others)
}

fn changed(bytes: &[u8], part: &str, change: impl Fn(String) -> String, others: &[(&str, &[u8])]) -> Vec<u8> {
    let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for at in 0..read.len() {
        let mut text = String::new();
        let mut file = read.by_index(at).unwrap();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        written.start_file(&name, options).unwrap();
        let text = if name == part { change(text) } else { text };
        written.write_all(text.as_bytes()).unwrap();
    }
    for (name, bytes) in others {
        written.start_file(*name, options).unwrap();
        written.write_all(bytes).unwrap();
    }
    written.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    sheet::workbook(&mut Sources::default(), "made.xlsx", bytes, sheet::MAX_SIZE)
}

fn replaced(from: &str, to: &str) -> Vec<u8> {
    with(
        SHEET,
        |text| {
            assert!(text.contains(from), "{text}");
            text.replace(from, to)
        },
        &[],
    )
}

#[test]
fn a_place_that_no_worksheet_has_is_refused_by_its_name() {
    for (from, to, why) in [
        ("r=\"A2\"", "r=\"A4294967298\"", "A4294967298 lies beyond the last row of a worksheet, 1048576"),
        ("r=\"A2\"", "r=\"A1048577\"", "A1048577 lies beyond the last row of a worksheet, 1048576"),
        ("r=\"A2\"", "r=\"XFE2\"", "XFE2 lies beyond the last column of a worksheet, XFD"),
        ("r=\"A2\"", "r=\"A0\"", "A0 lies beyond the last row of a worksheet, 1048576"),
        ("r=\"A2\"", "r=\"A\"", "A is not a place in a worksheet"),
        ("<row r=\"2\"", "<row r=\"4294967298\"", "4294967298 lies beyond the last row of a worksheet, 1048576"),
        ("ref=\"A6:B7\"", "ref=\"B7:A6\"", "B7:A6 is not a range of cells"),
        ("ref=\"A6:B7\"", "ref=\"A6:B9999999\"", "B9999999 lies beyond the last row of a worksheet, 1048576"),
        ("<dimension ref=\"A1:B7\"", "<dimension ref=\"B7:A1\"", "B7:A1 is not a range of cells"),
        (
            "<dimension ref=\"A1:B7\"",
            "<dimension ref=\"A1:ZZZZ7\"",
            "ZZZZ7 lies beyond the last column of a worksheet, XFD",
        ),
    ] {
        assert_eq!(read(&replaced(from, to)).unwrap_err(), format!("{SHEET}: {why}"), "{to}");
    }
    assert!(read(&replaced("r=\"A2\"", "r=\"A1048576\"")).is_ok());
}

#[test]
fn a_dimension_that_lies_changes_nothing() {
    let sheets = read(&replaced("<dimension ref=\"A1:B7\"", "<dimension ref=\"A1:XFD1048576\"")).unwrap();
    assert_eq!(sheets[0].rows.len(), 3);
}

#[test]
fn rows_without_a_number_end_where_worksheets_end() {
    let last = "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>";
    assert_eq!(
        read(&replaced("</sheetData>", last)).unwrap_err(),
        "sheet Sheet1: the cell A1048577 lies beyond the end of a worksheet"
    );
}

#[test]
fn cells_beyond_the_budget_are_refused_by_name_before_they_are_kept() {
    // Each cell counts as sixteen bytes at least, and six stand before those of column A.
    let refused = sheet::workbook(&mut Sources::default(), "made.xlsx", &many_cells(), 20_000).unwrap_err();
    assert_eq!(refused, "sheet Sheet1: at cell A1252 it contains more than 20000 bytes of text");
}

/// A text of the shared list in two thousand cells, behind those of the sound workbook.
fn many_cells() -> Vec<u8> {
    let rows = (8..2008).fold(String::new(), |mut rows, row| {
        write!(rows, "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>").unwrap();
        rows
    });
    with(SHEET, |text| text.replace("</sheetData>", &format!("{rows}</sheetData>")), &[])
}

#[test]
fn a_text_that_many_cells_share_counts_for_each_of_them() {
    let long = "x".repeat(30_000);
    let bytes = with(SHARED, |text| text.replacen("<t>Clause</t>", &format!("<t>{long}</t>"), 1), &[]);
    assert!(sheet::workbook(&mut Sources::default(), "made.xlsx", &bytes, 1 << 20).is_ok());
    let both = changed(&many_cells(), SHARED, |text| text.replacen("<t>Clause</t>", &format!("<t>{long}</t>"), 1), &[]);
    let refused = sheet::workbook(&mut Sources::default(), "made.xlsx", &both, 1 << 20).unwrap_err();
    assert_eq!(refused, "sheet Sheet1: at cell A41 it contains more than 1 MB of text", "A1 and 33 below it fit");
}

#[test]
fn what_is_packed_small_and_is_large_is_refused() {
    let huge = "x".repeat(2 << 20);
    let in_cell = format!("<row r=\"9\"><c r=\"C9\" t=\"inlineStr\"><is><t>{huge}</t></is></c></row></sheetData>");
    let refused = read(&replaced("</sheetData>", &in_cell)).unwrap_err();
    assert_eq!(refused, format!("{SHEET}: unpacked, it is too large, at cell C9"));
    let runs = "<r><t>0123456789</t></r>".repeat(200_000);
    let in_cell = format!("<row r=\"9\"><c r=\"C9\" t=\"inlineStr\"><is>{runs}</is></c></row></sheetData>");
    let refused = read(&replaced("</sheetData>", &in_cell)).unwrap_err();
    assert_eq!(refused, format!("{SHEET}: the cell C9 contains more than 1 MB"));
    let texts = with(SHARED, |text| text.replace("</sst>", &("<si/>".repeat(100_000) + "</sst>")), &[]);
    let refused = sheet::workbook(&mut Sources::default(), "made.xlsx", &texts, 1 << 20).unwrap_err();
    assert_eq!(refused, format!("{SHARED}: its shared texts are too large"));
    let styles =
        with("xl/styles.xml", |text| text.replace("</cellXfs>", &("<xf/>".repeat(600_000) + "</cellXfs>")), &[]);
    assert_eq!(read(&styles).unwrap_err(), "xl/styles.xml: it has more than 500000 elements");
    let deep = with(SHEET, |text| text.replace("</sheetData>", &format!("</sheetData>{}", "<a>".repeat(200))), &[]);
    assert_eq!(read(&deep).unwrap_err(), format!("{SHEET}: its elements are nested more than 100 deep"));
    let rest = format!("<?xml?>{}", "<a/>".repeat(300_000));
    let wide = with(SHEET, |text| text.replace("</sheetData>", &format!("</sheetData>{rest}")), &[]);
    let refused = sheet::workbook(&mut Sources::default(), "made.xlsx", &wide, 100_000).unwrap_err();
    assert!(refused.starts_with(&format!("{SHEET}: unpacked, it is more than 100000 bytes in all")), "{refused}");
}

#[test]
fn a_part_that_is_no_xml_is_never_read() {
    let program = [0xd0, 0xcf, 0x11, 0xe0].repeat(1000);
    let bytes = with(SHEET, |text| text, &[("xl/vbaProject.bin", &program), ("xl/media/image1.png", b"\x89PNG")]);
    let sheets = read(&bytes).unwrap();
    assert_eq!(sheets[0].rows.len(), 3);
}

#[test]
fn a_number_of_a_shared_formula_asks_for_no_memory() {
    let formula = "<row r=\"9\"><c r=\"A9\"><f t=\"shared\" ref=\"A9:A9\" si=\"4000000000\">1+1</f><v>2</v></c>\
        <c r=\"B9\"><f t=\"shared\" si=\"4000000000\"/></c></row></sheetData>";
    let sheets = read(&replaced("</sheetData>", formula)).unwrap();
    let texts: Vec<String> = sheets[0].rows[3].cells.iter().map(|cell| cell.value.text()).collect();
    assert_eq!(texts[0], "2");
}

#[test]
fn merged_cells_that_overlap_are_refused() {
    let bytes = with(
        SHEET,
        |text| text.replace("<mergeCells count=\"1\">", "<mergeCells count=\"2\"><mergeCell ref=\"A1:A6\"/>"),
        &[],
    );
    assert_eq!(read(&bytes).unwrap_err(), "sheet Sheet1: the merged cells A1:A6 and A6:B7 overlap");
}

#[test]
fn no_day_is_too_far_for_a_cell() {
    for number in ["1e300", "-1e300", "-1", "NaN", "inf", "2958466", "99999999999", "0", "0.5", "60", "2958465.999999"]
    {
        let day = format!("<row r=\"9\"><c r=\"A9\" s=\"1\"><v>{number}</v></c></row></sheetData>");
        let with_style = with(SHEET, |text| text.replace("</sheetData>", &day), &[]);
        let styled = |text: String| text.replace("</cellXfs>", "<xf numFmtId=\"14\"/></cellXfs>");
        let sheets = read(&changed(&with_style, "xl/styles.xml", styled, &[]));
        assert!(sheets.is_ok(), "{number}: {sheets:?}");
    }
}

#[test]
fn other_kinds_of_workbook_are_refused_by_what_they_are() {
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
    assert_eq!(
        read(&old).unwrap_err(),
        "it is an .xls file from before 2007, or locked with a password: save it as XLSX without a password"
    );
    let mut ods = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    ods.start_file("mimetype", stored).unwrap();
    ods.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    let ods = ods.finish().unwrap().into_inner();
    assert_eq!(read(&ods).unwrap_err(), "it is an OpenDocument file: save it as XLSX");
}

/// Reads bytes and imports what they hold.
fn survives(bytes: &[u8]) {
    let mut sources = Sources::default();
    let Ok(sheets) = sheet::workbook(&mut sources, "made.xlsx", bytes, 1 << 20) else { return };
    let Ok(rows) = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]) else { return };
    let faults = match import::statements(&rows, Some(&edition("odd:1")), &world(None).library) {
        Ok((_, faults)) | Err(faults) => faults,
    };
    for fault in faults {
        let text = sources.get(fault.span.file).text();
        assert!(text.get(fault.span.start as usize..fault.span.end as usize).is_some(), "{fault:?}");
    }
}

#[test]
fn a_workbook_that_is_cut_or_damaged_anywhere_is_read_or_refused() {
    let bytes = sound();
    for end in (0..bytes.len()).step_by(97) {
        survives(&bytes[..end]);
    }
    for at in (0..bytes.len()).step_by(53) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0xff;
        survives(&damaged);
    }
}

#[test]
fn a_worksheet_whose_words_are_mixed_up_is_read_or_refused() {
    let text = std::cell::RefCell::new(String::new());
    with(
        SHEET,
        |part| {
            text.borrow_mut().clone_from(&part);
            part
        },
        &[],
    );
    let text = text.into_inner();
    for (at, _) in text.match_indices(['<', '"', '>', '/', '=']) {
        survives(&with(SHEET, |part| [&part[..at], &part[at + 1..]].concat(), &[]));
    }
    for word in [
        "<v>",
        "<c r=\"A1:B2\">",
        "<row r=\"\">",
        "<f t=\"shared\">",
        "<is>",
        "<mergeCell ref=\"\"/>",
        "&",
        "]]>",
        "<!--",
    ] {
        survives(&with(SHEET, |part| part.replace("<sheetData>", &format!("<sheetData>{word}")), &[]));
    }
}
