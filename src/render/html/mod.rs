//! A document as one HTML page that needs nothing else, and a site as pages with links to each other.

mod nested;
mod outline;
mod style;
mod table;

use std::io::{self, Write};

use askama::Template;

use super::{Format, Front, Page, Presentation, in_words, names_version_behind, position_of, text_of};
use crate::diagnostic::Diagnostic;
use crate::language::{DocumentLanguage, Phrase, say};
use crate::report::{self, BasisFile, BasisKind, BasisLine, Document, Site, SitePage, Tone, sanitized};
use crate::source::Sources;

use nested::Branches;
use outline::{Block, HeadedPart};
use table::Grid;

/// One self-contained page.
#[derive(Debug, Clone, Copy)]
pub struct Html;

impl Format for Html {
    fn is_for_readers(&self) -> bool {
        true
    }

    fn has_front(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        text_of(held).is_some_and(|text| names_version_behind(text, "<meta name=\"generator\" content=\""))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        Sheet::new(document, page, None).write(out)
    }
}

/// The pages of a site, each with its file name.
pub fn pages(site: &Site, page: Page<'_>) -> io::Result<Vec<(String, Vec<u8>)>> {
    let written = site.pages.iter().map(|here| {
        let mut bytes = Vec::new();
        Sheet::new(&here.document, page, Some(Navigation { site, current: here })).write(&mut bytes)?;
        Ok((here.path.clone(), bytes))
    });
    written.collect()
}

/// A page as its template sees it.
#[derive(Template)]
#[template(path = "html/page.html")]
struct Sheet<'d> {
    document: &'d Document,
    sources: &'d Sources,
    presentation: &'d Presentation,
    navigation: Option<Navigation<'d>>,
    parts: Vec<HeadedPart<'d>>,
}

/// The way to the other pages of a site.
struct Navigation<'d> {
    site: &'d Site,
    current: &'d SitePage,
}

impl<'d> Sheet<'d> {
    const STYLE: &'static str = include_str!("style.css");
    const TOOL: &'static str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    /// With more headed parts than these, a page has a table of contents.
    const AT_A_GLANCE: usize = 3;
    /// With no more headed parts than these, and all of them in one section, it is one page of paper.
    const MOST_ON_A_PAGE: usize = 5;

    fn new(document: &'d Document, page: Page<'d>, navigation: Option<Navigation<'d>>) -> Self {
        Self {
            document,
            sources: page.sources,
            presentation: page.presentation,
            navigation,
            parts: outline::headed(&document.parts, page.presentation.language),
        }
    }

    /// Whatever a text brought along, no control character gets onto the page.
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let page = self.render().map_err(io::Error::other)?;
        writeln!(out, "{}", sanitized(&page))
    }

    fn front(&self) -> Option<&Front> {
        self.presentation.front()
    }

    /// The rules for what differs from the usual style.
    fn own_style(&self) -> String {
        style::of(self.presentation)
    }

    fn grids(&self) -> impl Iterator<Item = &Grid<'d>> {
        self.parts.iter().filter_map(|part| if let Block::Table(grid) = &part.block { Some(grid) } else { None })
    }

    /// What the table of contents links to; nothing if the page is short.
    fn contents(&self) -> Vec<&HeadedPart<'d>> {
        let basis_and_findings = 1 + usize::from(!self.document.findings.is_empty());
        let is_section = |part: &HeadedPart<'_>| matches!(part.block, Block::Section);
        // What is all one section is one page.
        let sections = self.parts.iter().filter(|part| is_section(part)).count();
        let is_one_page =
            sections == 1 && self.parts.len() <= Self::MOST_ON_A_PAGE && self.parts.first().is_some_and(is_section);
        let has_contents = self.parts.len() + basis_and_findings > Self::AT_A_GLANCE && !is_one_page;
        self.parts.iter().filter(|part| has_contents && part.is_in_contents()).collect()
    }

    /// Before which part the table of contents is: after the first section, if the page begins with one and has more.
    fn opening(&self) -> usize {
        let is_section = |part: &HeadedPart<'_>| matches!(part.block, Block::Section);
        let mut sections = self.parts.iter().enumerate().filter(|(_, part)| is_section(part)).map(|(at, _)| at);
        match (sections.next(), sections.next()) {
            (Some(0), Some(second)) => second,
            _ => 0,
        }
    }

    /// The page of the site with the basis, if it is another one.
    fn basis_page(&self) -> Option<&str> {
        let site = self.navigation.as_ref().filter(|_| self.document.basis.is_empty())?.site;
        site.pages.iter().find(|page| !page.document.basis.is_empty()).map(|page| page.path.as_str())
    }

    fn place(&self, finding: &Diagnostic) -> String {
        position_of(finding, self.sources)
    }

    /// The settings of the answer.
    fn settings(&self) -> Vec<BasisLine<'d>> {
        let mut lines = self.document.basis.lines();
        lines.retain(|line| line.kind == BasisKind::Setting);
        lines
    }

    /// The files that the answer depends on, under what they are.
    fn supports(&self) -> Vec<(Phrase, Vec<BasisLine<'d>>)> {
        let lines = self.document.basis.lines();
        let kinds = [
            (BasisKind::Edition, say!("page-basis-editions")),
            (BasisKind::Table, say!("page-basis-tables")),
            (BasisKind::Assessment, say!("page-basis-assessments")),
        ];
        let of_kind = |kind| lines.iter().filter(|line| line.kind == kind).cloned().collect::<Vec<_>>();
        let supports = kinds.into_iter().map(|(kind, name)| (name, of_kind(kind)));
        supports.filter(|(_, lines)| !lines.is_empty()).collect()
    }

    /// The content of a page besides the document itself.
    fn say(&self, id: &'static str) -> String {
        self.words(&Phrase::message(id, Vec::new()))
    }

    fn words(&self, phrase: &Phrase) -> String {
        in_words(phrase, self.presentation.language)
    }

    fn prepared_for(&self, client: &str) -> String {
        self.words(&say!("page-prepared-for", client = client))
    }

    fn made_with(&self) -> String {
        self.words(&say!("page-made-with", tool = Self::TOOL))
    }

    fn confidence(&self, support: &BasisFile) -> String {
        self.words(&support.confidence.map(Phrase::from).unwrap_or_default())
    }

    fn provenance(&self, support: &BasisFile) -> String {
        self.words(&support.provenance.map(Phrase::from).unwrap_or_default())
    }

    fn digest(&self, support: &BasisFile) -> String {
        self.sources.get(support.file).sha256()
    }

    /// The word for how bad a finding is, and its tone.
    fn severity(&self, finding: &Diagnostic) -> (String, Tone) {
        let (word, tone) = report::severity(finding);
        (self.words(&word), tone)
    }
}

/// Whether something that is to be done is done, for those who do not see the box.
fn done_or_not(is_done: &bool, language: &DocumentLanguage) -> String {
    in_words(&if *is_done { say!("page-done") } else { say!("page-to-do") }, *language)
}
