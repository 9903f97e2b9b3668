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
fn told(
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

fn of(text: &str, home: &str, library: &Library, reading: Reading) -> Result<Vec<String>, Vec<String>> {
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
        ["2:5 contradicting-cells: \"Policies for information security\" is the title of A.5.1, and not of 5.1 \
             (Leadership and commitment); so it is in 5 of 5 rows | --id-prefix A. reads the ids so; \
             --map \"Title=ignore\" leaves the titles unread"]
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
        [
            "2:7 contradicting-cells: \"Responsibility for assets\" is the title of iso-iec-27001:2013/A.8.1, and not of \
             A.8.1 (User end point devices); so it is in 2 of 2 rows | --edition iso-iec-27001:2013 reads the ids so; \
             --map \"Control Title=ignore\" leaves the titles unread"
        ]
    );
    assert_eq!(of(text, "iso-iec-27001:2013", &library, Reading::default()).unwrap().len(), 2);
}

#[test]
fn a_title_that_contradicts_one_id_is_said_at_that_row() {
    let (_, library) = super::write::bundled();
    let text = "Clause,Title,Status\n4.1,Inspection and testing,implemented\n4.2,Quality system,partial\n4.3,Contract review,partial\n";
    assert_eq!(
        of(text, "iso-9001:1994", &library, Reading::default()).unwrap_err(),
        ["2:5 contradicting-cells: \"Inspection and testing\" is the title of 4.10, and not of 4.1 (Management \
             responsibility) | correct the id (spreadsheets take 4.10 for 4.1); --map \"Title=ignore\" leaves the titles unread"]
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
            "2:1 unknown-clause: iso-iec-27001:2022 has no clause 5.9, and has one A.5.9; so it is with 2 more ids | \
             --id-prefix A. reads the ids so",
            "5:1 unknown-clause: iso-iec-27001:2022 has no clause A.9.2.1 | the nearest are A.5.21, A.8.21 and 9.2.1; it \
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

fn write_rows(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(row, column, *cell).unwrap();
        }
    }
}

