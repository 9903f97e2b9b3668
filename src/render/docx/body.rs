//! The parts of a document in the order in which they are read, on the pages on which they have room.

use std::io;

use super::block::{Block, Section};
use super::chart::{charts, schedules};
use super::contents::{Listed, contents};
use super::figure::{self, Figure};
use super::grid::Grid;
use super::package::Package;
use super::page::SectionKind;
use super::paragraph::{Paragraph, Run, runs};
use crate::language::{DocumentLanguage, Phrase, figures, say};
use crate::render::{Page, Presentation, in_words};
use crate::report::{Cell, Document, Entry, Part, Tree};

/// The styles of headings, by level.
const HEADINGS: [&str; 6] = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"];
/// The styles of lines in lists, by level.
const LISTS: [&str; 3] = ["ListBullet", "ListBullet2", "ListBullet3"];

/// The whole text.
pub(super) fn body(document: &Document, page: Page<'_>, package: &mut Package) -> io::Result<Vec<Section>> {
    let mut text = Text { package, sections: Vec::new(), listed: Vec::new(), presentation: page.presentation };
    text.turn(SectionKind::Upright);
    text.lead(document);
    let before = text.sections[0].blocks.len();
    text.parts(&document.parts, Board::of(document))?;
    text.support(document, page);
    let contents = contents(&text.listed, page.presentation.language);
    let mut sections = match page.presentation.front {
        // A title page has room for the contents as well.
        Some(_) => {
            let mut front = text.section(SectionKind::Front);
            front.blocks = text.front(document)?.into_iter().chain(contents).collect();
            let mut sections = text.sections;
            sections.insert(0, front);
            sections
        }
        None => {
            text.sections[0].blocks.splice(before..before, contents);
            let title = Block::Paragraph(Paragraph::new("Title", document.title.clone()));
            text.sections[0].blocks.insert(0, title);
            text.sections
        }
    };
    sections.retain(|section| !section.blocks.is_empty());
    Ok(sections)
}

/// Where the chapter for those who decide stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Board {
    /// On a page of its own, which can be handed over alone: the first chapter of a report with others after it.
    Alone,
    /// In no place of its own.
    Nowhere,
}

impl Board {
    fn of(document: &Document) -> Self {
        let chapters = document.parts.iter().filter(|part| matches!(part, Part::Section(_))).count();
        if document.command == "report" && chapters > 1 { Self::Alone } else { Self::Nowhere }
    }
}

/// The text as far as it has come.
struct Text<'t> {
    package: &'t mut Package,
    sections: Vec<Section>,
    listed: Vec<Listed>,
    presentation: &'t Presentation,
}

