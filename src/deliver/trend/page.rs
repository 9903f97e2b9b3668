//! Several dates laid out: charts over time, and their numbers.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::burn_down::DueDay;
use super::{LeftOut, Moment, OpenItems, Point, Trends};
use crate::language::Phrase;
use crate::model::{EditionId, TableId};
use crate::query::case::Case;
use crate::query::tally::{percent, share_tone, weight_in_words};
use crate::query::words::{counted, listed};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Line, Lines, Part, Plot, Scale, Table, Tone};

impl Trends {
    /// The charts and the numbers; `left_out` says what of a history could not be answered.
    pub(super) fn document(&self, case: Case<'_>, moments: &[Moment<'_>], left_out: &[LeftOut]) -> Document {
        let weight = case.settings.partial_weight;
        let organizations: BTreeSet<String> =
            moments.iter().map(|moment| moment.assessment.organization.trim().to_owned()).collect();
        let organizations: Vec<String> = organizations.into_iter().collect();
        let mut lead: Vec<String> = Vec::new();
        if organizations.len() > 1 {
            lead.push(format!("The assessments are of {}.", listed(&organizations)));
        }
        lead.extend(self.targets.iter().filter_map(|target| change_in_words(target, self)));
        lead.extend(open_in_words(&self.open));
        if !left_out.is_empty() {
            let dates: Vec<String> = left_out.iter().map(|one| one.date.to_string()).collect();
            let count = counted(left_out.len(), "earlier version is", "earlier versions are");
            lead.push(format!(
                "{count} left out, because the assessment cannot be read as it was then: {}.",
                listed(&dates)
            ));
        }
        lead.extend(same_dates(moments));
        let weighed = weight_in_words(weight);
        lead.push(format!("Counted: a full requirement as 1 and a partial one as {weighed}."));
        lead.push("Every date is answered with the standards and relation tables at hand, so that only what is stated differs.".to_owned());
        let tables: BTreeSet<&TableId> = self.tables.iter().collect();
        lead.extend(case.care(&tables).map(String::from));
        let mut parts: Vec<Part> = Vec::new();
        for target in &self.targets {
            parts.push(Part::Plot(coverage_lines(target, self, weight)));
        }
        parts.push(Part::Table(points(self, weight)));
        if self.open.iter().any(|items| items.open > 0 || items.planned > 0) {
            parts.push(Part::Plot(open_lines(&self.open)));
            parts.push(Part::Table(Table::of("burn-down", "Open items over time", OPEN, &self.open)));
        }
        if let (Some(last), false) = (moments.last(), self.due.is_empty()) {
            let title = format!("Open items by due date, as of {}", last.date);
            parts.push(Part::Table(Table::of("due", title, DUE, &self.due)));
        }
        let sources: Vec<Source> = moments.iter().map(|moment| Source::of(moment, case)).collect();
        parts.push(Part::Table(
            Table::of("assessments", "Assessments", SOURCES, &sources).for_audience(Audience::Programs),
        ));
        if !left_out.is_empty() {
            let left_out: Vec<LeftOutLine> = left_out.iter().map(|one| LeftOutLine::of(one, case)).collect();
            let table = Table::of("left-out-commits", "Commits left out", LEFT_OUT, &left_out);
            parts.push(Part::Table(table.for_audience(Audience::Programs)));
        }
        let names = self.targets.iter().map(|target| target.as_str()).collect::<Vec<_>>().join(", ");
        Document {
            command: "trend",
            title: format!("Coverage of {names} over time: {}", listed(&organizations)).into(),
            lead: Phrase::each(lead),
            parts,
            basis: case.basis(&self.targets, tables.iter().copied()),
            findings: Vec::new(),
        }
    }
}

/// That several assessments are of one date, which charts cannot show.
fn same_dates(moments: &[Moment<'_>]) -> Option<String> {
    let several = moments.chunk_by(|one, other| one.date == other.date).filter(|same| same.len() > 1);
    let told: Vec<String> = several.map(|same| format!("{} of {}", same.len(), same[0].date)).collect();
    let order = match moments.iter().any(|moment| moment.commit.is_some()) {
        true => "in the order of the history",
        false => "in the order in which they were named",
    };
    (!told.is_empty())
        .then(|| format!("Several assessments have the same date, {}; they are shown {order}.", listed(&told)))
}

/// What became of the coverage of a target between the first date and the last.
fn change_in_words(target: &EditionId, answer: &Trends) -> Option<String> {
    let mut points = answer.points.iter().filter(|point| point.target == *target);
    let first = points.next()?;
    let last = points.next_back().unwrap_or(first);
    let shown = |point: &Point| {
        let guaranteed = point.tally.lower().map_or("none".to_owned(), percent);
        format!("{guaranteed} of {} on {}", point.tally.applicable, point.date)
    };
    Some(if std::ptr::eq(first, last) {
        format!("Guaranteed coverage of {target}: {}.", shown(last))
    } else {
        format!("Guaranteed coverage of {target}: {}; {}.", shown(first), shown(last))
    })
}

/// What became of the open items between the first date and the last.
fn open_in_words(open: &[OpenItems]) -> Option<String> {
    let (first, last) = (open.first()?, open.last()?);
    let overdue = match last.overdue {
        0 => "none of them overdue".to_owned(),
        several => format!("{several} of them overdue"),
    };
    Some(match open.len() {
        1 => format!("Open items: {} on {}, {overdue}.", last.open, last.date),
        _ => format!("Open items: {} on {}; {} on {}, {overdue}.", first.open, first.date, last.open, last.date),
    })
}

fn coverage_lines(target: &EditionId, answer: &Trends, weight: f64) -> Plot {
    let of_target = || answer.points.iter().filter(|point| point.target == *target);
    let line = |name: &str, tone, is_dashed, figure: &dyn Fn(&Point) -> Option<f64>| Line {
        name: name.to_owned().into(),
        points: of_target().filter_map(|point| Some((point.date, figure(point)?))).collect(),
        tone,
        is_dashed,
    };
    Plot::Lines(Lines {
        title: format!("Coverage of {target} over time").into(),
        scale: Scale::Shares,
        lines: vec![
            line("guaranteed", Tone::Good, false, &|point| point.tally.lower()),
            line("counted", Tone::Middling, false, &|point| point.tally.coverage(weight)),
            line("up to", Tone::Unsure, true, &|point| point.tally.upper()),
        ],
    })
}

fn open_lines(open: &[OpenItems]) -> Plot {
    let line = |name: String, tone, is_dashed, figure: fn(&OpenItems) -> usize| Line {
        name: name.into(),
        points: open.iter().map(|items| (items.date, figure(items) as f64)).collect(),
        tone,
        is_dashed,
    };
    let first = open.first().map(|items| items.date).unwrap_or_default();
    Plot::Lines(Lines {
        title: "Open items and their due dates".to_owned().into(),
        scale: Scale::Counts,
        lines: vec![
            line("open".to_owned(), Tone::Middling, false, |items| items.open),
            line("overdue".to_owned(), Tone::Bad, false, |items| items.overdue),
            line(format!("open by the due dates of {first}"), Tone::Plain, true, |items| items.planned),
        ],
    })
}

struct Row<'a>(&'a Point, f64);

