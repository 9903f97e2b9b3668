//! The gates of an assessment's policy, and of the command line, that are missed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use clap::ValueEnum;
use jiff::civil::Date;

use crate::crosswalk::Level;
use crate::diagnostic::Refusal;
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::name;
use crate::load::raw;
use crate::model::{Confidence, EditionId, Figure, Library, Percent, Status, Unfit};
use crate::query::case::Assessed;
use crate::query::coverage::{self, Group};
use crate::query::grouping::TOTAL;
use crate::query::stated::effective_statements;
use crate::query::tally::{Tally, percent};
use crate::query::words::counted;
use crate::source::Span;

/// Gates in addition to those of the policy; if both concern the same, these count, in every assessment that is
/// checked.
#[derive(Debug, Clone, Default, PartialEq, clap::Args)]
pub struct Gate {
    /// The minimum coverage of an edition in percent, instead of the minimum of the policy; PERCENT alone is for every
    /// target
    #[arg(long, value_name = "[EDITION=]PERCENT", help_heading = "Gates")]
    pub min_coverage: Vec<String>,
    /// The minimum coverage of every chapter of an edition in percent; PERCENT alone is for every target
    #[arg(long, value_name = "[EDITION=]PERCENT", help_heading = "Gates")]
    pub min_chapter_coverage: Vec<String>,
    /// The figure that is measured [default: that of the policy, else lower, which is guaranteed]
    #[arg(long, value_name = "FIGURE", help_heading = "Gates")]
    pub on: Option<FigureName>,
    /// No clause may be open after its due date
    #[arg(long, help_heading = "Gates")]
    pub no_overdue: bool,
    /// Every clause stated as implemented has to have evidence
    #[arg(long, help_heading = "Gates")]
    pub require_evidence: bool,
    /// Every path under evidence must point to a file in or below the folder of the assessment
    #[arg(long, help_heading = "Gates")]
    pub evidence_exists: bool,
    /// The maximum age of statements in days
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500), help_heading = "Gates")]
    pub max_age: Option<u32>,
    /// No answer may depend on a row below this confidence: low, medium or high
    #[arg(long, value_name = "CONFIDENCE", value_parser = crate::query::settings::confidence, help_heading = "Gates")]
    pub require_confidence: Option<Confidence>,
    /// The day with which other days are compared [default: the assessment's date]
    #[arg(long, value_name = "DATE", value_parser = crate::query::settings::day, help_heading = "Gates")]
    pub today: Option<Date>,
}

/// A figure of a coverage as on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FigureName {
    /// What is guaranteed: only full requirements
    Lower,
    /// Full requirements and the weighted partial ones
    Middle,
    /// What is possible: also presumed requirements
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
pub struct TargetCoverage {
    /// The target.
    pub target: EditionId,
    /// Its count.
    pub tally: Tally,
    /// Where the assessment names it as a target; its start if it does not.
    pub span: Span,
}

/// The rule for evidence that does not point to a file, what is wrong, and how to correct it.
fn unfit_in_words(unfit: Unfit) -> (Rule, &'static str, &'static str) {
    match unfit {
        Unfit::Missing => (Rule::EvidenceNotFound, "does not exist", "paths start from the folder of the assessment"),
        Unfit::Folder => (
            Rule::EvidenceOutOfPlace,
            "is a folder, but evidence must be a file",
            "name the files in it that are the evidence",
        ),
        Unfit::Special => (
            Rule::EvidenceOutOfPlace,
            "is a device or a pipe, but evidence must be a file",
            "name the file that is the evidence",
        ),
        Unfit::Outside => (
            Rule::EvidenceOutOfPlace,
            "points outside the folder of the assessment",
            "put a copy next to or below the assessment, or give a web address",
        ),
    }
}

/// The result of checking the gates of an assessment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verdict {
    /// The gates that are missed.
    pub missed: Vec<Diagnostic>,
    /// What was measured and meets the minimum, each by its rule and what is measured, as a finding would name it.
    pub held: BTreeSet<(Rule, String)>,
}

/// The minimum coverage of a target, and where that is stated.
#[derive(Debug, Clone, Copy)]
struct Threshold(Percent, Span);

