//! What is wrong with a sheet is said at its cells, all of it in one run.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use xwalk::diagnostic::Diagnostic;
use xwalk::exchange::import::{self, Kind};
use xwalk::exchange::sheet::{self, Sheet};
use xwalk::source::Sources;

use super::{edition, read, world};
use crate::common::{World, clause};

/// The lines of all faults: line, column, what is wrong, the way out.
pub(crate) fn lines(faults: &[Diagnostic], sources: &Sources) -> Vec<String> {
    let line = |fault: &Diagnostic| {
        let place = sources.position(fault.span);
        let help = fault.help.as_deref().unwrap_or("");
        format!("{}:{} {}: {} | {help}", place.line, place.column, fault.rule.id(), fault.message)
    };
    faults.iter().map(line).collect()
}

fn faults_of(sheets: &[Sheet], sources: &Sources, world: &World) -> Vec<String> {
    let rows = import::rows(sheets, &import::SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    lines(&import::statements(&rows, Some(&edition("odd:1")), &world.library).unwrap_err(), sources)
}

fn csv_faults(text: &'static str) -> Vec<String> {
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text);
    faults_of(&sheet::csv(&sources, file), &sources, &world(None))
}

/// What is said of a word that the built-in list has.
fn unknown(word: &str, meant: &str) -> String {
    format!(
        "unknown-status: {word} is not a valid status | did you mean {meant}? --status \"{word}={meant}\" says so, and --guess \
         reads such words with the built-in list; or use one of {STATUSES}"
    )
}

const STATUSES: &str = "implemented, partial, planned, not-implemented, not-applicable";

#[test]
fn every_bad_cell_of_a_csv_file_is_named_by_line_and_column() {
    assert_eq!(
        csv_faults(
            "\u{feff}clause,status,due,maturity,effort,evidence\r\n\
             4.1,done,2026-02-30,6,two,\"a\r\nb\"\r\n\
             4.3,Partial,,,,\r\n\
             9,implemented,,,,\r\n\
             ,planned,,,,\r\n\
             4.2,,,,,x\r\n\
             5.1,\"not applicable\",,,,\r\n\
             other:1/4.1,planned,,,,\r\n"
        ),
        [
            format!("2:5 {}", unknown("done", "implemented")),
            "2:10 bad-date: 2026-02-30 is not a valid date | write year-month-day, such as 2026-11-20".to_owned(),
            "2:21 maturity-out-of-range: 6 is not a valid maturity | a whole number from 0 to 5".to_owned(),
            "2:23 out-of-range: two is not a valid number of person-days | a number from 0 to 100000 with at most two decimal places, such as 2.5".to_owned(),
            "4:1 unknown-clause: odd:1 has no clause 4.3 | the nearest are 4.1, 4.2 and 4".to_owned(),
            "5:1 informative-clause: odd:1/9 (Only told) is informative and cannot be assessed | it contains no requirement; remove it".to_owned(),
            "6:2 missing-key: the row contains a statement but names no clause | fill in the column clause, or empty the row".to_owned(),
            format!("7:1 missing-key: something is stated on 4.2, but no status | fill in the column status: planned, if it is only assigned or scheduled so far; use one of {STATUSES}"),
            "8:5 missing-justification: 5.1 is not applicable without a justification | fill in the column justification".to_owned(),
            "9:1 unknown-edition: there is no edition other:1 | `xwalk list editions` shows the available editions; --standards DIR adds a folder of your own".to_owned(),
        ]
    );
}

#[test]
fn a_clause_stated_twice_may_be_one_whose_zero_was_dropped() {
    assert_eq!(
        csv_faults("clause;status\n4.1;partial\nodd:1/4.1;planned\n4.2;partial\n4.2;partial\n"),
        [
            "3:1 duplicate-statement: there is a second statement on 4.1 here | keep one of the two; if one was 4.10, a spreadsheet dropped the zero: format the column as text",
            "5:1 duplicate-statement: there is a second statement on 4.2 here | keep one of the two",
        ]
    );
}

