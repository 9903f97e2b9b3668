//! What people see in a sheet, and what of it counts: twins of columns, marks of cells, rows of a plan that come back.

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use xwalk::exchange::import::{self, DateOrder, Kind, Reading, SheetChoice, changes};
use xwalk::exchange::sheet;
use xwalk::model::Library;
use xwalk::source::Sources;

use super::errors::lines;
use super::kept::{csv, of, sheets, told, write_rows};
use super::{edition, world};

#[test]
fn a_column_that_does_not_count_is_an_error_where_it_says_something_else_than_the_one_that_does() {
    let text = "Control,Control in full,Status,State\n4.1,odd:1/4.1,partial,Partial\n4.2,odd:1/4.10,partial,inferred: full\n\
        5.1,odd:1/5.1,partial,implemented\nyes,odd:1/yes,,planned\n";
    let ways = "write the status under Status, or correct this cell; --map \"State=ignore\" ignores the column";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        [
            "3:1 contradicting-cells: the row says 4.2 under Control, but 4.10 under Control in full, which counts | \
             correct one of the two; --map \"Control=ignore\" ignores the column"
                .to_owned(),
            format!(
                "4:23 contradicting-cells: the row says implemented under State, but partial under Status, which counts | {ways}"
            ),
            format!(
                "5:16 contradicting-cells: the row says planned under State, but nothing under Status, which counts | {ways}"
            ),
        ]
    );
    let sound = "Control,Control in full,Status,State\n4.1,odd:1/4.1,not implemented,Not-implemented\n4.2,odd:1/4.2,,not assessed\n";
    assert_eq!(csv(sound, Reading::default()).unwrap(), ["4.1 not-implemented"]);
}

#[test]
fn the_status_that_people_see_in_a_statement_of_applicability_is_the_one_that_is_read_back() {
    let (mut sources, library) = super::write::bundled();
    let assessment = super::write::example("service-bank", &mut sources, &library);
    let document = asked(&xwalk::deliver::Soa::default(), &sources, &library, &assessment);
    let (_, sheets) = super::as_sheets(document).pop().unwrap();
    let sheet =
        sheets.iter().find(|sheet| sheet.name.as_deref().is_some_and(|name| name.starts_with("Controls"))).unwrap();
    let heads: Vec<String> = sheet.rows[0].cells.iter().map(|cell| cell.value.text()).collect();
    assert_eq!(heads[..6], ["Control", "Title", "Applies", "Justification", "Status", "Evidence"]);
    assert!(!heads[6..].iter().any(|head| ["State", "Status", "Status in full"].contains(&head.as_str())), "{heads:?}");
}

/// What a plan and an assessment make of the plan's rows with one of them changed, as CSV: the row of `clause` with
/// `from` replaced by `to`.
fn changed_plan(assessment: &str, clause: &str, from: &str, to: &str) -> Result<Vec<String>, Vec<String>> {
    let relations = "xwalk: relations/1\nid: odd-1--plain-1\nfrom: odd:1\nto: plain:1\nversion: 1\nsource: us\nconfidence: high\n\
        rows:\n  - { from: \"4.1\", to: \"1\", relation: partial }\n";
    let files = [super::ODD, super::PLAIN, ("odd-1--plain-1.yaml", relations)];
    let world = crate::common::World::new(&files, Some(assessment));
    let (before, _) = world.assessment.as_ref().unwrap();
    let plan = xwalk::deliver::Plan { wins: 0, ..xwalk::deliver::Plan::default() };
    let document = asked(&plan, &world.sources, &world.library, before);
    let text = String::from_utf8(super::written(&document, &xwalk::render::Csv)).unwrap();
    let is_about = |line: &&str| {
        let fields = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes()).records().next();
        fields.unwrap().unwrap().get(6) == Some(clause)
    };
    let row = text.lines().find(is_about).unwrap();
    assert!(row.contains(from), "{from}: {row}");
    let mut of_sheet = Sources::default();
    let file = of_sheet.add("plan.csv", text.replace(row, &row.replacen(from, to, 1)));
    let sheets = sheet::csv(&of_sheet, file);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let (statements, _) =
        import::statements(&rows, None, &world.library).map_err(|faults| lines(&faults, &of_sheet))?;
    let line = |(clause, stated): &(xwalk::model::ClauseId, xwalk::model::Statement)| {
        let owner = stated.owner.as_ref().map(|owner| format!(", owner {owner}")).unwrap_or_default();
        let due = stated.due.map(|due| format!(", due {due}")).unwrap_or_default();
        let effort = stated.effort.map(|effort| format!(", effort {effort}")).unwrap_or_default();
        format!("{clause} {}{owner}{due}{effort}", stated.status)
    };
    Ok(changes(before, &statements, &world.library).iter().map(line).collect())
}

