//! The rows of a relation table, replaced in its text.

use std::ops::Range;

use super::write;
use crate::load::layout::{Form, Layout, Pair, Piece, Style};
use crate::model::{Relation, Table};

/// A row as it stands in a text.
struct Standing<'t> {
    /// The comments and empty lines above it.
    above: &'t str,
    /// Its lines.
    lines: &'t str,
    /// What it says: a relation for each `to`.
    says: Vec<&'t Relation>,
}

/// The text of a table with the rows of another version, and what that calls unrelated, in the place of its own. The head,
/// comments, and rows that say the same stay byte by byte. None for a text that is not laid out line by line.
pub fn with_rows(text: &str, before: &Table, after: &Table) -> Option<String> {
    let layout = Layout::read(text)?;
    let Form::Map(Style::Block, _) = layout.root.form else { return None };
    let rows = layout.root.pair("rows")?;
    let section = section(text, rows);
    let mut standing = standing(text, rows, &section, before);
    let mut changes = vec![(section, written(&mut standing, after))];
    if before.unrelated != after.unrelated {
        let place = match layout.root.pair("unrelated") {
            Some(unrelated) => self::section(text, unrelated),
            None => changes[0].0.start..changes[0].0.start,
        };
        changes.push((place, write::unrelated(after)));
    }
    changes.sort_by_key(|(place, _)| (place.start, place.end));
    let mut changed = text.to_owned();
    for (place, lines) in changes.into_iter().rev() {
        changed.replace_range(place, &lines);
    }
    // Every line ends as they did.
    Some(if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed })
}

/// The lines of a key and its value.
fn section(text: &str, pair: &Pair) -> Range<usize> {
    line_start(text, pair.key.span.start)..line_end(text, pair.end())
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |behind| at + behind + 1)
}

/// The rows that stand a line or more each, where rows that are written would stand; else none.
fn standing<'t>(text: &'t str, rows: &Pair, section: &Range<usize>, table: &'t Table) -> Vec<Standing<'t>> {
    let Form::List(Style::Block, items) = &rows.value.form else { return Vec::new() };
    let stands_so = |item: &Piece| &text[line_start(text, item.span.start)..item.span.start] == "  - ";
    if !items.iter().all(stands_so) || text[section.clone()].lines().next().map(str::trim_end) != Some("rows:") {
        return Vec::new();
    }
    let mut above = line_end(text, section.start);
    let row = |item: &Piece| {
        let lines = line_start(text, item.span.start)..line_end(text, item.span.end);
        let is_here = |row: &&Relation| lines.contains(&(row.span.start as usize));
        let says = table.rows.iter().filter(is_here).collect();
        let above = std::mem::replace(&mut above, lines.end)..lines.start;
        Standing { above: &text[above], lines: &text[lines], says }
    };
    items.iter().map(row).collect()
}

/// The rows of a table under their key, those as they stand that say the same; a row between the same clauses keeps the
/// comments above it.
fn written(standing: &mut Vec<Standing<'_>>, table: &Table) -> String {
    let mut written = if table.rows.is_empty() { "rows: []\n" } else { "rows:\n" }.to_owned();
    let mut rest = table.rows.as_slice();
    while let Some((row, others)) = rest.split_first() {
        let same = standing.iter().position(|known| says(known, rest));
        let like = |known: &Standing<'_>| known.says.iter().any(|said| (&said.from, &said.to) == (&row.from, &row.to));
        match same.or_else(|| standing.iter().position(like)).map(|at| standing.remove(at)) {
            Some(known) if same.is_some() => {
                written.extend([known.above, known.lines.trim_end_matches('\n'), "\n"]);
                rest = &rest[known.says.len()..];
            }
            Some(known) => {
                written.extend([known.above, &write::row_of(table, row)]);
                rest = others;
            }
            None => {
                written += &write::row_of(table, row);
                rest = others;
            }
        }
    }
    written
}

/// Whether a row says what rows begin with.
fn says(known: &Standing<'_>, rows: &[Relation]) -> bool {
    let says = &known.says;
    !says.is_empty() && says.len() <= rows.len() && says.iter().zip(rows).all(|(said, row)| said.says_the_same(row))
}
