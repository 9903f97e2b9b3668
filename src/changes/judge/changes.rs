//! What happened to what a baseline knows.

use super::figure::Figure;
use crate::diagnostic::Rule;
use crate::model::EditionId;
use crate::query::progress::Progress;
use crate::query::tally::percent;
use crate::query::words::counted;
use crate::report::{Cell, Column, Part, Table, Tone};

/// What happened to what a baseline knows, and what is there besides.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BaselineChanges {
    /// The findings that are not as they were, by what happened to them, file and rule.
    pub findings: Vec<FindingChange>,
    /// How many findings are as they were.
    pub unchanged: usize,
    /// How many findings of the baseline were not checked, so nothing is known about them.
    pub uncompared: usize,
    /// The coverage of every target of every assessment that was checked.
    pub coverages: Vec<CoverageChange>,
}

/// A finding that is not as it was. It is completed if it is gone; withdrawn if what it was about is no longer stated
/// or required; excluded if a comment allows it, or its clause does not apply.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingChange {
    /// What happened to it.
    pub progress: Progress,
    /// Its file, as the baseline calls it.
    pub file: String,
    /// The id of its rule.
    pub rule: String,
    /// What it says, or said.
    pub message: String,
    /// How good what it is about was, where that can be measured.
    pub before: Option<f64>,
    /// How good that is.
    pub after: Option<f64>,
}

/// The earlier and the present coverage of a target.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageChange {
    /// What happened to it; nothing where it is as it was.
    pub progress: Option<Progress>,
    /// The assessment, as the baseline calls it.
    pub file: String,
    /// The target.
    pub target: EditionId,
    /// Its counts by the baseline, where that knows it.
    pub before: Option<Figure>,
    /// Its counts.
    pub after: Figure,
}

/// A measure as its rule's message has it.
pub(super) fn measure_in_words(rule: &str, measure: f64) -> String {
    if rule == Rule::ConfidenceTooLow.id() {
        // It counts what is not as it should be, and more is better.
        counted(-measure as usize, "requirement", "requirements")
    } else {
        percent(measure)
    }
}

/// A line of the table.
struct Line {
    progress: Option<Progress>,
    what: &'static str,
    file: String,
    rule: String,
    about: String,
    before: String,
    after: String,
}

const COLUMNS: &[Column<Line>] = &[
    Column::new("kind", "Kind", |line| line.progress.map_or(Cell::word("unchanged", Tone::Quiet), Progress::cell)),
    Column::new("what", "What", |line| Cell::word(line.what, Tone::Plain)),
    Column::new("file", "File", |line| Cell::text(&line.file)),
    Column::new("rule", "Rule", |line| Cell::text(&line.rule)),
    Column::new("about", "About", |line| Cell::text(&line.about)),
    Column::new("before", "Baseline", |line| Cell::text(&line.before)),
    Column::new("after", "Now", |line| Cell::text(&line.after)),
];

impl BaselineChanges {
    /// The sentences that count the changes; only words that occur.
    pub(super) fn in_words(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        let known = self.unchanged + self.findings.iter().filter(|one| one.progress == Progress::Improved).count();
        let hidden = match known {
            0 => String::new(),
            known => format!(" {} not shown.", counted(known, "known finding is", "known findings are")),
        };
        sentences.push(match self.findings.len() {
            0 => format!("Since the baseline no finding changed.{hidden}"),
            all => format!(
                "Since the baseline {} changed: {}.{hidden}",
                counted(all, "finding", "findings"),
                Progress::counted(self.findings.iter().map(|change| change.progress))
            ),
        });
        let changed: Vec<Progress> = self.coverages.iter().filter_map(|change| change.progress).collect();
        match (self.coverages.is_empty(), changed.len()) {
            (true, _) => {}
            (false, 0) => sentences.push("Since the baseline no coverage of a target changed.".to_owned()),
            (false, all) => sentences.push(format!(
                "Since the baseline the coverage of {} changed: {}.",
                counted(all, "target", "targets"),
                Progress::counted(changed)
            )),
        }
        if self.uncompared > 0 {
            sentences.push(format!(
                "{} of the baseline could not be compared: this run did not check {}.",
                counted(self.uncompared, "finding", "findings"),
                if self.uncompared == 1 { "it" } else { "them" }
            ));
        }
        sentences
    }

    /// What changed, a line each, and every coverage.
    pub(super) fn part(&self) -> Part {
        let measure = |change: &FindingChange, measure: Option<f64>| {
            measure.map(|measure| measure_in_words(&change.rule, measure)).unwrap_or_default()
        };
        let findings = self.findings.iter().map(|change| Line {
            progress: Some(change.progress),
            what: "finding",
            file: change.file.clone(),
            rule: change.rule.clone(),
            about: change.message.clone(),
            before: measure(change, change.before),
            after: measure(change, change.after),
        });
        let coverages = self.coverages.iter().map(|change| Line {
            progress: change.progress,
            what: "coverage",
            file: change.file.clone(),
            rule: String::new(),
            about: change.target.to_string(),
            before: change.before.map(Figure::in_words).unwrap_or_default(),
            after: change.after.in_words(),
        });
        let lines: Vec<Line> = coverages.chain(findings).collect();
        Part::Table(Table::of("baseline", "Since the baseline", COLUMNS, &lines))
    }
}
