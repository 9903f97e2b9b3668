//! Questions in words, and what answers mean.

use super::{Partner, Reply};
use crate::model::{Statement, Status};
use crate::source::Words;

/// The statuses by the numbers under which they are asked for.
const STATUSES: [Status; 5] =
    [Status::Implemented, Status::Partial, Status::Planned, Status::NotImplemented, Status::NotApplicable];

/// Which status it is.
pub(super) const WHICH: &str = "  1 implemented  2 partial  3 planned  4 not-implemented  5 not-applicable
  s skip  b back  q save and quit
Status: ";

/// An answer, or where to go instead.
pub(super) enum Answer {
    Text(String),
    Other(Way),
}

/// Where the dialogue goes from a clause.
pub(super) enum Way {
    On,
    Back,
    Quit,
}

/// What is asked of a clause beside its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Evidence,
    Owner,
    Justification,
    Note,
}

impl Field {
    /// What it is called in a question.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Evidence => "Evidence, a path or an address, empty for no more",
            Self::Owner => "Owner",
            Self::Justification => "Justification",
            Self::Note => "Note",
        }
    }
}

/// Asks, and tells answers from words that steer: `:s`, `:b` and `:q` everywhere, without the colon where a status is asked for.
pub(super) fn listen<P: Partner>(partner: &mut P, question: &str) -> Result<Answer, P::Trouble> {
    let line = match partner.answer(question)? {
        Reply::Line(line) => line.trim().to_owned(),
        Reply::Quit => return Ok(Answer::Other(Way::Quit)),
    };
    let steers = |letter: &str| line.strip_prefix(':') == Some(letter) || question == WHICH && line == letter;
    let ways = [("s", Way::On), ("b", Way::Back), ("q", Way::Quit)];
    let way = ways.into_iter().find(|(letter, _)| steers(letter));
    Ok(match way {
        Some((_, way)) => Answer::Other(way),
        None => Answer::Text(line),
    })
}

/// The status that a number or a word means; words may be cut short where that is clear.
pub(super) fn word(line: &str) -> Option<Status> {
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
pub(super) fn told(statement: &Statement) -> String {
    let named = |name: &str, text: &Option<Words>| text.as_ref().map(|text| format!("{name}: {text}"));
    let evidence = statement.evidence.join(", ");
    let parts = [
        Some(statement.status.to_string()),
        (!evidence.is_empty()).then(|| format!("evidence: {evidence}")),
        named("owner", &statement.owner),
        statement.due.map(|due| format!("due: {due}")),
        named("justification", &statement.justification),
        named("note", &statement.note),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ").replace('\n', " ")
}
