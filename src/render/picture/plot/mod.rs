//! The pictures of figures along axes.

mod lines;
mod radar;
mod sample;

use crate::language::DocumentLanguage;
use crate::report::Plot;

/// Draws figures as a whole `<svg>` element.
pub(crate) fn draw(plot: &Plot, language: DocumentLanguage) -> String {
    match plot {
        Plot::Radar(radar) => radar::draw(radar, language),
        Plot::Lines(lines) => lines::draw(lines, language),
    }
}
