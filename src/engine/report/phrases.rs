//! Every phrase that people read of a document, so that all of it is put into a language at once.

use super::{Audience, Cell, Document, Entry, Graph, Lines, Link, Part, Plot, Radar, Schedule, Site, Table, Tree};
use crate::language::{DocumentLanguage, Phrase};

/// What is done with a phrase.
type Change<'c> = &'c mut dyn FnMut(&mut Phrase);

impl Document {
    /// The same document in a language. What programs read of it stays as it is.
    #[must_use]
    pub fn in_language(mut self, language: DocumentLanguage) -> Self {
        if language != DocumentLanguage::English {
            self.each_phrase(&mut |phrase| *phrase = phrase.in_language(language));
        }
        self
    }

    /// Changes every phrase that people read, in reading order.
    pub fn each_phrase(&mut self, change: Change<'_>) {
        change(&mut self.title);
        self.lead.iter_mut().for_each(&mut *change);
        for part in &mut self.parts {
            in_part(part, change);
        }
    }
}

impl Site {
    /// The same site in a language.
    #[must_use]
    pub fn in_language(mut self, language: DocumentLanguage) -> Self {
        self.title = self.title.in_language(language);
        for page in &mut self.pages {
            page.name = page.name.as_ref().map(|name| name.in_language(language));
            page.document = std::mem::take(&mut page.document).in_language(language);
        }
        self
    }
}

impl Table {
    /// The same table in a language.
    #[must_use]
    pub fn in_language(mut self, language: DocumentLanguage) -> Self {
        if language != DocumentLanguage::English {
            in_table(&mut self, &mut |phrase| *phrase = phrase.in_language(language));
        }
        self
    }
}

fn in_part(part: &mut Part, change: Change<'_>) {
    match part {
        Part::Section(title) => change(title),
        Part::Table(table) => in_table(table, change),
        Part::Tree(tree) => in_tree(tree, change),
        Part::Entry(entry) => in_entry(entry, change),
        Part::Chart(chart) => {
            change(&mut chart.title);
            for bar in &mut chart.bars {
                change(&mut bar.label);
                change(&mut bar.value);
                bar.segments.iter_mut().for_each(|segment| change(&mut segment.name));
            }
        }
        Part::Graph(graph) => in_graph(graph, change),
        Part::Plot(Plot::Radar(radar)) => in_radar(radar, change),
        Part::Plot(Plot::Lines(Lines { title, lines, scale: _ })) => {
            change(title);
            lines.iter_mut().for_each(|line| change(&mut line.name));
        }
        Part::Schedule(schedule) => in_schedule(schedule, change),
    }
}

/// The cells of columns for programs keep the words that programs know, also where people see them in a workbook.
fn in_table(table: &mut Table, change: Change<'_>) {
    change(&mut table.title);
    let is_read = |audience: Audience| audience.has_people() || (audience.is_seen_in_workbooks() == Some(true));
    let is_for_people: Vec<bool> = table.headings.iter().map(|heading| is_read(heading.audience)).collect();
    for (heading, is_for_people) in table.headings.iter_mut().zip(&is_for_people) {
        // What is no message is the key of the column.
        if *is_for_people || !heading.label.is_verbatim() {
            change(&mut heading.label);
        }
    }
    for row in &mut table.rows {
        for (cell, is_for_people) in row.iter_mut().zip(&is_for_people) {
            if *is_for_people {
                in_cell(cell, change);
            }
        }
    }
    table.details.iter_mut().flatten().for_each(|tree| in_tree(tree, change));
}

fn in_cell(cell: &mut Cell, change: Change<'_>) {
    match cell {
        Cell::Text(text) | Cell::Word(text, _) | Cell::Refs(_, text) => change(text),
        Cell::Links(links) => links.iter_mut().for_each(|Link { text, target: _ }| change(text)),
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

fn in_tree(tree: &mut Tree, change: Change<'_>) {
    change(&mut tree.line);
    tree.children.iter_mut().for_each(|child| in_tree(child, change));
}

fn in_entry(entry: &mut Entry, change: Change<'_>) {
    change(&mut entry.title);
    entry.mark.iter_mut().for_each(|(word, _)| change(word));
    for (name, cell) in &mut entry.values {
        change(name);
        in_cell(cell, change);
    }
    entry.children.iter_mut().for_each(|child| in_entry(child, change));
}

fn in_graph(graph: &mut Graph, change: Change<'_>) {
    change(&mut graph.title);
    graph.groups.iter_mut().for_each(&mut *change);
    for node in &mut graph.nodes {
        change(&mut node.label);
        change(&mut node.title);
        node.state.iter_mut().for_each(&mut *change);
    }
    graph.edges.iter_mut().for_each(|edge| change(&mut edge.label));
}

fn in_radar(radar: &mut Radar, change: Change<'_>) {
    change(&mut radar.title);
    radar.spokes.iter_mut().for_each(&mut *change);
    radar.rings.iter_mut().for_each(|ring| change(&mut ring.name));
}

fn in_schedule(schedule: &mut Schedule, change: Change<'_>) {
    change(&mut schedule.title);
    for task in &mut schedule.tasks {
        change(&mut task.title);
        change(&mut task.section);
    }
    for deadline in &mut schedule.deadlines {
        change(&mut deadline.title);
        change(&mut deadline.text);
        change(&mut deadline.category);
    }
}
