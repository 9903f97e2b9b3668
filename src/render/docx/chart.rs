//! Bars of counts as a chart that Word draws itself: it stays sharp, and whoever gets it can copy it.

use askama::Template;

use super::figure::{Content, Figure, units};
use super::package::Package;
use super::part::written;
use crate::render::Presentation;
use crate::report::{Bar, Chart, Tone};

/// With more bars than these, the next figure begins.
const MOST_BARS: usize = 24;

/// The figures of a chart.
pub(super) fn charts(chart: &Chart, presentation: &Presentation, package: &mut Package) -> Vec<Figure> {
    let chunks = chart.bars.chunks(MOST_BARS);
    let figures = chunks.filter_map(|bars| {
        let drawing = Drawing::new(bars, presentation)?;
        let text = written(&drawing).ok()?;
        let height = 20.0 + 9.0 * bars.len() as f64;
        Some(Figure {
            number: package.next_figure(),
            description: description(&chart.title, bars),
            size: units((170.0, height)),
            content: Content::Chart(package.add_chart(text)),
            style: "Figure",
        })
    });
    figures.collect()
}

/// A chart with every number of it in words.
fn description(title: &str, bars: &[Bar]) -> String {
    let bar = |bar: &Bar| {
        let counts = bar.segments.iter().map(|segment| format!("{} {}", segment.count, segment.name));
        format!("{}: {} ({})", bar.label, bar.value, counts.collect::<Vec<_>>().join(", "))
    };
    format!("{title}. {}.", bars.iter().map(bar).collect::<Vec<_>>().join("; "))
}

/// The part that Word draws.
#[derive(Template)]
#[template(path = "docx/chart.xml")]
struct Drawing {
    font: String,
    /// What each bar is of, with its number in words.
    labels: Vec<String>,
    series: Vec<Series>,
}

/// The segments of one name.
struct Series {
    name: &'static str,
    counts: Vec<usize>,
    colours: Colours,
}

/// The ground, the edge and the letters of a segment.
struct Colours {
    ground: &'static str,
    edge: &'static str,
    letters: &'static str,
}

impl Drawing {
    fn new(bars: &[Bar], presentation: &Presentation) -> Option<Self> {
        let first = bars.first().filter(|bar| !bar.segments.is_empty())?;
        let series = first.segments.iter().enumerate().map(|(at, segment)| Series {
            name: segment.name,
            counts: bars.iter().map(|bar| bar.segments.get(at).map_or(0, |segment| segment.count)).collect(),
            colours: colours(segment.tone, first.segments[..at].iter().any(|before| before.tone == segment.tone)),
        });
        Some(Self {
            font: super::part::font(presentation).to_owned(),
            labels: bars.iter().map(|bar| format!("{}: {}", bar.label, bar.value)).collect(),
            series: series.collect(),
        })
    }
}

/// The colours of a tone; other ones where a segment before has the same tone.
fn colours(tone: Tone, again: bool) -> Colours {
    let (ground, edge, letters) = match tone {
        _ if again => ("F5F7F9", "56616E", "1B242F"),
        Tone::Good => ("2B8257", "11603A", "FFFFFF"),
        Tone::Middling => ("E6AB3C", "744800", "1B242F"),
        Tone::Unsure => ("C3C8F1", "464A9C", "1B242F"),
        Tone::Bad => ("FFFFFF", "98202E", "98202E"),
        Tone::Plain | Tone::Quiet => ("E4E8EC", "5A6572", "1B242F"),
    };
    Colours { ground, edge, letters }
}
