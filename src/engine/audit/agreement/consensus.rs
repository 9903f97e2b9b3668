//! What all mappers agree on, as rows; and what is left for them to decide.

use std::collections::BTreeSet;

use super::opinions::{Mapper, Opinion, Opinions, Unit, Word};
use crate::model::{ClauseNumber, Confidence, Few, Relation, Said, Strength, TableId};
use crate::source::{Span, Text};

/// A pair on which all mappers agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreed {
    /// The row: it keeps what each mapper said.
    pub row: Relation,
    /// Whether some state a reverse and others none, so that the row states none.
    pub leaves_reverse_open: bool,
    /// What of the mappers' rows it does not have as each of them says it, in the order of kinds.
    pub changes: Vec<RowChange>,
}

/// What of the mappers' rows is said otherwise in the row that is made of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowChange {
    /// They have different texts under `add`, `add-reverse` or `note`: the row has them one after the other.
    Joined,
    /// They differ in their confidence: the row has the lowest.
    LowestConfidence,
    /// Only some of them were composed of tables, or of other tables: the row names all of these.
    Origins,
    /// They say themselves who said what: the row says what the mappers say.
    EarlierWords,
    /// Somebody confirmed them: nobody confirmed the row.
    Reviewers,
}

/// A pair on which they do not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Undecided<'o, 'l> {
    /// The pair with what each says.
    pub unit: &'o Unit<'l>,
    /// About what they differ.
    pub difference: Difference,
}

/// About what mappers differ, the first of these where there are several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// How far `from` covers `to`.
    Strength,
    /// How far `to` covers `from`.
    Reverse,
    /// Which items of `to` are meant.
    Items,
}

/// What mappers agree on and what not, pair by pair.
#[derive(Debug, Clone)]
pub struct Consensus<'o, 'l> {
    /// What all say, in the order of pairs.
    pub agreed: Vec<Agreed>,
    /// What is left to decide, in the order of pairs.
    pub undecided: Vec<Undecided<'o, 'l>>,
    /// Clauses that all call unrelated, with the reasons.
    pub unrelated: Vec<(ClauseNumber, Text)>,
    /// Clauses that only some call unrelated, and of which no row of theirs says anything else.
    pub partly_unrelated: Vec<ClauseNumber>,
}

impl<'l> Opinions<'l> {
    /// What all agree on: the same strength, the same items, and no two different reverses. A mapper without a row for a pair agrees to nothing,
    /// unless that is read as none.
    pub fn consensus(&self, absent_is_none: bool, span: Span) -> Consensus<'_, 'l> {
        let (mut agreed, mut undecided) = (Vec::new(), Vec::new());
        for unit in &self.units {
            let word = |opinion: &Opinion<'_>| match opinion.word {
                Word::Absent if absent_is_none => Word::None,
                word => word,
            };
            let mut words = unit.opinions.iter().map(word);
            let first = words.next().and_then(Word::strength);
            let is_one = first.is_some() && words.all(|word| word.strength() == first);
            let reverses = reverses(unit);
            let stated = reverses.iter().flatten().count();
            let mut differ = |difference| undecided.push(Undecided { unit, difference });
            match first.filter(|_| is_one) {
                None => differ(Difference::Strength),
                Some(_) if stated > 1 => differ(Difference::Reverse),
                Some(_) if !has_same_items(unit) => differ(Difference::Items),
                Some(forward) => agreed.push(self.agreed(unit, forward, &reverses, span)),
            }
        }
        let called =
            |number: &ClauseNumber| self.mappers.iter().filter(|one| one.table.unrelated.contains_key(number)).count();
        let mut numbers: Vec<&ClauseNumber> =
            self.mappers.iter().flat_map(|mapper| mapper.table.unrelated.keys()).collect();
        numbers.sort_by_key(|number| self.from.position(number));
        numbers.dedup();
        let (all, some): (Vec<_>, Vec<_>) =
            numbers.into_iter().partition(|number| called(number) == self.mappers.len());
        let reasons = |number: &ClauseNumber| {
            joined(self.mappers.iter().filter_map(|mapper| mapper.table.unrelated.get(number))).unwrap_or_default()
        };
        let is_open = |number: &&ClauseNumber| {
            !self.units.iter().any(|unit| unit.pair.from.iter().any(|clause| clause.number == **number))
        };
        Consensus {
            agreed,
            undecided,
            unrelated: all.into_iter().map(|number| (number.clone(), reasons(number))).collect(),
            partly_unrelated: some.into_iter().filter(is_open).cloned().collect(),
        }
    }

    /// The row of an undecided pair that says no more than all say: how far `from` covers `to`, and the reverse where
    /// none states another one. None where they differ in the strength.
    pub fn shared_row(&self, undecided: &Undecided<'_, 'l>, span: Span) -> Option<Relation> {
        let Undecided { unit, difference } = undecided;
        let reverses = match difference {
            Difference::Strength => return None,
            Difference::Reverse => Vec::new(),
            Difference::Items => reverses(unit),
        };
        let forward = unit.opinions.first()?.word.strength().unwrap_or(Strength::None);
        Some(Relation { items: None, ..self.agreed(unit, forward, &reverses, span).row })
    }

    fn agreed(&self, unit: &Unit<'l>, forward: Strength, reverses: &[Option<Strength>], span: Span) -> Agreed {
        let rows = || unit.opinions.iter().filter_map(|opinion| opinion.row);
        let (reverse, leaves_reverse_open) = match reverses {
            [one] => (*one, false),
            _ => (None, true),
        };
        let confidence = rows().map(|row| row.confidence).min();
        let mut origins: BTreeSet<&TableId> = BTreeSet::new();
        for (mapper, opinion) in self.mappers.iter().zip(&unit.opinions) {
            let made_of = opinion.row.map(|row| row.derived_from.iter().chain(&mapper.table.derived_from));
            origins.extend(made_of.into_iter().flatten());
        }
        let row = Relation {
            items: rows().find_map(|row| row.items.clone()),
            add: joined(rows().filter_map(|row| row.add.as_ref())),
            add_reverse: joined(rows().filter_map(|row| row.add_reverse.as_ref())),
            note: joined(rows().filter_map(|row| row.note.as_ref())),
            confidence: confidence.unwrap_or_else(|| self.least_confidence()),
            derived_from: origins.into_iter().cloned().collect(),
            said: self.said(unit),
            ..Relation::new(unit.pair.from.clone(), unit.pair.to.clone(), forward, reverse, span)
        };
        let changes = changes(&row, &rows().collect::<Vec<_>>());
        Agreed { row, leaves_reverse_open, changes }
    }

    /// What each mapper said about a pair, those who said nothing left out.
    pub fn said(&self, unit: &Unit<'l>) -> Few<Said> {
        let both = self.mappers.iter().zip(&unit.opinions);
        both.filter_map(|(mapper, opinion)| opinion.said(&mapper.name)).collect()
    }

    /// The lowest confidence of the tables.
    pub fn least_confidence(&self) -> Confidence {
        self.mappers.iter().map(|Mapper { table, .. }| table.confidence).min().unwrap_or(Confidence::Low)
    }
}

