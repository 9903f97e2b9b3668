//! The guide as rows: one for each pair, for each base clause that covers nothing by itself, and for each new requirement.

use super::guideline::{Guideline, Related};
use super::page::Layout;
use super::wording::{other_mapping, tone};
use crate::crosswalk::Level;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, Confidence, Direction, Statement, Strength, TableId};
use crate::query::stated::EffectiveStatement;
use crate::report::{ANSWER, Audience, Cell, Column, Table, Tone};
use crate::source::Text;

/// A clause with its words.
#[derive(Clone)]
struct GuideClause {
    id: ClauseId,
    title: Text,
    summary: Option<Text>,
    stated: Option<EffectiveStatement>,
}

/// A row of the guide.
#[derive(Clone)]
struct Line {
    base: Option<GuideClause>,
    relation: Level,
    is_touch_point: bool,
    target: Option<GuideClause>,
    partners: Vec<ClauseId>,
    items: Option<Text>,
    add: Option<Phrase>,
    direction: Option<Direction>,
    chain: Vec<ClauseId>,
    tables: Vec<TableId>,
    confidence: Option<Confidence>,
    other_mappings: Phrase,
    note: Phrase,
}

impl Line {
    fn new(base: Option<GuideClause>, target: Option<GuideClause>) -> Self {
        Self {
            base,
            relation: Level::None,
            is_touch_point: false,
            target,
            partners: Vec::new(),
            items: None,
            add: None,
            direction: None,
            chain: Vec::new(),
            tables: Vec::new(),
            confidence: None,
            other_mappings: Phrase::default(),
            note: Phrase::default(),
        }
    }
}

impl Layout<'_> {
    /// The table of all that the guide says.
    pub(super) fn table(&self) -> Table {
        let mut lines: Vec<Line> = Vec::new();
        if !self.is_answered() {
            return Table::of(ANSWER, say!("guide-rows"), COLUMNS, &lines);
        }
        for guideline in &self.guidelines.clauses {
            let base = self.guide_clause(&guideline.clause, guideline.stated.as_ref());
            if guideline.related.iter().all(|related| related.row.is_touch_point) {
                lines.push(Line {
                    relation: guideline.contribution(),
                    tables: guideline.unrelated.iter().map(|said| said.table.clone()).collect(),
                    note: Phrase::joined(self.reasons(guideline), "; "),
                    ..Line::new(Some(base.clone()), None)
                });
            }
            lines.extend(guideline.related.iter().map(|related| self.line(guideline, related, base.clone())));
        }
        lines.extend(self.guidelines.new.iter().map(|new| Line {
            tables: new.declared_unrelated.iter().map(|said| said.table.clone()).collect(),
            note: Phrase::joined(self.reasons_of_new(new), "; "),
            ..Line::new(None, Some(self.guide_clause(&new.clause, new.stated.as_ref())))
        }));
        Table::of(ANSWER, say!("guide-rows"), COLUMNS, &lines)
    }

    fn line(&self, guideline: &Guideline, related: &Related, base: GuideClause) -> Line {
        let row = &related.row;
        Line {
            relation: row.relation,
            is_touch_point: row.is_touch_point,
            partners: guideline.partners(related).into_iter().cloned().collect(),
            items: row.items.clone(),
            add: row.add.clone().or_else(|| row.rest.clone()),
            direction: related.direction,
            chain: row.chain.clone(),
            tables: row.tables.clone(),
            confidence: row.confidence,
            other_mappings: Phrase::joined(related.other_mappings.iter().map(other_mapping), "; "),
            note: row.note.as_ref().map(Phrase::from).unwrap_or_default(),
            ..Line::new(Some(base), Some(self.guide_clause(&row.to, related.stated.as_ref())))
        }
    }

    fn guide_clause(&self, id: &ClauseId, stated: Option<&EffectiveStatement>) -> GuideClause {
        let clause = self.clause(id);
        GuideClause {
            id: id.clone(),
            title: clause.map(|clause| clause.title.clone()).unwrap_or_default(),
            summary: clause.and_then(|clause| clause.summary.clone()),
            stated: stated.cloned(),
        }
    }
}

/// The reference of a clause if there is one.
fn reference(clause: Option<&GuideClause>) -> Cell {
    Cell::refs(clause.map(|clause| &clause.id))
}

fn title(clause: Option<&GuideClause>) -> Cell {
    Cell::maybe(clause.map(|clause| &clause.title))
}

