//! Accepted findings and coverage, so that only what got worse is reported.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::EditionId;
use crate::query::judge::gate::TargetCoverage;
use crate::query::settings::Settings;
use crate::query::tally::percent;
use crate::query::words::counted;

/// The findings and the coverage of a run. Files are named from the folder of the baseline where they stand below it.
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
    /// How good what it is about was, where that can be measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<f64>,
    /// How many there are that say the same.
    pub count: usize,
}

/// A coverage as counts: full requirements, partial ones, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// How many are full.
    pub full: usize,
    /// How many are partial.
    pub partial: usize,
    /// How many apply.
    pub applicable: usize,
}

/// The only shape there is.
const SHAPE: u32 = 1;

/// How far measures may differ and be called the same.
const SAME: f64 = 1e-9;

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
            measure: finding.measure,
            count: 0,
        };
        self.findings.entry(finding.fingerprint_in(file)).or_insert(known).count += 1;
    }

    /// Takes in where a target of a file that is called so stands.
    pub fn add_coverage(&mut self, file: &str, coverage: &TargetCoverage) {
        let tally = &coverage.tally;
        let figure = Figure { full: tally.full, partial: tally.partial, applicable: tally.applicable };
        self.coverage.entry(file.to_owned()).or_default().insert(coverage.target.to_string(), figure);
    }

    /// Whether this program reads such a file.
    pub fn is_readable(&self) -> bool {
        self.shape == SHAPE
    }

    /// The editions of which it knows where a file stood.
    pub fn targets(&self, file: &str) -> Vec<EditionId> {
        let known = self.coverage.get(file).into_iter().flat_map(BTreeMap::keys);
        known.filter_map(|target| EditionId::parse(target).ok()).collect()
    }

    /// Whether it knows a finding of a file, after so many that say the same, and what that is about has not got worse.
    pub fn contains(&self, file: &str, finding: &Diagnostic, before: usize) -> bool {
        let known = self.findings.get(&finding.fingerprint_in(file)).filter(|known| before < known.count);
        let worse = |known: &KnownFinding| match (known.measure, finding.measure) {
            (Some(was), Some(is)) => is + SAME < was,
            (None, _) | (_, None) => false,
        };
        finding.rule.severity() != Severity::Error && known.is_some_and(|known| !worse(known))
    }

    /// The finding that the guaranteed coverage of a target has fallen.
    pub fn regression(&self, file: &str, coverage: &TargetCoverage) -> Option<Diagnostic> {
        let before = self.coverage.get(file)?.get(coverage.target.as_str()).filter(|figure| figure.applicable > 0)?;
        let share = |count: usize, of: usize| count as f64 / of as f64;
        let certain = |full: usize, partial: usize, of: usize| (share(full, of), share(full + partial, of));
        let was = certain(before.full, before.partial, before.applicable);
        let (target, tally) = (&coverage.target, &coverage.tally);
        let message = if tally.applicable == 0 {
            format!("no requirement of {target} applies any more; by the baseline {} did", before.applicable)
        } else {
            let is = certain(tally.full, tally.partial, tally.applicable);
            let (what, was, is) = match (is.0 + SAME < was.0, is.1 + SAME < was.1) {
                (true, _) => ("full", was.0, is.0),
                (false, true) => ("full or partial", was.1, is.1),
                (false, false) => return None,
            };
            format!(
                "of {} of {target}, {} {what}, and by the baseline it was {} of {}",
                counted(tally.applicable, "requirement", "requirements"),
                format_args!("{} {}", percent(is), if tally.applicable == 1 { "is" } else { "are" }),
                percent(was),
                before.applicable
            )
        };
        let help = "`xwalk diff` of the earlier and this assessment says why; --write-baseline accepts it";
        Some(Diagnostic::new(Rule::CoverageFell, coverage.span, message).help(help).subject(target.to_string()))
    }
}
