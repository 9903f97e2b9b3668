//! Several dates laid out: charts over time, and their numbers.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::burn_down::DueDay;
use super::{LeftOut, Moment, OpenItems, Point, Trends};
use crate::language::{Phrase, say};
use crate::model::{EditionId, TableId};
use crate::query::case::Case;
use crate::query::tally::{toned, weight_in_words};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Line, Lines, Part, Plot, Scale, Table, Tone};

impl Trends {
    /// The charts and the numbers; `left_out` says what of a history could not be answered.
    pub(super) fn document(&self, case: Case<'_>, moments: &[Moment<'_>], left_out: &[LeftOut]) -> Document {
        let weight = case.settings.partial_weight;
        let organizations: BTreeSet<&str> =
            moments.iter().map(|moment| moment.assessment.organization.trim()).collect();
        let several = organizations.len() > 1;
        let organizations = Phrase::list(organizations);
        let mut lead: Vec<Phrase> = Vec::new();
        if several {
            lead.push(say!("trend-organizations", organizations = &organizations));
        }
        lead.extend(self.targets.iter().filter_map(|target| change_in_words(target, self)));
        lead.extend(open_in_words(&self.open));
        if !left_out.is_empty() {
            let days = Phrase::list(left_out.iter().map(|one| one.date));
            lead.push(say!("trend-left-out", count = left_out.len(), days = days));
        }
        lead.extend(same_dates(moments));
        lead.push(say!("how-counted", weight = weight_in_words(weight)));
        lead.push(say!("trend-same-standards"));
        let tables: BTreeSet<&TableId> = self.tables.iter().collect();
        lead.extend(case.care(&tables));
        let mut parts: Vec<Part> = Vec::new();
        for target in &self.targets {
            parts.push(Part::Plot(coverage_lines(target, self, weight)));
        }
        parts.push(Part::Table(points(self, weight)));
        if self.open.iter().any(|items| items.open > 0 || items.planned > 0) {
            parts.push(Part::Plot(open_lines(&self.open)));
            parts.push(Part::Table(Table::of("burn-down", say!("trend-open-items"), OPEN, &self.open)));
        }
        if let (Some(last), false) = (moments.last(), self.due.is_empty()) {
            let title = say!("trend-due", day = last.date);
            parts.push(Part::Table(Table::of("due", title, DUE, &self.due)));
        }
        let sources: Vec<Source> = moments.iter().map(|moment| Source::of(moment, case)).collect();
        parts.push(Part::Table(
            Table::of("assessments", say!("trend-assessments"), SOURCES, &sources).for_audience(Audience::Programs),
        ));
        if !left_out.is_empty() {
            let left_out: Vec<LeftOutLine> = left_out.iter().map(|one| LeftOutLine::of(one, case)).collect();
            let table = Table::of("left-out-commits", "Commits left out", LEFT_OUT, &left_out);
            parts.push(Part::Table(table.for_audience(Audience::Programs)));
        }
        let names = self.targets.iter().map(|target| target.as_str()).collect::<Vec<_>>().join(", ");
        Document {
            command: "trend",
            title: say!("trend-title", editions = names, organizations = organizations),
            lead,
            parts,
            basis: case.basis(&self.targets, tables.iter().copied()),
            findings: Vec::new(),
        }
    }
}

