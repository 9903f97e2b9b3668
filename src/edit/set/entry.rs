//! What changes inside an entry that is there.

use std::ops::Range;

use super::field::{Content, FIELDS, Field, Yaml};
use super::patch::{Patch, Snag};
use crate::edit::scalar::{requoted, scalar};
use crate::load::layout::{Form, Pair, Piece, Quote, Style};
use crate::model::Statement;

/// Changes an entry. `style` is that of the mapping that holds it, `record` that in which a record would be written, whose
/// fields stand `step` blanks deeper.
pub(super) fn change(
    patch: &mut Patch<'_>,
    entry: &Pair,
    (style, record, step): (Style, Style, usize),
    stated: Option<&Statement>,
    wanted: &Statement,
) -> Result<(), Snag> {
    match &entry.value.form {
        Form::Text(_, quote) => match Yaml::of(wanted, record) {
            Yaml::Leaf(_) => {
                let status = Content::Word(wanted.status.to_string());
                patch.replace(entry.value.span.clone(), &status.written(*quote, style));
                Ok(())
            }
            line @ Yaml::Branch(_) if record == Style::Flow => {
                patch.replace(entry.value.span.clone(), &line.line());
                Ok(())
            }
            Yaml::Branch(fields) => unfold(patch, entry, &fields, step),
        },
        Form::Map(inner, pairs) => {
            let style = if style == Style::Flow { Style::Flow } else { *inner };
            change_record(patch, &entry.value, pairs, style, stated, wanted)
        }
        Form::Nothing | Form::Alias | Form::List(..) => Err(by_hand(&entry.value)),
    }
}

/// Makes a record of several lines of a status.
fn unfold(patch: &mut Patch<'_>, entry: &Pair, fields: &[(String, Yaml)], step: usize) -> Result<(), Snag> {
    let span = entry.value.span.clone();
    let behind = entry.colon.unwrap_or(entry.key.span.end);
    let lines = |indent| fields.iter().flat_map(move |(key, value)| value.lines(key, indent, step)).collect::<Vec<_>>();
    if patch.text[behind..span.start].contains('\n') {
        let indent = patch.indent(span.start).ok_or_else(|| by_hand(&entry.value))?;
        let lines = lines(indent);
        patch.replace(span.clone(), lines[0].trim_start());
        patch.insert_lines(span.end, &lines[1..]);
    } else {
        let indent = patch.indent_of(entry)? + step;
        patch.replace(behind..span.end, "");
        patch.insert_lines(span.end, &lines(indent));
    }
    Ok(())
}

/// Replaces, adds and takes away the fields of a record in which two statements differ.
fn change_record(
    patch: &mut Patch<'_>,
    record: &Piece,
    pairs: &[Pair],
    style: Style,
    stated: Option<&Statement>,
    wanted: &Statement,
) -> Result<(), Snag> {
    let position = |field: Field| record.position(field.key());
    for field in FIELDS {
        let content = field.of(wanted);
        if stated.and_then(|stated| field.of(stated)) == content {
            continue;
        }
        match (position(field), content) {
            (Some(at), Some(content)) => replace(patch, &pairs[at], &content, style)?,
            (Some(at), None) => remove(patch, pairs, at, style, |pair| {
                FIELDS.iter().any(|field| pair.is(field.key()) && field.of(wanted).is_none())
            })?,
            (None, Some(content)) => {
                let before = FIELDS.into_iter().rev().filter(|before| *before < field);
                let stays = before.filter(|before| before.of(wanted).is_some()).find_map(position);
                let value = Yaml::Leaf(content.written(Quote::Plain, style));
                patch.add(record, stays.or(pairs.len().checked_sub(1)), 0, (field.key(), &value), 0)?;
            }
            // It comes from elsewhere, and reading the text again will tell.
            (None, None) => {}
        }
    }
    Ok(())
}

