//! A document for a terminal: sentences and tables that fit its width by wrapping words.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use comfy_table::{
    CellAlignment, Color, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width,
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::diagnostics::write_wrapped_diagnostics;
use super::sparkline::sparklines;
use super::{Format, Medium, Page, in_words, is_number, names_version_behind, shown, text_of, tone};
use crate::diagnostic::{Diagnostic, Rule, Severity, counted};
use crate::language::{DocumentLanguage, figures, say};
use crate::report::{
    BasisFile, Cell, Chart, Document, Entry, Lines, Part, Plot, Table, Tone, Tree, sanitized, without_commands,
};

/// Tables and trees with colours.
#[derive(Debug, Clone, Copy)]
pub struct Terminal;

const TITLE: Style = Style::new().bold();
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
            Part::Table(table) if table.audience.has_people() => write_table(table, page, out)?,
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

fn wrapped(text: &str, width: usize, indent: &str) -> String {
    filled(text, "", indent, width.max(20))
}

/// One paragraph in lines of a width, the first after one indentation and the others after another. Only a word that is
/// wider than a line is broken.
fn filled(text: &str, first: &str, next: &str, width: usize) -> String {
    let options = textwrap::Options::new(width).initial_indent(first).subsequent_indent(next).break_words(false);
    let options = options
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let room = width.saturating_sub(first.width().max(next.width())).max(8);
    let text = broken(&sanitized(text).replace('\n', " "), room);
    let mut lines = text.split('\n');
    let head = textwrap::fill(lines.next().unwrap_or(""), &options);
    // What follows a piece of a word is not a first line.
    let options = options.initial_indent(next);
    lines.fold(head, |text, line| text + "\n" + &textwrap::fill(line, &options))
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

const GAP: usize = 2;

/// A table, in several pieces with the first columns repeated where it is too wide even with every word on a line of its own.
fn write_table(table: &Table, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (width, language) = (page.width, page.presentation.language);
    writeln!(out, "\n{TITLE}{}{TITLE:#}", wrapped(&table.title, width, ""))?;
    let columns: Vec<usize> =
        (0..table.headings.len()).filter(|at| table.headings[*at].audience.has_people()).collect();
    if table.rows.is_empty() {
        return writeln!(out, "({})", in_words(&say!("page-none"), language));
    }
    let least: Vec<usize> = columns.iter().map(|at| least_width(table, *at, language)).collect();
    let mut tight = least.clone();
    narrow(&mut tight, width);
    for piece in pieces(&tight, width) {
        let columns: Vec<usize> = piece.iter().map(|at| columns[*at]).collect();
        let mut least: Vec<usize> = piece.iter().map(|at| least[*at]).collect();
        squeeze(&mut least, width);
        let whole: Vec<usize> = columns.iter().map(|at| whole_width(table, *at, language)).collect();
        write_piece(table, &columns, &widths(&least, &whole, width), language, out)?;
    }
    Ok(())
}

/// The width of a column's longest word; of a column that is cut, that of a few words.
fn least_width(table: &Table, at: usize, language: DocumentLanguage) -> usize {
    const FEW_WORDS: usize = TOO_NARROW;
    let words = |text: &str| text.split([' ', '\n']).map(UnicodeWidthStr::width).max().unwrap_or(0);
    let cells = table.rows.iter().map(|row| match &row[at] {
        // A number stays in one piece.
        cell if is_number(cell) => shown(cell, language).width(),
        cell => words(&shown(cell, language)),
    });
    let least = cells.max().unwrap_or(0).max(words(&table.headings[at].label));
    if is_cut(table, at) { least.min(FEW_WORDS) } else { least }
}

fn is_cut(table: &Table, at: usize) -> bool {
    table.cut.is_some_and(|key| table.headings[at].key == key)
}

/// The beginning of a text that fits a line of a column; two lines of one that is narrow and still takes several words.
fn cut(text: &str, width: usize) -> String {
    const NARROW: std::ops::Range<usize> = 20..40;
    let rows = if NARROW.contains(&width) { 2 } else { 1 };
    let lines = textwrap::wrap(text, width);
    if lines.len() <= rows {
        return text.to_owned();
    }
    let (whole, rest) = lines.split_at(rows - 1);
    let mut last = String::new();
    for c in rest.join(" ").chars() {
        last.push(c);
        if last.width() >= width {
            last.pop();
            break;
        }
    }
    let last = format!("{}…", last.trim_end());
    whole.iter().map(|line| line.as_ref()).chain([last.as_str()]).collect::<Vec<_>>().join("\n")
}

/// The width of a column's longest line.
fn whole_width(table: &Table, at: usize, language: DocumentLanguage) -> usize {
    let lines = |text: &str| text.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0);
    table
        .rows
        .iter()
        .map(|row| lines(&shown(&row[at], language)))
        .max()
        .unwrap_or(0)
        .max(lines(&table.headings[at].label))
}