/// What is said of the reverse, each once, with nothing for those who do not state it.
fn reverses(unit: &Unit<'_>) -> Vec<Option<Strength>> {
    let mut reverses: Vec<Option<Strength>> = unit.opinions.iter().map(|opinion| opinion.reverse).collect();
    reverses.sort();
    reverses.dedup();
    reverses
}

/// Whether all mean the same items of `to`, in whatever order and however they are set apart.
fn has_same_items(unit: &Unit<'_>) -> bool {
    let items = unit.opinions.iter().map(|opinion| opinion.row.map(items).unwrap_or_default());
    items.collect::<BTreeSet<_>>().len() < 2
}

/// The items of `to` that a row means; none where it means all of it.
pub fn items(row: &Relation) -> BTreeSet<&str> {
    let text = row.items.as_ref().map_or("", |items| items.as_str());
    text.split([',', ';', ' ', '\n']).filter(|item| !item.is_empty()).collect()
}

/// What of some rows is said otherwise in the one that is made of them.
fn changes(made: &Relation, rows: &[&Relation]) -> Vec<RowChange> {
    let texts: [fn(&Relation) -> Option<&Text>; 3] =
        [|row| row.add.as_ref(), |row| row.add_reverse.as_ref(), |row| row.note.as_ref()];
    let is_joined = |text: &fn(&Relation) -> Option<&Text>| {
        let said = rows.iter().filter_map(|row| text(row)).map(|text| text.trim());
        said.filter(|text| !text.is_empty()).collect::<BTreeSet<_>>().len() > 1
    };
    let changed = [
        (RowChange::Joined, texts.iter().any(is_joined)),
        (RowChange::LowestConfidence, rows.iter().any(|row| row.confidence != made.confidence)),
        (RowChange::Origins, rows.iter().any(|row| row.derived_from.len() != made.derived_from.len())),
        (RowChange::EarlierWords, rows.iter().any(|row| !row.said.is_empty())),
        (RowChange::Reviewers, rows.iter().any(|row| !row.reviewed_by.is_empty())),
    ];
    changed.into_iter().filter(|(_, is_so)| *is_so).map(|(change, _)| change).collect()
}

/// Texts, each once, in their order; nothing if there is none.
fn joined<'t>(texts: impl Iterator<Item = &'t Text>) -> Option<Text> {
    let mut said: Vec<&str> = Vec::new();
    for text in texts.map(|text| text.trim()).filter(|text| !text.is_empty()) {
        if !said.contains(&text) {
            said.push(text);
        }
    }
    (!said.is_empty()).then(|| said.join(" / ").into())
}
