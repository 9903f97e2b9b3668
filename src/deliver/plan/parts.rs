//! The plan as tables and entries: targets, quick wins, steps, tasks.

use jiff::civil::Date;

use super::items::{self, Item};
use super::names;
use super::plans::{Plans, TargetPlan};
use super::schedule;
use super::stages::{self, Stage};
use super::wins::Win;
use super::{summary, timetable};
use crate::language::{Phrase, say};
use crate::model::{ClauseId, EditionId, PersonDays, StepProgress, StepState, field_mark, row_mark};
use crate::query::case::Assessed;
use crate::query::stated;
use crate::query::words::joined;
use crate::report::{Audience, Cell, Column, Entry, Part, Table, Tone, sanitized};

/// The name of the table of steps.
pub(in crate::deliver) const STEPS: &str = "steps";

/// The parts that people read: what the plan is to each target, quick wins, steps with their tasks, and all of it in time.
pub(super) fn parts(case: Assessed<'_>, plans: &Plans) -> Vec<Part> {
    let mut parts = Vec::new();
    if !plans.summaries.is_empty() {
        parts.push(Part::Table(summary::table(case, &plans.summaries)));
    }
    for plan in &plans.plans {
        parts.extend(plan.targets.iter().filter_map(|target| wins_table(case, plan, target)));
        let beside = |stage: &Stage| {
            let others = plan.stages.iter().filter(|other| other.wave == stage.wave && other.step.id != stage.step.id);
            others.map(|other| other.step.id.as_str()).collect::<Vec<_>>()
        };
        let line = |stage| StageLine { stage, targets: &plan.targets, beside: beside(stage) };
        let lines: Vec<StageLine<'_>> = plan.stages.iter().map(line).collect();
        let mut table = Table::of(STEPS, say!("plan-steps", targets = plan.name(case)), &step_columns(), &lines);
        table.extend(&state_columns(), &lines);
        if plan.stages.iter().any(|stage| stage.progress.is_some()) {
            table.extend(&[state_column()], &lines);
        }
        parts.push(Part::Table(table));
        parts.extend(lines.iter().map(|line| Part::Entry(stage_entry(case, plans, line))));
    }
    parts.extend(timetable::table(case, plans).map(Part::Table));
    parts.push(Part::Schedule(schedule::schedule(case, plans)));
    parts
}

/// All items as a table that issue trackers import.
pub(in crate::deliver) fn items_table(case: Assessed<'_>, plans: &Plans, name: &'static str) -> Table {
    let stages = plans.plans.iter().flat_map(|plan| &plan.stages);
    let days = |item: &Item| timetable::days(case, plans, item);
    let is_late = |item: &Item| timetable::is_late(case, plans, item);
    let lines: Vec<ItemLine<'_>> = stages
        .flat_map(|stage| stage.items.iter().map(move |item| (stage, item)))
        .map(|(stage, item)| ItemLine { case, stage, item, days: days(item), is_late: is_late(item) })
        .collect();
    Table::of(name, say!("plan-items"), &item_columns(), &lines).for_audience(Audience::Programs)
}

/// A step, with what its cells need of the whole.
struct StageLine<'a> {
    stage: &'a Stage,
    targets: &'a [EditionId],
    beside: Vec<&'a str>,
}

fn step_columns<'a>() -> Vec<Column<StageLine<'a>>> {
    vec![
        Column::said(Audience::All, "step", "plan-heading-step", |line| Cell::text(&line.stage.step.id)),
        Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.stage.title)),
        Column::for_programs("phase", |line| Cell::maybe(line.stage.step.phase.as_ref())),
        Column::said(Audience::All, "after", "plan-heading-after", |line| Cell::text(line.stage.step.after.join(" "))),
        Column::for_programs("wave", |line| Cell::count(line.stage.wave)),
        Column::for_programs("beside", |line| Cell::text(line.beside.join(" "))),
        Column::for_programs("mandatory", |line| line.stage.step.mandatory.map_or(Cell::Empty, Cell::Boolean)),
        Column::said(Audience::All, "items", "plan-heading-open", |line| Cell::count(line.stage.items.len())),
        Column::said(Audience::All, "effort", "plan-heading-days", |line| known_effort(line.stage)),
        Column::for_programs("unknown", |line| Cell::count(line.stage.without_effort)),
        Column::for_programs("begins", |line| timetable::time(line.stage.start)),
        Column::for_programs("ends", |line| timetable::time(line.stage.finish)),
        Column::said(Audience::All, "critical", "plan-heading-critical", |line| {
            timetable::critical(line.stage.is_critical)
        }),
    ]
}

