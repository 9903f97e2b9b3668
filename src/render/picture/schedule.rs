//! The picture of a schedule: a line a task, and its bar in time.

use jiff::civil::Date;
use svg::node::element::Group;

use super::axis::step;
use super::{canvas, hint, path, rectangle, round, shortened, text, toned};
use crate::language::{DocumentLanguage, Phrase, figures, say};
use crate::model::{Calendar, StepState, WorkingDays};
use crate::render::in_words;
use crate::report::{Deadline, Schedule, Task, Tone};

/// The height of a line.
const LINE: f64 = 24.0;
/// Where bars begin, and over what width they run.
const LEFT: f64 = 430.0;
const SPAN: f64 = 560.0;
/// The whole width, with space for what is after bars.
const WIDTH: f64 = 1100.0;
/// Where the first line begins.
const TOP: f64 = 52.0;
const EDGE: f64 = 16.0;
/// At most so many steps are marked on the axis.
const STEPS: f64 = 8.0;

/// Draws a schedule as a whole `<svg>` element.
pub(crate) fn draw(schedule: &Schedule, language: DocumentLanguage) -> String {
    let axis = Axis::of(schedule, language);
    let due_dates = in_words(&say!("picture-due-dates"), language);
    let lines = lines(schedule, &due_dates);
    let bottom = TOP + LINE * lines.len() as f64;
    let length = schedule.tasks.iter().map(|task| task.end).max().unwrap_or_default();
    let description = say!(
        "picture-schedule",
        tasks = schedule.tasks.len(),
        days = decimal(length.days()),
        deadlines = schedule.deadlines.len(),
    );
    let description = in_words(&description, language);
    let mut picture = canvas("schedule", &schedule.title, &description, WIDTH, bottom + 44.0);
    let is_section = |at: &usize| matches!(lines.get(*at), Some(Line::Section(_)) | None);
    let sections: Vec<usize> = (0..=lines.len()).filter(is_section).collect();
    // Every other section is on a band.
    for section in sections.windows(2).step_by(2) {
        let (top, height) = (TOP + LINE * section[0] as f64, LINE * (section[1] - section[0]) as f64);
        picture = picture.add(rectangle("xw-band", EDGE, top, WIDTH - 2.0 * EDGE, height));
    }
    picture = picture.add(axis.drawn(bottom));
    let row = |task: usize| lines.iter().position(|line| matches!(line, Line::Task(known) if *known == task));
    for (at, line) in lines.iter().enumerate() {
        let y = y(at);
        picture = match line {
            Line::Section(title) => picture.add(text(EDGE + 8.0, y + 4.0, "xw-strong", &shortened(title, 120))),
            Line::Task(task) => {
                let task = &schedule.tasks[*task];
                let waits = task.after.iter().filter_map(|before| Some((&schedule.tasks[*before], row(*before)?)));
                let waits = waits.map(|(before, row)| axis.wait(before, self::y(row), task, y));
                waits.fold(picture, |picture, wait| picture.add(wait)).add(axis.task(task, y))
            }
            Line::Deadline(deadline) => picture.add(axis.deadline(deadline, y)),
        };
    }
    picture.add(legend(schedule, language, bottom + 26.0)).to_string()
}

/// The content of a line.
enum Line<'s> {
    Section(&'s str),
    Task(usize),
    Deadline(&'s Deadline),
}

fn lines<'s>(schedule: &'s Schedule, due_dates: &'s str) -> Vec<Line<'s>> {
    let mut lines = Vec::new();
    let mut section = None;
    for (at, task) in schedule.tasks.iter().enumerate() {
        if section != Some(&task.section) {
            lines.push(Line::Section(&task.section));
            section = Some(&task.section);
        }
        lines.push(Line::Task(at));
    }
    if !schedule.deadlines.is_empty() {
        lines.push(Line::Section(due_dates));
        lines.extend(schedule.deadlines.iter().map(Line::Deadline));
    }
    lines
}

/// The middle of a line.
fn y(line: usize) -> f64 {
    TOP + LINE * (line as f64 + 0.5)
}

/// How working days become places.
struct Axis<'s> {
    calendar: &'s Calendar,
    start: Option<Date>,
    /// How many working days it spans.
    days: f64,
    language: DocumentLanguage,
}

