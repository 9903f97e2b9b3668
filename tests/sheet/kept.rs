//! Spreadsheets as people keep them: what a cell means to its reader is what is taken over, or an error.

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use xwalk::exchange::import::{
    self, Column, DateOrder, Kind, Mapping, Reading, Reason, SheetChoice, StatusWords, changes,
};
use xwalk::exchange::sheet::{self, Sheet};
use xwalk::model::{Library, Status};
use xwalk::source::Sources;

use super::errors::lines;
use super::{edition, world};
use crate::common::clause;

/// What an import finds: the statements as `clause status (…)`, or the faults.
fn read(
    sheets: &[Sheet],
    sources: &Sources,
    library: &Library,
    home: &str,
    choice: &SheetChoice,
    reading: Reading,
) -> Result<Vec<String>, Vec<String>> {
    let (statements, warnings) = told(sheets, sources, library, home, choice, reading)?;
    assert_eq!(warnings, [""; 0]);
    Ok(statements)
}

/// The same with warnings.
pub(super) fn told(
    sheets: &[Sheet],
    sources: &Sources,
    library: &Library,
    home: &str,
    choice: &SheetChoice,
    reading: Reading,
) -> Result<(Vec<String>, Vec<String>), Vec<String>> {
    let mut rows = import::rows(sheets, choice, Kind::Assessment, &[]).map_err(|refusal| vec![refusal.to_string()])?;
    rows.reading = reading;
    let (statements, warnings) =
        import::statements(&rows, Some(&edition(home)), library).map_err(|faults| lines(&faults, sources))?;
    let line = |(clause, stated): &(xwalk::model::ClauseId, xwalk::model::Statement)| {
        let mut line = format!("{} {}", clause.number, stated.status);
        let evidence: Vec<&str> = stated.evidence.iter().map(|place| place.as_str()).collect();
        let parts = [
            (!evidence.is_empty()).then(|| format!("evidence {}", evidence.join(" + "))),
            stated.owner.as_ref().map(|owner| format!("owner {owner}")),
            stated.due.map(|due| format!("due {due}")),
            stated.justification.as_ref().map(|why| format!("since {why}")),
            stated.note.as_ref().map(|note| format!("note {note}")),
        ];
        for part in parts.into_iter().flatten() {
            line += &format!(", {part}");
        }
        line
    };
    Ok((statements.list.iter().map(line).collect(), lines(&warnings, sources)))
}

/// The same of a CSV text about the small world.
pub(super) fn csv(text: &str, reading: Reading) -> Result<Vec<String>, Vec<String>> {
    of(text, "odd:1", &world(None).library, reading)
}

pub(super) fn of(text: &str, home: &str, library: &Library, reading: Reading) -> Result<Vec<String>, Vec<String>> {
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text.to_owned());
    read(&sheet::csv(&sources, file), &sources, library, home, &SheetChoice::Only, reading)
}

fn said(words: &[&str]) -> Reading {
    let mut reading = Reading::default();
    for word in words {
        let (word, status) = StatusWords::parse(word).unwrap();
        assert!(reading.words.say(&word, status));
    }
    reading
}

fn guessing() -> Reading {
    let mut reading = Reading::default();
    reading.words.guess = true;
    reading
}

const ANNEX: &str = "Ref,Title,Status\n5.1,Policies for information security,implemented\n\
    5.3,Segregation of duties,partial\n6.1,Screening,implemented\n8.1,User endpoint devices,implemented\n\
    8.2,Privileged access rights,planned\n";

#[test]
fn titles_that_fit_the_annex_are_said_once_with_the_option_that_reads_them_so() {
    let (_, library) = super::write::bundled();
    assert_eq!(
        of(ANNEX, "iso-iec-27001:2022", &library, Reading::default()).unwrap_err(),
        ["2:5 contradicting-cells: \"Policies for information security\" is the title of A.5.1, not of 5.1 \
             (Leadership and commitment); the same is true in 5 of 5 rows | --id-prefix A. reads the ids correctly; \
             --map \"Title=ignore\" ignores the titles"]
    );
    let reading = Reading { id_prefix: Some("A.".to_owned()), ..Reading::default() };
    assert_eq!(
        of(ANNEX, "iso-iec-27001:2022", &library, reading.clone()).unwrap(),
        ["A.5.1 implemented", "A.5.3 partial", "A.6.1 implemented", "A.8.1 implemented", "A.8.2 planned"]
    );
    let mixed = "Ref,Title,Status\nA.5.1,Policies for information security,implemented\n4.1,,partial\n";
    assert_eq!(
        of(mixed, "iso-iec-27001:2022", &library, reading).unwrap(),
        ["4.1 partial", "A.5.1 implemented"],
        "an id that has it already, and one that is no clause with it, stay"
    );
}

