//! Rows of a table or statements of an assessment are reviewed, and marked as reviewed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use xwalk::api::refuse_other_content;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::edit::write;
use xwalk::exchange::other_content::Wanted;
use xwalk::load::name::unknown_table;
use xwalk::load::{is_assessment, is_table};
use xwalk::model::{Library, Reviews, Subject, TableId};
use xwalk::query::{Assessed, Case, ReviewState};
use xwalk::report::Basis;
use xwalk::source::{FileId, Sources, Span, Text};

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::{InPlace, Options};
use crate::cli::output::{Output, shown_after};
use crate::cli::read::{fail, gather_library, read_assessment};

/// Shows which rows of a table, or statements of an assessment, were reviewed, and which depend on clauses that have
/// changed since
///
/// What the catalogs say about a clause when its row is reviewed (title, kind, summary, the clauses below it) is kept
/// next to the table, in <table>.reviews.yaml. If a catalog later differs, `check` marks the row as suspect, and
/// answers that depend on it say so.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk review standards/relations/ours--theirs.yaml
  xwalk review ours--theirs --standards standards --row 4.2.1=5.3 --by \"A. Smith\" --date 2026-11-30
  xwalk review ours--theirs --standards standards --all --by \"A. Smith\" --date 2026-11-30
  xwalk review assessment.yaml --clause 9001:2008/7.6 --by \"A. Smith\" --dry-run

Without --row, --clause and --all nothing is written. Rows that a table no longer has are removed from the file when it is \
written.")]
pub(crate) struct Review {
    /// A relation table or an assessment, as a file; or the id of a table in the folders of standards
    #[arg(value_name = "TABLE|ASSESSMENT")]
    name: String,
    /// Mark rows as reviewed: those that contain this clause, as a number or EDITION/NUMBER, or the row between two
    /// clauses, as FROM=TO; may be given several times
    #[arg(long, value_name = "CLAUSE|FROM=TO")]
    row: Vec<String>,
    /// Mark the statement about this clause as reviewed; may be given several times
    #[arg(long, value_name = "CLAUSE", conflicts_with = "row")]
    clause: Vec<String>,
    /// Mark all of them as reviewed
    #[arg(long, conflicts_with_all = ["row", "clause"])]
    all: bool,
    /// Who reviewed them
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The day of the review
    #[arg(long, value_name = "DATE", value_parser = xwalk::query::day)]
    date: Option<Date>,
    /// Show old and new, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    in_place: InPlace,
}

impl Command for Review {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        match self.named_kind(output)? {
            Named::Assessment(path) => self.review_assessment(path, options, output),
            Named::Table(path) => self.review_table(Some(path), options, output),
            Named::Id => self.review_table(None, options, output),
        }
    }

    fn folder(&self) -> Option<PathBuf> {
        let path = Path::new(&self.name);
        Some(if disk::names_file(path) { folder_of(path) } else { PathBuf::from(".") })
    }
}

