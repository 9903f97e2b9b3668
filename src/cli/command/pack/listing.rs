//! What a pack holds, as a document.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use xwalk::diagnostic::counted;
use xwalk::language::Phrase;
use xwalk::load::pack::Written;
use xwalk::model::{EditionId, Library};
use xwalk::report::{ANSWER, Basis, BasisFile, Cell, Column, Document, Part, Table, Tone};
use xwalk::source::{FileId, Sources, Span};

/// What of a library is packed.
pub(super) struct Packed<'l> {
    library: &'l Library,
    /// The files that hold it, in the order in which they were read.
    pub(super) files: Vec<FileId>,
    lines: Vec<Line>,
}

/// Something that is packed.
struct Line {
    kind: &'static str,
    id: String,
    holds: String,
    file: String,
}

const COLUMNS: &[Column<Line>] = &[
    Column::new("kind", "Kind", |line| Cell::word(line.kind, Tone::Plain)),
    Column::new("id", "Id", |line| Cell::text(&line.id)),
    Column::new("holds", "Content", |line| Cell::text(&line.holds)),
    Column::new("file", "File", |line| Cell::text(&line.file)),
];

impl<'l> Packed<'l> {
    /// What of a library is in some of the texts.
    pub(super) fn new(library: &'l Library, sources: &Sources, range: &Range<u32>) -> Self {
        let (mut files, mut lines) = (BTreeSet::new(), Vec::new());
        let mut add = |kind, id: &str, holds: String, span: Span| {
            if range.contains(&span.file.number()) {
                files.insert(span.file);
                let file = sources.get(span.file).name().to_owned();
                lines.push(Line { kind, id: id.to_owned(), holds, file });
            }
        };
        for catalog in library.catalogs() {
            let holds = counted(catalog.requirement_count(), "requirement", "requirements");
            add("edition", catalog.id.as_str(), holds, catalog.span);
        }
        for table in library.tables() {
            add("table", table.id.as_str(), counted(table.rows.count(), "row", "rows"), table.span);
        }
        for reviews in library.tables().filter_map(|table| library.reviews(&table.id)) {
            let count = reviews.stamps().count();
            let holds = format!("{count} {}", if count == 1 { "row or clause" } else { "rows and clauses" });
            add("reviews", &reviews.of.to_string(), holds, reviews.span);
        }
        for method in library.methods() {
            add("method", method.id.as_str(), counted(method.steps.len(), "step", "steps"), method.span);
        }
        Self { library, files: files.into_iter().collect(), lines }
    }

    /// Whether that is nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The report on the pack that was made of it; `path` is where it is written.
    pub(super) fn document(&self, written: &Written, path: Option<&Path>) -> Document {
        let count = |kind: &str| self.lines.iter().filter(|line| line.kind == kind).count();
        let name = path.map_or_else(|| "The pack".to_owned(), |path| path.display().to_string());
        let mut lead = vec![format!(
            "{name} holds {}, {} and {}, from {}; {}.",
            counted(count("edition"), "edition", "editions"),
            counted(count("table"), "relation table", "relation tables"),
            counted(count("method"), "method", "methods"),
            counted(self.files.len(), "file", "files"),
            counted(written.bytes.len(), "byte", "bytes"),
        )];
        let foreign: Vec<&str> = written.foreign.iter().map(EditionId::as_str).collect();
        if !foreign.is_empty() {
            lead.push(format!(
                "It depends on {}, which it does not contain: if their clauses change, create the pack again.",
                foreign.join(", ")
            ));
        }
        lead.push(format!("Digest: {}.", written.digest));
        let editions = self.library.catalogs().filter(|catalog| written.foreign.contains(&catalog.id));
        let basis_file = |id: &EditionId, file| BasisFile {
            id: id.to_string(),
            version: None,
            confidence: None,
            provenance: None,
            is_draft: false,
            file,
        };
        Document {
            command: "pack",
            title: "What is packed".to_owned().into(),
            lead: Phrase::each(lead),
            parts: vec![Part::Table(Table::of(ANSWER, "Packed", COLUMNS, &self.lines))],
            findings: Vec::new(),
            basis: Basis {
                editions: editions.map(|catalog| basis_file(&catalog.id, catalog.span.file)).collect(),
                ..Basis::default()
            },
        }
    }
}
