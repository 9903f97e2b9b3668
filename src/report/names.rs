//! What people call editions, in the place of their ids.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::{Cell, Document, Entry, Part, Plot, Site, Tree};
use crate::diagnostic::Diagnostic;
use crate::language::Phrase;
use crate::model::{EditionId, Library};

/// The names of editions: the first alias of each, such as `ISO/IEC 27001:2022` of `iso-iec-27001:2022`. An edition without one
/// keeps its id.
#[derive(Debug, Clone, Default)]
pub struct EditionNames<'l>(HashMap<&'l str, &'l str, FixedState>);

impl<'l> EditionNames<'l> {
    /// The names of all editions of a library.
    pub fn of(library: &'l Library) -> Self {
        Self(library.catalogs().map(|catalog| (catalog.id.as_str(), catalog.name())).collect())
    }

    /// A document that says names wherever people read an id. What programs read of it is unchanged.
    #[must_use]
    pub fn in_document(&self, mut document: Document) -> Document {
        self.name(&mut document.title);
        document.lead.iter_mut().for_each(|line| self.name(line));
        document.parts.iter_mut().for_each(|part| self.in_part(part));
        document.findings.iter_mut().for_each(|finding| self.in_finding(finding));
        document
    }

    /// A site of such documents.
    #[must_use]
    pub fn in_site(&self, mut site: Site) -> Site {
        self.name(&mut site.title);
        for page in &mut site.pages {
            page.document = self.in_document(std::mem::take(&mut page.document));
        }
        site
    }

    fn in_part(&self, part: &mut Part) {
        match part {
            Part::Section(title) => self.name(title),
            Part::Table(table) => {
                self.name(&mut table.title);
                for heading in &mut table.headings {
                    self.name(&mut heading.label);
                }
                table.rows.iter_mut().flatten().for_each(|cell| self.in_cell(cell));
                table.details.iter_mut().flatten().for_each(|tree| self.in_tree(tree));
            }
            Part::Tree(tree) => self.in_tree(tree),
            Part::Entry(entry) => self.in_entry(entry),
            Part::Chart(chart) => {
                self.name(&mut chart.title);
                chart.bars.iter_mut().for_each(|bar| self.name(&mut bar.label));
            }
            Part::Graph(graph) => {
                self.name(&mut graph.title);
                graph.groups.iter_mut().for_each(|group| self.name(group));
                for node in &mut graph.nodes {
                    self.name(&mut node.title);
                }
            }
            Part::Plot(Plot::Radar(radar)) => {
                self.name(&mut radar.title);
                radar.spokes.iter_mut().for_each(|spoke| self.name(spoke));
            }
            Part::Plot(Plot::Lines(lines)) => {
                self.name(&mut lines.title);
                lines.lines.iter_mut().for_each(|line| self.name(&mut line.name));
            }
            Part::Schedule(schedule) => {
                self.name(&mut schedule.title);
                for task in &mut schedule.tasks {
                    self.name(&mut task.title);
                    self.name(&mut task.section);
                }
                for deadline in &mut schedule.deadlines {
                    self.name(&mut deadline.title);
                    self.name(&mut deadline.text);
                }
            }
        }
    }

    fn in_finding(&self, finding: &mut Diagnostic) {
        let labels = finding.labels.iter_mut().map(|label| &mut label.text);
        for text in std::iter::once(&mut finding.message).chain(&mut finding.help).chain(labels) {
            if let Cow::Owned(named) = self.named(text) {
                *text = named;
            }
        }
        if let Some(said) = &mut finding.said {
            said.each_text(&mut |text| {
                if let Cow::Owned(named) = self.named(text) {
                    *text = named;
                }
            });
        }
    }

    fn in_cell(&self, cell: &mut Cell) {
        match cell {
            Cell::Text(text) | Cell::Word(text, _) | Cell::Refs(_, text) => self.name(text),
            Cell::Links(links) => {
                links.iter_mut().filter(|link| link.target.is_none()).for_each(|link| self.name(&mut link.text))
            }
            Cell::Empty
            | Cell::Count(_)
            | Cell::Share(..)
            | Cell::Number(_)
            | Cell::Rating(_)
            | Cell::Effort(_)
            | Cell::Day(_)
            | Cell::Boolean(_) => {}
        }
    }