/// Puts another value into a field.
fn replace(patch: &mut Patch<'_>, pair: &Pair, content: &Content, style: Style) -> Result<(), Snag> {
    let value = &pair.value;
    if value.holds_repeated() {
        let help = "write it out where it is repeated, then set it";
        return Err(Snag::new(value.span.start, "an alias elsewhere repeats this value", help));
    }
    match (&value.form, content) {
        (Form::List(inner, items), Content::Texts(texts)) if !items.is_empty() => {
            let style = if style == Style::Flow { Style::Flow } else { *inner };
            return replace_items(patch, items, texts, style);
        }
        (Form::Text(_, quote), Content::Word(_) | Content::Text(_)) => {
            patch.replace(value.span.clone(), &content.written(*quote, style));
        }
        (Form::Nothing, _) if value.span.is_empty() => {
            let colon = if pair.colon.is_some() { "" } else { ":" };
            patch.insert(value.span.start, format!("{colon} {}", content.written(Quote::Plain, style)));
        }
        (Form::Nothing | Form::Alias | Form::Text(..) | Form::List(..), _) => {
            patch.replace(value.span.clone(), &content.written(Quote::Plain, style));
        }
        (Form::Map(..), _) => return Err(by_hand(value)),
    }
    Ok(())
}

/// Makes the items of a list those that are wanted, one by one, so that each keeps its line and its comment.
fn replace_items(patch: &mut Patch<'_>, items: &[Piece], texts: &[String], style: Style) -> Result<(), Snag> {
    for (item, text) in items.iter().zip(texts) {
        match &item.form {
            Form::Text(known, _) if known.trim_end_matches('\n') == text => {}
            Form::Text(_, quote @ (Quote::Plain | Quote::Single | Quote::Double)) => {
                patch.replace(item.span.clone(), &requoted(text, *quote, style));
            }
            Form::Alias => patch.replace(item.span.clone(), &scalar(text, style)),
            Form::Nothing | Form::Text(_, Quote::Block) | Form::List(..) | Form::Map(..) => return Err(by_hand(item)),
        }
    }
    let last = items.len() - 1;
    for text in texts.iter().skip(items.len()) {
        let text = scalar(text, style);
        match style {
            Style::Flow => patch.insert(items[last].span.end, format!(", {text}")),
            Style::Block => {
                let indent = dash(patch, &items[last]).and_then(|dash| patch.indent(dash));
                let indent = indent.ok_or_else(|| by_hand(&items[last]))?;
                patch.insert_lines(items[last].span.end, &[format!("{}- {text}", " ".repeat(indent))]);
            }
        }
    }
    for at in texts.len()..items.len() {
        match style {
            Style::Flow => take(patch, items[at - 1].span.end..items[at].span.end)?,
            Style::Block => {
                let dash = dash(patch, &items[at]).ok_or_else(|| by_hand(&items[at]))?;
                patch.remove_lines(&(dash..items[at].span.end));
            }
        }
    }
    Ok(())
}

/// The place of the `-` before an item, where nothing but blanks stands between them.
fn dash(patch: &Patch<'_>, item: &Piece) -> Option<usize> {
    let before = patch.text[..item.span.start].trim_end_matches(' ');
    before.ends_with('-').then(|| before.len() - 1)
}

/// Takes a field away; `goes` says which fields of the record go with it.
fn remove(
    patch: &mut Patch<'_>,
    pairs: &[Pair],
    at: usize,
    style: Style,
    goes: impl Fn(&Pair) -> bool,
) -> Result<(), Snag> {
    let pair = &pairs[at];
    if pair.key.is_repeated || pair.value.holds_repeated() {
        let help = "write it out where it is repeated, then clear it";
        return Err(Snag::new(pair.key.span.start, "an alias elsewhere repeats this value", help));
    }
    match style {
        Style::Block => {
            patch.indent_of(pair)?;
            patch.remove_lines(&(pair.key.span.start..pair.end()));
            Ok(())
        }
        // With the comma before it; with the one behind it where nothing before it stays.
        Style::Flow if pairs[..at].iter().all(&goes) && at + 1 < pairs.len() => {
            take(patch, pair.key.span.start..pairs[at + 1].key.span.start)
        }
        Style::Flow if at > 0 => take(patch, pairs[at - 1].end()..pair.end()),
        Style::Flow => Err(by_hand(&pair.value)),
    }
}

/// Takes a stretch away in which there is no comment.
fn take(patch: &mut Patch<'_>, range: Range<usize>) -> Result<(), Snag> {
    if patch.comments_in(&range).next().is_some() {
        let message = "a comment stands inside what would be taken away";
        return Err(Snag::new(range.start, message, "move the comment, or take it away by hand"));
    }
    patch.replace(range, "");
    Ok(())
}

fn by_hand(piece: &Piece) -> Snag {
    Snag::new(piece.span.start, "this cannot be changed safely, so nothing was changed", "change it by hand")
}
