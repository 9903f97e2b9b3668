//! Checks files of every kind: assessments, catalogs, relation tables, methods.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::ValueEnum;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::{self, Diagnostic, Rule, Severity};
use xwalk::load::{self, Everything, disk, embedded};
use xwalk::query::{Assessed, Baseline, Case, Checked, Gate, Standing, finding_of};
use xwalk::source::{FileId, Sources};

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::Output;

/// Whether files are right: every rule, and the gates of the policy
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk check
  xwalk check assessments/ --format sarif --output xwalk.sarif
  xwalk check assessment.yaml --min-coverage iso-iec-20000-1:2011=60 --no-overdue --today 2026-12-01
  xwalk check --write-baseline baseline.json
  xwalk check --baseline baseline.json --deny warnings
  xwalk check --explain stated-below-inferred

Exit codes: 0 clean; 1 an error, or what --deny makes one; 3 a gate is missed and there is no error; 2 wrong usage, or a \
file that cannot be read or written.

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
    /// Tell only what is worse than in this file
    #[arg(long, value_name = "FILE", help_heading = "Check")]
    baseline: Option<PathBuf>,
    /// Write what is found, and where targets stand, to this file for --baseline
    #[arg(long, value_name = "FILE", help_heading = "Check", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Leave out named files that are none of xwalk's, as those in folders are
    #[arg(long, help_heading = "Check")]
    skip_others: bool,
    /// Explain a rule: what it is, why, an example, the way out
    #[arg(long, value_name = "RULE", help_heading = "Check", exclusive = true)]
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

impl Act for Check {
    fn act(&self, args: &Args, output: &Output) -> Result<(), Failure> {
        if let Some(rule) = &self.explain {
            return explain(rule, output);
        }
        let mut sources = Sources::default();
        let bundled = embedded::files(&mut sources);
        let found = self.find(args, &mut sources)?;
        let (everything, mut findings) = load::everything(&sources, bundled, &found.files).whole();
        findings.extend(found.faults);
        let mut standings = Vec::new();
        if !diagnostic::has_errors(&findings) {
            self.gates(args, &sources, &everything, &mut findings, &mut standings)?;
        }
        diagnostic::sort(&mut findings);
        let mut checked = Checked { files: everything.kinds, findings, allowed: 0, known: 0, others: found.others };
        let files: BTreeSet<FileId> = checked.files.iter().map(|(file, _)| *file).collect();
        checked.allowed = diagnostic::allow(&sources, &files, &mut checked.findings);
        if let Some(path) = &self.baseline {
            checked.known = baseline(path)?.apply(&sources, &mut checked.findings, &standings);
            diagnostic::sort(&mut checked.findings);
        }
        if let Some(path) = &self.write_baseline {
            let written = Baseline::new(&sources, &checked.findings, &standings);
            let mut text = serde_json::to_string_pretty(&written)?;
            text.push('\n');
            disk::write(path, text.as_bytes())?;
        }
        let verdict = self.verdict(&checked);
        output.write(&checked.document(&sources), &sources)?;
        verdict
    }
}

/// The files that are to be checked.
struct Found {
    files: Vec<FileId>,
    /// What is wrong with files that could not be taken in.
    faults: Vec<Diagnostic>,
    others: usize,
}

impl Check {
    fn find(&self, args: &Args, sources: &mut Sources) -> Result<Found, Failure> {
        let here = [PathBuf::from(".")];
        let paths = if self.paths.is_empty() { &here[..] } else { &self.paths };
        let mut found = Found { files: Vec::new(), faults: Vec::new(), others: 0 };
        for path in disk::yaml_files(paths.iter().chain(&args.standards).map(PathBuf::as_path))? {
            match disk::file(sources, &path.path)? {
                Ok(file) => {
                    let source = sources.get(file);
                    let is_ours = load::raw::is_ours(source.text());
                    if !is_ours && (!path.is_named || self.skip_others) {
                        found.others += 1;
                    } else if !sources.is_bundled_text(file) {
                        found.files.push(file);
                    }
                }
                Err(fault) if path.is_named => found.faults.push(fault),
                // A file that is no text, in a folder, is none of ours.
                Err(fault) if fault.rule == Rule::Encoding => found.others += 1,
                Err(fault) => found.faults.push(fault),
            }
        }
        if found.files.is_empty() && found.faults.is_empty() {
            let where_ = paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
            return Err(anyhow::anyhow!(
                "there is no file of xwalk in {where_}\n\n  tip: files of xwalk begin with `xwalk: assessment/1` or the like"
            )
            .into());
        }
        Ok(found)
    }

    /// What the assessments say otherwise than follows, and the gates that they miss.
    fn gates(
        &self,
        args: &Args,
        sources: &Sources,
        everything: &Everything,
        findings: &mut Vec<Diagnostic>,
        standings: &mut Vec<(FileId, Vec<Standing>)>,
    ) -> Result<(), Failure> {
        let selection = args.settings.selection(&everything.library)?;
        let crosswalk = Crosswalk::new(&everything.library, &selection);
        let case = Case { sources, library: &everything.library, crosswalk: &crosswalk, settings: &args.settings };
        for (file, written, assessment) in &everything.assessments {
            let case = Assessed { case, assessment, file: *file };
            findings.extend(finding_of(case));
            let name = sources.get(*file).name();
            let missing = if self.gate.asks_for_files(case) { missing(Path::new(name), case) } else { BTreeSet::new() };
            findings.extend(self.gate.missed(case, written, &missing)?);
            if self.baseline.is_some() || self.write_baseline.is_some() {
                standings.push((*file, self.gate.standings(case)?));
            }
        }
        Ok(())
    }

    fn verdict(&self, checked: &Checked) -> Result<(), Failure> {
        let denies = |what: Denied| self.deny.contains(&what);
        let is_error = |severity: Severity| match severity {
            Severity::Error => true,
            Severity::Warning => denies(Denied::Warnings) || denies(Denied::Notes),
            Severity::Note => denies(Denied::Notes),
            Severity::Gate => false,
        };
        if checked.findings.iter().any(|finding| is_error(finding.severity())) {
            return Err(Failure::Data);
        }
        if checked.count(Severity::Gate) > 0 { Err(Failure::Gate) } else { Ok(()) }
    }
}

/// The paths under evidence that lead to no file, from the folder of the assessment; addresses of the web are not looked at.
fn missing(file: &Path, case: Assessed<'_>) -> BTreeSet<String> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let evidence = case.assessment.statements().flat_map(|(_, statement)| &statement.evidence);
    let is_missing =
        |path: &&str| !path.contains("://") && !path.starts_with("mailto:") && !disk::exists(&folder.join(path));
    evidence.map(|path| path.as_str()).filter(is_missing).map(str::to_owned).collect()
}

fn baseline(path: &Path) -> anyhow::Result<Baseline> {
    let text = disk::text(path)?;
    let name = path.display();
    let baseline: Baseline = serde_json::from_str(&text).with_context(|| format!("{name} is no baseline"))?;
    anyhow::ensure!(
        baseline.is_readable(),
        "{name} is a baseline of another version\n\n  tip: write it again with --write-baseline"
    );
    Ok(baseline)
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
    Ok(output.write_text(rule.page())?)
}