impl Gate {
    /// The gates that an assessment misses and holds. `written` is the same assessment with its places, `unfit` the paths under
    /// evidence that are not files, each with what it points to, if that was checked.
    pub fn judge(
        &self,
        case: Assessed<'_>,
        written: &raw::Assessment,
        unfit: &BTreeMap<String, Unfit>,
    ) -> Result<Verdict, Refusal> {
        let mut verdict = Verdict::default();
        self.judge_coverage(case, written, &mut verdict)?;
        verdict.missed.extend(self.overdue(case, written));
        verdict.missed.extend(self.evidence(case, written, unfit));
        verdict.missed.extend(self.outdated(case, written));
        self.judge_confidence(case, written, &mut verdict)?;
        Ok(verdict)
    }

    /// Refuses options that say nothing that could be measured.
    pub fn validate(&self, library: &Library) -> Result<(), Refusal> {
        let options = self.min_coverage.iter().chain(&self.min_chapter_coverage);
        options.into_iter().try_for_each(|option| parse_threshold(option, library).map(drop))
    }

    /// Whether paths under evidence have to be checked.
    pub fn asks_for_files(&self, case: Assessed<'_>) -> bool {
        self.evidence_exists || case.assessment.policy.evidence_exists
    }

    /// The required gates: by the policy, or here.
    pub fn enabled_rules(&self, case: Assessed<'_>) -> BTreeSet<Rule> {
        let policy = &case.assessment.policy;
        let gates = [
            (Rule::CoverageTooLow, !self.min_coverage.is_empty() || !policy.min_coverage.is_empty()),
            (
                Rule::ChapterCoverageTooLow,
                !self.min_chapter_coverage.is_empty() || !policy.min_chapter_coverage.is_empty(),
            ),
            (Rule::Overdue, self.no_overdue || policy.no_overdue),
            (Rule::EvidenceMissing, self.require_evidence || policy.evidence_required),
            (Rule::EvidenceNotFound, self.asks_for_files(case)),
            (Rule::EvidenceOutOfPlace, self.asks_for_files(case)),
            (Rule::StatusTooOld, self.max_age.or(policy.max_age).is_some()),
            (Rule::ConfidenceTooLow, self.require_confidence.or(policy.min_confidence).is_some()),
        ];
        gates.into_iter().filter(|(_, is_asked)| *is_asked).map(|(rule, _)| rule).collect()
    }

    /// The coverage of every target, every edition with a gate, and every one of `known`, as far as it exists.
    pub fn target_coverages(
        &self,
        case: Assessed<'_>,
        written: &raw::Assessment,
        known: &[EditionId],
    ) -> Result<Vec<TargetCoverage>, Refusal> {
        let mut editions = self.editions(case)?;
        editions.extend(known.iter().cloned());
        let chapters = chapters(case, &editions);
        let spans = target_spans(case, written);
        let total = |group: &&Group| group.name == TOTAL;
        let coverage = |group: &Group| TargetCoverage {
            target: group.edition.clone(),
            tally: group.tally,
            span: spans.get(&group.edition).copied().unwrap_or(Span::start_of(case.file)),
        };
        Ok(chapters.iter().filter(total).map(coverage).collect())
    }

    /// Each edition that is a target or has a gate.
    fn editions(&self, case: Assessed<'_>) -> Result<BTreeSet<EditionId>, Refusal> {
        let policy = &case.assessment.policy;
        let of_policy = policy.min_coverage.keys().chain(policy.min_chapter_coverage.keys());
        let mut editions: BTreeSet<EditionId> = case.assessment.targets.iter().chain(of_policy).cloned().collect();
        for option in self.min_coverage.iter().chain(&self.min_chapter_coverage) {
            editions.extend(parse_threshold(option, case.case.library)?.0);
        }
        Ok(editions)
    }

