//! What people call editions, in the place of their ids; in documents that are handed over relation tables too.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::{Cell, Document, Entry, Part, Plot, Site, Tree};
use crate::diagnostic::Diagnostic;
use crate::language::Phrase;
use crate::model::{EditionId, Library, Table};

/// The names of editions: the first alias of each, such as `ISO/IEC 27001:2022` of `iso-iec-27001:2022`. An edition without one
/// keeps its id.
#[derive(Debug, Clone, Default)]
pub struct EditionNames<'l> {
    library: Option<&'l Library>,
    editions: HashMap<&'l str, &'l str, FixedState>,
    tables: HashMap<&'l str, String, FixedState>,
}

impl<'l> EditionNames<'l> {
    /// The names of all editions of a library.
    pub fn of(library: &'l Library) -> Self {
        let editions = library.catalogs().map(|catalog| (catalog.id.as_str(), catalog.name())).collect();
        Self { library: Some(library), editions, tables: HashMap::default() }
    }

    /// The same with the names of its relation tables: `ISO 9001:2015 → ISO/IEC 27001:2022`, and what tells tables of the same
    /// editions apart.
    fn with_tables(&self) -> Self {
        let tables = || self.library.into_iter().flat_map(Library::tables);
        let mut of_editions: HashMap<(&str, &str), usize, FixedState> = HashMap::default();
        for table in tables() {
            *of_editions.entry((table.from.as_str(), table.to.as_str())).or_default() += 1;
        }
        let name = |table: &'l Table| {
            let is_alone = of_editions.get(&(table.from.as_str(), table.to.as_str())) == Some(&1);
            (table.id.as_str(), self.name_of_table(table, is_alone))
        };
        Self { tables: tables().map(name).collect(), ..self.clone() }
    }

    fn name_of_table(&self, table: &Table, is_alone: bool) -> String {
        let edition =
            |id: &EditionId| self.editions.get(id.as_str()).map_or_else(|| id.to_string(), ToString::to_string);
        let editions = format!("{} → {}", edition(&table.from), edition(&table.to));
        let usual = format!("{}--{}", table.from, table.to).replace(':', "-");
        match table.id.as_str().strip_prefix(usual.as_str()) {
            Some("") => editions,
            Some(rest) => format!("{editions} ({})", rest.trim_start_matches('-')),
            None if is_alone => editions,
            None => format!("{editions} ({})", table.id),
        }
    }

    /// A document that says names wherever people read an id. What programs read of it is unchanged.
    #[must_use]
    pub fn in_document(&self, document: Document) -> Document {
        if document.is_deliverable() { self.with_tables().named_in(document) } else { self.named_in(document) }
    }

    fn named_in(&self, mut document: Document) -> Document {
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
    /// What is in an address, a path or a longer id is not an id. Ids of relation tables stand alone.
    fn named<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.tables.is_empty() && text.contains("--") || self.tables.contains_key(text) {
            let tables: Option<Vec<&str>> = text.split(' ').map(|id| self.tables.get(id).map(String::as_str)).collect();
            if let Some(tables) = tables {
                return Cow::Owned(tables.join("; "));
            }
        }
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
            let Some(name) = EditionId::parse(id).ok().and_then(|_| self.editions.get(id)) else { continue };
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
    use crate::model::{EditionId, Table, TableId};
    use crate::source::{Sources, Span};

    fn named<'n>(editions: &[(&'n str, &'n str)]) -> EditionNames<'n> {
        EditionNames { editions: editions.iter().copied().collect(), ..EditionNames::default() }
    }

    #[test]
    fn a_table_is_called_by_its_editions_and_what_tells_it_from_others() {
        let names = named(&[("iso-9001:2015", "ISO 9001:2015"), ("itil:4", "ITIL 4")]);
        let span = Span::start_of(Sources::default().add("a.yaml", String::new()));
        let edition = |id| EditionId::parse(id).unwrap();
        let name = |id: &str, is_alone| {
            let table = Table::new(TableId::parse(id).unwrap(), edition("iso-9001:2015"), edition("itil:4"), span);
            names.name_of_table(&table, is_alone)
        };
        assert_eq!(name("iso-9001-2015--itil-4", false), "ISO 9001:2015 → ITIL 4");
        assert_eq!(name("iso-9001-2015--itil-4--ours", false), "ISO 9001:2015 → ITIL 4 (ours)");
        assert_eq!(name("ours", true), "ISO 9001:2015 → ITIL 4");
        assert_eq!(name("ours", false), "ISO 9001:2015 → ITIL 4 (ours)");
    }

    #[test]
    fn an_id_is_said_by_its_name_and_a_clause_behind_a_blank() {
        let names = named(&[("iso-9001:2015", "ISO 9001:2015"), ("itil:4", "ITIL 4")]);
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
        let names = named(&[("iso-9001:2015", "ISO 9001:2015")]);
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