fn summary(clause: Option<&GuideClause>) -> Cell {
    Cell::maybe(clause.and_then(|clause| clause.summary.as_ref()))
}

fn statement(clause: Option<&GuideClause>) -> Option<&Statement> {
    Some(&clause?.stated.as_ref()?.statement)
}

fn status(clause: Option<&GuideClause>) -> Cell {
    let status = statement(clause).map(|statement| statement.status);
    status.map_or(Cell::Empty, |status| Cell::word(status, crate::query::stated::tone(status)))
}

fn evidence(clause: Option<&GuideClause>) -> Cell {
    statement(clause).map_or(Cell::Empty, |statement| Cell::resources(&statement.evidence))
}

fn owner(clause: Option<&GuideClause>) -> Cell {
    Cell::maybe(statement(clause).and_then(|statement| statement.owner.as_ref()))
}

fn due(clause: Option<&GuideClause>) -> Cell {
    Cell::day(statement(clause).and_then(|statement| statement.due))
}

fn remark(clause: Option<&GuideClause>) -> Cell {
    let statement = statement(clause);
    Cell::maybe(statement.and_then(|statement| statement.justification.as_ref().or(statement.note.as_ref())))
}

const COLUMNS: &[Column<Line>] = &[
    Column::said(Audience::All, "base", "heading-clause", |line| reference(line.base.as_ref())),
    Column::said(Audience::All, "relation", "guide-relation", |line| match line.is_touch_point {
        true => Cell::word(Strength::Related, Tone::Quiet),
        false => Cell::word(line.relation, tone(line.relation)),
    }),
    Column::said(Audience::All, "target", "guide-heading-target", |line| reference(line.target.as_ref())),
    Column::said(Audience::All, "items", "guide-items", |line| Cell::maybe(line.items.as_ref())),
    Column::said(Audience::All, "add", "guide-add", |line| Cell::maybe(line.add.as_ref())),
    Column::said(Audience::All, "base-title", "heading-title", |line| title(line.base.as_ref())),
    Column::said(Audience::All, "target-title", "guide-heading-target-title", |line| title(line.target.as_ref())),
    Column::said(Audience::All, "base-summary", "guide-heading-requires", |line| summary(line.base.as_ref())),
    Column::said(Audience::All, "target-summary", "guide-heading-target-requires", |line| {
        summary(line.target.as_ref())
    }),
    Column::said(Audience::All, "together-with", "guide-together", |line| Cell::refs(&line.partners)),
    Column::said(Audience::All, "read", "guide-heading-read", |line| match line.direction {
        Some(Direction::Forward) => Cell::word(say!("guide-forward"), Tone::Plain),
        Some(Direction::Backward) => Cell::word(say!("guide-backward"), Tone::Plain),
        None => Cell::Empty,
    }),
    Column::said(Audience::All, "table", "guide-by", |line| {
        Cell::text(line.tables.iter().map(TableId::as_str).collect::<Vec<_>>().join(" "))
    }),
    Column::said(Audience::All, "confidence", "heading-confidence", |line| Cell::maybe(line.confidence)),
    Column::said(Audience::All, "opinions", "guide-heading-opinions", |line| Cell::text(&line.other_mappings)),
    Column::said(Audience::All, "note", "guide-note", |line| Cell::text(&line.note)),
    Column::said(Audience::All, "status", "heading-status", |line| status(line.base.as_ref())),
    Column::said(Audience::All, "evidence", "heading-evidence", |line| evidence(line.base.as_ref())),
    Column::said(Audience::All, "owner", "heading-owner", |line| owner(line.base.as_ref())),
    Column::said(Audience::All, "due", "heading-due", |line| due(line.base.as_ref())),
    Column::said(Audience::All, "remark", "guide-remark", |line| remark(line.base.as_ref())),
    Column::said(Audience::All, "target-status", "guide-heading-target-status", |line| status(line.target.as_ref())),
    Column::said(Audience::All, "target-evidence", "guide-heading-target-evidence", |line| {
        evidence(line.target.as_ref())
    }),
    Column::said(Audience::All, "target-owner", "guide-heading-target-owner", |line| owner(line.target.as_ref())),
    Column::said(Audience::All, "target-due", "guide-heading-target-due", |line| due(line.target.as_ref())),
    Column::said(Audience::All, "target-remark", "guide-heading-target-remark", |line| remark(line.target.as_ref())),
    Column::said(Audience::All, "chain", "guide-heading-chain", |line| Cell::refs(&line.chain)),
];
