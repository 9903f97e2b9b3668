//! Current work: who has what to do by when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::system::{System, owner_cell};
use crate::deliver::plan::{self, Item};
use crate::model::PersonDays;
use crate::query::gap::Action;
use crate::query::words::counted;
use crate::report::{Cell, Column, Link, Part, SitePage, Table, Tone};
use crate::source::Text;

pub(super) fn page(system: &System<'_>) -> SitePage {
    let mut lead = in_words(system);
    lead.extend(system.plans.plans.iter().flat_map(|plan| plan::sentences(system.case, plan)).map(String::from));
    lead.extend(plan::not_shared_out(system.case, &system.plans).map(String::from));
    if system.plans.plans.is_empty() {
        lead.push(
            "No edition is aimed at, so there is no plan: name some under `targets` of the assessment.".to_owned(),
        );
    }
    let mut parts = Vec::new();
    let owners = owners(system);
    if !owners.is_empty() {
        parts.push(Part::Table(Table::of("owners", "By owner", &owner_columns(), owners.values())));
    }
    let deadlines = deadlines(system);
    if !deadlines.is_empty() {
        parts.push(Part::Table(deadline_table("Deadlines".to_owned(), &deadlines)));
    }
    if !system.unplanned.is_empty() {
        let title = "Open, but not needed for any target".to_owned();
        let mut table = items_table("beside", title, &system.unplanned);
        table.extend(TASKS, &system.unplanned);
        parts.push(Part::Table(table));
    }
    if !system.plans.plans.is_empty() {
        parts.push(Part::Section("Plan".to_owned().into()));
        parts.extend(system.plan.parts(system.case, &system.plans));
    }
    system.main_page("work.html", "Work", lead, parts, &system.tables)
}

/// How much is open, and how much of it is late.
pub(super) fn in_words(system: &System<'_>) -> Vec<String> {
    let (all, beside) = (system.open().count(), system.unplanned.len());
    let open = counted(all, "open item", "open items");
    let mut sentences = vec![match (all, beside) {
        (0, _) => "Nothing is open.".to_owned(),
        (all, beside) if beside == 0 || beside == all => format!("{open}."),
        (_, beside) => format!("{open}; {} not needed for any target.", counted(beside, "is", "are")),
    }];
    let overdue = deadlines(system).iter().filter(|deadline| deadline.is_overdue).count();
    if let (1.., Some(day)) = (overdue, system.case.assessment.date) {
        sentences.push(format!(
            "{} overdue by the date of the assessment, {day}.",
            counted(overdue, "deadline is", "deadlines are")
        ));
    }
    sentences
}

/// Something that is due by a day.
pub(super) struct Due<'a> {
    day: Date,
    what: String,
    action: Option<Action>,
    owner: Option<&'a Text>,
    /// Whether the day lies before that of the assessment.
    is_overdue: bool,
}

/// What is due, items and objectives, in the order of days and then of the plan.
pub(super) fn deadlines<'a>(system: &'a System<'_>) -> Vec<Due<'a>> {
    let is_overdue = |day: Date| system.case.assessment.date.is_some_and(|date| day < date);
    let items = system.open().filter_map(|item| {
        let day = item.due?;
        let what = format!("{} {}", item.clause, item.title);
        Some(Due { day, what, action: Some(item.action), owner: item.owner.as_ref(), is_overdue: is_overdue(day) })
    });
    let objectives = system.case.assessment.objectives.iter().filter_map(|objective| {
        let day = objective.due?;
        let what = objective.title.to_string();
        Some(Due { day, what, action: None, owner: objective.owner.as_ref(), is_overdue: is_overdue(day) })
    });
    let mut deadlines: Vec<Due<'a>> = items.chain(objectives).collect();
    deadlines.sort_by_key(|deadline| deadline.day);
    deadlines
}

pub(super) fn deadline_table(title: String, deadlines: &[Due<'_>]) -> Table {
    let mut columns: Vec<Column<Due<'_>>> = vec![
        Column::new("day", "Day", |due| Cell::day(Some(due.day))),
        Column::new("what", "What", |due| Cell::text(&due.what)),
        Column::new("action", "Action", |due| match due.action {
            Some(action) => Cell::word(action.name(), action.tone()),
            None => Cell::word("objective", Tone::Plain),
        }),
        Column::new("owner", "Owner", |due| Cell::maybe(due.owner)),
    ];
    if deadlines.iter().any(|due| due.is_overdue) {
        columns.push(Column::new("overdue", "By the date of the assessment", |due| match due.is_overdue {
            true => Cell::word("overdue", Tone::Bad),
            false => Cell::Empty,
        }));
    }
    Table::of("deadlines", title, &columns, deadlines)
}

/// Open items, each with who has it to do by when.
pub(super) fn items_table<'i>(name: &'static str, title: String, items: impl IntoIterator<Item = &'i Item>) -> Table {
    Table::of(name, title, ITEMS, items)
}

const ITEMS: &[Column<Item>] = &[
    Column::new("clause", "Clause", |item| Cell::refs([&item.clause])),
    Column::new("title", "Title", |item| Cell::text(&item.title)),
    Column::new("action", "Action", |item| Cell::word(item.action.name(), item.action.tone())),
    Column::new("owner", "Owner", |item| Cell::maybe(item.owner.as_ref())),
    Column::new("due", "Due", |item| Cell::day(item.due)),
    Column::new("effort", "Days", |item| Cell::effort(item.effort.filter(|effort| *effort > PersonDays::default()))),
    Column::new("after", "Depends on", |item| Cell::refs(&item.prerequisites)),
];

const TASKS: &[Column<Item>] = &[Column::new("task", "What to do", |item| Cell::text(&item.task))];

/// What one person, or nobody, answers for.
struct Owned<'a> {
    owner: &'a str,
    items: usize,
    next: Option<Date>,
    processes: Vec<Link>,
    objectives: usize,
}

fn owner_columns<'a>() -> Vec<Column<Owned<'a>>> {
    vec![
        Column::new("owner", "Owner", |owned| owner_cell(Some(owned.owner))),
        Column::new("items", "Open items", |owned| Cell::count(owned.items)),
        Column::new("next", "Due next", |owned| Cell::day(owned.next)),
        Column::new("processes", "Processes", |owned| Cell::links(owned.processes.iter().cloned())),
        Column::new("objectives", "Objectives", |owned| Cell::count(owned.objectives)),
    ]
}

type Owners<'a> = BTreeMap<(bool, &'a str), Owned<'a>>;

/// What each owner answers for, in the order of names, that of nobody last.
fn owners<'a>(system: &'a System<'_>) -> Owners<'a> {
    let mut owners = Owners::new();
    for item in system.open() {
        of(&mut owners, item.owner.as_ref()).items += 1;
    }
    for site in &system.process_pages {
        of(&mut owners, site.process.owner.as_ref()).processes.push(site.link());
    }
    for objective in &system.case.assessment.objectives {
        of(&mut owners, objective.owner.as_ref()).objectives += 1;
    }
    for due in deadlines(system) {
        of(&mut owners, due.owner).next.get_or_insert(due.day);
    }
    owners
}

fn of<'o, 'a>(owners: &'o mut Owners<'a>, owner: Option<&'a Text>) -> &'o mut Owned<'a> {
    let owner = owner.map_or("", |owner| owner.trim());
    owners.entry((owner.is_empty(), owner)).or_insert(Owned {
        owner,
        items: 0,
        next: None,
        processes: Vec::new(),
        objectives: 0,
    })
}
