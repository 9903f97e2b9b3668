//! What changes inside an entry that is there.

use super::field::{Content, FIELDS, Field, Yaml, in_lines};
use super::patch::{Patch, PatchError};
use super::{items, removal};
use crate::edit::scalar::{WIDTH, scalar};
use crate::load::layout::{Form, Node, Pair, Quote, Style};
use crate::model::Statement;

/// The additional indentation of a value that has lines of its own.
const STEP: usize = 2;

/// Changes an entry. `style` is that of the mapping that holds it, `record` that in which a record would be written,
/// whose fields have `step` blanks more.
pub(super) fn change(
    patch: &mut Patch<'_>,
    entry: &Pair,
    (style, record, step): (Style, Style, usize),
    stated: Option<&Statement>,
    wanted: &Statement,
) -> Result<(), PatchError> {
    match &entry.value.form {
        Form::Text(_, quote) => match Yaml::of(wanted, record) {
            Yaml::Leaf(_) | Yaml::List(_) => {
                let status = Content::Word(wanted.status.to_string());
                patch.replace(entry.value.span.clone(), &status.written(*quote, style));
                Ok(())
            }
            line @ Yaml::Branch(_) if record != Style::Block => {
                patch.replace(entry.value.span.clone(), &line.line());
                Ok(())
            }
            Yaml::Branch(fields) => unfold(patch, entry, &fields, step),
        },
        Form::Map(inner, pairs) => change_record(patch, &entry.value, pairs, inner.within(style), stated, wanted),
        Form::Nothing | Form::Alias(_) | Form::List(..) => Err(PatchError::by_hand(&entry.value)),
    }
}

/// Makes a record of several lines of a status.
fn unfold(patch: &mut Patch<'_>, entry: &Pair, fields: &[(String, Yaml)], step: usize) -> Result<(), PatchError> {
    let span = entry.value.span.clone();
    let behind = entry.colon.unwrap_or(entry.key.span.end);
    let lines = |indent| fields.iter().flat_map(move |(key, value)| value.lines(key, indent, step)).collect::<Vec<_>>();
    if patch.text[behind..span.start].contains('\n') {
        let indent = patch.indent(span.start).ok_or_else(|| PatchError::by_hand(&entry.value))?;
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
    record: &Node,
    pairs: &[Pair],
    style: Style,
    stated: Option<&Statement>,
    wanted: &Statement,
) -> Result<(), PatchError> {
    let position = |field: Field| record.position(field.key());
    for field in FIELDS {
        let content = field.of(wanted);
        if stated.and_then(|stated| field.of(stated)) == content {
            continue;
        }
        match (position(field), content) {
            (Some(at), Some(content)) => replace(patch, &pairs[at], &content, style)?,
            (None, Some(content)) => {
                let before = FIELDS.into_iter().rev().filter(|before| *before < field);
                let stays = before.filter(|before| before.of(wanted).is_some()).find_map(position);
                let value = Yaml::field(&content, style);
                let key = scalar(field.key(), style);
                patch.add(record, stays.or(pairs.len().checked_sub(1)), 0, (&key, &value), STEP)?;
            }
            // It is removed, or comes from another place; reading the text again shows which.
            (Some(_) | None, None) => {}
        }
    }
    let goes = |field: &Field| field.of(wanted).is_none() && stated.is_some_and(|stated| field.of(stated).is_some());
    removal::fields(patch, record, style, |pair| FIELDS.iter().any(|field| pair.is(field.key()) && goes(field)))
}

/// Puts another value into a field.
fn replace(patch: &mut Patch<'_>, pair: &Pair, content: &Content, style: Style) -> Result<(), PatchError> {
    let value = &pair.value;
    if value.contains_aliased() {
        let help = "write the value in full instead of the alias, then set it";
        return Err(PatchError::new(value.span.start, "an alias in another place uses this value", help));
    }
    match (&value.form, content) {
        (Form::List(inner, items), Content::Texts(texts)) if !items.is_empty() => {
            return items::change(patch, items, texts, inner.within(style));
        }
        (Form::Text(_, quote), Content::Number(_) | Content::Word(_) | Content::Text(_)) => {
            let written = content.written(*quote, style);
            let column = patch.column(value.span.start);
            let is_wide = column + written.chars().count() > WIDTH;
            match patch.indent(pair.key.span.start).filter(|_| is_wide && style == Style::Block) {
                Some(indent) => {
                    let text = in_lines(&written, column, indent + STEP);
                    let text = patch.with_newlines(&text, value.span.start);
                    // What begins in a line of its own leaves no blank after the colon.
                    let start = if text.starts_with(['\r', '\n']) { pair.colon } else { None };
                    patch.replace(start.unwrap_or(value.span.start)..value.span.end, &text);
                }
                None => patch.replace(value.span.clone(), &written),
            }
        }
        (Form::Nothing, _) if value.span.is_empty() => {
            let colon = if pair.colon.is_some() { "" } else { ":" };
            patch.insert(value.span.start, format!("{colon} {}", content.written(Quote::Plain, style)));
        }
        (Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::List(..), _) => {
            patch.replace(value.span.clone(), &content.written(Quote::Plain, style));
        }
        (Form::Map(..), _) => return Err(PatchError::by_hand(value)),
    }
    Ok(())
}