#[test]
fn words_of_other_people_are_suggested_and_never_taken_for_a_status() {
    for (word, meant) in
        [("Yes", "implemented"), ("n.a.", "not-applicable"), ("offen", "not-implemented"), ("in progress", "partial")]
    {
        let mut sources = Sources::default();
        let file = sources.add("sheet.csv", format!("clause,status\n4.2,{word}\n"));
        let faults = faults_of(&sheet::csv(&sources, file), &sources, &world(None));
        assert_eq!(faults, [format!("2:5 {}", unknown(word, meant))]);
    }
}

#[test]
fn the_edition_of_a_row_and_that_of_its_clause_have_to_be_one() {
    assert_eq!(
        csv_faults("edition,clause,status\nplain:1,odd:1/4.2,partial\nODD/standard 1,odd:1/4.1,planned\n"),
        ["2:9 bad-id: the clause is one of odd:1, but its row names plain:1 | correct one of the two"]
    );
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", "clause,status\n4.2,partial\n");
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let faults = import::statements(&rows, None, &world(None).library).unwrap_err();
    assert_eq!(
        lines(&faults, &sources),
        [
            "2:1 bad-id: 4.2 does not name its edition | add --edition EDITION, fill in a column edition, or write <edition>/<clause>"
        ]
    );
}

const AS_TEXT: &str =
    "format the column as text and write the id again: spreadsheets read 4.10 as 4.1 and 4.2 as a date";

/// A workbook with a title above its head, as people make them.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "read me").unwrap();
    let sheet = workbook.add_worksheet().set_name("Audit").unwrap();
    sheet.write(0, 0, "Internal audit").unwrap();
    for (column, head) in (1..).zip(["Requirement No.", "Umsetzungsstand", "Termin", "Remark", "Priority"]) {
        sheet.write(2, column, head).unwrap();
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write(3, 1, 4.1).unwrap();
    sheet.write(3, 2, "yes").unwrap();
    sheet.write(4, 1, 4.2).unwrap();
    sheet.write(4, 2, "Implemented").unwrap();
    sheet.write_datetime_with_format(4, 3, ExcelDateTime::from_ymd(2027, 3, 31).unwrap(), &day).unwrap();
    sheet.write(4, 4, 42).unwrap();
    sheet.write_datetime_with_format(5, 1, ExcelDateTime::from_ymd(2026, 2, 4).unwrap(), &day).unwrap();
    sheet.write(5, 2, "planned").unwrap();
    sheet.write(6, 1, "5.1").unwrap();
    sheet.write(6, 2, "planned").unwrap();
    sheet.write(6, 3, 46_000).unwrap();
    sheet.write_formula(6, 4, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(7, 1, "C,D").unwrap();
    sheet.write(7, 2, "planned").unwrap();
    sheet.write(7, 4, "half… [cut: a cell holds 32,767 characters]").unwrap();
    sheet.write(8, 1, "4.10 ").unwrap();
    sheet.write(8, 7, "below no head").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn every_bad_cell_of_a_workbook_is_named_by_its_coordinates() {
    let mut sources = Sources::default();
    let sheets = sheet::workbook(&mut sources, "audit.xlsx", &workbook(), sheet::MAX_SIZE).unwrap();
    assert_eq!(
        faults_of(&sheets, &sources, &world(None)),
        [
            format!("4:1 wrong-type: B4: the number 4.1 can be 4.1 or 4.10 | {AS_TEXT}"),
            format!("4:7 {}", unknown("yes", "implemented").replacen(": ", ": C4: ", 1)),
            format!("6:1 wrong-type: B6: the date 2026-02-04 is not a valid clause id | it may be 4.2: {AS_TEXT}"),
            "7:17 bad-date: D7: 46000 is not a valid date | write year-month-day, such as 2026-11-20".to_owned(),
            "7:25 wrong-type: E7: the formula of this cell gives the error #DIV/0! | correct it, or write the intended value".to_owned(),
            "8:17 too-large: E8: the text was cut when it was exported | copy the whole text from the assessment, or export it as CSV".to_owned(),
        ]
    );
    let source = sources.get(sheets[1].file);
    assert_eq!(source.name(), "audit.xlsx, sheet Audit");
    assert_eq!(source.text().lines().nth(4), Some("4.2 | Implemented | 2027-03-31 | 42"));
    let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    assert_eq!(rows.ignored, ["F (Priority)", "H (without a heading)"]);
}

#[test]
fn a_number_that_can_be_but_one_clause_is_that_clause_and_a_day_is_a_day() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in ["edition", "clause", "status", "due", "owner"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), head).unwrap();
    }
    sheet.write(1, 0, "ODD/Standard 1").unwrap();
    sheet.write(1, 1, 4.2).unwrap();
    sheet.write(1, 2, "Not_Implemented").unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2027, 3, 31).unwrap(), &day).unwrap();
    sheet.write(1, 4, 42).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let statements =
        read(&sheet::workbook(&mut Sources::default(), "sheet.xlsx", &bytes, sheet::MAX_SIZE).unwrap(), &world(None));
    let [(id, statement)] = statements.list.as_slice() else { panic!("{statements:?}") };
    assert_eq!(*id, clause("odd:1/4.2"));
    assert_eq!(statement.status, xwalk::model::Status::NotImplemented);
    assert_eq!((statement.due, statement.owner.as_deref()), (Some(jiff::civil::date(2027, 3, 31)), Some("42")));
}

