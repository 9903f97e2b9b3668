//! Exports of NIST's Cybersecurity and Privacy Reference Tool, in JSON.
//!
//! | there | here |
//! |---|---|
//! | a document | an edition: `SP_800_171_3_0_0` is `nist-sp-800-171:3.0.0`, known by the old name as well |
//! | an element that others of the published core are under, or that is under one | a clause |
//! | an element that describes another (a discussion, an examination, a parameter, …) | left out, counted |
//! | a withdrawn element | an informative clause, `status: withdrawn`, with what took its place as `successors` |
//! | `projection` | what is under what |
//! | `external_reference` to an element of another document | a `related` row |
//!
//! An external reference says that two elements have to do with each other, and not how; it gives no level.

mod edition;
mod references;
mod structure;

use super::source::{Export, wrong_kinds};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::content::{Choices, Content, Count, ForeignFile};
use crate::exchange::json_words::plain;
use crate::model::Library;
use crate::source::{FileId, Sources, Span};
use edition::{Edition, documents, edition};
use references::{References, references};

/// An export whose text was parsed.
#[derive(Debug)]
struct CprtExport {
    file: FileId,
    editions: Vec<Edition>,
    references: References,
}

/// Parses a file; faults if it is none.
pub(in crate::exchange) fn read(
    sources: &Sources,
    file: FileId,
    faults: &mut Vec<Diagnostic>,
) -> Option<Box<dyn ForeignFile>> {
    let text = sources.get(file).text();
    let export: Export<'_> = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(export) => export,
        Err(error) => {
            if error.is_data() {
                faults.extend(wrong_kinds(text, file));
                return None;
            }
            let at = offset_of(text, error.line(), error.column());
            let message = error.to_string();
            let message = plain(message.split(" at line ").next().unwrap_or_default());
            let fault = Diagnostic::new(Rule::Syntax, Span { file, start: at, end: at }, message);
            faults.push(fault.help("download the export again"));
            return None;
        }
    };
    let references = references(&export, text, file);
    let documents = documents(&export);
    let editions: Vec<Edition> =
        documents.iter().filter_map(|document| edition(document, &export, text, file, faults)).collect();
    Some(Box::new(CprtExport { file, editions, references }))
}

/// Where a line and a column are, both from one.
fn offset_of(text: &str, line: usize, column: usize) -> u32 {
    let start = crate::source::line_starts(text).nth(line.saturating_sub(1)).unwrap_or(text.len());
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl ForeignFile for CprtExport {
    fn catalogs(&mut self, _sources: &Sources, choices: Choices, out: &mut Content) {
        for edition in &self.editions {
            let catalog = edition.catalog(choices);
            let left_out =
                edition.others.iter().map(|(kind, (count, _))| (format!("elements of the kind {kind}"), *count));
            out.counts.push(Count {
                file: self.file,
                what: "elements",
                read: edition.elements,
                taken: catalog.clauses.len(),
                left_out: left_out.collect(),
            });
            let count: usize = edition.others.values().map(|(count, _)| count).sum();
            if let Some((_, (_, first))) = edition.others.iter().min_by_key(|(_, (_, first))| *first) {
                let kinds: Vec<&str> = edition.others.keys().map(String::as_str).collect();
                let message = format!(
                    "elements left out that describe others and are not clauses ({}): {count}",
                    kinds.join(", ")
                );
                out.faults.push(Diagnostic::new(Rule::LeftOut, *first, message));
            }
            out.catalogs.push(catalog);
        }
    }

    fn tables(&mut self, library: &Library, _choices: Choices, out: &mut Content) {
        references::tables(&self.references, &self.editions, library, out);
    }
}
