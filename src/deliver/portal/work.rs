//! Current work: who has what to do by when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::system::{System, owner_cell};
use crate::deliver::plan::{self, Item};
use crate::language::{Phrase, say};
use crate::model::PersonDays;
use crate::query::gap::Action;
use crate::report::{Audience, Cell, Column, Link, Part, SitePage, Table, Tone};
use crate::source::Text;

pub(super) fn page(system: &System<'_>) -> SitePage {
    let mut lead = in_words(system);
    lead.extend(system.plans.plans.iter().flat_map(|plan| plan::sentences(system.case, plan)));
    lead.extend(plan::not_shared_out(system.case, &system.plans));
    if system.plans.plans.is_empty() {
        lead.push(say!("portal-no-plan"));
    }
    let mut parts = Vec::new();
    let owners = owners(system);
    if !owners.is_empty() {
        parts.push(Part::Table(Table::of("owners", say!("portal-by-owner"), &owner_columns(), owners.values())));
    }
    let deadlines = deadlines(system);
    if !deadlines.is_empty() {
        parts.push(Part::Table(deadline_table(say!("portal-deadlines"), &deadlines)));
    }
    if !system.unplanned.is_empty() {
        let mut table = items_table("beside", say!("portal-unneeded"), &system.unplanned);
        table.extend(TASKS, &system.unplanned);
        parts.push(Part::Table(table));
    }
    if !system.plans.plans.is_empty() {
        parts.push(Part::Section(say!("portal-plan")));
        parts.extend(system.plan.parts(system.case, &system.plans));
    }
    system.main_page("work.html", say!("portal-work"), lead, parts, &system.tables)
}

/// How much is open, and how much of it is late.
pub(super) fn in_words(system: &System<'_>) -> Vec<Phrase> {
    let (all, beside) = (system.open().count(), system.unplanned.len());
    let mut sentences = vec![match (all, beside) {
        (0, _) => say!("portal-nothing-open"),
        (all, beside) if beside == 0 || beside == all => say!("portal-open", count = all),
        (all, beside) => say!("portal-open-beside", count = all, beside = beside),
    }];
    let overdue = deadlines(system).iter().filter(|deadline| deadline.is_overdue).count();
    if let (1.., Some(day)) = (overdue, system.case.assessment.date) {
        sentences.push(say!("portal-overdue-count", count = overdue, day = day));
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

pub(super) fn deadline_table(title: Phrase, deadlines: &[Due<'_>]) -> Table {
    let mut columns: Vec<Column<Due<'_>>> = vec![
        Column::said(Audience::All, "day", "portal-heading-day", |due| Cell::day(Some(due.day))),
        Column::said(Audience::All, "what", "portal-heading-item", |due| Cell::text(&due.what)),
        Column::said(Audience::All, "action", "heading-action", |due| match due.action {
            Some(action) => Cell::word(action, action.tone()),
            None => Cell::word(say!("portal-objective"), Tone::Plain),
        }),
        Column::said(Audience::All, "owner", "heading-owner", |due| Cell::maybe(due.owner)),
    ];
    if deadlines.iter().any(|due| due.is_overdue) {
        columns.push(Column::said(Audience::All, "overdue", "portal-heading-overdue", |due| match due.is_overdue {
            true => Cell::word(say!("portal-overdue"), Tone::Bad),
            false => Cell::Empty,
        }));
    }
    Table::of("deadlines", title, &columns, deadlines)
}

/// Open items, each with who has it to do by when.
pub(super) fn items_table<'i>(name: &'static str, title: Phrase, items: impl IntoIterator<Item = &'i Item>) -> Table {
    Table::of(name, title, ITEMS, items)
}

const ITEMS: &[Column<Item>] = &[
    Column::said(Audience::All, "clause", "heading-clause", |item| Cell::refs([&item.clause])),
    Column::said(Audience::All, "title", "heading-title", |item| Cell::text(&item.title)),
    Column::said(Audience::All, "action", "heading-action", |item| Cell::word(item.action, item.action.tone())),
    Column::said(Audience::All, "owner", "heading-owner", |item| Cell::maybe(item.owner.as_ref())),
    Column::said(Audience::All, "due", "heading-due", |item| Cell::day(item.due)),
    Column::said(Audience::All, "effort", "heading-effort", |item| {
        Cell::effort(item.effort.filter(|effort| *effort > PersonDays::default()))
    }),
    Column::said(Audience::All, "after", "portal-heading-after", |item| Cell::refs(&item.prerequisites)),
];

const TASKS: &[Column<Item>] = &[Column::said(Audience::All, "task", "heading-task", |item| Cell::text(&item.task))];

/// What one person is responsible for, or what has no owner.
struct Owned<'a> {
    owner: &'a str,
    items: usize,
    next: Option<Date>,
    processes: Vec<Link>,
    objectives: usize,
}

fn owner_columns<'a>() -> Vec<Column<Owned<'a>>> {
    vec![
        Column::said(Audience::All, "owner", "heading-owner", |owned| owner_cell(Some(owned.owner))),
        Column::said(Audience::All, "items", "portal-heading-open", |owned| Cell::count(owned.items)),
        Column::said(Audience::All, "next", "portal-heading-next", |owned| Cell::day(owned.next)),
        Column::said(Audience::All, "processes", "portal-processes", |owned| {
            Cell::links(owned.processes.iter().cloned())
        }),
        Column::said(Audience::All, "objectives", "portal-objectives", |owned| Cell::count(owned.objectives)),
    ]
}

type Owners<'a> = BTreeMap<(bool, &'a str), Owned<'a>>;

/// What each owner is responsible for, in the order of names; what has no owner comes last.
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