/// A workbook with formulas, some of which nobody has computed: a text says so.
fn computed_by_nobody() -> Vec<u8> {
    const MARK: &str = "of nobody";
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(["clause", "status", "owner", "title"]) {
        sheet.write(0, column, head).unwrap();
    }
    sheet.write(1, 0, "4.1").unwrap();
    sheet.write_formula(1, 1, Formula::new("=D9").set_result(MARK)).unwrap();
    sheet.write_formula(1, 2, Formula::new("=D9&\"\"").set_result("")).unwrap();
    sheet.write_formula(1, 3, Formula::new("=D9").set_result(MARK)).unwrap();
    sheet.write(2, 0, "4.2").unwrap();
    sheet.write_formula(2, 1, Formula::new("=LOWER(\"Partial\")").set_result("partial")).unwrap();
    sheet.write_formula(2, 2, Formula::new("=D9").set_result(MARK)).unwrap();
    let mut read = zip::ZipArchive::new(Cursor::new(workbook.save_to_buffer().unwrap())).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..read.len() {
        let mut text = String::new();
        let mut part = read.by_index(at).unwrap();
        part.read_to_string(&mut text).unwrap();
        written.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        let text = text.replace(&format!("<v>{MARK}</v>"), "<v></v>").replace(r#" t="str"><f>D9</f>"#, "><f>D9</f>");
        written.write_all(text.as_bytes()).unwrap();
    }
    written.finish().unwrap().into_inner()
}

#[test]
fn a_formula_whose_result_nobody_computed_is_an_error_and_one_that_comes_to_nothing_is_none() {
    let mut sources = Sources::default();
    let sheets = sheet::workbook(&mut sources, "made.xlsx", &computed_by_nobody(), sheet::MAX_SIZE).unwrap();
    let way_out = "open the workbook in a spreadsheet program and save it";
    assert_eq!(
        faults_of(&sheets, &sources, &world(None)),
        [
            format!("2:7 wrong-type: B2: the formula has no result | {way_out}"),
            format!("3:17 wrong-type: C3: the formula has no result | {way_out}"),
        ]
    );
}

#[test]
fn a_time_is_no_clause_and_evidence_has_no_blanks_around_it() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(["clause", "status", "evidence"]) {
        sheet.write(0, column, head).unwrap();
    }
    let time = Format::new().set_num_format("hh:mm");
    sheet.write_datetime_with_format(1, 0, ExcelDateTime::from_hms(4, 10, 0).unwrap(), &time).unwrap();
    sheet.write(1, 1, "partial").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let mut sources = Sources::default();
    let sheets = sheet::workbook(&mut sources, "sheet.xlsx", &bytes, sheet::MAX_SIZE).unwrap();
    assert_eq!(
        faults_of(&sheets, &sources, &world(None)),
        [format!("2:1 wrong-type: A2: the time 04:10:00 is not a valid clause id | {AS_TEXT}")]
    );
    let file = sources.add("sheet.csv", "clause,status,evidence\nodd:1/4.2,partial,\" a.pdf \n\n\tb c.pdf\"\n");
    let statements = read(&sheet::csv(&sources, file), &world(None));
    assert_eq!(statements.list[0].1.evidence, ["a.pdf", "b c.pdf"]);
}

