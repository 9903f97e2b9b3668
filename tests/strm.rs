//! NIST's forms and the crosswalks of consultants: exports of CPRT, sheets of OLIR and STRM, and cells that hold more
//! than ids.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::World;
use rust_xlsxwriter::{Format, Workbook};
use xwalk::exchange::content::{Choices, Content};
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format;
use xwalk::exchange::import::{
    self, Kind, Mapping, Reading, RelationOfAll, Rows, SheetChoice, TableHeader, ToColumn, column_rows,
};
use xwalk::exchange::sheet::{self, Sheet};
use xwalk::exchange::strm;
use xwalk::exchange::written::{Loss, OpenReverse};
use xwalk::load::{self, raw};
use xwalk::model::{Confidence, EditionId, Library, Relation, Table, TableId};
use xwalk::render::{Csv, Page, Xlsx};
use xwalk::report::{Basis, Document, Part};
use xwalk::source::{Sources, Span};

const CONTROLS: (&str, &str) = (
    "controls.yaml",
    "xwalk: catalog/1\nid: controls:5\ntitle: Controls\naliases: [\"SP 800-53 Rev 5\"]\nclauses: { \"AC-1\": Policy, \"AC-2\": Accounts, \"AC-2(1)\": Automation, \"PM-9\": Strategy, \"PM-11\": Mission }\n",
);
const CORE: (&str, &str) = (
    "core.yaml",
    "xwalk: catalog/1\nid: core:2\ntitle: Core\nclauses: { \"GV.OC-01\": Mission, \"GV.OC-02\": Parties, \"GV.RM\": Risk, \"4.2.1\": General, \"3.1\": First, \"3.10\": Tenth, \"12.1\": Rule }\n",
);

fn world() -> World {
    World::new(&[CONTROLS, CORE], None)
}

fn edition(id: &str) -> EditionId {
    EditionId::parse(id).unwrap()
}

fn head(from: &str, to: &str) -> TableHeader {
    TableHeader {
        id: TableId::parse("t").unwrap(),
        title: None,
        from: edition(from),
        to: edition(to),
        version: 1,
        source: "us".to_owned(),
        confidence: Confidence::Low,
        provenance: None,
        method: None,
        mapper: None,
        date: None,
        stage: None,
        derived_from: Vec::new(),
        is_draft: false,
    }
}

/// The rows of a table in a line each.
fn lines(table: &Table) -> Vec<String> {
    let row = |row: &Relation| {
        let from: Vec<String> = row.from.iter().map(|clause| clause.number.to_string()).collect();
        let reverse = row.reverse.map_or(String::new(), |reverse| format!("/{reverse}"));
        format!("{} {}{reverse} {}", from.join("+"), row.forward, row.to.number)
    };
    table.rows.iter().map(row).collect()
}

type Answer = Result<(Vec<String>, Vec<String>), Vec<String>>;

/// The rows of a table and the findings, as `line:column message`.
fn table(rows: &Rows<'_>, head: &TableHeader, sources: &Sources, library: &Library) -> Answer {
    let say = |faults: Vec<xwalk::diagnostic::Diagnostic>| -> Vec<String> {
        let line = |fault: xwalk::diagnostic::Diagnostic| {
            let place = sources.position(fault.span);
            format!("{}:{} {}", place.line, place.column, fault.message)
        };
        faults.into_iter().map(line).collect()
    };
    match import::table(rows, head, library) {
        Ok((table, faults)) => Ok((lines(&table), say(faults))),
        Err(faults) => Err(say(faults)),
    }
}

fn csv(text: &str) -> (Sources, Vec<Sheet>) {
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", text.to_owned());
    let sheets = sheet::csv(&sources, file);
    (sources, sheets)
}

fn read(text: &str, reading: Reading, (from, to): (&str, &str)) -> Answer {
    let (sources, sheets) = csv(text);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    table(&with(rows, reading), &head(from, to), &sources, &world().library)
}