#[test]
fn titles_of_another_edition_are_said_once_with_that_edition() {
    let (_, library) = super::write::bundled();
    let text = "Ref,Control Title,Status\nA.8.1,Responsibility for assets,implemented\nA.8.2,Information classification,planned\n";
    assert_eq!(
        of(text, "iso-iec-27001:2022", &library, Reading::default()).unwrap_err(),
        ["2:7 contradicting-cells: \"Responsibility for assets\" is the title of iso-iec-27001:2013/A.8.1, not of \
             A.8.1 (User end point devices); the same is true in 2 of 2 rows | --edition iso-iec-27001:2013 reads the ids correctly; \
             --map \"Control Title=ignore\" ignores the titles"]
    );
    assert_eq!(of(text, "iso-iec-27001:2013", &library, Reading::default()).unwrap().len(), 2);
}

#[test]
fn a_title_that_contradicts_one_id_is_said_at_that_row() {
    let (_, library) = super::write::bundled();
    let text = "Clause,Title,Status\n4.1,Inspection and testing,implemented\n4.2,Quality system,partial\n4.3,Contract review,partial\n";
    assert_eq!(
        of(text, "iso-9001:1994", &library, Reading::default()).unwrap_err(),
        ["2:5 contradicting-cells: \"Inspection and testing\" is the title of 4.10, not of 4.1 (Management \
             responsibility) | correct the id (spreadsheets read 4.10 as 4.1); --map \"Title=ignore\" ignores the titles"]
    );
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text);
    let sheets = sheet::csv(&sources, file);
    let ignored = [Mapping::parse("Title=ignore").unwrap()];
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &ignored).unwrap();
    assert!(import::statements(&rows, Some(&edition("iso-9001:1994")), &library).is_ok());
}

#[test]
fn a_title_that_is_shortened_translated_or_written_otherwise_contradicts_nothing() {
    let (_, library) = super::write::bundled();
    for (id, title) in [
        ("A.5.1", "POLICIES FOR INFORMATION-SECURITY."),
        ("A.5.1", "Information security policies"),
        ("A.5.1", "A.5.1 Policies for information security"),
        ("A.5.1", "Info sec policies"),
        ("A.5.1", "Informationssicherheitsrichtlinien"),
        ("A.5.1", "Politiques de sécurité de l'information"),
        ("A.8.1", "User endpoint devices"),
        ("A.8.1", "Endpoints"),
        ("5.2", "Information security policy"),
        ("4.1", "Context of the organization: external and internal issues"),
        ("A.8.31", "Separate environments"),
        ("A.8.17", "Clock synchronisation"),
        ("A.5.1", "General"),
        ("A.5.1", "-"),
        ("A.5.1", "17"),
    ] {
        let text = format!("Ref,Title,Status\n{id},\"{title}\",implemented\n");
        let found = of(&text, "iso-iec-27001:2022", &library, Reading::default());
        assert_eq!(found, Ok(vec![format!("{id} implemented")]), "{title}");
    }
}

#[test]
fn every_title_of_every_edition_fits_its_own_clause() {
    let (_, library) = super::write::bundled();
    for catalog in library.catalogs() {
        let asked = catalog.clauses().iter().filter(|clause| clause.kind != xwalk::model::ClauseKind::Informative);
        let rows = asked.map(|clause| format!("{},\"{}\",partial\n", clause.number, clause.title.replace('"', "\"\"")));
        let text = format!("Clause,Title,Status\n{}", rows.collect::<String>());
        let found = of(&text, catalog.id.as_str(), &library, Reading::default());
        assert!(found.is_ok(), "{}: {found:?}", catalog.id);
    }
}

