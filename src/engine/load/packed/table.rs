//! The packed form of a relation table: a header that is read at once, and rows that are read when they are used.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::part::{MOST_AT_ONCE, Malformed, Reader, Writer};
use crate::deferred::Deferred;
use crate::model::{
    ClauseId, ClauseNumber, Clauses, Confidence, EditionId, Few, Provenance, Relation, Said, Stage, Strength, Table,
    TableId,
};
use crate::source::{FileId, Span, Text};

/// What is known about a table without reading a row.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Head {
    pub(super) id: Text,
    pub(super) title: Option<Text>,
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) version: u32,
    pub(super) source: Text,
    pub(super) confidence: Confidence,
    pub(super) provenance: Option<Provenance>,
    pub(super) method: Option<Text>,
    pub(super) mapper: Option<Text>,
    pub(super) date: Option<Text>,
    pub(super) stage: Option<Stage>,
    pub(super) derived_from: Vec<Text>,
    pub(super) pins: [Option<(Text, Span)>; 2],
    pub(super) is_draft: bool,
    pub(super) span: Span,
    /// How many rows there are: none, related, partial, full.
    pub(super) counts: [u32; 4],
    /// The editions whose clauses its rows name, by their numbers in the pack.
    pub(super) editions: Vec<u32>,
}

fn table_names(tables: &[TableId]) -> Vec<Text> {
    tables.iter().map(|table| table.as_str().to_owned().into()).collect()
}

pub(super) fn table_ids(names: Vec<Text>) -> Result<Vec<TableId>, Malformed> {
    names.iter().map(|name| TableId::parse(name).map_err(|_| Malformed)).collect()
}

impl Head {
    /// The header of a table; `edition` gives the number of an edition in the pack, and `place` the position of a file in
    /// it.
    pub(super) fn of(table: &Table, edition: &dyn Fn(&EditionId) -> u32, place: &dyn Fn(Span) -> Span) -> Self {
        let count = |strength| u32::try_from(table.rows.count_of(strength)).expect("fewer than four billion rows");
        Self {
            id: table.id.as_str().to_owned().into(),
            title: table.title.clone(),
            from: edition(&table.from),
            to: edition(&table.to),
            version: table.version,
            source: table.source.clone(),
            confidence: table.confidence,
            provenance: table.provenance,
            method: table.method.clone(),
            mapper: table.mapper.clone(),
            date: table.date.clone(),
            stage: table.stage,
            derived_from: table_names(&table.derived_from),
            pins: [&table.from_hash, &table.to_hash]
                .map(|pin| pin.as_ref().map(|pin| (pin.hash.clone(), place(pin.span)))),
            is_draft: table.is_draft,
            span: place(table.span),
            counts: STRENGTHS.map(count),
            editions: named(table).into_iter().map(edition).collect(),
        }
    }
}

/// The editions whose clauses rows name, including the rows for audits only, in the order of their ids.
fn named(table: &Table) -> Vec<&EditionId> {
    let clauses = table.rows.iter().chain(&table.aside).flat_map(|row| row.from.iter().chain([&row.to]));
    let mut editions: Vec<&EditionId> = clauses.map(|clause| &clause.edition).collect();
    editions.sort_unstable();
    editions.dedup();
    editions
}

const STRENGTHS: [Strength; 4] = [Strength::None, Strength::Related, Strength::Partial, Strength::Full];
const CONFIDENCES: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];

/// The properties of a row, one bit each.
const HAS_ITEMS: u8 = 1;
const HAS_ADD: u8 = 1 << 1;
const HAS_ADD_REVERSE: u8 = 1 << 2;
const HAS_NOTE: u8 = 1 << 3;
const IS_DERIVED: u8 = 1 << 4;
/// What mappers said about it is kept.
const IS_SAID: u8 = 1 << 7;
/// It has the same position as the one before it: a written row is one row for each `to`.
const SAME_PLACE: u8 = 1 << 5;
const IS_REVIEWED: u8 = 1 << 6;

