//! A section for another edition is added to the statuses of an assessment; every other byte of its text stays as it is.

use super::scalar::{comment, is_printable, quoted};
use super::set::field::{Content, FIELDS, Field, Yaml};
use crate::diagnostic::Refusal;
use crate::load::raw::{self, File};
use crate::model::{ClauseNumber, EditionId, Statement};
use crate::source::{FileId, Sources};

/// A line of the section.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'s> {
    /// What is stated on a clause.
    Statement(&'s ClauseNumber, &'s Statement),
    /// A remark about a clause without a statement.
    Comment(&'s ClauseNumber, &'s str),
}

/// The text of an assessment with a section for an edition after the others under `statuses`. `lead` is above it as a
/// remark.
pub fn with_section(
    sources: &Sources,
    file: FileId,
    edition: &EditionId,
    lead: &str,
    entries: &[Entry<'_>],
) -> Result<String, Refusal> {
    let text = sources.get(file).text();
    let assessment = read(sources, file)?;
    let (Some((first, _)), Some((last, records))) = (assessment.statuses.first(), assessment.statuses.last()) else {
        return Err(Refusal {
            message: "the assessment has no statements yet".to_owned(),
            help: Some("add a first section under `statuses` yourself".to_owned()),
        });
    };
    if assessment.statuses.iter().any(|(known, _)| known.value == *edition.as_str()) {
        return Err(Refusal {
            message: format!("{edition} already has a section under `statuses`"),
            help: Some("remove that section first, or set single clauses with `xwalk set`".to_owned()),
        });
    }
    let is_block = text[..first.span.start as usize].lines().rev().map(without_comment).find(|line| !line.is_empty());
    let (Some(depth), true) = (indent_at(text, last.span.start), is_block.is_some_and(|line| line.ends_with(':')))
    else {
        return Err(Refusal {
            message: "a section cannot be added to `statuses` in its present form".to_owned(),
            help: Some(
                "write `statuses:` and each edition below it on a line of its own, without braces, anchors and `?`"
                    .to_owned(),
            ),
        });
    };
    let step = records
        .first()
        .and_then(|record| indent_at(text, record.id.span.start))
        .and_then(|inner| inner.checked_sub(depth))
        .filter(|step| *step > 0)
        .unwrap_or(2);
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let end = end_of_block(text, last.span.start as usize, depth);
    let mut changed = text[..end].to_owned();
    if !changed.ends_with('\n') {
        changed.push_str(newline);
    }
    for line in section(edition, lead, entries, depth, step) {
        changed.push_str(&line);
        changed.push_str(newline);
    }
    changed.push_str(&text[end..]);
    Ok(changed)
}

/// The text of an assessment with one target instead of another; nothing where the other is no target, or the one
/// is one already, or the place is not plain to see.
pub fn with_target(sources: &Sources, file: FileId, old: &EditionId, new: &EditionId) -> Option<String> {
    let assessment = read(sources, file).ok()?;
    if assessment.targets.iter().any(|target| target.value == *new.as_str()) {
        return None;
    }
    let target = assessment.targets.iter().find(|target| target.value == *old.as_str())?;
    let (start, end) = (target.span.start as usize, target.span.end as usize);
    let mut text = sources.get(file).text().to_owned();
    let written = text.get(start..end)?.trim_matches(['"', '\'']);
    if written != old.as_str() {
        return None;
    }
    text.replace_range(start..end, &edition_id(new));
    Some(text)
}

fn read(sources: &Sources, file: FileId) -> Result<raw::Assessment, Refusal> {
    match raw::read(sources, file, &mut Vec::new()) {
        Some(File::Assessment(assessment)) => Ok(*assessment),
        Some(File::Catalog(_) | File::Relations(_) | File::Method(_) | File::Reviews(_)) | None => Err(Refusal {
            message: "this is not an assessment".to_owned(),
            help: Some("an assessment begins with `xwalk: assessment/1`".to_owned()),
        }),
    }
}

/// The line without the remark at its end.
fn without_comment(line: &str) -> &str {
    let line = line.trim();
    match line.find(" #") {
        _ if line.starts_with('#') => "",
        Some(at) => line[..at].trim_end(),
        None => line,
    }
}

/// The number of blanks before a place, if there is nothing else on its line.
fn indent_at(text: &str, place: u32) -> Option<usize> {
    let line = text[..place as usize].rsplit('\n').next()?;
    line.bytes().all(|byte| byte == b' ').then_some(line.len())
}

/// The end of the last line from a place on with at least this indentation; blank lines, and remarks with less
/// indentation, belong to what follows.
fn end_of_block(text: &str, from: usize, depth: usize) -> usize {
    let mut end = from;
    let mut at = text[..from].rfind('\n').map_or(0, |newline| newline + 1);
    for line in text[at..].split_inclusive('\n') {
        at += line.len();
        let content = line.trim_start_matches(' ');
        let is_blank = content.trim().is_empty();
        match line.len() - content.len() {
            _ if is_blank => {}
            indent if indent >= depth => end = at,
            _ if content.starts_with('#') => {}
            _ => break,
        }
    }
    end
}

fn section(edition: &EditionId, lead: &str, entries: &[Entry<'_>], depth: usize, step: usize) -> Vec<String> {
    let [outer, inner, innermost] = [0, 1, 2].map(|deep| " ".repeat(depth + deep * step));
    let mut lines = vec![format!("{outer}{}:", edition_id(edition))];
    lines.extend(comment(&inner, &plain(lead), ""));
    for entry in entries {
        match entry {
            Entry::Comment(number, remark) => {
                let said = format!("{}: …  # {}", quoted(number.as_str()), plain(remark));
                lines.extend(comment(&inner, &said, &" ".repeat(number.as_str().chars().count() + 8)));
            }
            Entry::Statement(number, statement) => {
                let fields = fields(statement);
                let number = quoted(number.as_str());
                if fields.is_empty() {
                    lines.push(format!("{inner}{number}: {}", statement.status));
                } else {
                    lines.push(format!("{inner}{number}:"));
                    lines.push(format!("{innermost}status: {}", statement.status));
                    lines.extend(fields.iter().flat_map(|(key, value)| value.lines(key, innermost.len(), step)));
                }
            }
        }
    }
    lines
}

/// What a statement says besides its status, as YAML.
fn fields(statement: &Statement) -> Vec<(&'static str, Yaml)> {
    let written = |content| match content {
        Content::Number(word) | Content::Word(word) => Yaml::Leaf(word),
        Content::Text(text) => Yaml::Leaf(quoted(&text)),
        Content::Texts(texts) => Yaml::List(texts.iter().map(|text| quoted(text)).collect()),
    };
    let fields = FIELDS.into_iter().filter(|field| *field != Field::Status);
    fields.filter_map(|field| Some((field.key(), written(field.of(statement)?)))).collect()
}

/// An edition id, which needs quotes only where other YAML readers might take it for a number.
fn edition_id(edition: &EditionId) -> String {
    match edition.as_str() {
        id if id.starts_with(|first: char| first.is_ascii_lowercase()) => id.to_owned(),
        id => quoted(id),
    }
}

/// A text for a remark, in one line.
fn plain(text: &str) -> String {
    text.chars().map(|c| if is_printable(c) { c } else { ' ' }).collect()
}
