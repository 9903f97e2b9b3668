//! Checks files of every kind: assessments, catalogs, relation tables, methods.

mod baseline;
mod find;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use xwalk::api::{EarlierCoverage, Judged, StandardFiles};
use xwalk::diagnostic::{self, AllowComments, Rule, Severity};
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::load::layout::Layout;
use xwalk::load::{self, disk, embedded};
use xwalk::query::{BaselineChanges, Checked, Gate};
use xwalk::source::{FileId, Sources};

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::{Output, is_broken_pipe, shown_after};
use baseline::BaselineFile;
use find::{Asked, Found};

/// Whether files are right: every rule, and the gates of the policy
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk check
  xwalk check assessments/ --format sarif --output xwalk.sarif
  xwalk check assessment.yaml --min-coverage iso-iec-20000-1:2011=60 --no-overdue --today 2026-12-01
  xwalk check --write-baseline baseline.json
  xwalk check --baseline baseline.json --deny warnings
  xwalk check --skip-others --beside . assessments/harbour.yaml
  xwalk check --explain stated-below-inferred

Exit codes: 0 clean; 1 an error, or what --deny makes one; 3 a gate is missed and there is no error; 2 wrong usage, or a \
named file that is not there or one that cannot be written.

Of folders is left out what .gitignore and .xwalkignore name, what is hidden, and folders called target or node_modules.

A comment `# xwalk: allow RULE reason` allows a warning, a note or a gate on its line.")]
pub(crate) struct Check {
    /// Files, and folders with all that is in them [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    gate: Gate,
    /// Treat these as errors; may be given several times
    #[arg(long, value_name = "WHAT", help_heading = "Check")]
    deny: Vec<Denied>,
    /// Tell notes as well: what is worth knowing although nothing is wrong
    #[arg(long, help_heading = "Check")]
    notes: bool,
    /// Tell only what is new or has worsened since this file was written, and count what became of the rest
    #[arg(long, value_name = "FILE", help_heading = "Check")]
    baseline: Option<PathBuf>,
    /// Write what is found, and where targets stand, to this file for --baseline; what is written is no failure
    #[arg(long, value_name = "FILE", help_heading = "Check", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Leave out named files that are none of xwalk's or stand in .xwalkignore, as those in folders are
    #[arg(long, help_heading = "Check")]
    skip_others: bool,
    /// Tell every finding by itself, however many come from one cause
    #[arg(long, help_heading = "Check")]
    all: bool,
    /// Leave out what matches this pattern, written as in .gitignore; may be given several times
    #[arg(long, value_name = "PATTERN", help_heading = "Check")]
    exclude: Vec<String>,
    /// Check the catalogs, relation tables and methods of this folder as well, which named files rest on
    #[arg(long, value_name = "DIR", help_heading = "Check")]
    beside: Vec<PathBuf>,
    /// The folder that paths in SARIF, annotations and code quality start from [default: the one with .git]
    #[arg(long, value_name = "DIR", help_heading = "Check")]
    root: Option<PathBuf>,
    /// Explain a rule: what it is, why, an example, the way out
    #[arg(long, value_name = "RULE", help_heading = "Check", conflicts_with_all = ["paths", "deny", "baseline", "write_baseline", "skip_others"])]
    explain: Option<String>,
}

/// What --deny makes an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Denied {
    /// Warnings
    Warnings,
    /// Warnings and notes
    Notes,
}

impl Command for Check {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        if let Some(rule) = &self.explain {
            options.output.refuse_format("check --explain writes Markdown")?;
            return explain(rule, output);
        }
        if self.write_baseline.as_deref() == Some(Path::new("-")) {
            return Err(anyhow::anyhow!("a baseline is a file\n\n  tip: name one, such as baseline.json").into());
        }
        if let (Some(baseline), Some(file)) = (&self.write_baseline, options.output.file())
            && disk::is_same(baseline, file)
        {
            let tip = "name another file for one of them";
            return Err(anyhow::anyhow!("--write-baseline and --output name the same file\n\n  tip: {tip}").into());
        }
        let mut sources = Sources::default();
        let mut library = embedded::files(&mut sources);
        // What is packed was checked when it was.
        let is_packed = |path: &PathBuf| disk::is_pack(path) || disk::holds_packs_alone(path);
        let (packs, folders): (Vec<PathBuf>, Vec<PathBuf>) = options.standards.iter().cloned().partition(is_packed);
        let mut packed = StandardFiles::default();
        for pack in &packs {
            packed.take(pack, &mut sources)?;
        }
        packed.note_reading(options.reading(), &mut sources)?;
        packed.add_to(&mut library, &sources, options.reading());
        if let Some(pack) = self.paths.iter().find(|path| disk::is_pack(path)).filter(|_| !self.skip_others) {
            let name = pack.display();
            let tip = format!("check what rests on it with --standards {name}, or the files that it was made of");
            let message = format!("{name} is a pack, and what is in a pack was checked when it was made");
            return Err(anyhow::anyhow!("{message}\n\n  tip: {tip}").into());
        }
        let here = [PathBuf::from(".")];
        let paths = if self.paths.is_empty() { &here[..] } else { &self.paths };
        let asked = Asked {
            paths,
            standards: &folders,
            beside: &self.beside,
            exclude: &self.exclude,
            skips_others: self.skip_others,
        };
        let found = Found::new(&asked, &mut sources)?;
        options.reading().note(found.foreign.iter().map(|(_, format)| *format), &mut sources);
        disk::locate(&mut sources, self.root.as_deref())?;
        let known = self
            .baseline
            .as_deref()
            .map(|path| BaselineFile::read(path, &found.files, &mut sources, &options.settings))
            .transpose()?;