    fn judge_coverage(
        &self,
        case: Assessed<'_>,
        written: &raw::Assessment,
        verdict: &mut Verdict,
    ) -> Result<(), Refusal> {
        let policy = &case.assessment.policy;
        let asked = |policy: &BTreeMap<EditionId, (Percent, Span)>, options: &[String]| {
            let mut asked: BTreeMap<EditionId, Threshold> =
                policy.iter().map(|(edition, (percent, span))| (edition.clone(), Threshold(*percent, *span))).collect();
            let mut leasts: Vec<(Option<EditionId>, Percent)> =
                options.iter().map(|option| parse_threshold(option, case.case.library)).collect::<Result<_, _>>()?;
            let spans = if leasts.is_empty() { BTreeMap::new() } else { target_spans(case, written) };
            // What is asked of one edition counts more than what is asked of all.
            leasts.sort_by_key(|(edition, _)| edition.is_some());
            for (edition, percent) in leasts {
                let editions = edition.map_or_else(|| case.assessment.targets.clone(), |edition| vec![edition]);
                for edition in editions {
                    let span = spans.get(&edition).copied().unwrap_or(Span::start_of(case.file));
                    asked.insert(edition, Threshold(percent, span));
                }
            }
            Ok(asked)
        };
        let whole = asked(&policy.min_coverage, &self.min_coverage)?;
        let chapters = asked(&policy.min_chapter_coverage, &self.min_chapter_coverage)?;
        let Verdict { missed, held } = verdict;
        for (rule, options, asked) in [
            (Rule::CoverageTooLow, &self.min_coverage, &whole),
            (Rule::ChapterCoverageTooLow, &self.min_chapter_coverage, &chapters),
        ] {
            if asked.is_empty() && !options.is_empty() {
                let message = "the assessment has no target, so there is no coverage to measure";
                let help = "name editions under `targets`, or give one as EDITION=PERCENT";
                missed.push(Diagnostic::new(rule, Span::start_of(case.file), message).help(help));
            }
        }
        let figure = self.on.map_or(policy.figure, FigureName::figure);
        let weight = case.case.settings.partial_weight;
        let measured: BTreeSet<EditionId> = whole.keys().chain(chapters.keys()).cloned().collect();
        for group in self::chapters(case, &measured) {
            let is_total = group.name == TOTAL;
            let least = if is_total { whole.get(&group.edition) } else { chapters.get(&group.edition) };
            let Some(Threshold(least, span)) = least else { continue };
            let (rule, what) = if is_total {
                (Rule::CoverageTooLow, group.edition.to_string())
            } else {
                (Rule::ChapterCoverageTooLow, format!("chapter {} of {}", group.name, group.edition))
            };
            let share = match figure_value(figure, &group.tally, weight) {
                Some(share) => share,
                None if is_total && least.0 > 0.0 => {
                    let message = format!("no requirement of {what} applies, so there is no coverage to measure");
                    let help = "state what applies, or remove the edition from the gates";
                    missed.push(Diagnostic::new(rule, *span, message).help(help).subject(what).measure(0.0));
                    continue;
                }
                // A chapter of which nothing applies has nothing to cover.
                None => continue,
            };
            if share * 100.0 + 1e-9 >= least.0 {
                held.insert((rule, what));
                continue;
            }
            let message = format!(
                "the coverage of {what} is {} {} of {}, but {} % is required",
                in_words(figure),
                percent(share),
                counted(group.tally.applicable, "requirement", "requirements"),
                least.0
            );
            let help = "`xwalk gap` shows what is open, `xwalk plan` what improves the coverage most";
            missed.push(Diagnostic::new(rule, *span, message).help(help).subject(what).measure(share));
        }
        Ok(())
    }

    /// The day that days are compared with; else the finding that there is none.
    fn today(&self, case: Assessed<'_>, rule: Rule, what: &str) -> Result<Date, Vec<Diagnostic>> {
        self.today.or(case.assessment.date).ok_or_else(|| {
            let message = format!("no date is given to compare {what} with");
            let help = "add --today DATE, or `date: …` to the assessment";
            vec![Diagnostic::new(rule, Span::start_of(case.file), message).help(help)]
        })
    }

