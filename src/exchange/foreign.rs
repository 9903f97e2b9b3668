//! Foreign files become part of a library.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use super::content::{Choices, Content, Count, ForeignFile, Known};
use super::format::Format;
use super::{ciso, claim, once, oscal, sssom, strm};
use crate::diagnostic::Diagnostic;
use crate::load::{Files, Later, raw, share};
use crate::model::Library;
use crate::source::{FileId, Sources};

pub use super::uris::ClauseUris;

/// Foreign files that were parsed, in the order in which they were named.
#[derive(Default)]
pub struct ForeignFiles {
    files: Vec<(FileId, Box<dyn ForeignFile>)>,
    faults: Vec<Diagnostic>,
}

impl ForeignFiles {
    /// Parses files side by side; what comes of them does not depend on who is done first.
    pub fn read(sources: &Sources, files: &[(FileId, Format)]) -> Self {
        let read = |(file, format): &(FileId, Format)| {
            let mut faults = Vec::new();
            let read = match format {
                Format::CisoAssistant => ciso::read(sources, *file, &mut faults),
                Format::Oscal => oscal::read(sources, *file, &mut faults),
                Format::Sssom => sssom::read(sources, *file, &mut faults),
                Format::Cprt => strm::read_cprt(sources, *file, &mut faults),
            };
            (*file, read, faults)
        };
        let mut all = Self::default();
        for (file, read, faults) in share(files, read) {
            all.files.extend(read.map(|read| (file, read)));
            all.faults.extend(faults);
        }
        all
    }

    /// The editions that the files describe, those made of others last. They get no name that is `taken`, in lower
    /// case.
    pub fn catalogs(&mut self, sources: &Sources, choices: Choices, taken: HashSet<String>) -> Vec<(FileId, Content)> {
        let mut contents = self.asked(|read, content| read.catalogs(sources, choices, content));
        once::catalogs(&mut contents);
        self.select(sources, choices, &mut contents);
        claim::editions(&mut contents, taken, sources);
        contents
    }

    /// Asks for editions that are made of others, until nothing more comes of it.
    fn select(&mut self, sources: &Sources, choices: Choices, contents: &mut [(FileId, Content)]) {
        let mut waiting: Vec<usize> = (0..self.files.len()).collect();
        let mut is_last = false;
        while !waiting.is_empty() {
            let known: Vec<&raw::Catalog> = contents.iter().flat_map(|(_, content)| &content.catalogs).collect();
            let known = Known { sources, catalogs: &known, is_last };
            let mut made = Vec::new();
            waiting.retain(|at| {
                let mut content = Content::default();
                let waits = self.files[*at].1.selections(known, choices, &mut content);
                made.push((*at, content));
                waits
            });
            if is_last {
                waiting.clear();
            }
            is_last = made.iter().all(|(_, content)| content.catalogs.is_empty());
            for (at, content) in made {
                let is_replaced = |catalog: &raw::Catalog| {
                    catalog
                        .id
                        .as_ref()
                        .is_some_and(|id| content.replaced.iter().any(|edition| id.value == *edition.as_str()))
                };
                for (_, other) in contents.iter_mut() {
                    other.catalogs.retain(|catalog| !is_replaced(catalog));
                }
                let target = &mut contents[at].1;
                target.catalogs.extend(content.catalogs);
                target.faults.extend(content.faults);
                target.counts.extend(content.counts);
            }
            once::catalogs(contents);
        }
    }

    /// The relation tables of the files.
    pub fn tables(&mut self, library: &Library, choices: Choices) -> Vec<(FileId, Content)> {
        let mut contents = self.asked(|read, content| read.tables(library, choices, content));
        once::tables(&mut contents);
        claim::tables(&mut contents, library);
        contents
    }

    /// The assessments of the files.
    pub fn assessments(&mut self, library: &Library, choices: Choices) -> Vec<(FileId, Content)> {
        self.asked(|read, content| read.assessments(library, choices, content))
    }

    fn asked(&mut self, ask: impl Fn(&mut dyn ForeignFile, &mut Content) + Sync) -> Vec<(FileId, Content)> {
        let asked = |held: &Mutex<&mut (FileId, Box<dyn ForeignFile>)>| {
            // Each is asked once, so there is no waiting.
            let (file, read) = &mut **held.lock().unwrap_or_else(PoisonError::into_inner);
            let mut content = Content::default();
            ask(read.as_mut(), &mut content);
            (*file, content)
        };
        let each: Vec<_> = self.files.iter_mut().map(Mutex::new).collect();
        share(&each, asked)
    }

    /// Adds all that is part of a library to files of ours, and says how much of each file that is of editions.
    pub fn add_to(mut self, files: &mut Files, sources: &Sources, choices: Choices) -> Vec<Count> {
        let counts = self.add_catalogs_to(files, sources, choices);
        files.add_later(Later::new(move |library| {
            let tables = self.tables(library, choices);
            tables.into_iter().map(|(file, content)| (file, content.tables, content.faults)).collect()
        }));
        counts
    }

    /// Adds the editions alone, with what is wrong in the files, and says how much of each that is.
    pub fn add_catalogs_to(&mut self, files: &mut Files, sources: &Sources, choices: Choices) -> Vec<Count> {
        let mut counts = Vec::new();
        files.add_faults(std::mem::take(&mut self.faults));
        for (file, content) in self.catalogs(sources, choices, files.names()) {
            files.add_faults(content.faults);
            counts.extend(content.counts);
            for catalog in content.catalogs {
                files.add(file, Some(raw::File::Catalog(catalog)), Vec::new());
            }
        }
        counts
    }
}
