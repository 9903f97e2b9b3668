//! The reliability cards of tables, laid out: a line for each measure.

use super::amounts::amount;
use super::shape::count;
use crate::audit::{Against, Amount, Card, Original};
use crate::model::{Confidence, Strength, TableId};
use crate::query::words;
use crate::report::{ANSWER, Audience, Cell, Column, Part, Table};

/// How many rows of a table are in conflict, by its id; nothing if conflicts were not examined.
pub(super) type Conflicts<'c> = Option<&'c dyn Fn(&TableId) -> usize>;

/// A measure of a card.
pub(in crate::survey) struct Line {
    table: String,
    /// The name for programs, and the one for people.
    measure: (&'static str, String),
    /// The other table, where two are compared.
    other: Option<String>,
    value: Value,
}

enum Value {
    Count(usize),
    Of(Amount),
    Text(String),
    /// What the file does not say, or what was not examined.
    Missing(&'static str),
}

const LINES: &[Column<Line>] = &[
    Column::for_programs("table", |line| Cell::text(&line.table)),
    Column::for_programs("measure", |line| Cell::text(line.measure.0)),
    Column::for_people("Measure", |line| Cell::text(&line.measure.1)),
    Column::for_programs("other", |line| Cell::maybe(line.other.as_ref())),
    Column::for_programs("count", |line| match &line.value {
        Value::Count(count) => Cell::count(*count),
        Value::Of(amount) => Cell::count(amount.count),
        Value::Text(_) | Value::Missing(_) => Cell::Empty,
    }),
    Column::for_programs("of", |line| match &line.value {
        Value::Of(amount) => Cell::count(amount.of),
        Value::Count(_) | Value::Text(_) | Value::Missing(_) => Cell::Empty,
    }),
    Column::for_programs("share", |line| match &line.value {
        Value::Of(amount) => Cell::share(amount.share()),
        Value::Count(_) | Value::Text(_) | Value::Missing(_) => Cell::Empty,
    }),
    Column::for_programs("text", |line| match &line.value {
        Value::Text(text) => Cell::text(text),
        Value::Count(_) | Value::Of(_) | Value::Missing(_) => Cell::Empty,
    }),
    Column::for_people("Value", |line| match &line.value {
        Value::Count(count) => Cell::count(*count),
        Value::Of(of) => Cell::text(amount(*of)),
        Value::Text(text) => Cell::text(text),
        Value::Missing(why) => Cell::word(why, crate::report::Tone::Quiet),
    }),
];

/// The cards as parts of an answer: one table for each to people, one with all to programs.
pub(super) fn parts(cards: &[Card<'_>], conflicts: Conflicts<'_>) -> Vec<Part> {
    let cards: Vec<(String, Vec<Line>)> = cards
        .iter()
        .map(|card| {
            (
                card.table.id.to_string(),
                [short(card), checked(card, conflicts), compared(card)].into_iter().flatten().collect(),
            )
        })
        .collect();
    let of_one = |(id, lines): &(String, Vec<Line>)| {
        Part::Table(Table::of("card", id.clone(), LINES, lines).for_audience(Audience::People))
    };
    let mut parts: Vec<Part> = cards.iter().map(of_one).collect();
    let all = cards.iter().flat_map(|(_, lines)| lines);
    parts.push(Part::Table(Table::of(ANSWER, "Reliability cards", LINES, all).for_audience(Audience::Programs)));
    parts
}

/// The card of one table next to its rows: without what depends on all tables.
pub(in crate::survey) fn part(card: &Card<'_>) -> Part {
    let lines: Vec<Line> = [short(card), compared(card)].into_iter().flatten().collect();
    Part::Table(Table::of("card", "How reliable it is", LINES, &lines))
}

/// What the table is by itself.
fn short(card: &Card<'_>) -> Vec<Line> {
    let (table, shape) = (card.table, &card.shape);
    let mut lines = Lines::of(card);
    lines.add("rows", "Rows", Value::Count(card.rows));
    for (strength, name) in [
        (Strength::Full, "full"),
        (Strength::Partial, "partial"),
        (Strength::Related, "related"),
        (Strength::None, "none"),
    ] {
        lines.add(name, format!("Rows that say {name}"), Value::Of(Amount::new(count(shape, strength), card.rows)));
    }
    for (confidence, amount) in shape.confidences {
        let key = match confidence {
            Confidence::High => "confidence-high",
            Confidence::Medium => "confidence-medium",
            Confidence::Low => "confidence-low",
        };
        lines.add(key, format!("Rows of {confidence} confidence"), Value::Of(amount));
    }
    lines.add("with-add", "Partial rows that state what remains to be done", Value::Of(shape.with_add));
    lines.add("with-reverse", "Full and partial rows that state the reverse", Value::Of(shape.with_reverse));
    lines.add("at-headings", "Rows that name a heading", Value::Of(shape.at_headings));
    lines.add("says-none", "Statements of no relation (none, unrelated)", Value::Of(card.none));
    for (at, (edition, keys)) in [
        (&table.to, ["counterparts-to", "counterparts-to-with-headings"]),
        (&table.from, ["counterparts-from", "counterparts-from-with-headings"]),
    ]
    .into_iter()
    .enumerate()
    {
        let counterparts = card.counterparts[at];
        let label = format!("Requirements of {edition} with a counterpart");
        lines.add(keys[0], label.clone(), Value::Of(counterparts.named));
        lines.add(keys[1], format!("{label}, including rows of their headings"), Value::Of(counterparts.with_headings));
    }
    let said = |text: Option<String>| text.map_or(Value::Missing("not stated"), Value::Text);
    let trimmed = |text: &Option<crate::source::Text>| text.as_ref().map(|text| text.trim().to_owned());
    lines.add("mapper", "Made by", said(trimmed(&table.mapper)));
    lines.add("method", "Method", said(trimmed(&table.method)));
    lines.add("stage", "Stage", said(table.stage.map(|stage| stage.to_string())));
    lines.add("date", "Date", said(trimmed(&table.date)));
    lines.add("provenance", "Provenance", said(table.provenance.map(|provenance| provenance.to_string())));
    lines.add("reviewed", "Reviewed rows", Value::Of(card.reviewed));
    for (name, amount) in &card.reviewers {
        lines.add("reviewed-by", format!("Reviewed by {name}"), Value::Of(*amount));
        if let Some(line) = lines.lines.last_mut() {
            line.other = Some(name.clone());
        }
    }
    lines.add("suspect", "Rows reviewed before a clause changed", Value::Of(card.suspect));
    lines.add("derived", "Rows derived from other tables, as stated", Value::Of(card.derived));
    lines.lines
}

/// What looking at all tables finds of it.
fn checked(card: &Card<'_>, conflicts: Conflicts<'_>) -> Vec<Line> {
    let mut lines = Lines::of(card);
    let found = conflicts.map(|of| Value::Count(of(&card.table.id)));
    lines.add("conflicts", "Rows in conflict with others", found.unwrap_or(Value::Missing("not examined")));
    if let Some(witnesses) = card.witnesses {
        lines.add("confirmed", "Pairs confirmed by another table", Value::Of(witnesses.confirmed));
        lines.add(
            "confirmed-independently",
            "Pairs confirmed independently, as far as known",
            Value::Of(witnesses.independent),
        );
    }
    let copy = card.copy.as_ref().map(|copy| {
        if copy.table.id != card.table.id {
            let three = copy.original.tables().into_iter().chain([copy.table]);
            let others: Vec<String> =
                three.filter(|table| table.id != card.table.id).map(|table| table.id.to_string()).collect();
            let others = words::listed(&others);
            return Value::Text(format!(
                "this table, {others}: each follows from the other two, and one of them was made last"
            ));
        }
        let tables: Vec<String> = copy.original.tables().iter().map(|table| table.id.to_string()).collect();
        let how = match copy.original {
            Original::Composed(..) => "derived from",
            Original::Turned(_) => "reversed from",
            Original::Repeated(_) => "repeated from",
        };
        Value::Text(format!("{how} {}: {} of its pairs", words::listed(&tables), amount(copy.pairs)))
    });
    lines.add("copy", "Repeats other tables", copy.unwrap_or(Value::Text("none found".to_owned())));
    lines.lines
}

/// What other tables between the same editions say.
fn compared(card: &Card<'_>) -> Vec<Line> {
    let mut all = Vec::new();
    for against in &card.others {
        let Against { other, agreement, conflicts, open, additions, missing, precision, recall, derived, .. } = against;
        let id = &other.id;
        let mut lines = Lines::of(card);
        lines.add("agreement", format!("Pairs in both, with the same strength in {id}"), Value::Of(*agreement));
        lines.add("disagreement", format!("Pairs for which {id} says something else"), Value::Count(*conflicts));
        lines.add("open", format!("Pairs in both whose strength is open here or in {id}"), Value::Count(*open));
        lines.add("additions", format!("Pairs that {id} does not contain"), Value::Count(*additions));
        lines.add("missing", format!("Pairs of {id} that are missing here"), Value::Count(*missing));
        lines.add(
            "precision",
            format!("Pairs that are also in {id} (precision, if it is correct)"),
            Value::Of(*precision),
        );
        lines.add("recall", format!("Pairs of {id} that are also here (recall, if it is correct)"), Value::Of(*recall));
        lines.add(
            "no-second-opinion",
            format!("Pairs in both, one of them derived from others ({id})"),
            Value::Count(*derived),
        );
        lines.lines.iter_mut().for_each(|line| line.other = Some(id.to_string()));
        all.extend(lines.lines);
    }
    all
}

/// The lines of one card.
struct Lines {
    table: String,
    lines: Vec<Line>,
}

impl Lines {
    fn of(card: &Card<'_>) -> Self {
        Self { table: card.table.id.to_string(), lines: Vec::new() }
    }

    fn add(&mut self, key: &'static str, label: impl Into<String>, value: Value) {
        self.lines.push(Line { table: self.table.clone(), measure: (key, label.into()), other: None, value });
    }
}
