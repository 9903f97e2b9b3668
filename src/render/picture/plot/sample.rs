//! What a line of a picture is called.

use svg::node::element::Group;

use crate::render::picture::{path, round, text, toned};
use crate::report::Tone;

/// The name of a line of a picture next to a piece of it; where it ends, so another can follow.
pub(super) fn sample(name: &str, tone: Tone, is_dashed: bool, x: f64, y: f64) -> (Group, f64) {
    let dashes = if is_dashed { " xw-dashed" } else { "" };
    let line = format!("M {} {} h 22", round(x), round(y - 4.0));
    let entry = toned(tone).add(path(&format!("xw-line{dashes}"), &line)).add(text(x + 28.0, y, "xw-small", name));
    (entry, x + 44.0 + 6.2 * name.chars().count() as f64)
}
