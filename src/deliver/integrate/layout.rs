//! An integrated system laid out: numbers, groups for people, one table for programs and spreadsheets.

use std::collections::BTreeSet;

use super::attach::{Attachment, Integrated, IntegrationKind};
use super::entries;
use super::group::{Group, Member};
use super::integration::{Integrate, Integration, saving};
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{Confidence, TableId};
use crate::query::case::Case;
use crate::query::tally::{Tally, tone};
use crate::query::words::counted;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};

pub(super) fn document(question: &Integrate, case: Case<'_>) -> Result<Document, Refusal> {
    let integration = question.ask(case)?;
    let tables = integration.tables();
    let mut lead = saving_in_words(case, &integration);
    lead.extend(case.care(&tables).map(String::from));
    let mut parts = vec![Part::Table(editions_table(&integration))];
    if question.by == "clause" {
        let mut attachments = integration.requirements.iter().flat_map(|requirement| &requirement.attachments);
        if attachments.any(|attachment| attachment.confidence == Some(Confidence::Low)) {
            lead.push("Low marks what rests on a row of low confidence.".to_owned());
        }
        parts.extend(entries::by_clause(question, case, &integration)?);
    } else {
        if integration.groups.iter().map(|group| group.members.len()).sum::<usize>() > integration.requirements.len() {
            lead.push("A requirement that belongs to several groups is counted in each.".to_owned());
        }
        let lines: Vec<Counted<'_>> =
            integration.groups.iter().map(|group| Counted::new(&integration, group)).collect();
        parts.push(Part::Table(Table::of("groups", format!("By {}", question.by), &group_columns(), &lines)));
        if question.by != "chapter" {
            parts.extend(entries::side_by_side(&integration));
        }
    }
    parts.push(Part::Table(answer(&integration).for_audience(Audience::Programs)));
    let editions = || integration.editions.iter().map(|(edition, _)| edition);
    let names = editions().map(|edition| edition.as_str()).collect::<Vec<_>>().join(", ");
    Ok(Document {
        command: "integrate",
        title: format!("One system of {names}").into(),
        lead: Phrase::each(lead),
        parts,
        findings: Vec::new(),
        basis: case.basis(editions(), tables.iter().copied()),
    })
}

/// What integration saves, in plain words.
fn saving_in_words(case: Case<'_>, integration: &Integration) -> Vec<String> {
    let (saving, weight) = (integration.saving(), case.settings.partial_weight);
    let Some((base, own)) = integration.editions.first() else { return Vec::new() };
    let left = saving.applicable - saving.full;
    vec![
        format!(
            "Side by side, {} {}. Integrated on {base}, at most {left} are left to be met: {} there \
             already and counted once. Of the {left}, {} of the base, {} something that is there instead of standing \
             alone, {} in a chapter that is partly there and may do so, and {} new.",
            counted(integration.editions.len(), "edition has", "editions have"),
            counted(saving.applicable, "requirement", "requirements"),
            counted(saving.full, "is", "are"),
            counted(own.applicable, "is", "are"),
            counted(saving.partial, "extends", "extend"),
            counted(saving.presumed, "is", "are"),
            counted(saving.none() - own.applicable, "is", "are"),
        ),
        format!("Saved by integration: {}.", saving.saving_in_words(weight)),
    ]
}

/// The numbers of an edition, or of all together.
struct Line<'a> {
    edition: &'a str,
    requirements: usize,
    /// How much of it is there already; nothing for the base.
    in_place: Option<Tally>,
}

