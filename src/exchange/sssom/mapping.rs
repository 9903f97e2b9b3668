//! The rows of a mapping set, each cell in its place.

use super::metadata::span;
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::exchange::sheet::{Cell, Row, table_rows};
use crate::load::raw::Scalar;
use crate::source::{FileId, Sources, Span};

/// The columns that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Subject,
    Predicate,
    Modifier,
    Object,
    Justification,
    Reviewer,
    ReviewerLabel,
    SubjectSource,
    SubjectSourceVersion,
    ObjectSource,
    ObjectSourceVersion,
    SubjectType,
    ObjectType,
    Confidence,
    Other,
    Comment,
}

impl Slot {
    const ALL: [Self; 16] = [
        Self::Subject,
        Self::Predicate,
        Self::Modifier,
        Self::Object,
        Self::Justification,
        Self::Reviewer,
        Self::ReviewerLabel,
        Self::SubjectSource,
        Self::SubjectSourceVersion,
        Self::ObjectSource,
        Self::ObjectSourceVersion,
        Self::SubjectType,
        Self::ObjectType,
        Self::Confidence,
        Self::Other,
        Self::Comment,
    ];

    /// Its name in SSSOM.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject_id",
            Self::Predicate => "predicate_id",
            Self::Modifier => "predicate_modifier",
            Self::Object => "object_id",
            Self::Justification => "mapping_justification",
            Self::Reviewer => "reviewer_id",
            Self::ReviewerLabel => "reviewer_label",
            Self::SubjectSource => "subject_source",
            Self::SubjectSourceVersion => "subject_source_version",
            Self::ObjectSource => "object_source",
            Self::ObjectSourceVersion => "object_source_version",
            Self::SubjectType => "subject_type",
            Self::ObjectType => "object_type",
            Self::Confidence => "confidence",
            Self::Other => "other",
            Self::Comment => "comment",
        }
    }
}

/// A row.
#[derive(Debug, Clone)]
pub(super) struct Mapping {
    /// From its first cell to its last.
    pub(super) span: Span,
    cells: Vec<(Slot, Scalar)>,
}

impl Mapping {
    /// What is in a column.
    pub(super) fn get(&self, slot: Slot) -> Option<&Scalar> {
        self.cells.iter().find(|(known, _)| *known == slot).map(|(_, cell)| cell)
    }
}

/// The text of a mapping set, with the offset at which its table begins: a block of lines with `#` may be before it.
pub(super) fn table_start(text: &str) -> usize {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for line in text[at..].split_inclusive('\n') {
        let is_comment = line.starts_with('#') || line.trim().is_empty();
        if !is_comment {
            break;
        }
        at += line.len();
    }
    at
}

/// The metadata before the table, as YAML of which every place is that of the file.
pub(super) fn block(text: &str) -> String {
    let end = table_start(text);
    let mut block = String::with_capacity(end);
    for line in text[..end].split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r', '\t', ',', ' ']);
        let (marks, rest) = content.split_at(content.len() - content.trim_start_matches(['\u{feff}', '#']).len());
        // A byte order mark takes no column, so it stays.
        let signs = marks.trim_start_matches('\u{feff}');
        block.push_str(&marks[..marks.len() - signs.len()]);
        block.extend(std::iter::repeat_n(' ', signs.len()));
        block.push_str(rest);
        // What a spreadsheet put after the line stays as long as it is.
        block.extend(std::iter::repeat_n(' ', (line.len() - content.len()).saturating_sub(1)));
        block.push('\n');
    }
    block
}

/// The rows of the table; a fault where a column is missing without which no row says anything.
pub(super) fn read(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Vec<Mapping> {
    let text = sources.get(file).text();
    let start = table_start(text);
    let head = text[start..].lines().next().unwrap_or_default();
    let delimiter = if head.contains('\t') { b'\t' } else { b',' };
    let (rows, unclosed) = table_rows(text, start, file, delimiter);
    if let Some(quote) = unclosed {
        let message = "this quotation mark is never closed: everything after it is read as one cell";
        faults.push(
            Diagnostic::new(Rule::Syntax, quote, message)
                .help("close it; write one that belongs to a text twice, and put the text in quotation marks"),
        );
    }
    let Some((heading, rows)) = rows.split_first() else {
        let place = span(file, start.min(text.len()), text.len());
        let fault = Diagnostic::new(Rule::LeftOut, place, "the mapping set has no table");
        faults.push(
            fault.help("put the line of column headings after the metadata, and a line for each mapping below it"),
        );
        return Vec::new();
    };
    let column = |slot: Slot| {
        let named = heading.cells.iter().find(|cell| cell.value.text().trim() == slot.name());
        named.map(|cell| (cell.column, slot))
    };
    for (at, cell) in heading.cells.iter().enumerate() {
        let name = cell.value.text();
        let is_again = |other: &&Cell| other.value.text().trim() == name.trim();
        if let Some(first) = heading.cells[..at].iter().find(is_again).filter(|_| !name.trim().is_empty()) {
            let message = format!("the mapping set has the column {} twice", name.trim());
            let fault = Diagnostic::new(Rule::DuplicateKey, cell.span, message).label(first.span, "first here");
            faults.push(fault.help("remove one of the two, or give it a different name"));
        }
    }
    let columns: Vec<(usize, Slot)> = Slot::ALL.into_iter().filter_map(column).collect();
    for needed in [Slot::Subject, Slot::Predicate, Slot::Object] {
        if !columns.iter().any(|(_, slot)| *slot == needed) {
            let place = span(file, start, start + head.len());
            let message = format!("the mapping set has no column {}", needed.name());
            faults.push(Diagnostic::new(Rule::MissingKey, place, message).help("every row needs it"));
            return Vec::new();
        }
    }
    let width = heading.cells.iter().map(|cell| cell.column).max().unwrap_or(0);
    let beyond = rows
        .iter()
        .filter_map(|row| row.cells.iter().find(|cell| cell.column > width && !cell.value.text().trim().is_empty()));
    let beyond: Vec<&Cell> = beyond.collect();
    if let Some(first) = beyond.first() {
        let more = if beyond.len() > 1 {
            format!(", the first of {}", counted(beyond.len(), "row", "rows"))
        } else {
            String::new()
        };
        let message = format!("this cell has no column heading{more}, and is left out");
        let help = "put a cell that contains the column separator in quotation marks";
        let mut fault = Diagnostic::new(Rule::LeftOut, first.span, message).help(help);
        fault.count = beyond.len();
        faults.push(fault);
    }
    let mapping = |row: &Row| {
        let first = row.cells.first()?.span;
        let last = row.cells.last()?.span;
        let cell = |(column, slot): &(usize, Slot)| {
            let cell = row.cells.iter().find(|cell| cell.column == *column)?;
            let text = cell.value.text();
            (!text.trim().is_empty()).then(|| (*slot, Scalar::new(text, cell.span)))
        };
        let cells: Vec<(Slot, Scalar)> = columns.iter().filter_map(cell).collect();
        (!cells.is_empty()).then_some(Mapping { span: Span { end: last.end, ..first }, cells })
    };
    let mappings: Vec<Mapping> = rows.iter().filter_map(mapping).collect();
    if mappings.is_empty() {
        let place = span(file, start, start + head.len());
        let fault = Diagnostic::new(Rule::LeftOut, place, "the mapping set has no rows below its column headings");
        faults.push(fault.help("it has no effect; leave it out, or download or write it again"));
    }
    mappings
}