    fn overdue(&self, case: Assessed<'_>, written: &raw::Assessment) -> Vec<Diagnostic> {
        let has_days = case.assessment.statements().any(|(_, statement)| statement.due.is_some());
        if !(self.no_overdue || case.assessment.policy.no_overdue) || !has_days {
            return Vec::new();
        }
        let today = match self.today(case, Rule::Overdue, "due dates") {
            Ok(today) => today,
            Err(missed) => return missed,
        };
        let records = records(written);
        let mut missed = Vec::new();
        for (clause, statement) in effective_statements(case) {
            let is_open = match statement.status {
                Status::Partial | Status::Planned | Status::NotImplemented => true,
                Status::Implemented | Status::NotApplicable => false,
            };
            let Some(due) = statement.due.filter(|due| is_open && *due < today) else { continue };
            let place = records.get(&statement.span).and_then(|record| record.due.as_ref());
            let owner = statement.owner.as_ref().map(|owner| format!(", owner {owner}")).unwrap_or_default();
            let message = format!("{clause} is {} and was due on {due}{owner}", statement.status);
            missed.push(
                Diagnostic::new(Rule::Overdue, place.map_or(statement.span, |text| text.span), message)
                    .help("update the status, or agree on another due date")
                    .subject(clause.to_string()),
            );
        }
        missed
    }

    fn evidence(
        &self,
        case: Assessed<'_>,
        written: &raw::Assessment,
        unfit: &BTreeMap<String, Unfit>,
    ) -> Vec<Diagnostic> {
        let is_required = self.require_evidence || case.assessment.policy.evidence_required;
        let asks_for_files = self.asks_for_files(case);
        if !is_required && !asks_for_files {
            return Vec::new();
        }
        let records = if asks_for_files { records(written) } else { HashMap::new() };
        let mut missed = Vec::new();
        for (clause, statement) in effective_statements(case) {
            let is_blank = statement.evidence.iter().all(|evidence| evidence.trim().is_empty());
            if is_required && statement.status == Status::Implemented && is_blank {
                let message = format!("{clause} is stated as implemented without evidence");
                let help = "name the evidence under `evidence`";
                let finding = Diagnostic::new(Rule::EvidenceMissing, statement.span, message);
                missed.push(finding.help(help).subject(clause.to_string()));
                // That an empty path does not exist follows from that.
                continue;
            }
            let paths = records.get(&statement.span).map_or(&[][..], |record| &record.evidence);
            for path in paths {
                let Some(what) = unfit.get(path.value.as_str()) else { continue };
                let (rule, wrong, way_out) = unfit_in_words(*what);
                let message = format!("{} of {clause} {wrong}", path.shown());
                missed.push(Diagnostic::new(rule, path.span, message).help(way_out));
            }
        }
        missed
    }

    fn outdated(&self, case: Assessed<'_>, written: &raw::Assessment) -> Vec<Diagnostic> {
        let Some(most) = self.max_age.or(case.assessment.policy.max_age) else { return Vec::new() };
        if case.assessment.statements().next().is_none() {
            return Vec::new();
        }
        let today = match self.today(case, Rule::StatusTooOld, "the age of statements") {
            Ok(today) => today,
            Err(missed) => return missed,
        };
        let records = records(written);
        let mut missed = Vec::new();
        for (clause, statement) in effective_statements(case) {
            let Some(day) = statement.assessed.or(case.assessment.date) else {
                let message = format!("{clause} has no date of assessment");
                let help = "add `assessed: …` to it, or `date: …` to the assessment";
                let finding = Diagnostic::new(Rule::StatusTooOld, statement.span, message);
                missed.push(finding.help(help).subject(clause.to_string()));
                continue;
            };
            let age = (today - day).get_days();
            let (message, help) = if i64::from(age) > i64::from(most) {
                let message = format!(
                    "{clause} was assessed on {day}, {} ago, but only {most} {} allowed",
                    counted(age, "day", "days"),
                    if most == 1 { "is" } else { "are" }
                );
                (message, "assess it again, and give the day under `assessed`")
            } else if age < 0 {
                (
                    format!("{clause} was assessed on {day}, which is after {today}"),
                    "give the day of the last assessment",
                )
            } else {
                continue;
            };
            let place = records.get(&statement.span).and_then(|record| record.assessed.as_ref());
            let finding = Diagnostic::new(Rule::StatusTooOld, place.map_or(statement.span, |text| text.span), message);
            missed.push(finding.help(help).subject(clause.to_string()));
        }
        missed
    }