fn with(mut rows: Rows<'_>, reading: Reading) -> Rows<'_> {
    rows.reading = reading;
    rows
}

fn all(word: &str) -> Reading {
    Reading { relation: Some(RelationOfAll::parse(word).unwrap()), ..Reading::default() }
}

const OLIR: &str = "\"Focal Document\nElement\",Focal Document Element Description,\"Reference Document\nElement\",\"Comments\n(Optional)\"\nGV.OC-01,Mission,\"PM-11\n\",sure\nGV.RM,Risk,,\nGV.OC-02,Parties,PM-09,\nGV.OC-02,Parties,AC-02(01),\n";

#[test]
fn a_concept_crosswalk_without_a_relation_says_so_once_and_is_read_with_the_relation_of_all() {
    let editions = ("core:2", "controls:5");
    assert_eq!(
        read(OLIR, Reading::default(), editions),
        Err(vec!["5:1 no column contains the relation of the clauses".to_owned()])
    );
    let (rows, told) = read(OLIR, all("related"), editions).unwrap();
    assert_eq!(rows, ["GV.OC-01 related PM-11", "GV.OC-02 related PM-9", "GV.OC-02 related AC-2(1)"]);
    assert_eq!(
        told,
        [
            "7:1 rows left out that name clauses on one side only: 1",
            "8:18 ids read in the form that controls:5 uses: 2, first PM-09",
        ]
    );
    let (rows, _) = read(OLIR, all("Intersects With"), editions).unwrap();
    assert_eq!(rows[0], "GV.OC-01 partial/partial PM-11");
    assert!(RelationOfAll::parse("nearly").is_err());
}

#[test]
fn the_words_of_set_theory_are_read_however_they_are_written() {
    let words = [
        "Equal",
        "Equivalent",
        "Subset Of",
        "Subset ",
        "Superset",
        "Intersects With",
        "No Relationship",
        "not related to",
    ];
    let ids = [
        ("GV.OC-01", "AC-1"),
        ("GV.OC-02", "AC-1"),
        ("GV.OC-01", "AC-2"),
        ("GV.OC-02", "AC-2"),
        ("GV.OC-01", "PM-9"),
        ("GV.OC-02", "PM-9"),
        ("GV.OC-01", "PM-11"),
        ("GV.OC-02", "PM-11"),
    ];
    let mut text = "FDE #,STRM Relationship,SCF #\n".to_owned();
    for (word, (from, to)) in words.iter().zip(ids) {
        text += &format!("{from},{word},{to}\n");
    }
    let (rows, told) = read(&text, Reading::default(), ("core:2", "controls:5")).unwrap();
    assert_eq!(
        rows,
        [
            "GV.OC-01 full/full AC-1",
            "GV.OC-02 full/full AC-1",
            "GV.OC-01 partial/full AC-2",
            "GV.OC-02 partial/full AC-2",
            "GV.OC-01 full/partial PM-9",
            "GV.OC-02 partial/partial PM-9",
            "GV.OC-01 none PM-11",
            "GV.OC-02 none PM-11",
        ]
    );
    assert_eq!(told, [""; 0]);
}

#[test]
fn a_cell_holds_several_ids_text_behind_them_and_references_to_several_sources() {
    let text = "From,To\n\"GV.OC-01: The mission, as it is, is known\",\"SP 800-53 Rev 5: PM-11\nCIS Controls: 3.1\nSP 800-53 Rev 5: AC-01\"\nRisk (GV.RM): Whatever,N/A\nReq 12.1,\"AC-02\nPM-09; AC-1\"\nGV.OC-02: [Withdrawn: Incorporated into GV.OC-01.],[Withdrawn]\n";
    let (sources, sheets) = csv(text);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    let reading = Reading { only_source: Some("SP 800-53 Rev. 5".to_owned()), ..all("related") };
    let world = world();
    let first = table(&with(rows, reading), &head("core:2", "controls:5"), &sources, &world.library);
    // Focal elements are of no source, whatever stands after them.
    let (lines, told) = first.unwrap();
    assert_eq!(lines, ["GV.OC-01 related PM-11", "GV.OC-01 related AC-1"]);
    assert!(told.iter().any(|line| line.contains("references left out that are not to SP 800-53 Rev. 5")), "{told:?}");
    let text = text.replace("\nCIS Controls: 3.1", "");
    let (rows, told) = read(&text, all("related"), ("core:2", "controls:5")).unwrap();
    assert_eq!(
        rows,
        [
            "GV.OC-01 related PM-11",
            "GV.OC-01 related AC-1",
            "12.1 related AC-2",
            "12.1 related PM-9",
            "12.1 related AC-1",
        ]
    );
    assert_eq!(
        told,
        [
            "2:1 texts after ids that are ignored: 3, first GV.OC-01: The mission, as it is, is know…",
            "2:45 ids read in the form that controls:5 uses: 3, first AC-01",
            "4:1 rows left out that name clauses on one side only: 2",
            "5:1 words before ids that are ignored: 1, first Req",
        ]
    );
    let unclear = read("From,To\nGV.RM,CIS Controls: AC-1\n", all("related"), ("core:2", "controls:5"));
    assert_eq!(unclear, Err(vec!["2:7 the cell names a source for its references, CIS Controls".to_owned()]));
}

#[test]
fn a_row_about_a_part_of_a_clause_is_left_out_on_either_side_and_never_about_the_whole() {
    let text = "FDE #,STRM Relationship,SCF #\nGV.OC-01:1,subset of,AC-1\nGV.OC-01,equal,AC-02:a\ncore:2/GV.OC-02:2,equal,AC-1\nReq GV.OC-02:1 and more,equal,PM-9\n\"GV.OC-02 GV.OC-01:1.\",equal,PM-9\n\"GV.RM, GV.OC-01:(b)\",equal,\"PM-9\nPM-11\"\nGV.OC-01,subset of,PM-9: so at 4.2.1:1\n";
    let (rows, told) = read(text, Reading::default(), ("core:2", "controls:5")).unwrap();
    assert_eq!(rows, ["GV.OC-01 partial/full PM-9"]);
    assert_eq!(
        told,
        [
            "2:1 rows left out that are about a part of a clause: 6, first GV.OC-01:1",
            "9:20 texts after ids that are ignored: 1, first PM-9: so at 4.2.1:1",
        ]
    );
    // Its words are checked all the same.
    let text = "FDE #,STRM Relationship,SCF #\nGV.OC-01:1,partly,AC-1\n";
    let wrong = read(text, Reading::default(), ("core:2", "controls:5")).unwrap_err();
    assert!(wrong.contains(&"2:12 partly is not a valid relation".to_owned()), "{wrong:?}");
}

#[test]
fn an_id_before_a_text_is_not_the_only_one_where_others_are_before_it() {
    let text = "FDE #,STRM Relationship,SCF #\n\"GV.OC-01, GV.OC-02: the parties\",equal,AC-1\nMission GV.OC-01: so,equal,AC-2\n";
    let (rows, _) = read(text, Reading::default(), ("core:2", "controls:5")).unwrap();
    assert_eq!(rows, ["GV.OC-01+GV.OC-02 full/full AC-1", "GV.OC-01 full/full AC-2"]);
    let text = "FDE #,STRM Relationship,SCF #\n\"A (GV.OC-01), B (GV.OC-02): so\",equal,PM-9\n";
    assert!(read(text, Reading::default(), ("core:2", "controls:5")).is_err());
}

#[test]
fn a_statement_about_a_part_of_a_clause_is_refused() {
    let (sources, sheets) = csv("Clause,Status\nGV.OC-01:1,implemented\nGV.OC-02: 1,implemented\n");
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let faults = import::statements(&rows, Some(&edition("core:2")), &world().library).unwrap_err();
    let found: Vec<String> =
        faults.iter().map(|fault| format!("{} {}", sources.position(fault.span).line, fault.rule.id())).collect();
    assert_eq!(found, ["2 unknown-clause", "3 bad-id"]);
}

const GROUPS: &str = "FDE #,Relationship,SCF #,Group Identifier,Confidence,Comments\n";

#[test]
fn rows_of_one_group_are_a_joint_row_where_the_group_covers_and_else_they_are_left_out() {
    let of = |rows: &str| read(&format!("{GROUPS}{rows}"), Reading::default(), ("core:2", "controls:5")).unwrap();
    // Several cover one: the row stands where the first of them is.
    let (rows, told) = of("GV.OC-01,equal,AC-1,G1,,\nGV.RM,equal,AC-2,,,\nGV.OC-02,equal,AC-1,G1,,\n");
    assert_eq!(rows, ["GV.OC-01+GV.OC-02 full/full AC-1", "GV.RM full/full AC-2"]);
    assert_eq!(told, [""; 0]);
    // One is covered by nothing less than all of them, and says nothing of each.
    let left_out = |first: &str, count: usize| {
        format!("{first} rows left out that hold only together with others (Group Identifier): {count}, first G1")
    };
    for (rows, first, count) in [
        ("GV.OC-01,equal,AC-1,G1,,\nGV.OC-01,equal,AC-2,G1,,\n", "2:1", 2),
        ("GV.OC-01,subset of,AC-1,G1,,\nGV.OC-01,subset of,AC-2,G1,,\n", "2:1", 2),
        ("GV.OC-01,equal,AC-1,G1,,\nGV.OC-02,superset of,AC-1,G1,,\n", "2:1", 2),
        ("GV.OC-01,equal,AC-1,G1,,\nGV.OC-02,equal,AC-2,G1,,\n", "2:1", 2),
    ] {
        let (kept, told) = of(&format!("{rows}GV.RM,equal,PM-9,G2,,\n"));
        assert_eq!(kept, ["GV.RM full/full PM-9"], "{rows}");
        assert_eq!(told, [left_out(first, count)], "{rows}");
    }
    // Without the row about a part the others say less than the group.
    let (kept, told) =
        of("GV.OC-01:1,equal,AC-1,G1,,\nGV.OC-02,equal,AC-1,G1,,\nGV.RM,equal,AC-1,G1,,\nGV.RM,equal,AC-2,,,\n");
    assert_eq!(kept, ["GV.RM full/full AC-2"]);
    assert_eq!(
        told,
        ["2:1 rows left out that are about a part of a clause: 1, first GV.OC-01:1".to_owned(), left_out("3:1", 2)]
    );
    // What follows for each row alone is kept: what contains all contains each, what shares nothing with all does with none.
    let (kept, told) = of(
        "GV.OC-01,superset of,AC-1,G1,,\nGV.OC-01,superset of,AC-2,G1,,\nGV.OC-02,no relationship,AC-1,G2,,\nGV.RM,no relationship,AC-1,G2,,\n",
    );
    assert_eq!(
        kept,
        ["GV.OC-01 full/partial AC-1", "GV.OC-01 full/partial AC-2", "GV.OC-02 none AC-1", "GV.RM none AC-1"]
    );
    assert_eq!(told, [""; 0]);
}

#[test]
fn a_joint_row_of_a_group_keeps_the_texts_of_its_rows_and_their_lowest_confidence() {
    let (_, sheets) = csv(&format!(
        "{GROUPS}GV.OC-01,equal,AC-1,G1,high,One\nGV.OC-02,equal,AC-1,G1,,Two\nGV.OC-02,equal,AC-2,G2,high,One\nGV.RM,equal,AC-2,G2,high,One\n"
    ));
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    assert_eq!(rows.ignored, [""; 0]);
    let (table, _) = import::table(&rows, &head("core:2", "controls:5"), &world().library).unwrap();
    let said: Vec<_> = table.rows.iter().map(|row| (row.note.as_deref().unwrap_or_default(), row.confidence)).collect();
    assert_eq!(said, [("One\nTwo", Confidence::Low), ("One", Confidence::High)]);
}

#[test]
fn each_column_of_a_wide_crosswalk_is_a_table_of_its_own() {
    let (sources, sheets) =
        csv("SCF #,Control,NIST 800-53,Core Mappings\nGV.OC-01,Mission,\"AC-01\nAC-02\",3.1\nGV.OC-02,Parties,,12.1\n");
    let mappings = [Mapping::parse("SCF #=from").unwrap()];
    let world = world();
    let tables = ["NIST 800-53=SP 800-53 Rev 5", "Core Mappings=core:2"].map(|column| {
        let column = ToColumn::parse(column).unwrap();
        let rows = column_rows(&sheets, &SheetChoice::Only, &mappings, &column).unwrap();
        let to = world.library.catalog_named(&column.edition).unwrap().id.to_string();
        table(&with(rows, all("related")), &head("core:2", &to), &sources, &world.library).unwrap().0
    });
    assert_eq!(tables[0], ["GV.OC-01 related AC-1", "GV.OC-01 related AC-2"]);
    assert_eq!(tables[1], ["GV.OC-01 related 3.1", "GV.OC-02 related 12.1"]);
    assert!(ToColumn::parse("no edition=").is_err() && ToColumn::parse("=a:1").is_err());
}

#[test]
fn the_clauses_of_a_wide_crosswalk_that_cover_stand_under_the_only_head_of_clauses() {
    let column = ToColumn::parse("ISO 9001=core:2").unwrap();
    let of = |text: &str| {
        let (_, sheets) = csv(text);
        let rows = column_rows(&sheets, &SheetChoice::Only, &[], &column);
        rows.map(drop).map_err(|refusal| format!("{}; {}", refusal.message, refusal.help.unwrap_or_default()))
    };
    assert_eq!(of("Control,ISO 9001\nGV.OC-01,3.1\n"), Ok(()));
    let missing = "no column is known to hold the clauses that cover those of ISO 9001";
    assert_eq!(
        of("Topic,ISO 9001\nGV.OC-01,3.1\n"),
        Err(format!("{missing}; its heads are Topic, ISO 9001: --map \"HEAD=from\" says which it is"))
    );
    assert_eq!(
        of("Control,Clause,ISO 9001\na,b,3.1\n"),
        Err(format!("{missing}; its heads are Control, Clause, ISO 9001: --map \"HEAD=from\" says which it is"))
    );
}

/// A workbook with cells written by a function.
fn workbook(write: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> (Sources, Vec<Sheet>) {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet());
    let bytes = workbook.save_to_buffer().unwrap();
    let mut sources = Sources::default();
    let sheets = sheet::workbook(&mut sources, "w.xlsx", &bytes, sheet::MAX_SIZE).unwrap();
    (sources, sheets)
}

fn of_numbers(cells: &[(f64, Option<&str>)]) -> Answer {
    let (sources, sheets) = workbook(|sheet| {
        for (column, head) in (0..).zip(["From", "To", "Relation"]) {
            sheet.write(0, column, head).unwrap();
        }
        for (row, (number, format)) in (1..).zip(cells) {
            match format {
                Some(format) => {
                    sheet.write_with_format(row, 0, *number, &Format::new().set_num_format(*format)).unwrap()
                }
                None => sheet.write(row, 0, *number).unwrap(),
            };
            sheet.write(row, 1, "AC-1").unwrap();
            sheet.write(row, 2, "related").unwrap();
        }
    });
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    table(&rows, &head("core:2", "controls:5"), &sources, &world().library)
}

#[test]
fn numbers_that_may_be_two_clauses_are_distinguished_by_their_formats_where_both_are_there() {
    for format in ["0.00", "#,##0.00"] {
        let (rows, told) = of_numbers(&[(3.1, None), (12.1, None), (3.1, Some(format))]).unwrap();
        assert_eq!(rows, ["3.1 related AC-1", "12.1 related AC-1", "3.10 related AC-1"], "{format}");
        assert_eq!(told, ["2:1 A2: numbers that may mean several clauses, read as they are displayed: 2, first 3.1"]);
    }
    // One of them alone may be typed as the other: everybody sees 3.1 who types 3.10.
    for alone in [None, Some("0.00"), Some("0.0")] {
        let refused = of_numbers(&[(3.1, alone)]).unwrap_err();
        assert_eq!(refused, ["2:1 A2: the number 3.1 can be 3.1 or 3.10"], "{alone:?}");
    }
}

#[test]
fn a_day_in_the_place_of_an_id_is_reported_with_the_ids_that_it_may_be() {
    let (sources, sheets) = workbook(|sheet| {
        for (column, head) in (0..).zip(["From", "To", "Relation"]) {
            sheet.write(0, column, head).unwrap();
        }
        let day = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_with_format(1, 0, rust_xlsxwriter::ExcelDateTime::from_ymd(2001, 2, 4).unwrap(), &day).unwrap();
        sheet.write(1, 1, "AC-1").unwrap();
        sheet.write_formula(1, 2, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A")).unwrap();
    });
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Table, &[]).unwrap();
    let world = world();
    let faults = import::table(&rows, &head("core:2", "controls:5"), &world.library).unwrap_err();
    let said: Vec<String> = faults.iter().map(|fault| fault.message.clone()).collect();
    assert_eq!(
        said,
        ["A2: the date 2001-02-04 is not a valid clause id", "C2: the formula of this cell gives the error #N/A"]
    );
    assert!(faults[0].help.as_deref().unwrap().starts_with("it may be 4.2.1: "), "{:?}", faults[0].help);
    assert_eq!(sources.position(faults[1].span).line.get(), 2);
}

const TABLE: (&str, &str) = (
    "t.yaml",
    r#"
xwalk: relations/1
id: t
from: core:2
to: controls:5
version: 1
source: us
confidence: low
unrelated: { "GV.RM": nothing alike }
rows:
  - { from: "GV.OC-01", to: "AC-1", relation: full, reverse: full, note: "sure\nenough" }
  - { from: "GV.OC-01", to: "AC-2", relation: full, reverse: partial }
  - { from: "3.10", to: "AC-2", relation: partial, reverse: full, add: more }
  - { from: "3.1", to: "AC-2", relation: partial, reverse: partial }
  - { from: "3.1", to: "AC-1", relation: none, reverse: none }
  - { from: "3.1", to: "PM-9", relation: related }
  - { from: "3.1", to: "PM-11", relation: partial }
  - { from: ["3.1", "3.10"], to: "PM-11", relation: full }
  - { to: "AC-2(1)", relation: none }
"#,
);

#[test]
fn a_table_is_written_as_a_relationship_mapping_and_comes_back_but_for_what_is_counted() {
    let world = World::new(&[CONTROLS, CORE, TABLE], None);
    let before = world.library.tables().next().unwrap();
    let (tables, losses) = strm::sheet(&[before], &world.library, OpenReverse::LeaveOut);
    let loss = |what: &str, count| Loss { what: what.to_owned(), count };
    assert_eq!(
        losses,
        [
            loss("joint row is left out because the format has no form for it", 1),
            loss("row loses the remaining work, the items that are meant, its sources or its reviewers", 1),
            loss("row that is only related is left out because the format has no word for it", 1),
            loss(
                "row whose reverse is not stated is left out: every word says something about both directions, including intersects with",
                1
            ),
        ]
    );
    let (weaker, _) = strm::sheet(&[before], &world.library, OpenReverse::Weaken);
    assert_eq!((tables[0].rows.len(), weaker[0].rows.len()), (7, 7), "there is no weaker word");
    let (both, losses) = strm::sheet(&[before, before], &world.library, OpenReverse::LeaveOut);
    assert_eq!((both.len(), both[0].rows.len()), (1, 14));
    assert!(losses.contains(&loss("tables lose their own metadata because they share one mapping", 2)), "{losses:?}");
    let document = Document {
        command: "export",
        title: "t".to_owned().into(),
        lead: Vec::new(),
        parts: tables.into_iter().map(Part::Table).collect(),
        findings: Vec::new(),
        basis: Basis::default(),
    };
    let sources = Sources::default();
    let write = |format: &dyn xwalk::render::Format| {
        let mut bytes = Vec::new();
        format.write(&document, Page::new(&sources, 80), &mut bytes).unwrap();
        bytes
    };
    let mut kept = Sources::default();
    let file = kept.add("t.csv", String::from_utf8(write(&Csv)).unwrap());
    let of_csv = sheet::csv(&kept, file);
    let of_workbook = sheet::workbook(&mut kept, "t.xlsx", &write(&Xlsx), sheet::MAX_SIZE).unwrap();
    for sheets in [of_csv, of_workbook] {
        let (kind, rows) = import::recognise(&sheets, &SheetChoice::Only, None, &[]).unwrap();
        assert_eq!(kind, Kind::Table);
        let general = import::GeneralInformation::of(&sheets, &world.library);
        let editions = import::editions(&rows, &world.library);
        let said = (editions.0.or(general.from), editions.1.or(general.to));
        assert_eq!(said, (Some(edition("core:2")), Some(edition("controls:5"))));
        if sheets[0].name.is_some() {
            assert_eq!((general.source.as_deref(), general.confidence.as_deref()), (Some("us"), Some("low")));
            // A table without a title is called by its id, which is no title.
            assert_eq!((general.id.as_ref(), general.title.as_deref()), (Some(&before.id), None));
            assert_eq!(general.version, Some(1));
        }
        let (after, _) = import::table(&rows, &TableHeader::of(before), &world.library).unwrap();
        let none = |row: &Relation| row.forward == xwalk::model::Strength::None;
        let bare = |row: &Relation| Relation {
            span: Span::start_of(file),
            add: None,
            reverse: row.reverse.filter(|_| !none(row)),
            ..row.clone()
        };
        let expected: Vec<Relation> = [0, 1, 2, 3, 4, 8].map(|at| bare(&before.rows[at])).into();
        assert_eq!(after.rows.iter().map(bare).collect::<Vec<_>>(), expected);
        assert_eq!(after.unrelated, before.unrelated);
    }
}

const CPRT: &str = r#"{"response": {"requestType": 4, "elements": {
"documents": [{"doc_identifier": "MADE_CORE_2_0_0", "name": "Made core", "version": "Version 2.0", "website": "https://made.example"}],
"relationship_types": [{"relationship_identifier": "projection", "description": "x"}],
"elements": [
{"element_type": "category", "element_identifier": "GV.OC", "title": "Context", "text": "", "doc_identifier": "MADE_CORE_2_0_0"},
{"element_type": "subcategory", "element_identifier": "GV.OC-10", "title": "", "text": "Ten \"quoted\".", "doc_identifier": "MADE_CORE_2_0_0"},
{"element_type": "subcategory", "element_identifier": "GV.OC-02", "title": "", "text": "Two.", "doc_identifier": "MADE_CORE_2_0_0"},
{"element_type": "subcategory", "element_identifier": "GV.OC-03", "title": "", "text": "", "doc_identifier": "MADE_CORE_2_0_0"},
{"element_type": "withdraw_reason", "element_identifier": "WR-GV.OC-03", "title": "", "text": "Moved", "doc_identifier": "MADE_CORE_2_0_0"},
{"element_type": "implementation_example", "element_identifier": "GV.OC-02.001", "title": "Ex1", "text": "", "doc_identifier": "MADE_CORE_2_0_0"},
{"element_type": "task", "element_identifier": "GOVERN 1.1", "title": "Blank", "text": null, "doc_identifier": "MADE_CORE_2_0_0"}
],
"relationships": [
{"source_element_identifier": "GV.OC", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "GV.OC-10", "dest_doc_identifier": "MADE_CORE_2_0_0", "relationship_identifier": "projection"},
{"source_element_identifier": "GV.OC", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "GV.OC-02", "dest_doc_identifier": "MADE_CORE_2_0_0", "relationship_identifier": "projection"},
{"source_element_identifier": "GV.OC", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "GV.OC-03", "dest_doc_identifier": "MADE_CORE_2_0_0", "relationship_identifier": "projection"},
{"source_element_identifier": "GV.OC-03", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "WR-GV.OC-03", "dest_doc_identifier": "MADE_CORE_2_0_0", "relationship_identifier": "projection"},
{"source_element_identifier": "WR-GV.OC-03", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "GV.OC-02", "dest_doc_identifier": "MADE_CORE_2_0_0", "relationship_identifier": "moved_to"},
{"source_element_identifier": "GV.OC-02", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "AC-02", "dest_doc_identifier": "SP 800-53 Rev 5", "relationship_identifier": "external_reference"},
{"source_element_identifier": "GV.OC-10", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "XX-1", "dest_doc_identifier": "SP 800-53 Rev 5", "relationship_identifier": "external_reference"},
{"source_element_identifier": "GV.OC-10", "source_doc_identifier": "MADE_CORE_2_0_0", "dest_element_identifier": "1", "dest_doc_identifier": "ELSE_1_0_0", "relationship_identifier": "external_reference"}
]}}}
"#;

