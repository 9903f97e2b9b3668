//! The names of editions, clauses, tables and methods.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use crate::source::{Text, is_invisible};

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidId(&'static str);

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The text of a name: borrowed for as long as the program runs, or shared. Millions of rows name clauses: it is no
/// larger than what it borrows.
#[derive(Clone)]
enum Name {
    Lasting(&'static str),
    Shared(Arc<Box<str>>),
}

const _: () = assert!(size_of::<Name>() == size_of::<&str>());

impl Deref for Name {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match self {
            Self::Lasting(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::Shared(Arc::new(text.into()))
    }
}

impl From<&Text> for Name {
    fn from(text: &Text) -> Self {
        text.lasting().map_or_else(|| text.as_str().into(), Self::Lasting)
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        // Most names that are the same are copies of one.
        std::ptr::eq::<str>(&**self, &**other) || **self == **other
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> Ordering {
        str::cmp(self, other)
    }
}

impl Hash for Name {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        str::hash(self, state);
    }
}

macro_rules! text_id {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Name);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                <str as fmt::Debug>::fmt(&self.0, f)
            }
        }
    };
}

text_id! {
    /// An edition of a standard, `<standard>:<edition>`, such as `iso-9001:2008`.
    EditionId
}
text_id! {
    /// The number of a clause inside its edition, such as `4.2.1` or `A.9.1.1`. Always text: `4.1` and `4.10` are two
    /// clauses.
    ClauseNumber
}
text_id! {
    /// A relation table: its file name without the ending.
    TableId
}
text_id! {
    /// A method: an ordered way to get there.
    MethodId
}

fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b'_'))
}

impl EditionId {
    /// Reads `<standard>:<edition>`: lower-case letters, digits, `-`, `.` and `_` around one colon.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        match text.split_once(':') {
            Some((standard, edition)) if is_slug(standard) && is_slug(edition) => Ok(Self(text.into())),
            _ => Err(InvalidId(
                "an edition id is <standard>:<edition> in lower-case letters, digits and hyphens, such as iso-9001:2008",
            )),
        }
    }

    /// The standard without the edition: `iso-9001` of `iso-9001:2008`.
    pub fn standard(&self) -> &str {
        self.0.split_once(':').map_or(&self.0, |(standard, _)| standard)
    }
}

/// A number is found by its text.
impl std::borrow::Borrow<str> for ClauseNumber {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl ClauseNumber {
    /// Reads a clause number: any text of up to 80 characters without spaces, slashes, control characters and
    /// characters that are invisible.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        Self::check(text).map(|()| Self(text.into()))
    }

    /// The same of a text of a file, from which it borrows where that lasts.
    pub fn of_text(text: &Text) -> Result<Self, InvalidId> {
        Self::check(text).map(|()| Self(text.into()))
    }

    fn check(text: &str) -> Result<(), InvalidId> {
        // Most contain only letters, digits and signs of one byte each.
        let is_plain =
            (1..=80).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'/');
        let is_sound = is_plain
            || !text.is_empty()
                && text.chars().count() <= 80
                && !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '/' || is_invisible(c));
        if is_sound {
            Ok(())
        } else {
            Err(InvalidId(
                "a clause id has up to 80 characters, without spaces, slashes and control characters, such as 4.2.1",
            ))
        }
    }

    /// The text that was a number when it was packed.
    pub(crate) fn packed(text: &'static str) -> Self {
        Self(Name::Lasting(text))
    }

    /// The numbers above this one by its dots, nearest first: `4.2` and `4` of `4.2.1`.
    pub fn prefixes(&self) -> impl Iterator<Item = &str> {
        self.0.rmatch_indices('.').map(|(at, _)| &self.0[..at])
    }
}

impl TableId {
    /// Reads the id of a relation table: lower-case letters, digits, `-`, `.` and `_`.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        if is_slug(text) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidId(
                "a table id is its file name, in lower-case letters, digits and hyphens, such as iso-9001-2008--iso-9001-2015",
            ))
        }
    }
}

impl MethodId {
    /// Reads the id of a method: lower-case letters, digits, `-`, `.` and `_`.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        if is_slug(text) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidId("a method id consists of lower-case letters, digits and hyphens"))
        }
    }
}

/// A clause of an edition: `iso-9001:2008/4.2.1`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId {
    /// Its edition.
    pub edition: EditionId,
    /// Its number there.
    pub number: ClauseNumber,
}

impl ClauseId {
    /// Reads `<edition>/<number>`.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let named = "a clause is named with its edition, such as iso-9001:2008/4.2.1";
        let (edition, number) = text.split_once('/').ok_or(InvalidId(named))?;
        Ok(Self { edition: EditionId::parse(edition)?, number: ClauseNumber::parse(number)? })
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.edition, self.number)
    }
}

impl fmt::Debug for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_id_has_one_colon_between_two_slugs() {
        assert!(EditionId::parse("iso-9001:2008").is_ok());
        assert!(EditionId::parse("sw-cmm:1.1").is_ok());
        for bad in ["", "iso-9001", "ISO-9001:2008", "iso 9001:2008", "a:b:c", ":2008", "a:", "a/b:1"] {
            assert!(EditionId::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_clause_id_is_an_edition_and_a_number() {
        let clause = ClauseId::parse("iso-9001:2008/4.2.1").unwrap();
        assert_eq!((clause.edition.as_str(), clause.number.as_str()), ("iso-9001:2008", "4.2.1"));
        for bad in ["4.2.1", "iso-9001/4.2.1", "iso-9001:2008/", "iso-9001:2008/4/2"] {
            assert!(ClauseId::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_clause_number_has_no_blank_and_no_slash() {
        assert!(ClauseNumber::parse("4.10").is_ok());
        assert!(ClauseNumber::parse("KPA.é").is_ok());
        for bad in ["", "4 1", "a/b", "a\u{1b}b", "a\u{202e}b", "4\u{200b}.1", "4.1\u{feff}", &"1".repeat(81)] {
            assert!(ClauseNumber::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_numbers_above_a_number_are_cut_at_its_dots() {
        let number = ClauseNumber::parse("4.5.4.1").unwrap();
        assert_eq!(number.prefixes().collect::<Vec<_>>(), ["4.5.4", "4.5", "4"]);
    }
}