fn points(answer: &Trends, weight: f64) -> Table {
    let rows: Vec<Row<'_>> = answer.points.iter().map(|point| Row(point, weight)).collect();
    let commit = |row: &Row<'_>| Cell::maybe(row.0.commit.as_deref());
    let columns = [
        Column::new("date", "Date", |row: &Row<'_>| Cell::Day(row.0.date)),
        Column::new("target", "Target", |row| Cell::text(row.0.target.as_str())),
        Column::for_programs("commit", commit),
        Column::new("applicable", "N", |row| Cell::count(row.0.tally.applicable)),
        Column::new("full", "Full", |row| Cell::count(row.0.tally.full)),
        Column::new("partial", "Part", |row| Cell::count(row.0.tally.partial)),
        Column::new("presumed", "Pres.", |row| Cell::count(row.0.tally.presumed)),
        Column::new("lower", "Guaranteed", |row| Cell::share(row.0.tally.lower())),
        Column::new("coverage", "Counted", |row| match row.0.tally.coverage(row.1) {
            Some(share) => Cell::Share(share, share_tone(share)),
            None => Cell::Empty,
        }),
        Column::new("upper", "Up to", |row| Cell::share(row.0.tally.upper())),
    ];
    Table::of(ANSWER, "Coverage over time", &columns, &rows)
}

const OPEN: &[Column<OpenItems>] = &[
    Column::new("date", "Date", |items| Cell::Day(items.date)),
    Column::new("open", "Open", |items| Cell::count(items.open)),
    Column::new("overdue", "Overdue", |items| Cell::count(items.overdue)),
    Column::new("later", "Due later", |items| Cell::count(items.later)),
    Column::new("undated", "No due date", |items| Cell::count(items.undated)),
    Column::new("planned", "Open as planned", |items| Cell::count(items.planned)),
];

const DUE: &[Column<DueDay>] = &[
    Column::new("due", "Due", |due| Cell::day(due.day)),
    Column::new("items", "Items", |due| Cell::count(due.clauses.len())),
    Column::new("so-far", "So far", |due| Cell::count(due.so_far)),
    Column::new(
        "overdue",
        "Overdue",
        |due| {
            if due.is_overdue { Cell::word("overdue", Tone::Bad) } else { Cell::Empty }
        },
    ),
    Column::new("clauses", "Clauses", |due| Cell::refs(&due.clauses)),
];

/// A commit that was left out, and why.
struct LeftOutLine {
    date: Date,
    commit: String,
    line: usize,
    message: String,
}

impl LeftOutLine {
    fn of(one: &LeftOut, case: Case<'_>) -> Self {
        let line = case.sources.position(one.fault.span).line.get() as usize;
        Self { date: one.date, commit: one.commit.clone(), line, message: one.fault.message.clone() }
    }
}

const LEFT_OUT: &[Column<LeftOutLine>] = &[
    Column::for_programs("date", |one| Cell::Day(one.date)),
    Column::for_programs("commit", |one| Cell::text(&one.commit)),
    Column::for_programs("line", |one| Cell::count(one.line)),
    Column::for_programs("message", |one| Cell::text(&one.message)),
];

/// An assessment, and where it stands.
struct Source {
    date: Date,
    commit: Option<String>,
    organization: String,
    statements: usize,
    file: String,
    sha256: String,
}

impl Source {
    fn of(moment: &Moment<'_>, case: Case<'_>) -> Self {
        let source = case.sources.get(moment.file);
        Self {
            date: moment.date,
            commit: moment.commit.map(str::to_owned),
            organization: moment.assessment.organization.trim().to_owned(),
            statements: moment.assessment.statements().count(),
            file: source.name().to_owned(),
            sha256: source.sha256().to_owned(),
        }
    }
}

const SOURCES: &[Column<Source>] = &[
    Column::for_programs("date", |source| Cell::Day(source.date)),
    Column::for_programs("commit", |source| Cell::maybe(source.commit.as_deref())),
    Column::for_programs("organization", |source| Cell::text(&source.organization)),
    Column::for_programs("statements", |source| Cell::count(source.statements)),
    Column::for_programs("file", |source| Cell::text(&source.file)),
    Column::for_programs("sha256", |source| Cell::text(&source.sha256)),
];