/// The catalogs and the tables of an export, read beside the small world.
fn cprt(text: &str, choices: Choices) -> (Sources, Library, Content) {
    let world = world();
    let mut sources = world.sources.clone();
    let file = sources.add("cprt.json", text.to_owned());
    let format = format::Format::of(text).unwrap();
    assert_eq!(format, format::Format::Cprt);
    let mut files = load::Files::default();
    for (name, text) in [CONTROLS, CORE] {
        let file = sources.add(name, text.to_owned());
        files.read(&sources, file);
    }
    let mut read = ForeignFiles::read(&sources, &[(file, format)]);
    let mut all = Content::default();
    for (file, content) in read.catalogs(&sources, choices, std::collections::HashSet::new()) {
        for catalog in &content.catalogs {
            files.add(file, Some(raw::File::Catalog(catalog.clone())), Vec::new());
        }
        all.faults.extend(content.faults);
        all.counts.extend(content.counts);
    }
    let (library, faults) = load::library(&sources, files).sound().unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    for (_, content) in read.tables(&library, choices) {
        all.tables.extend(content.tables);
        all.faults.extend(content.faults);
        all.counts.extend(content.counts);
    }
    (sources, library, all)
}

#[test]
fn an_export_of_cprt_becomes_an_edition_and_its_references_become_rows() {
    let (sources, library, content) = cprt(CPRT, Choices { with_text: true, ..Choices::default() });
    let catalog = library.catalog(&edition("nist-made-core:2.0.0")).unwrap();
    let shown: Vec<String> = catalog
        .clauses()
        .iter()
        .map(|clause| {
            let above = clause.parent.map_or("-".to_owned(), |at| catalog.clauses()[at].number.to_string());
            format!("{} {} {} {above}", clause.number, clause.title, clause.kind)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "GOVERN-1.1 Blank requirement -",
            "GV.OC Context heading -",
            "GV.OC-02 GV.OC-02 requirement GV.OC",
            "GV.OC-03 GV.OC-03 informative GV.OC",
            "GV.OC-10 GV.OC-10 requirement GV.OC",
        ]
    );
    let attribute = |number: &str, key: &str| catalog.find(number).unwrap().attributes.get(key).map(str::to_owned);
    assert_eq!(attribute("GV.OC-10", "text").as_deref(), Some("Ten \"quoted\"."));
    assert_eq!(attribute("GV.OC-03", "successors").as_deref(), Some("GV.OC-02"));
    assert_eq!(attribute("GV.OC-03", "status").as_deref(), Some("withdrawn"));
    assert_eq!(attribute("GOVERN-1.1", "uri").as_deref(), Some("MADE_CORE_2_0_0:GOVERN 1.1"));
    assert_eq!(library.catalog_called("MADE_CORE_2_0_0").map(|catalog| &catalog.id), Some(&catalog.id));
    let row = &content.tables[0].rows[0];
    assert_eq!((row.from[0].value.as_str(), row.to[0].value.as_str()), ("GV.OC-02", "AC-2"));
    assert_eq!(row.relation.as_ref().unwrap().value, "related");
    let told: Vec<String> = content
        .faults
        .iter()
        .map(|fault| {
            let place = sources.position(fault.span);
            format!("{}:{} {}", place.line, place.column, fault.message)
        })
        .collect();
    assert_eq!(
        told,
        [
            "9:60 elements left out that describe others and are not clauses (implementation_example, withdraw_reason): 2",
            "20:115 references left out since controls:5 has no such clause: 1, first XX-1",
            "21:115 references left out since no edition is known as ELSE_1_0_0: 1, first 1",
        ]
    );
    for count in &content.counts {
        let left_out: usize = count.left_out.iter().map(|(_, count)| count).sum();
        assert_eq!(count.read, count.taken + left_out, "{count:?}");
    }
    assert_eq!((content.counts[0].read, content.counts[0].taken), (7, 5));
    assert_eq!((content.counts[1].read, content.counts[1].taken), (8, 1));
}

