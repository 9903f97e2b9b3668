//! The picture of a bar of a chart: a strip as wide as there is room, whose text keeps its size.

use svg::node::Text as Words;
use svg::node::element::{Description, Group, Rectangle, SVG, Text, Title};

use super::class;
use crate::report::Bar;

/// How high a strip is, in pixels.
const HEIGHT: u32 = 24;
/// How much of a strip a digit takes if there is little space, in percent.
const DIGIT: f64 = 1.9;

/// The strip of a bar. Each segment shows its count where it is wide enough.
///
/// The library escapes text but no quotation marks in attributes: text from files stands between tags alone.
pub(crate) fn draw(bar: &Bar) -> String {
    let counts = bar.segments.iter().map(|segment| format!("{} {}", segment.count, segment.name));
    let mut strip = SVG::new()
        .set("class", "bar")
        .set("role", "img")
        .set("width", "100%")
        .set("height", HEIGHT)
        .add(Title::new(bar.label.as_str()))
        .add(Description::new().add(Words::new(counts.collect::<Vec<_>>().join(", "))));
    let total = bar.total();
    let percent = |count: usize| count as f64 * 100.0 / total as f64;
    let mut before = 0;
    for (segment, class) in bar.segments.iter().zip(classes(bar)).filter(|(segment, _)| segment.count > 0) {
        let (from, width) = (percent(before), percent(segment.count));
        let rectangle = Rectangle::new()
            .set("x", format!("{from:.2}%"))
            .set("y", 1)
            .set("width", format!("{width:.2}%"))
            .set("height", HEIGHT - 2);
        let mut group = Group::new().set("class", class).add(rectangle);
        let count = segment.count.to_string();
        if width >= DIGIT * (count.len() + 1) as f64 {
            let text = Text::new(count).set("x", format!("{:.2}%", from + width / 2.0)).set("y", HEIGHT / 2 + 5);
            group = group.add(text);
        }
        strip = strip.add(group);
        before += segment.count;
    }
    strip.to_string()
}

/// The classes of a bar's segments: that of the tone, and a further one where a segment before has the same tone.
pub(crate) fn classes(bar: &Bar) -> Vec<String> {
    let again = |at: usize| bar.segments[..at].iter().any(|before| before.tone == bar.segments[at].tone);
    let name = |at: usize| format!("{}{}", class(&bar.segments[at].tone), if again(at) { " again" } else { "" });
    (0..bar.segments.len()).map(name).collect()
}
