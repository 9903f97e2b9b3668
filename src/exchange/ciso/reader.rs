//! What stands around the rows of a mapping set while a table is made of it: its library, and what annotations say.

use super::annotation::Annotation;
use super::library::LibraryFile;
use super::mapping::{MappingSet, Row};
use super::tally::{Kind, Tally};
use crate::diagnostic::Rule;
use crate::exchange::content::Choices;
use crate::load::raw::Scalar;
use crate::model::{Library, TableId};

const NO_TABLE: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a source table of a composed relation is not available and is left out of derived-from",
    many: "source tables of composed relations are not available and are left out of derived-from",
    help: "name the file of that table as well",
};

/// What an annotation says of a table, by the keys of our own files.
const OF_TABLE: [&str; 15] = [
    "id",
    "title",
    "from",
    "to",
    "confidence",
    "provenance",
    "method",
    "mapper",
    "date",
    "stage",
    "status",
    "derived-from",
    "from-hash",
    "to-hash",
    "unrelated",
];

/// What an annotation says of a row.
const OF_ROW: [&str; 10] =
    ["relation", "reverse", "items", "add", "add-reverse", "note", "confidence", "derived-from", "said", "reviewed-by"];

/// A mapping set that is made a table of.
pub(super) struct Reader<'r> {
    pub(super) set: &'r MappingSet,
    /// What its annotation says of the table.
    pub(super) said: &'r Annotation,
    /// The library that it is in.
    pub(super) file: &'r LibraryFile,
    /// The editions and tables that are there.
    pub(super) library: &'r Library,
    pub(super) choices: Choices,
}

impl Reader<'_> {
    /// What the annotation of a row says, where it was written here.
    pub(super) fn of_row(&self, row: &Row) -> Option<Annotation> {
        let text = row.annotation.as_ref().filter(|_| self.file.is_own())?;
        Annotation::read(&text.value, &OF_ROW)
    }

    /// The tables that are there among those of which something was composed.
    pub(super) fn tables(&self, names: Vec<Scalar>, notes: &mut Tally) -> Vec<Scalar> {
        let is_there = |name: &Scalar| TableId::parse(&name.value).is_ok_and(|id| self.library.table(&id).is_some());
        let (there, missing): (Vec<Scalar>, Vec<Scalar>) = names.into_iter().partition(is_there);
        missing.iter().for_each(|name| notes.add(&NO_TABLE, name.span));
        there
    }
}

/// What the annotation of a set says of its table, where it was written here.
pub(super) fn annotation(set: &MappingSet, library: &LibraryFile) -> Annotation {
    let text = set.annotation.as_ref().filter(|_| library.is_own());
    text.and_then(|text| Annotation::read(&text.value, &OF_TABLE)).unwrap_or_default()
}