impl<'s> Axis<'s> {
    /// As long as the work, and up to twice as long where something is due later.
    fn of(schedule: &'s Schedule, language: DocumentLanguage) -> Self {
        let work = schedule.tasks.iter().map(|task| task.end.days()).fold(1.0, f64::max);
        let due = schedule.start.into_iter().flat_map(|start| {
            schedule.deadlines.iter().map(move |deadline| f64::from(schedule.calendar.days_until(start, deadline.day)))
        });
        let days = due.fold(work, f64::max).min(2.0 * work);
        Self { calendar: &schedule.calendar, start: schedule.start, days, language }
    }

    fn x(&self, days: f64) -> f64 {
        LEFT + SPAN * (days / self.days).clamp(0.0, 1.0)
    }

    fn drawn(&self, bottom: f64) -> Group {
        let step = step(self.days, STEPS) as u32;
        let mut axis = Group::new();
        let mut day: u32 = 0;
        while f64::from(day) <= self.days {
            let x = self.x(f64::from(day));
            let label = match self.start {
                Some(start) => {
                    let day = self.calendar.day_after(start, WorkingDays::whole(u64::from(day)));
                    day.map_or_else(String::new, |day| figures::day(self.language, day))
                }
                None => in_words(&say!("picture-day", day = day), self.language),
            };
            axis = axis.add(path("xw-rule", &format!("M {} {} V {}", round(x), TOP - 6.0, round(bottom)))).add(text(
                x,
                TOP - 12.0,
                "xw-small xw-faint xw-middle",
                &label,
            ));
            day = day.saturating_add(step);
        }
        axis
    }

    /// From the end of a task down to where one that waits for it begins.
    fn wait(&self, before: &Task, from: f64, task: &Task, to: f64) -> Group {
        let line = format!(
            "M {} {} V {} H {}",
            round(self.x(before.end.days())),
            round(from),
            round(to),
            round(self.x(task.begin.days()))
        );
        Group::new().add(path("xw-rule", &line))
    }

    fn task(&self, task: &Task, y: f64) -> Group {
        let (weight, tone, height) = match (task.is_critical, task.state) {
            (true, Some(StepState::Done)) => ("xw-strong", Tone::Good, 14.0),
            (true, _) => ("xw-strong", Tone::Bad, 14.0),
            (false, Some(StepState::Done)) => ("", Tone::Good, 9.0),
            (false, _) => ("", Tone::Plain, 9.0),
        };
        let state = match task.state {
            Some(StepState::Done) => Some(say!("picture-done")),
            Some(StepState::UnderWay) => Some(say!("picture-under-way")),
            Some(StepState::Open) | None => None,
        };
        let from = self.x(task.begin.days());
        let owner = task.owner.as_ref().map(Phrase::from);
        let (shape, until, work) = match task.effort {
            Some(effort) => {
                let until = self.x(task.end.days()).max(from + 3.0);
                let bar = toned(tone).add(rectangle("xw-area", from, y - height / 2.0, until - from, height));
                (bar, until, say!("picture-days", effort = effort))
            }
            None if task.is_empty_step => (diamond(tone, "xw-line", from, y), from + 6.0, say!("picture-no-open-task")),
            None => (diamond(tone, "xw-line", from, y), from + 6.0, say!("picture-not-estimated")),
        };
        let owner = owner.filter(|_| !task.is_empty_step || task.effort.is_some());
        let late = task.is_late.then(|| say!("picture-late"));
        let work = Phrase::joined(std::iter::once(work).chain(owner).chain(state).chain(late), ", ");
        let critical = task.is_critical.then(|| say!("picture-critical"));
        let said = Phrase::joined(std::iter::once(work.clone()).chain(critical), ", ");
        let (work, said) = (in_words(&work, self.language), in_words(&said, self.language));
        Group::new()
            .add(hint(&format!("{}{} {said}", task.title, figures::colon(self.language))))
            .add(text(EDGE + 20.0, y + 4.0, weight, &shortened(&task.title, 52)))
            .add(shape)
            .add(text(until + 6.0, y + 4.0, "xw-small xw-faint", &work))
    }

