//! The position of a statement in a text, or the position where it belongs.

use super::comment::{ClauseComment, uncommented};
use super::entry;
use super::field::{self, Yaml};
use super::patch::{Patch, PatchError};
use super::removal;
use crate::edit::scalar::{WIDTH, quoted, scalar};
use crate::load::layout::{Form, Layout, Node, Pair, Style};
use crate::model::{Catalog, ClauseId, Library, Statement};

/// The indentation of a level if the text gives no example.
const STEP: usize = 2;

/// A changed text, and where it was changed.
pub(super) struct Changed {
    pub(super) text: String,
    pub(super) at: usize,
}

/// The text with the statement of a clause as it is wanted; `stated` is what it says so far.
pub(super) fn changed(
    text: &str,
    library: &Library,
    clause: &ClauseId,
    stated: Option<&Statement>,
    wanted: &Statement,
) -> Result<Changed, PatchError> {
    let catalog = library.catalog(&clause.edition).ok_or_else(unreadable)?;
    let layout = Layout::read(text).ok_or_else(unreadable)?;
    let work = StatementEdit { catalog, clause, stated, wanted };
    if let Some(text) = uncommented(text, &layout, catalog, clause)
        && let Some(layout) = Layout::read(&text)
        && find(&layout, clause).is_some()
    {
        return work.change(&text, &layout);
    }
    let stays = stated.map(|stated| field::common(stated, wanted)).filter(|stays| *stays != *wanted);
    match (work.change(text, &layout), stays) {
        // What goes and what comes meet in one place: one after the other.
        (Err(_), Some(stays)) => {
            let first = StatementEdit { wanted: &stays, ..work }.change(text, &layout)?;
            let layout = Layout::read(&first.text).ok_or_else(unreadable)?;
            StatementEdit { stated: Some(&stays), ..work }.change(&first.text, &layout)
        }
        (changed, _) => changed,
    }
}

/// The text without the statement of a clause.
pub(super) fn without(text: &str, clause: &ClauseId) -> Result<Changed, PatchError> {
    let layout = Layout::read(text).ok_or_else(unreadable)?;
    let statuses = layout.root.pair("statuses").ok_or_else(unreadable)?;
    ensure_not_aliased(&statuses.value, statuses)?;
    let edition = statuses.value.pair(clause.edition.as_str()).ok_or_else(unreadable)?;
    ensure_not_aliased(&edition.value, edition)?;
    let mut patch = Patch::new(text, &layout);
    removal::entry(&mut patch, &edition.value, clause.number.as_str())?;
    Ok(Changed { text: patch.finish()?, at: edition.key.span.start })
}

fn unreadable() -> PatchError {
    PatchError::new(0, "the file cannot be changed in place", "change the entry by hand")
}

/// The entry of a clause.
fn find<'l>(layout: &'l Layout, clause: &ClauseId) -> Option<&'l Pair> {
    let edition = layout.root.pair("statuses")?.value.pair(clause.edition.as_str())?;
    edition.value.pair(clause.number.as_str())
}

/// The statement to make, and its clause.
#[derive(Clone, Copy)]
struct StatementEdit<'w> {
    catalog: &'w Catalog,
    clause: &'w ClauseId,
    stated: Option<&'w Statement>,
    wanted: &'w Statement,
}

