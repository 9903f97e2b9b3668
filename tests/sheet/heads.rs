//! Columns are known by their heads.

use xwalk::exchange::import::{self, Column, Kind, Mapping, SheetChoice};
use xwalk::exchange::sheet::{self, Sheet};
use xwalk::source::Sources;

use super::world;

fn mappings(texts: &[&str]) -> Vec<Mapping> {
    texts.iter().map(|text| Mapping::parse(text).unwrap()).collect()
}

/// The ids that the column of clauses holds and the columns that are ignored, or what to say where there are none.
fn found(text: &str, maps: &[&str]) -> Result<(Vec<String>, Vec<String>), String> {
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text.to_owned());
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Assessment, &mappings(maps))
        .map_err(|error| error.to_string())?;
    let (statements, _) = import::statements(&rows, Some(&super::edition("odd:1")), &world(None).library)
        .map_err(|faults| format!("{faults:?}"))?;
    Ok((statements.list.iter().map(|(clause, _)| clause.number.to_string()).collect(), rows.ignored.clone()))
}

fn ids(ids: &[&str], ignored: &[&str]) -> Result<(Vec<String>, Vec<String>), String> {
    let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    Ok((owned(ids), owned(ignored)))
}

#[test]
fn heads_are_known_by_many_names_whatever_their_case_and_signs() {
    for head in [
        "clause,status",
        "CONTROL;STATE",
        "Requirement no.\tImplementation_Status",
        "Id,Stand",
        "Maßnahme;Umsetzungs-Stand",
    ] {
        let delimiter = [',', ';', '\t'].into_iter().find(|c| head.contains(*c)).unwrap();
        assert_eq!(found(&format!("{head}\n4.1{delimiter}partial\n"), &[]), ids(&["4.1"], &[]), "{head}");
    }
}

#[test]
fn what_stands_above_the_head_and_rows_that_state_nothing_are_passed_over() {
    let text = "Internal audit;;\n\n;;\nClause;Title;Status\n4;Context;\n4.1;First;partial\n;just a line;\n";
    assert_eq!(found(text, &[]), ids(&["4.1"], &[]));
}

#[test]
fn a_column_that_nobody_takes_over_is_named_unless_it_is_ignored_on_purpose() {
    let text = "Clause,Status,,Prio,Cost\n4.1,partial,stray,high,1,\n";
    assert_eq!(found(text, &[]), ids(&["4.1"], &["4 (Prio)", "5 (Cost)", "3 (without a heading)"]));
    assert_eq!(found(text, &["prio=ignore", "COST=effort"]), ids(&["4.1"], &["3 (without a heading)"]));
}