    fn deadline(&self, deadline: &Deadline, y: f64) -> Group {
        let at = self.start.map(|start| self.x(f64::from(self.calendar.days_until(start, deadline.day))));
        let owner = deadline.owner.as_ref().map(|owner| format!(", {owner}")).unwrap_or_default();
        let late = if deadline.is_missed {
            format!(", {}", in_words(&say!("picture-late"), self.language))
        } else {
            String::new()
        };
        let tone = if deadline.is_missed { Tone::Bad } else { Tone::Middling };
        let said = format!("{}{owner}{late}", figures::day(self.language, deadline.day));
        let line = Group::new()
            .add(hint(&format!("{}{} {said}", deadline.title, figures::colon(self.language))))
            .add(text(EDGE + 20.0, y + 4.0, "", &shortened(&deadline.title, 52)));
        // What is due late stands before its mark, so that it stays in the picture.
        match at {
            Some(at) if at > LEFT + SPAN / 2.0 => line.add(diamond(tone, "xw-area", at, y)).add(text(
                at - 10.0,
                y + 4.0,
                "xw-small xw-faint xw-end",
                &shortened(&said, 60),
            )),
            Some(at) => line.add(diamond(tone, "xw-area", at, y)).add(text(
                at + 10.0,
                y + 4.0,
                "xw-small xw-faint",
                &shortened(&said, 60),
            )),
            None => line.add(text(LEFT, y + 4.0, "xw-small xw-faint", &shortened(&said, 100))),
        }
    }
}

fn diamond(tone: Tone, class: &str, x: f64, y: f64) -> Group {
    toned(tone).add(path(class, &format!("M {} {} l 5.5 5.5 l -5.5 5.5 l -5.5 -5.5 z", round(x), round(y - 5.5))))
}

fn is_done(task: &Task) -> bool {
    task.state == Some(StepState::Done)
}

/// A number of days with as many digits as it has.
fn decimal(days: f64) -> Phrase {
    let digits = days.to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
    Phrase::number(days, digits)
}

/// What bars and marks mean, as far as they are there.
fn legend(schedule: &Schedule, language: DocumentLanguage, y: f64) -> Group {
    let has = |is_meant: fn(&Task) -> bool| schedule.tasks.iter().any(is_meant);
    let mut x = EDGE + 20.0;
    let mut legend = Group::new();
    let bar = |tone, x, height| toned(tone).add(rectangle("xw-area", x, y - 4.0 - height / 2.0, 22.0, height));
    let entries = [
        (has(is_done), bar(Tone::Good, x, 9.0), say!("picture-done")),
        (has(|task| task.is_critical && !is_done(task)), bar(Tone::Bad, x, 14.0), say!("picture-legend-critical")),
        (
            has(|task| !task.is_critical && !is_done(task) && task.effort.is_some()),
            bar(Tone::Plain, x, 9.0),
            say!("picture-legend-other"),
        ),
        (
            has(|task| task.effort.is_none()),
            diamond(Tone::Plain, "xw-line", x + 11.0, y - 4.0),
            say!("picture-legend-unknown"),
        ),
    ];
    for (is_there, sample, label) in entries {
        if is_there {
            let label = in_words(&label, language);
            let sample = sample.set("transform", format!("translate({} 0)", round(x - EDGE - 20.0)));
            legend = legend.add(sample).add(text(x + 30.0, y, "xw-small", &label));
            x += 50.0 + 5.6 * label.chars().count() as f64;
        }
    }
    legend
}
