//! The pictures of figures along axes.

mod lines;
mod radar;

use super::{canvas, circle, hint, path, round, shortened, text, toned};
use crate::report::{Plot, Tone};

/// Draws figures as a whole `<svg>` element.
pub(crate) fn draw(plot: &Plot) -> String {
    match plot {
        Plot::Radar(radar) => radar::draw(radar),
        Plot::Lines(lines) => lines::draw(lines),
    }
}

/// What a line of a picture is called beside a piece of it; where it ends, so that another can stand behind.
fn sample(name: &str, tone: Tone, is_dashed: bool, x: f64, y: f64) -> (svg::node::element::Group, f64) {
    let dashes = if is_dashed { " xw-dashed" } else { "" };
    let line = format!("M {} {} h 22", round(x), round(y - 4.0));
    let entry = toned(tone).add(path(&format!("xw-line{dashes}"), &line)).add(text(x + 28.0, y, "xw-small", name));
    (entry, x + 44.0 + 6.2 * name.chars().count() as f64)
}
