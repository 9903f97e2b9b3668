//! The gates of the assessments that are sound.

use std::collections::{BTreeMap, BTreeSet};

use crate::changes::{CoverageChange, Gate, TargetCoverage, Verdict};
use crate::crosswalk::Crosswalk;
use crate::diagnostic::{Diagnostic, Refusal, Rule, Severity};
use crate::load::{self, Everything};
use crate::model::{EditionId, Status};
use crate::query::{
    Assessed, Case, Progress, Settings, assessed_before_amendments, contradictions, suspect_rows, suspect_statements,
};
use crate::report::Basis;
use crate::source::{FileId, Sources};

use super::unfit::unfit;

/// The earlier coverage of assessments, as in a baseline.
pub trait EarlierCoverage {
    /// The editions of which it knows where an assessment stood.
    fn targets(&self, file: FileId) -> Vec<EditionId>;

    /// The earlier and the present coverage of a target of an assessment.
    fn coverage_change(&self, file: FileId, coverage: &TargetCoverage) -> Option<CoverageChange>;

    /// The finding that the certain coverage of a target has got worse.
    fn regression(&self, file: FileId, coverage: &TargetCoverage) -> Option<Diagnostic>;
}

/// What came of looking at gates.
#[derive(Debug, Default)]
pub struct Judged {
    /// What the assessments say otherwise than follows, the gates that they miss, and what fell below the baseline.
    pub findings: Vec<Diagnostic>,
    /// The coverage of each target of each assessment.
    pub coverages: Vec<(FileId, TargetCoverage)>,
    /// What happened to that since the baseline.
    pub coverage_changes: Vec<CoverageChange>,
    /// The settings that it depends on.
    pub basis: Basis,
    /// The assessments that were checked, each with its gates.
    gates: BTreeMap<FileId, BTreeSet<Rule>>,
    /// What was measured and meets the minimum.
    held: BTreeMap<FileId, BTreeSet<(Rule, String)>>,
    /// The statement on each clause.
    statuses: BTreeMap<FileId, BTreeMap<String, Status>>,
    /// The assessments that were not checked.
    unsound: BTreeSet<FileId>,
}

impl Judged {
    /// Checks every assessment without errors, if the library has none either. `is_measured` requests the coverage of
    /// targets.
    pub fn new(
        gate: &Gate,
        settings: &Settings,
        sources: &Sources,
        everything: &Everything,
        findings: &[Diagnostic],
        known: Option<&dyn EarlierCoverage>,
        is_measured: bool,
    ) -> Result<Self, Refusal> {
        // What cannot be read is reported, and hides nothing of what can be.
        let is_fault =
            |finding: &&Diagnostic| finding.severity() == Severity::Error && finding.rule != Rule::Unreadable;
        let errors = findings.iter().filter(is_fault);
        let faulty: BTreeSet<FileId> = errors.map(|finding| finding.span.file).collect();
        let files: BTreeSet<FileId> = everything.assessments.iter().map(|(file, ..)| *file).collect();
        let is_assessment = |file: &FileId| files.contains(file) || load::is_assessment(sources.get(*file).text());
        let is_library_sound = faulty.iter().all(is_assessment);
        let unsound = if is_library_sound { &files & &faulty } else { files.clone() };
        let mut judged = Self { unsound, ..Self::default() };
        if is_library_sound {
            judged.findings.extend(suspect_rows(&everything.library));
        }
        let selection = settings.selection(&everything.library)?;
        gate.validate(&everything.library)?;
        if judged.unsound == files {
            return Ok(judged);
        }
        let crosswalk = Crosswalk::new(&everything.library, &selection);
        let case = Case { sources, library: &everything.library, crosswalk: &crosswalk, settings };
        judged.basis = case.basis([], []);
        for (file, written, assessment) in &everything.assessments {
            if judged.unsound.contains(file) {
                continue;
            }
            let case = Assessed { case, assessment, file: *file };
            let unfit = if gate.asks_for_files(case) { unfit(assessment, *file, sources) } else { BTreeMap::new() };
            judged.findings.extend(contradictions(case));
            judged.findings.extend(assessed_before_amendments(case));
            judged.findings.extend(suspect_statements(case));
            let Verdict { missed, held } = gate.judge(case, written, &unfit)?;
            judged.findings.extend(missed);
            judged.held.insert(*file, held);
            let statuses = assessment.statements().map(|(clause, statement)| (clause.to_string(), statement.status));
            judged.statuses.insert(*file, statuses.collect());
            let mut gates = gate.enabled_rules(case);
            if is_measured || known.is_some() {
                let targets = known.map(|known| known.targets(*file)).unwrap_or_default();
                for coverage in gate.target_coverages(case, written, &targets)? {
                    judged.findings.extend(known.and_then(|known| known.regression(*file, &coverage)));
                    judged.coverage_changes.extend(known.and_then(|known| known.coverage_change(*file, &coverage)));
                    judged.coverages.push((*file, coverage));
                }
                gates.extend(known.map(|_| Rule::CoverageFell));
            }
            judged.gates.insert(*file, gates);
        }
        Ok(judged)
    }

    /// How many assessments were not checked.
    pub fn unjudged(&self) -> usize {
        self.unsound.len()
    }

    /// What happened to a finding of a sound run that is no longer found: it is completed if what it was about is still
    /// stated or required. Nothing if the rule was not checked.
    pub fn fate(&self, file: FileId, rule: Rule, subject: Option<&str>) -> Option<Progress> {
        if !self.has_judged(file, rule) {
            return None;
        }
        let Some(subject) = subject else { return Some(Progress::Completed) };
        let is_measured = matches!(rule, Rule::CoverageTooLow | Rule::ChapterCoverageTooLow | Rule::ConfidenceTooLow);
        if is_measured {
            let is_held = self.held.get(&file).is_some_and(|held| held.contains(&(rule, subject.to_owned())));
            return Some(if is_held { Progress::Completed } else { Progress::Withdrawn });
        }
        Some(match self.statuses.get(&file)?.get(subject) {
            Some(Status::Implemented | Status::Partial | Status::Planned | Status::NotImplemented) => {
                Progress::Completed
            }
            Some(Status::NotApplicable) => Progress::Excluded,
            None => Progress::Withdrawn,
        })
    }

    /// Whether a rule was checked in a file: required gates, and what follows from statements, only if an
    /// assessment is sound.
    pub fn has_judged(&self, file: FileId, rule: Rule) -> bool {
        if rule.is_of_audit() {
            return false;
        }
        let is_gate = rule.severity() == Severity::Gate;
        let is_inferred = matches!(
            rule,
            Rule::StatementsContradict
                | Rule::StatedAboveInferred
                | Rule::StatedBelowInferred
                | Rule::StatedBelowPresumed
        );
        match self.gates.get(&file) {
            Some(gates) => !is_gate || gates.contains(&rule),
            None => !(self.unsound.contains(&file) && (is_gate || is_inferred)),
        }
    }
}
