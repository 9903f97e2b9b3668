//! Libraries of CISO Assistant: frameworks and mapping sets in YAML, as its versions of 2024 to 2026 write and read
//! them.
//!
//! What becomes of a framework is at `catalog`, of a mapping set at `table`. Threats, reference controls, matrices
//! and other objects hold no clauses; a library of nothing else is said to hold nothing.

mod annotation;
mod catalog;
mod ends;
mod framework;
mod library;
mod made_urns;
mod mapping;
mod own;
mod reader;
mod row;
mod shape;
mod table;
mod tally;
mod translation;
mod tree;
mod urn;
mod write;

pub use write::{catalog as write_catalog, tables as write_tables};

use super::content::{Choices, Content, Count, ForeignFile};
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::events;
use crate::load::raw::Scalar;
use crate::model::{self, EditionId};
use crate::source::{FileId, Sources, Span};
use ends::Ends;
use library::LibraryFile;
use table::Told;

/// Parses a file; faults if it is none.
pub(super) fn read(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Box<dyn ForeignFile>> {
    match events::read(sources.get(file).text(), file, &library::Library) {
        Ok(library) => Some(Box::new(Parsed { file, library })),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    }
}

/// A library that was parsed.
struct Parsed {
    file: FileId,
    library: LibraryFile,
}

impl ForeignFile for Parsed {
    fn catalogs(&mut self, _: &Sources, choices: Choices, out: &mut Content) {
        out.faults.extend(std::mem::take(&mut self.library.tally).into_faults());
        out.faults.extend(self.others());
        for framework in std::mem::take(&mut self.library.frameworks) {
            catalog::read(framework, &self.library, choices, self.file, out);
        }
    }

    fn tables(&mut self, library: &model::Library, choices: Choices, out: &mut Content) {
        let (mut told, mut ends) = (Told::default(), Ends::default());
        for set in &self.library.sets {
            let of_table = reader::annotation(set, &self.library);
            let edition = |key: &str, urn: &Option<Scalar>| {
                let said = of_table.scalar(key, set.span).and_then(|id| EditionId::parse(&id.value).ok());
                said.and_then(|id| library.catalog(&id))
                    .or_else(|| made_urns::framework_called(&urn.as_ref()?.value, library))
            };
            let editions = [edition("from", &set.source), edition("to", &set.target)];
            let reader = reader::Reader { set, said: &of_table, file: &self.library, library, choices };
            out.tables.extend(reader.read(editions, &mut ends, &mut told));
        }
        if !self.library.sets.is_empty() {
            let (read, taken, left_out) = told.count();
            out.counts.push(Count { file: self.file, what: "mapping rows", read, taken, left_out });
        }
        told.tell(out);
    }
}

impl Parsed {
    /// What else the library holds, in one sentence; of which nothing is read.
    fn others(&self) -> Option<Diagnostic> {
        let LibraryFile { frameworks, sets, others, .. } = &self.library;
        let is_empty = frameworks.is_empty() && sets.is_empty();
        let names: Vec<&str> = others.iter().map(|other| &*other.value).collect();
        let place = others.first().map_or(Span::start_of(self.file), |other| other.span);
        let help = "only frameworks and mapping sets contain clauses and relations";
        let fault = match (names.as_slice(), is_empty) {
            ([], false) => return None,
            ([], true) => {
                Diagnostic::new(Rule::LeftOut, place, "this library contains no framework and no mapping set")
            }
            (names, true) => {
                let message =
                    format!("this library contains no framework and no mapping set, but {}", names.join(", "));
                Diagnostic::new(Rule::ReadAs, place, message)
            }
            (names, false) => Diagnostic::new(
                Rule::ReadAs,
                place,
                format!("parts of this library that are not read: {}", names.join(", ")),
            ),
        };
        Some(fault.help(help))
    }
}
