//! The parts of the file in XML.

use std::io;

use askama::Template;

use super::block::{Block, Section};
use super::figure::Content;
use super::package::{Member, Package, Relation};
use crate::language::say;
use crate::render::{LogoKind, Presentation, in_words};
use crate::report::{Document, sanitized};

const TOOL: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// The usual accent, that of pages too.
const ACCENT: &str = "1b4f8a";

/// The usual font: every system has it, or one as wide.
const FONT: &str = "Arial";

/// The font of running text.
pub(super) fn font(presentation: &Presentation) -> &str {
    presentation.theme.font.as_deref().unwrap_or(FONT)
}

/// A part without the characters that no XML may hold.
pub(super) fn written(part: &impl Template) -> io::Result<String> {
    let text = part.render().map_err(io::Error::other)?;
    Ok(sanitized(&text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}"))
}

/// Who wrote the file.
pub(super) fn application() -> io::Result<Member> {
    #[derive(Template)]
    #[template(path = "docx/app.xml")]
    struct Application {
        tool: &'static str,
    }
    Ok(Member::text("docProps/app.xml", written(&Application { tool: TOOL })?))
}

/// The text.
pub(super) fn document(sections: &[Section]) -> io::Result<String> {
    #[derive(Template)]
    #[template(path = "docx/document.xml")]
    struct Text<'t> {
        sections: &'t [Section],
    }
    written(&Text { sections })
}

/// Everything besides the text and what it shows.
pub(super) fn surroundings(
    document: &Document,
    presentation: &Presentation,
    package: &Package,
) -> io::Result<Vec<Member>> {
    let theme = &presentation.theme;
    let heading_font = theme.heading_font.as_deref().unwrap_or(font(presentation));
    let accent = theme.accent.map_or(ACCENT.to_owned(), |accent| accent.to_string().trim_start_matches('#').to_owned());
    let language = presentation.language.regional_tag();
    let styles = Styles { font: font(presentation), heading_font, accent, language };
    let subject = presentation.client().map(|client| say!("page-prepared-for", client = client));
    let core = Core {
        title: &document.title,
        subject: subject.map(|subject| in_words(&subject, presentation.language)),
        language: presentation.language.regional_tag(),
    };
    let classification = presentation.classification();
    let mut members = vec![
        Member::text(
            "[Content_Types].xml",
            written(&ContentTypes { charts: package.charts(), has_header: classification.is_some() })?,
        ),
        Member::text("_rels/.rels", include_str!("relations.xml").to_owned()),
        Member::text("docProps/core.xml", written(&core)?),
        Member::text("word/styles.xml", written(&styles)?),
        Member::text("word/numbering.xml", include_str!("numbering.xml").to_owned()),
        Member::text("word/settings.xml", include_str!("settings.xml").to_owned()),
        Member::text("word/_rels/document.xml.rels", written(&Relations { relations: &package.relations })?),
    ];
    if let Some(classification) = classification {
        members.push(Member::text("word/header1.xml", written(&Header { classification })?));
    }
    for (path, style) in [("word/footer1.xml", "Footer"), ("word/footer2.xml", "FooterAcross")] {
        let title = &document.title;
        members.push(Member::text(path, written(&Footer { style, title, client: presentation.client() })?));
    }
    Ok(members)
}

/// How everything looks.
#[derive(Template)]
#[template(path = "docx/styles.xml")]
struct Styles<'p> {
    font: &'p str,
    heading_font: &'p str,
    accent: String,
    language: &'static str,
}

/// What the file says about itself.
#[derive(Template)]
#[template(path = "docx/core.xml")]
struct Core<'d> {
    title: &'d str,
    subject: Option<String>,
    language: &'static str,
}

/// The header of each page.
#[derive(Template)]
#[template(path = "docx/header.xml")]
struct Header<'d> {
    classification: &'d str,
}

/// The footer of each page.
#[derive(Template)]
#[template(path = "docx/footer.xml")]
struct Footer<'d> {
    style: &'static str,
    title: &'d str,
    client: Option<&'d str>,
}

/// What kind of thing each part is.
#[derive(Template)]
#[template(path = "docx/content_types.xml")]
struct ContentTypes {
    charts: usize,
    has_header: bool,
}

impl ContentTypes {
    const PICTURES: [LogoKind; 2] = [LogoKind::Png, LogoKind::Jpeg];

    fn chart_numbers(&self) -> std::ops::RangeInclusive<usize> {
        1..=self.charts
    }
}

/// Where the text leads.
#[derive(Template)]
#[template(path = "docx/document_relations.xml")]
struct Relations<'p> {
    relations: &'p [Relation],
}
