//! The promises of an assessment's policy, and of the command line, that are not kept.

use std::collections::{BTreeMap, BTreeSet};

use clap::ValueEnum;
use jiff::civil::Date;

use super::coverage::{self, Group};
use super::tally::{Tally, percent};
use super::words::counted;
use super::{Assessed, Unanswerable, name};
use crate::crosswalk::Level;
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::raw;
use crate::model::{Confidence, EditionId, Figure, Library, Percent, Status};
use crate::source::Span;

/// Promises beside those of the policy; where both speak, these count.
#[derive(Debug, Clone, Default, PartialEq, clap::Args)]
pub struct Gate {
    /// The least coverage of a target in percent; PERCENT alone is for every target
    #[arg(long, value_name = "[EDITION=]PERCENT", help_heading = "Gates")]
    pub min_coverage: Vec<String>,
    /// The least coverage of every chapter of a target in percent
    #[arg(long, value_name = "[EDITION=]PERCENT", help_heading = "Gates")]
    pub min_chapter_coverage: Vec<String>,
    /// The figure that is measured [default: that of the policy, else lower, which is guaranteed]
    #[arg(long, value_name = "FIGURE", help_heading = "Gates")]
    pub on: Option<FigureName>,
    /// Nothing may be open past its day
    #[arg(long, help_heading = "Gates")]
    pub no_overdue: bool,
    /// Every clause stated as implemented has to have evidence
    #[arg(long, help_heading = "Gates")]
    pub require_evidence: bool,
    /// Every path under evidence has to lead to a file
    #[arg(long, help_heading = "Gates")]
    pub evidence_exists: bool,
    /// No statement may be older than so many days
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500), help_heading = "Gates")]
    pub max_age: Option<u32>,
    /// No answer may rest on a row below this confidence: low, medium or high
    #[arg(long, value_name = "CONFIDENCE", value_parser = super::confidence, help_heading = "Gates")]
    pub require_confidence: Option<Confidence>,
    /// The day that days are compared with [default: the assessment's date]
    #[arg(long, value_name = "DATE", help_heading = "Gates")]
    pub today: Option<Date>,
}

/// A figure of a coverage as the command line knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FigureName {
    /// What is guaranteed: full requirements alone
    Lower,
    /// Full requirements and the weighted partial ones
    Middle,
    /// What is possible: presumed ones too
    Upper,
}

impl FigureName {
    fn figure(self) -> Figure {
        match self {
            Self::Lower => Figure::Lower,
            Self::Middle => Figure::Middle,
            Self::Upper => Figure::Upper,
        }
    }
}

/// The coverage of a target, for a baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The target.
    pub target: EditionId,
    /// Its count.
    pub tally: Tally,
}

/// What is asked of the coverage of a target, and where that stands.
#[derive(Debug, Clone, Copy)]
struct Least(Percent, Span);

impl Gate {
    /// The gates that an assessment misses. `written` is the same assessment with its places, `missing` the paths under
    /// evidence that lead to no file, where somebody looked.
    pub fn missed(
        &self,
        case: Assessed<'_>,
        written: &raw::Assessment,
        missing: &BTreeSet<String>,
    ) -> Result<Vec<Diagnostic>, Unanswerable> {
        let mut missed = self.low_coverage(case, written)?;
        missed.extend(self.overdue(case, written)?);
        missed.extend(self.evidence(case, written, missing));
        missed.extend(self.old(case, written)?);
        missed.extend(self.unsure(case, written));
        Ok(missed)
    }

    /// Whether paths under evidence have to be looked for.
    pub fn asks_for_files(&self, case: Assessed<'_>) -> bool {
        self.evidence_exists || case.assessment.policy.evidence_exists
    }

    /// Where every target stands, and every edition that is asked for.
    pub fn standings(&self, case: Assessed<'_>) -> Result<Vec<Standing>, Unanswerable> {
        let chapters = self.chapters(case)?;
        let total = |group: &&Group| group.name == "total";
        let standing = |group: &Group| Standing { target: group.edition.clone(), tally: group.tally };
        Ok(chapters.iter().filter(total).map(standing).collect())
    }

    /// The counts of every chapter and of the whole of each edition that is aimed at or asked for.
    fn chapters(&self, case: Assessed<'_>) -> Result<Vec<Group>, Unanswerable> {
        let policy = &case.assessment.policy;
        let of_policy = policy.min_coverage.keys().chain(policy.min_chapter_coverage.keys());
        let mut editions: Vec<EditionId> = case.assessment.targets.iter().chain(of_policy).cloned().collect();
        for option in self.min_coverage.iter().chain(&self.min_chapter_coverage) {
            editions.extend(least(option, case.case.library)?.0);
        }
        let mut seen = BTreeSet::new();
        editions.retain(|edition| seen.insert(edition.clone()));
        let crosswalk = case.case.crosswalk;
        let reach = crosswalk.reach(&crosswalk.ground(case.assessment), case.case.settings.max_hops);
        let catalogs = editions.iter().filter_map(|edition| case.case.library.catalog(edition));
        Ok(catalogs.flat_map(|catalog| coverage::chapters(catalog, crosswalk, &reach)).collect())
    }