#[test]
fn a_quotation_mark_that_nothing_closes_is_named_and_what_it_swallows_is_not() {
    assert_eq!(
        csv_faults("clause,note,status\n4.2,,done\n5.1,half,\"partial\n4.1,,planned\n4.3,,no\n"),
        [
            format!("2:6 {}", unknown("done", "implemented")),
            "3:10 syntax: this quotation mark is never closed: everything after it is read as one cell | close it; write one that belongs to a text twice, and put the text in quotation marks".to_owned(),
        ]
    );
    assert_eq!(csv_faults("clause,status\n4.2,\"par\"tial\"\n4.3,planned\n").len(), 2, "closed, if badly");
}

#[test]
fn cells_that_are_a_million_rows_apart_are_read() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "clause").unwrap();
    sheet.write(0, 16_383, "status").unwrap();
    sheet.write(1_048_575, 0, "4.1").unwrap();
    sheet.write(1_048_575, 16_383, "done").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let mut sources = Sources::default();
    let sheets = sheet::workbook(&mut sources, "sheet.xlsx", &bytes, sheet::MAX_SIZE).unwrap();
    let faults = faults_of(&sheets, &sources, &world(None));
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("1048576:7 unknown-status: XFD1048576: done is not a valid status"), "{faults:?}");
}

#[test]
fn what_is_no_workbook_is_refused() {
    for bytes in [&b""[..], b"clause,status\n", b"PK\x03\x04 and no more", &workbook()[..500]] {
        assert!(sheet::workbook(&mut Sources::default(), "sheet.xlsx", bytes, sheet::MAX_SIZE).is_err());
    }
}

#[test]
fn the_clauses_of_a_table_may_name_their_editions_by_alias() {
    let mut sources = Sources::default();
    let file = sources.add(
        "sheet.csv",
        "From,To,Relation\nodd/standard 1/4.1 ODD/STANDARD 1/4.2,plain:1/1,full\n\"ODD/STANDARD 1/4.1+odd:1/5.1\",PLAIN:1/2,full\n",
    );
    let world = world(None);
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]).unwrap();
    assert_eq!(import::editions(&rows, &world.library), (Some(edition("odd:1")), Some(edition("plain:1"))));
    let (table, _) = import::table(&rows, &head(), &world.library).unwrap();
    let from: Vec<&[xwalk::model::ClauseId]> = table.rows.iter().map(|row| row.from.as_slice()).collect();
    assert_eq!(from, [[clause("odd:1/4.1"), clause("odd:1/4.2")], [clause("odd:1/4.1"), clause("odd:1/5.1")]]);
}

pub(crate) fn head() -> import::TableHeader {
    import::TableHeader {
        id: xwalk::model::TableId::parse("odd--plain").unwrap(),
        title: None,
        from: edition("odd:1"),
        to: edition("plain:1"),
        version: 1,
        source: "us".to_owned(),
        confidence: xwalk::model::Confidence::Low,
        provenance: None,
        method: None,
        mapper: None,
        date: None,
        stage: None,
        derived_from: Vec::new(),
        is_draft: false,
    }
}

