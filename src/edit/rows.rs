//! The rows of a relation table, replaced in its text.

use std::ops::Range;

use super::write;
use crate::load::layout::{Form, Layout, Node, Pair, Style};
use crate::model::{Relation, Table};

/// A row as it is written in a text.
struct ExistingRow<'t> {
    /// The comments and empty lines above it.
    above: &'t str,
    /// Its lines.
    lines: &'t str,
    /// The blanks and the comment after it, in its last line.
    behind: &'t str,
    /// What it says: a relation for each `to`.
    relations: Vec<&'t Relation>,
}

/// How rows are laid out in a text.
struct RowLayout<'t> {
    /// The text before the dash of a row.
    indent: &'t str,
    newline: &'static str,
}

/// The text of a table with the rows of another version, and what that calls unrelated, instead of its own. The head,
/// rows that say the same, and the comments above rows and after them stay byte by byte. None for a text that is not laid
/// out line by line.
pub fn with_rows(text: &str, before: &Table, after: &Table) -> Option<String> {
    let layout = Layout::read(text)?;
    let Form::Map(Style::Block, _) = layout.root.form else { return None };
    let rows = layout.root.pair("rows")?;
    let section = section(text, rows);
    let mut changes = Vec::new();
    if !is_same(&before.rows, &after.rows) {
        let (layout_of_rows, mut existing) = existing_rows(text, &layout, rows, &section, before)?;
        let key_line = &text[section.start..line_end(text, section.start)];
        changes.push((section.clone(), written(&layout_of_rows, key_line, &mut existing, after)));
    }
    if before.unrelated != after.unrelated {
        let place = match layout.root.pair("unrelated") {
            Some(unrelated) => self::section(text, unrelated),
            None => section.start..section.start,
        };
        let newline = newline_at(text, place.start);
        changes.push((place, write::unrelated(after).replace('\n', newline)));
    }
    changes.sort_by_key(|(place, _)| (place.start, place.end));
    let mut changed = text.to_owned();
    for (place, lines) in changes.into_iter().rev() {
        changed.replace_range(place, &lines);
    }
    Some(changed)
}

fn is_same(before: &[Relation], after: &[Relation]) -> bool {
    before.len() == after.len() && before.iter().zip(after).all(|(before, after)| before.is_equivalent(after))
}

/// How the line of a place ends.
fn newline_at(text: &str, at: usize) -> &'static str {
    if text[..line_end(text, at)].ends_with("\r\n") { "\r\n" } else { "\n" }
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

/// The layout of the rows, and the rows; none unless each row has one or more lines of its own.
fn existing_rows<'t>(
    text: &'t str,
    layout: &Layout,
    rows: &Pair,
    section: &Range<usize>,
    table: &'t Table,
) -> Option<(RowLayout<'t>, Vec<ExistingRow<'t>>)> {
    let newline = newline_at(text, section.start);
    let items = match &rows.value.form {
        Form::List(Style::Block, items) => items.as_slice(),
        Form::List(_, items) if items.is_empty() => return Some((RowLayout { indent: "  ", newline }, Vec::new())),
        Form::Nothing => return Some((RowLayout { indent: "  ", newline }, Vec::new())),
        Form::List(..) | Form::Alias(_) | Form::Text(..) | Form::Map(..) => return None,
    };
    let before = |item: &Node| &text[line_start(text, item.span.start)..item.span.start];
    let indent = before(items.first()?).strip_suffix("- ").filter(|indent| indent.trim().is_empty())?;
    let stands_so = |item: &Node| before(item).strip_suffix("- ") == Some(indent);
    if !items.iter().all(stands_so) {
        return None;
    }
    let mut above = line_end(text, section.start);
    let row = |item: &Node| {
        let lines = line_start(text, item.span.start)..line_end(text, item.span.end);
        let is_here = |row: &&Relation| lines.contains(&(row.span.start as usize));
        let says = table.rows.iter().filter(is_here).collect();
        let above = std::mem::replace(&mut above, lines.end)..lines.start;
        let behind = layout.comments.iter().find(|comment| comment.start >= item.span.end && comment.end <= lines.end);
        let behind = behind.map_or("", |comment| text[item.span.end..comment.end].trim_end());
        ExistingRow { above: &text[above], lines: &text[lines], behind, relations: says }
    };
    Some((RowLayout { indent, newline }, items.iter().map(row).collect()))
}

/// The rows of a table below the line of their key, unchanged if they say the same; a row between the same clauses
/// keeps the comments above it and after it.
fn written(
    layout_of_rows: &RowLayout<'_>,
    key_line: &str,
    existing: &mut Vec<ExistingRow<'_>>,
    table: &Table,
) -> String {
    let newline = layout_of_rows.newline;
    if table.rows.is_empty() {
        return format!("rows: []{newline}");
    }
    let mut written = if existing.is_empty() { format!("rows:{newline}") } else { key_line.to_owned() };
    let new = |row: &Relation, behind: &str| {
        let lines = write::row_of(table, row);
        let lines: Vec<&str> = lines.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
        let last = lines.len() - 1;
        let line = |(at, line): (usize, &&str)| {
            [layout_of_rows.indent, line, if at == last { behind } else { "" }, newline].concat()
        };
        lines.iter().enumerate().map(line).collect::<String>()
    };
    let mut rest = table.rows.as_slice();
    while let Some((row, others)) = rest.split_first() {
        if !written.ends_with('\n') {
            written.push_str(newline);
        }
        let same = existing.iter().position(|known| says(known, rest));
        let like =
            |known: &ExistingRow<'_>| known.relations.iter().any(|said| (&said.from, &said.to) == (&row.from, &row.to));
        match same.or_else(|| existing.iter().position(like)).map(|at| existing.remove(at)) {
            Some(known) if same.is_some() => {
                written.extend([known.above, known.lines]);
                rest = &rest[known.relations.len()..];
            }
            Some(known) => {
                written.extend([known.above, &new(row, known.behind)]);
                rest = others;
            }
            None => {
                written += &new(row, "");
                rest = others;
            }
        }
    }
    written
}

/// Whether a row says what rows begin with.
fn says(known: &ExistingRow<'_>, rows: &[Relation]) -> bool {
    let says = &known.relations;
    !says.is_empty() && says.len() <= rows.len() && says.iter().zip(rows).all(|(said, row)| said.is_equivalent(row))
}
