//! Names of other programs as ids of ours: the same name always makes the same id.

use std::collections::HashSet;

use crate::model::{ClauseNumber, EditionId};

/// The edition where a name shows none.
pub(super) const UNDATED: &str = "undated";

/// An edition by a name that says the standard and perhaps its edition at the end: `iso27001-2022` is `iso27001:2022`,
/// `nist-csf-v2.0` is `nist-csf:2.0`, `anssi-guide` is `anssi-guide:undated`.
pub(super) fn edition(name: &str) -> Option<EditionId> {
    let slug = slug(name);
    let starts = slug.match_indices(['-', '_']).map(|(at, _)| at);
    let said = starts.map(|at| (&slug[..at], &slug[at + 1..])).find(|(_, rest)| is_edition(rest));
    let (standard, edition) = said.unwrap_or((&slug, UNDATED));
    let edition = edition.strip_prefix('v').unwrap_or(edition);
    EditionId::parse(&format!("{}:{edition}", standard.trim_matches(['-', '_', '.']))).ok()
}

/// Whether a text says an edition: a year, perhaps with a month and a day, a number with dots, or a version or revision
/// such as `v8`, `r3` and `rev5`. Other numbers may be part of the standard's name.
fn is_edition(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = |text: &str| {
        let parts: Vec<&str> = text.split(['-', '.']).collect();
        let is_year = parts[0].len() == 4 && (parts[0].starts_with("19") || parts[0].starts_with("20"));
        is_year
            && parts.len() <= 3
            && parts[1..].iter().all(|part| part.len() == 2)
            && parts.iter().all(|part| is_number(part))
    };
    let (number, is_marked) = match ["rev", "v", "r"].iter().find_map(|start| text.strip_prefix(start)) {
        Some(number) => (number, true),
        None => (text, false),
    };
    let is_dotted = number.split('.').all(is_number);
    is_date(text) || is_dotted && (is_marked || number.contains('.'))
}

/// A name in lower-case letters, digits, dots and hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.trim().chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9' | '.' | '_') => slug.push(c),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_matches('-').to_owned()
}

/// Clause numbers of one edition, each given out once.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    taken: HashSet<String>,
}

impl Numbers {
    /// A number as near to a name as ours allow: spaces and slashes become hyphens, and a name that is taken gets
    /// a counter after it. Whether it differs from the name is for the caller to see.
    pub(super) fn number(&mut self, name: &str) -> Option<ClauseNumber> {
        let name = name.trim();
        let plain = if ClauseNumber::parse(name).is_ok() { name.to_owned() } else { cleaned(name) };
        ClauseNumber::parse(&plain).ok()?;
        let short: String = plain.chars().take(LONGEST).collect();
        let counted = (2..).map(|count| format!("{short}~{count}"));
        let free = std::iter::once(plain).chain(counted).find(|number| !self.taken.contains(number))?;
        self.taken.insert(free.clone());
        ClauseNumber::parse(&free).ok()
    }
}

/// A name with hyphens for spaces and slashes, and not too long.
fn cleaned(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        let c = if c.is_whitespace() || c == '/' { '-' } else { c };
        if !(c == '-' && plain.ends_with('-')) {
            plain.push(c);
        }
    }
    plain.trim_matches('-').chars().take(LONGEST).collect()
}

/// How much of a name is kept, in characters, so that a count fits after it.
const LONGEST: usize = 72;

#[cfg(test)]
mod tests {
    use super::{Numbers, edition};

    #[test]
    fn an_edition_is_what_a_name_says_at_its_end() {
        let edition = |name: &str| edition(name).map(|edition| edition.to_string());
        for (name, expected) in [
            ("iso27001-2022", "iso27001:2022"),
            ("nist-csf-2.0", "nist-csf:2.0"),
            ("aircyber-v1.5.2", "aircyber:1.5.2"),
            ("nist-sp-800-171-rev3", "nist-sp-800-171:rev3"),
            ("CCB CFF 2023-03-01", "ccb-cff:2023-03-01"),
            ("nist-sp-800-171", "nist-sp-800-171:undated"),
            ("cis_controls-v8", "cis_controls:8"),
            ("anssi-guide-hygiene", "anssi-guide-hygiene:undated"),
            ("soc2", "soc2:undated"),
        ] {
            assert_eq!(edition(name).as_deref(), Some(expected));
        }
        assert_eq!(edition(""), None);
    }

    #[test]
    fn numbers_are_given_out_once() {
        let mut numbers = Numbers::default();
        let mut number = |name: &str| numbers.number(name).map(|number| number.to_string());
        assert_eq!(number("A.5 / 1").as_deref(), Some("A.5-1"));
        assert_eq!(number("A.5-1").as_deref(), Some("A.5-1~2"));
        assert_eq!(number("4.10").as_deref(), Some("4.10"));
        assert_eq!(number("--x-").as_deref(), Some("--x-"));
        assert_eq!(number("  "), None);
    }
}
