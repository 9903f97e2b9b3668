//! The work to be done, in order.

mod items;
mod stages;
mod wins;

pub use items::Item;
pub(super) use items::base_item;
pub use stages::Stage;
pub use wins::Win;
use wins::WinSearch;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Refusal;
use crate::model::{ClauseId, EditionId, Method, MethodId, PersonDays, TableId, field_mark, row_mark};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::gap::{Action, Gap, Gaps};
use crate::query::scenarios::AllScenarios;
use crate::query::words::{counted, joined, listed};
use crate::report::{
    ANSWER, Audience, Cell, Column, Deadline, Document, Entry, Part, Schedule, Table, Task, Tone, sanitized,
};

/// The work to be done, in the order of a method: steps, quick wins, effort, deadlines
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk plan examples/harbour-it/assessment.yaml --target iso-iec-20000-1:2011
  xwalk plan assessment.yaml --method ims-roadmap --format markdown --output plan.md
  xwalk plan assessment.yaml --format csv      (opens in issue trackers: title, description, due_date, …)
  xwalk plan assessment.yaml --format mermaid --start 2027-01-11
  xwalk plan assessment.yaml --output plan.ics

Effort in person-days is taken from `effort` of a clause, else from `effort: { extend: 2, verify: 0.5, … }` of the
assessment; where neither says anything it is unknown, and counted as such.")]
pub struct Plan {
    /// The edition that is aimed at, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Option<String>,
    /// The method whose steps the work is hung on [default: the one that is for the target, or that names clauses of it; else by kind of work]
    #[arg(long, value_name = "METHOD")]
    pub method: Option<String>,
    /// The day on which the work starts [default: the assessment's date]
    #[arg(long, value_name = "DATE", value_parser = crate::query::settings::day)]
    pub start: Option<Date>,
    /// How many quick wins to look for: base clauses that, put in place, close most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub wins: usize,
}

/// The plan for one target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetPlan {
    /// The target.
    pub target: EditionId,
    /// The method whose steps its items hang on; none where they stand by kind of work.
    pub method: Option<MethodId>,
    /// The steps in their order.
    pub stages: Vec<Stage>,
    /// The base clauses that bring most, best first.
    pub wins: Vec<Win>,
}

/// The plans for all targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Plans {
    /// One for each target.
    pub plans: Vec<TargetPlan>,
    /// What is stated otherwise than it follows.
    pub findings: Vec<Diagnostic>,
    /// The tables that levels rest on.
    pub tables: BTreeSet<TableId>,
}

impl TargetPlan {
    /// All items, in the order of steps.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.stages.iter().flat_map(|stage| &stage.items)
    }

    /// How much work it is, as far as that is stated.
    pub fn effort(&self) -> PersonDays {
        self.stages.iter().map(|stage| stage.effort).sum()
    }

    /// How many items have no effort.
    pub fn without_effort(&self) -> usize {
        self.stages.iter().map(|stage| stage.without_effort).sum()
    }

    /// How much work lies on the longest way, as far as that is stated.
    pub fn critical_path(&self) -> PersonDays {
        self.stages.iter().map(|stage| stage.earliest_start + stage.effort).max().unwrap_or_default()
    }
}

impl Plans {
    /// All items as a table that issue trackers import.
    pub(super) fn items(&self, name: &'static str) -> Table {
        let mut lines: Vec<ItemLine<'_>> = Vec::new();
        for plan in &self.plans {
            for stage in &plan.stages {
                lines.extend(stage.items.iter().map(|item| ItemLine { plan, stage, item }));
            }
        }
        Table::of(name, "Items", &item_columns(), &lines).for_audience(Audience::Programs)
    }
}

impl Plan {
    /// Answers for every target. A base clause that several targets wait for is an item of the first.
    pub fn ask(&self, case: Assessed<'_>) -> Result<Plans, Refusal> {
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&case.targets(self.target.as_deref())?, &all);
        let plans = self.of(&all, &gaps)?;
        Ok(Plans { findings: gaps.findings, ..plans })
    }

    /// The same for a gap analysis that is there already, which tells its findings itself.
    pub(super) fn of(&self, all: &AllScenarios<'_>, gaps: &Gaps) -> Result<Plans, Refusal> {
        let case = all.case;
        let mut plans: Vec<TargetPlan> = Vec::new();
        let mut listed: BTreeSet<ClauseId> = BTreeSet::new();
        for (target, rows) in gaps.by_target() {
            let method = stages::method(self.method.as_deref(), target, case.case.library)?;
            let search = WinSearch::new(all, target);
            let mut items = items::items(case, rows, &search);
            items.retain(|item| item.required_by.is_empty() || !listed.contains(&item.clause));
            listed.extend(items.iter().map(|item| item.clause.clone()));
            plans.push(TargetPlan {
                target: target.clone(),
                method: method.map(|method: &Method| method.id.clone()),
                stages: stages::stages(method, items, case.case.crosswalk),
                wins: search.wins(self.wins),
            });
        }
        let tables = gaps.rows.iter().flat_map(|row| row.tables.iter().cloned()).collect();
        Ok(Plans { plans, findings: Vec::new(), tables })
    }
}

