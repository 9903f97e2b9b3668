//! Accepted findings and coverage, so that only what got worse is reported.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::changes::{BaselineChanges, CoverageChange, FindingChange, measure_in_words};
use super::figure::{Figure, SAME, measured};
use super::gate::TargetCoverage;
use crate::diagnostic::{BaselineState, Diagnostic, Rule, Severity};
use crate::model::EditionId;
use crate::query::progress::Progress;
use crate::query::settings::Settings;
use crate::query::tally::percent;
use crate::query::words::counted;
use crate::source::FileId;

/// The findings and the coverage of a run. Files are named from the folder of the baseline if they are below it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Baseline {
    /// The version of the shape of this file.
    #[serde(rename = "xwalk-baseline")]
    pub shape: u32,
    /// The settings of the run, by name: others would find other things.
    pub settings: BTreeMap<String, String>,
    /// The findings by their fingerprints; errors are none of them.
    pub findings: BTreeMap<String, KnownFinding>,
    /// The coverage of each target, by file.
    pub coverage: BTreeMap<String, BTreeMap<String, Figure>>,
}

/// A finding that is known, in words for those who read the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownFinding {
    /// Its rule.
    pub rule: String,
    /// Its file.
    pub file: String,
    /// What it says.
    pub message: String,
    /// What it is about, if that has a name, so it is clear whether that still exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// How good what it is about was, where that can be measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<f64>,
    /// How many there are that say the same.
    pub count: usize,
}

/// The shape that is written. The first one does not say what findings are about.
const SHAPE: u32 = 2;

impl Baseline {
    /// A baseline of a run with settings that knows nothing yet.
    pub fn new(settings: &Settings) -> Self {
        let settings = settings.named().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { shape: SHAPE, settings, findings: BTreeMap::new(), coverage: BTreeMap::new() }
    }

    /// Takes in a finding of a file that is called so.
    pub fn add(&mut self, file: &str, finding: &Diagnostic) {
        if finding.rule.severity() == Severity::Error {
            return;
        }
        let known = KnownFinding {
            rule: finding.rule.id().to_owned(),
            file: file.to_owned(),
            message: finding.message.clone(),
            subject: finding.subject.clone(),
            measure: finding.measure,
            count: 0,
        };
        self.findings.entry(finding.fingerprint_in(file)).or_insert(known).count += 1;
    }

    /// Adds the coverage of a target of a file with this name.
    pub fn add_coverage(&mut self, file: &str, coverage: &TargetCoverage) {
        let figure = Figure::of(&coverage.tally);
        self.coverage.entry(file.to_owned()).or_default().insert(coverage.target.to_string(), figure);
    }

    /// Whether this program reads such a file.
    pub fn is_readable(&self) -> bool {
        (1..=SHAPE).contains(&self.shape)
    }

    /// The editions of which it knows where a file stood.
    pub fn targets(&self, file: &str) -> Vec<EditionId> {
        let known = self.coverage.get(file).into_iter().flat_map(BTreeMap::keys);
        known.filter_map(|target| EditionId::parse(target).ok()).collect()
    }

    /// Removes the findings that it knows and that have not got worse, marks the others with their relation to it, and
    /// says what changed. Of a coverage that is too low and also got worse, only the first is reported.
    pub fn compare(&self, findings: &mut Vec<Diagnostic>, with: &Comparison<'_>) -> BaselineChanges {
        let mut changes = BaselineChanges::default();
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        findings.retain_mut(|finding| {
            // What is about a coverage is counted with coverages.
            let Some(file) = with.names.get(&finding.span.file).filter(|_| finding.rule != Rule::CoverageFell) else {
                return true;
            };
            let fingerprint = finding.fingerprint_in(file);
            let known = self.findings.get(&fingerprint).filter(|_| finding.rule.severity() != Severity::Error);
            let before = seen.entry(fingerprint).or_default();
            let known = known.filter(|known| *before < known.count);
            *before += 1;
            let was = known.and_then(|known| known.measure);
            let progress = match known {
                Some(_) => measured(was, finding.measure),
                None => Some(Progress::New),
            };
            let Some(progress) = progress else {
                changes.unchanged += 1;
                return false;
            };
            let rule = finding.rule.id();
            finding.since = if progress == Progress::New {
                Some(BaselineState::New)
            } else if progress == Progress::Worsened {
                let was = was.map(|was| measure_in_words(rule, was));
                Some(BaselineState::Changed { word: progress.name(), was })
            } else {
                None
            };
            changes.findings.push(FindingChange {
                progress,
                file: file.clone(),
                rule: rule.to_owned(),
                message: finding.message.clone(),
                before: was,
                after: finding.measure,
            });
            finding.since.is_some()
        });
        self.add_gone(&seen, with, &mut changes);
        changes.findings.sort_by(|left, right| {
            let key = |change: &FindingChange| (change.progress, change.file.clone(), change.rule.clone());
            key(left).cmp(&key(right))
        });
        let about = |finding: &Diagnostic| (finding.span.file, finding.subject.clone());
        let low: BTreeSet<_> =
            findings.iter().filter(|finding| finding.rule == Rule::CoverageTooLow).map(about).collect();
        findings.retain(|finding| finding.rule != Rule::CoverageFell || !low.contains(&about(finding)));
        changes
    }