    fn low_coverage(&self, case: Assessed<'_>, written: &raw::Assessment) -> Result<Vec<Diagnostic>, Unanswerable> {
        let policy = &case.assessment.policy;
        let asked = |policy: &BTreeMap<EditionId, (Percent, Span)>, options: &[String]| {
            let mut asked: BTreeMap<EditionId, Least> =
                policy.iter().map(|(edition, (percent, span))| (edition.clone(), Least(*percent, *span))).collect();
            for option in options {
                match least(option, case.case.library)? {
                    (Some(edition), percent) => {
                        let span = aim(case, written, &edition);
                        asked.insert(edition, Least(percent, span));
                    }
                    (None, percent) => {
                        for target in &case.assessment.targets {
                            asked.insert(target.clone(), Least(percent, aim(case, written, target)));
                        }
                    }
                }
            }
            Ok(asked)
        };
        let whole = asked(&policy.min_coverage, &self.min_coverage)?;
        let chapters = asked(&policy.min_chapter_coverage, &self.min_chapter_coverage)?;
        if whole.is_empty() && chapters.is_empty() {
            return Ok(Vec::new());
        }
        let figure = self.on.map_or(policy.on, FigureName::figure);
        let weight = case.case.settings.partial_weight;
        let mut missed = Vec::new();
        for group in self.chapters(case)? {
            let is_total = group.name == "total";
            let least = if is_total { whole.get(&group.edition) } else { chapters.get(&group.edition) };
            let share = of(figure, &group.tally, weight);
            let (Some(Least(least, span)), Some(share)) = (least, share) else { continue };
            if share * 100.0 + 1e-9 >= least.0 {
                continue;
            }
            let (rule, what) = if is_total {
                (Rule::CoverageTooLow, group.edition.to_string())
            } else {
                (Rule::ChapterCoverageTooLow, format!("chapter {} of {}", group.name, group.edition))
            };
            let message = format!(
                "the coverage of {what} is {} {} of {}, and {} % is asked for",
                in_words(figure),
                percent(share),
                counted(group.tally.applicable, "requirement", "requirements"),
                least.0
            );
            let help = "`xwalk gap` says what is open, `xwalk plan` what brings most";
            missed.push(Diagnostic::new(rule, *span, message).help(help));
        }
        Ok(missed)
    }

    fn today(&self, case: Assessed<'_>, what: &str) -> Result<Date, Unanswerable> {
        self.today.or(case.assessment.date).ok_or_else(|| Unanswerable {
            message: format!("there is no day to compare {what} with"),
            help: Some("add --today DATE, or `date: …` to the assessment".to_owned()),
        })
    }

    fn overdue(&self, case: Assessed<'_>, written: &raw::Assessment) -> Result<Vec<Diagnostic>, Unanswerable> {
        let has_days = case.assessment.statements().any(|(_, statement)| statement.due.is_some());
        if !(self.no_overdue || case.assessment.policy.no_overdue) || !has_days {
            return Ok(Vec::new());
        }
        let today = self.today(case, "due dates")?;
        let mut missed = Vec::new();
        for (clause, statement) in case.assessment.statements() {
            let is_open = match statement.status {
                Status::Partial | Status::Planned | Status::NotImplemented => true,
                Status::Implemented | Status::NotApplicable => false,
            };
            let Some(due) = statement.due.filter(|due| is_open && *due < today) else { continue };
            let place = record(written, statement.span).and_then(|record| record.due.as_ref());
            let owner = statement.owner.as_ref().map(|owner| format!(", owner {owner}")).unwrap_or_default();
            let message = format!("{clause} is {} and was due on {due}{owner}", statement.status);
            missed.push(
                Diagnostic::new(Rule::Overdue, place.map_or(statement.span, |text| text.span), message)
                    .help("state what is in place by now, or agree on another day"),
            );
        }
        Ok(missed)
    }

    fn evidence(&self, case: Assessed<'_>, written: &raw::Assessment, missing: &BTreeSet<String>) -> Vec<Diagnostic> {
        let is_required = self.require_evidence || case.assessment.policy.evidence_required;
        let mut missed = Vec::new();
        for (clause, statement) in case.assessment.statements() {
            let is_blank = statement.evidence.iter().all(|evidence| evidence.trim().is_empty());
            if is_required && statement.status == Status::Implemented && is_blank {
                let message = format!("{clause} is stated as implemented without evidence");
                let help = "name under `evidence` what shows it";
                missed.push(Diagnostic::new(Rule::EvidenceMissing, statement.span, message).help(help));
            }
            if !self.asks_for_files(case) {
                continue;
            }
            let paths = record(written, statement.span).map_or(&[][..], |record| &record.evidence);
            for path in paths.iter().filter(|path| missing.contains(path.value.as_str())) {
                let message = format!("{} leads to no file", path.shown());
                let help = "paths start from the folder of the assessment";
                missed.push(Diagnostic::new(Rule::EvidenceNotFound, path.span, message).help(help));
            }
        }
        missed
    }