    fn judge_confidence(
        &self,
        case: Assessed<'_>,
        written: &raw::Assessment,
        verdict: &mut Verdict,
    ) -> Result<(), Refusal> {
        let Some(least) = self.require_confidence.or(case.assessment.policy.min_confidence) else {
            return Ok(());
        };
        let crosswalk = case.case.crosswalk;
        let inference = crosswalk.infer(&crosswalk.assumptions(case.assessment), case.case.settings.max_hops);
        let of_policy = written.policy.min_confidence.as_ref().filter(|_| self.require_confidence.is_none());
        let span = of_policy.map_or(Span::start_of(case.file), |text| text.span);
        let Verdict { missed, held } = verdict;
        for target in &self.editions(case)? {
            let mut tables: BTreeMap<String, usize> = BTreeMap::new();
            let mut count = 0;
            for clause in crosswalk.requirements(target).filter(|clause| inference.level(clause) > Some(Level::None)) {
                let unsure: BTreeSet<String> = inference
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
            if count == 0 {
                held.insert((Rule::ConfidenceTooLow, target.to_string()));
            } else {
                let tables: Vec<String> = tables.iter().map(|(table, count)| format!("{table} ({count})")).collect();
                let message = format!(
                    "of {target}, {} on rows with a confidence below {least}: {}",
                    counted(count, "requirement depends", "requirements depend"),
                    tables.join(", ")
                );
                let help =
                    "--min-confidence leaves such rows out; a table of your own, reviewed by you, can replace them";
                let finding = Diagnostic::new(Rule::ConfidenceTooLow, span, message).help(help);
                missed.push(finding.subject(target.to_string()).measure(-(count as f64)));
            }
        }
        Ok(())
    }
}

/// The counts of every chapter and of the whole of editions.
fn chapters(case: Assessed<'_>, editions: &BTreeSet<EditionId>) -> Vec<Group> {
    if editions.is_empty() {
        return Vec::new();
    }
    let crosswalk = case.case.crosswalk;
    let inference = crosswalk.infer(&crosswalk.assumptions(case.assessment), case.case.settings.max_hops);
    let catalogs = editions.iter().filter_map(|edition| case.case.library.catalog(edition));
    catalogs.flat_map(|catalog| coverage::chapters(catalog, crosswalk, &inference)).collect()
}

/// Where the assessment first names each edition as a target.
fn target_spans(case: Assessed<'_>, written: &raw::Assessment) -> BTreeMap<EditionId, Span> {
    let mut spans = BTreeMap::new();
    for text in &written.targets {
        if let Ok(catalog) = name::edition(&text.value, case.case.library) {
            spans.entry(catalog.id.clone()).or_insert(text.span);
        }
    }
    spans
}

/// A figure of a count.
pub(super) fn figure_value(figure: Figure, tally: &Tally, weight: f64) -> Option<f64> {
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

/// The records of statements as written, by the places of their clauses.
fn records(written: &raw::Assessment) -> HashMap<Span, &raw::Record> {
    written.statuses.iter().flat_map(|(_, records)| records).map(|record| (record.id.span, record)).collect()
}

/// `iso-9001:2008=60`, or `60` for every target.
fn parse_threshold(option: &str, library: &Library) -> Result<(Option<EditionId>, Percent), Refusal> {
    let (edition, number) = match option.rsplit_once('=') {
        Some((edition, number)) => (Some(name::edition(edition, library)?.id.clone()), number),
        None => (None, option),
    };
    match number.trim().trim_end_matches('%').trim_end().parse::<f64>() {
        Ok(percent) if (0.0..=100.0).contains(&percent) => Ok((edition, Percent(percent))),
        Ok(_) | Err(_) => Err(Refusal {
            message: format!("{number} is not a percentage"),
            help: Some("write PERCENT or EDITION=PERCENT, such as iso-9001:2008=60".to_owned()),
        }),
    }
}