impl Text<'_> {
    fn section(&mut self, kind: SectionKind) -> Section {
        let header = self.presentation.classification().is_some();
        let footer = match kind {
            SectionKind::Front => None,
            SectionKind::Upright => Some("footer1.xml"),
            SectionKind::Across => Some("footer2.xml"),
        };
        Section {
            kind,
            blocks: Vec::new(),
            header: header.then(|| self.package.name("header", "header1.xml")),
            footer: footer.map(|target| self.package.name("footer", target)),
        }
    }

    /// Continues with pages of a kind. Headings without content so far come along.
    fn turn(&mut self, kind: SectionKind) {
        let mut along = Vec::new();
        if let Some(last) = self.sections.last_mut() {
            if last.kind == kind {
                return;
            }
            while matches!(last.blocks.last(), Some(Block::Heading(..))) {
                along.extend(last.blocks.pop());
            }
        }
        along.reverse();
        let mut section = self.section(kind);
        section.blocks = along;
        self.sections.push(section);
    }

    /// Continues on a new page of the same kind.
    fn turn_page(&mut self) {
        let kind = self.sections.last().map_or(SectionKind::Upright, |last| last.kind);
        let section = self.section(kind);
        self.sections.push(section);
    }

    fn add(&mut self, block: Block) {
        self.sections.last_mut().expect("a text begins with a section").blocks.push(block);
    }

    fn say(&mut self, style: &'static str, text: impl Into<String>) {
        self.add(Block::Paragraph(Paragraph::new(style, text)));
    }

    /// The sign, the title, whom it is for and how confidential it is.
    fn front(&mut self, document: &Document) -> io::Result<Vec<Block>> {
        let mut blocks = Vec::new();
        if let Some(logo) = self.presentation.front().and_then(|front| front.logo.as_ref()) {
            blocks.push(Block::Figure(figure::logo(logo, self.presentation.language, self.package)?));
        }
        let mut say = |style, text: &str| blocks.push(Block::Paragraph(Paragraph::new(style, text)));
        say("Title", &document.title);
        if let Some(client) = self.presentation.client() {
            say("Subtitle", &in_words(&say!("page-prepared-for", client = client), self.presentation.language));
        }
        if let Some(classification) = self.presentation.classification() {
            say("Classification", classification);
        }
        Ok(blocks)
    }

    fn lead(&mut self, document: &Document) {
        for (at, sentence) in document.lead.iter().enumerate() {
            self.say(if at == 0 { "Lead" } else { "BodyText" }, sentence.as_str());
        }
    }

    fn parts(&mut self, parts: &[Part], board: Board) -> io::Result<()> {
        let (mut below, mut chapters) = (1, 0);
        for part in parts {
            match part {
                Part::Section(title) => {
                    below = 2;
                    chapters += 1;
                    if board == Board::Alone && chapters <= 2 {
                        self.turn_page();
                    }
                    self.heading(1, vec![Run::plain(title)], true);
                }
                Part::Table(table) if table.audience.has_people() => {
                    let grid = Grid::new(table, self.presentation, self.package);
                    self.turn(grid.kind);
                    self.heading(below, vec![Run::plain(&table.title)], true);
                    self.add(Block::Table(grid));
                }
                Part::Table(_) => {}
                Part::Tree(tree) => {
                    self.turn(SectionKind::Upright);
                    self.heading(below, vec![Run::plain(&tree.line)], true);
                    self.branches(&tree.children, 0);
                }
                Part::Entry(entry) => {
                    self.turn(SectionKind::Upright);
                    self.entry(entry, below, below == 1);
                }
                Part::Chart(chart) => {
                    let figures = charts(chart, self.presentation, self.package)?;
                    self.figures(below, &chart.title, figures);
                }
                Part::Schedule(schedule) => {
                    let figures = schedules(schedule, self.presentation, self.package)?;
                    let is_drawn = !figures.is_empty();
                    self.figures(below, &schedule.title, figures);
                    if is_drawn {
                        self.say("BodyText", in_words(&say!("picture-days-from-start"), self.presentation.language));
                    }
                }
                // A graph is taller than any page, and Word has no picture of a plot; tables say what they show.
                Part::Graph(_) | Part::Plot(_) => {}
            }
        }
        Ok(())
    }

    fn figures(&mut self, level: usize, title: &str, figures: Vec<Figure>) {
        if figures.is_empty() {
            return;
        }
        self.turn(SectionKind::Upright);
        self.heading(level, vec![Run::plain(title)], true);
        for figure in figures {
            self.add(Block::Figure(figure));
        }
    }

    /// A heading, which the contents name where it is `listed`.
    fn heading(&mut self, level: usize, runs: Vec<Run>, is_listed: bool) {
        let place = self.listed.len() + 1;
        let style = HEADINGS[level.clamp(1, HEADINGS.len()) - 1];
        if !is_listed || level > 2 {
            self.add(Block::Heading(Paragraph { style, runs }, None));
            return;
        }
        // A mark belongs to the place, and not to its name.
        let named = runs.iter().filter(|run| run.style.is_none()).map(|run| run.text.as_str());
        let title = named.collect::<String>().trim().to_owned();
        self.listed.push(Listed { level, title, place });
        self.add(Block::Heading(Paragraph { style, runs }, Some(place)));
    }

    fn branches(&mut self, trees: &[Tree], level: usize) {
        for tree in trees {
            self.say(LISTS[level.min(LISTS.len() - 1)], tree.line.as_str());
            self.branches(&tree.children, level + 1);
        }
    }

    fn entry(&mut self, entry: &Entry, level: usize, is_listed: bool) {
        let mut title = Vec::new();
        if let Some(is_done) = entry.is_done {
            title.push(Run::plain(if is_done { "☑ " } else { "☐ " }));
        }
        title.push(Run::plain(&entry.title));
        if let Some((word, tone)) = &entry.mark {
            title.push(Run::plain(" "));
            title.push(Run::word(word, *tone));
        }
        self.heading(level, title, is_listed);
        for said in said(&entry.values, self.presentation.language, self.package) {
            self.add(Block::Paragraph(Paragraph { style: "BodyText", runs: said }));
        }
        for child in &entry.children {
            self.entry(child, level + 1, false);
        }
    }

    /// What was found, and what the answer depends on.
    fn support(&mut self, document: &Document, page: Page<'_>) {
        let findings = (!document.findings.is_empty()).then(|| document.findings_table(page.sources));
        for table in findings.into_iter().chain([document.basis.table(page.sources)]) {
            let table = &table.in_language(self.presentation.language);
            let grid = Grid::new(table, self.presentation, self.package);
            self.turn(grid.kind);
            self.heading(1, vec![Run::plain(&table.title)], true);
            self.add(Block::Table(grid));
        }
    }
}

/// What is said of something: a paragraph for each sentence, and one for short values that follow each other.
fn said(values: &[(Phrase, Cell)], language: DocumentLanguage, package: &mut Package) -> Vec<Vec<Run>> {
    const SHORT: usize = 40;
    let mut paragraphs: Vec<Vec<Run>> = Vec::new();
    let mut goes_on = false;
    for (name, cell) in values {
        let is_short = !name.is_empty() && cell.shown(language).chars().count() <= SHORT;
        let mut runs = runs(cell, language, package);
        if !name.is_empty() {
            runs.insert(0, Run::styled(format!("{name}{} ", figures::colon(language)), "Label"));
        }
        match paragraphs.last_mut().filter(|_| goes_on && is_short) {
            Some(last) => {
                last.push(Run::plain("  ·  "));
                last.extend(runs);
            }
            None => paragraphs.push(runs),
        }
        goes_on = is_short;
    }
    paragraphs
}