#[test]
fn ids_that_lack_the_letter_of_an_annex_are_said_once_and_those_of_other_editions_named() {
    let (_, library) = super::write::bundled();
    let text = "Ref,Status\n5.9,implemented\n5.10,partial\n5.11,partial\nA.9.2.1,planned\n";
    assert_eq!(
        of(text, "iso-iec-27001:2022", &library, Reading::default()).unwrap_err(),
        [
            "2:1 unknown-clause: iso-iec-27001:2022 has no clause 5.9, but it has A.5.9; the same is true of 2 more ids | \
             --id-prefix A. reads the ids with this prefix",
            "5:1 unknown-clause: iso-iec-27001:2022 has no clause A.9.2.1 | the nearest are A.5.21 and A.8.21; it \
             has 9.2.1; A.9.2.1 is a clause of iso-iec-27001:2005 and iso-iec-27001:2013",
        ]
    );
    let reading = Reading { id_prefix: Some("A.".to_owned()), ..Reading::default() };
    let text = text.lines().take(4).collect::<Vec<_>>().join("\n");
    assert_eq!(
        of(&text, "iso-iec-27001:2022", &library, reading).unwrap(),
        ["A.5.10 partial", "A.5.11 partial", "A.5.9 implemented"]
    );
}

pub(super) fn write_rows(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(row, column, *cell).unwrap();
        }
    }
}

pub(super) fn sheets(workbook: &mut Workbook) -> (Sources, Vec<Sheet>) {
    let mut sources = Sources::default();
    let bytes = workbook.save_to_buffer().unwrap();
    let sheets = sheet::workbook(&mut sources, "kept.xlsx", &bytes, sheet::MAX_SIZE).unwrap();
    (sources, sheets)
}

fn of_workbook(workbook: &mut Workbook, choice: &SheetChoice) -> Result<Vec<String>, Vec<String>> {
    let (sources, sheets) = sheets(workbook);
    read(&sheets, &sources, &world(None).library, "odd:1", choice, Reading::default())
}

#[test]
fn merged_cells_say_what_they_say_of_every_row_that_they_span() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    write_rows(sheet, 0, &[&["Clause", "Status", "Owner", "Note"], &["4.1"], &["4.10"], &["4.2", "planned"], &["5.1"]]);
    sheet.merge_range(1, 1, 2, 1, "implemented", &plain).unwrap();
    sheet.merge_range(1, 2, 4, 2, "CISO", &plain).unwrap();
    sheet.merge_range(4, 1, 5, 1, "partial", &plain).unwrap();
    sheet.merge_range(1, 3, 2, 4, "Both", &plain).unwrap();
    assert_eq!(
        of_workbook(&mut workbook, &SheetChoice::Only).unwrap(),
        [
            "4.1 implemented, owner CISO, note Both",
            "4.10 implemented, owner CISO, note Both",
            "4.2 planned, owner CISO",
            "5.1 partial, owner CISO",
        ]
    );
}

#[test]
fn a_merged_owner_is_taken_away_from_no_row() {
    let world = world(Some(
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  odd:1:\n    \"4.1\": { status: implemented, owner: CISO, due: 2027-01-01 }\n    \"4.10\": { status: implemented, owner: CISO }\n    \"4.2\": { status: planned, owner: CISO }\n",
    ));
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write_rows(
        sheet,
        0,
        &[&["Control", "Status", "Owner"], &["4.1", "implemented"], &["4.10", "implemented"], &["4.2", "planned"]],
    );
    sheet.merge_range(1, 2, 3, 2, "CISO", &Format::new()).unwrap();
    let (_, sheets) = sheets(&mut workbook);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let (statements, _) = import::statements(&rows, Some(&edition("odd:1")), &world.library).unwrap();
    let (assessment, _) = world.assessment.as_ref().unwrap();
    assert_eq!(changes(assessment, &statements, &world.library), []);
}

#[test]
fn a_head_of_two_rows_is_one_head() {
    // Groups above, real heads below, as where the upper row is merged over several columns.
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 1, 4, "Statement of applicability", &plain).unwrap();
    sheet.merge_range(4, 0, 4, 1, "Control", &plain).unwrap();
    sheet.merge_range(4, 2, 4, 4, "Implementation", &plain).unwrap();
    write_rows(
        sheet,
        5,
        &[&["ID", "Name", "Status", "Owner", "Due"], &["4.1", "First", "planned", "Ann", "2027-03-31"]],
    );
    assert_eq!(of_workbook(&mut workbook, &SheetChoice::Only).unwrap(), ["4.1 planned, owner Ann, due 2027-03-31"]);

    // Heads that are merged downwards beside a group with heads of its own.
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 1, 0, "Clause", &plain).unwrap();
    sheet.merge_range(0, 1, 0, 3, "Implementation", &plain).unwrap();
    write_rows(sheet, 1, &[&["", "Status", "Owner", "Note"], &["4.1", "planned", "Ann", "so"]]);
    assert_eq!(of_workbook(&mut workbook, &SheetChoice::Only).unwrap(), ["4.1 planned, owner Ann, note so"]);

    // The same without any merged cell, and with a head in two parts.
    let text = "Clause,Implementation,,Target\n,Status,Owner,date\n4.1,planned,Ann,2027-03-31\n";
    assert_eq!(csv(text, Reading::default()).unwrap(), ["4.1 planned, owner Ann, due 2027-03-31"]);
    let alone = "Clause,Status,Owner\n4.1,planned,Ann\n";
    assert_eq!(csv(alone, Reading::default()).unwrap(), ["4.1 planned, owner Ann"]);
}

