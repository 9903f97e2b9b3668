//! The only entry to the model: turns texts into values and reports every fault in them.
//!
//! Files are read in two stages. [`raw`] reads each file as written and knows only its own text. The other modules turn
//! the result into the model, in this order: catalogs, so that clauses exist; references between editions; relation
//! tables and methods, which name clauses; and an assessment, which needs a sound library. Bundled files go through both
//! stages when the program is built and are kept in the form of [`packed`], like the files that users put into a
//! [`pack`].

pub mod events;
pub mod layout;
pub mod name;
pub mod pack;
pub mod packed;
pub mod project;
pub mod raw;
pub mod standalone;
pub mod status_words;

mod ahead;
mod assessment;
mod attribute;
mod capacity;
mod catalog;
mod evidence;
mod folded;
mod gather;
mod maturity;
mod method;
mod method_texts;
mod near;
mod progress;
mod relation;
mod resolve;
mod reviews;
mod rows;
mod share;
mod shelved;
mod stream;
mod taken;
mod translation;
mod word;

pub use ahead::{read_ahead, read_ahead_of};
pub use folded::folded;
pub use gather::{Files, Later, Loaded, library};
pub use stream::stream;
pub use word::{day, is_date_or_year};

use gather::{Gathered, Part, gather};
pub use share::share;

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Assessment, Library, Reviewed, Reviews, Table};
use crate::source::{FileId, Sources, Span, Text};
use resolve::Resolver;

impl Files {
    /// Adds a pack that is open.
    pub fn add_pack(&mut self, sources: &Sources, pack: pack::Pack) {
        self.add_shelf(pack.file, pack.shelf, pack.damage);
        self.read_all(sources, &pack.reviews);
    }

    /// Reads files of the library, side by side; what comes of them does not depend on who is done first.
    pub fn read_all(&mut self, sources: &Sources, files: &[FileId]) {
        for (file, read, faults) in read_each(sources, files) {
            self.add_part(file, read, faults);
        }
    }
}

/// Reads files as written, side by side, each with its faults; in the order of the files.
fn read_each(sources: &Sources, files: &[FileId]) -> Vec<(FileId, Option<Part>, Vec<Diagnostic>)> {
    let read = |file: &FileId| {
        let mut faults = Vec::new();
        (*file, Part::read(sources, *file, &mut faults), faults)
    };
    share(files, read)
}