/// The answer to a question about an assessment, without what it found.
fn asked(
    question: &impl xwalk::query::AssessedQuestion,
    sources: &Sources,
    library: &Library,
    assessment: &xwalk::model::Assessment,
) -> xwalk::report::Document {
    use xwalk::query::{Assessed, Case, Settings};
    let settings = Settings::default();
    let crosswalk = xwalk::crosswalk::Crosswalk::new(library, &settings.selection(library).unwrap());
    let case = Case { sources, library, crosswalk: &crosswalk, settings: &settings };
    let file = assessment.statements().next().unwrap().1.span.file;
    let document = question.document(Assessed { case, assessment, file }).unwrap();
    xwalk::report::Document { findings: Vec::new(), ..document }
}

/// 1 is based on 4.1, 2 and 3 on nothing; of 2 something is stated. All work has a usual effort.
const PLANNED: &str = "xwalk: assessment/1\norganization: Us\ntargets: [plain:1]\n\
    effort: { extend: 1, verify: 1, implement: 5, assess: 2, build: 3 }\nstatuses:\n  odd:1:\n    \
    \"4.1\": { status: planned, owner: Ann, due: 2027-03-31 }\n  plain:1:\n    \"2\": { status: planned, effort: 8 }\n";

#[test]
fn a_changed_row_of_a_plan_states_what_was_changed_and_not_what_followed() {
    let changed = |clause: &str, from: &str, to: &str| changed_plan(PLANNED, clause, from, to);
    assert_eq!(changed("plain:1/3", ",", ",").unwrap(), [""; 0]);
    // The usual effort of a base clause, and that of the work that is left.
    assert_eq!(
        changed("odd:1/4.1", ",planned,plain:1,", ",partial,plain:1,").unwrap(),
        ["odd:1/4.1 partial, owner Ann, due 2027-03-31"]
    );
    assert_eq!(changed("plain:1/3", ",build,,", ",build,planned,").unwrap(), ["plain:1/3 planned"]);
    // Owner and day are those of 4.1.
    assert_eq!(changed("plain:1/1", ",implement,,", ",implement,partial,").unwrap(), ["plain:1/1 partial"]);
    assert_eq!(
        changed("plain:1/1", ",Ann,plain:1/1,implement,,", ",Bob,plain:1/1,implement,partial,").unwrap(),
        ["plain:1/1 partial, owner Bob"]
    );
    // What somebody stated stays.
    assert_eq!(changed("plain:1/2", ",planned,", ",partial,").unwrap(), ["plain:1/2 partial, effort 8"]);
    assert_eq!(
        changed("plain:1/3", ",build,,plain:1,4,,3,3,", ",build,planned,plain:1,4,,3,4,").unwrap(),
        ["plain:1/3 planned, effort 4"]
    );
}