#[test]
fn two_columns_of_one_name_are_distinguished_by_the_row_above() {
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", "Control,Control,Risk,Control\nID,Status,Owner,Owner\n4.1,planned,Bob,Ann\n");
    let sheets = sheet::csv(&sources, file);
    let rows = |maps: &[&str]| {
        let maps: Vec<Mapping> = maps.iter().map(|map| Mapping::parse(map).unwrap()).collect();
        import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &maps)
    };
    assert_eq!(
        rows(&[]).unwrap_err().to_string(),
        "the columns 3 and 4 both contain owner\n\n  tip: leave one of them out: --map \"Head=ignore\""
    );
    let rows = rows(&["Risk owner=ignore"]).unwrap();
    let (statements, _) = import::statements(&rows, Some(&edition("odd:1")), &world(None).library).unwrap();
    assert_eq!(statements.list[0].1.owner.as_deref(), Some("Ann"));
}

#[test]
fn a_head_that_stands_again_above_every_theme_is_no_row() {
    let text = "Theme 1,,\nClause,Status,Note\n4.1,planned,a\nTheme 2,,\nClause,Status,Note\n4.2,partial,b\n";
    let text = text.replace("Theme 2,,", ",,Theme 2");
    assert_eq!(
        csv(&text, Reading::default()).unwrap_err(),
        [
            "4:3 missing-key: the row contains a statement but names no clause | fill in the column clause, or empty the row"
        ]
    );
    let text = text.replace(",,Theme 2\n", "");
    assert_eq!(csv(&text, Reading::default()).unwrap(), ["4.1 planned, note a", "4.2 partial, note b"]);
}

/// A workbook with a sheet for each theme; the second has no column for owners, the third is hidden.
fn themes() -> Workbook {
    let mut workbook = Workbook::new();
    write_rows(workbook.add_worksheet().set_name("Read me").unwrap(), 0, &[&["Nothing here"]]);
    write_rows(
        workbook.add_worksheet().set_name("People").unwrap(),
        0,
        &[&["Clause", "Status", "Owner"], &["4.1", "planned", "Ann"]],
    );
    write_rows(
        workbook.add_worksheet().set_name("Technology").unwrap(),
        0,
        &[&["Status", "Clause", "Prio"], &["partial", "4.2", "high"]],
    );
    let hidden = workbook.add_worksheet().set_name("Old").unwrap().set_hidden(true);
    write_rows(hidden, 0, &[&["Clause", "Status"], &["4.2", "implemented"]]);
    workbook
}