/// A step, with what its cells need of the whole.
struct StageLine<'a> {
    stage: &'a Stage,
    beside: Vec<&'a str>,
}

fn step_columns<'a>() -> Vec<Column<StageLine<'a>>> {
    vec![
        Column::new("step", "Step", |line| Cell::text(&line.stage.step.id)),
        Column::new("title", "What", |line| Cell::text(&line.stage.step.title)),
        Column::for_programs("phase", |line| Cell::maybe(line.stage.step.phase.as_ref())),
        Column::new("after", "After", |line| Cell::text(line.stage.step.after.join(" "))),
        Column::for_programs("wave", |line| Cell::count(line.stage.wave)),
        Column::for_programs("beside", |line| Cell::text(line.beside.join(" "))),
        Column::for_programs("mandatory", |line| Cell::Boolean(line.stage.step.mandatory)),
        Column::new("items", "Open", |line| Cell::count(line.stage.items.len())),
        Column::new("effort", "Days", |line| known_effort(line.stage)),
        Column::for_programs("unknown", |line| Cell::count(line.stage.without_effort)),
        Column::for_programs("begins", |line| Cell::Effort(line.stage.earliest_start)),
        Column::new("critical", "Critical", |line| match line.stage.is_critical {
            true => Cell::word("critical", Tone::Bad),
            false => Cell::Empty,
        }),
    ]
}

/// The work of a stage, where any of it is known.
fn known_effort(stage: &Stage) -> Cell {
    if stage.items.len() == stage.without_effort { Cell::Empty } else { Cell::Effort(stage.effort) }
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
        Column::new("clause", "Implement", |line| Cell::refs([&line.win.clause])),
        Column::new("title", "Title", |line| Cell::text(&line.title)),
        Column::new("closes", "Completed", |line| Cell::count(line.win.closes.len())),
        Column::new("raises", "Improved", |line| Cell::count(line.win.raises.len())),
        Column::new("coverage", "Coverage after", |line| Cell::share(line.win.tally.coverage(line.weight))),
        Column::new("lower", "Guaranteed", |line| Cell::share(line.win.tally.lower())),
        Column::for_programs("applicable", |line| Cell::count(line.win.tally.applicable)),
        Column::new("effort", "Days", |line| Cell::effort(line.effort)),
        Column::for_programs("closed", |line| Cell::refs(&line.win.closes)),
        Column::for_programs("raised", |line| Cell::refs(&line.win.raises)),
    ]
}

/// An item, with where it hangs.
struct ItemLine<'a> {
    plan: &'a TargetPlan,
    stage: &'a Stage,
    item: &'a Item,
}

/// The first six columns have the names that issue trackers import.
fn item_columns<'a>() -> Vec<Column<ItemLine<'a>>> {
    vec![
        Column::new("title", "Title", |line| Cell::text(headline(line.item))),
        Column::new("description", "Description", |line| Cell::text(description(line))),
        Column::new("due_date", "Due", |line| Cell::day(line.item.due)),
        Column::new("milestone", "Step", |line| Cell::text(step_name(line.stage))),
        Column::new("labels", "Labels", |line| {
            Cell::text(format!("{},{}", line.item.action.name(), line.item.clause.edition))
        }),
        Column::new("assignee", "Owner", |line| Cell::maybe(line.item.owner.as_ref())),
        Column::for_programs("clause", |line| Cell::refs([&line.item.clause])),
        Column::for_programs("action", |line| Cell::word(line.item.action.name(), line.item.action.tone())),
        Column::for_programs("status", |line| Cell::maybe(line.item.status.map(|status| status.to_string()))),
        Column::for_programs("target", |line| Cell::text(line.plan.target.as_str())),
        Column::for_programs("step", |line| Cell::text(&line.stage.step.id)),
        Column::for_programs("phase", |line| Cell::maybe(line.stage.step.phase.as_ref())),
        Column::for_programs("wave", |line| Cell::count(line.stage.wave)),
        Column::for_programs("effort", |line| Cell::effort(line.item.effort)),
        Column::for_programs("after", |line| Cell::refs(&line.item.prerequisites)),
        Column::for_programs("serves", |line| Cell::refs(&line.item.required_by)),
        Column::for_programs("as-written", |line| Cell::maybe(as_written(line.item).as_deref())),
    ]
}