#[test]
fn a_plan_that_people_edit_in_a_workbook_comes_back_with_all_that_they_wrote() {
    let noted = PLANNED.replace("effort: 8 }", "effort: 8, note: \"as agreed\" }");
    let relations = "xwalk: relations/1\nid: odd-1--plain-1\nfrom: odd:1\nto: plain:1\nversion: 1\nsource: us\nconfidence: high\n\
        rows:\n  - { from: \"4.1\", to: \"1\", relation: full }\n";
    let files = [super::ODD, super::PLAIN, ("odd-1--plain-1.yaml", relations)];
    let world = crate::common::World::new(&files, Some(&noted));
    let (before, _) = world.assessment.as_ref().unwrap();
    let plan = xwalk::deliver::Plan { wins: 0, ..xwalk::deliver::Plan::default() };
    let document = asked(&plan, &world.sources, &world.library, before);
    // What the plan rests on stands on another sheet.
    let document = xwalk::report::Document { basis: xwalk::report::Basis::default(), ..document };
    let bytes = super::written(&document, &xwalk::render::Xlsx);
    // The sheet that opens is the one that is edited.
    use calamine::Reader;
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
    let first = book.sheet_names()[0].clone();
    let held = book.worksheet_range(&first).unwrap();
    let heads: Vec<String> = held.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let column = |head: &str| heads.iter().position(|known| known == head).unwrap();
    // What Excel would save: the same cells, some of them with something else in them.
    let edited = |clause: &str, cells: &[(&str, &str)]| {
        let (mut workbook, mut count) = (Workbook::new(), 0);
        let sheet = workbook.add_worksheet();
        for (row, line) in (0..).zip(held.rows()) {
            let is_it = line[column("Clause")] == clause;
            count += usize::from(is_it);
            for (at, cell) in (0..).zip(line) {
                let new = cells.iter().find(|(head, _)| is_it && usize::from(at) == column(head)).map(|(_, new)| *new);
                let text = match (new, cell) {
                    (Some(new), _) => new.to_owned(),
                    (None, calamine::Data::DateTime(day)) => {
                        let (year, month, day, ..) = day.to_ymd_hms_milli();
                        format!("{year}-{month:02}-{day:02}")
                    }
                    (None, other) => other.to_string(),
                };
                sheet.write(row, at, text).unwrap();
            }
        }
        assert_eq!(count, 1, "{clause}");
        let bytes = workbook.save_to_buffer().unwrap();
        let mut sources = Sources::default();
        let sheets = sheet::workbook(&mut sources, "plan.xlsx", &bytes, sheet::MAX_SIZE).unwrap();
        let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
        let (statements, _) = import::statements(&rows, None, &world.library).unwrap();
        let line = |(clause, stated): &(xwalk::model::ClauseId, xwalk::model::Statement)| {
            let (owner, note) = (stated.owner.as_deref().unwrap_or("-"), stated.note.as_deref().unwrap_or("-"));
            let due = stated.due.map_or("-".to_owned(), |due| due.to_string());
            let effort = stated.effort.map_or("-".to_owned(), |effort| effort.to_string());
            format!("{clause} {}, {owner}, {due}, {effort}, {note}", stated.status)
        };
        changes(before, &statements, &world.library).iter().map(line).collect::<Vec<String>>()
    };
    assert_eq!(edited("plain:1/3", &[]), [""; 0]);
    let all =
        [("Status", "planned"), ("Owner", "Bob"), ("Due", "2027-05-31"), ("Person-days", "4"), ("Note", "with IT")];
    assert_eq!(edited("plain:1/3", &all), ["plain:1/3 planned, Bob, 2027-05-31, 4, with IT"]);
    assert_eq!(edited("plain:1/2", &[("Status", "partial")]), ["plain:1/2 partial, -, -, 8, as agreed"]);
    assert_eq!(edited("plain:1/2", &[("Note", "")]), ["plain:1/2 planned, -, -, 8, -"]);
}

#[test]
fn work_that_is_assigned_needs_a_status_and_the_error_says_which() {
    let faults = changed_plan(PLANNED, "plain:1/3", ",,plain:1/3,", ",Bob,plain:1/3,").unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].ends_with(
            "missing-key: something is stated on 3, but no status | fill in the column status: planned, if it is only \
             assigned or scheduled so far; use one of implemented, partial, planned, not-implemented, not-applicable"
        ),
        "{faults:?}"
    );
}

/// The statements of a workbook about the small world, and warnings.
fn told_of_workbook(workbook: &mut Workbook) -> (Vec<String>, Vec<String>) {
    let (sources, sheets) = sheets(workbook);
    told(&sheets, &sources, &world(None).library, "odd:1", &SheetChoice::Only, Reading::default()).unwrap()
}