#[test]
fn several_sheets_are_read_as_one_each_with_its_own_columns() {
    let named = |names: &[&str]| SheetChoice::Named(names.iter().map(ToString::to_string).collect());
    let both = ["4.1 planned, owner Ann", "4.2 partial"];
    assert_eq!(of_workbook(&mut themes(), &SheetChoice::All).unwrap(), both);
    assert_eq!(of_workbook(&mut themes(), &named(&["Technology", "People"])).unwrap(), both);
    assert_eq!(
        of_workbook(&mut themes(), &named(&["People", "Technology", "Old"])).unwrap_err(),
        ["2:1 duplicate-statement: A2: there is a second statement on 4.2 here | keep one of the two; if one was 4.10, a spreadsheet dropped the zero: format the column as text"]
            .map(|fault| fault.replace("; if one was 4.10, a spreadsheet dropped the zero: format the column as text", ""))
    );
    assert_eq!(
        of_workbook(&mut themes(), &named(&["People", "Read me"])).unwrap_err(),
        [
            "sheet Read me: no row of the sheet names the columns clause and status\n\n  tip: its column headings may be Nothing here: say what they mean, such as --map \"Head=clause\""
        ]
    );
    let (_, sheets) = sheets(&mut themes());
    let rows = import::rows(&sheets, &SheetChoice::All, Kind::Assessment, &[]).unwrap();
    assert_eq!(rows.left_out, ["Read me", "Old (hidden)"]);
    assert_eq!(rows.ignored, ["Technology: C (Prio)"]);
    assert!(rows.has(Column::Owner));
    let world = world(Some(
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  odd:1:\n    \"4.1\": { status: planned, owner: Bob }\n    \"4.2\": { status: planned, owner: Bob }\n",
    ));
    let (assessment, _) = world.assessment.as_ref().unwrap();
    let (statements, _) = import::statements(&rows, Some(&edition("odd:1")), &world.library).unwrap();
    let owners: Vec<Option<String>> = changes(assessment, &statements, &world.library)
        .iter()
        .map(|(_, stated)| stated.owner.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(
        owners,
        [Some("Ann".to_owned()), Some("Bob".to_owned())],
        "a sheet without the column takes nothing away"
    );
}

#[test]
fn lists_and_ranges_of_clauses_are_read_where_that_is_asked_for() {
    let split = || Reading { split: true, ..Reading::default() };
    for (cell, ids) in [
        ("4.1; 4.2", &["4.1", "4.2"][..]),
        ("4.1, 4.10", &["4.1", "4.10"]),
        ("4.1\n4.2", &["4.1", "4.2"]),
        ("4.1 4.2", &["4.1", "4.2"]),
        ("4.1-4.2", &["4.1", "4.10", "4.2"]),
        ("4.1 – 4.10", &["4.1", "4.10"]),
        ("4.1 to 4.10; 5.1", &["4.1", "4.10", "5.1"]),
        ("4.1-10", &["4.1", "4.10"]),
        ("4.2-5.1", &["4.2", "5.1"]),
        ("C,D", &["C,D"]),
        ("A+B; C,D", &["A+B", "C,D"]),
    ] {
        let text = format!("Clause,Status\n\"{cell}\",partial\n");
        let read = csv(&text, split());
        assert_eq!(read.unwrap(), ids.iter().map(|id| format!("{id} partial")).collect::<Vec<_>>(), "{cell}");
    }
    assert_eq!(
        csv("Clause,Status\n4.2-4.1,partial\n4.1-4.3,partial\n", split()).unwrap_err(),
        [
            "2:1 bad-id: the range 4.2-4.1 ends before it begins | write its first and its last clause, as in A.5.1-A.5.4",
            "3:1 unknown-clause: odd:1 has no clause 4.1-4.3 | the nearest are 4.1, 4.10 and 4.2",
        ]
        .map(|line| line.replace(" | the nearest are 4.1, 4.10 and 4.2", " | `xwalk show odd:1` lists its clauses"))
    );
    assert_eq!(
        csv("Clause,Status\n4.1; 4.2,partial\n4.1-4.2,planned\n", Reading::default()).unwrap_err(),
        [
            "2:1 bad-id: 4.1; 4.2 names several clauses | --split reads lists and ranges of clauses in one cell",
            "3:1 bad-id: 4.1-4.2 names several clauses | --split reads lists and ranges of clauses in one cell",
        ]
    );
    let (_, library) = super::write::bundled();
    let reading = Reading { id_prefix: Some("A.".to_owned()), ..split() };
    let text = "Clause,Status\n5.36-6.2,partial\n";
    assert_eq!(
        of(text, "iso-iec-27001:2022", &library, reading).unwrap(),
        ["A.5.36 partial", "A.5.37 partial", "A.6.1 partial", "A.6.2 partial"]
    );
}

#[test]
fn a_row_of_a_csv_file_that_is_longer_than_its_head_is_an_error_there() {
    let text = "Control,Status,Note,Owner\n4.1,partial,E-mail in place, endpoints planned,CISO\n4.2,partial,ok,CISO\n";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        ["2:48 syntax: the row has 5 fields, but its header has 4 | put a field that contains the separator \
             in quotation marks; give a new column a heading"]
    );
    let blank = "Control,Status,Note,Owner,,\n4.1,partial,ok,CISO,,\n4.2,partial,ok,CISO,, \n";
    assert_eq!(
        csv(blank, Reading::default()).unwrap(),
        ["4.1 partial, owner CISO, note ok", "4.2 partial, owner CISO, note ok"]
    );
}