/// The mark of a row that says what only follows: whoever changes the row states something of the clause. Fields that nobody
/// stated have marks of their own behind it.
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
    let row = [("status", status), ("owner", owner), ("due", due), ("effort", effort)];
    (!item.is_stated).then(|| std::iter::once(row_mark(row)).chain(follow).collect::<Vec<_>>().join(" "))
}

fn headline(item: &Item) -> String {
    format!("{} {} {}", verb(item.action), item.clause, item.title)
}

fn verb(action: Action) -> &'static str {
    match action {
        Action::None => "Keep",
        Action::Extend => "Extend",
        Action::Verify => "Verify",
        Action::Implement => "Implement",
        Action::Assess => "Assess",
        Action::Build => "Build",
    }
}

fn description(line: &ItemLine<'_>) -> String {
    let mut sentences = vec![line.item.task.clone()];
    if !line.item.required_by.is_empty() {
        sentences.push(format!("Needed for {}.", joined(&line.item.required_by, ", ")));
    }
    if !line.item.prerequisites.is_empty() {
        sentences.push(format!("Depends on {}.", joined(&line.item.prerequisites, ", ")));
    }
    sentences.join(" ")
}

fn step_name(stage: &Stage) -> String {
    format!("{} {}", stage.step.id, stage.step.title)
}

impl AssessedQuestion for Plan {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let plans = self.ask(case)?;
        let tables: BTreeSet<&TableId> = plans.tables.iter().collect();
        let mut parts = self.parts(case, &plans);
        parts.push(Part::Table(plans.items(ANSWER)));
        let mut lead: Vec<String> = plans.plans.iter().flat_map(|plan| sentences(case, plan)).collect();
        lead.extend(case.case.caveats(&tables).into_iter().take(1));
        let targets: Vec<&EditionId> = plans.plans.iter().map(|plan| &plan.target).collect();
        let names = targets.iter().map(|target| target.as_str()).collect::<Vec<_>>().join(", ");
        Ok(Document {
            command: "plan",
            title: format!("Plan of {} for {names}", case.assessment.organization),
            lead,
            parts,
            basis: case.basis(targets, tables),
            findings: plans.findings,
        })
    }
}

impl Plan {
    /// The parts that people read: quick wins, steps, items, and the schedule of all plans.
    pub(super) fn parts(&self, case: Assessed<'_>, plans: &Plans) -> Vec<Part> {
        let mut parts = Vec::new();
        for plan in &plans.plans {
            parts.extend(wins_table(case, plan));
            let beside = |stage: &Stage| {
                let others =
                    plan.stages.iter().filter(|other| other.wave == stage.wave && other.step.id != stage.step.id);
                others.map(|other| other.step.id.as_str()).collect::<Vec<_>>()
            };
            let lines: Vec<StageLine<'_>> =
                plan.stages.iter().map(|stage| StageLine { stage, beside: beside(stage) }).collect();
            parts.push(Part::Table(Table::of("steps", format!("Steps to {}", plan.target), &step_columns(), &lines)));
            parts.extend(lines.iter().map(|line| Part::Entry(stage_entry(line))));
        }
        parts.push(Part::Schedule(self.schedule(case, plans)));
        parts
    }

    fn schedule(&self, case: Assessed<'_>, plans: &Plans) -> Schedule {
        let mut tasks: Vec<Task> = Vec::new();
        for plan in &plans.plans {
            let start = tasks.len();
            for stage in &plan.stages {
                let is_before = |other: &&Stage| stage.step.after.contains(&other.step.id);
                let after =
                    plan.stages.iter().enumerate().filter(|(_, other)| is_before(other)).map(|(at, _)| start + at);
                tasks.push(Task {
                    id: format!("{}/{}", plan.target, stage.step.id),
                    title: step_name(stage),
                    section: match (&stage.step.phase, plans.plans.len()) {
                        (Some(phase), 1) => phase.to_string(),
                        (Some(phase), _) => format!("{}: {phase}", plan.target),
                        (None, _) => plan.target.to_string(),
                    },
                    after: after.collect(),
                    effort: (stage.items.len() > stage.without_effort).then_some(stage.effort),
                    earliest_start: stage.earliest_start,
                    items: stage.items.len(),
                    is_critical: stage.is_critical,
                });
            }
        }
        let items = plans.plans.iter().flat_map(TargetPlan::items);
        let mut deadlines: Vec<Deadline> = items
            .filter_map(|item| {
                Some(Deadline {
                    id: item.clause.to_string(),
                    day: item.due?,
                    title: format!("{} {} {}", verb(item.action), item.clause.number, item.title),
                    owner: item.owner.as_ref().map(ToString::to_string),
                    text: format!("{}: {}", item.clause, item.task),
                    category: item.action.name().to_owned(),
                })
            })
            .collect();
        deadlines.sort_by(|left, right| (left.day, &left.id).cmp(&(right.day, &right.id)));
        let title = format!("Plan of {}", case.assessment.organization);
        Schedule { title, start: self.start.or(case.assessment.date), tasks, deadlines }
    }
}

