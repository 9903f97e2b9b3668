//! An integrated system laid out: numbers, groups for people, one table for programs and spreadsheets.

use std::collections::BTreeSet;

use super::attach::{Attachment, Integrated, IntegrationKind};
use super::entries;
use super::group::{Group, Member};
use super::integration::{Integrate, Integration, saving};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::model::TableId;
use crate::query::case::Case;
use crate::query::tally::{Tally, tone};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};

pub(super) fn document(question: &Integrate, case: Case<'_>) -> Result<Document, Refusal> {
    let integration = question.ask(case)?;
    let tables = integration.tables();
    let mut lead = saving_in_words(case, &integration);
    lead.extend(case.care(&tables));
    let mut parts = vec![Part::Table(editions_table(&integration))];
    if question.by == "clause" {
        parts.extend(entries::by_clause(question, case, &integration)?);
    } else {
        if integration.groups.iter().map(|group| group.members.len()).sum::<usize>() > integration.requirements.len() {
            lead.push(say!("integrate-several"));
        }
        let lines: Vec<Counted<'_>> =
            integration.groups.iter().map(|group| Counted::new(&integration, group)).collect();
        let by = if question.by == "chapter" { say!("by-chapter") } else { question.by.as_str().into() };
        parts.push(Part::Table(Table::of("groups", say!("coverage-by", by = by), &group_columns(), &lines)));
        if question.by != "chapter" {
            parts.extend(entries::side_by_side(&integration));
        }
    }
    parts.push(Part::Table(answer(&integration).for_audience(Audience::Programs)));
    let editions = || integration.editions.iter().map(|(edition, _)| edition);
    Ok(Document {
        command: "integrate",
        title: say!("integrate-title", editions = Phrase::joined(editions(), ", ")),
        lead,
        parts,
        findings: Vec::new(),
        basis: case.basis(editions(), tables.iter().copied()),
    })
}

/// What integration saves, in plain words.
fn saving_in_words(case: Case<'_>, integration: &Integration) -> Vec<Phrase> {
    let (saving, weight) = (integration.saving(), case.settings.partial_weight);
    let Some((base, own)) = integration.editions.first() else { return Vec::new() };
    let left = saving.applicable - saving.full;
    let separately = say!(
        "integrate-separately",
        editions = integration.editions.len(),
        all = saving.applicable,
        base = base,
        left = left,
        full = saving.full,
    );
    let rest = say!(
        "integrate-rest",
        left = left,
        own = own.applicable,
        base = base,
        partial = saving.partial,
        presumed = saving.presumed,
        new = saving.none() - own.applicable,
    );
    vec![Phrase::joined([separately, rest], " "), say!("integrate-saved", figures = saving.saving_in_words(weight))]
}

/// The numbers of an edition, or of all together.
struct Line {
    edition: Phrase,
    requirements: usize,
    /// How much of it is there already; nothing for the base.
    in_place: Option<Tally>,
}

fn edition_columns() -> Vec<Column<Line>> {
    vec![
        Column::said(Audience::All, "edition", "heading-edition", |line: &Line| Cell::text(&line.edition)),
        Column::said(Audience::All, "requirements", "heading-requirements", |line: &Line| {
            Cell::count(line.requirements)
        }),
        Column::said(Audience::All, "covered", "integrate-heading-covered", |line: &Line| {
            line.count_in_place(|there| there.full)
        }),
        Column::said(Audience::All, "extend", "integrate-heading-extend", |line: &Line| {
            line.count_in_place(|there| there.partial)
        }),
        Column::said(Audience::All, "verify", "integrate-heading-verify", |line: &Line| {
            line.count_in_place(|there| there.presumed)
        }),
        Column::said(Audience::All, "new", "integrate-heading-new", |line: &Line| line.count_in_place(Tally::none)),
        Column::said(Audience::All, "left", "integrate-heading-left", |line: &Line| Cell::count(line.left())),
    ]
}

impl Line {
    fn count_in_place(&self, count: fn(&Tally) -> usize) -> Cell {
        self.in_place.as_ref().map_or(Cell::Empty, |there| Cell::count(count(there)))
    }

    fn left(&self) -> usize {
        self.requirements - self.in_place.map_or(0, |there| there.full)
    }
}

