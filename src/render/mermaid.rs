//! The graph of a document as a Mermaid flow chart, or its schedule as a Mermaid Gantt chart.

use std::io::{self, Write};

use jiff::civil::Date;

use super::{Format, Page, in_words, text_of};
use crate::diagnostic::counted;
use crate::language::{DocumentLanguage, say};
use crate::model::StepState;
use crate::report::{Deadline, Document, Graph, NodeKind, Schedule, Task, Tone, sanitized};

/// Mermaid.
#[derive(Debug, Clone, Copy)]
pub struct Mermaid;

impl Format for Mermaid {
    fn is_in_words(&self) -> bool {
        true
    }

    fn is_for_readers(&self) -> bool {
        true
    }

    fn missing_content(&self, document: &Document) -> Option<String> {
        let lack = match (document.graph(), document.schedule()) {
            (Some(_), _) => return None,
            (None, Some(Schedule { start: Some(_), .. })) => return None,
            (None, Some(Schedule { start: None, .. })) => {
                "this schedule has no start date\n\n  tip: add `date:` to the assessment, or --start DATE"
            }
            (None, None) => {
                "this answer contains neither a graph nor a schedule\n\n  tip: `xwalk graph` gives a graph, `xwalk plan` a schedule"
            }
        };
        Some(lack.to_owned())
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        let mut lines = text_of(held).unwrap_or_default().lines();
        match [lines.next(), lines.next(), lines.next(), lines.next()] {
            [Some("---"), Some(title), Some("---"), Some("flowchart LR")] => title.starts_with("title: "),
            [Some("gantt"), Some(title), ..] => title.starts_with("  title "),
            _ => false,
        }
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let language = page.presentation.language;
        match (document.graph(), document.schedule()) {
            (Some(graph), _) => write_flow(graph, language, out),
            (None, Some(schedule)) => {
                schedule.start.map_or(Ok(()), |start| write_gantt(schedule, start, language, out))
            }
            (None, None) => Ok(()),
        }
    }
}

/// Tones that a node may have, each with the name of its class and its style.
const CLASSES: [(Tone, &str, &str); 5] = [
    (Tone::Good, "good", "fill:#e3f3e4,stroke:#2e7d32,color:#1f2328"),
    (Tone::Middling, "middling", "fill:#fdf0d9,stroke:#b26a00,color:#1f2328"),
    (Tone::Unsure, "unsure", "fill:#ececfb,stroke:#5b5bd6,color:#1f2328,stroke-dasharray:2 3"),
    (Tone::Bad, "bad", "fill:#fbe4e4,stroke:#c62828,color:#1f2328"),
    (Tone::Quiet, "quiet", "fill:#f3f4f6,stroke:#8c959f,color:#57606a"),
];

fn write_flow(graph: &Graph, language: DocumentLanguage, out: &mut dyn Write) -> io::Result<()> {
    // A title is in front matter, which is YAML; a JSON string is also a YAML string.
    let title = sanitized(&in_words(&say!("picture-lines", title = &graph.title), language));
    writeln!(out, "---\ntitle: {}\n---\nflowchart LR", serde_json::to_string(&title)?)?;
    for (number, group) in graph.groups.iter().enumerate() {
        writeln!(out, "  subgraph g{number}[\"{}\"]", escaped(group))?;
        for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.group == Some(number)) {
            writeln!(out, "    n{at}[\"{}\"]", escaped(&format!("{} {}", node.label, node.title)))?;
        }
        writeln!(out, "  end")?;
    }
    for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.group.is_none()) {
        writeln!(out, "  n{at}((\"{}\"))", escaped(&node.label))?;
    }
    for tie in &graph.edges {
        let leads_on = graph.nodes[tie.to].kind == NodeKind::Clause;
        let line = match (tie.tone, leads_on) {
            (Tone::Good, true) => "-->",
            (Tone::Good, false) => "---",
            // There is no fainter line than this one, so what claims nothing has its word on it.
            (Tone::Quiet, true) => &format!("-. {} .->", escaped(&tie.label)),
            (Tone::Plain | Tone::Middling | Tone::Unsure | Tone::Bad, true) => "-.->",
            (Tone::Plain | Tone::Middling | Tone::Unsure | Tone::Bad | Tone::Quiet, false) => "-.-",
        };
        writeln!(out, "  n{} {line} n{}", tie.from, tie.to)?;
    }
    for (tone, class, look) in CLASSES {
        let nodes = graph.nodes.iter().enumerate().filter(|(_, node)| node.tone == tone);
        let nodes: Vec<String> = nodes.map(|(at, _)| format!("n{at}")).collect();
        if !nodes.is_empty() {
            writeln!(out, "  classDef {class} {look}\n  class {} {class}", nodes.join(","))?;
        }
    }
    Ok(())
}

