//! Pictures and charts in a text document, each with what it shows in words.

use std::io;

use super::package::Package;
use crate::language::{DocumentLanguage, say};
use crate::render::{Logo, LogoKind, in_words};

/// How many units of a drawing a millimetre has.
const MILLIMETRE: f64 = 36_000.0;

/// A picture or a chart.
pub(super) struct Figure {
    pub(super) number: usize,
    /// What it shows, for those who do not see it.
    pub(super) description: String,
    /// How wide and how high it is, in units of a drawing.
    pub(super) size: (u64, u64),
    pub(super) content: Content,
    /// The style of its paragraph.
    pub(super) style: &'static str,
}

/// What a figure shows, by the id of its part.
pub(super) enum Content {
    Chart(String),
    Picture(String),
}

/// A size in millimetres as units of a drawing.
pub(super) fn units((width, height): (f64, f64)) -> (u64, u64) {
    ((width * MILLIMETRE).round() as u64, (height * MILLIMETRE).round() as u64)
}

/// The sign on the front page. Office programs of today show SVG only together with a bitmap of the same, which they
/// make themselves; an empty place would be worse than a refusal.
pub(super) fn logo(logo: &Logo, language: DocumentLanguage, package: &mut Package) -> io::Result<Figure> {
    if logo.kind() == LogoKind::Svg {
        return Err(io::Error::other(
            "not every program shows an SVG in a Word document\n\n  tip: give --logo a PNG or a JPEG of it; a width of 800 pixels is enough",
        ));
    }
    let picture = package.add_picture(logo.kind().extension(), logo.bytes().to_vec());
    Ok(Figure {
        number: package.next_figure(),
        description: in_words(&say!("page-logo"), language),
        size: units(logo.within(60.0, 30.0)),
        content: Content::Picture(picture),
        style: "Logo",
    })
}