impl StatementEdit<'_> {
    fn change(&self, text: &str, layout: &Layout) -> Result<Changed, PatchError> {
        let mut patch = Patch::new(text, layout);
        let at = self.plan(&mut patch)?;
        Ok(Changed { text: patch.finish()?, at })
    }

    /// Goes down from the whole text to the entry, and adds what is missing on the way. Says where it went.
    fn plan(&self, patch: &mut Patch<'_>) -> Result<usize, PatchError> {
        let root = &patch.layout.root;
        let style = if root.is_json() { Style::Json } else { style(root, Style::Block) };
        let Some(statuses) = root.pair("statuses") else {
            let last = root.pairs().len().saturating_sub(1);
            let edition = Yaml::Branch(vec![(self.edition_key(style), self.edition(style))]);
            patch.add(root, Some(last), 0, (&scalar("statuses", style), &edition), STEP)?;
            return Ok(root.span.start);
        };
        let editions = &statuses.value;
        ensure_not_aliased(editions, statuses)?;
        if editions.pairs().is_empty() {
            patch.fill(statuses, style, 0, (&self.edition_key(style), &self.edition(style)), STEP)?;
            return Ok(statuses.key.span.start);
        }
        let style = self::style(editions, style);
        let Some(edition) = editions.pair(self.clause.edition.as_str()) else {
            return self.add_edition(patch, statuses, style);
        };
        let entries = &edition.value;
        ensure_not_aliased(entries, edition)?;
        let step = step(patch, statuses, &editions.pairs()[0]);
        let key = quoted(self.clause.number.as_str());
        let remark = self.preceding_comment(patch, edition);
        if entries.pairs().is_empty() {
            let opening = remark.map_or(0, |remark| remark.end(patch));
            patch.fill(edition, style, opening, (&key, &Yaml::of(self.wanted, style)), step)?;
            return Ok(edition.key.span.start);
        }
        let style = self::style(entries, style);
        if let Some(entry) = entries.pair(self.clause.number.as_str()) {
            ensure_not_aliased(&entry.value, entry)?;
            let near = entries.position(self.clause.number.as_str()).unwrap_or(0);
            let (record, step) = record_layout(patch, edition, near, editions);
            entry::change(patch, entry, (style, record.within(style), step), self.stated, self.wanted)?;
            return Ok(entry.key.span.start);
        }
        let (position, after) = self.preceding(entries).unzip();
        let (record, step) = record_layout(patch, edition, after.unwrap_or(0), editions);
        let value = match record.within(style) {
            Style::Block => Yaml::of(self.wanted, Style::Block),
            record @ (Style::Flow | Style::Json) => {
                let line = Yaml::of(self.wanted, record).line();
                let column = after.and_then(|after| patch.indent(entries.pairs()[after].key.span.start)).unwrap_or(0);
                let fits = column + key.chars().count() + 2 + line.chars().count() <= WIDTH;
                if style == Style::Block && !fits { Yaml::of(self.wanted, Style::Block) } else { Yaml::Leaf(line) }
            }
        };
        match remark
            .filter(|remark| style == Style::Block && position.is_none_or(|position| position < remark.position))
        {
            Some(remark) => patch.add(entries, None, remark.end(patch), (&key, &value), step)?,
            None => patch.add(entries, after, edition.colon.unwrap_or(edition.key.span.end), (&key, &value), step)?,
        }
        Ok(edition.key.span.start)
    }

    fn edition_key(&self, style: Style) -> String {
        scalar(self.clause.edition.as_str(), style)
    }

    /// The edition with the one entry.
    fn edition(&self, style: Style) -> Yaml {
        Yaml::Branch(vec![(quoted(self.clause.number.as_str()), Yaml::of(self.wanted, style))])
    }

    /// Puts the edition after the others, and a blank line before it if there is one before the last of them.
    fn add_edition(&self, patch: &mut Patch<'_>, statuses: &Pair, style: Style) -> Result<usize, PatchError> {
        let pairs = statuses.value.pairs();
        let last = pairs.len() - 1;
        let example = pairs.iter().find(|pair| !pair.value.pairs().is_empty());
        let step = example.map_or(STEP, |pair| step(patch, pair, &pair.value.pairs()[0]));
        let start = pairs[last].key.span.start;
        if style == Style::Block && last > 0 && patch.is_below_blank_line(start) {
            let at = patch.behind(&pairs[last], patch.indent_of(&pairs[last])?);
            patch.insert_lines(at, &[String::new()]);
        }
        patch.add(&statuses.value, Some(last), 0, (&self.edition_key(style), &self.edition(style)), step)?;
        Ok(start)
    }

    /// The entry after which the clause belongs: that of the nearest clause before it in the catalog, whose position
    /// there comes first.
    fn preceding(&self, entries: &Node) -> Option<(usize, usize)> {
        let own = self.catalog.position(&self.clause.number)?;
        let positions = entries.pairs().iter().enumerate().filter_map(|(at, pair)| match &pair.key.form {
            Form::Text(number, _) => Some((self.catalog.position_of(number)?, at)),
            Form::Nothing | Form::Alias(_) | Form::List(..) | Form::Map(..) => None,
        });
        positions.filter(|(position, _)| *position < own).max()
    }

    /// The comment after which the clause belongs where no entry is nearer: its own one, or that of the nearest clause
    /// before it.
    fn preceding_comment(&self, patch: &Patch<'_>, edition: &Pair) -> Option<ClauseComment> {
        let own = self.catalog.position(&self.clause.number)?;
        let remarks = ClauseComment::all(patch, self.catalog, edition).into_iter();
        remarks.filter(|remark| remark.position <= own).max_by_key(|remark| remark.position)
    }
}

/// The style of what stands inside a value that stands inside another.
fn style(piece: &Node, outer: Style) -> Style {
    match &piece.form {
        Form::Map(style, _) => style.within(outer),
        Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::List(..) => outer,
    }
}

/// The additional indentation of a pair below the one above it.
fn step(patch: &Patch<'_>, above: &Pair, below: &Pair) -> usize {
    let (above, below) = (patch.indent(above.key.span.start), patch.indent(below.key.span.start));
    above.zip(below).and_then(|(above, below)| below.checked_sub(above)).filter(|step| *step > 0).unwrap_or(STEP)
}

/// How records are written near an entry, and the indentation of their fields: as the nearest one is, those of other
/// editions coming last.
fn record_layout(patch: &Patch<'_>, edition: &Pair, near: usize, editions: &Node) -> (Style, usize) {
    let entries = edition.value.pairs();
    let mut own: Vec<(usize, &Pair)> = entries.iter().enumerate().map(|(at, pair)| (at.abs_diff(near), pair)).collect();
    own.sort_by_key(|(distance, _)| *distance);
    let others = editions.pairs().iter().flat_map(|pair| pair.value.pairs());
    let records = own.into_iter().map(|(_, pair)| pair).chain(others);
    for record in records {
        match &record.value.form {
            Form::Map(style @ (Style::Flow | Style::Json), _) => return (*style, STEP),
            Form::Map(Style::Block, fields) => return (Style::Block, step(patch, record, &fields[0])),
            Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::List(..) => {}
        }
    }
    (Style::Block, entries.first().map_or(STEP, |entry| step(patch, edition, entry)))
}

/// Rejects a value that an alias repeats elsewhere, since changing it here would change it there too.
pub(super) fn ensure_not_aliased(piece: &Node, pair: &Pair) -> Result<(), PatchError> {
    let way_out = "write the value in full instead of the alias, then set it";
    match &piece.form {
        Form::Alias(_) => {
            Err(PatchError::new(piece.span.start, "this is an alias of a value in another place", way_out))
        }
        _ if piece.is_aliased() => {
            Err(PatchError::new(pair.key.span.start, "an alias in another place uses this value", way_out))
        }
        Form::Nothing | Form::Text(..) | Form::List(..) | Form::Map(..) => Ok(()),
    }
}