    fn old(&self, case: Assessed<'_>, written: &raw::Assessment) -> Result<Vec<Diagnostic>, Unanswerable> {
        let Some(most) = self.max_age.or(case.assessment.policy.max_age) else { return Ok(Vec::new()) };
        if case.assessment.statements().next().is_none() {
            return Ok(Vec::new());
        }
        let today = self.today(case, "the age of statements")?;
        let mut missed = Vec::new();
        for (clause, statement) in case.assessment.statements() {
            let Some(day) = statement.assessed.or(case.assessment.date) else {
                let message = format!("{clause} does not say when it was assessed");
                let help = "add `assessed: …` to it, or `date: …` to the assessment";
                missed.push(Diagnostic::new(Rule::StatusTooOld, statement.span, message).help(help));
                continue;
            };
            let age = (today - day).get_days();
            if i64::from(age) > i64::from(most) {
                let place = record(written, statement.span).and_then(|record| record.assessed.as_ref());
                let message = format!("{clause} was assessed on {day}, {age} days ago, and {most} are allowed");
                missed.push(
                    Diagnostic::new(Rule::StatusTooOld, place.map_or(statement.span, |text| text.span), message)
                        .help("look again, and say when under `assessed`"),
                );
            }
        }
        Ok(missed)
    }

    fn unsure(&self, case: Assessed<'_>, written: &raw::Assessment) -> Vec<Diagnostic> {
        let Some(least) = self.require_confidence.or(case.assessment.policy.min_confidence) else { return Vec::new() };
        let crosswalk = case.case.crosswalk;
        let reach = crosswalk.reach(&crosswalk.ground(case.assessment), case.case.settings.max_hops);
        let of_policy = written.policy.min_confidence.as_ref().filter(|_| self.require_confidence.is_none());
        let span = of_policy.map_or(Span::start_of(case.file), |text| text.span);
        let mut missed = Vec::new();
        for target in &case.assessment.targets {
            let mut tables: BTreeMap<String, usize> = BTreeMap::new();
            let mut count = 0;
            for clause in crosswalk.requirements(target).filter(|clause| reach.level(clause) > Some(Level::None)) {
                let unsure: BTreeSet<String> = reach
                    .steps(clause)
                    .into_iter()
                    .filter(|step| step.relation.confidence < least)
                    .map(|step| step.table.id.to_string())
                    .collect();
                count += usize::from(!unsure.is_empty());
                for table in unsure {
                    *tables.entry(table).or_default() += 1;
                }
            }
            if count > 0 {
                let tables: Vec<String> = tables.iter().map(|(table, count)| format!("{table} ({count})")).collect();
                let message = format!(
                    "of {target}, {} on rows of a confidence below {least}: {}",
                    counted(count, "requirement rests", "requirements rest"),
                    tables.join(", ")
                );
                let help =
                    "--min-confidence leaves such rows out; a table of your own, reviewed by you, can take their place";
                missed.push(Diagnostic::new(Rule::ConfidenceTooLow, span, message).help(help));
            }
        }
        missed
    }
}

/// Where the assessment says that it aims at an edition; its beginning where it does not.
fn aim(case: Assessed<'_>, written: &raw::Assessment, edition: &EditionId) -> Span {
    let names =
        |text: &&raw::Text| name::edition(&text.value, case.case.library).is_ok_and(|found| found.id == *edition);
    written.targets.iter().find(names).map_or(Span::start_of(case.file), |text| text.span)
}

/// A figure of a count.
pub(super) fn of(figure: Figure, tally: &Tally, weight: f64) -> Option<f64> {
    match figure {
        Figure::Lower => tally.lower(),
        Figure::Middle => tally.coverage(weight),
        Figure::Upper => tally.upper(),
    }
}

fn in_words(figure: Figure) -> &'static str {
    match figure {
        Figure::Lower => "at least",
        Figure::Middle => "about",
        Figure::Upper => "at most",
    }
}

/// The record of a statement as written.
fn record(written: &raw::Assessment, span: Span) -> Option<&raw::Record> {
    written.statuses.iter().flat_map(|(_, records)| records).find(|record| record.id.span == span)
}

/// `iso-9001:2008=60`, or `60` for every target.
fn least(option: &str, library: &Library) -> Result<(Option<EditionId>, Percent), Unanswerable> {
    let (edition, number) = match option.rsplit_once('=') {
        Some((edition, number)) => (Some(name::edition(edition, library)?.id.clone()), number),
        None => (None, option),
    };
    match number.trim().trim_end_matches('%').trim_end().parse::<f64>() {
        Ok(percent) if (0.0..=100.0).contains(&percent) => Ok((edition, Percent(percent))),
        Ok(_) | Err(_) => Err(Unanswerable {
            message: format!("{number} is no percentage"),
            help: Some("write PERCENT or EDITION=PERCENT, such as iso-9001:2008=60".to_owned()),
        }),
    }
}