/// What matters most about a plan.
pub(super) fn sentences(case: Assessed<'_>, plan: &TargetPlan) -> Vec<String> {
    let count = |action: Action| plan.items().filter(|item| item.action == action).count();
    let kinds: Vec<String> = Action::ALL
        .into_iter()
        .filter(|action| count(*action) > 0)
        .map(|action| format!("{} to {}", count(action), action.name()))
        .collect();
    let base = plan.items().filter(|item| !item.required_by.is_empty()).count();
    let of_base = match base {
        0 => String::new(),
        _ => format!("; {} from the base", counted(base, "is a prerequisite", "are prerequisites")),
    };
    let mut sentences = match plan.items().count() {
        0 => vec![format!("Nothing is open for {}.", plan.target)],
        several => vec![format!(
            "For {}: {}, {}{of_base}.",
            plan.target,
            counted(several, "open item", "open items"),
            listed(&kinds)
        )],
    };
    sentences.push(match plan.method.as_ref().and_then(|id| case.case.library.method(id)) {
        Some(method) => format!("The steps are those of {} ({}).", method.id, method.title),
        None => "No implementation method is defined for this standard, so tasks are grouped by type of work; --method names one.".to_owned(),
    });
    let unknown = match plan.without_effort() {
        0 => String::new(),
        some => format!("; {} no effort stated", counted(some, "item has", "items have")),
    };
    if plan.items().count() > plan.without_effort() {
        sentences.push(format!(
            "Effort: {} person-days, {} of them on the critical path{unknown}.",
            plan.effort(),
            plan.critical_path()
        ));
    } else if plan.items().count() > 0 {
        sentences.push("No effort is given: `effort` of the assessment or of a clause gives person-days.".to_owned());
    }
    sentences
}

fn wins_table(case: Assessed<'_>, plan: &TargetPlan) -> Option<Part> {
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
    let lines: Vec<WinLine<'_>> = plan.wins.iter().enumerate().map(line).collect();
    let applicable = plan.wins.first().map_or(0, |win| win.tally.applicable);
    let title =
        format!("Quick wins for {} (cumulative; {})", plan.target, counted(applicable, "requirement", "requirements"));
    (!lines.is_empty()).then(|| Part::Table(Table::of("wins", title, &win_columns(), &lines)))
}

fn stage_entry(line: &StageLine<'_>) -> Entry {
    let (stage, step) = (line.stage, &line.stage.step);
    let when = match (step.after.as_slice(), line.beside.as_slice()) {
        ([], []) => String::new(),
        (after, []) => format!("after {}", after.join(", ")),
        ([], beside) => format!("beside {}", beside.join(", ")),
        (after, beside) => format!("after {}, beside {}", after.join(", "), beside.join(", ")),
    };
    let mut entry = Entry::new(step_name(stage))
        .value("Phase", Cell::maybe(step.phase.as_ref()))
        .value("When", Cell::text(when))
        .value("Person-days", known_effort(stage))
        .value("Deliverables", Cell::text(step.deliverables.join("; ")))
        .value("Done when", Cell::maybe(step.done_when.as_ref().map(|text| text.trim())));
    if stage.is_critical {
        entry = entry.mark("critical", Tone::Bad);
    }
    if stage.items.is_empty() {
        entry = entry.value("", Cell::text("Nothing is open here."));
    }
    entry.children = stage.items.iter().map(item_entry).collect();
    entry
}

fn item_entry(item: &Item) -> Entry {
    let mut entry = Entry::new(format!("{} {}", item.clause, item.title))
        .mark(item.action.name(), item.action.tone())
        .value("", Cell::text(&item.task))
        .value("Needed for", Cell::refs(&item.required_by))
        .value("Depends on", Cell::refs(&item.prerequisites))
        .value("Owner", Cell::maybe(item.owner.as_ref()))
        .value("Due", Cell::day(item.due))
        .value("Person-days", Cell::effort(item.effort.filter(|effort| *effort > PersonDays::default())));
    entry.is_done = Some(false);
    entry
}
