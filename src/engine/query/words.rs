//! Words and lists that several answers share.

pub use crate::diagnostic::counted;

use crate::crosswalk::{Level, Step};
use crate::language::{Phrase, say};
use crate::model::{ClauseId, Direction, EditionId, Reading, Status, TableId};
use crate::source::Text;

/// `a`, `a and b`, `a, b and c`.
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// The same of three at the most: `a, b, c and 4 more`.
pub fn some_of<W: Clone + Into<Phrase>>(words: &[W]) -> Phrase {
    const MOST: usize = 3;
    if words.len() <= MOST + 1 {
        return Phrase::list(words.iter().cloned());
    }
    let more = words.len() - MOST;
    say!("list-more", shown = Phrase::joined(words.iter().take(MOST).cloned(), ", "), count = more)
}

/// What a step says, such as `4.2.1 covers 4.3.1 fully`.
pub fn step(step: &Step<'_>) -> Phrase {
    let is_joint = step.relation.is_joint();
    let is_together = is_joint && step.direction == Direction::Forward;
    let (from, to) = (Phrase::list(&step.relation.from), Phrase::from(&step.relation.to));
    let (source, target) = match step.direction {
        Direction::Forward => (from, to),
        Direction::Backward => (to, from),
    };
    match step.relation.reading(step.direction) {
        Reading::Equal => say!("proof-step-equal", source = source, target = target),
        Reading::Covers if is_together => say!("proof-step-covers-together", source = source, target = target),
        Reading::Covers if is_joint => say!("proof-step-covers-each", source = source, target = target),
        Reading::Covers => say!("proof-step-covers", source = source, target = target),
        Reading::Within => say!("proof-step-within", source = source, target = target),
        Reading::Overlaps if is_together => say!("proof-step-overlap", source = source, target = target),
        Reading::Overlaps => say!("proof-step-overlaps", source = source, target = target),
        Reading::Related if is_together => say!("proof-step-are-related", source = source, target = target),
        Reading::Related => say!("proof-step-is-related", source = source, target = target),
        Reading::Disjoint => say!("proof-step-disjoint", source = source, target = target),
    }
}

/// What remains to be done according to the rows of steps, in the direction in which they are read, each once, in the
/// order of the steps.
pub fn adds(steps: &[Step<'_>]) -> String {
    let mut adds: Vec<&str> = Vec::new();
    for step in steps {
        adds.extend(step.relation.left_to_do(step.direction).map(Text::as_str).filter(|add| !adds.contains(add)));
    }
    adds.join("; ")
}

/// What people read where a row relates two clauses and says nothing about requirements in common.
pub const TOUCH_POINT: &str = "related (touch point)";

/// How many of several rows are touch points; nothing where none is.
pub fn touch_points(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 of them a touch point".to_owned()),
        several => Some(format!("{several} of them touch points")),
    }
}

/// What remains to be done in both directions of a row.
pub fn left_to_do(add: Option<&str>, add_reverse: Option<&str>) -> String {
    let backwards = add_reverse.map(|add| format!("Backwards: {}", add.trim()));
    let both = add.map(|add| add.trim().to_owned()).into_iter().chain(backwards);
    both.collect::<Vec<_>>().join(" ")
}

/// A remark after a text: in brackets, only its first words if it is long.
pub fn in_brackets(note: &str) -> String {
    const LONGEST: usize = 120;
    let note = note.trim();
    if note.is_empty() {
        return String::new();
    }
    let end = match note.char_indices().nth(LONGEST) {
        Some((end, _)) => end,
        None => return format!("({note})"),
    };
    let start = note[..end].rfind(char::is_whitespace).map_or(&note[..end], |gap| note[..gap].trim_end());
    format!("({start} …)")
}

/// Things by their names, with something between them.
pub fn joined<T: ToString>(things: &[T], between: &str) -> String {
    things.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// The tables of steps, each once, in the order of the steps.
pub fn tables(steps: &[Step<'_>]) -> Vec<TableId> {
    let mut tables: Vec<TableId> = Vec::new();
    for step in steps {
        if !tables.contains(&step.table.id) {
            tables.push(step.table.id.clone());
        }
    }
    tables
}

/// What a level means, in a few words.
pub(crate) fn level(level: Level) -> &'static str {
    match level {
        Level::None => "nothing is known to be in place",
        Level::Presumed => "possibly partly in place; that has to be checked",
        Level::Partial => "part of it is certainly in place",
        Level::Full => "all of it is in place",
    }
}

/// What a clause is by its status: `not applicable`.
pub(crate) fn is(status: Status) -> Phrase {
    match status {
        Status::Implemented => say!("proof-is-implemented"),
        Status::Partial => say!("proof-is-partial"),
        Status::Planned => say!("proof-is-planned"),
        Status::NotImplemented => say!("proof-is-not-implemented"),
        Status::NotApplicable => say!("proof-is-not-applicable"),
    }
}

/// What a statement says, in a few words.
pub fn status(status: Status) -> Phrase {
    Phrase::message(status_message(status), Vec::new())
}

/// The message that says it.
pub(super) fn status_message(status: Status) -> &'static str {
    match status {
        Status::Implemented => "proof-stated-implemented",
        Status::Partial => "proof-stated-partial",
        Status::Planned => "proof-stated-planned",
        Status::NotImplemented => "proof-stated-not-implemented",
        Status::NotApplicable => "proof-stated-not-applicable",
    }
}

/// What an edition's clauses are called among others: the number where `home` is the edition, else the whole reference.
pub fn short_reference(clause: &ClauseId, home: Option<&EditionId>) -> String {
    if home == Some(&clause.edition) { clause.number.to_string() } else { clause.to_string() }
}
