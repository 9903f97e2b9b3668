//! Words that people say stand for a status, and words for whether something applies.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::diagnostic::{Diagnostic, Rule};
use crate::load::status_words::{key, listed, of_share, own};
use crate::model::Status;
use crate::source::{FileId, Sources, Span};

/// What people write where a control applies, and where it does not. These mean the same to everybody.
const APPLIES: [(bool, &str); 2] = [
    (
        true,
        "yes, y, true, applicable, applies, included, in scope, ✓, ✔, ✔️, ☑, ✅, ja, j, anwendbar, \
         zutreffend, trifft zu, oui, applicabile, sí, aplica, aplicable, incluido, sì, si, sim, \
         aplicável, se aplica, van toepassing, да, применимо, применяется, inclus",
    ),
    (
        false,
        "no, n, false, not applicable, n/a, n.a., does not apply, excluded, not in scope, out of scope, \
         ✗, ✘, ❌, ☒, nein, nicht anwendbar, nicht zutreffend, trifft nicht zu, entfällt, ausgeschlossen, \
         non, non applicable, exclu, sans objet, no aplica, no aplicable, excluido, non applicabile, \
         escluso, não, não aplicável, não se aplica, excluído, nee, neen, niet van toepassing, n.v.t., \
         нет, неприменимо, не применимо, не применяется",
    ),
];

/// What words stand for which status: xwalk's own, what people say, and the built-in list if it is requested.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatusWords {
    said: BTreeMap<String, Option<Status>>,
    /// Whether the words of other people that are built in, percentages and levels of maturity are read.
    pub guess: bool,
}

/// Why a word is read as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is one of xwalk's own.
    Own,
    /// It was said.
    Said,
    /// It is on the built-in list, or a number that has a rule.
    BuiltIn,
}

impl StatusWords {
    /// Takes over what is said about a word; false if the same word was said to be something else. A word without a
    /// status states nothing.
    pub fn say(&mut self, word: &str, status: Option<Status>) -> bool {
        *self.said.entry(key(word)).or_insert(status) == status
    }

    /// Reads `Word=status`, or `Word=ignore`.
    pub fn parse(text: &str) -> Result<(String, Option<Status>), String> {
        let written = || "write \"Word=status\", such as \"In progress=partial\"".to_owned();
        let (word, status) = text.rsplit_once('=').ok_or_else(written)?;
        if key(word).is_empty() {
            return Err(written());
        }
        if key(status) == "ignore" {
            return Ok((word.trim().to_owned(), None));
        }
        let unknown =
            || format!("{} is not a valid status: use one of {}, or ignore", status.trim(), Status::WORDS.join(", "));
        let status = own(status).ok_or_else(unknown)?;
        Ok((word.trim().to_owned(), Some(status)))
    }

    /// What a word stands for by what is said, or as one of xwalk's own, and why.
    pub(super) fn read(&self, word: &str) -> Option<(Option<Status>, Reason)> {
        let said = self.said.get(&key(word)).map(|status| (*status, Reason::Said));
        said.or_else(|| own(word).map(|status| (Some(status), Reason::Own)))
    }
}

/// Reads a file of words, a line each as `In progress = partial`; lines that begin with `#` and empty ones are passed
/// over.
pub fn status_words(sources: &Sources, file: FileId, words: &mut StatusWords) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut at = 0;
    for line in sources.get(file).text().split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        let line = if start == 0 { line.trim_start_matches('\u{feff}') } else { line };
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let end = sources.get(file).text()[start..].find(line).map_or(start, |before| start + before) + line.len();
        let span = Span { file, start: offset(end - line.trim_start().len()), end: offset(end) };
        match StatusWords::parse(line) {
            Ok((word, status)) if words.say(&word, status) => {}
            Ok((word, _)) => {
                let message = format!("{word} is given two meanings");
                faults.push(Diagnostic::new(Rule::DuplicateKey, span, message).help("keep one of the lines"));
            }
            Err(why) => {
                let message = format!("{} does not say what a word means", line.trim());
                faults.push(Diagnostic::new(Rule::UnknownStatus, span, message).help(why));
            }
        }
    }
    faults
}

/// What the numbers in a column of statuses are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// Shares of one, of which at least one is a fraction.
    Shares,
    /// Levels of maturity from 0 to 5, of which at least one is above 1.
    Levels,
}