    fn in_tree(&self, tree: &mut Tree) {
        self.name(&mut tree.line);
        tree.children.iter_mut().for_each(|child| self.in_tree(child));
    }

    fn in_entry(&self, entry: &mut Entry) {
        self.name(&mut entry.title);
        entry.values.iter_mut().for_each(|(_, cell)| self.in_cell(cell));
        entry.children.iter_mut().for_each(|child| self.in_entry(child));
    }

    /// The names are in the parts of a phrase, so that it can still be put into a language, whose words may depend on them.
    fn name(&self, text: &mut Phrase) {
        let named = |text: &str| match self.named(text) {
            Cow::Owned(named) => Some(named),
            Cow::Borrowed(_) => None,
        };
        if let Some(named) = text.with_texts(&named) {
            *text = named;
        }
    }

    /// A text with the name of each edition instead of its id, and with a space before the number of a clause of it.
    /// What is in an address, a path or a longer id is not an id.
    fn named<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut named = String::new();
        let mut done = 0;
        for (colon, _) in text.match_indices(':') {
            let start = text[..colon].rfind(|c: char| !is_of_id(c)).map_or(0, |at| at + char_len(text, at));
            if start < done || text[..start].ends_with([':', '/', '@', '#']) {
                continue;
            }
            let rest = &text[colon + 1..];
            let end = colon + 1 + rest.find(|c: char| !is_of_id(c)).unwrap_or(rest.len());
            let id = text[start..end].trim_end_matches(['.', '-', '_']);
            let Some(name) = EditionId::parse(id).ok().and_then(|_| self.0.get(id)) else { continue };
            let end = start + id.len();
            let is_longer = |rest: &str| rest.starts_with(|c: char| !c.is_whitespace());
            if text[end..].strip_prefix(':').is_some_and(is_longer) || text[end..].starts_with('@') {
                continue;
            }
            named.push_str(&text[done..start]);
            named.push_str(name);
            done = end;
            if text[end..].strip_prefix('/').is_some_and(|clause| clause.starts_with(|c: char| c.is_alphanumeric())) {
                named.push(' ');
                done += 1;
            }
        }
        if done == 0 {
            return Cow::Borrowed(text);
        }
        named.push_str(&text[done..]);
        Cow::Owned(named)
    }
}

fn is_of_id(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_')
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::EditionNames;

    #[test]
    fn an_id_is_said_by_its_name_and_a_clause_behind_a_blank() {
        let names = EditionNames([("iso-9001:2015", "ISO 9001:2015"), ("itil:4", "ITIL 4")].into_iter().collect());
        for (text, said) in [
            ("Coverage of iso-9001:2015.", "Coverage of ISO 9001:2015."),
            ("iso-9001:2015/4.1, itil:4/SVC-1", "ISO 9001:2015 4.1, ITIL 4 SVC-1"),
            ("by iso-9001:2015/A.5.1.", "by ISO 9001:2015 A.5.1."),
            ("(iso-9001:2015)", "(ISO 9001:2015)"),
            ("iso-9001:2015: 3 of 65", "ISO 9001:2015: 3 of 65"),
        ] {
            assert_eq!(names.named(text), said);
        }
    }

    #[test]
    fn what_only_holds_an_id_is_left_as_it_is() {
        let names = EditionNames([("iso-9001:2015", "ISO 9001:2015")].into_iter().collect());
        for text in [
            "urn:iso-9001:2015",
            "https://a.example/iso-9001:2015",
            "my-iso-9001:2015",
            "iso-9001:2015-ciso",
            "iso-9001:2008/4.1",
            "at 12:30",
            "a.yaml:51:5",
            "iso-9001:2015:x",
        ] {
            assert_eq!(names.named(text), text);
        }
    }
}