/// A workbook with one sheet of such rows.
fn one_sheet(rows: &[&[&str]], change: impl FnOnce(&mut Worksheet)) -> Workbook {
    let mut workbook = Workbook::new();
    // The name of a sheet is spelt otherwise in a package.
    let sheet = workbook.add_worksheet().set_name("R&D <1>").unwrap();
    write_rows(sheet, 0, rows);
    change(sheet);
    workbook
}

#[test]
fn an_address_behind_evidence_is_evidence_and_one_behind_anything_else_is_a_warning() {
    let rows: &[&[&str]] = &[
        &["Clause", "Status", "Evidence", "Note"],
        &["4.1", "partial", "", "see there"],
        &["4.2", "partial", "", ""],
        &["5.1", "partial", "", ""],
        &["yes", "partial", "", ""],
        &["4.10", "partial", "", ""],
    ];
    let link = |address: &str, text: &str| rust_xlsxwriter::Url::new(address).set_text(text);
    let mut workbook = one_sheet(rows, |sheet| {
        sheet.write(1, 2, link("https://docs.example/policy", "Policy")).unwrap();
        sheet.write(1, 3, link("https://docs.example/note", "see there")).unwrap();
        sheet.write(2, 2, link("https://docs.example/minutes", "https://docs.example/minutes")).unwrap();
        sheet.write(3, 2, link("internal:'R&D <1>'!A1", "above")).unwrap();
        let formula =
            rust_xlsxwriter::Formula::new("HYPERLINK(\"https://docs.example/plan\",\"Plan\")").set_result("Plan");
        sheet.write(4, 2, formula).unwrap();
        sheet.write(5, 2, link("mailto:a@docs.example", "a@docs.example")).unwrap();
    });
    assert_eq!(
        told_of_workbook(&mut workbook),
        (
            vec![
                "4.1 partial, evidence Policy + https://docs.example/policy, note see there".to_owned(),
                "4.10 partial, evidence a@docs.example".to_owned(),
                "4.2 partial, evidence https://docs.example/minutes".to_owned(),
                "5.1 partial, evidence above".to_owned(),
                "yes partial, evidence Plan + https://docs.example/plan".to_owned(),
            ],
            vec![
                "2:26 not-taken-over: D2: the link of a cell is not imported: D2 | copy an important address into the column evidence"
                    .to_owned()
            ]
        )
    );
}

#[test]
fn comments_struck_cells_and_hidden_rows_are_counted_with_the_first_of_them() {
    let rows: &[&[&str]] = &[
        &["Clause", "Status", "Owner"],
        &["4.1", "partial", "Ann"],
        &["4.2", "partial", "Ann"],
        &["5.1", "partial", ""],
        &["yes", "partial", ""],
        &["4.10", "partial", ""],
    ];
    let mut workbook = one_sheet(rows, |sheet| {
        let struck = Format::new().set_font_strikethrough();
        sheet.write_with_format(2, 1, "partial", &struck).unwrap();
        for row in 1..6 {
            sheet.insert_note(row, 2, &rust_xlsxwriter::Note::new("Ask Bob")).unwrap();
        }
        sheet.set_row_hidden(3).unwrap().set_row_hidden(4).unwrap();
    });
    let (statements, warnings) = told_of_workbook(&mut workbook);
    assert_eq!(statements.len(), 5);
    assert_eq!(
        warnings,
        [
            "2:1 not-taken-over: A2: the comments of 5 cells are not imported: C2, C3, C4 and 2 more | copy what is important into the column note",
            "3:7 not-taken-over: B3: a cell with strikethrough is read like any other: B3 | empty the cells that no longer count",
            "4:1 not-taken-over: A4: 2 hidden rows are read like any other: 4, 5 | delete rows that do not count; rows may be hidden by hand or by a filter",
        ]
    );
    assert_eq!(told_of_workbook(&mut one_sheet(rows, |_| {})).1, [""; 0]);
}

