//! How coverage and open items changed over several dates.

mod burn_down;
mod page;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Refusal};
use crate::load::name;
use crate::model::{Assessment, Catalog, EditionId, TableId};
use crate::query::case::{Assessed, Case};
use crate::query::tally::Tally;
use crate::report::Document;
use crate::source::FileId;

use burn_down::DueDay;
pub use burn_down::OpenItems;

/// How coverage and open items changed over several dates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trend {
    /// The editions that are asked about, by id or alias; else those that the assessments name as targets.
    pub targets: Vec<String>,
}

/// An assessment as it was at a date.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// The date.
    pub date: Date,
    /// What was stated.
    pub assessment: &'a Assessment,
    /// The file that holds it.
    pub file: FileId,
    /// The commit that holds it, where it comes from a history.
    pub commit: Option<&'a str>,
}

/// A commit of a history that cannot be answered.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Its date.
    pub date: Date,
    /// The commit.
    pub commit: String,
    /// What is wrong with it.
    pub fault: Diagnostic,
}

/// The coverage of a target at a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The date.
    pub date: Date,
    /// The commit, where it comes from a history.
    pub commit: Option<String>,
    /// The target.
    pub target: EditionId,
    /// Its count.
    pub tally: Tally,
}

/// What is said about several dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trends {
    /// The targets, in the order in which they are asked about.
    pub targets: Vec<EditionId>,
    /// Target by target, and within each in the order of dates.
    pub points: Vec<Point>,
    /// The open items at each date.
    pub open: Vec<OpenItems>,
    /// The open items of the last date by the day on which they are due.
    pub(crate) due: Vec<DueDay>,
    /// The tables that levels depend on.
    pub tables: BTreeSet<TableId>,
}

impl Trend {
    /// Answers for moments, in whatever order they come.
    pub fn ask(&self, case: Case<'_>, moments: &[Moment<'_>]) -> Result<Trends, Refusal> {
        let moments = in_order(moments);
        let targets = self.editions(case, &moments)?;
        let (mut points, mut tables) = (Vec::new(), BTreeSet::new());
        for moment in &moments {
            let crosswalk = case.crosswalk;
            let inference = crosswalk.infer(&crosswalk.assumptions(moment.assessment), case.settings.max_hops);
            for target in &targets {
                let requirements = || case.counted_requirements(target);
                let tally = Tally::of(requirements().map(|clause| inference.level(clause)));
                let steps = requirements().flat_map(|clause| inference.steps(clause));
                tables.extend(steps.map(|step| step.table.id.clone()));
                let commit = moment.commit.map(str::to_owned);
                points.push(Point { date: moment.date, commit, target: target.id.clone(), tally });
            }
        }
        let targets: Vec<EditionId> = targets.iter().map(|target| target.id.clone()).collect();
        // The moments of a target stay in their order.
        points.sort_by_key(|point| targets.iter().position(|target| *target == point.target));
        let assessed: Vec<(Date, Assessed<'_>)> = moments
            .iter()
            .map(|moment| (moment.date, Assessed { case, assessment: moment.assessment, file: moment.file }))
            .collect();
        let open = burn_down::open_items(&assessed);
        let due = assessed.last().map(|(date, last)| burn_down::by_due_day(*last, *date)).unwrap_or_default();
        Ok(Trends { targets, points, open, due, tables })
    }

    /// The answer laid out; `left_out` says what of a history could not be answered.
    pub fn document(&self, case: Case<'_>, moments: &[Moment<'_>], left_out: &[LeftOut]) -> Result<Document, Refusal> {
        let answer = self.ask(case, moments)?;
        Ok(answer.document(case, &in_order(moments), left_out))
    }

    /// The editions that are asked about: those named, else those that the assessments name as targets, the last one's
    /// first.
    fn editions<'a>(&self, case: Case<'a>, moments: &[Moment<'_>]) -> Result<Vec<&'a Catalog>, Refusal> {
        let mut targets: Vec<&Catalog> = Vec::new();
        for name in &self.targets {
            targets.push(name::edition(name, case.library)?);
        }
        if targets.is_empty() {
            let aimed = moments.iter().rev().flat_map(|moment| &moment.assessment.targets);
            targets.extend(aimed.filter_map(|target| case.library.catalog(target)));
        }
        let mut seen = BTreeSet::new();
        targets.retain(|target| seen.insert(&target.id));
        if targets.is_empty() {
            let message = "no assessment names a target under `targets`";
            return Err(Refusal::new(
                message,
                "add --target EDITION; `xwalk list editions` shows the available editions",
            ));
        }
        Ok(targets)
    }
}

/// Moments by date; those of one date as they come.
fn in_order<'a>(moments: &[Moment<'a>]) -> Vec<Moment<'a>> {
    let mut moments = moments.to_vec();
    moments.sort_by_key(|moment| moment.date);
    moments
}
