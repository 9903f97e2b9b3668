//! A document for a terminal: sentences and tables that fit its width by wrapping words.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::diagnostics::write_wrapped_diagnostics;
use super::sparkline::sparklines;
use super::{Format, Medium, Page, in_words, names_version_behind, text_of};
use crate::diagnostic::{Diagnostic, Rule, Severity, counted};
use crate::language::{figures, say};
use crate::lines::{GAP, TITLE, filled, wrapped, write_table};
use crate::report::{BasisFile, Chart, Document, Entry, Lines, Part, Plot, Tone, Tree, sanitized, without_commands};

/// Tables and trees with colours.
#[derive(Debug, Clone, Copy)]
pub struct Terminal;

const QUIET: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::BrightBlack)));

impl Format for Terminal {
    fn is_in_words(&self) -> bool {
        true
    }

    fn medium(&self) -> Medium {
        Medium::Colours
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        // The last lines of every answer say what made it.
        text_of(held).is_some_and(|text| names_version_behind(text, "\n"))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut text = Vec::new();
        lay_out(document, page, &mut text)?;
        out.write_all(without_commands(&String::from_utf8_lossy(&text)).as_bytes())
    }
}

fn lay_out(document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{TITLE}{}{TITLE:#}", wrapped(&document.title, page.width, ""))?;
    for line in &document.lead {
        writeln!(out, "{}", wrapped(line, page.width, "  "))?;
    }
    for part in &document.parts {
        match part {
            Part::Table(table) if table.audience.has_people() => {
                write_table(table, page.width, page.presentation.language, out)?
            }
            Part::Table(_) => {}
            Part::Tree(tree) => {
                writeln!(out, "\n{TITLE}{}{TITLE:#}", wrapped(&tree.line, page.width, ""))?;
                write_branches(&tree.children, "", page.width, out)?;
            }
            Part::Section(title) => {
                let title = wrapped(title, page.width, "");
                let line = "━".repeat(title.lines().map(UnicodeWidthStr::width).max().unwrap_or(0));
                writeln!(out, "\n{TITLE}{title}\n{line}{TITLE:#}")?;
            }
            Part::Entry(entry) => {
                writeln!(out)?;
                write_entry(entry, 0, page, out)?;
            }
            Part::Chart(chart) => write_chart(chart, page.width, out)?,
            // A picture is for formats that can draw it; what it shows is in tables.
            Part::Plot(Plot::Lines(lines)) => write_sparklines(lines, page.width, out)?,
            Part::Graph(_) | Part::Schedule(_) | Part::Plot(Plot::Radar(_)) => {}
        }
    }
    // If findings are all that was requested, none of them is an aside.
    let is_aside = |finding: &Diagnostic| document.command != "check" && is_aside(finding);
    let (notes, loud): (Vec<_>, Vec<_>) = document.findings.iter().cloned().partition(is_aside);
    if !loud.is_empty() {
        let title = in_words(&say!("page-findings"), page.presentation.language);
        writeln!(out, "\n{TITLE}{title}{TITLE:#}")?;
        write_wrapped_diagnostics(&loud, page, out)?;
    }
    if !notes.is_empty() {
        writeln!(out, "\n{}", wrapped(&notes_in_words(notes.iter().map(|note| note.count).sum()), page.width, "  "))?;
    }
    write_basis(document, page.width, out)
}

/// Whether a finding says no more than that a statement differs from what others imply, without contradicting it.
fn is_aside(finding: &Diagnostic) -> bool {
    let is_of_inference = matches!(finding.rule, Rule::StatedBelowPresumed | Rule::StatedAboveInferred);
    is_of_inference && finding.severity() == Severity::Note
}

fn notes_in_words(count: usize) -> String {
    let statements = counted(count, "statement differs", "statements differ");
    format!(
        "{statements} from what the other statements imply without contradicting it; --format json lists them under findings."
    )
}

/// What the answer depends on, in a few quiet lines; digests are for the other formats.
fn write_basis(document: &Document, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let name = |support: &BasisFile| {
        let version = support.version.map(|version| format!(" v{version}")).unwrap_or_default();
        let confidence = support.confidence.map(|confidence| confidence.to_string());
        let provenance = support.provenance.map(|provenance| provenance.to_string());
        let sure: Vec<String> = confidence.into_iter().chain(provenance).collect();
        let sure = if sure.is_empty() { String::new() } else { format!(" ({})", sure.join(", ")) };
        format!("{}{version}{sure}", support.id)
    };
    let settings =
        document.basis.settings.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", ");
    let mut text = format!("xwalk {}", env!("CARGO_PKG_VERSION"));
    if !settings.is_empty() {
        text = format!("{text}; {settings}");
    }
    let supports: Vec<String> = document.basis.editions.iter().chain(&document.basis.tables).map(name).collect();
    if !supports.is_empty() {
        text = format!("{text}; based on {}", supports.join(", "));
    }
    writeln!(out, "\n{QUIET}{}{QUIET:#}", wrapped(&text, width, "  "))
}