/// What is to be reviewed, as it was named.
enum Named<'a> {
    /// An assessment in a file.
    Assessment(&'a Path),
    /// A relation table in a file.
    Table(&'a Path),
    /// A relation table by its id.
    Id,
}

impl Review {
    /// What the name refers to.
    fn named_kind(&self, output: &Output) -> Result<Named<'_>, Failure> {
        let path = Path::new(&self.name);
        if !disk::names_file(path) {
            return Ok(Named::Id);
        }
        refuse_other_content(path, Wanted::Own)?;
        let mut sources = Sources::default();
        let text = match disk::file(&mut sources, path)? {
            Ok(file) => sources.get(file).text(),
            Err(fault) => return fail(&[fault], &sources, output),
        };
        if is_assessment(text) {
            Ok(Named::Assessment(path))
        } else if is_table(text) {
            Ok(Named::Table(path))
        } else {
            let message = format!("{} is neither a relation table nor an assessment", path.display());
            let help = Some("such files start with `xwalk: relations/1` or `xwalk: assessment/1`".to_owned());
            Err(Refusal { message, help }.into())
        }
    }

    fn review_assessment(&self, path: &Path, options: &Options, output: &Output) -> Result<(), Failure> {
        refuse("--row", &self.row, "an assessment has statements, not rows: name them with --clause")?;
        let (mut sources, library) = gather_library(options, None, output)?;
        let (assessment, file) = read_assessment(path, &mut sources, &library, output)?;
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let case = Assessed { case, assessment: &assessment, file };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let state = ReviewState::of_assessment(case, &name);
        let basis = case.basis([], []);
        self.mark(&state, file, &self.clause, basis, (&sources, &library), output)
    }

    fn review_table(&self, path: Option<&Path>, options: &Options, output: &Output) -> Result<(), Failure> {
        refuse("--clause", &self.clause, "a table has rows, not statements: name them with --row")?;
        let (sources, library) = gather_library(options, path, output)?;
        let table = match path {
            Some(path) => library.tables().find(|table| {
                let source = sources.get(table.span.file);
                source.is_file() && disk::canonical(Path::new(source.name())) == disk::canonical(path)
            }),
            None => TableId::parse(&self.name).ok().and_then(|id| library.table(&id)),
        };
        let Some(table) = table else { return Err(unknown_table(&self.name, &library).into()) };
        if self.marks() && !sources.get(table.span.file).is_file() {
            return Err(Refusal {
                message: format!(
                    "{} is part of xwalk or of a pack, so no review file can be kept next to it",
                    table.id
                ),
                help: Some("copy the table to your own folder with a different id, and review it there".to_owned()),
            }
            .into());
        }
        let crosswalk = Crosswalk::new(&library, &options.settings.selection(&library)?);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let basis = case.basis([&table.from, &table.to], [&table.id]);
        let state = ReviewState::of_table(&library, table);
        self.mark(&state, table.span.file, &self.row, basis, (&sources, &library), output)
    }

    /// Whether anything is to be marked as reviewed.
    fn marks(&self) -> bool {
        self.all || !self.row.is_empty() || !self.clause.is_empty()
    }

    /// Shows the state of the reviews, and marks what is named as reviewed.
    fn mark(
        &self,
        state: &ReviewState<'_>,
        file: FileId,
        names: &[String],
        basis: Basis,
        (sources, library): (&Sources, &Library),
        output: &Output,
    ) -> Result<(), Failure> {
        if !self.marks() {
            if self.by.is_some() || self.date.is_some() {
                let tip = "name what was reviewed with --row or --clause, or add --all";
                return Err(anyhow::anyhow!(
                    "--by and --date say who reviewed, but nothing is marked as reviewed\n\n  tip: {tip}"
                )
                .into());
            }
            return Ok(output.write(&state.document(None, None, basis), sources)?);
        }
        let named: BTreeSet<Subject> = if self.all { self.all_of(state) } else { state.named(names)? };
        let start = Span::start_of(file);
        let mut reviews = state.known().cloned().unwrap_or_else(|| Reviews::new(state.of().clone(), start));
        let path = match state.known() {
            Some(known) => PathBuf::from(sources.get(known.span.file).name()),
            None => disk::reviews_beside(Path::new(sources.get(file).name())),
        };
        let there: BTreeSet<&Subject> = state.subjects().collect();
        let by = self.by.as_deref().map(|name| Text::from(name.to_owned()));
        for subject in &named {
            let records = subject.clauses().into_iter().filter_map(|clause| library.record(clause)).collect();
            reviews.review(subject.clone(), records, by.as_ref(), self.date);
        }
        reviews.retain(|subject| there.contains(subject));
        let count = match named.len() {
            1 => "1 is".to_owned(),
            several => format!("{several} are"),
        };
        let done = if self.dry_run {
            format!(
                "Because of --dry-run, nothing was written; {count} to be marked as reviewed in {}.",
                path.display()
            )
        } else {
            format!("{count} now marked as reviewed, in {}.", path.display())
        };
        let document = state.document(Some(&named), Some(done), basis);
        output.check(&document, sources)?;
        if !self.dry_run {
            let text = write::reviews(&reviews);
            match state.known() {
                Some(known) => {
                    disk::replace(&path, sources.get(known.span.file).text(), &text, self.in_place.patience())?;
                }
                None => output.write_file(&path, text, Made::Reviews, sources)?,
            }
        }
        let shown = output.write(&document, sources);
        Ok(if self.dry_run { shown } else { shown_after(&format!("{} was written", path.display()), shown) }?)
    }
}

impl Review {
    /// All of them; without the name of a reviewer, what has not changed since its review keeps its name.
    fn all_of(&self, state: &ReviewState<'_>) -> BTreeSet<Subject> {
        let keeps = self.by.is_none() && self.date.is_none();
        state.subjects().filter(|subject| !(keeps && state.is_reviewed(subject))).cloned().collect()
    }
}

/// Refuses an option if it names nothing.
fn refuse(option: &str, names: &[String], why: &str) -> Result<(), Refusal> {
    if names.is_empty() {
        return Ok(());
    }
    Err(Refusal { message: format!("{option} does not apply here"), help: Some(why.to_owned()) })
}