fn sheets(workbook: &mut Workbook) -> (Sources, Vec<Sheet>) {
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
fn two_columns_of_one_name_are_told_apart_by_the_row_above() {
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", "Control,Control,Risk,Control\nID,Status,Owner,Owner\n4.1,planned,Bob,Ann\n");
    let sheets = sheet::csv(&sources, file);
    let rows = |maps: &[&str]| {
        let maps: Vec<Mapping> = maps.iter().map(|map| Mapping::parse(map).unwrap()).collect();
        import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &maps)
    };
    assert_eq!(
        rows(&[]).unwrap_err().to_string(),
        "the columns 3 and 4 both say owner\n\n  tip: leave one of them out: --map \"Head=ignore\""
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
        ["4:3 missing-key: the row states something and names no clause | fill in the column clause, or empty the row"]
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
        ["2:1 duplicate-statement: A2: 4.2 is stated here a second time | keep one of the two; if one was 4.10, a spreadsheet dropped the zero: format the column as text"]
            .map(|fault| fault.replace("; if one was 4.10, a spreadsheet dropped the zero: format the column as text", ""))
    );
    assert_eq!(
        of_workbook(&mut themes(), &named(&["People", "Read me"])).unwrap_err(),
        [
            "sheet Read me: no row of the sheet names the columns clause and status\n\n  tip: its heads may be Nothing here: say what they mean, such as --map \"Head=clause\""
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
        ["2:48 syntax: the row has 5 fields, and its head has 4 | a field that holds the sign between fields stands \
             between quotation marks; a column of its own has a head"]
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
    let statuses = "the words are implemented, partial, planned, not-implemented, not-applicable";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        [
            format!(
                "2:5 unknown-status: Umgesetzt is no status; it stands in 3 cells, first here | did you mean implemented? --status \"Umgesetzt=implemented\" says so, and --guess reads such words by the built-in list; {statuses}"
            ),
            format!(
                "4:6 unknown-status: Banana is no status | --status \"Banana=STATUS\" says what it means, and \"Banana=ignore\" that it states nothing; {statuses}"
            ),
            format!(
                "6:5 unknown-status: TBD is no status | --status \"TBD=STATUS\" says what it means, and \"TBD=ignore\" that it states nothing; {statuses}"
            ),
        ]
    );
    let reading = said(&["umgesetzt=implemented", "Banana=planned", "TBD=ignore"]);
    assert_eq!(csv(text, reading).unwrap(), ["4.1 implemented", "4.10 planned", "4.2 implemented", "5.1 implemented"]);
}

#[test]
fn guessed_words_are_told_with_how_often_they_stand_there_and_why_they_are_read_so() {
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
        unclear[1].contains("1 is no status; it stands in 2 cells, first here | a number may be a share or a level")
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
            "2:2 duplicate-key: a is said to be two things | keep one of the lines",
            "3:1 unknown-status: nothing does not say what a word means | write \"Word=status\", such as \"In progress=partial\"",
            "4:1 unknown-status: B = partly does not say what a word means | partly is no status: the words are implemented, partial, planned, not-implemented, not-applicable, and ignore",
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
            "2:8 contradicting-cells: the row says that the clause does not apply, and that it is implemented | correct one of the two",
            "3:8 contradicting-cells: the row says that the clause does not apply, and that it is partial | correct one of the two",
            "4:5 missing-justification: 5.1 is not applicable without a justification | fill in the column justification",
            "5:10 contradicting-cells: the row says that the clause applies, and that it is not-applicable | correct one of the two",
            "6:5 unknown-status: maybe is neither yes nor no; it stands in 2 cells, first here | write yes or no; --map \"HEAD=ignore\" leaves the column unread",
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
            "2:17 contradicting-cells: subset-of is full in reverse, and the row says partial | correct one of the two, or empty this cell",
            "3:7 unknown-relation: skos:exactMatch is no relation; it stands in 2 cells, first here | the words are full, partial, none, related, and those of OSCAL and NIST IR 8477 such as equal-to, subset-of, superset-of, intersects-with",
        ]
    );
}

