//! A chapter about one target: its coverage, and what remains to be done requirement by requirement.

use std::collections::BTreeMap;

use crate::crosswalk::Inference;
use crate::deliver::plan::{Item, Plans};
use crate::language::{Phrase, say};
use crate::model::{Catalog, ClauseId, EditionId};
use crate::query::coverage::{self, Group};
use crate::query::gap::{self, Action, GapRow};
use crate::query::proof;
use crate::query::scenarios::AllScenarios;
use crate::report::{ANSWER, Audience, Cell, Column, Part, Table, Tone, Tree};

/// The parts of the chapter.
pub(super) fn parts(
    all: &AllScenarios<'_>,
    catalog: &Catalog,
    rows: &[GapRow],
    plans: &Plans,
    inference: &Inference<'_, '_>,
) -> Vec<Part> {
    let case = all.case;
    let weight = case.case.settings.partial_weight;
    let groups = coverage::chapters(catalog, case.case.crosswalk, inference);
    let mut parts = vec![Part::Section(catalog.id.to_string().into())];
    // People have the same as a heatmap.
    let numbers = coverage::by_chapter(&groups, weight).into_iter().filter_map(|part| match part {
        Part::Table(numbers) => Some(Part::Table(numbers.for_audience(Audience::Editors))),
        _ => None,
    });
    parts.extend(numbers);
    parts.push(Part::Table(heatmap(&catalog.id, &groups, weight)));
    for themes in coverage::themes(catalog, case.case.crosswalk, inference) {
        parts.push(Part::Chart(coverage::chart(themes.title, &themes.groups, weight)));
    }
    let items: BTreeMap<&ClauseId, &Item> =
        plans.plans.iter().flat_map(|plan| plan.items()).map(|item| (&item.clause, item)).collect();
    let open = rows.iter().filter(|row| row.action != Action::None);
    let open: Vec<Line<'_>> = open.map(|row| Line { row, item: items.get(&row.clause).copied() }).collect();
    let title = say!("report-work", edition = &catalog.id, count = open.len());
    if !open.is_empty() {
        let details = open.iter().map(|line| proof(all, &catalog.id, line.row)).collect();
        let table = Table::of("gaps", title, &gap_columns(), &open).with_details(details);
        parts.push(Part::Table(table.for_audience(Audience::Readers)));
    }
    parts
}

/// Every requirement of a target, for programs and as a sheet to work with.
pub(super) fn requirements(target: &EditionId, rows: &[GapRow]) -> Table {
    let mut table = Table::of(ANSWER, say!("requirements-of", edition = target), gap::COLUMNS, rows);
    table.extend(WHAT_TO_DO, rows);
    table.for_audience(Audience::Editors)
}

/// The requirements that are in place, and what they depend on.
pub(super) fn in_place(all: &AllScenarios<'_>, target: &EditionId, rows: &[GapRow]) -> Option<Table> {
    let met: Vec<&GapRow> = rows.iter().filter(|row| row.action == Action::None).collect();
    let details = met.iter().map(|row| proof(all, target, row)).collect();
    let title = say!("report-in-place", edition = target, count = met.len());
    let table = Table::of("in-place", title, IN_PLACE, met.iter().copied());
    (!met.is_empty()).then(|| table.with_details(details).for_audience(Audience::Readers))
}

/// What is to be done about a requirement, as the report says it.
const WHAT_TO_DO: &[Column<GapRow>] =
    &[Column::said(Audience::People, "what-to-do", "heading-task", |row| Cell::text(gap::what_to_do_in_short(row)))];

/// An open requirement, and the item of the plan that is about it.
struct Line<'a> {
    row: &'a GapRow,
    item: Option<&'a Item>,
}

fn gap_columns<'a>() -> [Column<Line<'a>>; 4] {
    [
        Column::said(Audience::All, "clause", "heading-clause", |line| Cell::text(line.row.clause.number.as_str())),
        Column::said(Audience::All, "title", "heading-requirement", |line| Cell::text(&line.row.title)),
        Column::said(Audience::All, "action", "heading-action", |line| {
            Cell::word(line.row.action, line.row.action.tone())
        }),
        // Columns of their own would take the room that this one needs: most of them would be empty.
        Column::said(Audience::All, "task", "heading-task", |line| {
            let owner = line.item.and_then(|item| item.owner.as_ref()).map(|owner| say!("page-owner", owner = owner));
            let due = line.item.and_then(|item| item.due).map(|day| say!("soa-detail-due", day = day));
            let who = Phrase::joined(owner.into_iter().chain(due), "; ");
            let task = std::iter::once(gap::what_to_do_in_short(line.row));
            Cell::text(Phrase::joined(task.chain((!who.is_empty()).then_some(who)), " "))
        }),
    ]
}

const IN_PLACE: &[Column<GapRow>] = &[
    Column::said(Audience::All, "clause", "heading-clause", |row| Cell::text(row.clause.number.as_str())),
    Column::said(Audience::All, "title", "heading-requirement", |row| Cell::text(&row.title)),
    Column::said(Audience::All, "because", "heading-because", |row| Cell::text(&row.chain_in_words)),
    Column::said(Audience::All, "evidence", "heading-evidence", |row| Cell::resources(&row.evidence)),
];

/// The counts of each chapter by level, tinted if there are any.
fn heatmap(target: &EditionId, groups: &[Group], weight: f64) -> Table {
    let lines: Vec<(&Group, f64)> = groups.iter().map(|group| (group, weight)).collect();
    let columns: [Column<(&Group, f64)>; 8] = [
        Column::said(Audience::All, "group", "heading-chapter", |(group, _)| Cell::text(group.name_in_words())),
        Column::said(Audience::All, "title", "heading-title", |(group, _)| match group.name.as_str() {
            coverage::TOTAL => Cell::Empty,
            _ => Cell::text(&group.title),
        }),
        Column::said(Audience::All, "applicable", "heading-number", |(group, _)| Cell::count(group.tally.applicable)),
        Column::said(Audience::All, "full", "heading-full", |(group, _)| tinted(group.tally.full, Tone::Good)),
        Column::said(Audience::All, "partial", "heading-partial", |(group, _)| {
            tinted(group.tally.partial, Tone::Middling)
        }),
        Column::said(Audience::All, "presumed", "heading-presumed", |(group, _)| {
            tinted(group.tally.presumed, Tone::Unsure)
        }),
        Column::said(Audience::All, "none", "heading-none", |(group, _)| tinted(group.tally.none(), Tone::Bad)),
        Column::said(Audience::All, "coverage", "heading-coverage", |(group, weight)| {
            Cell::share(group.tally.coverage(*weight))
        }),
    ];
    let table = Table::of("levels", say!("report-levels", edition = target), &columns, &lines);
    table.for_audience(Audience::Readers)
}

/// A count on a background by its meaning, if there is any.
fn tinted(count: usize, tone: Tone) -> Cell {
    if count == 0 { Cell::count(0) } else { Cell::word(count, tone) }
}

/// The proof of a requirement.
fn proof(all: &AllScenarios<'_>, target: &EditionId, row: &GapRow) -> Option<Tree> {
    let scenarios = all.of(target);
    let telling = scenarios.most_informative(&row.clause);
    let trail = telling.trail(&row.clause)?;
    let mut lines = vec![proof::proof_tree(all.case, &trail, proof::Reader::Client)];
    lines.extend(proof::contributor_tree(all.case, &row.contributors, proof::Reader::Client));
    Some(Tree::new(proof::heading_of(&scenarios, telling), lines))
}
