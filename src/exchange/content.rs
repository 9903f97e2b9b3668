//! What a foreign file holds, as files of ours would say it.

use crate::diagnostic::Diagnostic;
use crate::load::raw;
use crate::model::{EditionId, Library};
use crate::source::{FileId, Sources};

/// How foreign files are to be read where they leave a choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choices {
    /// What a word means that says no more than that two clauses have something to do with each other.
    pub intersect: Intersect,
    /// Whether the text of clauses comes along, as the attribute `text`.
    pub with_text: bool,
}

/// What a relation means that is called an intersection by a tool whose users call every connection so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Intersect {
    /// Partial, with the reverse unstated and low confidence.
    #[default]
    Partial,
    /// Related: no demands in common are claimed.
    Related,
}

/// What a foreign file holds, or a part of it.
#[derive(Debug, Default)]
pub struct Content {
    /// Editions.
    pub catalogs: Vec<raw::Catalog>,
    /// Editions that other files of the run describe and that are not taken from there, since these here say it better.
    pub replaced: Vec<EditionId>,
    /// Those editions that were written here as they are: one that is there under such an id is the same.
    pub ours: Vec<EditionId>,
    /// Relation tables, whose rows name clauses that are there.
    pub tables: Vec<raw::Relations>,
    /// Assessments.
    pub assessments: Vec<raw::Assessment>,
    /// What is wrong in it, and what is left out.
    pub faults: Vec<Diagnostic>,
    /// How much of it was taken.
    pub counts: Vec<Count>,
}

/// How many things of one kind a file holds, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The file.
    pub file: FileId,
    /// What is counted, in the plural, in the words of the format: `requirement nodes`, `mapping rows`.
    pub what: &'static str,
    /// How many there are in the file.
    pub read: usize,
    /// How many came over.
    pub taken: usize,
    /// Why others did not, and how many each; together with `taken` they make `read`.
    pub left_out: Vec<(String, usize)>,
}

/// What files of a run describe, for those that make editions of others.
#[derive(Debug, Clone, Copy)]
pub struct Known<'k> {
    /// The texts of the run, for the names of their files.
    pub sources: &'k Sources,
    /// The editions that are there so far, those first that files describe by themselves.
    pub catalogs: &'k [&'k raw::Catalog],
    /// Whether nothing more will come.
    pub is_last: bool,
}

/// A foreign file whose text was parsed. It is asked in stages for what it holds, since relations can only be read when
/// all editions are there.
pub trait ForeignFile: Send + Sync {
    /// The editions that it describes by itself.
    fn catalogs(&mut self, sources: &Sources, choices: Choices, out: &mut Content) {
        let _ = (sources, choices, out);
    }

    /// The editions that it makes of others. Whether it waits for more than is known; then it is asked again.
    fn selections(&mut self, known: Known<'_>, choices: Choices, out: &mut Content) -> bool {
        let _ = (known, choices, out);
        false
    }

    /// The relation tables, against a library that has all editions. Rows that name what is not there are counted and
    /// left out, and so is all that a table of ours could not say.
    fn tables(&mut self, library: &Library, choices: Choices, out: &mut Content) {
        let _ = (library, choices, out);
    }

    /// The assessments, against the same.
    fn assessments(&mut self, library: &Library, choices: Choices, out: &mut Content) {
        let _ = (library, choices, out);
    }
}
