//! Words, numbers and dates out of texts.

use jiff::civil::Date;

use super::raw::{Scalar, nearest, odd_character};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{ClauseKind, Confidence, InvalidId, Provenance, Stage, Status, StepState, Strength};
use crate::source;

/// The fault that a text is not an id of a kind; if a character looks like another one, the help names it.
pub(super) fn bad_id(text: &Scalar, what: &str, why: InvalidId) -> Diagnostic {
    Diagnostic::new(Rule::BadId, text.span, format!("{} is not a valid {what} id", text.shown()))
        .help(with_odd_character(&text.value, why.to_string()))
}

/// The fault that a method has no such step; these are the ids of its steps, and so many faults are known already.
pub(super) fn unknown_step(text: &Scalar, ids: &[source::Text], faults: usize) -> Diagnostic {
    const ENOUGH: usize = 200;
    let near = (faults < ENOUGH).then(|| nearest(&text.value, ids.iter().map(source::Text::as_str))).flatten();
    let help = near.map_or_else(|| "name a step of this method".to_owned(), |near| format!("did you mean {near}?"));
    Diagnostic::new(Rule::UnknownStep, text.span, format!("there is no step {}", text.shown())).help(help)
}

/// A help text, after the name of a character that looks like another one, if there is one in the text.
pub(super) fn with_odd_character(text: &str, help: String) -> String {
    match odd_character(text) {
        Some(odd) => format!("{odd}; {help}"),
        None => help,
    }
}

/// The words of a key and their values.
pub(super) type Vocabulary<T> = &'static [(&'static str, T)];

pub(super) const STRENGTHS: Vocabulary<Strength> = &[
    ("full", Strength::Full),
    ("partial", Strength::Partial),
    ("none", Strength::None),
    ("related", Strength::Related),
];

pub(super) const CONFIDENCES: Vocabulary<Confidence> =
    &[("high", Confidence::High), ("medium", Confidence::Medium), ("low", Confidence::Low)];

pub(super) const PROVENANCES: Vocabulary<Provenance> = &[
    ("stated", Provenance::Stated),
    ("published", Provenance::Published),
    ("recalled", Provenance::Recalled),
    ("community", Provenance::Community),
    ("derived", Provenance::Derived),
    ("reconstruction", Provenance::Reconstruction),
];

pub(super) const CLAUSE_KINDS: Vocabulary<ClauseKind> = &[
    ("requirement", ClauseKind::Requirement),
    ("heading", ClauseKind::Heading),
    ("informative", ClauseKind::Informative),
];

pub(super) const STAGES: Vocabulary<Stage> =
    &[("joint", Stage::Joint), ("individual", Stage::Individual), ("consensus", Stage::Consensus)];

pub(super) const STATUSES: Vocabulary<Status> = &[
    ("implemented", Status::Implemented),
    ("partial", Status::Partial),
    ("planned", Status::Planned),
    ("not-implemented", Status::NotImplemented),
    ("not-applicable", Status::NotApplicable),
];

/// Whether a step has to be taken; nothing where the source of the method does not say.
pub(super) const OBLIGATIONS: Vocabulary<Option<bool>> =
    &[("true", Some(true)), ("false", Some(false)), ("unsaid", None)];

pub(super) const STEP_STATES: Vocabulary<StepState> =
    &[("done", StepState::Done), ("under-way", StepState::UnderWay), ("open", StepState::Open)];

/// One of a key's words; a breach of `rule` where it is another.
pub(super) fn word<T: Copy>(
    text: &Scalar,
    words: Vocabulary<T>,
    rule: Rule,
    what: &str,
    faults: &mut Vec<Diagnostic>,
) -> Option<T> {
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value.as_str()) {
        return Some(*value);
    }
    let all = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
    let help = match nearest(&text.value.to_lowercase(), words.iter().map(|(word, _)| *word)) {
        Some(near) => format!("did you mean {near}? use one of {all}"),
        None => format!("use one of {all}"),
    };
    faults.push(
        Diagnostic::new(rule, text.span, format!("{} is not a valid {what}", text.shown()))
            .help(with_odd_character(&text.value, help)),
    );
    None
}

/// A word of a key that has no rule of its own.
pub(super) fn any_word<T: Copy>(
    text: Option<&Scalar>,
    words: Vocabulary<T>,
    what: &str,
    faults: &mut Vec<Diagnostic>,
) -> Option<T> {
    word(text?, words, Rule::UnknownWord, what, faults)
}

/// `true` or `false`.
pub(super) fn boolean(text: Option<&Scalar>, otherwise: bool, what: &str, faults: &mut Vec<Diagnostic>) -> bool {
    any_word(text, &[("true", true), ("false", false)], what, faults).unwrap_or(otherwise)
}

/// A day of the calendar, as 2026-11-20.
pub(super) fn date(text: Option<&Scalar>, faults: &mut Vec<Diagnostic>) -> Option<Date> {
    let text = text?;
    let day = day(&text.value);
    if day.is_none() {
        faults.push(bad_date(text, "write year-month-day, such as 2026-11-20"));
    }
    day
}

/// A day, a month or a year, as 2008-11-15, 2008-11 or 2008.
pub(super) fn date_or_year(text: Option<&Scalar>, faults: &mut Vec<Diagnostic>) -> Option<source::Text> {
    let text = text?;
    if !is_date_or_year(&text.value) {
        faults.push(bad_date(text, "write year-month-day, year-month or year, such as 2008-11-15"));
        return None;
    }
    Some(text.value.clone())
}

/// Whether a text is a day of the calendar, a month or a year, as 2008-11-15, 2008-11 or 2008.
pub fn is_date_or_year(text: &str) -> bool {
    match text.len() {
        4 => day(&format!("{text}-01-01")),
        7 => day(&format!("{text}-01")),
        _ => day(text),
    }
    .is_some()
}

/// A day of the calendar, as 2026-11-20 and in no other form.
pub fn day(text: &str) -> Option<Date> {
    let has_form = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if has_form { text.parse().ok() } else { None }
}

fn bad_date(text: &Scalar, help: &str) -> Diagnostic {
    Diagnostic::new(Rule::BadDate, text.span, format!("{} is not a valid date", text.shown())).help(help)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_one_that_the_calendar_has() {
        assert!(day("2024-02-29").is_some());
        for bad in ["2026-02-29", "2026-13-01", "20261120", "2026-11-2", "20.11.2026", "2026-11-20T10:00", ""] {
            assert!(day(bad).is_none(), "{bad}");
        }
    }
}
