//! Pictures in SVG, drawn without outside programs.
//!
//! A picture has no ground and takes the colour of the text around it. Its other colours are variables that a page may
//! set, such as `--good`, with defaults if they are not set.

mod axis;
pub(super) mod chart;
pub(super) mod graph;
pub(super) mod plot;
pub(super) mod schedule;

use svg::Document;
use svg::node::element::{Circle, Description, Element, Group, Path, Rectangle, Style, Text, Title};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::valid_xml;
use crate::language::Phrase;
use crate::report::Tone;

/// What all pictures share; the names of its classes begin alike, since a style in a picture holds for the page around it.
const SHARED_STYLE: &str =
    ".xw-text { fill: currentColor; font: 12px system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; }
.xw-strong { font-weight: 600; }
.xw-small { font-size: 10.5px; }
.xw-faint { opacity: 0.7; }
.xw-end { text-anchor: end; }
.xw-middle { text-anchor: middle; }
.xw-band { fill: currentColor; fill-opacity: 0.055; }
.xw-rule { stroke: currentColor; stroke-opacity: 0.18; fill: none; }
.xw-line { fill: none; stroke-width: 1.4; }
.xw-dashed { stroke-dasharray: 6 4; }
.xw-dotted { stroke-dasharray: 2 3; }
.xw-soft { opacity: 0.75; }
.xw-idle { opacity: 0.3; }
.xw-soft:hover { opacity: 1; }
.xw-soft:hover .xw-line { stroke-width: 3; }
";

/// What a picture needs where no page is around it.
const STANDALONE_STYLE: &str =
    "svg { color: #1f2328; color: CanvasText; background: Canvas; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  svg { --good: #57ab5a; --middling: #daaa3f; --unsure: #9a9af0; --bad: #f47067; --quiet: #8b949e; --plain: #8b949e; }
}
";

/// The tones, each with its name and its default colour.
const TONES: [(Tone, &str, &str); 6] = [
    (Tone::Plain, "plain", "#6e7781"),
    (Tone::Good, "good", "#2e7d32"),
    (Tone::Middling, "middling", "#b26a00"),
    (Tone::Unsure, "unsure", "#5b5bd6"),
    (Tone::Bad, "bad", "#c62828"),
    (Tone::Quiet, "quiet", "#8c959f"),
];

/// The class that a tone has in style sheets.
pub(super) fn class(tone: &Tone) -> &'static str {
    TONES.iter().find(|(known, ..)| known == tone).map_or("plain", |(_, name, _)| *name)
}

/// A picture as a file of its own.
pub(super) fn standalone(picture: &str) -> String {
    let open = picture.trim_end().trim_end_matches("</svg>");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{open}{}\n</svg>", Style::new(STANDALONE_STYLE))
}

/// An empty picture with a name and a description for those who do not see it.
fn canvas(kind: &str, title: &str, description: &str, width: f64, height: f64) -> Document {
    // The title is in the ids, so two pictures in one page are distinguished, and each has the same in every run.
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = std::iter::once(kind).chain(words).collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let mut look = SHARED_STYLE.to_owned();
    for (_, name, colour) in TONES {
        // A viewer that knows no variables takes the first of two values.
        look += &format!(".xw-{name} .xw-line {{ stroke: {colour}; stroke: var(--{name}, {colour}); }}\n");
        look += &format!(".xw-{name} .xw-area {{ fill: {colour}; fill: var(--{name}, {colour}); }}\n");
    }
    Document::new()
        .set("viewBox", format!("0 0 {} {}", round(width), round(height)))
        .set("width", round(width))
        .set("height", round(height))
        .set("role", "img")
        .set("aria-labelledby", format!("xw-{id}-title xw-{id}-desc"))
        .add(Title::new(valid_xml(title)).set("id", format!("xw-{id}-title")))
        .add(Description::new().set("id", format!("xw-{id}-desc")).add(svg::node::Text::new(valid_xml(description))))
        .add(Style::new(look))
}

/// A group of shapes in the colour of a tone.
fn toned(tone: Tone) -> Group {
    Group::new().set("class", format!("xw-{}", class(&tone)))
}

/// A text with its baseline at a height.
fn text(x: f64, y: f64, class: &str, content: &str) -> Element {
    let text = Text::new(valid_xml(content)).set("x", round(x)).set("y", round(y));
    // As an element of any kind it is written on one line; a text of its own kind has line feeds around what it says.
    text.set("class", format!("xw-text {class}").trim_end()).into()
}

/// What a pointer over a shape shows.
fn hint(content: &str) -> Title {
    Title::new(valid_xml(content))
}

fn path(class: &str, line: &str) -> Path {
    Path::new().set("class", class).set("d", line)
}

fn rectangle(class: &str, x: f64, y: f64, width: f64, height: f64) -> Rectangle {
    let shape = Rectangle::new().set("class", class).set("x", round(x)).set("y", round(y)).set("rx", 3);
    shape.set("width", round(width)).set("height", round(height))
}

fn circle(class: &str, x: f64, y: f64, radius: f64) -> Circle {
    Circle::new().set("class", class).set("cx", round(x)).set("cy", round(y)).set("r", radius)
}

/// A mark that says by its form what its colour says too.
fn mark(tone: Tone, x: f64, y: f64) -> Group {
    let ring = |class| circle(class, x, y, 4.0);
    let (left, top, bottom) = (round(x), round(y - 4.0), round(y + 4.0));
    match tone {
        Tone::Plain => toned(tone).add(circle("xw-area", x, y, 2.0)),
        Tone::Good => toned(tone).add(circle("xw-area", x, y, 4.7)),
        Tone::Middling => toned(tone)
            .add(ring("xw-line"))
            .add(path("xw-area", &format!("M {left} {top} A 4 4 0 0 0 {left} {bottom} z"))),
        Tone::Unsure => toned(tone).add(ring("xw-line xw-dotted")),
        Tone::Bad => toned(tone).add(ring("xw-line")),
        Tone::Quiet => toned(tone).add(rectangle("xw-area", x - 4.0, y - 1.0, 8.0, 2.0)),
    }
}

/// The text cut to so many columns of a terminal, which come close to widths on paper.
fn shortened(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut width = 1;
    let fits = |c: &char| {
        width += c.width().unwrap_or(0);
        width <= columns
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// Texts one after the other.
fn joined(texts: &[Phrase]) -> String {
    texts.iter().map(Phrase::as_str).collect::<Vec<_>>().join(", ")
}

/// To the tenth: more is not visible.
fn round(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
