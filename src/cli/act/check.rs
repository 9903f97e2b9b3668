//! Checks files of every kind: assessments, catalogs, relation tables, methods.

mod find;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::ValueEnum;
use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::{self, Allowing, Diagnostic, Rule, Severity};
use xwalk::load::layout::Layout;
use xwalk::load::{self, Everything, disk, embedded};
use xwalk::query::{Assessed, Baseline, Case, Checked, Gate, Standing, finding_of};
use xwalk::report::Basis;
use xwalk::source::{FileId, Sources};

use super::Act;
use crate::cli::Failure;
use crate::cli::args::Args;
use crate::cli::output::{Output, is_broken_pipe};
use find::Found;

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
    /// Write what is found, and where targets stand, to this file for --baseline; what is written is no failure
    #[arg(long, value_name = "FILE", help_heading = "Check", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Leave out named files that are none of xwalk's, as those in folders are
    #[arg(long, help_heading = "Check")]
    skip_others: bool,
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

impl Act for Check {
    fn act(&self, args: &Args, output: &Output) -> Result<(), Failure> {
        if let Some(rule) = &self.explain {
            return explain(rule, output);
        }
        let mut sources = Sources::default();
        let bundled = embedded::files(&mut sources);
        let here = [PathBuf::from(".")];
        let paths = if self.paths.is_empty() { &here[..] } else { &self.paths };
        let found = Found::new(paths, &args.standards, self.skip_others, &mut sources)?;
        let (everything, faults) = load::everything(&sources, bundled, &found.files, &found.standards).whole();
        let known = self.baseline.as_deref().map(read_baseline).transpose()?;
        let names = Names::new(self.baseline.as_deref().or(self.write_baseline.as_deref()), &sources);

        let mut findings: Vec<Diagnostic> = found.faults.into_iter().chain(faults).collect();
        let judged = self.judge(args, &sources, &everything, known.as_ref(), &names, &mut findings)?;
        diagnostic::sort(&mut findings);
        let files: BTreeSet<FileId> = everything.kinds.iter().map(|(file, _)| *file).collect();
        let allowing = Allowing {
            comments: &|text| Layout::read(text).map(|layout| layout.comments).unwrap_or_default(),
            is_judged: &|file, rule| judged.has_looked(&everything, file, rule),
        };
        let allowed = allowing.apply(&sources, &files, &mut findings);
        let before = findings.len();
        if let Some(known) = &known {
            let name = |finding: &Diagnostic| names.of(finding.span.file);
            findings.retain(|finding| !known.knows(name(finding), finding));
        }
        let known_count = before - findings.len();
        keep_one_of_two(&mut findings);
        let has_errors = diagnostic::has_errors(&findings);
        let is_written = self.write_baseline.is_some() && !has_errors;
        if let (Some(path), true) = (&self.write_baseline, is_written) {
            disk::write(path, judged.baseline(&names, &findings)?.as_bytes())?;
        }
        for finding in &mut findings {
            finding.is_denied = self.denies(finding.severity());
        }
        let checked = Checked {
            files: everything.kinds,
            findings,
            allowed,
            known: known_count,
            others: found.others,
            bundled: found.bundled,
            unjudged: judged.unjudged,
            missing: known.map(|known| names.missing(&known)).unwrap_or_default(),
            basis: judged.basis,
        };
        let verdict = match (checked.count(Severity::Error), checked.count(Severity::Gate)) {
            (0, 0) => Ok(()),
            // What is written down is known from now on.
            (0, _) if is_written => Ok(()),
            (0, _) => Err(Failure::Gate),
            (_, _) => Err(Failure::Data),
        };
        match output.write(&checked.document(&sources), &sources) {
            // A reader who has seen enough changes nothing about what was found.
            Err(error) if is_broken_pipe(&error) => {}
            written => written?,
        }
        if self.write_baseline.is_some() && has_errors {
            output.remark("no baseline was written: errors come first")?;
        }
        let mut failures: Vec<anyhow::Error> = found.failures.into_iter().map(anyhow::Error::from).collect();
        let last = failures.pop();
        failures.iter().for_each(|failure| output.complain(failure));
        last.map_or(verdict, |failure| Err(failure.into()))
    }
}

/// What came of looking at gates.
struct Judged {
    /// Where each assessment stands.
    standings: Vec<(FileId, Vec<Standing>)>,
    /// The assessments that were looked at, each with the gates that are asked of it.
    gates: BTreeMap<FileId, BTreeSet<Rule>>,
    /// How many assessments were not looked at.
    unjudged: usize,
    basis: Basis,
}