/// That several assessments are of one date, which charts cannot show.
fn same_dates(moments: &[Moment<'_>]) -> Option<Phrase> {
    let several = moments.chunk_by(|one, other| one.date == other.date).filter(|same| same.len() > 1);
    let days: Vec<Phrase> =
        several.map(|same| say!("trend-several-of", count = same.len(), day = same[0].date)).collect();
    let is_history = moments.iter().any(|moment| moment.commit.is_some());
    match (days.is_empty(), is_history) {
        (true, _) => None,
        (false, true) => Some(say!("trend-same-date-history", days = Phrase::list(days))),
        (false, false) => Some(say!("trend-same-date-named", days = Phrase::list(days))),
    }
}

/// What happened to the coverage of a target between the first date and the last.
fn change_in_words(target: &EditionId, answer: &Trends) -> Option<Phrase> {
    let mut points = answer.points.iter().filter(|point| point.target == *target);
    let first = points.next()?;
    let last = points.next_back();
    let figure = |point: &Point| match point.tally.lower() {
        Some(share) => {
            say!("trend-figure", share = Phrase::share(share), count = point.tally.applicable, day = point.date)
        }
        None => say!("trend-no-figure", day = point.date),
    };
    Some(match last {
        None => say!("trend-guaranteed", edition = target, figure = figure(first)),
        Some(last) => say!("trend-guaranteed-then", edition = target, first = figure(first), last = figure(last)),
    })
}

/// What happened to the open items between the first date and the last.
fn open_in_words(open: &[OpenItems]) -> Option<Phrase> {
    let (first, last) = (open.first()?, open.last()?);
    let counts = match open.len() {
        1 => say!("trend-open", open = last.open, day = last.date, overdue = last.overdue),
        _ => say!(
            "trend-open-then",
            before = first.open,
            first = first.date,
            open = last.open,
            day = last.date,
            overdue = last.overdue,
        ),
    };
    Some(Phrase::joined([counts, say!("trend-open-means")], " "))
}

fn coverage_lines(target: &EditionId, answer: &Trends, weight: f64) -> Plot {
    let of_target = || answer.points.iter().filter(|point| point.target == *target);
    let line = |name: Phrase, tone, is_dashed, figure: &dyn Fn(&Point) -> Option<f64>| Line {
        name,
        points: of_target().filter_map(|point| Some((point.date, figure(point)?))).collect(),
        tone,
        is_dashed,
    };
    Plot::Lines(Lines {
        title: say!("trend-coverage-of", edition = target),
        scale: Scale::Shares,
        lines: vec![
            line(say!("glossary-word-guaranteed"), Tone::Good, false, &|point| point.tally.lower()),
            line(say!("glossary-word-coverage"), Tone::Middling, false, &|point| point.tally.coverage(weight)),
            line(say!("glossary-word-up-to"), Tone::Unsure, true, &|point| point.tally.upper()),
        ],
    })
}

fn open_lines(open: &[OpenItems]) -> Plot {
    let line = |name: Phrase, tone, is_dashed, figure: fn(&OpenItems) -> usize| Line {
        name,
        points: open.iter().map(|items| (items.date, figure(items) as f64)).collect(),
        tone,
        is_dashed,
    };
    let first = open.first().map(|items| items.date).unwrap_or_default();
    Plot::Lines(Lines {
        title: say!("trend-burn-down"),
        scale: Scale::Counts,
        lines: vec![
            line(say!("trend-line-open"), Tone::Middling, false, |items| items.open),
            line(say!("trend-line-overdue"), Tone::Bad, false, |items| items.overdue),
            line(say!("trend-line-planned", day = first), Tone::Plain, true, |items| items.planned),
        ],
    })
}

struct Row<'a>(&'a Point, f64);

fn points(answer: &Trends, weight: f64) -> Table {
    let rows: Vec<Row<'_>> = answer.points.iter().map(|point| Row(point, weight)).collect();
    Table::of(ANSWER, say!("trend-coverage"), &point_columns(), &rows)
}

fn point_columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::said(Audience::All, "date", "trend-heading-date", |row: &Row<'_>| Cell::Day(row.0.date)),
        Column::said(Audience::All, "target", "heading-standard", |row| Cell::text(row.0.target.as_str())),
        Column::for_programs("commit", |row| Cell::maybe(row.0.commit.as_deref())),
        Column::said(Audience::All, "applicable", "heading-number", |row| Cell::count(row.0.tally.applicable)),
        Column::said(Audience::All, "full", "heading-full", |row| Cell::count(row.0.tally.full)),
        Column::said(Audience::All, "partial", "heading-part", |row| Cell::count(row.0.tally.partial)),
        Column::said(Audience::All, "presumed", "heading-presumed-short", |row| Cell::count(row.0.tally.presumed)),
        Column::said(Audience::All, "lower", "heading-guaranteed", |row| Cell::share(row.0.tally.lower())),
        Column::said(Audience::All, "coverage", "heading-coverage", |row| toned(row.0.tally.coverage(row.1))),
        Column::said(Audience::All, "upper", "heading-up-to", |row| Cell::share(row.0.tally.upper())),
    ]
}

const OPEN: &[Column<OpenItems>] = &[
    Column::said(Audience::All, "date", "trend-heading-date", |items| Cell::Day(items.date)),
    Column::said(Audience::All, "open", "trend-heading-open", |items| Cell::count(items.open)),
    Column::said(Audience::All, "overdue", "trend-heading-overdue", |items| Cell::count(items.overdue)),
    Column::said(Audience::All, "later", "trend-heading-later", |items| Cell::count(items.later)),
    Column::said(Audience::All, "undated", "trend-heading-undated", |items| Cell::count(items.undated)),
    Column::said(Audience::All, "planned", "trend-heading-planned", |items| Cell::count(items.planned)),
];

const DUE: &[Column<DueDay>] = &[
    Column::said(Audience::All, "due", "heading-due", |due| Cell::day(due.day)),
    Column::said(Audience::All, "items", "trend-heading-items", |due| Cell::count(due.clauses.len())),
    Column::said(Audience::All, "so-far", "trend-heading-so-far", |due| Cell::count(due.so_far)),
    Column::said(Audience::All, "overdue", "trend-heading-overdue", |due| match due.is_overdue {
        true => Cell::word(say!("trend-overdue"), Tone::Bad),
        false => Cell::Empty,
    }),
    Column::said(Audience::All, "clauses", "trend-heading-clauses", |due| Cell::refs(&due.clauses)),
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

/// An assessment, and its state.
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
