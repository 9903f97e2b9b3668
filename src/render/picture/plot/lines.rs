//! Figures over time.

use jiff::civil::Date;
use svg::node::element::Group;

use super::sample::sample;
use crate::language::{DocumentLanguage, figures, say};
use crate::render::in_words;
use crate::render::picture::axis::step;
use crate::render::picture::{canvas, circle, hint, path, round, shortened, text, toned};
use crate::report::{Line, Lines, Scale};

const WIDTH: f64 = 760.0;
/// Where the axes begin and end.
const LEFT: f64 = 58.0;
const RIGHT: f64 = 730.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 264.0;
/// The height of a line of the legend.
const ENTRY: f64 = 18.0;
/// At most so many steps of a count are marked on the axis.
const STEPS: f64 = 5.0;
/// At most so many dates are named under the axis.
const DATES: usize = 7;

pub(super) fn draw(plot: &Lines, language: DocumentLanguage) -> String {
    let axes = Axes::of(plot, language);
    let names = plot.lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>().join(", ");
    let description = match (axes.first, axes.last) {
        (Some(first), Some(last)) => {
            in_words(&say!("picture-period", lines = names, first = first, last = last), language)
        }
        _ => names,
    };
    let (legend, height) = legend(&plot.lines);
    let mut picture = canvas("lines", &plot.title, &description, WIDTH, height).add(axes.drawn());
    // What matters most lies on top.
    for line in plot.lines.iter().rev() {
        picture = picture.add(axes.line(line));
    }
    picture.add(legend).to_string()
}

/// How figures and dates become places.
struct Axes {
    scale: Scale,
    first: Option<Date>,
    last: Option<Date>,
    /// The dates that are named.
    named: Vec<Date>,
    /// The end of the scale, and how far its marks lie apart.
    end: f64,
    step: f64,
    language: DocumentLanguage,
}

impl Axes {
    fn of(plot: &Lines, language: DocumentLanguage) -> Self {
        let points = || plot.lines.iter().flat_map(|line| &line.points);
        let mut dates: Vec<Date> = points().map(|(date, _)| *date).collect();
        dates.sort_unstable();
        dates.dedup();
        let (end, step) = match plot.scale {
            Scale::Shares => (1.0, 0.25),
            Scale::Counts => {
                let most = points().map(|(_, figure)| *figure).fold(1.0, f64::max);
                let step = step(most, STEPS);
                (step * (most / step).ceil(), step)
            }
        };
        let mut axes = Self {
            scale: plot.scale,
            first: dates.first().copied(),
            last: dates.last().copied(),
            named: vec![],
            end,
            step,
            language,
        };
        let apart = (RIGHT - LEFT) / DATES as f64;
        for date in dates {
            let is_far = |named: &Date| axes.x(date) - axes.x(*named) >= apart;
            if axes.named.last().is_none_or(is_far) {
                axes.named.push(date);
            }
        }
        axes
    }

    fn x(&self, date: Date) -> f64 {
        let days = |from: Date, to: Date| f64::from((to - from).get_days());
        let (Some(first), Some(last)) = (self.first, self.last) else { return LEFT };
        // A single date is in the middle.
        if first == last { (LEFT + RIGHT) / 2.0 } else { LEFT + (RIGHT - LEFT) * days(first, date) / days(first, last) }
    }

    fn y(&self, figure: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * (figure / self.end).clamp(0.0, 1.0)
    }

    fn shown(&self, figure: f64) -> String {
        match self.scale {
            Scale::Shares => figures::share(self.language, figure),
            Scale::Counts => figures::number(self.language, figure, digits(figure)),
        }
    }

    fn drawn(&self) -> Group {
        let mut drawn = Group::new();
        let marks = (self.end / self.step).round() as u32;
        for mark in 0..=marks {
            let figure = f64::from(mark) * self.step;
            let label = match self.scale {
                Scale::Shares => figures::percentage(self.language, figure, 0),
                Scale::Counts => figures::number(self.language, figure, digits(figure)),
            };
            let y = self.y(figure);
            drawn = drawn.add(path("xw-rule", &format!("M {LEFT} {} H {RIGHT}", round(y)))).add(text(
                LEFT - 8.0,
                y + 4.0,
                "xw-small xw-faint xw-end",
                &label,
            ));
        }
        for date in &self.named {
            let x = self.x(*date);
            let line = format!("M {} {BOTTOM} v 5", round(x));
            let class = if x > RIGHT - 30.0 { "xw-small xw-faint xw-end" } else { "xw-small xw-faint xw-middle" };
            drawn = drawn.add(path("xw-rule", &line)).add(text(
                x,
                BOTTOM + 18.0,
                class,
                &figures::day(self.language, *date),
            ));
        }
        drawn
    }

    fn line(&self, line: &Line) -> Group {
        let dashes = if line.is_dashed { " xw-dashed" } else { "" };
        let places: Vec<(f64, f64)> =
            line.points.iter().map(|(date, figure)| (round(self.x(*date)), round(self.y(*figure)))).collect();
        let way: Vec<String> = places.iter().map(|(x, y)| format!("{x} {y}")).collect();
        let mut group = toned(line.tone).add(path(&format!("xw-line{dashes}"), &format!("M {}", way.join(" L "))));
        for ((x, y), (date, figure)) in places.into_iter().zip(&line.points) {
            let said = format!("{}, {}: {}", line.name, figures::day(self.language, *date), self.shown(*figure));
            group = group.add(circle("xw-area", x, y, 3.2).add(hint(&said)));
        }
        group
    }
}

/// How many digits a count has that need not be whole.
fn digits(figure: f64) -> usize {
    usize::from(figure.fract() != 0.0)
}

/// What the lines are, and how high the picture is with that.
fn legend(lines: &[Line]) -> (Group, f64) {
    let (mut x, mut y) = (LEFT, BOTTOM + 44.0);
    let mut legend = Group::new();
    for line in lines {
        let name = shortened(&line.name, 60);
        let (_, behind) = sample(&name, line.tone, line.is_dashed, x, y);
        if behind > RIGHT + 16.0 && x > LEFT {
            (x, y) = (LEFT, y + ENTRY);
        }
        let (entry, behind) = sample(&name, line.tone, line.is_dashed, x, y);
        legend = legend.add(entry);
        x = behind;
    }
    (legend, y + 14.0)
}