#[test]
fn the_justification_that_fits_a_row_is_taken() {
    let told = |text: &str| {
        let mut sources = Sources::default();
        let file = sources.add("sheet.csv", text.to_owned());
        let sheets = sheet::csv(&sources, file);
        told(&sheets, &sources, &world(None).library, "odd:1", &SheetChoice::Only, Reading::default()).unwrap()
    };
    let both = told(
        "Clause,Status,Justification,Justification for exclusion\n4.1,partial,law,\n4.2,not-applicable,,no code\n\
         5.1,not-applicable,any,none\n4.10,partial,,stray\nyes,not-applicable,alone,\n",
    );
    assert_eq!(
        both.0,
        [
            "4.1 partial, since law",
            "4.10 partial",
            "4.2 not-applicable, since no code",
            "5.1 not-applicable, since none",
            "yes not-applicable, since alone"
        ]
    );
    assert_eq!(
        both.1,
        [
            "4:20 not-taken-over: 2 justifications that do not fit their rows are not imported: row 4, row 5 | a justification for exclusion belongs to rows that are not applicable, any other to rows that are applicable"
        ]
    );
    let apart = "Clause,Status,Justification for inclusion,Reason for exclusion\n4.1,partial,law,\n4.2,not-applicable,,no code\n";
    let expected = ["4.1 partial, since law", "4.2 not-applicable, since no code"].map(str::to_owned).to_vec();
    assert_eq!(told(apart), (expected, Vec::new()));
}

#[test]
fn evidence_that_seems_to_name_several_files_in_one_piece_is_a_warning() {
    let text = "Clause,Status,Evidence\n4.1,partial,a.pdf;b.pdf\n4.2,partial,\"a.pdf, b.pdf\"\n5.1,partial,\"Minutes, 3 May\"\n";
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text);
    let sheets = sheet::csv(&sources, file);
    let library = world(None).library;
    let (statements, warnings) =
        told(&sheets, &sources, &library, "odd:1", &SheetChoice::Only, Reading::default()).unwrap();
    assert_eq!(
        statements,
        [
            "4.1 partial, evidence a.pdf;b.pdf",
            "4.2 partial, evidence a.pdf, b.pdf",
            "5.1 partial, evidence Minutes, 3 May"
        ]
    );
    assert_eq!(
        warnings,
        [
            "2:13 not-taken-over: 2 cells of evidence are each read as one piece but seem to name several: row 2, row 3 | write each piece on a separate line, or put a semicolon and a space between them"
        ]
    );
}

#[test]
fn a_word_that_denies_is_suggested_only_for_one_that_does() {
    let help = |word: &str| csv(&format!("Clause,Status\n4.1,{word}\n"), Reading::default()).unwrap_err().remove(0);
    let suggests = |word: &str, status: &str| help(word).contains(&format!("| did you mean {status}?"));
    assert!(suggests("Mostly implemented", "partial") && suggests("To be implemented", "planned"));
    assert!(suggests("À faire", "planned") && suggests("not implementd", "not-implemented"));
    assert!(suggests("implementd", "implemented") && suggests("Not aplicable", "not-applicable"));
    for word in ["Now implemented", "Yet implemented", "Mot applicable", "To implement"] {
        assert!(!help(word).contains("did you mean"), "{}", help(word));
    }
}

#[test]
fn of_a_clause_that_is_only_written_otherwise_that_one_is_named_alone() {
    let (_, library) = super::write::bundled();
    assert_eq!(
        of("Control,Status\nA_5.3,partial\n", "iso-iec-27001:2022", &library, Reading::default()).unwrap_err(),
        ["2:1 unknown-clause: iso-iec-27001:2022 has no clause A_5.3 | write A.5.3"]
    );
}

