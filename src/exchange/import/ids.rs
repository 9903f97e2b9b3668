//! Several clauses in one cell: lists and ranges, and ids that lack what is before them.

use super::reading::Reading;
use super::titles;
use crate::model::{Catalog, ClauseKind};

/// The clauses that a cell names, where it may name several: apart by line breaks, commas, semicolons, plus, ampersand
/// and slashes, or by spaces where each word is a clause; `A.5.1-A.5.4` is a range, as is `A.5.1 to 5.4`. What names no
/// clause comes back as it stands. The error says what is wrong with a range.
pub(super) fn split(text: &str, home: &Catalog, reading: &Reading) -> Result<Vec<String>, String> {
    let whole = text.trim();
    let is_clause = |word: &str| found(word, home, reading).is_some();
    if is_clause(whole) {
        return Ok(vec![whole.to_owned()]);
    }
    let mut ids = Vec::new();
    // Some ids hold a comma or a plus themselves.
    let parts = whole.split(['\n', '\r', ';']).map(str::trim).flat_map(|part| match is_clause(part) {
        true => vec![part],
        false => part.split([',', '+', '&']).map(str::trim).flat_map(|part| slashed(part, home, reading)).collect(),
    });
    for part in parts.filter(|part| !part.is_empty()) {
        if is_clause(part) {
            ids.push(part.to_owned());
            continue;
        }
        if let Some(range) = range(part, home, reading)? {
            ids.extend(range);
            continue;
        }
        match words(part, home, reading)? {
            Some(clauses) => ids.extend(clauses),
            None => ids.push(part.to_owned()),
        }
    }
    Ok(ids)
}

/// The clauses of a text that stand apart by slashes, where each is one; else the text, in which an edition may be
/// before a slash.
fn slashed<'t>(text: &'t str, home: &Catalog, reading: &Reading) -> Vec<&'t str> {
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    let is_list = parts.len() > 1 && parts.iter().all(|part| found(part, home, reading).is_some());
    if is_list { parts } else { vec![text] }
}

/// The clauses of a text in which each word is a clause or a range; nothing if one is not.
fn words(text: &str, home: &Catalog, reading: &Reading) -> Result<Option<Vec<String>>, String> {
    let mut clauses = Vec::new();
    for word in text.split_whitespace() {
        if found(word, home, reading).is_some() {
            clauses.push(word.to_owned());
            continue;
        }
        let Some(range) = range(word, home, reading)? else { return Ok(None) };
        clauses.extend(range);
    }
    Ok(Some(clauses))
}

/// The id with what is before ids, where that makes it a clause; else as it stands.
pub(super) fn prefixed(id: &str, home: &Catalog, reading: &Reading) -> String {
    match &reading.id_prefix {
        Some(prefix) if !id.starts_with(prefix.as_str()) => {
            let whole = format!("{prefix}{id}");
            if home.find(&whole).is_some() { whole } else { id.to_owned() }
        }
        Some(_) | None => id.to_owned(),
    }
}

/// The clause that a text begins with, if its title is after it, as in `A.5.1 Policies for information security`.
pub(super) fn before_title<'t>(text: &'t str, home: &Catalog, reading: &Reading) -> Option<&'t str> {
    let (id, title) = text.trim().split_once(char::is_whitespace)?;
    let id = id.trim_end_matches([':', '.', ')', '-', '–']);
    let clause = &home.clauses()[found(id, home, reading)?];
    titles::is_of(title, &clause.title).then_some(id)
}

/// What is before ids of an edition, such as `A.`.
pub(super) fn prefixes(home: &Catalog) -> Vec<String> {
    let starts = |number: &str| number.split_once('.').map(|(start, _)| format!("{start}."));
    let starts = home.clauses().iter().filter_map(|clause| starts(clause.number.as_str()));
    let mut prefixes: Vec<String> = starts.filter(|start| start.starts_with(char::is_alphabetic)).collect();
    prefixes.dedup();
    prefixes
}

/// What of that has to be before an id that is not a clause, to make it one.
pub(super) fn missing_prefix(id: &str, home: &Catalog, prefixes: &[String]) -> Option<String> {
    prefixes.iter().find(|prefix| home.find(&format!("{prefix}{id}")).is_some()).cloned()
}

/// Whether a text that is not a clause is a list or a range of several.
pub(super) fn is_list(text: &str, home: &Catalog, reading: &Reading) -> bool {
    match split(text, home, reading) {
        Ok(ids) => ids.len() > 1 && ids.iter().all(|id| found(id, home, reading).is_some()),
        Err(_) => true,
    }
}

/// The position of the clause that a word names.
fn found(word: &str, home: &Catalog, reading: &Reading) -> Option<usize> {
    let clause = home.find(&prefixed(word, home, reading))?;
    home.position(&clause.number)
}

/// The clauses of a range; nothing where a text is none.
fn range(text: &str, home: &Catalog, reading: &Reading) -> Result<Option<Vec<String>>, String> {
    const SIGNS: [&str; 9] = ["–", "—", "…", "..", "-", " to ", " through ", " bis ", " à "];
    for sign in SIGNS {
        for (at, _) in text.match_indices(sign) {
            let (first, last) = (text[..at].trim(), text[at + sign.len()..].trim());
            let Some(start) = found(first, home, reading) else { continue };
            // The last may be shortened, as in 5.1-4.
            let before = first.rfind('.').map_or("", |dot| &first[..=dot]);
            let end = found(&format!("{before}{last}"), home, reading).filter(|_| !last.contains('.'));
            let Some(end) = end.or_else(|| found(last, home, reading)) else { continue };
            return between(text, start, end, home).map(Some);
        }
    }
    Ok(None)
}

/// The clauses from one to another: those next to each other under one heading, else the requirements between two of
/// them.
fn between(text: &str, start: usize, end: usize, home: &Catalog) -> Result<Vec<String>, String> {
    let clauses = home.clauses();
    if start > end {
        return Err(format!("the range {text} ends before it begins"));
    }
    let (first, last) = (&clauses[start], &clauses[end]);
    let is_meant = |at: &usize| match first.parent == last.parent {
        true => clauses[*at].parent == first.parent,
        false => clauses[*at].kind == ClauseKind::Requirement,
    };
    if first.parent != last.parent && [first, last].iter().any(|clause| clause.kind != ClauseKind::Requirement) {
        return Err(format!("the range {text} begins and ends at different levels"));
    }
    Ok((start..=end).filter(is_meant).map(|at| clauses[at].number.to_string()).collect())
}