    /// Adds what it knows and what was not found; `seen` says how often each was.
    fn add_gone(&self, seen: &BTreeMap<String, usize>, with: &Comparison<'_>, changes: &mut BaselineChanges) {
        let mut allowed: BTreeMap<String, usize> = BTreeMap::new();
        for finding in with.allowed {
            if let Some(file) = with.names.get(&finding.span.file) {
                *allowed.entry(finding.fingerprint_in(file)).or_default() += 1;
            }
        }
        let files: BTreeMap<&String, FileId> = with.names.iter().map(|(file, name)| (name, *file)).collect();
        for (fingerprint, known) in &self.findings {
            let count = |found: &BTreeMap<String, usize>| found.get(fingerprint).copied().unwrap_or(0);
            let gone = known.count.saturating_sub(count(seen));
            let excluded = gone.min(count(&allowed));
            let rule = Rule::find(&known.rule);
            let subject = known.subject.as_deref();
            // Without what findings are about, as in the first shape, it is unknown why one is gone.
            let fate = match (files.get(&known.file), rule) {
                (Some(file), Some(rule)) if self.shape >= SHAPE => (with.fate)(*file, rule, subject),
                (_, _) => None,
            };
            let change = |progress| FindingChange {
                progress,
                file: known.file.clone(),
                rule: known.rule.clone(),
                message: known.message.clone(),
                before: known.measure,
                after: None,
            };
            changes.findings.extend(std::iter::repeat_n(change(Progress::Excluded), excluded));
            match fate {
                Some(fate) => changes.findings.extend(std::iter::repeat_n(change(fate), gone - excluded)),
                None => changes.uncompared += gone - excluded,
            }
        }
    }

    /// The earlier and the present coverage of a target of a file.
    pub fn coverage_change(&self, file: &str, coverage: &TargetCoverage) -> CoverageChange {
        let before = self.coverage.get(file).and_then(|of| of.get(coverage.target.as_str())).copied();
        let after = Figure::of(&coverage.tally);
        CoverageChange {
            progress: before.map_or(Some(Progress::New), |before| Figure::progress(before, after)),
            file: file.to_owned(),
            target: coverage.target.clone(),
            before,
            after,
        }
    }

    /// The finding that the certain coverage of a target has got worse.
    pub fn regression(&self, file: &str, coverage: &TargetCoverage) -> Option<Diagnostic> {
        let CoverageChange { progress, before, after, .. } = self.coverage_change(file, coverage);
        let (progress, before) = (progress?, before?);
        match progress {
            Progress::Worsened | Progress::Reopened | Progress::Excluded => {}
            Progress::Completed
            | Progress::Improved
            | Progress::New
            | Progress::Withdrawn
            | Progress::Included
            | Progress::Updated => return None,
        }
        let target = &coverage.target;
        let message = match (before.shares()?, after.shares()) {
            (_, None) => {
                format!("no requirement of {target} applies any more; in the baseline {} applied", before.applicable)
            }
            (was, Some(is)) => {
                let (what, was, is) = match is.0 + SAME < was.0 {
                    true => ("full", was.0, is.0),
                    false => ("full or partial", was.1, is.1),
                };
                format!(
                    "of {} of {target}, {} {what}; in the baseline it was {} of {}",
                    counted(after.applicable, "requirement", "requirements"),
                    format_args!("{} {}", percent(is), if after.applicable == 1 { "is" } else { "are" }),
                    percent(was),
                    before.applicable
                )
            }
        };
        let help = "`xwalk diff` of the earlier and this assessment shows why; --write-baseline accepts it";
        let finding =
            Diagnostic::new(Rule::CoverageFell, coverage.span, message).help(help).subject(target.to_string());
        Some(finding.since(BaselineState::Changed { word: progress.name(), was: None }))
    }
}

/// What a baseline is compared with, in addition to the findings.
pub struct Comparison<'a> {
    /// The files that were checked, by the names of the baseline.
    pub names: &'a BTreeMap<FileId, String>,
    /// The findings that comments allow.
    pub allowed: &'a [Diagnostic],
    /// What happened to what is no longer found.
    pub fate: &'a Fate<'a>,
}

/// What happened to a finding of a file and a rule, about something if that has a name; nothing if it was not checked.
pub type Fate<'a> = dyn Fn(FileId, Rule, Option<&str>) -> Option<Progress> + 'a;