/// Files of every kind, read together.
#[derive(Debug)]
pub struct Everything {
    /// What is bundled, with the catalogs, tables and methods among the files.
    pub library: Library,
    /// The assessments among the files, each as written and as read.
    pub assessments: Vec<(FileId, raw::Assessment, Assessment)>,
    /// Of each file what kind it is, where that could be read.
    pub kinds: Vec<(FileId, Option<&'static str>)>,
}

/// Reads files of every kind side by side, and says all that is wrong with any of them. No file of `standards` may be an
/// assessment.
pub fn everything(
    sources: &Sources,
    mut files: Files,
    found: &[FileId],
    standards: &BTreeSet<FileId>,
) -> Loaded<Everything> {
    let (mut written, mut kinds, mut shape) = (Vec::new(), Vec::new(), Vec::new());
    for (file, read, faults) in read_each(sources, found) {
        kinds.push((file, read.as_ref().map(Part::kind)));
        let is_standard = standards.contains(&file);
        match read.map(Part::into_assessment) {
            Some(Ok(assessment)) if !is_standard => {
                shape.extend(faults);
                written.push((file, assessment));
            }
            Some(Ok(assessment)) => {
                let part = Part::Written(Box::new(raw::File::Assessment(Box::new(assessment))), None);
                files.add_part(file, Some(part), faults);
            }
            // What cannot be read of an assessment leaves nothing in the library unknown.
            None if is_assessment(sources.get(file).text()) && !is_standard => shape.extend(faults),
            Some(Err(part)) => files.add_part(file, Some(part), faults),
            None => files.add(file, None, faults),
        }
    }
    let Gathered { library, mut faults, incomplete, has_unread, mut reviews } = gather(sources, files);
    faults.extend(shape);
    let resolver = Resolver::new(&library, &incomplete, has_unread);
    let assessments = written
        .into_iter()
        .map(|(file, raw)| {
            resolver.begin_file();
            let mut assessment = assessment::read(raw.clone(), &resolver, &mut faults);
            let of_it = reviews.iter().position(|(beside, reviews)| are_of(sources, *beside, reviews, file));
            assessment.reviews = of_it.map(|at| reviews.remove(at).1);
            (file, raw, assessment)
        })
        .collect();
    Loaded::new(Everything { library, assessments, kinds }, faults)
}

/// Whether reviews in one file are those of the assessment in another, which stands in the same folder.
fn are_of(sources: &Sources, reviews: FileId, read: &Reviews, assessment: FileId) -> bool {
    let Reviewed::Assessment(name) = &read.of else { return false };
    Path::new(sources.get(reviews).name()).with_file_name(name.as_str()) == Path::new(sources.get(assessment).name())
}

/// Reads the reviews of an assessment that stand in a file of their own, against a sound library.
pub fn assessment_reviews(sources: &Sources, file: FileId, library: &Library) -> Loaded<Option<Reviews>> {
    let mut faults = Vec::new();
    let read = match raw::read(sources, file, &mut faults) {
        Some(raw::File::Reviews(raw)) => {
            reviews::read(raw, &Resolver::new(library, &BTreeSet::new(), false), &mut faults)
        }
        Some(other) => {
            faults.push(not_reviews(other.span(), other.kind()));
            None
        }
        None => None,
    };
    Loaded::new(read, faults)
}

/// Looks at a file that lies where the reviews of an assessment are kept: a fault if it is not that.
pub fn check_reviews_beside(sources: &Sources, file: FileId, assessment: &str) -> Option<Diagnostic> {
    let of = match standalone::read(sources, file) {
        Ok(raw::File::Reviews(read)) => read.of?,
        Ok(other) => return Some(not_reviews(other.span(), other.kind())),
        Err(_) if is_xwalk_file(sources.get(file).text()) => return None,
        Err(_) => return Some(not_reviews(Span::start_of(file), "another file")),
    };
    (of.value.trim() != assessment).then(|| {
        let message =
            format!("these are the reviews of {}, but they lie where those of {assessment} are kept", of.shown());
        let help = format!("rename the file; `xwalk review {assessment}` writes the reviews of the assessment");
        Diagnostic::new(Rule::UnexpectedKind, of.span, message).help(help)
    })
}

fn not_reviews(span: Span, kind: &str) -> Diagnostic {
    let message = format!("this is {kind}, but the reviews of an assessment are kept under this name");
    Diagnostic::new(Rule::UnexpectedKind, span, message)
        .help("rename the file: a review file begins with `xwalk: reviews/1`")
}

/// Whether a text means to be one of xwalk's files: a key `xwalk` with a kind of file, or what comes near one, begins a
/// line, or is the first one. What a pipeline or a deployment calls so has other values.
pub fn is_xwalk_file(text: &str) -> bool {
    intended_kind(text).is_some()
}

/// Whether a text means to be an assessment.
pub fn is_assessment(text: &str) -> bool {
    intended_kind(text) == Some("assessment/1")
}

/// Whether a text means to be a relation table.
pub fn is_table(text: &str) -> bool {
    intended_kind(text) == Some("relations/1")
}

/// Whether a text means to be a file of reviews.
pub fn is_reviews(text: &str) -> bool {
    intended_kind(text) == Some("reviews/1")
}

/// The kind of file that a text means to be, or that its kind comes near.
fn intended_kind(text: &str) -> Option<&'static str> {
    if !text.contains("xwalk") {
        return None;
    }
    let starts = ["xwalk:", "xwalk :", "\"xwalk\":", "'xwalk':"];
    let value = |line: &str| {
        let line = line.strip_prefix('{').map_or(line, str::trim_start);
        let value = starts.iter().find_map(|start| line.strip_prefix(start))?;
        let value = value.split([' ', ',', '}', '#']).find(|part| !part.is_empty())?;
        raw::nearest(value.trim_matches(['"', '\'', '\r']), raw::KINDS)
    };
    let first = || {
        let (key, value) = layout::first_entry(text)?;
        if key == "xwalk" { raw::nearest(&value, raw::KINDS) } else { None }
    };
    text.trim_start_matches('\u{feff}').split(['\n', '\r']).find_map(value).or_else(first)
}

/// Reads an assessment against a sound library.
pub fn assessment(sources: &Sources, file: FileId, library: &Library) -> Loaded<Assessment> {
    let mut faults = Vec::new();
    let read = raw::read(sources, file, &mut faults);
    expected_assessment(read, library, faults)
}

/// Reads an assessment that is a line of a stream: as a file, but it may have a name, and need not say its kind.
pub fn assessment_line(sources: &Sources, file: FileId, library: &Library) -> Loaded<Assessment> {
    let mut faults = Vec::new();
    let read = raw::read_line(sources, file, &mut faults);
    expected_assessment(read, library, faults)
}

fn expected_assessment(read: Option<raw::File>, library: &Library, mut faults: Vec<Diagnostic>) -> Loaded<Assessment> {
    let value = match read {
        Some(raw::File::Assessment(raw)) => assessment_of(*raw, library, &mut faults),
        Some(other) => {
            faults.push(
                Diagnostic::new(
                    Rule::UnexpectedKind,
                    other.span(),
                    format!("this is {}, but an assessment is required", other.kind()),
                )
                .help("an assessment begins with `xwalk: assessment/1`"),
            );
            Assessment::new(Text::default())
        }
        None => Assessment::new(Text::default()),
    };
    Loaded::new(value, faults)
}

/// Makes an assessment of one that was written elsewhere than in YAML, against a sound library.
pub fn assessment_from_raw(raw: raw::Assessment, library: &Library) -> Loaded<Assessment> {
    let mut faults = Vec::new();
    Loaded::new(assessment_of(raw, library, &mut faults), faults)
}

/// Makes a relation table of one as written, against a sound library to which it is not added; `name` is that of its
/// file.
pub fn table_from_raw(raw: raw::Relations, name: &str, library: &Library) -> Loaded<Option<Table>> {
    let (mut faults, incomplete) = (Vec::new(), BTreeSet::new());
    let resolver = Resolver::new(library, &incomplete, false);
    let table = relation::read(raw, rows::Rows::Written, Some(name), &resolver, &mut faults);
    Loaded::new(table, faults)
}

fn assessment_of(raw: raw::Assessment, library: &Library, faults: &mut Vec<Diagnostic>) -> Assessment {
    assessment::read(raw, &Resolver::new(library, &BTreeSet::new(), false), faults)
}