impl Check {
    /// What the assessments say otherwise than follows, the gates that they miss, and what fell below a baseline. Only what
    /// is sound can be judged: an assessment without errors, against a library without any.
    fn judge(
        &self,
        args: &Args,
        sources: &Sources,
        everything: &Everything,
        known: Option<&Baseline>,
        names: &Names,
        findings: &mut Vec<Diagnostic>,
    ) -> Result<Judged, Failure> {
        let faulty: BTreeSet<FileId> =
            findings.iter().filter(|one| one.severity() == Severity::Error).map(|one| one.span.file).collect();
        let is_assessment = |file: &FileId| everything.assessments.iter().any(|(known, ..)| known == file);
        let is_sound = |file: &FileId| faulty.iter().all(is_assessment) && !faulty.contains(file);
        let mut judged = Judged {
            standings: Vec::new(),
            gates: BTreeMap::new(),
            unjudged: everything.assessments.iter().filter(|(file, ..)| !is_sound(file)).count(),
            basis: Basis::default(),
        };
        let mut sound = everything.assessments.iter().filter(|(file, ..)| is_sound(file)).peekable();
        if sound.peek().is_none() {
            return Ok(judged);
        }
        let selection = args.settings.selection(&everything.library)?;
        let crosswalk = Crosswalk::new(&everything.library, &selection);
        let case = Case { sources, library: &everything.library, crosswalk: &crosswalk, settings: &args.settings };
        judged.basis = case.basis([], []);
        for (file, written, assessment) in sound {
            let case = Assessed { case, assessment, file: *file };
            findings.extend(finding_of(case));
            let folder = Path::new(sources.get(*file).name()).parent().unwrap_or(Path::new(""));
            let missing = if self.gate.asks_for_files(case) { missing(folder, case) } else { BTreeSet::new() };
            findings.extend(self.gate.missed(case, written, &missing)?);
            let mut gates = self.gate.asked(case);
            if known.is_some() || self.write_baseline.is_some() {
                let targets = known.map(|known| known.targets(names.of(*file))).unwrap_or_default();
                let standings = self.gate.standings(case, written, &targets)?;
                if let Some(known) = known {
                    findings.extend(standings.iter().filter_map(|standing| known.fell(names.of(*file), standing)));
                    gates.insert(Rule::CoverageFell);
                }
                judged.standings.push((*file, standings));
            }
            judged.gates.insert(*file, gates);
        }
        Ok(judged)
    }

    fn denies(&self, severity: Severity) -> bool {
        let denies = |what: Denied| self.deny.contains(&what);
        match severity {
            Severity::Error | Severity::Gate => false,
            Severity::Warning => denies(Denied::Warnings) || denies(Denied::Notes),
            Severity::Note => denies(Denied::Notes),
        }
    }
}

impl Judged {
    /// Whether a rule was looked at in a file: gates and what follows from statements only where an assessment was judged.
    fn has_looked(&self, everything: &Everything, file: FileId, rule: Rule) -> bool {
        let of_inference = [Rule::StatedAboveInferred, Rule::StatedBelowInferred, Rule::StatedBelowPresumed];
        let is_assessment = everything.assessments.iter().any(|(known, ..)| *known == file);
        match self.gates.get(&file) {
            Some(gates) => rule.severity() != Severity::Gate || gates.contains(&rule),
            None => !(is_assessment && (rule.severity() == Severity::Gate || of_inference.contains(&rule))),
        }
    }

    /// What was found, for a baseline.
    fn baseline(&self, names: &Names, findings: &[Diagnostic]) -> anyhow::Result<String> {
        let mut baseline = Baseline::new();
        findings.iter().for_each(|finding| baseline.add(names.of(finding.span.file), finding));
        for (file, standings) in &self.standings {
            standings.iter().for_each(|standing| baseline.stand(names.of(*file), standing));
        }
        Ok(serde_json::to_string_pretty(&baseline)? + "\n")
    }
}

/// What files are called in a baseline: by their paths from its folder where they stand below it.
struct Names(BTreeMap<FileId, String>);

impl Names {
    fn new(baseline: Option<&Path>, sources: &Sources) -> Self {
        let folder = baseline.map(|path| disk::place_of(&path.parent().unwrap_or(Path::new("")).join(".")));
        let name = |file: FileId| {
            let name = Path::new(sources.get(file).name());
            let place = disk::place_of(name);
            let below = folder.as_ref().and_then(|folder| place.strip_prefix(folder).ok());
            below.unwrap_or(name).display().to_string().replace('\\', "/")
        };
        Self(sources.ids().map(|file| (file, name(file))).collect())
    }

    fn of(&self, file: FileId) -> &str {
        self.0.get(&file).map_or("", String::as_str)
    }

    /// The files of a baseline that were not looked at.
    fn missing(&self, known: &Baseline) -> Vec<String> {
        let is_missing = |file: &&String| !self.0.values().any(|name| name == *file);
        known.coverage.keys().filter(is_missing).cloned().collect()
    }
}

/// Of a coverage that is too low and fell besides, the first is told alone.
fn keep_one_of_two(findings: &mut Vec<Diagnostic>) {
    let key = |finding: &Diagnostic| (finding.span.file, finding.subject.clone());
    let low = findings.iter().filter(|finding| finding.rule == Rule::CoverageTooLow);
    let low: BTreeSet<_> = low.map(key).collect();
    findings.retain(|finding| finding.rule != Rule::CoverageFell || !low.contains(&key(finding)));
}

/// The paths under evidence that lead to no file, from the folder of the assessment; addresses of the web are not looked
/// at, nor is what names a place within a file.
fn missing(folder: &Path, case: Assessed<'_>) -> BTreeSet<String> {
    let evidence = case.assessment.statements().flat_map(|(_, statement)| &statement.evidence);
    let is_there = |path: &str| disk::exists(&folder.join(path));
    let is_missing = |path: &&str| {
        let is_address = path.contains("://") || path.starts_with("mailto:");
        !is_address && !is_there(path) && !path.split_once('#').is_some_and(|(file, _)| is_there(file))
    };
    evidence.map(|path| path.as_str()).filter(is_missing).map(str::to_owned).collect()
}

fn read_baseline(path: &Path) -> anyhow::Result<Baseline> {
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
