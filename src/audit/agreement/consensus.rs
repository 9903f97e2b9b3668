//! What all mappers agree on, as rows; and what is left for them to decide.

use super::opinions::{Mapper, Opinion, Opinions, Unit, Word};
use crate::model::{ClauseNumber, Confidence, Relation, Strength};
use crate::source::{Span, Text};

/// A pair on which all mappers agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreed {
    /// The row: it keeps what each mapper said.
    pub row: Relation,
    /// Whether some state a reverse and others none, so that the row states none.
    pub leaves_reverse_open: bool,
}

/// A pair on which they do not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Undecided<'o, 'l> {
    /// The pair with what each says.
    pub unit: &'o Unit<'l>,
    /// Whether all say the same of how far `from` covers `to`, and differ about the reverse alone.
    pub is_about_reverse: bool,
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
    /// What all agree on: the same strength, and no two different reverses. A mapper without a row for a pair agrees to nothing,
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
            let mut reverses: Vec<Option<Strength>> = unit.opinions.iter().map(|opinion| opinion.reverse).collect();
            reverses.sort();
            reverses.dedup();
            let stated = reverses.iter().flatten().count();
            match first.filter(|_| is_one && stated < 2) {
                Some(forward) => agreed.push(self.agreed(unit, forward, &reverses, span)),
                None => undecided.push(Undecided { unit, is_about_reverse: is_one }),
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

    fn agreed(&self, unit: &Unit<'l>, forward: Strength, reverses: &[Option<Strength>], span: Span) -> Agreed {
        let rows = || unit.opinions.iter().filter_map(|opinion| opinion.row);
        let (reverse, leaves_reverse_open) = match reverses {
            [one] => (*one, false),
            _ => (None, true),
        };
        let items = joined(rows().filter_map(|row| row.items.as_ref()));
        let same_items = rows().all(|row| row.items == items);
        let confidence = rows().map(|row| row.confidence).min();
        let row = Relation {
            items: items.filter(|_| same_items),
            add: joined(rows().filter_map(|row| row.add.as_ref())).filter(|_| forward != Strength::None),
            add_reverse: joined(rows().filter_map(|row| row.add_reverse.as_ref()))
                .filter(|_| forward != Strength::None),
            note: joined(rows().filter_map(|row| row.note.as_ref())),
            confidence: confidence.unwrap_or_else(|| self.least_confidence()),
            said: self.said(unit),
            ..Relation::new(unit.pair.from.clone(), unit.pair.to.clone(), forward, reverse, span)
        };
        Agreed { row, leaves_reverse_open }
    }

    /// What each mapper said about a pair, those who said nothing left out.
    pub fn said(&self, unit: &Unit<'l>) -> Vec<crate::model::Said> {
        let both = self.mappers.iter().zip(&unit.opinions);
        both.filter_map(|(mapper, opinion)| opinion.said(&mapper.name)).collect()
    }

    /// The lowest confidence of the tables.
    pub fn least_confidence(&self) -> Confidence {
        self.mappers.iter().map(|Mapper { table, .. }| table.confidence).min().unwrap_or(Confidence::Low)
    }
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
