//! Audits relation tables: do they agree with each other, and what follows from them?

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use xwalk::api::StandardFiles;
use xwalk::audit::{AuditedTables, asides};
use xwalk::bundled;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::{AllowComments, Diagnostic, Refusal, Rule, Severity};
use xwalk::disk;
use xwalk::exchange::format::Format;
use xwalk::load::layout::Layout;
use xwalk::load::{self, raw};
use xwalk::model::{Library, Table};
use xwalk::query::Case;
use xwalk::source::{FileId, Sources};
use xwalk::survey::Audit as Question;

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::{Output, is_broken_pipe};
use crate::cli::read::sound;
use crate::cli::renamed;

/// Shows whether relation tables can be trusted: which rows contradict each other, and what follows from them
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "Examples:
  xwalk audit our-tables/
  xwalk audit --standards our-standards
  xwalk audit --bundled
  xwalk audit our-tables/ --forced --format csv --output forced.csv
  xwalk audit our-tables/ --format sarif --output audit.sarif

The tables of the named files and folders are audited, or else those of --standards, xwalk.toml and XWALK_STANDARDS; \
with --bundled also those that are part of xwalk. Tables that are not audited have no influence, but their editions are known. \
--without-table and --min-confidence leave out tables and rows.

Exit codes: 0 the rows do not contradict each other; 1 rows contradict each other in every interpretation, also with --card, \
or a file has errors, each shown at its place; 2 wrong usage, a named file that does not exist or holds something else, or --min-confidence \
excludes every row, so nothing was examined. No file is changed.")]
pub(crate) struct Audit {
    /// Files and folders with relation tables, in xwalk's own format or in another one that --standards accepts, and
    /// packs; convert a spreadsheet with `xwalk import` first [default: what --standards names]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Also audit the tables that are part of xwalk
    #[arg(long)]
    bundled: bool,
    #[command(flatten)]
    question: Question,
}

impl Command for Audit {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        let mut sources = Sources::default();
        let Read { library, named, same_as_bundled } = self.read(&mut sources, options, output)?;
        disk::locate(&mut sources, None)?;
        let selection = options.settings.selection(&library)?;
        let is_asked = |file: FileId| match sources.get(file).is_bundled() {
            true => {
                self.bundled
                    || same_as_bundled.iter().any(|other| sources.get(*other).text() == sources.get(file).text())
            }
            false => named.as_ref().is_none_or(|named| named.contains(&file.number())),
        };
        let is_audited = |table: &&Table| is_asked(table.span.file) && selection.takes_table(table);
        let tables: Vec<&Table> = library.tables().filter(is_audited).collect();
        if tables.is_empty() {
            let help = "name files or folders with relation tables, or add --bundled for those that are part of xwalk";
            return Err(Refusal::new("there is no relation table to audit", help).into());
        }
        let asides = asides(&tables);
        let audited =
            AuditedTables { library: &library, tables, asides: &asides, min_confidence: selection.min_confidence };
        let crosswalk = Crosswalk::new(&library, &selection);
        let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &options.settings };
        let mut document = self.question.document(case, &audited)?;
        allow(&mut document.findings, &audited, &sources);
        let contradicts = document.findings.iter().any(|finding| finding.severity() == Severity::Error);
        // A format of findings has no place for a card: its reader sees why the run failed.
        if self.question.card && !output.holds_findings_alone() {
            document.findings.clear();
        }
        renamed::tell(&document.basis, &library, output);
        match output.write(&document, &sources) {
            // A reader who has seen enough changes nothing about what was found.
            Err(error) if is_broken_pipe(&error) => {}
            written => written?,
        }
        if contradicts { Err(Failure::Data) } else { Ok(()) }
    }
}

/// What was read, and which of it the paths name.
struct Read {
    library: Library,
    /// The numbers of the files of the paths; none if there are no paths.
    named: Option<Range<u32>>,
    /// Those of them that are, letter by letter, part of the program.
    same_as_bundled: Vec<FileId>,
}

impl Audit {
    /// What is bundled, what the paths name, and what the options name in addition.
    fn read(&self, sources: &mut Sources, options: &Options, output: &Output) -> Result<Read, Failure> {
        let mut files = bundled::files(sources);
        let (mut seen, mut standards) = (BTreeSet::new(), StandardFiles::default());
        let first = number(sources.count());
        for path in &self.paths {
            disk::ensure_there(path)?;
            standards.take_unseen(path, sources, &mut seen)?;
        }
        let named = (!self.paths.is_empty()).then(|| first..number(sources.count()));
        let same_as_bundled = if self.paths.is_empty() { Vec::new() } else { standards.leave_out_bundled(sources) };
        let packs: BTreeSet<PathBuf> = self.paths.iter().map(|path| disk::canonical(path)).collect();
        for path in options.standards.iter().filter(|path| !packs.contains(&disk::canonical(path))) {
            standards.take_unseen(path, sources, &mut seen)?;
        }
        standards.note_reading(options.reading(), sources)?;
        standards.add_to(&mut files, sources, options.reading());
        let read = load::library(sources, files).sound();
        if read.is_err()
            && let Some(refusal) = self.of_other_kinds()?
        {
            return Err(refusal.into());
        }
        let library = sound(read, sources, output)?;
        Ok(Read { library, named, same_as_bundled })
    }

    /// What to say where a named file holds no standards: nothing is examined then.
    fn of_other_kinds(&self) -> Result<Option<Refusal>, disk::Failure> {
        let mut odd = Vec::new();
        for path in self.paths.iter().filter(|path| disk::is_file(path) && !disk::is_pack(path)) {
            let mut sources = Sources::default();
            let what = disk::file(&mut sources, path)?.ok().and_then(|file| other_kind(&sources, file));
            odd.extend(what.map(|what| format!("{} is {what}", path.display())));
        }
        let help = "name files or folders with relation tables; `xwalk check` examines an assessment";
        let message = || format!("{}, but relation tables are required", odd.join(", "));
        Ok((!odd.is_empty()).then(|| Refusal::new(message(), help)))
    }
}

/// What a file is that holds no standards. One that is meant to hold some and has errors is told with these.
fn other_kind(sources: &Sources, file: FileId) -> Option<&'static str> {
    let text = sources.get(file).text();
    match load::standalone::read(sources, file) {
        Ok(raw::File::Assessment(_)) => Some("an assessment"),
        Ok(raw::File::Catalog(_) | raw::File::Relations(_) | raw::File::Method(_) | raw::File::Reviews(_)) => None,
        Err(_) if text.trim().is_empty() => Some("empty"),
        Err(_) if load::is_xwalk_file(text) || Format::of(text).is_some() => None,
        Err(_) => Some("no file of xwalk"),
    }
}

/// Removes the warnings that comments in the tables allow. `check` reports whatever else is wrong with such comments.
fn allow(findings: &mut Vec<Diagnostic>, audited: &AuditedTables<'_>, sources: &Sources) {
    let files: BTreeSet<FileId> = audited.tables.iter().map(|table| table.span.file).collect();
    let allowing = AllowComments {
        comments: &|text| Layout::read(text).map(|layout| layout.comments).unwrap_or_default(),
        is_judged: &|_, rule| rule.is_of_audit(),
    };
    allowing.apply(sources, &files, findings);
    findings.retain(|finding| !matches!(finding.rule, Rule::UnknownAllow | Rule::AllowWithoutReason));
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four billion files")
}
