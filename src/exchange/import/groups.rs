//! Rows that hold only together, as OLIR marks them by one group identifier: what they say is said of all their clauses
//! as one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Column;
use super::pieces::{Pieces, says_nothing};
use super::record::Record;
use super::relation_words::{CONFIDENCES, NONE};
use crate::load::raw::{Row, Scalar};
use crate::model::Confidence;

/// The rows of a table as they are read, each with its group.
pub(super) struct Groups {
    /// How many rows of the sheet each group has.
    sizes: HashMap<String, usize>,
    rows: Vec<(Option<String>, Row)>,
}

impl Groups {
    /// The groups that several of these rows name.
    pub(super) fn of<'s, 'h>(records: impl Iterator<Item = Record<'s, 'h>>) -> Self
    where
        's: 'h,
    {
        let mut sizes: HashMap<String, usize> = HashMap::new();
        for group in records.filter_map(|record| group(&record)) {
            *sizes.entry(group).or_default() += 1;
        }
        sizes.retain(|_, size| *size > 1);
        Self { sizes, rows: Vec::new() }
    }

    /// Takes the next row.
    pub(super) fn take(&mut self, record: &Record<'_, '_>, row: Row) {
        let group = group(record).filter(|group| self.sizes.contains_key(group));
        self.rows.push((group, row));
    }

    /// All rows; those of a group as one joint row if they allow it, else they are left out and counted.
    pub(super) fn finish(self, usual: Confidence, pieces: &mut Pieces<'_>) -> Vec<Row> {
        let mut members: BTreeMap<String, Vec<Row>> = BTreeMap::new();
        for (group, row) in self.rows.iter().filter_map(|(group, row)| Some((group.clone()?, row))) {
            members.entry(group).or_default().push(row.clone());
        }
        let mut rows = Vec::with_capacity(self.rows.len());
        for (group, row) in self.rows {
            let Some(group) = group else {
                rows.push(row);
                continue;
            };
            let Some(members) = members.remove(&group) else { continue };
            let is_whole = self.sizes.get(&group) == Some(&members.len());
            match Meaning::of(&members) {
                Meaning::OfEach => rows.extend(members),
                Meaning::Joint if is_whole => rows.extend(joint(members, usual)),
                Meaning::Joint | Meaning::Open => {
                    members.iter().for_each(|row| pieces.leave_out_group(row.span, &group));
                }
            }
        }
        rows
    }
}

/// The group that a row names.
fn group(record: &Record<'_, '_>) -> Option<String> {
    let text = record.cell(Column::Group)?.value.text();
    (!text.trim().is_empty() && !says_nothing(&text)).then(|| text.trim().to_owned())
}

/// What the rows of a group say.
enum Meaning {
    /// What they say together is true of each of them as well.
    OfEach,
    /// Several clauses cover one as they say.
    Joint,
    /// Something that no row can say.
    Open,
}

impl Meaning {
    fn of(rows: &[Row]) -> Self {
        let Some(first) = rows.first() else { return Self::Open };
        let word = |text: &Option<Scalar>| text.as_ref().map(|text| text.value.to_string());
        let said = |row: &Row| (word(&row.relation), word(&row.reverse));
        let named = |ends: fn(&Row) -> &Vec<Scalar>| -> BTreeSet<&str> {
            rows.iter().flat_map(ends).map(|id| id.value.as_str()).collect()
        };
        let (from, to) = (named(|row| &row.from), named(|row| &row.to));
        // What is wrong with a row is for the loader to say, and so is a row that is there twice.
        let is_faulty = rows.iter().any(|row| row.is_malformed || row.from.is_empty() || row.to.is_empty());
        if is_faulty || (from.len() == 1 && to.len() == 1) {
            return Self::OfEach;
        }
        if rows.iter().any(|row| said(row) != said(first)) {
            return Self::Open;
        }
        let (forward, reverse) = said(first);
        match (forward.as_deref(), reverse.as_deref()) {
            // Whatever shares nothing with the union shares nothing with any of it.
            (Some(NONE), _) => Self::OfEach,
            _ if to.len() == 1 => Self::Joint,
            // Whatever contains the union, and more, contains each of it.
            (Some("full"), Some("partial") | None) if from.len() == 1 => Self::OfEach,
            _ => Self::Open,
        }
    }
}

/// Rows as one: the clauses of all of them, each once, and the texts of all.
fn joint(rows: Vec<Row>, usual: Confidence) -> Option<Row> {
    let first = rows.first()?;
    let once = |ends: fn(&Row) -> &Vec<Scalar>| -> Vec<Scalar> {
        let mut seen = BTreeSet::new();
        rows.iter().flat_map(ends).filter(|id| seen.insert(id.value.to_string())).cloned().collect()
    };
    let in_all = |ends: fn(&Row) -> &Vec<Scalar>| -> Vec<Scalar> {
        let is_in_all = |name: &&Scalar| rows.iter().all(|row| ends(row).iter().any(|other| other.value == name.value));
        ends(first).iter().filter(is_in_all).cloned().collect()
    };
    let text = |of: fn(&Row) -> &Option<Scalar>, between: &str| -> Option<Scalar> {
        let mut seen = BTreeSet::new();
        let texts = rows.iter().filter_map(|row| of(row).as_ref());
        let texts: Vec<&Scalar> = texts.filter(|text| seen.insert(text.value.to_string())).collect();
        let whole = texts.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join(between);
        Some(Scalar { value: whole.into(), ..(*texts.first()?).clone() })
    };
    let said = first.said.iter().filter(|(mapper, words)| {
        let says = |(other, said): &(Scalar, Scalar)| other.value == mapper.value && said.value == words.value;
        rows.iter().all(|row| row.said.iter().any(says))
    });
    Some(Row {
        from: once(|row| &row.from),
        to: first.to.iter().take(1).cloned().collect(),
        items: text(|row| &row.items, ", "),
        add: text(|row| &row.add, "\n"),
        add_reverse: text(|row| &row.add_reverse, "\n"),
        note: text(|row| &row.note, "\n"),
        confidence: lowest(&rows, usual),
        derived_from: once(|row| &row.derived_from),
        said: said.cloned().collect(),
        reviewed_by: in_all(|row| &row.reviewed_by),
        ..first.clone()
    })
}

/// The lowest confidence of rows, where one says its own; a word that is none is kept, for the loader to refuse.
fn lowest(rows: &[Row], usual: Confidence) -> Option<Scalar> {
    let said = rows.iter().find_map(|row| row.confidence.as_ref())?;
    let usual = Scalar { value: usual.to_string().into(), ..said.clone() };
    let place = |word: &Scalar| CONFIDENCES.iter().position(|known| *known == word.value.as_str());
    let all = rows.iter().map(|row| row.confidence.as_ref().unwrap_or(&usual));
    all.max_by_key(|word| place(word).unwrap_or(usize::MAX)).cloned()
}
