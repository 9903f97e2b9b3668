//! Charts that Word draws itself: they stay sharp, and recipients can copy and restyle them.

use std::io;

use askama::Template;

use super::figure::{Content, Figure, units};
use super::package::Package;
use super::part::{font, written};
use crate::language::{DocumentLanguage, Phrase, figures, say};
use crate::render::{Presentation, in_words};
use crate::report::{Bar, Chart, Schedule, Task, Tone};

/// With more bars than these, the next figure begins.
const MOST_BARS: usize = 24;

/// The figures of bars of counts.
pub(super) fn charts(chart: &Chart, presentation: &Presentation, package: &mut Package) -> io::Result<Vec<Figure>> {
    let drawn = chart.bars.chunks(MOST_BARS).filter(|bars| !bars[0].segments.is_empty());
    let mut figures = Vec::new();
    for bars in drawn {
        let drawing = Drawing {
            font: font(presentation),
            language: presentation.language.regional_tag(),
            grouping: "percentStacked",
            axis: "0 %",
            // A count of nothing needs no label.
            numbers: "0;;",
            most: 1.0,
            labels: bars.iter().map(|bar| named(bar, presentation.language)).collect(),
            series: counted(bars),
            has_legend: true,
        };
        let in_counts = |bar: &Bar| counts_in_words(bar, presentation.language);
        let between = figures::between(presentation.language, "; ");
        let description =
            format!("{}. {}.", chart.title, bars.iter().map(in_counts).collect::<Vec<_>>().join(&between));
        figures.push(figure(&drawing, description, package)?);
    }
    Ok(figures)
}

/// The figures of tasks in time: what is before a task is an invisible bar.
pub(super) fn schedules(one: &Schedule, presentation: &Presentation, package: &mut Package) -> io::Result<Vec<Figure>> {
    let language = presentation.language;
    let most = one.tasks.iter().map(|task| begin(task) + length(task)).fold(1.0, f64::max);
    let mut figures = Vec::new();
    for tasks in one.tasks.chunks(MOST_BARS) {
        let lengths = |is_critical: bool| {
            let shown = move |task: &Task| if task.is_critical == is_critical { length(task) } else { 0.0 };
            tasks.iter().map(shown).collect()
        };
        let series = |name: Phrase, values, colours| Series { name: in_words(&name, language), values, colours };
        let series = vec![
            series(say!("picture-before"), tasks.iter().map(begin).collect(), None),
            series(say!("picture-critical"), lengths(true), Some(colours(Tone::Bad, false))),
            series(say!("picture-legend-other"), lengths(false), Some(colours(Tone::Quiet, false))),
        ];
        let drawing = Drawing {
            font: font(presentation),
            language: presentation.language.regional_tag(),
            grouping: "stacked",
            axis: "0",
            numbers: "0.##;;",
            most,
            labels: tasks.iter().map(|task| titled(task, language)).collect(),
            series,
            // What is invisible would be in it.
            has_legend: false,
        };
        let task = |task: &Task| {
            let day = Phrase::number(begin(task), if begin(task).fract() == 0.0 { 0 } else { 2 });
            let said = match task.effort {
                Some(effort) => say!("picture-task", task = &task.title, day = day, effort = effort),
                None => say!("picture-task-unknown", task = &task.title, day = day),
            };
            let late = task.is_late.then(|| say!("picture-late"));
            in_words(&Phrase::joined(std::iter::once(said).chain(late), ", "), language)
        };
        let between = figures::between(language, "; ");
        let description = format!("{}. {}.", one.title, tasks.iter().map(task).collect::<Vec<_>>().join(&between));
        figures.push(figure(&drawing, description, package)?);
    }
    Ok(figures)
}

/// The title of a task, marked where the task is late.
fn titled(task: &Task, language: DocumentLanguage) -> String {
    match task.is_late {
        true => format!("{} ({})", task.title, in_words(&say!("picture-late"), language)),
        false => task.title.to_string(),
    }
}

/// How many working days lie before a task.
fn begin(task: &Task) -> f64 {
    task.begin.days()
}

/// How many working days a task takes; none if its effort is unknown.
fn length(task: &Task) -> f64 {
    task.end.days() - task.begin.days()
}

fn figure(drawing: &Drawing<'_>, description: String, package: &mut Package) -> io::Result<Figure> {
    let height = 20.0 + 9.0 * drawing.labels.len() as f64;
    Ok(Figure {
        number: package.next_figure(),
        description,
        size: units((170.0, height)),
        content: Content::Chart(package.add_chart(written(drawing)?)),
        style: "Figure",
    })
}

/// A bar with every number of it.
fn counts_in_words(bar: &Bar, language: DocumentLanguage) -> String {
    let counts = bar.segments.iter().map(|segment| format!("{} {}", segment.count, segment.name));
    format!("{} ({})", named(bar, language), counts.collect::<Vec<_>>().join(", "))
}

fn named(bar: &Bar, language: DocumentLanguage) -> String {
    format!("{}{} {}", bar.label, figures::colon(language), bar.value)
}

/// The part that Word draws.
#[derive(Template)]
#[template(path = "docx/chart.xml")]
struct Drawing<'p> {
    font: &'p str,
    language: &'static str,
    grouping: &'static str,
    /// How the axis of values is written.
    axis: &'static str,
    /// How a value is written on its bar.
    numbers: &'static str,
    /// Where the axis of values ends.
    most: f64,
    /// What each bar is of.
    labels: Vec<String>,
    series: Vec<Series>,
    has_legend: bool,
}

/// Segments of one name.
struct Series {
    name: String,
    values: Vec<f64>,
    /// None if they are invisible.
    colours: Option<Colours>,
}

/// The ground, the edge and the letters of a segment.
struct Colours {
    ground: &'static str,
    edge: &'static str,
    letters: &'static str,
}

/// The segments of bars, each name once.
fn counted(bars: &[Bar]) -> Vec<Series> {
    let segments = &bars[0].segments;
    let series = segments.iter().enumerate().map(|(at, segment)| Series {
        name: segment.name.to_string(),
        values: bars.iter().map(|bar| bar.segments.get(at).map_or(0.0, |segment| segment.count as f64)).collect(),
        colours: Some(colours(segment.tone, segments[..at].iter().any(|before| before.tone == segment.tone))),
    });
    series.collect()
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