#[test]
fn a_head_means_what_the_user_says_it_means() {
    let text = "Id,Check = item,How far\n17,4.1,partial\n";
    assert_eq!(found(text, &["check = ITEM=clause", "how far=status"]), ids(&["4.1"], &["1 (Id)"]));
    for bad in ["", "clause", "=clause", "Head=", " = "] {
        assert!(Mapping::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_sheet_without_a_head_says_what_it_begins_with() {
    assert_eq!(
        found("Item,How far\n4.1,partial\n", &[]).unwrap_err(),
        "no row of the sheet names the columns clause and status\n\n  tip: its column headings may be Item, How far: say what they mean, such as --map \"Head=clause\""
    );
    assert_eq!(
        found("", &[]).unwrap_err(),
        "no row of the sheet names the columns clause and status\n\n  tip: it is empty"
    );
    assert_eq!(
        found("Clause,Status\n", &["Item=clause"]).unwrap_err(),
        "there is no column Item\n\n  tip: the columns are Clause, Status"
    );
    assert_eq!(
        found("Clause,Status\n", &["Clause=clausse"]).unwrap_err(),
        "there is no column clausse to map to\n\n  tip: did you mean clause? the columns are edition, clause, title, applicable, status, evidence, owner, due, assessed, maturity, maturity-target, effort, justification, risk, note, as-written, and ignore"
    );
    for twice in ["No,Control,Status\n", "Clause,Clause,Status\n"] {
        assert_eq!(
            found(twice, &[]).unwrap_err(),
            "the columns 1 and 2 both contain clause\n\n  tip: leave one of them out: --map \"Head=ignore\""
        );
    }
}

#[test]
fn a_column_with_its_own_name_is_taken_before_one_with_another_name() {
    let text = "No,Clause,Requirement,Status\n1,4.1,First,partial\n";
    assert_eq!(found(text, &[]), ids(&["4.1"], &["1 (No)", "3 (Requirement)"]));
    assert_eq!(found(text, &["No=ignore", "Clause=note", "Requirement=title"]).unwrap_err(), NO_HEAD_BUT_FOUR);
}

#[test]
fn a_reference_is_a_clause_only_where_nothing_else_is() {
    assert_eq!(found("Control ID,Status,Reference\n4.1,partial,POL-1\n", &[]), ids(&["4.1"], &["3 (Reference)"]));
    assert_eq!(found("Reference,Status\n4.1,partial\n", &[]), ids(&["4.1"], &[]));
}

const NO_HEAD_BUT_FOUR: &str = "no row of the sheet names the columns clause and status\n\n  tip: its column headings may be No, Clause, Requirement, Status: say what they mean, such as --map \"Head=clause\"";

#[test]
fn the_row_that_looks_like_a_head_is_the_first_one_with_the_most_texts() {
    let text = "Assessment 2026,,\n,,\nItem,How far,Who\n17,4.1,QM\na,b,c\n";
    assert_eq!(
        found(text, &[]).unwrap_err(),
        "no row of the sheet names the columns clause and status\n\n  tip: its column headings may be Item, How far, Who: say what they mean, such as --map \"Head=clause\""
    );
    assert_eq!(
        found(text, &["Itm=clause", "How far=status"]).unwrap_err(),
        "there is no column Itm\n\n  tip: the columns are Item, How far, Who"
    );
    let unclosed = found("\"Clause,Status\n4.1,partial\n", &[]).unwrap_err();
    assert!(
        unclosed.contains("  tip: a quotation mark in it is never closed; its column headings may be"),
        "{unclosed}"
    );
}

#[test]
fn an_accent_is_the_same_whether_it_is_a_sign_of_its_own_or_not() {
    let text = "Ma\u{df}nahme;Pru\u{308}fergebnis;Begru\u{308}ndung\n4.1;partial;so\n";
    assert_eq!(found(text, &["Pr\u{fc}fergebnis=status"]), ids(&["4.1"], &[]));
}

#[test]
fn a_workbook_with_two_such_sheets_asks_which() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for name in ["Notes", "One", "Two"] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        let heads: &[&str] = if name == "Notes" { &["Clause"] } else { &["Clause", "Status"] };
        for (column, head) in (0..).zip(heads) {
            sheet.write(0, column, *head).unwrap();
        }
        sheet.set_hidden(name == "Two");
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let sheets = sheet::workbook(&mut Sources::default(), "sheet.xlsx", &bytes, sheet::MAX_SIZE).unwrap();
    let choice = |name: Option<&str>| match name {
        None => SheetChoice::Only,
        Some(name) => SheetChoice::Named(vec![name.to_owned()]),
    };
    let asked = |name| import::rows(&sheets, &choice(name), Kind::Assessment, &[]);
    assert_eq!(
        asked(None).unwrap_err().to_string(),
        "the sheets One, Two (hidden) contain such rows\n\n  tip: add --sheet NAME, which can be repeated, or --all-sheets"
    );
    assert!(asked(Some("Two")).unwrap().has(Column::Status));
    assert_eq!(
        asked(Some("Three")).unwrap_err().to_string(),
        "there is no sheet Three\n\n  tip: the sheets are Notes, One, Two"
    );
}

#[test]
fn two_columns_of_relations_are_one_forwards_and_one_backwards_by_their_heads() {
    for (heads, reverse, ignored) in [
        ("Relation,Reverse relation", "Some(Partial)", &[][..]),
        ("Relation (forward),Relation (reverse)", "Some(Partial)", &[]),
        ("Forwards,Backwards", "Some(Partial)", &[]),
        ("Vorwärts,Rückwärts", "Some(Partial)", &[]),
        // Nothing says that one of these is backwards.
        ("Relation,Relationship", "None", &["4 (Relationship)"]),
    ] {
        let mut sources = Sources::default();
        let text = format!("From,To,{heads}\n4.1,1,full,partial\n");
        let file = sources.add("sheet.csv", text);
        let sheets = sheet::csv(&sources, file);
        let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
        let (table, _) = import::table(&rows, &super::errors::head(), &world(None).library).unwrap();
        let row = &table.rows[0];
        assert_eq!(format!("{:?} {:?}", row.forward, row.reverse), format!("Full {reverse}"), "{heads}");
        assert_eq!(rows.ignored, ignored, "{heads}");
    }
}

#[test]
fn what_is_left_to_do_backwards_has_a_column_of_its_own_and_so_have_touch_points_a_word() {
    let mut world = world(None);
    let text = "xwalk: relations/1\nid: other\nfrom: odd:1\nto: plain:1\nversion: 1\nsource: us\nconfidence: low\n";
    let other = super::write::table(text.to_owned(), &world.library);
    world.library.add_table(other).unwrap();
    let rows = |text: &str, maps: &[&str]| {
        let mut sources = Sources::default();
        let file = sources.add("sheet.csv", text.to_owned());
        let sheets = sheet::csv(&sources, file);
        let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &mappings(maps)).unwrap();
        assert_eq!(rows.ignored, [""; 0], "{text}");
        let table = import::table(&rows, &super::errors::head(), &world.library).unwrap().0;
        let row = table.rows.first().unwrap().clone();
        let derived_from = row.derived_from.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        (
            row.forward.to_string(),
            row.add.unwrap_or_default().to_string(),
            row.add_reverse.unwrap_or_default().to_string(),
            derived_from,
        )
    };
    let said = |texts: [&str; 4]| {
        let [relation, add, add_reverse, derived_from] = texts.map(str::to_owned);
        (relation, add, add_reverse, derived_from)
    };
    for head in ["add-reverse", "Add Reverse", "What is left to do backwards"] {
        let text = format!("From,To,Relation,Add,{head},Derived from\n4.1,1,Related,Agree,Sign,other\n");
        assert_eq!(rows(&text, &[]), said(["related", "Agree", "Sign", "other"]), "{head}");
    }
    let text = "From,To,Relation,Way back\n4.1,1,partial,Sign\n";
    assert_eq!(rows(text, &["Way back=add-reverse"]), said(["partial", "", "Sign", ""]));
    assert_eq!(Column::AddReverse.name(), "add-reverse");
}

#[test]
fn rows_below_a_second_head_are_read_by_that_one() {
    let csv = |text: &str| super::kept::csv(text, import::Reading::default());
    let text = "Clause,Status,Owner,Note\n4.1,partial,Ann,first\nClause,Status,Note,Owner\n4.2,planned,second,Bob\n\
        Owner,Note,Status,Clause,Due\nCyd,third,partial,5.1,2027-01-01\nclause,STATE\n4.10,implemented\n";
    assert_eq!(
        csv(text).unwrap(),
        [
            "4.1 partial, owner Ann, note first",
            "4.10 implemented",
            "4.2 planned, owner Bob, note second",
            "5.1 partial, owner Cyd, due 2027-01-01, note third"
        ]
    );
    let two = "Clause,,Answer,\n,Title,Status,Note\n4.1,First,partial,a\nClause,,,Answer\n,Title,Note,Status\n\
        4.2,Second,b,planned\n";
    assert_eq!(csv(two).unwrap(), ["4.1 partial, note a", "4.2 planned, note b"]);
    assert_eq!(
        csv("Clause,Status\n4.1,partial\nClause,Status,Note,Prio\n4.2,planned,b,high\n4.10,partial,c,low,more\n")
            .unwrap_err(),
        ["5:20 syntax: the row has 5 fields, but its header has 4 | put a field that contains the separator \
             in quotation marks; give a new column a heading"]
    );
    assert_eq!(
        found("Clause,Status,Prio\n4.1,partial,1\nClause,Status,Prio,Cost\n4.2,planned,2,3\n", &[]),
        ids(&["4.1", "4.2"], &["3 (Prio)", "4 (Cost)"])
    );
    assert_eq!(
        found("Clause,Status\n4.1,partial\nClause,Status,Status\n4.2,planned,planned\n", &[]).unwrap_err(),
        "row 3: the columns 2 and 3 both contain status\n\n  tip: leave one of them out: --map \"Head=ignore\""
    );
}

#[test]
fn a_second_head_without_a_column_leaves_what_was_said_of_it() {
    let text = "Clause,Status,Note\n4.1,partial,\nClause,Status\n4.2,partial\n";
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text);
    let sheets = sheet::csv(&sources, file);
    let world = world(Some(
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  odd:1:\n    \"4.1\": { status: planned, note: one }\n    \"4.2\": { status: planned, note: two }\n",
    ));
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let (statements, _) = import::statements(&rows, Some(&super::edition("odd:1")), &world.library).unwrap();
    let changes = import::changes(&world.assessment.as_ref().unwrap().0, &statements, &world.library);
    let notes: Vec<Option<&str>> = changes.iter().map(|(_, changed)| changed.note.as_deref()).collect();
    assert_eq!(notes, [None, Some("two")]);
}