/// How wide each column is: no word is broken, and what is left is shared among those that would take more.
fn widths(least: &[usize], whole: &[usize], width: usize) -> Vec<usize> {
    let mut widths = least.to_vec();
    let gaps = GAP * least.len().saturating_sub(1);
    let mut left = width.saturating_sub(least.iter().sum::<usize>() + gaps);
    loop {
        let wanting: Vec<usize> = (0..widths.len()).filter(|at| widths[*at] < whole[*at]).collect();
        let share = left.checked_div(wanting.len()).unwrap_or(0);
        if share == 0 {
            // The rest goes to the first that takes it.
            if let Some(at) = wanting.first() {
                widths[*at] += left.min(whole[*at] - widths[*at]);
            }
            return widths;
        }
        for at in wanting {
            let more = share.min(whole[at] - widths[at]);
            widths[at] += more;
            left -= more;
        }
    }
}

/// Which columns are next to each other: all of them if they fit, else as many as do, after the first ones.
fn pieces(least: &[usize], width: usize) -> Vec<Vec<usize>> {
    const REPEATED: usize = 3;
    let needs = |columns: &[usize]| columns.iter().map(|at| least[*at] + GAP).sum::<usize>().saturating_sub(GAP);
    let all: Vec<usize> = (0..least.len()).collect();
    if needs(&all) <= width || least.len() <= REPEATED + 2 {
        return vec![all];
    }
    let head: Vec<usize> = all[..REPEATED].to_vec();
    let mut pieces = vec![head.clone()];
    for at in REPEATED..least.len() {
        let Some(piece) = pieces.last_mut() else { continue };
        let wider: Vec<usize> = piece.iter().copied().chain(std::iter::once(at)).collect();
        if needs(&wider) <= width || piece.len() == REPEATED {
            *piece = wider;
        } else {
            pieces.push(head.iter().copied().chain(std::iter::once(at)).collect());
        }
    }
    pieces
}

/// Makes room where even single words are too wide together: the widest column breaks its words. Where that is not
/// enough nothing is narrower, and the table is in pieces.
fn narrow(least: &mut [usize], width: usize) {
    let excess = excess(least, width);
    if let Some(widest) = least.iter_mut().max()
        && *widest >= excess + TOO_NARROW
    {
        *widest -= excess;
    }
}

/// Makes room in a piece, which cannot be taken apart any further: the wide columns become equally narrow.
fn squeeze(least: &mut [usize], width: usize) {
    narrow(least, width);
    while excess(least, width) > 0 {
        let Some(widest) = least.iter_mut().max().filter(|widest| **widest > TOO_NARROW) else { return };
        *widest -= 1;
    }
}

/// Narrower than that no column is made.
const TOO_NARROW: usize = 8;

/// By how much columns are too wide together.
fn excess(least: &[usize], width: usize) -> usize {
    (least.iter().sum::<usize>() + GAP * least.len().saturating_sub(1)).saturating_sub(width)
}

/// The text with every word that is wider than a column broken, after a hyphen or another sign if there is one.
fn broken(text: &str, width: usize) -> String {
    let break_word = |word: &str| {
        let (mut broken, mut line) = (String::new(), String::new());
        // No line is wider than that. What it is takes a pass over the whole line, since signs may join.
        let mut at_most = 0;
        for c in word.chars() {
            line.push(c);
            at_most += most_added(c);
            if at_most < width {
                continue;
            }
            at_most = line.width();
            if at_most >= width {
                let cut = line.rfind(['-', '/', ':', '.', '_']).map_or(line.len(), |at| at + 1);
                broken.push_str(&line[..cut]);
                broken.push('\n');
                line.drain(..cut);
                at_most = line.width();
            }
        }
        broken + &line
    };
    text.split(' ')
        .map(|word| if word.width() > width { break_word(word) } else { word.to_owned() })
        .collect::<Vec<_>>()
        .join(" ")
}

/// By how much a character widens a line at the most: by its own width, but for the one that makes a sign before it a
/// picture, which may be wider.
fn most_added(c: char) -> usize {
    const PICTURE: char = '\u{fe0f}';
    if c == PICTURE { 1 } else { c.width().unwrap_or(1) }
}

const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none());

