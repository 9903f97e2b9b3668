//! Names of sheets.

use std::collections::BTreeSet;

use super::text::{first_units, one_line, units};
use crate::language::{DocumentLanguage, say};
use crate::render::in_words;

/// The name of the front sheet.
pub(super) fn front(language: DocumentLanguage) -> String {
    in_words(&say!("summary"), language)
}

/// The most UTF-16 units that a name may have.
const MOST: usize = 31;

/// A name for each title, in order: one that Excel allows, and unlike any other regardless of case.
pub(super) fn names<'t>(titles: impl IntoIterator<Item = &'t str>, language: DocumentLanguage) -> Vec<String> {
    // Excel keeps History for itself.
    let mut taken = BTreeSet::from([front(language).to_lowercase(), "history".to_owned()]);
    let free = |title: &str| {
        let name = allowed(title, language);
        let numbered = (2..).map(|number| {
            let number = format!(" ({number})");
            shortened(&name, MOST - number.len()) + &number
        });
        let mut candidates = std::iter::once(shortened(&name, MOST)).chain(numbered);
        candidates.find(|name| taken.insert(name.to_lowercase())).expect("there is always a higher number")
    };
    titles.into_iter().map(free).collect()
}

/// The title without what no name may hold, and never empty.
fn allowed(title: &str, language: DocumentLanguage) -> String {
    let name: String = one_line(title)
        .chars()
        .map(|c| match c {
            ':' | '/' | '\\' | '*' | '?' => '-',
            '[' => '(',
            ']' => ')',
            c => c,
        })
        .collect();
    let name = name.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    if name.is_empty() { in_words(&say!("page-table"), language) } else { name.to_owned() }
}

/// A name that is too long keeps its beginning and its end, where editions differ, each cut between words where it can be.
fn shortened(name: &str, most: usize) -> String {
    if units(name) <= most {
        return name.to_owned();
    }
    let is_between = |c: char| c == ' ' || c == '-';
    let start = first_units(name, most / 2);
    let head = match start.rfind(' ') {
        Some(at) if !name[start.len()..].starts_with(' ') => &start[..at],
        _ => start,
    };
    let head = head.trim_end();
    let room = most - 1 - units(head);
    let (at, _) = name.char_indices().find(|(at, _)| units(&name[*at..]) <= room).unwrap_or((name.len(), ' '));
    let end = &name[at..];
    let tail = match end.find(is_between) {
        Some(at) if !name[..name.len() - end.len()].ends_with(is_between) => &end[at + 1..],
        _ => end,
    };
    format!("{head}…{}", tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::{DocumentLanguage, names, units};

    #[test]
    fn a_long_title_keeps_its_beginning_and_its_end() {
        let titles = [
            "Requirements of iso-iec-20000-1:2011",
            "What to do for iso-iec-20000-1:2011",
            "Requirements of iso-9001:2008",
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
        ];
        let found = names(titles, DocumentLanguage::English);
        assert_eq!(
            found,
            [
                "Requirements of…20000-1-2011",
                "What to do for…iec-20000-1-2011",
                "Requirements of iso-9001-2008",
                "abcdefghijklmno…lmnopqrstuvwxyz",
            ]
        );
    }

    #[test]
    fn no_name_is_taken_twice_and_none_holds_what_excel_refuses() {
        let long = "🦀".repeat(40);
        let titles = ["Rows", "ROWS", "rows", "summary", "History", "'a[b]:c*?/\\'", " ' ", "", &long, &long];
        let found = names(titles, DocumentLanguage::English);
        assert_eq!(found[..5], ["Rows", "ROWS (2)", "rows (3)", "summary (2)", "History (2)"]);
        assert_eq!(found[5..8], ["a(b)-c----", "Table", "Table (2)"]);
        assert!(found.iter().all(|name| units(name) <= 31), "{found:?}");
        assert!(found[9].ends_with(" (2)"));
    }
}