/// How far steps have come.
fn state_columns<'a>() -> Vec<Column<StageLine<'a>>> {
    vec![
        Column::for_programs("state", |line| {
            line.stage
                .progress
                .as_ref()
                .map_or(Cell::Empty, |progress| Cell::word(progress.state, tone(progress.state)))
        }),
        Column::for_programs("since", |line| {
            Cell::day(line.stage.progress.as_ref().and_then(|progress| progress.since))
        }),
        Column::for_programs("remark", |line| {
            Cell::maybe(line.stage.progress.as_ref().and_then(|progress| progress.note.as_ref()))
        }),
        Column::for_programs("targets", |line| Cell::text(joined(line.targets, " "))),
    ]
}

/// The same for people, where the assessment says so of any.
fn state_column<'a>() -> Column<StageLine<'a>> {
    Column::said(Audience::People, "state-in-words", "plan-heading-state", |line| match &line.stage.progress {
        Some(progress) => Cell::word(stages::state(progress.state), tone(progress.state)),
        None => Cell::Empty,
    })
}

fn tone(state: StepState) -> Tone {
    match state {
        StepState::Done => Tone::Good,
        StepState::UnderWay => Tone::Middling,
        StepState::Open => Tone::Plain,
    }
}

/// The work of a stage, where any of it is known.
fn known_effort(stage: &Stage) -> Cell {
    if stage.items.len() == stage.without_effort { Cell::Empty } else { Cell::Effort(stage.effort) }
}

/// The same in words: what is not estimated is not nothing.
fn estimated_effort(stage: &Stage) -> Cell {
    match stage.items.len() == stage.without_effort && !stage.items.is_empty() {
        true => Cell::word(say!("plan-not-estimated"), Tone::Unsure),
        false => known_effort(stage),
    }
}

struct WinLine<'a> {
    rank: usize,
    win: &'a Win,
    title: String,
    effort: Option<PersonDays>,
    weight: f64,
}

fn win_columns<'a>() -> Vec<Column<WinLine<'a>>> {
    vec![
        Column::new("rank", "#", |line| Cell::count(line.rank)),
        Column::said(Audience::All, "clause", "plan-heading-implement", |line| Cell::refs([&line.win.clause])),
        Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.title)),
        Column::said(Audience::All, "closes", "plan-heading-completed", |line| Cell::count(line.win.closes.len())),
        Column::said(Audience::All, "raises", "plan-heading-improved", |line| Cell::count(line.win.raises.len())),
        Column::said(Audience::All, "coverage", "plan-heading-coverage-after", |line| {
            Cell::share(line.win.tally.coverage(line.weight))
        }),
        Column::said(Audience::All, "lower", "heading-guaranteed", |line| Cell::share(line.win.tally.lower())),
        Column::for_programs("applicable", |line| Cell::count(line.win.tally.applicable)),
        Column::said(Audience::All, "effort", "plan-heading-days", |line| Cell::effort(line.effort)),
        Column::for_programs("closed", |line| Cell::refs(&line.win.closes)),
        Column::for_programs("raised", |line| Cell::refs(&line.win.raises)),
        Column::for_programs("target", |line| Cell::text(line.win.target.as_str())),
    ]
}

/// An item, with where it hangs.
struct ItemLine<'a> {
    case: Assessed<'a>,
    stage: &'a Stage,
    item: &'a Item,
    /// Its first and its last day, where it is known when the plan starts.
    days: Option<(Date, Date)>,
    /// Whether it is done after the day by which it is due.
    is_late: Option<bool>,
}

