//! Words and lists that several answers share.

pub(crate) use crate::diagnostic::counted;

use crate::crosswalk::{Level, Step};
use crate::model::{ClauseId, Direction, EditionId, Reading, Status, TableId};
use crate::source::Text;

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// The same of three at the most: `a, b, c and 4 more`.
pub(crate) fn some_of(words: &[String]) -> String {
    match words {
        [one, two, three, _, _, ..] => format!("{one}, {two}, {three} and {} more", words.len() - 3),
        few => listed(few),
    }
}

/// An instruction with what the clause asks for, where that is known: `Build it: …`, `Build it.`
pub(crate) fn with_summary(instruction: &str, summary: Option<&Text>) -> String {
    summary.map_or_else(|| format!("{instruction}."), |summary| format!("{instruction}: {}", summary.trim()))
}

/// What a step says, such as `4.2.1 covers 4.3.1 fully`.
pub(crate) fn step(step: &Step<'_>) -> String {
    let from = listed(&step.relation.from.iter().map(ToString::to_string).collect::<Vec<_>>());
    let to = step.relation.to.to_string();
    let is_joint = step.relation.is_joint();
    let cover = if is_joint && step.direction == Direction::Forward { "cover" } else { "covers" };
    let (source, target) = match step.direction {
        Direction::Forward => (from, to),
        Direction::Backward => (to, from),
    };
    match step.relation.reading(step.direction) {
        Reading::Equal => format!("{source} asks for the same as {target}"),
        Reading::Covers if is_joint && step.direction == Direction::Backward => {
            format!("{source} covers each of {target} fully")
        }
        Reading::Covers if is_joint => format!("{source} cover {target} fully together"),
        Reading::Covers => format!("{source} covers {target} fully"),
        Reading::Within => format!("{target} asks for all that {source} asks for, and more"),
        Reading::Overlaps => format!("{source} {cover} {target} in part"),
        Reading::Related if is_joint && step.direction == Direction::Forward => {
            format!("{source} are related to {target} (touch point)")
        }
        Reading::Related => format!("{source} is related to {target} (touch point)"),
        Reading::Disjoint => format!("{source} and {target} share nothing"),
    }
}

/// What the rows of steps say is left to do in the direction in which they are read, each once, in the order of the steps.
pub(crate) fn adds(steps: &[Step<'_>]) -> String {
    let mut adds: Vec<&str> = Vec::new();
    for step in steps {
        adds.extend(step.relation.left_to_do(step.direction).map(Text::as_str).filter(|add| !adds.contains(add)));
    }
    adds.join("; ")
}

/// What people read where a row relates two clauses and says nothing of demands in common.
pub(crate) const TOUCH_POINT: &str = "related (touch point)";

/// How many of several rows are touch points; nothing where none is.
pub(crate) fn touch_points(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 of them a touch point".to_owned()),
        several => Some(format!("{several} of them touch points")),
    }
}

/// What is left to do in both directions of a row.
pub(crate) fn left_to_do(add: Option<&str>, add_reverse: Option<&str>) -> String {
    let backwards = add_reverse.map(|add| format!("Backwards: {}", add.trim()));
    let both = add.map(|add| add.trim().to_owned()).into_iter().chain(backwards);
    both.collect::<Vec<_>>().join(" ")
}

/// A remark behind what is said already: in brackets, its first words where it is long.
pub(crate) fn in_brackets(note: &str) -> String {
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
pub(crate) fn joined<T: ToString>(things: &[T], between: &str) -> String {
    things.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// The tables of steps, each once, in the order of the steps.
pub(crate) fn tables(steps: &[Step<'_>]) -> Vec<TableId> {
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
pub(crate) fn is(status: Status) -> &'static str {
    match status {
        Status::Implemented => "implemented",
        Status::Partial => "only partly implemented",
        Status::Planned => "planned",
        Status::NotImplemented => "not implemented",
        Status::NotApplicable => "not applicable",
    }
}

/// What a statement says, in a few words.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Implemented => "stated as implemented",
        Status::Partial => "stated as partly in place",
        Status::Planned => "stated as planned",
        Status::NotImplemented => "stated as not implemented",
        Status::NotApplicable => "stated as not applicable",
    }
}

/// What an edition's clauses are called among others: the number where `home` is the edition, else the whole reference.
pub(crate) fn short_reference(clause: &ClauseId, home: Option<&EditionId>) -> String {
    if home == Some(&clause.edition) { clause.number.to_string() } else { clause.to_string() }
}
