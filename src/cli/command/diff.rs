//! What changed between two assessments, two editions, or two versions of a catalog or a table.

use std::path::Path;

use xwalk::changes::{AssessmentDiff, CatalogDiff, EditionDiff, TableDiff};
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::diagnostic::Refusal;
use xwalk::diagnostic::{self, Diagnostic};
use xwalk::disk;
use xwalk::load::raw::File;
use xwalk::load::{self, standalone};
use xwalk::model::Library;
use xwalk::query::{Assessed, Case, Question};
use xwalk::report::Document;
use xwalk::source::{FileId, Sources};

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::read::{fail, read_as_written, sound};
use crate::cli::renamed;

/// Shows what changed between two assessments, two editions, or two versions of a catalog or relation table
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk diff before.yaml assessment.yaml
  xwalk diff before.yaml assessment.yaml --target 20000-1:2011 --format csv
  xwalk diff 27001:2013 27001:2022
  git show HEAD~1:standards/relations/TABLE.yaml | xwalk diff /dev/stdin standards/relations/TABLE.yaml

Names that are files are compared as what they hold, all other names as editions.")]
pub(crate) struct Diff {
    /// The earlier one: a file, or an edition by id or alias
    old: String,
    /// The later one: a file of the same kind, or another edition of the same standard
    new: String,
    /// Show what changed assessments mean for this edition, by id or alias; may be given several times [default: the
    /// targets of both]
    #[arg(long, value_name = "EDITION")]
    target: Vec<String>,
}

/// What can be compared.
const KINDS: &str = "name two assessments, two catalogs, two relation tables, or two editions";

impl Command for Diff {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let (mut sources, library) = crate::cli::read::read_library(options, output)?;
        let document = match [&self.old, &self.new].map(|name| is_file(name)) {
            [true, true] => self.of_files(options, output, &mut sources, &library)?,
            [false, false] => {
                let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
                let case =
                    Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
                EditionDiff { old: self.old.clone(), new: self.new.clone() }.document(case)?
            }
            [true, false] => return Err(self.mixed(&self.old, &self.new).into()),
            [false, true] => return Err(self.mixed(&self.new, &self.old).into()),
        };
        renamed::tell(&document.basis, &library, output);
        Ok(output.write(&document, &sources)?)
    }
}

/// Whether a name means a file: it exists, or the name ends like one.
fn is_file(name: &str) -> bool {
    let path = Path::new(name);
    disk::names_file(path) || path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

impl Diff {
    fn mixed(&self, file: &str, other: &str) -> Refusal {
        Refusal { message: format!("{file} is a file, but {other} is not"), help: Some(KINDS.to_owned()) }
    }

    fn of_files(
        &self,
        options: &Options,
        output: &Output,
        sources: &mut Sources,
        library: &Library,
    ) -> Result<Document, Failure> {
        // Both are read before either is given up, so that one run says what is wrong with both.
        let [old, new] = [&self.old, &self.new].map(|name| read_as_written(Path::new(name), sources, output));
        let (old, new) = (old?, new?);
        let files = [old.0, new.0];
        match (&old.1, &new.1) {
            (File::Assessment(_), File::Assessment(_)) => self.of_assessments(files, options, output, sources, library),
            (File::Relations(_), File::Relations(_)) => of_tables(files, options, output, sources, library),
            (File::Catalog(_), File::Catalog(_)) => of_catalogs(files, options, output, sources),
            (old, new) => Err(Refusal {
                message: format!("{} contains {}, but {} contains {}", self.old, old.kind(), self.new, new.kind()),
                help: Some(KINDS.to_owned()),
            }
            .into()),
        }
    }

    fn of_assessments(
        &self,
        files: [FileId; 2],
        options: &Options,
        output: &Output,
        sources: &Sources,
        library: &Library,
    ) -> Result<Document, Failure> {
        let both = files.map(|file| load::assessment(sources, file, library));
        let faults: Vec<Diagnostic> = both.iter().flat_map(|loaded| loaded.diagnostics()).cloned().collect();
        if diagnostic::has_errors(&faults) {
            return fail(&faults, sources, output);
        }
        output.print_diagnostics(&faults, sources);
        let assessments = both.map(|loaded| loaded.into_parts().0);
        let crosswalk = Crosswalk::new(library, &options.settings.selection(library)?);
        let case = Case { sources, library, crosswalk: &crosswalk, settings: &options.settings };
        let [before, after] = [0, 1].map(|at| Assessed { case, assessment: &assessments[at], file: files[at] });
        Ok(AssessmentDiff { targets: self.target.clone() }.document(before, after)?)
    }
}

/// Each version is read into a library of its own: with the same editions, and no other table.
fn of_tables(
    files: [FileId; 2],
    options: &Options,
    output: &Output,
    sources: &Sources,
    library: &Library,
) -> Result<Document, Failure> {
    let [old, new] = files.map(|file| sound(standalone::with_table(sources, file, library).sound(), sources, output));
    versions([old?, new?], options, sources, |before, after| TableDiff.document(before, after))
}

/// Each version is read into a library of its own.
fn of_catalogs(files: [FileId; 2], options: &Options, output: &Output, sources: &Sources) -> Result<Document, Failure> {
    let [old, new] = files.map(|file| sound(standalone::with_catalog(sources, file).sound(), sources, output));
    versions([old?, new?], options, sources, |before, after| CatalogDiff.document(before, after))
}

fn versions(
    libraries: [Library; 2],
    options: &Options,
    sources: &Sources,
    document: impl FnOnce(Case<'_>, Case<'_>) -> Result<Document, Refusal>,
) -> Result<Document, Failure> {
    let selection = Selection { min_confidence: options.settings.min_confidence, ..Selection::default() };
    let crosswalks = [0, 1].map(|at: usize| Crosswalk::new(&libraries[at], &selection));
    let [before, after] = [0, 1].map(|at: usize| Case {
        sources,
        library: &libraries[at],
        crosswalk: &crosswalks[at],
        settings: &options.settings,
    });
    Ok(document(before, after)?)
}