#[test]
fn a_word_that_nobody_knows_is_said_once_with_how_often_it_stands_there() {
    let text = "Clause,Status\n4.1,Umgesetzt\n4.2,umgesetzt\n4.10,Banana\n5.1,Umgesetzt\nA+B,TBD\n";
    let statuses = "or use one of implemented, partial, planned, not-implemented, not-applicable";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        [
            format!(
                "2:5 unknown-status: Umgesetzt is not a valid status; it appears in 3 cells, first here | did you mean implemented? --status \"Umgesetzt=implemented\" says so, and --guess reads such words with the built-in list; {statuses}"
            ),
            format!(
                "4:6 unknown-status: Banana is not a valid status | --status \"Banana=STATUS\" says what it means, and \"Banana=ignore\" that it states nothing; {statuses}"
            ),
            format!(
                "6:5 unknown-status: TBD is not a valid status | --status \"TBD=STATUS\" says what it means, and \"TBD=ignore\" that it states nothing; {statuses}"
            ),
        ]
    );
    let reading = said(&["umgesetzt=implemented", "Banana=planned", "TBD=ignore"]);
    assert_eq!(csv(text, reading).unwrap(), ["4.1 implemented", "4.10 planned", "4.2 implemented", "5.1 implemented"]);
}

#[test]
fn guessed_words_are_reported_with_how_often_they_stand_there_and_why_they_are_read_so() {
    let mut sources = Sources::default();
    let file =
        sources.add("sheet.csv", "Clause,Status\n4.1,In place\n4.2,IN PLACE\n4.10,30 %\n5.1,later\nA+B,partial\n");
    let sheets = sheet::csv(&sources, file);
    let mut rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    rows.reading = said(&["Later=not implemented"]);
    rows.reading.words.guess = true;
    let (statements, _) = import::statements(&rows, Some(&edition("odd:1")), &world(None).library).unwrap();
    let words: Vec<_> = statements
        .words
        .iter()
        .map(|word| (word.word.as_str(), word.count, word.first.as_str(), word.status, word.reason))
        .collect();
    assert_eq!(
        words,
        [
            ("30 %", 1, "row 4", Some(Status::Partial), Reason::BuiltIn),
            ("In place", 2, "row 2", Some(Status::Implemented), Reason::BuiltIn),
            ("later", 1, "row 5", Some(Status::NotImplemented), Reason::Said),
            ("partial", 1, "row 6", Some(Status::Partial), Reason::Own),
        ]
    );
}

#[test]
fn numbers_are_shares_or_levels_and_neither_where_they_may_be_both() {
    let read = |numbers: [&str; 3]| {
        let [a, b, c] = numbers;
        csv(&format!("Clause,Status\n4.1,{a}\n4.2,{b}\n5.1,{c}\n"), guessing())
    };
    assert_eq!(read(["0", "0.4", "1"]).unwrap(), ["4.1 not-implemented", "4.2 partial", "5.1 implemented"]);
    assert_eq!(read(["0", "2", "3"]).unwrap(), ["4.1 not-implemented", "4.2 partial", "5.1 implemented"]);
    let unclear = read(["0", "1", "1"]).unwrap_err();
    assert_eq!(unclear.len(), 2);
    assert!(
        unclear[1].contains(
            "1 is not a valid status; it appears in 2 cells, first here | a number may be a share or a level"
        )
    );
    let mut reading = said(&["1=implemented", "0=not-implemented"]);
    reading.words.guess = true;
    let text = "Clause,Status\n4.1,0\n4.2,1\n";
    assert_eq!(csv(text, reading).unwrap(), ["4.1 not-implemented", "4.2 implemented"]);
}

#[test]
fn a_file_of_words_says_where_it_is_wrong() {
    let mut sources = Sources::default();
    let file =
        sources.add("words.txt", "\u{feff}# ours\nIn progress = partial\r\n\nDone= implemented\n  TBD = ignore\n");
    let mut words = StatusWords::default();
    assert_eq!(import::status_words(&sources, file, &mut words), []);
    let reading = Reading { words, ..Reading::default() };
    assert_eq!(
        csv("Clause,Status\n4.1,in progress\n4.2,DONE\n5.1,tbd\n", reading).unwrap(),
        ["4.1 partial", "4.2 implemented"]
    );
    let file = sources.add("words.txt", "A = partial\n a = planned\nnothing\nB = partly\n");
    let faults = import::status_words(&sources, file, &mut StatusWords::default());
    assert_eq!(
        lines(&faults, &sources),
        [
            "2:2 duplicate-key: a is given two meanings | keep one of the lines",
            "3:1 unknown-status: nothing does not say what a word means | write \"Word=status\", such as \"In progress=partial\"",
            "4:1 unknown-status: B = partly does not say what a word means | partly is not a valid status: use one of implemented, partial, planned, not-implemented, not-applicable, or ignore",
        ]
    );
}

