//! Questions in words, and what answers mean.

use super::interviewee::{Interviewee, Reply};
use crate::diagnostic::counted;
use crate::load::status_words;
use crate::model::{Statement, Status};
use crate::source::Text;

/// The statuses by their numbers in the menu.
const STATUSES: [Status; 5] =
    [Status::Implemented, Status::Partial, Status::Planned, Status::NotImplemented, Status::NotApplicable];

/// Which status it is.
pub(super) const STATUS_MENU: &str = "  1 implemented  2 partial  3 planned  4 not-implemented  5 not-applicable
  s skip  b back  q save and quit, at every question (\\s is the letter s)
Status: ";

/// Inputs that navigate, and are answers only after a backslash.
const RESERVED_ANSWERS: [&str; 7] = ["s", "b", "q", ":s", ":b", ":q", "-"];

/// An answer, or where to go instead.
pub(super) enum Answer {
    Text(String),
    /// A `-`: what is there is to go.
    None,
    Navigate(Navigation),
}

/// Where the interview continues after a clause.
pub(super) enum Navigation {
    Next,
    Again,
    Back,
    Quit,
}

/// What is asked about a clause in addition to its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Evidence,
    Owner,
    Due,
    Effort,
    Assessed,
    Justification,
    Note,
}

impl Field {
    /// What is asked of a statement with its status. By when and how much work is not asked of what is in place, unless it
    /// says so already.
    pub(super) fn of(statement: &Statement) -> Vec<Self> {
        let is_left = match statement.status {
            Status::NotApplicable => return vec![Self::Justification, Self::Assessed, Self::Note],
            Status::Implemented => false,
            Status::Partial | Status::Planned | Status::NotImplemented => true,
        };
        let mut fields = vec![Self::Evidence, Self::Owner];
        fields.extend((is_left || statement.due.is_some()).then_some(Self::Due));
        fields.extend((is_left || statement.effort.is_some()).then_some(Self::Effort));
        fields.extend([Self::Assessed, Self::Note]);
        fields
    }

    /// The question; `usual` is the value of an empty line; for evidence, it is the evidence so far.
    pub(super) fn question(self, usual: Option<&str>) -> String {
        let name = match self {
            Self::Evidence => "Evidence, a path or an address",
            Self::Owner => "Owner",
            Self::Due => "Due date, such as 2026-11-20",
            Self::Effort => "Effort left in person-days, such as 2.5",
            Self::Assessed => "Date of the assessment, such as 2026-11-20",
            Self::Justification => "Justification",
            Self::Note => "Note",
        };
        let usual = match (self, usual) {
            (Self::Evidence, Some(known)) => {
                return format!("Evidence [{known}], empty to continue, - removes the last one (s b q): ");
            }
            (Self::Evidence, None) => ", empty to continue".to_owned(),
            (_, Some(usual)) => format!(" [{usual}], - for none"),
            (_, None) => String::new(),
        };
        format!("{name}{usual} (s b q): ")
    }
}

/// Asks, and distinguishes answers from navigation letters: `s`, `b` and `q`, also after a colon. A backslash makes an
/// answer of a text that would navigate or clear.
pub(super) fn prompt<P: Interviewee>(interviewee: &mut P, question: &str) -> Result<Answer, P::Error> {
    let line = match interviewee.answer(question)? {
        Reply::Line(line) => line.trim().to_owned(),
        Reply::Quit => return Ok(Answer::Navigate(Navigation::Quit)),
    };
    Ok(match line.strip_prefix(':').unwrap_or(&line) {
        "s" => Answer::Navigate(Navigation::Next),
        "b" => Answer::Navigate(Navigation::Back),
        "q" => Answer::Navigate(Navigation::Quit),
        "-" if line == "-" => Answer::None,
        _ => Answer::Text(
            line.strip_prefix('\\').filter(|word| RESERVED_ANSWERS.contains(word)).unwrap_or(&line).to_owned(),
        ),
    })
}

/// The status that a number of the menu or a word means: one of xwalk's own, which may be cut short where that is clear, or
/// one that the import of a sheet understands.
pub(super) fn status(line: &str) -> Option<Status> {
    let understood = || status_words::own(line).or_else(|| status_words::built_in(line));
    of_menu(line).or_else(understood)
}

fn of_menu(line: &str) -> Option<Status> {
    let line = line.to_lowercase().replace(' ', "-");
    let number = line.parse().ok().and_then(|number: usize| STATUSES.get(number.checked_sub(1)?));
    let mut begun = STATUSES.iter().filter(|status| line.len() > 1 && status.to_string().starts_with(&line));
    let word = match (begun.next(), begun.next()) {
        (Some(status), None) => Some(status),
        (_, _) => None,
    };
    number.or(word).copied()
}

/// A statement in a line.
pub(super) fn summary(statement: &Statement) -> String {
    let named = |name: &str, text: &Option<Text>| text.as_ref().map(|text| format!("{name}: {text}"));
    let evidence = statement.evidence.join(", ");
    let parts = [
        Some(statement.status.to_string()),
        (!evidence.is_empty()).then(|| format!("evidence: {evidence}")),
        named("owner", &statement.owner),
        statement.due.map(|due| format!("due: {due}")),
        statement.effort.map(|effort| format!("effort: {}", counted(effort, "person-day", "person-days"))),
        statement.assessed.map(|day| format!("assessed: {day}")),
        named("justification", &statement.justification),
        named("note", &statement.note),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ").replace('\n', " ")
}
