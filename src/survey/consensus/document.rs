//! What came of several tables, and the sheet on which the rest is decided, as documents.

use super::decisions::{says, with_items};
use super::question::{OppositeDirection, Reached};
use crate::audit::agreement::{Difference, Opinion, RowChange, Unit, Word};
use crate::language::Phrase;
use crate::model::{Possible, Relation, SetRelation, Strength};
use crate::query::case::Case;
use crate::query::words::{counted, listed};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Heading, Part, Table, Tone};
use crate::source::Text;
use crate::survey::agree::reason;

/// A pair that is left to decide.
struct Line<'a> {
    unit: &'a Unit<'a>,
    from_title: String,
    to_title: String,
}

/// A pair of which both directions say something.
struct Both {
    table: String,
    from: String,
    to: String,
    forward: String,
    backward: String,
    means: String,
    kind: &'static str,
}

const BOTH: &[Column<Both>] = &[
    Column::new("table", "Other direction", |both| Cell::text(&both.table)),
    Column::new("from", "From", |both| Cell::text(&both.from)),
    Column::new("to", "To", |both| Cell::text(&both.to)),
    Column::new("forward", "Forward", |both| Cell::word(&both.forward, Tone::Plain)),
    Column::new("backward", "Backward", |both| Cell::word(&both.backward, Tone::Plain)),
    Column::new("kind", "Together", |both| {
        Cell::word(both.kind, if both.kind == CONTRADICTS { Tone::Bad } else { Tone::Good })
    }),
    Column::new("means", "Meaning", |both| Cell::text(&both.means)),
];

const CONTRADICTS: &str = "contradict";
const COMPLEMENTS: &str = "complement";

impl Reached<'_> {
    /// The result.
    pub fn document(&self, case: Case<'_>, name: &str) -> Document {
        let names: Vec<String> = self.opinions.mappers.iter().map(|mapper| mapper.name.to_string()).collect();
        let decided = match self.decided {
            0 => String::new(),
            some => format!(", {} by the decisions", counted(some, "row", "rows")),
        };
        let mut lead = vec![format!(
            "{}: {} on which {} agree{decided}; {} undecided and without a row.",
            name,
            counted(self.agreed, "row", "rows"),
            listed(&names),
            counted(self.undecided.len(), "pair is", "pairs are"),
        )];
        if self.added > 0 {
            lead.push(format!(
                "{} although no mapper had proposed this.",
                counted(self.added, "row was decided", "rows were decided")
            ));
        }
        if self.settled > 0 {
            lead.push(format!(
                "{} because it was decided that nothing covers the clause.",
                counted(self.settled, "open pair is none", "open pairs are none")
            ));
        }
        if self.repeated > 0 {
            lead.push(format!("{} what all agree on.", counted(self.repeated, "decision says", "decisions say")));
        }
        if self.repeated_texts > 0 {
            lead.push(format!(
                "The texts of {} are not used: the row has those of the mappers.",
                counted(self.repeated_texts, "such decision", "such decisions")
            ));
        }
        let about_items = self.undecided.iter().filter(|(_, difference)| *difference == Difference::Items).count();
        if about_items > 0 {
            lead.push(format!(
                "{} only in the items that are meant.",
                counted(about_items, "pair to decide differs", "pairs to decide differ")
            ));
        }
        lead.extend(self.changes.iter().map(|(change, rows)| changed(*change, *rows)));
        if !self.open_reverses.is_empty() {
            lead.push(format!(
                "{} no reverse, because only some of the mappers state one.",
                counted(self.open_reverses.len(), "row has", "rows have")
            ));
        }
        if !self.partly_unrelated.is_empty() {
            lead.push(format!(
                "Only some mappers list these clauses of {} as unrelated, so the table does not: {}.",
                self.table.from,
                self.partly_unrelated.join(", ")
            ));
        }
        if self.table.is_draft {
            lead.push(
                "The table is a draft until everything is decided: fill in the sheet and add it with --decided."
                    .to_owned(),
            );
        }
        let mut parts = vec![Part::Table(self.sheet())];
        let mut both: Vec<Both> = Vec::new();
        for other in &self.opposite {
            let (contradicts, complements) = (other.contradictions().count(), other.complements().count());
            lead.push(format!(
                "{} has the opposite direction: {} in both directions, {contradicts} contradict, {complements} complement each other; {} only there, {} only here.",
                other.table,
                counted(other.pairs.len(), "pair is", "pairs are"),
                other.only_backward,
                other.only_forward,
            ));
            both.extend(lines(other));
        }
        if !self.opposite.is_empty() {
            parts.push(Part::Table(Table::of(
                "directions",
                "What the other direction adds or contradicts",
                BOTH,
                &both,
            )));
        }
        Document {
            command: "consensus",
            title: format!("Consensus of {}", listed(&names)).into(),
            lead: Phrase::each(lead),
            parts,
            findings: Vec::new(),
            basis: case.basis_of([&self.table.from, &self.table.to], self.tables.iter().copied()),
        }
    }

    /// The sheet on which the rest is decided, alone.
    pub fn decision_sheet(&self, case: Case<'_>) -> Document {
        Document {
            command: "consensus",
            title: format!("Decisions between {} and {}", self.table.from, self.table.to).into(),
            lead: vec![
                format!(
                    "{} to decide: write the relation; an empty one stays undecided.",
                    counted(self.undecided.len(), "pair", "pairs")
                )
                .into(),
            ],
            parts: vec![Part::Table(self.sheet())],
            findings: Vec::new(),
            basis: case.basis([&self.table.from, &self.table.to], []),
        }
    }

    fn sheet(&self) -> Table {
        const WORDS: &[&str] = &["F", "P", "none", "related"];
        const REVERSE: &[&str] = &["F", "P", "none"];
        let title = |clause: &crate::model::ClauseId| {
            let catalog = if clause.edition == self.opinions.to.id { self.opinions.to } else { self.opinions.from };
            catalog.clause(&clause.number).map_or(String::new(), |clause| clause.title.to_string())
        };
        let lines: Vec<Line<'_>> = self
            .undecided
            .iter()
            .map(|(unit, _)| Line {
                from_title: unit.pair.from.iter().map(title).collect::<Vec<_>>().join(" + "),
                to_title: title(&unit.pair.to),
                unit,
            })
            .collect();
        let mut table = Table::of(ANSWER, "To decide", &[], &lines);
        let mut column = |key: String, audience: Audience, cell: &dyn Fn(&Line<'_>) -> Cell| {
            let label = key.clone();
            table.headings.push(Heading { key: key.into(), label: label.into(), audience });
            table.rows.iter_mut().zip(&lines).for_each(|(row, line)| row.push(cell(line)));
        };
        column("to".to_owned(), Audience::All, &|line| {
            Cell::refs_shown(vec![line.unit.pair.to.clone()], line.unit.pair.to.number.to_string())
        });
        column("to-title".to_owned(), Audience::Editors, &|line| Cell::text(&line.to_title));
        column("from".to_owned(), Audience::All, &|line| {
            let numbers: Vec<&str> = line.unit.pair.from.iter().map(|clause| clause.number.as_str()).collect();
            Cell::refs_shown(line.unit.pair.from.clone(), numbers.join(" "))
        });
        column("from-title".to_owned(), Audience::Editors, &|line| Cell::text(&line.from_title));
        for (at, mapper) in self.opinions.mappers.iter().enumerate() {
            let said = |line: &Line<'_>| Cell::text(said(&line.unit.opinions[at], &mapper.name));
            column(format!("{} says", mapper.name), Audience::All, &said);
            column(format!("{}: why", mapper.name), Audience::Editors, &|line| {
                Cell::maybe(reason(&line.unit.opinions[at]))
            });
        }
        for key in ["relation", "reverse", "items", "add", "note"] {
            column(key.to_owned(), Audience::Editors, &|_| Cell::Empty);
        }
        table.with_choices("relation", WORDS).with_choices("reverse", REVERSE)
    }
}