fn edition_columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("edition", "Edition", |line: &Line<'a>| Cell::text(line.edition)),
        Column::new("requirements", "Requirements", |line: &Line<'a>| Cell::count(line.requirements)),
        Column::new("covered", "Covered", |line: &Line<'a>| line.count_in_place(|there| there.full)),
        Column::new("extend", "Extend", |line: &Line<'a>| line.count_in_place(|there| there.partial)),
        Column::new("verify", "Verify", |line: &Line<'a>| line.count_in_place(|there| there.presumed)),
        Column::new("new", "New", |line: &Line<'a>| line.count_in_place(Tally::none)),
        Column::new("left", "Left", |line: &Line<'a>| Cell::count(line.left())),
    ]
}

impl Line<'_> {
    fn count_in_place(&self, count: fn(&Tally) -> usize) -> Cell {
        self.in_place.as_ref().map_or(Cell::Empty, |there| Cell::count(count(there)))
    }

    fn left(&self) -> usize {
        self.requirements - self.in_place.map_or(0, |there| there.full)
    }
}

fn editions_table(integration: &Integration) -> Table {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (number, (edition, tally)) in integration.editions.iter().enumerate() {
        let there = Some(*tally).filter(|_| number > 0);
        lines.push(Line { edition: edition.as_str(), requirements: tally.applicable, in_place: there });
    }
    let further = saving(integration.editions.iter().skip(1).map(|(_, tally)| *tally));
    lines.push(Line { edition: "total", requirements: integration.saving().applicable, in_place: Some(further) });
    Table::of("editions", "Editions, the base first", &edition_columns(), &lines)
}

/// A group with how many of its requirements become part of the system how.
struct Counted<'a> {
    group: &'a Group,
    counts: [usize; 5],
}

impl<'a> Counted<'a> {
    fn new(integration: &Integration, group: &'a Group) -> Self {
        let how = |member: &Member| integration.requirements[member.requirement].kind;
        let count = |wanted: IntegrationKind| group.members.iter().filter(|member| how(member) == wanted).count();
        Self { group, counts: IntegrationKind::ALL.map(count) }
    }
}

fn group_columns<'a>() -> Vec<Column<Counted<'a>>> {
    vec![
        Column::new("group", "Group", |line: &Counted<'a>| Cell::text(line.group.heading())),
        Column::new("requirements", "All", |line: &Counted<'a>| Cell::count(line.group.members.len())),
        Column::new("base", "Base", |line: &Counted<'a>| Cell::count(line.counts[0])),
        Column::new("covered", "Covered", |line: &Counted<'a>| Cell::count(line.counts[1])),
        Column::new("extend", "Extend", |line: &Counted<'a>| Cell::count(line.counts[2])),
        Column::new("verify", "Verify", |line: &Counted<'a>| Cell::count(line.counts[3])),
        Column::new("new", "New", |line: &Counted<'a>| Cell::count(line.counts[4])),
    ]
}

/// A requirement in a group, with what it attaches to there.
struct Row<'a> {
    group: &'a Group,
    requirement: &'a Integrated,
    attachments: Vec<&'a Attachment>,
}

impl Row<'_> {
    fn tables(&self) -> String {
        let tables: BTreeSet<&TableId> = self.attachments.iter().flat_map(|attachment| &attachment.tables).collect();
        tables.into_iter().map(TableId::as_str).collect::<Vec<_>>().join(" ")
    }

    fn add(&self) -> String {
        let mut adds: Vec<&str> = Vec::new();
        for attachment in &self.attachments {
            if !attachment.add.is_empty() && !adds.contains(&attachment.add.as_str()) {
                adds.push(&attachment.add);
            }
        }
        match adds.as_slice() {
            [] => self.attachments.first().map(|attachment| attachment.rest.clone()).unwrap_or_default(),
            adds => adds.join("; "),
        }
    }
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("group", "Group", |row: &Row<'a>| Cell::text(&row.group.name)),
        Column::new("group_title", "Group title", |row: &Row<'a>| Cell::text(&row.group.title)),
        Column::new("edition", "Edition", |row: &Row<'a>| Cell::text(row.requirement.clause.edition.as_str())),
        Column::new("clause", "Clause", |row: &Row<'a>| Cell::refs([&row.requirement.clause])),
        Column::new("title", "Requirement", |row: &Row<'a>| Cell::text(&row.requirement.title)),
        Column::new("level", "Level", |row: &Row<'a>| {
            row.requirement.level.map_or(Cell::Empty, |level| Cell::word(level, tone(level)))
        }),
        Column::new("how", "How", |row: &Row<'a>| Cell::word(row.requirement.kind.name(), row.requirement.kind.tone())),
        Column::new("attaches", "Attaches to", |row: &Row<'a>| {
            Cell::refs(row.attachments.iter().flat_map(|attachment| &attachment.to).collect::<Vec<_>>())
        }),
        Column::new("together", "Together", |row: &Row<'a>| match row.attachments.as_slice() {
            [] => Cell::Empty,
            several => Cell::Boolean(several.iter().any(|attachment| attachment.to.len() > 1)),
        }),
        Column::new("add", "What to add", |row: &Row<'a>| Cell::text(row.add())),
        Column::new("hops", "Rows", |row: &Row<'a>| {
            let hops = row.attachments.iter().map(|attachment| attachment.hops).min();
            hops.map_or(Cell::Empty, |hops| Cell::Count(u64::from(hops)))
        }),
        Column::new("table", "Tables", |row: &Row<'a>| Cell::text(row.tables())),
        Column::new("confidence", "Confidence", |row: &Row<'a>| {
            let surest = row.attachments.iter().filter_map(|attachment| attachment.confidence).max();
            surest.map_or(Cell::Empty, |confidence| Cell::word(confidence, Tone::Plain))
        }),
        Column::new("compare", "To compare with", |row: &Row<'a>| {
            Cell::refs(row.requirement.hint.iter().flat_map(|hint| &hint.to).collect::<Vec<_>>())
        }),
    ]
}

/// A row for each requirement in each group.
fn answer(integration: &Integration) -> Table {
    let row = |group| {
        move |member: &Member| {
            let requirement = &integration.requirements[member.requirement];
            let attachments = member.attachments.iter().map(|number| &requirement.attachments[*number]).collect();
            Row { group, requirement, attachments }
        }
    };
    let rows: Vec<Row<'_>> = integration.groups.iter().flat_map(|group| group.members.iter().map(row(group))).collect();
    Table::of(ANSWER, "Requirements in groups", &columns(), &rows)
}
