//! Figures along axes. Every number of them is also in a table.

use jiff::civil::Date;

use super::Tone;
use crate::language::Phrase;

/// Figures along axes.
#[derive(Debug, Clone, PartialEq)]
pub enum Plot {
    /// Figures of one scale around a centre.
    Radar(Radar),
    /// Figures over time.
    Lines(Lines),
}

/// Figures of one scale around a centre, such as the maturity of chapters.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// Its title.
    pub title: Phrase,
    /// The end of the scale, which begins at 0 and is marked at every whole number.
    pub end: u8,
    /// The labels around the centre, clockwise from the top.
    pub spokes: Vec<Phrase>,
    /// What is shown on every spoke.
    pub rings: Vec<Ring>,
}

/// A figure on each spoke.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// What it is, such as `target`.
    pub name: Phrase,
    /// The figures, one for each spoke; none if there is none.
    pub figures: Vec<Option<f64>>,
    /// What it means.
    pub tone: Tone,
    /// Whether its line is dashed, like that of a target.
    pub is_dashed: bool,
}

/// Figures over time, all on one scale that begins at 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// Its title.
    pub title: Phrase,
    /// What the scale counts.
    pub scale: Scale,
    /// The lines, those of most importance first.
    pub lines: Vec<Line>,
}

/// What a scale counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Shares of a whole, shown in percent; the scale ends at the whole.
    Shares,
    /// Counts.
    Counts,
}

/// A figure at several dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is, such as `guaranteed`.
    pub name: Phrase,
    /// The figures, in the order of dates.
    pub points: Vec<(Date, f64)>,
    /// What it means.
    pub tone: Tone,
    /// Whether its line is dashed, as that of what is planned.
    pub is_dashed: bool,
}

impl Plot {
    /// Its title.
    pub fn title(&self) -> &Phrase {
        match self {
            Self::Radar(radar) => &radar.title,
            Self::Lines(lines) => &lines.title,
        }
    }
}
