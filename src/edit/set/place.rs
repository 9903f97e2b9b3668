//! Where in a text a statement stands or belongs.

use super::entry;
use super::field::Yaml;
use super::patch::{Patch, Snag};
use crate::edit::scalar::{quoted, scalar};
use crate::load::layout::{Form, Layout, Pair, Piece, Style};
use crate::model::{Catalog, ClauseId, Library, Statement};

/// How much deeper a level stands where the text gives no example.
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
) -> Result<Changed, Snag> {
    let unreadable = || Snag::new(0, "the file cannot be changed in place", "write the entry by hand");
    let catalog = library.catalog(&clause.edition).ok_or_else(unreadable)?;
    let layout = Layout::read(text).ok_or_else(unreadable)?;
    let work = Work { catalog, clause, stated, wanted };
    if let Some(text) = uncommented(text, &layout, clause)
        && let Some(layout) = Layout::read(&text)
        && find(&layout, clause).is_some()
    {
        return work.change(Patch::new(&text, &layout));
    }
    work.change(Patch::new(text, &layout))
}

/// The entry of a clause.
fn find<'l>(layout: &'l Layout, clause: &ClauseId) -> Option<&'l Pair> {
    let edition = layout.root.pair("statuses")?.value.pair(clause.edition.as_str())?;
    edition.value.pair(clause.number.as_str())
}

/// The text with the entry of a clause taken out of the one comment in which it stands, as in `# "4.1": implemented`.
fn uncommented(text: &str, layout: &Layout, clause: &ClauseId) -> Option<String> {
    let editions = layout.root.pair("statuses")?.value.pairs();
    let edition = editions.iter().find(|pair| pair.is(clause.edition.as_str()))?;
    let entries = edition.value.pairs();
    if entries.iter().any(|pair| pair.is(clause.number.as_str())) {
        return None;
    }
    let patch = Patch::new(text, layout);
    let start = edition.colon?;
    let keys = layout.root.pairs().iter().chain(editions).map(|pair| pair.key.span.start);
    let end = keys.filter(|key| *key > start).min().unwrap_or(text.len());
    let key = format!("{}:", quoted(clause.number.as_str()));
    let entry_of = |comment: &str| {
        let entry = comment.trim_start_matches(['#', ' ']);
        let status = entry.strip_prefix(&key)?.split(" #").next()?.trim();
        let is_word = !status.is_empty() && status.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        is_word.then_some(entry.len())
    };
    let within = layout.comments.iter().filter(|comment| start < comment.start && comment.end <= end);
    let mut found = within.filter_map(|comment| {
        let length = entry_of(&text[comment.clone()])?;
        Some((comment, patch.indent(comment.start)?, comment.end - length))
    });
    let (Some((comment, indent, entry)), None) = (found.next(), found.next()) else { return None };
    let indent = entries.first().map_or(Some(indent), |pair| patch.indent(pair.key.span.start))?;
    let line = comment.start - patch.indent(comment.start)?;
    Some([&text[..line], &" ".repeat(indent), &text[entry..]].concat())
}

/// What is to be stated of which clause.
struct Work<'w> {
    catalog: &'w Catalog,
    clause: &'w ClauseId,
    stated: Option<&'w Statement>,
    wanted: &'w Statement,
}

