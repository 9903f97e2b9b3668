//! A document as JSON: command, shape, basis, summary, the answer, then further tables and findings.
//!
//! The shape is described in `docs/json.md`; its number is raised when a name changes its meaning or goes away.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{Format, Page, compact_head, four_digits, texts};
use crate::diagnostic::Diagnostic;
use crate::report::{ANSWER, Basis, BasisFile, Cell, Document, Table, sanitized};
use crate::source::Sources;

/// The version of the shape.
pub const SHAPE: u32 = 2;

/// JSON, indented.
#[derive(Debug, Clone, Copy)]
pub struct Json;

impl Format for Json {
    fn is_earlier_output(&self, held: &[u8]) -> bool {
        compact_head(held).starts_with("{\"command\":\"")
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut top = Map::new();
        top.insert("command".into(), document.command.into());
        top.insert("shape".into(), SHAPE.into());
        top.insert("basis".into(), basis(&document.basis, page.sources));
        top.insert("title".into(), sanitized(&document.title).into());
        top.insert("lead".into(), document.lead.iter().map(|line| sanitized(line)).collect());
        top.insert(ANSWER.into(), Value::Array(Vec::new()));
        for table in document.tables().filter(|table| table.audience.has_programs()) {
            let entry = top.entry(table.name).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = entry {
                list.extend(table.rows.iter().map(|row| object(table, row)));
            }
        }
        top.insert(
            "findings".into(),
            document.findings.iter().map(|finding| diagnostic(finding, page.sources)).collect(),
        );
        serde_json::to_writer_pretty(&mut *out, &top)?;
        writeln!(out)
    }
}

fn object(table: &Table, row: &[Cell]) -> Value {
    let columns = table.headings.iter().zip(row).filter(|(heading, _)| heading.audience.has_programs());
    columns.map(|(heading, cell)| (heading.key.to_string(), value(cell))).collect::<Map<_, _>>().into()
}

/// One reference is a string, several are one string with spaces between, as in CSV, so both formats carry the same
/// values.
fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) | Cell::Word(text, _) => text.as_str().into(),
        Cell::Count(count) => (*count).into(),
        Cell::Share(share, _) => four_digits(*share).parse::<f64>().unwrap_or(*share).into(),
        Cell::Number(number) => four_digits(*number).parse::<f64>().unwrap_or(*number).into(),
        Cell::Rating(rating) => four_digits(*rating).parse::<f64>().unwrap_or(*rating).into(),
        Cell::Effort(effort) => effort.days().into(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Boolean(truth) => (*truth).into(),
        Cell::Links(links) => texts(links).into(),
        Cell::Refs(refs, _) => refs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ").into(),
    }
}

fn basis(basis: &Basis, sources: &Sources) -> Value {
    let settings: Map<String, Value> =
        basis.settings.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
    json!({
        "tool": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "settings": settings,
        "editions": basis.editions.iter().map(|file| support(file, sources)).collect::<Value>(),
        "tables": basis.tables.iter().map(|file| support(file, sources)).collect::<Value>(),
        "assessment": basis.assessment.as_ref().map(|file| support(file, sources)),
    })
}

fn support(support: &BasisFile, sources: &Sources) -> Value {
    let source = sources.get(support.file);
    let mut object = Map::new();
    object.insert("id".into(), sanitized(&support.id).into());
    if let Some(version) = support.version {
        object.insert("version".into(), version.into());
        object.insert("draft".into(), support.is_draft.into());
    }
    object.insert("confidence".into(), support.confidence.map(|confidence| confidence.to_string()).into());
    object.insert("provenance".into(), support.provenance.map(|provenance| provenance.to_string()).into());
    object.insert("file".into(), sanitized(source.name()).into());
    object.insert("sha256".into(), source.sha256().into());
    object.into()
}

fn diagnostic(diagnostic: &Diagnostic, sources: &Sources) -> Value {
    let place = sources.position(diagnostic.span);
    json!({
        "rule": diagnostic.rule.id(),
        "severity": diagnostic.severity().name(),
        "file": sanitized(sources.get(diagnostic.span.file).name()),
        "line": place.line,
        "column": place.column,
        "message": sanitized(&diagnostic.message),
        "help": diagnostic.help.as_ref().map(|help| sanitized(help)),
        "count": diagnostic.count,
    })
}