/// What a table says to relate to nothing as bytes; none where that is nothing.
pub(super) fn write_unrelated(table: &Table) -> Vec<u8> {
    if table.unrelated.is_empty() {
        return Vec::new();
    }
    let mut part = Writer::default();
    part.number(table.unrelated.len());
    for (number, why) in table.unrelated.iter() {
        part.text(number.as_str());
        part.text(why);
    }
    part.finish()
}

/// The rows for audits only, as bytes; none if there are no such rows.
pub(super) fn write_aside(table: &Table, position: &dyn Fn(&ClauseId) -> usize) -> Vec<u8> {
    if table.aside.is_empty() { Vec::new() } else { write_rows(table, &table.aside, position) }
}

/// The rows of a table as bytes.
pub(super) fn write(table: &Table, position: &dyn Fn(&ClauseId) -> usize) -> Vec<u8> {
    write_rows(table, &table.rows, position)
}

/// Rows of a table as bytes. They stand in its file; `position` finds clauses in their edition.
fn write_rows(table: &Table, rows: &[Relation], position: &dyn Fn(&ClauseId) -> usize) -> Vec<u8> {
    let editions = named(table);
    let mut part = Writer::default();
    let clause = |part: &mut Writer, clause: &ClauseId| {
        let edition = editions.iter().position(|edition| **edition == clause.edition).unwrap_or(0);
        part.number(position(clause) * editions.len() + edition);
    };
    part.number(rows.len());
    let mut last = None;
    for row in rows {
        part.byte(says(row));
        let is_same = last == Some(row.span);
        last = Some(row.span);
        let flag = |is_set: bool, flag: u8| if is_set { flag } else { 0 };
        part.byte(
            flag(row.items.is_some(), HAS_ITEMS)
                | flag(row.add.is_some(), HAS_ADD)
                | flag(row.add_reverse.is_some(), HAS_ADD_REVERSE)
                | flag(row.note.is_some(), HAS_NOTE)
                | flag(!row.derived_from.is_empty(), IS_DERIVED)
                | flag(!row.said.is_empty(), IS_SAID)
                | flag(is_same, SAME_PLACE)
                | flag(!row.reviewed_by.is_empty(), IS_REVIEWED),
        );
        part.number(row.from.len());
        row.from.iter().for_each(|from| clause(&mut part, from));
        clause(&mut part, &row.to);
        let [add, add_reverse, note] = [&row.add, &row.add_reverse, &row.note].map(Option::as_ref);
        for text in [row.items.as_deref(), add, add_reverse, note].into_iter().flatten() {
            part.text(text);
        }
        if !row.derived_from.is_empty() {
            part.number(row.derived_from.len());
            row.derived_from.iter().for_each(|table| part.text(table.as_str()));
        }
        if !row.said.is_empty() {
            part.number(row.said.len());
            for said in &row.said {
                part.text(&said.mapper);
                part.byte(strengths(said.forward, said.reverse));
            }
        }
        if !row.reviewed_by.is_empty() {
            part.number(row.reviewed_by.len());
            row.reviewed_by.iter().for_each(|name| part.text(name));
        }
        if !is_same {
            part.span(row.span);
        }
    }
    part.finish()
}

/// Both strengths and the confidence of a row in a byte.
fn says(row: &Relation) -> u8 {
    let confidence = CONFIDENCES.iter().position(|known| *known == row.confidence).unwrap_or(0);
    strengths(row.forward, row.reverse) | u8::try_from(confidence << 5).expect("two bits")
}

/// Both strengths in the lower five bits of a byte.
fn strengths(forward: Strength, reverse: Option<Strength>) -> u8 {
    let strength = |strength: Strength| STRENGTHS.iter().position(|known| *known == strength).unwrap_or(0);
    let reverse = reverse.map_or(0, |reverse| strength(reverse) + 1);
    u8::try_from(strength(forward) | reverse << 2).expect("five bits")
}