        let foreign = found.foreign.iter().map(|(file, format)| (*file, Some(format.name())));
        let foreign: Vec<_> = foreign.collect();
        ForeignFiles::read(&sources, &found.foreign).add_to(&mut library, &sources, options.reading().choices());
        let (everything, mut findings) =
            load::everything(&sources, library, &found.files, &found.standards).into_parts();
        let unread = found.faults.iter().map(|fault| (fault.span.file, None));
        let kinds: Vec<_> = everything.kinds.iter().copied().chain(foreign).chain(unread).collect();
        findings.extend(found.faults);
        if everything.assessments.is_empty() && findings.is_empty() && self.gate != Gate::default() {
            return Err(anyhow::anyhow!(
                "there is no assessment here that a gate could be asked of\n\n  tip: name one, or leave the gates out"
            )
            .into());
        }
        let is_measured = self.write_baseline.is_some();
        let earlier = known.as_ref().map(|known| known as &dyn EarlierCoverage);
        let settings = &options.settings;
        let judged = Judged::new(&self.gate, settings, &sources, &everything, &findings, earlier, is_measured)?;
        findings.extend(judged.findings.iter().cloned());
        diagnostic::sort(&mut findings);

        let files: BTreeSet<FileId> = found.files.iter().copied().collect();
        let allowing = AllowComments {
            comments: &|text| Layout::read(text).map(|layout| layout.comments).unwrap_or_default(),
            is_judged: &|file, rule| judged.has_judged(file, rule),
        };
        let allowed = allowing.apply(&sources, &files, &mut findings);
        let has_errors = diagnostic::has_errors(&findings);
        let since = known.as_ref().map(|known| {
            // Where there are errors, what is not found may be there all the same.
            let fate = |file, rule, subject: Option<&str>| {
                if has_errors { None } else { judged.fate(file, rule, subject) }
            };
            let coverages = judged.coverage_changes.clone();
            BaselineChanges { coverages, ..known.compare(&mut findings, &allowed, &fate) }
        });
        // What is not seen, or no use, is not written down.
        let to_write = self.write_baseline.as_deref().filter(|_| !has_errors);
        let written = to_write.map(|path| {
            BaselineFile::of(path, &found.files, &sources, &findings, &judged.coverages, &options.settings)
        });
        for finding in &mut findings {
            finding.is_denied = self.denies(finding.severity());
        }
        let before = findings.len();
        findings.retain(|finding| self.notes || finding.severity() != Severity::Note);
        let checked = Checked {
            files: kinds,
            shows_all: self.all,
            left_out: found.left_out,
            hidden_notes: before - findings.len(),
            findings,
            allowed: allowed.len(),
            since,
            others: found.others,
            bundled: found.bundled,
            unjudged: judged.unjudged(),
            written: to_write.map(|path| path.display().to_string()),
            basis: judged.basis,
        };
        let verdict = match (checked.count(Severity::Error), checked.count(Severity::Gate)) {
            // What is written down is known from now on.
            _ if to_write.is_some() => Ok(()),
            (0, 0) => Ok(()),
            (0, _) => Err(Failure::Gate),
            (_, _) => Err(Failure::Data),
        };
        let document = checked.document(&sources);
        output.check(&document, &sources)?;
        if let (Some(path), Some(written)) = (to_write, written) {
            output.write_file(path, &written.text()?, Made::Baseline, &sources)?;
        }
        match output.write(&document, &sources) {
            // A reader who has seen enough changes nothing about what was found.
            Err(error) if is_broken_pipe(&error) => {}
            written => match to_write {
                Some(path) => shown_after(&format!("{} was written", path.display()), written)?,
                None => written?,
            },
        }
        if self.write_baseline.is_some() && to_write.is_none() {
            output.print_note("no baseline was written: errors, and what cannot be read, come first");
        }
        if let Some(missing) =
            known.map(|known| known.missing(&everything.library)).filter(|missing| !missing.is_empty())
        {
            output.print_note(&format!("the baseline knows what was not looked at: {}", missing.join(", ")));
        }
        verdict
    }

    fn folder(&self) -> Option<PathBuf> {
        // A rule is explained the same everywhere.
        self.explain.is_none().then(|| self.paths.first().map_or(PathBuf::from("."), |path| folder_at(path)))
    }
}

impl Check {
    fn denies(&self, severity: Severity) -> bool {
        let denies = |what: Denied| self.deny.contains(&what);
        match severity {
            Severity::Error | Severity::Gate => false,
            Severity::Warning => denies(Denied::Warnings) || denies(Denied::Notes),
            Severity::Note => denies(Denied::Notes),
        }
    }
}

/// The folder that a path names, or that holds the file that it names.
fn folder_at(path: &Path) -> PathBuf {
    if disk::is_file(path) { folder_of(path) } else { path.to_owned() }
}

fn explain(name: &str, output: &Output) -> Result<(), Failure> {
    let rule = Rule::find(name).ok_or_else(|| {
        let near = load::raw::nearest(name, diagnostic::ALL.iter().map(|rule| rule.id()));
        let tip = match near {
            Some(near) => format!("did you mean {near}?"),
            None => {
                format!("the rules are {}", diagnostic::ALL.iter().map(|rule| rule.id()).collect::<Vec<_>>().join(", "))
            }
        };
        anyhow::anyhow!("there is no rule {name}\n\n  tip: {tip}")
    })?;
    Ok(output.write_text(rule.documentation(), Made::Explanation, &Sources::default())?)
}
