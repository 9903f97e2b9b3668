//! Spreadsheets, written and read back; and what is wrong with those that people fill in.

#[path = "sheet/catalogs.rs"]
mod catalogs;
mod common;
#[path = "sheet/errors.rs"]
mod errors;
#[path = "sheet/heads.rs"]
mod heads;
#[path = "sheet/kept.rs"]
mod kept;
#[path = "sheet/limits.rs"]
mod limits;
#[path = "sheet/own.rs"]
mod own;
#[path = "sheet/round_trip.rs"]
mod round_trip;
#[path = "sheet/rows.rs"]
mod rows;
#[path = "sheet/seen.rs"]
mod seen;
#[path = "sheet/write.rs"]
mod write;

use common::World;
use xwalk::diagnostic::Rule;
use xwalk::exchange::import::{self, Kind, Statements};
use xwalk::exchange::sheet::{self, Sheet};
use xwalk::model::{Assessment, EditionId, Statement};
use xwalk::query::Export;
use xwalk::render::{Csv, Format, Page, Xlsx};
use xwalk::report::{Basis, Document};
use xwalk::source::{Sources, Span};

/// Two editions: one with ids that spreadsheets and lists of ids take apart, one with the usual ones.
const ODD: (&str, &str) = (
    "odd.yaml",
    r#"
xwalk: catalog/1
id: odd:1
title: Odd
aliases: ["ODD/STANDARD 1"]
clauses:
  "4": Context
  "4.1": { title: First, weight: heavy }
  "4.10": Tenth
  "4.2": { title: Second, clause: odd indeed }
  "5.1": =1+1
  "A+B": Both
  "C,D": Either
  "=E": Formula
  "yes": Truth
  "9": { title: Only told, kind: informative }
"#,
);

const PLAIN: (&str, &str) = (
    "plain.yaml",
    r#"
xwalk: catalog/1
id: plain:1
title: Plain
clauses:
  "1": One
  "2": Two
  "3": Three
"#,
);

fn world(assessment: Option<&str>) -> World {
    World::new(&[ODD, PLAIN], assessment)
}

fn edition(id: &str) -> EditionId {
    EditionId::parse(id).unwrap()
}

/// A document in a format, as bytes.
fn written(document: &Document, format: &dyn Format) -> Vec<u8> {
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    format.write(document, Page::new(&sources, 80), &mut bytes).unwrap();
    bytes
}

/// A document written as CSV and as a workbook, each read back as sheets.
fn as_sheets(document: Document) -> Vec<(Sources, Vec<Sheet>)> {
    // What the answer is based on stands on another sheet, and is not what comes back.
    let document = &Document { basis: Basis::default(), ..document };
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", String::from_utf8(written(document, &Csv)).unwrap());
    let csv = sheet::csv(&sources, file);
    let mut of_workbook = Sources::default();
    let workbook = sheet::workbook(&mut of_workbook, "sheet.xlsx", &written(document, &Xlsx), sheet::MAX_SIZE).unwrap();
    vec![(sources, csv), (of_workbook, workbook)]
}

fn export(name: &str, all: bool) -> Export {
    Export { kind: None, name: name.to_owned(), all }
}

/// A statement without its place.
fn bare(statement: &Statement) -> Statement {
    let mut sources = Sources::default();
    Statement { span: Span::start_of(sources.add("", "")), ..statement.clone() }
}

/// All that an assessment states, without places.
fn stated(assessment: &Assessment) -> Vec<(String, Statement)> {
    assessment.statements().map(|(clause, statement)| (clause.to_string(), bare(statement))).collect()
}

/// The statements of a sheet that has nothing wrong with it.
fn read(sheets: &[Sheet], world: &World) -> Statements {
    let rows = import::rows(sheets, &import::SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let (statements, mut warnings) = import::statements(&rows, None, &world.library).unwrap();
    // An empty text among evidence is reported, and comes back all the same.
    warnings.retain(|warning| warning.rule != Rule::EmptyEvidence);
    assert!(warnings.is_empty() && rows.ignored.is_empty(), "{warnings:?} {:?}", rows.ignored);
    statements
}
