//! Small worlds, written out in the tests and read as a user's files are.

use xwalk::crosswalk::Crosswalk;
use xwalk::load::{self, Files};
use xwalk::model::{Assessment, ClauseId, ClauseNumber, EditionId, Library};
use xwalk::query::{Assessed, Case, Settings};
use xwalk::render::{Csv, Format, Page};
use xwalk::report::Document;
use xwalk::source::{FileId, Sources};

/// A library with, where there is one, an assessment.
pub(crate) struct World {
    pub(crate) sources: Sources,
    pub(crate) library: Library,
    pub(crate) assessment: Option<(Assessment, FileId)>,
}

impl World {
    /// The files of a library, each with its name, and an assessment.
    pub(crate) fn new(files: &[(&str, &str)], assessment: Option<&str>) -> Self {
        let mut sources = Sources::default();
        let mut read = Files::default();
        for (name, text) in files {
            let file = sources.add(*name, (*text).to_owned());
            read.read(&sources, file);
        }
        let (library, warnings) = load::library(&sources, read).sound().unwrap();
        assert!(warnings.is_empty(), "{warnings:?}");
        let assessment = assessment.map(|text| {
            let file = sources.add("assessment.yaml", text.to_owned());
            (load::assessment(&sources, file, &library).sound().unwrap().0, file)
        });
        Self { sources, library, assessment }
    }

    /// Asks with settings of one's own.
    pub(crate) fn ask_with<T>(&self, settings: &Settings, ask: impl FnOnce(Assessed<'_>) -> T) -> T {
        let selection = settings.selection(&self.library).unwrap();
        let crosswalk = Crosswalk::new(&self.library, &selection);
        let case = Case { sources: &self.sources, library: &self.library, crosswalk: &crosswalk, settings };
        let empty = Assessment::new("nobody".into());
        match &self.assessment {
            Some((assessment, file)) => ask(Assessed { case, assessment, file: *file }),
            None => ask(Assessed { case, assessment: &empty, file: self.sources.first().unwrap() }),
        }
    }

    /// Asks with the usual settings.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(Assessed<'_>) -> T) -> T {
        self.ask_with(&Settings::default(), ask)
    }
}

/// The clause that a whole reference names.
pub(crate) fn clause(text: &str) -> ClauseId {
    let (edition, number) = text.split_once('/').unwrap();
    ClauseId { edition: EditionId::parse(edition).unwrap(), number: ClauseNumber::parse(number).unwrap() }
}

/// The rows of a document's answer, as CSV has them.
pub(crate) fn answer(document: &Document) -> Vec<Vec<String>> {
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    Csv.write(document, Page { sources: &sources, width: 80 }, &mut bytes).unwrap();
    let fields = |record: Result<csv::StringRecord, csv::Error>| record.unwrap().iter().map(str::to_owned).collect();
    csv::Reader::from_reader(bytes.as_slice()).records().map(fields).collect()
}
