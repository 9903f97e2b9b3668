//! Small worlds, written out in the tests and read as a user's files are.

mod world;

use xwalk::diagnostic::Rule;
use xwalk::load::Files;
use xwalk::model::{ClauseId, ClauseNumber, EditionId};
use xwalk::render::{Csv, Format, Page};
use xwalk::report::Document;
use xwalk::source::Sources;

pub(crate) use world::World;

impl World {
    /// The files of a library, each with its name, and an assessment.
    pub(crate) fn new(files: &[(&str, &str)], assessment: Option<&str>) -> Self {
        Self::with_warnings(files, assessment, &[])
    }

    /// The same where there are warnings about the files, of these rules in this order.
    pub(crate) fn with_warnings(files: &[(&str, &str)], assessment: Option<&str>, expected: &[Rule]) -> Self {
        let mut sources = Sources::default();
        let mut read = Files::default();
        for (name, text) in files {
            let file = sources.add(*name, (*text).to_owned());
            read.read(&sources, file);
        }
        Self::read(sources, read, assessment, expected)
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
    Csv.write(document, Page::new(&sources, 80), &mut bytes).unwrap();
    let fields = |record: Result<csv::StringRecord, csv::Error>| record.unwrap().iter().map(str::to_owned).collect();
    csv::Reader::from_reader(bytes.as_slice()).records().map(fields).collect()
}
