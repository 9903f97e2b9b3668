//! Audits relation tables: do they agree with each other, and what follows from them?

use std::collections::BTreeSet;
use std::path::PathBuf;

use xwalk::audit::AuditedTables;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::{Refusal, Severity};
use xwalk::load::{self, disk, embedded};
use xwalk::model::{Library, Table};
use xwalk::query::{Audit as Question, Case};
use xwalk::source::Sources;

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::{Output, is_broken_pipe};
use crate::cli::read::sound;
use crate::cli::standards::Standards;

/// Whether relation tables can be trusted: which rows contradict each other, and what follows from them
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk audit our-tables/
  xwalk audit --standards our-standards
  xwalk audit --bundled
  xwalk audit our-tables/ --format sarif --output audit.sarif

Audited are the tables of the files and folders that are named, or else those of --standards, xwalk.toml and XWALK_STANDARDS; \
with --bundled those that xwalk brings as well. Tables that are not audited say nothing here, though their editions are known. \
--without-table and --min-confidence leave out tables and rows.

Exit codes: 0 the tables agree with each other; 1 rows contradict each other in every reading; 2 wrong usage, or a named file \
that is not there. Nothing is changed.")]
pub(crate) struct Audit {
    /// Files and folders with relation tables, xwalk's own or in a format that `xwalk import` reads, and packs [default: what --standards names]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Audit the tables that xwalk brings as well
    #[arg(long)]
    bundled: bool,
    #[command(flatten)]
    question: Question,
}

impl Command for Audit {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let mut sources = Sources::default();
        let library = self.read(&mut sources, options, output)?;
        disk::locate(&mut sources, None)?;
        let selection = options.settings.selection(&library)?;
        let is_audited = |table: &&Table| {
            (self.bundled || !sources.get(table.span.file).is_bundled()) && !selection.without.contains(&table.id)
        };
        let tables: Vec<&Table> = library.tables().filter(is_audited).collect();
        if tables.is_empty() {
            let help = "name files or folders with relation tables, or add --bundled for those that xwalk brings";
            return Err(Refusal::new("there is no relation table to audit", help).into());
        }
        let audited = AuditedTables { library: &library, tables, min_confidence: selection.min_confidence };
        let crosswalk = Crosswalk::new(&library, &selection);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let document = self.question.document(case, &audited);
        let contradicts = document.findings.iter().any(|finding| finding.severity() == Severity::Error);
        match output.write(&document, &sources) {
            // A reader who has seen enough changes nothing about what was found.
            Err(error) if is_broken_pipe(&error) => {}
            written => written?,
        }
        if contradicts { Err(Failure::Data) } else { Ok(()) }
    }
}

impl Audit {
    /// What is bundled, what the options name, and the paths.
    fn read(&self, sources: &mut Sources, options: &Options, output: &Output) -> Result<Library, Failure> {
        let mut files = embedded::files(sources);
        let (mut seen, mut standards) = (BTreeSet::new(), Standards::default());
        for path in self.paths.iter().chain(&options.standards).filter(|path| seen.insert(disk::canonical(path))) {
            standards.take(path, sources)?;
        }
        standards.refuse_reading(options)?;
        standards.add_to(&mut files, sources, options.choices());
        sound(load::library(sources, files).sound(), sources, output)
    }
}