impl Scale {
    /// The scale of numbers, where they are of one.
    pub(super) fn of(numbers: &[f64]) -> Option<Self> {
        let all = |is: fn(f64) -> bool| numbers.iter().all(|number| is(*number));
        let any = |is: fn(f64) -> bool| numbers.iter().any(|number| is(*number));
        if all(|number| (0.0..=1.0).contains(&number)) && any(|number| number.fract() != 0.0) {
            Some(Self::Shares)
        } else if all(|number| (0.0..=5.0).contains(&number) && number.fract() == 0.0) && any(|number| number > 1.0) {
            Some(Self::Levels)
        } else {
            None
        }
    }

    /// The status of a number: all of it, nothing, or a part; of levels, 3 and above is in place.
    pub(super) fn status(self, number: f64) -> Status {
        match self {
            Self::Shares => of_share(number),
            Self::Levels if number >= 3.0 => Status::Implemented,
            Self::Levels if number <= 0.0 => Status::NotImplemented,
            Self::Levels => Status::Partial,
        }
    }
}

/// Whether a word says that something applies.
pub(super) fn applies(word: &str) -> Option<bool> {
    static WORDS: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
        let words = APPLIES.iter().flat_map(|(applies, words)| listed(words).map(move |word| (key(word), *applies)));
        words.collect()
    });
    WORDS.get(&key(word)).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{APPLIES, Reason, Scale, StatusWords, applies};
    use crate::load::status_words::{key, listed};
    use crate::model::Status;

    #[test]
    fn no_word_says_both_that_something_applies_and_that_it_does_not() {
        let mut seen: BTreeMap<String, bool> = BTreeMap::new();
        for (applies, words) in APPLIES {
            for word in listed(words) {
                assert_eq!(*seen.entry(key(word)).or_insert(applies), applies, "{word}");
            }
        }
        assert_eq!((applies("Nein"), applies("TRUE"), applies("perhaps")), (Some(false), Some(true), None));
    }

    #[test]
    fn what_is_said_of_a_word_counts_before_all_else() {
        let mut words = StatusWords::default();
        assert_eq!(words.read("Not Implemented"), Some((Some(Status::NotImplemented), Reason::Own)));
        assert_eq!(words.read("✅ Implemented"), Some((Some(Status::Implemented), Reason::Own)));
        assert_eq!((words.read("in progress"), words.read("implemented?"), words.read("Yes / No")), (None, None, None));
        let (word, status) = StatusWords::parse("In = progress = planned").unwrap();
        assert_eq!((word.as_str(), status), ("In = progress", Some(Status::Planned)));
        assert_eq!(StatusWords::parse("TBD=Ignore"), Ok(("TBD".to_owned(), None)));
        assert!(words.say("in PROGRESS", Some(Status::Planned)) && words.say("partial", Some(Status::Planned)));
        assert_eq!(words.read("in progress"), Some((Some(Status::Planned), Reason::Said)));
        assert_eq!(words.read("partial"), Some((Some(Status::Planned), Reason::Said)));
        assert!(!words.say("In progress", Some(Status::Partial)), "two readings of one word");
        for bad in ["", "=partial", "word", "word=", "word=partly"] {
            assert!(StatusWords::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn numbers_are_read_on_one_scale_and_not_where_they_may_be_on_two() {
        assert_eq!(Scale::of(&[0.0, 0.5, 1.0]), Some(Scale::Shares));
        assert_eq!(Scale::of(&[0.0, 1.0, 3.0]), Some(Scale::Levels));
        for unclear in [&[0.0, 1.0][..], &[0.5, 3.0], &[6.0], &[-1.0, 2.0], &[f64::NAN], &[]] {
            assert_eq!(Scale::of(unclear), None, "{unclear:?}");
        }
        assert_eq!(
            [0.0, 0.2, 1.0].map(|number| Scale::Shares.status(number)),
            [Status::NotImplemented, Status::Partial, Status::Implemented]
        );
        assert_eq!(
            [0.0, 1.0, 2.0, 3.0, 5.0].map(|number| Scale::Levels.status(number)),
            [Status::NotImplemented, Status::Partial, Status::Partial, Status::Implemented, Status::Implemented]
        );
    }
}
