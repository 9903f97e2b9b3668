//! What is known and lived with, so that only what gets worse is told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::gate::Standing;
use super::tally::percent;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::{FileId, Sources, Span};

/// The findings and the coverage of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Baseline {
    /// The version of the shape of this file.
    #[serde(rename = "xwalk-baseline")]
    pub shape: u32,
    /// The findings by their fingerprints; errors are none of them.
    pub findings: BTreeMap<String, Known>,
    /// The guaranteed coverage of each target, by file.
    pub coverage: BTreeMap<String, BTreeMap<String, Figure>>,
}

/// A finding that is known, in words for those who read the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Its rule.
    pub rule: String,
    /// Its file.
    pub file: String,
    /// What it says.
    pub message: String,
}

/// A coverage as counts: full requirements, certain ones, possible ones, of how many.
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

impl Baseline {
    /// The baseline of a run; `standings` are those of each assessment.
    pub fn new(sources: &Sources, findings: &[Diagnostic], standings: &[(FileId, Vec<Standing>)]) -> Self {
        let known = |finding: &Diagnostic| Known {
            rule: finding.rule.id().to_owned(),
            file: sources.get(finding.span.file).name().to_owned(),
            message: finding.message.clone(),
        };
        let findings = findings.iter().filter(|finding| finding.severity() != Severity::Error);
        let figures = |standings: &[Standing]| {
            standings
                .iter()
                .map(|standing| {
                    let (full, partial) = (standing.tally.full, standing.tally.partial);
                    (standing.target.to_string(), Figure { full, partial, applicable: standing.tally.applicable })
                })
                .collect()
        };
        Self {
            shape: SHAPE,
            findings: findings.map(|finding| (finding.fingerprint(sources), known(finding))).collect(),
            coverage: standings
                .iter()
                .map(|(file, standings)| (sources.get(*file).name().to_owned(), figures(standings)))
                .collect(),
        }
    }

    /// Whether this program reads such a file.
    pub fn is_readable(&self) -> bool {
        self.shape == SHAPE
    }

    /// Takes out what is known; a coverage that is too low counts as known as long as it does not fall. Hands back how
    /// many findings were known.
    pub fn apply(
        &self,
        sources: &Sources,
        findings: &mut Vec<Diagnostic>,
        standings: &[(FileId, Vec<Standing>)],
    ) -> usize {
        let before = findings.len();
        findings.retain(|finding| {
            let is_known = match finding.rule {
                Rule::CoverageTooLow | Rule::ChapterCoverageTooLow => {
                    self.coverage.contains_key(sources.get(finding.span.file).name())
                }
                _ => self.findings.contains_key(&finding.fingerprint(sources)),
            };
            finding.severity() == Severity::Error || !is_known
        });
        let known = before - findings.len();
        for (file, standings) in standings {
            let Some(figures) = self.coverage.get(sources.get(*file).name()) else { continue };
            findings.extend(standings.iter().filter_map(|standing| fell(*file, standing, figures)));
        }
        known
    }
}

/// The finding that less of a target is certain than it was.
fn fell(file: FileId, standing: &Standing, figures: &BTreeMap<String, Figure>) -> Option<Diagnostic> {
    let before = figures.get(standing.target.as_str()).filter(|figure| figure.applicable > 0)?;
    let share = |count: usize, of: usize| count as f64 / of as f64;
    let certain = |full: usize, partial: usize, of: usize| (share(full, of), share(full + partial, of));
    let was = certain(before.full, before.partial, before.applicable);
    let tally = &standing.tally;
    let is = if tally.applicable == 0 { (0.0, 0.0) } else { certain(tally.full, tally.partial, tally.applicable) };
    let (what, was, is) = if is.0 + 1e-9 < was.0 {
        ("full", was.0, is.0)
    } else if is.1 + 1e-9 < was.1 {
        ("full or partial", was.1, is.1)
    } else {
        return None;
    };
    let message = format!(
        "of the {} requirements of {}, {} are {what}, and by the baseline it was {}",
        tally.applicable,
        standing.target,
        percent(is),
        percent(was)
    );
    Some(
        Diagnostic::new(Rule::CoverageFell, Span::start_of(file), message)
            .help("`xwalk diff` of the earlier and this assessment says why; --write-baseline accepts it"),
    )
}