#[test]
fn what_does_not_apply_is_not_applicable_and_contradicts_what_is_in_place() {
    let text = "Control,Applicable,Status,Justification\n4.1,Yes,implemented,Risk\n4.2,No,,No outsourcing\n\
        5.1,N,not-implemented,No code\n4.10,Nein,not-applicable,None\nA+B,Ja,,\nyes,not decided,planned,\n";
    assert_eq!(
        csv(text, Reading::default()).unwrap(),
        [
            "4.1 implemented, since Risk",
            "4.10 not-applicable, since None",
            "4.2 not-applicable, since No outsourcing",
            "5.1 not-applicable, since No code",
            "yes planned",
        ]
    );
    let text = "Control,Applicable,Status,Justification\n4.1,No,implemented,so\n4.2,No,partial,so\n5.1,No,,\n\
        4.10,Yes,not-applicable,so\nA+B,maybe,planned,\n\"C,D\",Maybe,planned,\n";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        [
            "2:8 contradicting-cells: the row says that the clause does not apply, but also that it is implemented | correct one of the two",
            "3:8 contradicting-cells: the row says that the clause does not apply, but also that it is partial | correct one of the two",
            "4:5 missing-justification: 5.1 is not applicable without a justification | fill in the column justification",
            "5:10 contradicting-cells: the row says that the clause applies, but also that it is not-applicable | correct one of the two",
            "6:5 unknown-status: maybe is neither yes nor no; it appears in 2 cells, first here | write yes or no; --map \"HEAD=ignore\" ignores the column",
        ]
    );
}

#[test]
fn relation_words_of_others_are_both_strengths() {
    let mut sources = Sources::default();
    let file = sources.add(
        "sheet.csv",
        "From,To,Relationship\n4.1,1,equal-to\n4.2,1,Subset Of \n4.10,1,superset of\n5.1,1,Intersects With\n4.1,2,Equivalent\n\
         4.2,2,no relationship\n4.10,2,intersect\n5.1,2,Full\n4.1,3,Related\n",
    );
    let world = world(None);
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    let (table, _) = import::table(&rows, &super::errors::head(), &world.library).unwrap();
    let said: Vec<String> = table
        .rows
        .iter()
        .map(|row| format!("{} {}", row.forward, row.reverse.map_or("-".to_owned(), |reverse| reverse.to_string())))
        .collect();
    assert_eq!(
        said,
        [
            "full full",
            "partial full",
            "full partial",
            "partial partial",
            "full full",
            "none -",
            "partial -",
            "full -",
            "related -"
        ]
    );
    let file = sources.add(
        "sheet.csv",
        "From,To,Relation,Reverse\n4.1,1,subset-of,partial\n4.2,1,skos:exactMatch,\n5.1,1,SKOS exact match,\n4.10,1,equal,full\n",
    );
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    assert_eq!(
        lines(&import::table(&rows, &super::errors::head(), &world.library).unwrap_err(), &sources),
        [
            "2:17 contradicting-cells: subset-of is full in reverse, but the row says partial | correct one of the two, or empty this cell",
            "3:7 unknown-relation: skos:exactMatch is not a valid relation; it appears in 2 cells, first here | use one of full, partial, none, related, or a word of OSCAL or NIST IR 8477 such as equal-to, subset-of, superset-of, intersects-with",
        ]
    );
}

#[test]
fn days_are_read_in_the_order_that_is_said() {
    let text = "Clause,Status,Due\n4.1,planned,31.03.2027\n4.2,planned,4/5/2027\n";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        [
            "2:13 bad-date: 31.03.2027 is not a valid date | --dates dmy gives the order in which it is written; or write 2026-11-20",
            "3:13 bad-date: 4/5/2027 is not a valid date | --dates dmy or mdy gives the order in which it is written; or write 2026-11-20",
        ]
    );
    let dates = |order| Reading { dates: Some(order), ..Reading::default() };
    assert_eq!(
        csv(text, dates(DateOrder::Dmy)).unwrap(),
        ["4.1 planned, due 2027-03-31", "4.2 planned, due 2027-05-04"]
    );
    assert_eq!(
        csv(text, dates(DateOrder::Mdy)).unwrap_err(),
        [
            "2:13 bad-date: 31.03.2027 is not a valid date in the order mdy | it is valid in the order dmy; correct it, or write 2026-11-20"
        ]
    );
}

