//! Page one, for those who decide: the coverage of each target, what matters most, what happens next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::deliver::plan::{self, Item, Plans};
use crate::language::{Phrase, say};
use crate::model::{ClauseId, EditionId, TableId};
use crate::query::case::Assessed;
use crate::query::coverage;
use crate::query::gap::Gaps;
use crate::query::tally::{Tally, toned};
use crate::report::{Audience, Cell, Column, Part, Table, Tone};

/// How many gaps, and how many dates, are on page one.
const MOST: usize = 5;

/// The coverage of each target, the gaps that matter most, and the dates that come first.
pub(super) fn parts(case: Assessed<'_>, gaps: &Gaps, plans: &Plans) -> Vec<Part> {
    let weight = case.case.settings.partial_weight;
    let totals = coverage::totals(&gaps.targets);
    let mut parts = vec![Part::Chart(coverage::chart(say!("report-where-we-stand"), &totals, weight))];
    let standings: Vec<Standing<'_>> =
        gaps.targets.iter().map(|(target, tally)| Standing { target, tally, weight }).collect();
    parts.push(Part::Table(Table::of("standing", say!("report-figures"), &standing_columns(), &standings)));
    let items = each_once(case, plans);
    let first = priorities(case, &items);
    if !first.is_empty() {
        let title = say!("report-priorities", count = first.len());
        parts.push(Part::Table(Table::of("priorities", title, PRIORITIES, &first)));
    }
    let next = next(case, &items);
    if !next.is_empty() {
        parts.push(Part::Table(Table::of("next", say!("report-next"), NEXT, &next)));
    }
    parts
}

/// What the figures depend on, and what has no date yet.
pub(super) fn sentences(case: Assessed<'_>, plans: &Plans, tables: &BTreeSet<TableId>) -> Vec<Phrase> {
    let statements = case.assessment.statements().count();
    let on_what = match tables.len() {
        0 => say!("report-statements", statements = statements),
        count => say!("report-statements-and-tables", statements = statements, tables = count),
    };
    let mut sentences = vec![match case.case.doubts(&tables.iter().collect()) {
        Some(doubts) => {
            say!("report-rests-on-with-doubts", what = on_what, tables = tables.len(), doubts = doubts)
        }
        None => say!("report-rests-on", what = on_what),
    }];
    let items = each_once(case, plans);
    let undated = items.iter().filter(|item| item.due.is_none()).count();
    if undated > 0 {
        sentences.push(say!("report-undated", undated = undated, items = items.len()));
    }
    sentences.extend(plan::not_shared_out(case, plans));
    sentences
}

struct Standing<'a> {
    target: &'a EditionId,
    tally: &'a Tally,
    weight: f64,
}

fn standing_columns<'a>() -> [Column<Standing<'a>>; 6] {
    [
        Column::said(Audience::All, "edition", "heading-standard", |line| Cell::text(line.target.as_str())),
        Column::said(Audience::All, "applicable", "heading-requirements", |line| Cell::count(line.tally.applicable)),
        Column::said(Audience::All, "lower", "heading-guaranteed", |line| Cell::share(line.tally.lower())),
        Column::said(Audience::All, "coverage", "heading-coverage", |line| toned(line.tally.coverage(line.weight))),
        Column::said(Audience::All, "upper", "heading-up-to", |line| Cell::share(line.tally.upper())),
        Column::said(Audience::All, "open", "report-heading-open", |line| {
            Cell::count(line.tally.applicable - line.tally.full)
        }),
    ]
}

/// The items of all plans in the order of clauses; one that several plans share appears once, with all that needs it.
fn each_once(case: Assessed<'_>, plans: &Plans) -> Vec<Item> {
    let mut items: BTreeMap<ClauseId, Item> = BTreeMap::new();
    for item in plans.plans.iter().flat_map(|plan| plan.items()) {
        items
            .entry(item.clause.clone())
            .and_modify(|known| known.required_by.extend(item.required_by.iter().cloned()))
            .or_insert_with(|| item.clone());
    }
    let mut items: Vec<Item> = items.into_values().collect();
    plan::sort_by_place(case, &mut items);
    items
}

/// A gap, and the requirements that it holds up.
struct Priority {
    rank: usize,
    item: Item,
    holds_up: BTreeSet<ClauseId>,
}