/// What of the mappers' rows some rows do not have as each of them says it, in a sentence.
fn changed(change: RowChange, rows: usize) -> String {
    match change {
        RowChange::Joined => format!(
            "{} different texts of the mappers (add, add-reverse, note), set apart by \u{201c} / \u{201d}: read them together.",
            counted(rows, "row has", "rows have")
        ),
        RowChange::LowestConfidence => {
            format!("{} the lowest of different confidences.", counted(rows, "row has", "rows have"))
        }
        RowChange::Origins => format!(
            "{} under derived-from the tables that any of the mappers names.",
            counted(rows, "row has", "rows have")
        ),
        RowChange::EarlierWords => format!(
            "{} what these mappers say (said); earlier records remain in their tables.",
            counted(rows, "row records", "rows record")
        ),
        RowChange::Reviewers => format!(
            "{} without reviewed-by: a reviewer of a mapper's row has not reviewed this one.",
            counted(rows, "row is", "rows are")
        ),
    }
}

fn said(opinion: &Opinion<'_>, mapper: &Text) -> String {
    match opinion.word {
        Word::Absent | Word::Open => opinion.word.to_string(),
        Word::None | Word::Partial | Word::Full | Word::Related => {
            let words = opinion.said(mapper).map(|said| said.words()).unwrap_or_default();
            opinion.row.map_or(words.clone(), |row| with_items(words, row))
        }
    }
}

/// The pairs of which the two directions say something together.
fn lines(other: &OppositeDirection) -> impl Iterator<Item = Both> {
    let line = |(pair, forward, backward, possible, _): &(_, Relation, Relation, Possible, bool)| {
        let pair: &crate::audit::agreement::Pair = pair;
        let [from] = pair.from.as_slice() else { return None };
        let kind = if possible.is_empty() { CONTRADICTS } else { COMPLEMENTS };
        Some(Both {
            table: other.table.to_string(),
            from: from.number.to_string(),
            to: pair.to.number.to_string(),
            forward: says(forward),
            backward: says(backward),
            means: means(
                *possible,
                (forward.forward, backward.forward),
                (from.number.as_str(), pair.to.number.as_str()),
            ),
            kind,
        })
    };
    other.contradictions().filter_map(line).chain(other.complements().filter_map(line)).collect::<Vec<_>>().into_iter()
}

/// What both directions mean together.
fn means(possible: Possible, said: (Strength, Strength), (from, to): (&str, &str)) -> String {
    if possible.is_empty() {
        return match said {
            (Strength::None, _) | (_, Strength::None) => {
                format!("one direction says that {from} and {to} have nothing in common, the other that they have")
            }
            (Strength::Full | Strength::Partial | Strength::Related, _) => {
                format!("{from} and {to} cannot be related as the two directions say")
            }
        };
    }
    let word = |relation: SetRelation| match relation {
        SetRelation::Equal => format!("{from} and {to} require the same"),
        SetRelation::Inside => format!("{to} contains {from}"),
        SetRelation::Contains => format!("{from} contains {to}"),
        SetRelation::Overlaps => format!("{from} and {to} overlap, and neither contains the other"),
        SetRelation::Disjoint => format!("{from} and {to} have nothing in common"),
    };
    possible.relations().map(word).collect::<Vec<_>>().join(", or ")
}