#[test]
fn every_bad_row_of_a_table_is_named() {
    let mut sources = Sources::default();
    let file = sources.add(
        "sheet.csv",
        "From,To,Relationship,Backwards,Sure,Note\n\
         4.1+4.2,1,full,,,\n\
         \"4.1, 4.9\",2,partly,,,\n\
         ,3,partial,,,\n\
         4.1,,none,,,\n\
         4.1,,full,,,\n\
         4.2,1,,,,\n\
         4.2,2,full,none,sure,\n\
         C,3,none,,,\n\
         \"C,D A+B\",3,none,,\n",
    );
    let world = world(None);
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]).unwrap();
    assert_eq!(
        lines(&import::table(&rows, &head(), &world.library).unwrap_err(), &sources),
        [
            "3:1 unknown-clause: odd:1 has no clause 4.9 | the nearest are 4.1, 4.2 and 4",
            "3:14 unknown-relation: partly is not a valid relation | use one of full, partial, none, related, or a word of OSCAL or NIST IR 8477 such as equal-to, subset-of, superset-of, intersects-with",
            "4:4 row-without-from: the row says partial, but does not name what covers the clause | fill in the column from; only the relation none is possible without it",
            "5:1 missing-key: the row lists a clause as unrelated without a reason | give the reason in the column note, or fill in the column to",
            "6:1 row-without-to: the row does not name the clause that it is about | fill in the column to",
            "7:1 left-out: rows left out that say nothing about their clauses: they have not been examined: 1 | ",
            "8:12 impossible-reverse: full forwards and none backwards are not possible together | overlap is mutual: either both are none, or neither is",
            "8:17 unknown-word: sure is not a valid confidence | use one of high, medium, low",
            "9:1 unknown-clause: odd:1 has no clause C | the nearest are 4 and 9",
        ]
    );
}

/// What covers a clause is not nothing where its cell could not be read.
#[test]
fn a_refused_cell_of_what_covers_has_one_error_and_no_second_one() {
    let mut sources = Sources::default();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(["from", "to", "relation"]) {
        sheet.write(0, column, head).unwrap();
    }
    for (row, (to, relation)) in (1..).zip([("1", "partial"), ("2", "none")]) {
        sheet.write(row, 0, 4.1).unwrap();
        sheet.write(row, 1, to).unwrap();
        sheet.write(row, 2, relation).unwrap();
        sheet.write(row + 2, 0, "4.2").unwrap();
        sheet.write(row + 2, 1, to).unwrap();
        sheet.write(row + 2, 2, "partial").unwrap();
    }
    let sheets = sheet::workbook(&mut sources, "book.xlsx", &workbook.save_to_buffer().unwrap(), sheet::MAX_SIZE);
    let sheets = sheets.unwrap();
    let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]).unwrap();
    let faults = import::table(&rows, &head(), &world(None).library).unwrap_err();
    let found: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(found, ["A2: the number 4.1 can be 4.1 or 4.10", "A3: the number 4.1 can be 4.1 or 4.10"]);
}

/// A row whose ends are of other editions than the table's is read as it is written, with a warning at its cell.
#[test]
fn a_row_with_its_ends_in_each_others_columns_is_named() {
    let mut sources = Sources::default();
    let file = sources.add(
        "sheet.csv",
        "to,to-title,from,relation\nodd:1/4.1,,plain:1/1,P\n1,,plain:1/2,full\nodd:1/4.2,,4.1,full\n",
    );
    let world = world(None);
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]).unwrap();
    let (table, faults) = import::table(&rows, &head(), &world.library).unwrap();
    assert_eq!(table.rows.len(), 3);
    let found: Vec<String> =
        lines(&faults, &sources).iter().map(|line| line.split(" | ").next().unwrap().to_owned()).collect();
    assert_eq!(
        found,
        [
            "2:12 row-of-other-editions: plain:1/1 and odd:1/4.1 are in each other's place",
            "3:4 row-of-other-editions: plain:1/2 is listed under `from`, but the table is about what odd:1 covers",
            "4:1 row-of-other-editions: odd:1/4.2 is listed under `to`, but the table is about how plain:1 is covered",
        ]
    );
}