/// The gaps that hold up most requirements; of those that hold up as many, what is due first, then the order of clauses.
fn priorities(case: Assessed<'_>, items: &[Item]) -> Vec<Priority> {
    let targets: BTreeSet<&EditionId> = items.iter().filter_map(|item| item.target.as_ref()).collect();
    let mut gaps: Vec<Priority> = Vec::new();
    for item in items {
        let own = targets.contains(&item.clause.edition).then(|| item.clause.clone());
        let holds_up: BTreeSet<ClauseId> = item.required_by.iter().cloned().chain(own).collect();
        if !holds_up.is_empty() {
            gaps.push(Priority { rank: 0, item: item.clone(), holds_up });
        }
    }
    let is_undecided = |gap: &Priority| case.assessment.statement(&gap.item.clause).is_none();
    let rank = |gap: &Priority| (Reverse(gap.holds_up.len()), is_undecided(gap), gap.item.due.is_none(), gap.item.due);
    // Items come in the order of clauses, and those that are alike stay so.
    gaps.sort_by_key(rank);
    gaps.truncate(MOST);
    for (rank, gap) in (1..).zip(&mut gaps) {
        gap.rank = rank;
    }
    gaps
}

const PRIORITIES: &[Column<Priority>] = &[
    Column::new("rank", "#", |gap| Cell::count(gap.rank)),
    Column::said(Audience::All, "clause", "heading-clause", |gap| Cell::refs([&gap.item.clause])),
    Column::said(Audience::All, "title", "heading-title", |gap| Cell::text(&gap.item.title)),
    Column::for_programs("action", |gap| Cell::word(gap.item.action, gap.item.action.tone())),
    Column::said(Audience::People, "needed-by", "report-heading-needed-by", |gap| {
        Cell::text(needed_for(&gap.holds_up))
    }),
    Column::for_programs("required-by", |gap| Cell::refs(&gap.holds_up)),
    Column::said(Audience::All, "owner", "heading-owner", |gap| Cell::maybe(gap.item.owner.as_ref())),
    Column::said(Audience::All, "due", "heading-due", |gap| Cell::day(gap.item.due)),
];

/// How many requirements of which standards need something.
fn needed_for(requirements: &BTreeSet<ClauseId>) -> Phrase {
    let mut counts: BTreeMap<&EditionId, usize> = BTreeMap::new();
    for clause in requirements {
        *counts.entry(&clause.edition).or_default() += 1;
    }
    Phrase::list(counts.into_iter().map(|(edition, count)| say!("report-count-of", count = count, edition = edition)))
}

/// A date, and what has to be in place by it.
struct Deadline {
    item: Item,
    is_overdue: bool,
}

/// The dates that come first.
fn next(case: Assessed<'_>, items: &[Item]) -> Vec<Deadline> {
    let mut dated: Vec<&Item> = items.iter().filter(|item| item.due.is_some()).collect();
    // What only depends on a dated clause has its date and is not a separate step.
    dated.retain(|item| item.has_own_due);
    dated.sort_by_key(|item| (item.due, case.case.library.place(&item.clause)));
    let is_overdue = |item: &Item| item.due.zip(case.assessment.date).is_some_and(|(due, day)| due < day);
    dated.into_iter().take(MOST).map(|item| Deadline { item: item.clone(), is_overdue: is_overdue(item) }).collect()
}

const NEXT: &[Column<Deadline>] = &[
    Column::for_programs("due", |line| Cell::day(line.item.due)),
    Column::said(Audience::People, "due", "heading-due", |line| match (line.item.due, line.is_overdue) {
        (Some(due), true) => Cell::word(say!("report-overdue", day = due), Tone::Bad),
        (due, _) => Cell::day(due),
    }),
    Column::said(Audience::All, "clause", "heading-clause", |line| Cell::refs([&line.item.clause])),
    Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.item.title)),
    Column::said(Audience::All, "owner", "heading-owner", |line| Cell::maybe(line.item.owner.as_ref())),
    Column::said(Audience::All, "effort", "heading-effort", |line| Cell::effort(line.item.effort)),
    Column::for_programs("overdue", |line| Cell::Boolean(line.is_overdue)),
];
