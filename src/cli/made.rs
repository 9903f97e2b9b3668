//! The kinds of text that commands make and that are not an answer in a format, and how an earlier one is recognized.

use xwalk::diagnostic;
use xwalk::exchange::format::Format;
use xwalk::load;

/// A kind of text. A file that holds an earlier one may be replaced without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// An assessment.
    Assessment,
    /// A relation table.
    Table,
    /// Whatever an import makes: a catalog, a relation table, an assessment.
    Standard,
    /// A text in another program's format.
    Foreign,
    /// A JSON Schema.
    Schema,
    /// The script of a shell for completions.
    Script,
    /// A manual page.
    ManualPage,
    /// A baseline of `check`.
    Baseline,
    /// What `check --explain` says about a rule.
    Explanation,
    /// A pack of standards.
    Pack,
    /// What was reviewed of a table or an assessment.
    Reviews,
}

impl Made {
    /// Whether a file holds an earlier text of the kind.
    pub(super) fn is_earlier_output(self, held: &[u8]) -> bool {
        if self == Self::Pack {
            return load::pack::is_pack(held);
        }
        let Ok(text) = std::str::from_utf8(held) else { return false };
        let has_key = |key: &str| text.starts_with('{') && text.lines().take(2).any(|line| line.contains(key));
        match self {
            Self::Assessment => load::is_assessment(text),
            Self::Table => load::is_table(text),
            Self::Reviews => load::is_reviews(text),
            Self::Standard => load::is_xwalk_file(text),
            Self::Foreign => Format::of(text).is_some(),
            Self::Schema => has_key("\"$schema\"") && text.contains("json-schema.org"),
            Self::Script => text.contains("XWALK_COMPLETE"),
            Self::ManualPage => text.lines().any(|line| line.starts_with(".TH xwalk")),
            Self::Baseline => has_key("\"xwalk-baseline\""),
            Self::Pack => false,
            Self::Explanation => {
                let head = text.lines().next().and_then(|line| line.strip_prefix("## "));
                head.is_some_and(|head| diagnostic::ALL.iter().any(|rule| rule.id() == head))
            }
        }
    }
}
