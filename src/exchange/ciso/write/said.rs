//! What the rows of a pair of clauses say, taken together.

use super::Losses;
use crate::exchange::ciso::annotation::Annotation;
use crate::model::{self, Confidence, Relation, Strength, TableId};
use crate::source::Text;

/// What is said of a pair, as far as that is stated.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) forward: Option<Strength>,
    pub(super) reverse: Option<Strength>,
    pub(super) is_contradicted: bool,
    /// What is left to do, for each direction.
    add: [Vec<String>; 2],
    items: Vec<String>,
    notes: Vec<String>,
    /// The least of its rows.
    confidence: Option<Confidence>,
    derived_from: Vec<TableId>,
    mappers: Vec<model::Said>,
    reviewed_by: Vec<Text>,
    rows: usize,
    /// Whether a row says in so many words that nothing is shared backwards either.
    is_nothing_backwards: bool,
}

impl Said {
    /// Takes in a row. What another row said stays; what contradicts it is noted.
    pub(super) fn add(&mut self, row: &Relation, is_forward: bool, losses: &mut Losses) {
        // What shares nothing shares nothing backwards.
        let reverse = if row.forward == Strength::None { Some(Strength::None) } else { row.reverse };
        let (forward, reverse) = if is_forward { (Some(row.forward), reverse) } else { (reverse, Some(row.forward)) };
        for (known, said) in [(&mut self.forward, forward), (&mut self.reverse, reverse)] {
            self.is_contradicted |= known.is_some() && said.is_some() && *known != said;
            *known = known.or(said);
        }
        let [add, add_reverse] = &mut self.add;
        let (add, add_reverse) = if is_forward { (add, add_reverse) } else { (add_reverse, add) };
        for (texts, text) in [
            (add, row.add.as_ref()),
            (add_reverse, row.add_reverse.as_ref()),
            (&mut self.items, row.items.as_deref()),
            (&mut self.notes, row.note.as_ref()),
        ] {
            texts.extend(text.map(ToString::to_string).filter(|text| !texts.contains(text)));
        }
        self.confidence = self.confidence.map_or(Some(row.confidence), |known| Some(known.min(row.confidence)));
        add_each(&mut self.derived_from, &row.derived_from);
        add_each(&mut self.reviewed_by, &row.reviewed_by);
        if is_forward {
            let is_new = |said: &&model::Said| !self.mappers.iter().any(|known| known.mapper == said.mapper);
            let new: Vec<model::Said> = row.said.iter().filter(is_new).cloned().collect();
            losses.add_many(
                [
                    "statement of a mapper on a pair with several rows is left out",
                    "statements of mappers on pairs with several rows are left out",
                ],
                row.said.len() - new.len(),
            );
            self.mappers.extend(new);
        } else {
            losses.add_many(
                [
                    "statement of a mapper in a row of the opposite direction is left out",
                    "statements of mappers in rows of the opposite direction are left out",
                ],
                row.said.len(),
            );
        }
        self.is_nothing_backwards |= row.forward == Strength::None && row.reverse.is_some();
        self.rows += 1;
        losses.add_many(
            ["row is merged with another row of its pair", "rows are merged with another row of their pair"],
            usize::from(self.rows > 1),
        );
    }

    /// What the relationship does not say, in each direction; backwards without what is read from the set forwards.
    /// `usual` is how sure the set is.
    pub(super) fn annotations(&self, relationship: &str, usual: Option<Confidence>) -> [Annotation; 2] {
        let [add, add_reverse] = &self.add;
        let annotation = |add: &[String], add_reverse: &[String], is_forward: bool| {
            let text = |texts: &[String]| (!texts.is_empty()).then(|| texts.join("\n"));
            let mut said = Annotation::default();
            if is_forward && relationship == "intersect" {
                said.text("relation", self.forward);
                said.text("reverse", self.reverse);
            }
            if is_forward && self.is_nothing_backwards {
                said.text("reverse", Some(Strength::None));
            }
            said.text("add", text(add));
            said.text("add-reverse", text(add_reverse));
            said.text("items", text(&self.items));
            said.text("note", text(&self.notes));
            said.text("confidence", self.confidence.filter(|confidence| Some(*confidence) != usual));
            said.texts("derived-from", &self.derived_from);
            if is_forward {
                said.pairs("said", self.mappers.iter().map(|said| (said.mapper.to_string(), said.words())));
            }
            said.texts("reviewed-by", &self.reviewed_by);
            said
        };
        [annotation(add, add_reverse, true), annotation(add_reverse, add, false)]
    }
}

/// Adds what is not there yet.
fn add_each<T: Clone + PartialEq>(known: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !known.contains(one) {
            known.push(one.clone());
        }
    }
}