#[test]
fn rows_of_a_table_below_a_second_head_are_read_by_that_one() {
    let text =
        "From,To,Relation,Add,Note\n4.1,1,partial,Agree,why\nFrom,To,Relation,Note,Add\n4.2,2,partial,since,Sign\n";
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text);
    let sheets = sheet::csv(&sources, file);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    let table = import::table(&rows, &super::errors::head(), &world(None).library).unwrap().0;
    let said: Vec<(&str, &str)> =
        table.rows.iter().map(|row| (row.add.as_deref().unwrap(), row.note.as_deref().unwrap())).collect();
    assert_eq!(said, [("Agree", "why"), ("Sign", "since")]);
}

#[test]
fn what_is_left_out_is_named_and_so_is_what_is_nearly_read_and_what_is_hidden() {
    let workbook = |sheets: &[(&str, &[&str], bool)]| {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        for (name, heads, is_hidden) in sheets {
            let sheet = workbook.add_worksheet().set_name(*name).unwrap();
            for (column, head) in (0..).zip(*heads) {
                sheet.write(0, column, *head).unwrap();
            }
            sheet.set_hidden(*is_hidden);
        }
        let bytes = workbook.save_to_buffer().unwrap();
        sheet::workbook(&mut Sources::default(), "sheet.xlsx", &bytes, sheet::MAX_SIZE).unwrap()
    };
    let of = |sheets: &[Sheet], choice: &SheetChoice| {
        let rows = import::rows(sheets, choice, Kind::Assessment, &[]).unwrap();
        (rows.left_out.join("; "), rows.remarks.join("; "))
    };
    let said = |left_out: &str, remarks: &str| (left_out.to_owned(), remarks.to_owned());
    let one: (&str, &[&str], bool) = ("One", &["Clause", "Status"], false);
    let sheets =
        workbook(&[one, ("Two", &["Clause", "Staus"], false), ("Read me", &["Clause"], false), ("Empty", &[], false)]);
    let two = "the sheet Two is left out because it has no column heading for status; --map \"Staus=status\" reads Staus as status";
    assert_eq!(of(&sheets, &SheetChoice::Only), said("Two; Read me", two));
    assert_eq!(of(&sheets, &SheetChoice::All), said("Two; Read me", two));
    assert_eq!(of(&sheets, &SheetChoice::Named(vec!["One".to_owned()])), said("Two; Read me", two));
    let sheets = workbook(&[("Lists", &["Yes"], false), ("One", &["Clause", "Status"], true)]);
    let hidden = "the sheet One is hidden, but its rows are read";
    assert_eq!(of(&sheets, &SheetChoice::Only), said("Lists", hidden));
    let sheets = workbook(&[one, ("Old", &["Clause", "Title", "Owner"], false), ("Kept", &["Clause", "Status"], true)]);
    let old = "the sheet Old is left out because it has no column heading for status; --map \"HEAD=status\" names the right one";
    assert_eq!(of(&sheets, &SheetChoice::All), said("Old; Kept (hidden)", old));
}