/// Both strengths out of a byte.
fn read_strengths(says: u8) -> Result<(Strength, Option<Strength>), Malformed> {
    let strength = |bits: u8| STRENGTHS.get(usize::from(bits)).copied().ok_or(Malformed);
    let reverse = match says >> 2 & 7 {
        0 => None,
        one_more => Some(strength(one_more - 1)?),
    };
    Ok((strength(says & 3)?, reverse))
}

/// An edition whose clauses rows name.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    pub(super) id: EditionId,
    pub(super) clauses: Deferred<Clauses>,
}

/// What a table says to relate to nothing.
pub(super) fn read_unrelated(bytes: &'static [u8]) -> Result<BTreeMap<ClauseNumber, Text>, Malformed> {
    let mut part = Reader::new(bytes)?;
    let mut unrelated = BTreeMap::new();
    for _ in 0..part.count()? {
        unrelated.insert(ClauseNumber::parse(part.str()?).map_err(|_| Malformed)?, part.text()?);
    }
    part.finish(unrelated)
}

/// The rows again; `editions` are those that they name clauses of.
pub(super) fn read(bytes: &'static [u8], file: FileId, editions: &[Edition]) -> Result<Vec<Relation>, Malformed> {
    let mut part = Reader::new(bytes)?;
    let clause = |part: &mut Reader| {
        let number = part.number()?;
        let edition = &editions[number.checked_rem(editions.len()).ok_or(Malformed)?];
        let clause = edition.clauses.all().get(number / editions.len()).ok_or(Malformed)?;
        Ok(ClauseId { edition: edition.id.clone(), number: clause.number.clone() })
    };
    let count = part.count()?;
    let mut rows: Vec<Relation> = Vec::with_capacity(count.min(MOST_AT_ONCE));
    for _ in 0..count {
        let (says, flags) = (part.byte()?, part.byte()?);
        let (forward, reverse) = read_strengths(says)?;
        let many = part.count()?;
        let mut from = Vec::with_capacity(many.min(MOST_AT_ONCE));
        for _ in 0..many {
            from.push(clause(&mut part)?);
        }
        rows.push(Relation {
            from,
            to: clause(&mut part)?,
            forward,
            reverse,
            items: part.text_if(flags & HAS_ITEMS != 0)?.map(Box::new),
            add: part.text_if(flags & HAS_ADD != 0)?,
            add_reverse: part.text_if(flags & HAS_ADD_REVERSE != 0)?,
            note: part.text_if(flags & HAS_NOTE != 0)?,
            confidence: *CONFIDENCES.get(usize::from(says >> 5)).ok_or(Malformed)?,
            derived_from: if flags & IS_DERIVED == 0 { Few::new() } else { derived(&mut part)? },
            said: if flags & IS_SAID == 0 { Few::new() } else { said(&mut part)? },
            reviewed_by: if flags & IS_REVIEWED == 0 { Few::new() } else { names(&mut part)? },
            span: match rows.last() {
                Some(last) if flags & SAME_PLACE != 0 => last.span,
                _ => part.span(file)?,
            },
        });
    }
    part.finish(rows)
}

fn names(part: &mut Reader) -> Result<Few<Text>, Malformed> {
    let count = part.count()?;
    (0..count).map(|_| part.text()).collect()
}

fn derived(part: &mut Reader) -> Result<Few<TableId>, Malformed> {
    let count = part.count()?;
    (0..count).map(|_| TableId::parse(part.str()?).map_err(|_| Malformed)).collect()
}

fn said(part: &mut Reader) -> Result<Few<Said>, Malformed> {
    let count = part.count()?;
    let mut said = Few::with_capacity(count.min(MOST_AT_ONCE));
    for _ in 0..count {
        let mapper = part.text()?;
        let (forward, reverse) = read_strengths(part.byte()?)?;
        said.push(Said { mapper, forward, reverse });
    }
    Ok(said)
}