#[test]
fn pieces_of_evidence_stand_in_lines_or_behind_semicolons_and_texts_have_no_blanks_around_them() {
    let text = "Clause,Status,Evidence,Owner\n4.1,partial,\"a.pdf; b.pdf\", QM \n4.2,partial,\"a, b.pdf\nc.pdf;\",\" \nAnn\"\n5.1,partial,a.pdf | b.pdf,\n";
    assert_eq!(
        csv(text, Reading::default()).unwrap(),
        [
            "4.1 partial, evidence a.pdf + b.pdf, owner QM",
            "4.2 partial, evidence a, b.pdf + c.pdf, owner Ann",
            "5.1 partial, evidence a.pdf + b.pdf",
        ]
    );
}

/// What a deliverable writes for programs, as CSV and as a workbook, and what comes of reading it into its own assessment.
#[test]
fn a_plan_and_a_statement_of_applicability_come_back_as_they_went_and_say_what_was_edited() {
    use xwalk::deliver::{Plan, Soa};
    use xwalk::query::{Assessed, AssessedQuestion, Case, Settings};
    let (mut sources, library) = super::write::bundled();
    let assessment = super::write::example("service-bank", &mut sources, &library);
    let settings = Settings::default();
    let crosswalk = xwalk::crosswalk::Crosswalk::new(&library, &settings.selection(&library).unwrap());
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &settings };
    let file = assessment.statements().next().unwrap().1.span.file;
    let assessed = || Assessed { case, assessment: &assessment, file };
    let plan = Plan { wins: 0, ..Plan::default() };
    for document in [plan.document(assessed()).unwrap(), Soa::default().document(assessed()).unwrap()] {
        let document = xwalk::report::Document { findings: Vec::new(), ..document };
        for (_, sheets) in super::as_sheets(document) {
            let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
            let (statements, _) = import::statements(&rows, None, &library).unwrap();
            assert!(!statements.list.is_empty());
            assert_eq!(changes(&assessment, &statements, &library), []);
        }
    }
    let document = Soa::default().document(assessed()).unwrap();
    let text = String::from_utf8(super::written(&document, &xwalk::render::Csv)).unwrap();
    let row = text.lines().find(|line| line.starts_with("iso-iec-27001:2005/A.5.1.2,")).unwrap();
    assert!(row.contains(",iso-iec-27001:2005/A.5,full,"), "a heading states it: {row}");
    let edited = text.replace(row, &row.replace(",implemented,", ",partial,"));
    let mut of_sheet = Sources::default();
    let file = of_sheet.add("soa.csv", edited);
    let sheets = sheet::csv(&of_sheet, file);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let (statements, _) = import::statements(&rows, None, &library).unwrap();
    let changed = changes(&assessment, &statements, &library);
    assert_eq!(changed.len(), 1);
    assert_eq!((&changed[0].0, changed[0].1.status), (&clause("iso-iec-27001:2005/A.5.1.2"), Status::Partial));
}

#[test]
fn a_title_behind_an_id_is_no_part_of_it_and_any_other_text_is() {
    let (_, library) = super::write::bundled();
    let read = |cell: &str, prefix: Option<&str>| {
        let reading = Reading { id_prefix: prefix.map(str::to_owned), ..Reading::default() };
        of(&format!("Control,Status\n{cell},partial\n"), "iso-iec-27001:2022", &library, reading)
    };
    for cell in ["A.5.1 Policies for information security", "A.5.1: Information security policies", "A.5.1. Policies"] {
        assert_eq!(read(cell, None).unwrap(), ["A.5.1 partial"], "{cell}");
    }
    assert_eq!(read("5.3 Segregation of duties", Some("A.")).unwrap(), ["A.5.3 partial"]);
    for cell in ["5.3 Segregation of duties", "A.5.1 except A.5.2", "A.5.1 and more", "A.5.1 (see A.5.2)"] {
        assert_eq!(read(cell, None).unwrap_err().len(), 1, "{cell}");
    }
}