fn write_gantt(schedule: &Schedule, start: Date, language: DocumentLanguage, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "gantt\n  title {}", entitled(&schedule.title))?;
    match schedule.tasks.iter().filter(|task| task.effort.is_none() && !task.is_empty_step).count() {
        0 => {}
        some => {
            let tasks = counted(
                some,
                "task is not estimated and is shown as a milestone",
                "tasks are not estimated and are shown as milestones",
            );
            writeln!(out, "  %% {tasks}")?;
        }
    }
    let days_off: String = schedule.calendar.days_off().map(|day| format!(", {day}")).collect();
    writeln!(out, "  dateFormat YYYY-MM-DD\n  excludes weekends{days_off}")?;
    let mut section = None;
    for (at, task) in schedule.tasks.iter().enumerate() {
        if section != Some(&task.section) {
            writeln!(out, "  section {}", entitled(&task.section))?;
            section = Some(&task.section);
        }
        writeln!(out, "  {}", bar(at, task, schedule, start, language))?;
    }
    if !schedule.deadlines.is_empty() {
        writeln!(out, "  section {}", entitled(&in_words(&say!("picture-due-dates"), language)))?;
    }
    let milestone = |(at, deadline): (usize, &Deadline)| {
        writeln!(out, "  {} :milestone, d{at}, {}, 0d", entitled(&deadline.title), deadline.day)
    };
    schedule.deadlines.iter().enumerate().try_for_each(milestone)
}

fn bar(at: usize, task: &Task, schedule: &Schedule, start: Date, language: DocumentLanguage) -> String {
    let critical = if task.is_critical { "crit, " } else { "" };
    let state = match task.state {
        Some(StepState::Done) => "done, ",
        Some(StepState::UnderWay) => "active, ",
        Some(StepState::Open) | None => "",
    };
    let milestone = if task.effort.is_none() { "milestone, " } else { "" };
    // What continues after the last date is not a plan.
    let begin = schedule.calendar.day_after(start, task.begin).unwrap_or(Date::MAX);
    // Whole days, because there is no part of a day between weekends.
    let days = match task.effort {
        Some(_) => (task.end.0.div_ceil(100)).saturating_sub(task.begin.0 / 100).max(1),
        None => 0,
    };
    let late = if task.is_late { format!(" ({})", in_words(&say!("picture-late"), language)) } else { String::new() };
    format!("{}{late} :{critical}{state}{milestone}t{at}, {begin}, {days}d", entitled(&task.title))
}

/// Text between quotation marks, taken for nothing but text, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in sanitized(text.trim()).chars() {
        match c {
            '\n' => escaped.push(' '),
            '"' => escaped.push_str("#quot;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '&' => escaped.push_str("#amp;"),
            '#' | '`' | '\\' | '*' | '_' | '~' | ';' | '%' => escaped.push_str(&format!("#{};", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Text of a Gantt chart: nothing there is in quotation marks, so colons and beginnings that it interprets as its own
/// need care.
fn entitled(text: &str) -> String {
    let text = escaped(text).replace(':', "#58;");
    let is_word = |word: &&str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let is_day = text.len() > 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit()) && text[4..].starts_with('-');
    match text.chars().next() {
        Some(first) if is_day || WORDS.iter().any(is_word) => {
            format!("#{};{}", u32::from(first), &text[first.len_utf8()..])
        }
        Some(_) => text,
        None => "#160;".to_owned(),
    }
}

/// Words that begin a line that is not a task in a Gantt chart.
const WORDS: [&str; 17] = [
    "acc",
    "axisformat",
    "call",
    "click",
    "dateformat",
    "excludes",
    "gantt",
    "href",
    "includes",
    "inclusiveenddates",
    "section",
    "tickinterval",
    "title",
    "todaymarker",
    "topaxis",
    "weekday",
    "weekend",
];