/// The first six columns have the names that issue trackers import. What is read back from a workbook is seen in it.
fn item_columns<'a>() -> Vec<Column<ItemLine<'a>>> {
    type Cells<'a> = fn(&ItemLine<'a>) -> Cell;
    let programs = |key, label, cell: Cells<'a>| Column::said(Audience::Programs, key, label, cell);
    let editors = |key, label, cell: Cells<'a>| Column::said(Audience::Editors, key, label, cell);
    vec![
        Column::said(Audience::All, "title", "heading-title", |line| Cell::text(headline(line.item))),
        Column::said(Audience::All, "description", "plan-heading-description", |line| Cell::text(description(line))),
        Column::said(Audience::All, "due_date", "heading-due", |line| Cell::day(line.item.due)),
        Column::said(Audience::All, "milestone", "plan-heading-step", |line| Cell::text(line.stage.name())),
        Column::said(Audience::All, "labels", "plan-heading-labels", |line| {
            Cell::text(Phrase::joined([line.item.action.into(), Phrase::from(&line.item.clause.edition)], ","))
        }),
        Column::said(Audience::All, "assignee", "heading-owner", |line| Cell::maybe(line.item.owner.as_ref())),
        programs("clause", "heading-clause", |line| Cell::refs([&line.item.clause])),
        editors("action", "heading-action", |line| Cell::word(line.item.action, line.item.action.tone())),
        editors("status", "heading-status", |line| match line.item.status {
            Some(status) => Cell::word(status, stated::tone(status)),
            None => Cell::Empty,
        }),
        programs("target", "plan-heading-target", |line| Cell::maybe(line.item.target.as_ref().map(EditionId::as_str))),
        programs("step", "plan-heading-step-id", |line| Cell::text(&line.stage.step.id)),
        programs("phase", "plan-entry-phase", |line| Cell::maybe(line.stage.step.phase.as_ref())),
        programs("wave", "plan-heading-wave", |line| Cell::count(line.stage.wave)),
        editors("effort", "heading-effort", |line| Cell::effort(line.item.effort)),
        programs("after", "plan-entry-depends-on", |line| Cell::refs(&line.item.prerequisites)),
        programs("serves", "plan-entry-needed-for", |line| Cell::refs(&line.item.required_by)),
        editors("note", "heading-note", |line| Cell::maybe(line.item.note.as_ref())),
        programs("includes", "plan-heading-includes", |line| Cell::refs(&line.item.includes)),
        programs("completes", "plan-entry-completes", |line| Cell::refs(&line.item.completes)),
        programs("improves", "plan-entry-improves", |line| Cell::refs(&line.item.improves)),
        programs("targets", "plan-heading-targets", |line| {
            Cell::text(joined(&line.item.targets().into_iter().collect::<Vec<_>>(), " "))
        }),
        programs("begins", "plan-heading-begins", |line| timetable::time(line.item.timing.start)),
        programs("ends", "plan-heading-ends", |line| timetable::time(line.item.timing.finish)),
        programs("slack", "plan-heading-slack", |line| timetable::time(line.item.timing.slack)),
        programs("critical", "plan-heading-critical", |line| Cell::Boolean(line.item.timing.is_critical)),
        programs("first_day", "plan-heading-start", |line| Cell::day(line.days.map(|days| days.0))),
        programs("last_day", "plan-heading-finish", |line| Cell::day(line.days.map(|days| days.1))),
        programs("late", "plan-heading-late", |line| line.is_late.map_or(Cell::Empty, Cell::Boolean)),
        programs("as-written", "heading-as-written", |line| Cell::maybe(as_written(line.item).as_deref())),
    ]
}

/// The mark of a row that says what only follows: a change of the row states something about the clause. Fields that
/// were not stated have their own marks after it.
fn as_written(item: &Item) -> Option<String> {
    let owner = item.owner.as_ref().map(|owner| sanitized(owner));
    let (due, effort) = (item.due.map(|due| due.to_string()), item.effort.map(|effort| effort.to_string()));
    let follow = [
        ("owner", &owner, item.has_own_owner),
        ("due", &due, item.has_own_due),
        ("effort", &effort, item.has_own_effort),
    ];
    let follow = follow.into_iter().filter(|(.., is_own)| !is_own);
    let follow: Vec<String> = follow.filter_map(|(key, value, _)| field_mark(key, value.as_deref()?)).collect();
    let status = item.status.map(|status| status.to_string());
    let row = [
        ("status", status),
        ("owner", owner),
        ("due", due),
        ("effort", effort),
        ("note", item.note.as_ref().map(|note| sanitized(note))),
    ];
    (!item.is_stated).then(|| std::iter::once(row_mark(row)).chain(follow).collect::<Vec<_>>().join(" "))
}

fn headline(item: &Item) -> Phrase {
    item.headline(&item.clause.to_string())
}

fn description(line: &ItemLine<'_>) -> Phrase {
    let item = line.item;
    let mut sentences = vec![item.task.clone()];
    let said = |clauses: Vec<&ClauseId>| {
        (!clauses.is_empty()).then(|| Phrase::joined(line.case.case.library.in_order(clauses), ", "))
    };
    let (completes, waiting) = (completes_beside_itself(item).collect(), only_waiting(item).collect());
    let (improves, before) = (item.improves.iter().collect(), item.prerequisites.iter().collect());
    sentences.extend(said(completes).map(|clauses| say!("plan-completes", clauses = clauses)));
    sentences.extend(said(improves).map(|clauses| say!("plan-improves", clauses = clauses)));
    sentences.extend(said(waiting).map(|clauses| say!("plan-needed-for", clauses = clauses)));
    sentences.extend(said(before).map(|clauses| say!("plan-depends-on", clauses = clauses)));
    Phrase::joined(sentences, " ")
}

/// The requirements that a task completes, without its own.
fn completes_beside_itself(item: &Item) -> impl Iterator<Item = &ClauseId> {
    item.completes.iter().filter(|clause| **clause != item.clause)
}