fn write_piece(
    table: &Table,
    columns: &[usize],
    widths: &[usize],
    language: DocumentLanguage,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled).enforce_styling();
    drawn.style_text_only();
    let head =
        |at: &usize| comfy_table::Cell::new(&table.headings[*at].label).add_attribute(comfy_table::Attribute::Bold);
    drawn.set_header(columns.iter().map(head).collect::<Vec<_>>());
    for (number, row) in table.rows.iter().enumerate() {
        let cell = |(at, width): (&usize, &usize)| {
            let text = shown(&row[*at], language);
            let text = if is_cut(table, *at) { cut(&text, *width) } else { broken(&text, *width) };
            let tone = if table.quiet.contains(&number) { Tone::Quiet } else { tone(&row[*at]) };
            styled(&row[*at], &text, tone)
        };
        drawn.add_row(columns.iter().zip(widths).map(cell).collect::<Vec<_>>());
    }
    for (number, (column, width)) in drawn.column_iter_mut().zip(widths).enumerate() {
        // Between columns is a space for the line that is not drawn.
        let gap = if number + 1 == columns.len() { 0 } else { GAP - 1 };
        let narrow = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        column.set_padding((0, narrow(gap)));
        // A column's width counts its padding.
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(narrow(width + gap))));
    }
    for line in drawn.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn styled(cell: &Cell, text: &str, tone: Tone) -> comfy_table::Cell {
    let drawn = comfy_table::Cell::new(text);
    let drawn = if is_number(cell) { drawn.set_alignment(CellAlignment::Right) } else { drawn };
    match tone {
        Tone::Plain => drawn,
        Tone::Good => drawn.fg(Color::Green),
        Tone::Middling => drawn.fg(Color::Yellow),
        Tone::Unsure => drawn.fg(Color::Cyan),
        Tone::Bad => drawn.fg(Color::Red),
        Tone::Quiet => drawn.fg(Color::DarkGrey),
    }
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
        let value = shown(cell, language);
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
    use unicode_width::UnicodeWidthStr;

    use super::{broken, cells, filled, most_added, pieces, squeeze, widths};
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
    fn what_is_left_is_shared_among_the_columns_that_take_more() {
        assert_eq!(widths(&[3, 5], &[3, 9], 80), [3, 9]);
        assert_eq!(widths(&[4, 4, 4], &[4, 40, 40], 30), [4, 11, 11]);
        assert_eq!(widths(&[4, 4, 4], &[4, 6, 40], 31), [4, 6, 17]);
        assert_eq!(widths(&[30, 30], &[40, 40], 20), [30, 30]);
    }

    #[test]
    fn columns_that_are_too_wide_become_equally_narrow_and_none_narrower_than_can_be_read() {
        let squeezed = |least: &[usize], width| {
            let mut least = least.to_vec();
            squeeze(&mut least, width);
            least
        };
        assert_eq!(squeezed(&[3, 90, 5], 80), [3, 68, 5], "one makes room alone");
        assert_eq!(squeezed(&[124, 4, 250], 80), [36, 4, 36]);
        assert_eq!(squeezed(&[30, 30, 30], 20), [8, 8, 8]);
    }

    #[test]
    fn only_a_word_that_is_wider_than_a_line_is_broken_and_every_line_fits() {
        let text = format!("rests on {}-{}, and more", "a".repeat(12), "b".repeat(12));
        assert_eq!(filled(&text, "", "  ", 20), "rests on\n  aaaaaaaaaaaa-\n  bbbbbbbbbbbb, and\n  more");
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_behind_a_hyphen() {
        assert_eq!(broken("iso-9001-2008 fits", 8), "iso-\n9001-\n2008 fits");
        assert_eq!(broken("abcdefghij", 4), "abcd\nefgh\nij");
    }

    #[test]
    fn no_character_widens_a_line_by_more_than_is_reckoned_with() {
        // Letters, wide ones, marks, joiners, flags, faces, hearts, tones, letters that join, and what makes pictures of them.
        let signs = "a-\u{301}\u{200d}\u{fe0e}\u{fe0f}\u{20e3}#\u{2764}\u{231a}\u{1f468}\u{1f3ff}\u{1f1e9}\u{1f3f4}\u{e0067}\u{e007f}\u{e0001}\u{0644}\u{0627}\u{17d2}\u{1780}\u{a4fc}\u{16d67}\u{16d63}\u{1a15}\u{1a17}\u{1a10}\u{5d0}\u{5dc}\u{2d31}\u{2d7f}\u{10c32}\u{10c03}\u{4e00}\u{ff61}\u{1160}\u{a0}\u{ad}";
        let mut lines = vec![String::new()];
        for _ in 0..3 {
            let longer = |line: &String| signs.chars().map(|c| format!("{line}{c}")).collect::<Vec<_>>();
            for line in &lines {
                let more = signs.chars().find(|c| format!("{line}{c}").width() > line.width() + most_added(*c));
                assert_eq!(more, None, "behind {line:?}");
            }
            lines = lines.iter().flat_map(longer).collect();
        }
    }

    #[test]
    fn a_table_that_is_too_wide_stands_in_pieces_behind_its_first_columns() {
        assert_eq!(pieces(&[2, 2, 2, 2], 80), [[0, 1, 2, 3]]);
        let ten = [10; 7];
        assert_eq!(pieces(&ten, 60), [vec![0, 1, 2, 3, 4], vec![0, 1, 2, 5, 6]]);
    }
}