fn write_branches(branches: &[Tree], indent: &str, width: usize, out: &mut dyn Write) -> io::Result<()> {
    for (number, branch) in branches.iter().enumerate() {
        let is_last = number + 1 == branches.len();
        let (bough, rest) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let below = if branch.children.is_empty() { "   " } else { "│  " };
        let first = format!("{indent}{bough}");
        let next = format!("{indent}{rest}{below}");
        writeln!(out, "{}", filled(&branch.line, &first, &next, width.max(40)))?;
        write_branches(&branch.children, &format!("{indent}{rest}"), width, out)?;
    }
    Ok(())
}

/// The style of a word in running text.
fn style(tone: Tone) -> Style {
    let color = match tone {
        Tone::Plain => return Style::new(),
        Tone::Good => AnsiColor::Green,
        Tone::Middling => AnsiColor::Yellow,
        Tone::Unsure => AnsiColor::Cyan,
        Tone::Bad => AnsiColor::Red,
        Tone::Quiet => AnsiColor::BrightBlack,
    };
    Style::new().fg_color(Some(color.into()))
}

/// An entry: its heading with its mark, what is said about it, and what belongs to it further in.
fn write_entry(entry: &Entry, depth: usize, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (width, language) = (page.width, page.presentation.language);
    let indent = "  ".repeat(depth);
    let check = match entry.is_done {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let mark = entry.mark.as_ref().map(|(word, tone)| (format!("({word})"), style(*tone)));
    let words = mark.as_ref().map(|(word, _)| format!(" {word}")).unwrap_or_default();
    let title = indented(&format!("{check}{}{words}", entry.title), &indent, &format!("{indent}  "), width);
    let bold = if depth == 0 { TITLE } else { Style::new() };
    match mark.as_ref().and_then(|(word, style)| Some((title.strip_suffix(word.as_str())?, word, style))) {
        Some((title, word, style)) => writeln!(out, "{bold}{title}{bold:#}{style}{word}{style:#}")?,
        None => writeln!(out, "{bold}{title}{bold:#}")?,
    }
    let indent = format!("{indent}  ");
    for (name, cell) in &entry.values {
        let value = cell.shown(language);
        let text = match name.is_empty() {
            true => value,
            false => format!("{name}{} {value}", figures::colon(language)),
        };
        writeln!(out, "{}", indented(&text, &indent, &format!("{indent}  "), width))?;
    }
    entry.children.iter().try_for_each(|entry| write_entry(entry, depth + 1, page, out))
}

fn indented(text: &str, first: &str, next: &str, width: usize) -> String {
    filled(text, first, next, width.max(40))
}

/// Bars of blocks, each segment with a block of its own so they can be distinguished without colours.
fn write_chart(chart: &Chart, width: usize, out: &mut dyn Write) -> io::Result<()> {
    const BLOCKS: [&str; 5] = ["█", "▓", "▒", "░", "·"];
    const BAR: usize = 30;
    writeln!(out, "\n{TITLE}{}{TITLE:#}", wrapped(&chart.title, width, ""))?;
    let label = |text: &str| sanitized(text).replace('\n', " ");
    let widest = chart.bars.iter().map(|bar| label(&bar.label).width()).max().unwrap_or(0);
    let least = chart.bars.iter().map(|bar| bar.value.width()).max().unwrap_or(0);
    let room = width.saturating_sub(BAR + least + 2 * GAP).max(8);
    for bar in &chart.bars {
        let text = label(&bar.label);
        let lines = textwrap::wrap(&text, widest.min(room));
        for (number, line) in lines.iter().enumerate() {
            let pad = " ".repeat(widest.min(room).saturating_sub(line.width()) + GAP);
            if number > 0 {
                writeln!(out, "{line}")?;
                continue;
            }
            write!(out, "{line}{pad}")?;
            for ((segment, block), cells) in bar.segments.iter().zip(BLOCKS.iter().cycle()).zip(cells(bar, BAR)) {
                let style = style(segment.tone);
                write!(out, "{style}{}{style:#}", block.repeat(cells))?;
            }
            writeln!(out, "  {}", bar.value)?;
        }
    }
    let legend = chart.bars.first().map(|bar| {
        let parts = bar.segments.iter().zip(BLOCKS.iter().cycle());
        parts.map(|(segment, block)| format!("{block} {}", segment.name)).collect::<Vec<_>>().join("   ")
    });
    writeln!(out, "{}", legend.unwrap_or_else(|| "(none)".to_owned()))
}

/// Figures over time, each a line of blocks between its name and its first and last figure.
fn write_sparklines(lines: &Lines, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let sparklines = sparklines(lines);
    if sparklines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{TITLE}{}{TITLE:#}", wrapped(&lines.title, width, ""))?;
    let widest = sparklines.iter().map(|line| line.name.width()).max().unwrap_or(0);
    for line in &sparklines {
        let pad = " ".repeat(widest - line.name.width() + GAP);
        let style = style(line.tone);
        writeln!(out, "{}{pad}{style}{}{style:#}  {}", sanitized(line.name), line.blocks, line.ends)?;
    }
    Ok(())
}

/// How many of a bar's cells each segment takes: by its share, so that they add up and nothing that is there vanishes.
fn cells(bar: &crate::report::Bar, width: usize) -> Vec<usize> {
    let total = bar.total();
    if total == 0 {
        return vec![0; bar.segments.len()];
    }
    let mut cells: Vec<usize> = bar
        .segments
        .iter()
        .map(|segment| (segment.count * width / total).max(usize::from(segment.count > 0)))
        .collect();
    let mut sum: usize = cells.iter().sum();
    while sum != width {
        // The segment whose cells are furthest from its share gives or takes one.
        let off = |at: &usize| {
            let exact = bar.segments[*at].count as f64 * width as f64 / total as f64;
            exact - cells[*at] as f64
        };
        let found = (0..cells.len())
            .filter(|at| if sum > width { cells[*at] > 1 } else { bar.segments[*at].count > 0 })
            .max_by(|left, right| {
                let order = off(left).total_cmp(&off(right));
                if sum > width { order.reverse() } else { order }.then(right.cmp(left))
            });
        let Some(at) = found else { break };
        if sum > width {
            cells[at] -= 1;
            sum -= 1;
        } else {
            cells[at] += 1;
            sum += 1;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::{cells, filled};
    use crate::language::Phrase;
    use crate::report::{Bar, Segment, Tone};

    #[test]
    fn the_cells_of_a_bar_add_up_and_nothing_that_is_there_vanishes() {
        let bar = |counts: &[usize]| Bar {
            label: Phrase::default(),
            value: Phrase::default(),
            segments: counts
                .iter()
                .map(|count| Segment { name: "n".into(), count: *count, tone: Tone::Plain })
                .collect(),
        };
        assert_eq!(cells(&bar(&[1, 1, 2]), 8), [2, 2, 4]);
        assert_eq!(cells(&bar(&[1, 0, 99]), 10), [1, 0, 9]);
        assert_eq!(cells(&bar(&[0, 0]), 10), [0, 0]);
        assert_eq!(cells(&bar(&[1, 1, 1]), 10).iter().sum::<usize>(), 10);
    }

    #[test]
    fn only_a_word_that_is_wider_than_a_line_is_broken_and_every_line_fits() {
        let text = format!("rests on {}-{}, and more", "a".repeat(12), "b".repeat(12));
        assert_eq!(filled(&text, "", "  ", 20), "rests on\n  aaaaaaaaaaaa-\n  bbbbbbbbbbbb, and\n  more");
    }
}