#[test]
fn days_are_read_in_the_order_that_is_said() {
    let text = "Clause,Status,Due\n4.1,planned,31.03.2027\n4.2,planned,4/5/2027\n";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        [
            "2:13 bad-date: 31.03.2027 is no date | --dates dmy says in what order it is written; or write 2026-11-20",
            "3:13 bad-date: 4/5/2027 is no date | --dates dmy or mdy says in what order it is written; or write 2026-11-20",
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
            "2:13 bad-date: 31.03.2027 is no date in the order mdy | it is one in the order dmy; correct it, or write 2026-11-20"
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

#[test]
fn a_column_that_does_not_count_is_an_error_where_it_says_something_else_than_the_one_that_does() {
    let text = "Control,Control in full,Status,State\n4.1,odd:1/4.1,partial,Partial\n4.2,odd:1/4.10,partial,inferred: full\n\
        5.1,odd:1/5.1,partial,implemented\nyes,odd:1/yes,,planned\n";
    let ways = "write the status under Status, or correct this cell; --map \"State=ignore\" leaves the column unread";
    assert_eq!(
        csv(text, Reading::default()).unwrap_err(),
        [
            "3:1 contradicting-cells: the row says 4.2 under Control, and 4.10 under Control in full, which counts | \
             correct one of the two; --map \"Control=ignore\" leaves the column unread"
                .to_owned(),
            format!(
                "4:23 contradicting-cells: the row says implemented under State, and partial under Status, which counts | {ways}"
            ),
            format!(
                "5:16 contradicting-cells: the row says planned under State, and nothing under Status, which counts | {ways}"
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
    assert_eq!(heads[..6], ["Control", "Title", "Applies", "Justification", "Status", "Known from"]);
    assert!(!heads[6..].iter().any(|head| ["State", "Status", "Status in full"].contains(&head.as_str())), "{heads:?}");
}

/// What a plan and an assessment make of the plan's rows with one of them changed, as CSV: the row of `clause` with `from`
/// replaced by `to`.
fn changed_plan(assessment: &str, clause: &str, from: &str, to: &str) -> Result<Vec<String>, Vec<String>> {
    let relations = "xwalk: relations/1\nid: odd-1--plain-1\nfrom: odd:1\nto: plain:1\nversion: 1\nsource: us\nconfidence: high\n\
        rows:\n  - { from: \"4.1\", to: \"1\", relation: full }\n";
    let files = [super::ODD, super::PLAIN, ("odd-1--plain-1.yaml", relations)];
    let world = crate::common::World::new(&files, Some(assessment));
    let (before, _) = world.assessment.as_ref().unwrap();
    let plan = xwalk::deliver::Plan { wins: 0, ..xwalk::deliver::Plan::default() };
    let document = asked(&plan, &world.sources, &world.library, before);
    let text = String::from_utf8(super::written(&document, &xwalk::render::Csv)).unwrap();
    let row = text.lines().find(|line| line.split(' ').nth(1) == Some(clause)).unwrap();
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

/// 1 rests on 4.1, 2 and 3 on nothing; of 2 something is stated. All work has a usual effort.
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
fn work_that_is_assigned_needs_a_status_and_the_error_says_which() {
    let faults = changed_plan(PLANNED, "plain:1/3", ",,plain:1/3,", ",Bob,plain:1/3,").unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].ends_with(
            "missing-key: something is stated of 3 and no status | fill in the column status: planned, if it is only \
             assigned or scheduled so far; the words are implemented, partial, planned, not-implemented, not-applicable"
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
                "2:26 not-taken-over: D2: the address behind a cell is not taken over: D2 | write an address that matters \
                 into the column evidence"
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
            "2:1 not-taken-over: A2: the comments of 5 cells are not taken over: C2, C3, C4 and 2 more | write into the \
             column note what matters of them",
            "3:7 not-taken-over: B3: a cell that is struck through is read as if it were not: B3 | empty what no longer counts",
            "4:1 not-taken-over: A4: 2 rows that are hidden are read all the same: 4, 5 | delete what does not count; rows \
             may be hidden by hand or by a filter",
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
            "4:20 not-taken-over: 2 justifications that do not fit their rows are not taken over: row 4, row 5 | that for \
          exclusion is of rows that are not applicable, and any other of those that are"
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
            "2:13 not-taken-over: 2 cells of evidence hold one piece that seems to name several: row 2, row 3 | write each \
          piece in a line of its own, or put a semicolon and a blank between them"
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
fn the_nearest_clause_is_first_the_one_that_is_only_written_otherwise() {
    let (_, library) = super::write::bundled();
    assert_eq!(
        of("Control,Status\na.5.3,partial\n", "iso-iec-27001:2022", &library, Reading::default()).unwrap_err(),
        [
            "2:1 unknown-clause: iso-iec-27001:2022 has no clause a.5.3 | the nearest are A.5.3, A.5.1 and A.5.2; it has 5.3"
        ]
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
        "2:13 bad-date: 20.11.26 has a year of two digits | write all four digits of the year, such as 2026",
        "3:13 bad-date: 3/4/27 has a year of two digits | write all four digits of the year, such as 2026",
    ];
    for dates in [None, Some(DateOrder::Dmy)] {
        assert_eq!(faults(dates)[..2], short);
        assert!(faults(dates)[2].starts_with("4:14 bad-date: 20.11. is no date"), "{:?}", faults(dates));
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
        ["the rows change and the version stays 3: raise `version` in the file, if the meaning of a row changes"]
    );
}