impl Work<'_> {
    fn change(&self, mut patch: Patch<'_>) -> Result<Changed, Snag> {
        let at = self.plan(&mut patch)?;
        Ok(Changed { text: patch.finish()?, at })
    }

    /// Goes down from the whole text to the entry, and adds what is missing on the way. Says where it went.
    fn plan(&self, patch: &mut Patch<'_>) -> Result<usize, Snag> {
        let root = &patch.layout.root;
        let style = style(root, Style::Block);
        let Some(statuses) = root.pair("statuses") else {
            let last = root.pairs().len().saturating_sub(1);
            let edition = Yaml::Branch(vec![(self.edition_key(style), self.edition(style))]);
            patch.add(root, Some(last), 0, ("statuses", &edition), STEP)?;
            return Ok(root.span.start);
        };
        let editions = &statuses.value;
        free(editions, statuses)?;
        if editions.pairs().is_empty() {
            patch.fill(statuses, style, (&self.edition_key(style), &self.edition(style)), STEP)?;
            return Ok(statuses.key.span.start);
        }
        let style = self::style(editions, style);
        let Some(edition) = editions.pair(self.clause.edition.as_str()) else {
            return self.add_edition(patch, statuses, style);
        };
        let entries = &edition.value;
        free(entries, edition)?;
        let step = step(patch, statuses, &editions.pairs()[0]);
        let key = quoted(self.clause.number.as_str());
        if entries.pairs().is_empty() {
            patch.fill(edition, style, (&key, &Yaml::of(self.wanted, style)), step)?;
            return Ok(edition.key.span.start);
        }
        let style = self::style(entries, style);
        if let Some(entry) = entries.pair(self.clause.number.as_str()) {
            free(&entry.value, entry)?;
            let near = entries.position(self.clause.number.as_str()).unwrap_or(0);
            let (record, step) = manner(patch, edition, near, editions);
            let record = if style == Style::Flow { Style::Flow } else { record };
            entry::change(patch, entry, (style, record, step), self.stated, self.wanted)?;
            return Ok(entry.key.span.start);
        }
        let after = self.preceding(entries);
        let (record, step) = manner(patch, edition, after.unwrap_or(0), editions);
        let value = match (style, record) {
            (Style::Block, Style::Block) => Yaml::of(self.wanted, Style::Block),
            (Style::Flow, _) | (_, Style::Flow) => Yaml::Leaf(Yaml::of(self.wanted, Style::Flow).line()),
        };
        let opening = edition.colon.unwrap_or(edition.key.span.end);
        patch.add(entries, after, opening, (&key, &value), step)?;
        Ok(edition.key.span.start)
    }

    fn edition_key(&self, style: Style) -> String {
        scalar(self.clause.edition.as_str(), style)
    }

    /// The edition with the one entry.
    fn edition(&self, style: Style) -> Yaml {
        Yaml::Branch(vec![(quoted(self.clause.number.as_str()), Yaml::of(self.wanted, style))])
    }

    /// Puts the edition behind the others, and a blank line before it where one stands before the last of them.
    fn add_edition(&self, patch: &mut Patch<'_>, statuses: &Pair, style: Style) -> Result<usize, Snag> {
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

    /// The entry behind which the clause belongs: that of the nearest clause before it in the catalog.
    fn preceding(&self, entries: &Piece) -> Option<usize> {
        let own = self.catalog.position(&self.clause.number)?;
        let positions = entries.pairs().iter().enumerate().filter_map(|(at, pair)| match &pair.key.form {
            Form::Text(number, _) => Some((self.catalog.position_of(number)?, at)),
            Form::Nothing | Form::Alias | Form::List(..) | Form::Map(..) => None,
        });
        positions.filter(|(position, _)| *position < own).max().map(|(_, at)| at)
    }
}

/// The style of what stands inside a value that stands inside another.
fn style(piece: &Piece, outer: Style) -> Style {
    match (&piece.form, outer) {
        (_, Style::Flow) => Style::Flow,
        (Form::Map(style, _), Style::Block) => *style,
        (Form::Nothing | Form::Alias | Form::Text(..) | Form::List(..), Style::Block) => Style::Block,
    }
}

/// How much deeper a pair stands than the one above it.
fn step(patch: &Patch<'_>, above: &Pair, below: &Pair) -> usize {
    let (above, below) = (patch.indent(above.key.span.start), patch.indent(below.key.span.start));
    above.zip(below).and_then(|(above, below)| below.checked_sub(above)).filter(|step| *step > 0).unwrap_or(STEP)
}

/// How records are written near an entry, and how much deeper their fields stand: as the nearest one is, those of other
/// editions coming last.
fn manner(patch: &Patch<'_>, edition: &Pair, near: usize, editions: &Piece) -> (Style, usize) {
    let entries = edition.value.pairs();
    let mut own: Vec<(usize, &Pair)> = entries.iter().enumerate().map(|(at, pair)| (at.abs_diff(near), pair)).collect();
    own.sort_by_key(|(distance, _)| *distance);
    let others = editions.pairs().iter().flat_map(|pair| pair.value.pairs());
    let records = own.into_iter().map(|(_, pair)| pair).chain(others);
    for record in records {
        match &record.value.form {
            Form::Map(Style::Flow, _) => return (Style::Flow, STEP),
            Form::Map(Style::Block, fields) => return (Style::Block, step(patch, record, &fields[0])),
            Form::Nothing | Form::Alias | Form::Text(..) | Form::List(..) => {}
        }
    }
    (Style::Block, entries.first().map_or(STEP, |entry| step(patch, edition, entry)))
}

/// Refuses a value that stands elsewhere too, so that to change it here would change it there.
pub(super) fn free(piece: &Piece, pair: &Pair) -> Result<(), Snag> {
    let way_out = "write it out where it is repeated, then set it";
    match &piece.form {
        Form::Alias => Err(Snag::new(piece.span.start, "this is an alias of a value that stands elsewhere", way_out)),
        _ if piece.is_repeated => Err(Snag::new(pair.key.span.start, "an alias elsewhere repeats this value", way_out)),
        Form::Nothing | Form::Text(..) | Form::List(..) | Form::Map(..) => Ok(()),
    }
}