/// The requirements that wait for a task, without those that it completes or improves.
fn only_waiting(item: &Item) -> impl Iterator<Item = &ClauseId> {
    let is_raised = |clause: &ClauseId| item.completes.contains(clause) || item.improves.contains(clause);
    item.required_by.iter().filter(move |clause| !is_raised(clause))
}

fn wins_table(case: Assessed<'_>, plan: &TargetPlan, target: &EditionId) -> Option<Part> {
    let wins = plan.wins.iter().filter(|win| win.target == *target);
    let line = |(at, win)| {
        let win: &Win = win;
        WinLine {
            rank: at + 1,
            win,
            title: case.case.crosswalk.clause(&win.clause).map(|clause| clause.title.to_string()).unwrap_or_default(),
            effort: items::base_effort(case, &win.clause),
            weight: case.case.settings.partial_weight,
        }
    };
    let lines: Vec<WinLine<'_>> = wins.enumerate().map(line).collect();
    let applicable = lines.first().map_or(0, |line| line.win.tally.applicable);
    let title = say!("plan-wins", edition = names::edition(case, target), count = applicable);
    (!lines.is_empty()).then(|| Part::Table(Table::of("wins", title, &win_columns(), &lines)))
}

fn stage_entry(case: Assessed<'_>, plans: &Plans, line: &StageLine<'_>) -> Entry {
    let (stage, step) = (line.stage, &line.stage.step);
    let steps = |ids: Vec<&str>| Phrase::joined(ids, ", ");
    let after: Vec<&str> = step.after.iter().map(|id| id.as_str()).collect();
    let when = match (after.is_empty(), line.beside.is_empty()) {
        (true, true) => Phrase::default(),
        (false, true) => say!("plan-when-after", steps = steps(after)),
        (true, false) => say!("plan-when-beside", steps = steps(line.beside.clone())),
        (false, false) => say!("plan-when-both", after = steps(after), beside = steps(line.beside.clone())),
    };
    let mandatory = match step.mandatory {
        Some(true) => Phrase::default(),
        Some(false) => say!("plan-mandatory-no"),
        None => say!("plan-mandatory-unsaid"),
    };
    let mut entry = Entry::new(stage.name())
        .value(say!("plan-heading-state"), Cell::text(stage.state_in_words()))
        .value(say!("plan-entry-phase"), Cell::maybe(step.phase.as_ref()))
        .value(say!("plan-entry-mandatory"), Cell::text(mandatory))
        .value(say!("plan-entry-when"), Cell::text(when))
        .value(say!("heading-effort"), estimated_effort(stage))
        .value(say!("plan-entry-deliverables"), Cell::text(Phrase::joined(&step.deliverables, "; ")))
        .value(say!("plan-entry-done-when"), Cell::maybe(step.done_when.as_ref().map(|text| text.trim())));
    let is_done = |progress: &&StepProgress| progress.state == StepState::Done;
    if let Some(progress) = stage.progress.as_ref().filter(is_done) {
        entry = entry.mark(stages::state(progress.state), tone(progress.state));
    } else if stage.is_critical {
        entry = entry.mark(say!("plan-critical-word"), Tone::Bad);
    }
    if stage.items.is_empty() {
        entry = entry.value("", Cell::text(say!("plan-nothing-here")));
    }
    entry.children = stage.items.iter().map(|item| item_entry(case, plans, item)).collect();
    entry
}

fn item_entry(case: Assessed<'_>, plans: &Plans, item: &Item) -> Entry {
    let refs = |clauses: Vec<&ClauseId>| {
        let clauses = case.case.library.in_order(clauses);
        let shown = names::clauses(case, clauses.iter().copied());
        Cell::refs_shown(clauses.into_iter().cloned().collect(), shown)
    };
    let mut entry = Entry::new(format!("{} {}", names::clause(case, &item.clause), item.title))
        .mark(item.action, item.action.tone())
        .value("", Cell::text(&item.task))
        .value(say!("plan-entry-completes"), refs(completes_beside_itself(item).collect()))
        .value(say!("plan-entry-improves"), refs(item.improves.iter().collect()))
        .value(say!("plan-entry-needed-for"), refs(only_waiting(item).collect()))
        .value(say!("plan-entry-depends-on"), refs(item.prerequisites.iter().collect()))
        .value(say!("heading-owner"), Cell::maybe(item.owner.as_ref()))
        .value(say!("heading-due"), timetable::due(case, plans, item))
        .value(say!("heading-effort"), Cell::effort(item.effort.filter(|effort| *effort > PersonDays::default())));
    entry.is_done = Some(false);
    entry
}