#[test]
fn an_export_that_is_cut_off_is_reported_where_it_ends_and_one_without_its_wrapping_is_read() {
    let mut sources = Sources::default();
    let cut = &CPRT[..CPRT.find("\"subcategory\"").unwrap()];
    let file = sources.add("cut.json", cut.to_owned());
    let mut files = load::Files::default();
    ForeignFiles::read(&sources, &[(file, format::Format::Cprt)]).add_to(&mut files, &sources, Choices::default());
    let faults = load::library(&sources, files).into_parts().1;
    let place = sources.position(faults[0].span);
    assert_eq!((place.line.get(), faults[0].message.as_str()), (6, "the document ends inside a value"));
    let bare = CPRT.replace("{\"response\": {\"requestType\": 4, \"elements\": {", "{").replace("]}}}", "]}");
    let (_, library, _) =
        cprt(&bare.replace("{\n\"documents\"", "{\"elements\": [], \"documents\""), Choices::default());
    assert_eq!(library.catalog(&edition("nist-made-core:2.0.0")).unwrap().clauses().len(), 5);
}

#[test]
fn all_values_of_a_wrong_kind_in_an_export_of_cprt_are_reported_in_one_run() {
    let text = "\u{feff}{\"response\":{\"elements\":{\"documents\":5,\n\"elements\":[{\"element_identifier\":[\"GV\"]},\n7],\n\"relationships\":{}}}}";
    let mut sources = Sources::default();
    let file = sources.add("cprt.json", text.to_owned());
    let mut files = load::Files::default();
    ForeignFiles::read(&sources, &[(file, format::Format::Cprt)]).add_to(&mut files, &sources, Choices::default());
    let (_, faults) = load::library(&sources, files).into_parts();
    let told: Vec<String> = faults
        .iter()
        .map(|fault| {
            let place = sources.position(fault.span);
            format!("{}:{} {} [{}]", place.line, place.column, fault.message, fault.rule.id())
        })
        .collect();
    let message = "this cannot be read as an export of CPRT:";
    assert_eq!(
        told,
        [
            format!("1:38 {message} a list is expected here, but this is a number [wrong-type]"),
            format!("2:35 {message} a text is expected here, but this is a list [wrong-type]"),
            format!("3:1 {message} an object is expected here, but this is a number [wrong-type]"),
            format!("4:17 {message} a list is expected here, but this is an object [wrong-type]"),
        ]
    );
}