fn editions_table(integration: &Integration) -> Table {
    let mut lines: Vec<Line> = Vec::new();
    for (number, (edition, tally)) in integration.editions.iter().enumerate() {
        let there = Some(*tally).filter(|_| number > 0);
        lines.push(Line { edition: edition.into(), requirements: tally.applicable, in_place: there });
    }
    let further = saving(integration.editions.iter().skip(1).map(|(_, tally)| *tally));
    lines.push(Line {
        edition: say!("group-total"),
        requirements: integration.saving().applicable,
        in_place: Some(further),
    });
    Table::of("editions", say!("integrate-editions"), &edition_columns(), &lines)
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
        Column::said(Audience::All, "group", "heading-group", |line: &Counted<'a>| Cell::text(line.group.heading())),
        Column::said(Audience::All, "requirements", "integrate-heading-all", |line: &Counted<'a>| {
            Cell::count(line.group.members.len())
        }),
        Column::said(Audience::All, "base", "integrate-heading-base", |line: &Counted<'a>| Cell::count(line.counts[0])),
        Column::said(Audience::All, "covered", "integrate-heading-covered", |line: &Counted<'a>| {
            Cell::count(line.counts[1])
        }),
        Column::said(Audience::All, "extend", "integrate-heading-extend", |line: &Counted<'a>| {
            Cell::count(line.counts[2])
        }),
        Column::said(Audience::All, "verify", "integrate-heading-verify", |line: &Counted<'a>| {
            Cell::count(line.counts[3])
        }),
        Column::said(Audience::All, "new", "integrate-heading-new", |line: &Counted<'a>| Cell::count(line.counts[4])),
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

    fn add(&self) -> Phrase {
        let mut adds: Vec<&str> = Vec::new();
        for attachment in &self.attachments {
            if !attachment.add.is_empty() && !adds.contains(&attachment.add.as_str()) {
                adds.push(&attachment.add);
            }
        }
        match adds.as_slice() {
            [] => self.attachments.first().map(|attachment| attachment.rest.clone()).unwrap_or_default(),
            adds => Phrase::joined(adds, "; "),
        }
    }
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::said(Audience::All, "group", "heading-group", |row: &Row<'a>| Cell::text(&row.group.name)),
        Column::said(Audience::All, "group_title", "integrate-heading-group-title", |row: &Row<'a>| {
            Cell::text(&row.group.title)
        }),
        Column::said(Audience::All, "edition", "heading-edition", |row: &Row<'a>| {
            Cell::text(row.requirement.clause.edition.as_str())
        }),
        Column::said(Audience::All, "clause", "heading-clause", |row: &Row<'a>| Cell::refs([&row.requirement.clause])),
        Column::said(Audience::All, "title", "heading-requirement", |row: &Row<'a>| Cell::text(&row.requirement.title)),
        Column::said(Audience::All, "level", "heading-level", |row: &Row<'a>| {
            row.requirement.level.map_or(Cell::Empty, |level| Cell::word(level, tone(level)))
        }),
        Column::said(Audience::All, "how", "integrate-heading-how", |row: &Row<'a>| {
            Cell::word(row.requirement.kind, row.requirement.kind.tone())
        }),
        Column::said(Audience::All, "attaches", "integrate-heading-attaches", |row: &Row<'a>| {
            Cell::refs(row.attachments.iter().flat_map(|attachment| &attachment.to).collect::<Vec<_>>())
        }),
        Column::said(Audience::All, "together", "integrate-heading-together", |row: &Row<'a>| {
            match row.attachments.as_slice() {
                [] => Cell::Empty,
                several => Cell::Boolean(several.iter().any(|attachment| attachment.to.len() > 1)),
            }
        }),
        Column::said(Audience::All, "add", "integrate-heading-add", |row: &Row<'a>| Cell::text(row.add())),
        Column::said(Audience::All, "hops", "integrate-heading-steps", |row: &Row<'a>| {
            let hops = row.attachments.iter().map(|attachment| attachment.hops).min();
            hops.map_or(Cell::Empty, |hops| Cell::Count(u64::from(hops)))
        }),
        Column::said(Audience::All, "table", "integrate-heading-tables", |row: &Row<'a>| Cell::text(row.tables())),
        Column::said(Audience::All, "confidence", "heading-confidence", |row: &Row<'a>| {
            let surest = row.attachments.iter().filter_map(|attachment| attachment.confidence).max();
            surest.map_or(Cell::Empty, |confidence| Cell::word(confidence, Tone::Plain))
        }),
        Column::said(Audience::All, "compare", "integrate-heading-compare", |row: &Row<'a>| {
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
    Table::of(ANSWER, say!("integrate-rows"), &columns(), &rows)
}
