//! Pictures and charts in a text document, each with what it shows in words.

use super::block::SectionKind;
use super::package::Package;
use crate::render::picture;
use crate::render::{Logo, LogoKind};

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
    /// A picture of points; where there is a drawing too, it is for programs that know no drawings.
    Picture {
        points: String,
        drawing: Option<String>,
    },
}

/// A size in millimetres as units of a drawing.
pub(super) fn units((width, height): (f64, f64)) -> (u64, u64) {
    ((width * MILLIMETRE).round() as u64, (height * MILLIMETRE).round() as u64)
}

/// A picture of one white point.
const WHITE: &[u8] = include_bytes!("white.png");

/// A drawing in vectors. Programs that know none show nothing in its place.
fn drawing(text: Vec<u8>, package: &mut Package) -> Content {
    let points = package.add_picture("png", WHITE.to_vec());
    Content::Picture { points, drawing: Some(package.add_picture("svg", text)) }
}

/// The sign on the front page.
pub(super) fn logo(logo: &Logo, description: String, package: &mut Package) -> Figure {
    let content = match logo.kind() {
        LogoKind::Svg => drawing(logo.bytes().to_vec(), package),
        LogoKind::Png | LogoKind::Jpeg => {
            let points = package.add_picture(logo.kind().extension(), logo.bytes().to_vec());
            Content::Picture { points, drawing: None }
        }
    };
    let size = units(logo.within(60.0, 30.0));
    Figure { number: package.next_figure(), description, size, content, style: "Logo" }
}

/// A picture that we drew, on pages on which its letters can be read; nothing where there are none.
pub(super) fn picture(svg: &str, description: String, package: &mut Package) -> Option<(Figure, SectionKind)> {
    /// What a point of a picture takes on paper where nothing is made smaller: its letters have 9 points then.
    const POINT: f64 = 0.2646;
    /// With less, the letters of most labels have less than five points and a half.
    const SMALLEST: f64 = 0.6;
    let (width, height) = picture::size(svg)?;
    let fitting = |kind: SectionKind| {
        let (room, rows) = if kind.is_across() { (257.0, 150.0) } else { (170.0, 235.0) };
        (room / (width * POINT)).min(rows / (height * POINT)).min(1.0)
    };
    let upright = fitting(SectionKind::Upright);
    let across = fitting(SectionKind::Across);
    let (kind, scale) = if upright >= SMALLEST || upright >= across {
        (SectionKind::Upright, upright)
    } else {
        (SectionKind::Across, across)
    };
    if scale < SMALLEST {
        return None;
    }
    let content = drawing(picture::printed(svg).into_bytes(), package);
    let size = units((width * POINT * scale, height * POINT * scale));
    Some((Figure { number: package.next_figure(), description, size, content, style: "Figure" }, kind))
}
