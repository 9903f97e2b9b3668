//! Checks files of every kind: assessments, catalogs, relation tables, methods.

mod baseline;
mod find;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use xwalk::api::{EarlierCoverage, Judged, StandardFiles};
use xwalk::bundled;
use xwalk::changes::{BaselineChanges, Checked, Gate};
use xwalk::diagnostic::{self, AllowComments, Rule, Severity};
use xwalk::disk;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::load;
use xwalk::load::layout::Layout;
use xwalk::rules::Documented;
use xwalk::source::{FileId, Sources};

use super::{Command, folder_of};
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::{Output, is_broken_pipe, shown_after};
use baseline::BaselineFile;
use find::{Asked, Found};

/// Checks files against every rule, and against the gates of the policy
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk check
  xwalk check assessments/ --format sarif --output xwalk.sarif
  xwalk check assessment.yaml --min-coverage iso-iec-20000-1:2011=60 --no-overdue --today 2026-12-01
  xwalk check --write-baseline baseline.json
  xwalk check --baseline baseline.json --deny warnings
  xwalk check --skip-others --beside . assessments/harbour.yaml
  xwalk check --explain stated-below-inferred

Exit codes: 0 no fault; 1 an error, or a finding that --deny makes an error; 3 a gate is missed and there is no error; \
2 wrong usage, a named file that does not exist, or a file that cannot be written.

In folders, files that .gitignore and .xwalkignore name, hidden files, and folders called target or node_modules are left out.

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
    /// Show notes as well: useful information although nothing is wrong
    #[arg(long, help_heading = "Check")]
    notes: bool,
    /// Show only what is new or has worsened since this file was written, and count the rest by kind of change
    #[arg(long, value_name = "FILE", help_heading = "Check")]
    baseline: Option<PathBuf>,
    /// Write the findings, and the coverage of the targets, to this file for --baseline; findings written there are no
    /// failure
    #[arg(long, value_name = "FILE", help_heading = "Check", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Leave out named files that are not files of xwalk or are listed in .xwalkignore, as for files in folders
    #[arg(long, help_heading = "Check")]
    skip_others: bool,
    /// Show every finding separately, even if many have the same cause
    #[arg(long, help_heading = "Check")]
    all: bool,
    /// Leave out what matches this pattern, written as in .gitignore; may be given several times
    #[arg(long, value_name = "PATTERN", help_heading = "Check")]
    exclude: Vec<String>,
    /// Check the catalogs, relation tables and methods of this folder as well, which the named files depend on
    #[arg(long, value_name = "DIR", help_heading = "Check")]
    beside: Vec<PathBuf>,
    /// The folder that paths in SARIF, annotations and code quality start from [default: the one with .git]
    #[arg(long, value_name = "DIR", help_heading = "Check")]
    root: Option<PathBuf>,
    /// Explain a rule: what it is, why, an example, and how to correct it
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
        if let Some(pack) = self.paths.iter().find(|path| disk::is_pack(path)).filter(|_| !self.skip_others) {
            let name = pack.display();
            let tip = format!(
                "check files that depend on it with --standards {name}, or the files from which it was created"
            );
            let message = format!("{name} is a pack, and the content of a pack was checked when it was created");
            return Err(anyhow::anyhow!("{message}\n\n  tip: {tip}").into());
        }
        let mut sources = Sources::default();
        let mut library = bundled::files(&mut sources);
        // What is packed was checked when it was.
        let is_packed = |path: &PathBuf| disk::is_pack(path) || disk::holds_packs_alone(path);
        let (packs, folders): (Vec<PathBuf>, Vec<PathBuf>) = options.standards.iter().cloned().partition(is_packed);
        let mut packed = StandardFiles::default();
        for pack in &packs {
            packed.take(pack, &mut sources)?;
        }
        packed.note_reading(options.reading(), &mut sources)?;
        packed.add_to(&mut library, &sources, options.reading());
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
                "gates apply to assessments, but no assessment was found\n\n  tip: name one, or leave the gates out"
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
            // If there are errors, what is not found may exist all the same.
            let fate = |file, rule, subject: Option<&str>| {
                if has_errors { None } else { judged.fate(file, rule, subject) }
            };
            let coverages = judged.coverage_changes.clone();
            BaselineChanges { coverages, ..known.compare(&mut findings, &allowed, &fate) }
        });
        // What is not seen, or not useful, is not written.
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
            output.print_note("no baseline was written: first correct the errors and the files that cannot be read");
        }
        if let Some(missing) =
            known.map(|known| known.missing(&everything.library)).filter(|missing| !missing.is_empty())
        {
            output.print_note(&format!(
                "not checked in this run, although the baseline contains them: {}",
                missing.join(", ")
            ));
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
        anyhow::anyhow!("rule {name} does not exist\n\n  tip: {tip}")
    })?;
    Ok(output.write_text(rule.documentation(), Made::Explanation, &Sources::default())?)
}