#[test]
fn clauses_apart_by_slashes_are_several() {
    let (_, library) = super::write::bundled();
    let text = "Control,Status\nA.5.3 / A.5.4,partial\nA.6.1/A.6.2,planned\n";
    let split = Reading { split: true, ..Reading::default() };
    assert_eq!(
        of(text, "iso-iec-27001:2022", &library, split).unwrap(),
        ["A.5.3 partial", "A.5.4 partial", "A.6.1 planned", "A.6.2 planned"]
    );
    assert_eq!(
        of(text, "iso-iec-27001:2022", &library, Reading::default()).unwrap_err(),
        [
            "2:1 bad-id: A.5.3 / A.5.4 names several clauses | --split reads lists and ranges of clauses in one cell",
            "3:1 bad-id: A.6.1/A.6.2 names several clauses | --split reads lists and ranges of clauses in one cell",
        ]
    );
}

#[test]
fn heads_are_known_in_french() {
    let text = "Mesure;Statut;Responsable;Échéance;Justification;Preuve;Commentaire\n\
        4.1;planned;Ann;2027-03-31;loi;a.pdf;bientôt\n";
    assert_eq!(
        csv(text, Reading::default()).unwrap(),
        ["4.1 planned, evidence a.pdf, owner Ann, due 2027-03-31, since loi, note bientôt"]
    );
}

#[test]
fn a_year_of_two_digits_is_said_to_be_one() {
    let text = "Clause,Status,Due\n4.1,planned,20.11.26\n4.2,planned,3/4/27\n4.10,planned,20.11.\n";
    let faults = |dates| csv(text, Reading { dates, ..Reading::default() }).unwrap_err();
    let short = [
        "2:13 bad-date: 20.11.26 has a year with two digits | write all four digits of the year, such as 2026",
        "3:13 bad-date: 3/4/27 has a year with two digits | write all four digits of the year, such as 2026",
    ];
    for dates in [None, Some(DateOrder::Dmy)] {
        assert_eq!(faults(dates)[..2], short);
        assert!(faults(dates)[2].starts_with("4:14 bad-date: 20.11. is no"), "{:?}", faults(dates));
    }
}

#[test]
fn a_moment_in_a_column_of_days_is_its_day() {
    let rows: &[&[&str]] = &[&["Clause", "Status", "Due"], &["4.1", "planned"]];
    let mut workbook = one_sheet(rows, |sheet| {
        let moment = rust_xlsxwriter::ExcelDateTime::from_ymd(2027, 3, 31).unwrap().and_hms(10, 30, 0).unwrap();
        sheet.write_with_format(1, 2, &moment, &Format::new().set_num_format("yyyy-mm-dd hh:mm")).unwrap();
    });
    assert_eq!(told_of_workbook(&mut workbook), (vec!["4.1 planned, due 2027-03-31".to_owned()], Vec::new()));
}

#[test]
fn a_row_that_applies_and_has_no_status_states_nothing_and_is_counted() {
    let text = "Control,Applicable,Status,Justification\n4.1,Yes,,Risk\n4.2,Yes,partial,Law\n5.1,Yes,,\n4.10,Ja,,Law\n";
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text);
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let (statements, warnings) = import::statements(&rows, Some(&edition("odd:1")), &world(None).library).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(statements.list.len(), 1);
    assert_eq!((statements.without_status, statements.without_statement), (2, 3));
}

#[test]
fn rows_of_a_table_that_change_ask_for_another_version() {
    let text = "xwalk: relations/1\nid: t\nfrom: odd:1\nto: plain:1\nversion: 3\nsource: us\nconfidence: low\nrows:\n  \
        - { from: \"4.1\", to: \"1\", relation: full }\n";
    let remarks = |relation: &str| {
        let world = world(None);
        let mut sources = Sources::default();
        let file = sources.add("t.yaml", text);
        let before = super::write::table(text.to_owned(), &world.library);
        let sheet = sources.add("sheet.csv", format!("From,To,Relation\n4.1,1,{relation}\n"));
        let sheets = sheet::csv(&sources, sheet);
        let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
        let (table, _) = import::table(&rows, &import::TableHeader::of(&before), &world.library).unwrap();
        import::import_relations(table, Some((file, before)), "t.yaml", &mut sources, &world.library).unwrap().remarks
    };
    assert_eq!(remarks("full"), [""; 0]);
    assert_eq!(
        remarks("partial"),
        ["the rows change but the version stays 3: raise `version` in the file if the meaning of a row changes"]
    );
}
