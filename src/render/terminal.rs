//! A document for a terminal: sentences and tables that fit its width by wrapping words.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use comfy_table::{
    CellAlignment, Color, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width,
};
use unicode_width::UnicodeWidthStr;

use super::diagnostics::write_diagnostics;
use super::markdown::shown;
use super::{Format, Page};
use crate::diagnostic::Severity;
use crate::report::{Cell, Document, Part, Support, Table, Tone, Tree, harmless};

/// Tables and trees with colours.
#[derive(Debug, Clone, Copy)]
pub struct Terminal;

const TITLE: Style = Style::new().bold();
const QUIET: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::BrightBlack)));

impl Format for Terminal {
    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{TITLE}{}{TITLE:#}", filled(&document.title, page.width, ""))?;
        for line in &document.lead {
            writeln!(out, "{}", filled(line, page.width, "  "))?;
        }
        for part in &document.parts {
            match part {
                Part::Table(table) if table.audience.has_people() => write_table(table, page.width, out)?,
                Part::Table(_) => {}
                Part::Tree(tree) => {
                    writeln!(out, "\n{TITLE}{}{TITLE:#}", filled(&tree.line, page.width, ""))?;
                    write_branches(&tree.under, "", page.width, out)?;
                }
            }
        }
        let (notes, loud): (Vec<_>, Vec<_>) =
            document.findings.iter().cloned().partition(|finding| finding.severity() == Severity::Note);
        if !loud.is_empty() {
            writeln!(out, "\n{TITLE}Findings{TITLE:#}")?;
            write_diagnostics(&loud, page, out)?;
        }
        if !notes.is_empty() {
            writeln!(out, "\n{}", filled(&notes_in_words(notes.len()), page.width, "  "))?;
        }
        write_basis(document, page.width, out)
    }
}

fn notes_in_words(count: usize) -> String {
    let statements = if count == 1 { "1 statement differs".to_owned() } else { format!("{count} statements differ") };
    format!(
        "{statements} from what the other statements imply without contradicting it; --format json lists them under findings."
    )
}

fn filled(text: &str, width: usize, indent: &str) -> String {
    let options = textwrap::Options::new(width.max(20)).subsequent_indent(indent).break_words(false);
    let options = options
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(&harmless(text).replace('\n', " "), options)
}

/// What the answer rests on, in a few quiet lines; digests are for the other formats.
fn write_basis(document: &Document, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let name = |support: &Support| {
        let version = support.version.map(|version| format!(" v{version}")).unwrap_or_default();
        let confidence = support.confidence.map(|confidence| confidence.to_string());
        let provenance = support.provenance.map(|provenance| provenance.to_string());
        let sure: Vec<String> = confidence.into_iter().chain(provenance).collect();
        let sure = if sure.is_empty() { String::new() } else { format!(" ({})", sure.join(", ")) };
        format!("{}{version}{sure}", support.id)
    };
    let settings =
        document.basis.settings.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", ");
    let mut text = format!("xwalk {}; {settings}", env!("CARGO_PKG_VERSION"));
    let supports: Vec<String> = document.basis.editions.iter().chain(&document.basis.tables).map(name).collect();
    if !supports.is_empty() {
        text = format!("{text}; rests on {}", supports.join(", "));
    }
    writeln!(out, "\n{QUIET}{}{QUIET:#}", filled(&text, width, "  "))
}

fn write_branches(branches: &[Tree], indent: &str, width: usize, out: &mut dyn Write) -> io::Result<()> {
    for (number, branch) in branches.iter().enumerate() {
        let is_last = number + 1 == branches.len();
        let (bough, rest) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let below = if branch.under.is_empty() { "   " } else { "│  " };
        let first = format!("{indent}{bough}");
        let next = format!("{indent}{rest}{below}");
        let options =
            textwrap::Options::new(width.max(40)).initial_indent(&first).subsequent_indent(&next).break_words(false);
        let options = options
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        writeln!(out, "{}", textwrap::fill(&branch.line.replace('\n', " "), options))?;
        write_branches(&branch.under, &format!("{indent}{rest}"), width, out)?;
    }
    Ok(())
}

const GAP: usize = 2;

/// A table, in several pieces with the first columns repeated where it is too wide even with every word on a line of its own.
fn write_table(table: &Table, width: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{TITLE}{}{TITLE:#}", filled(&table.title, width, ""))?;
    let columns: Vec<usize> =
        (0..table.headings.len()).filter(|at| table.headings[*at].audience.has_people()).collect();
    if table.rows.is_empty() {
        return writeln!(out, "(none)");
    }
    let least: Vec<usize> = columns.iter().map(|at| least_width(table, *at)).collect();
    let mut tight = least.clone();
    narrow(&mut tight, width);
    for piece in pieces(&tight, width) {
        let columns: Vec<usize> = piece.iter().map(|at| columns[*at]).collect();
        let mut least: Vec<usize> = piece.iter().map(|at| least[*at]).collect();
        narrow(&mut least, width);
        let whole: Vec<usize> = columns.iter().map(|at| whole_width(table, *at)).collect();
        write_piece(table, &columns, &widths(&least, &whole, width), out)?;
    }
    Ok(())
}

/// The width of a column's longest word.
fn least_width(table: &Table, at: usize) -> usize {
    let words = |text: &str| text.split([' ', '\n']).map(UnicodeWidthStr::width).max().unwrap_or(0);
    let cells = table.rows.iter().map(|row| match &row[at] {
        // A number stays in one piece.
        cell @ (Cell::Count(_) | Cell::Share(..)) => shown(cell).width(),
        cell @ (Cell::Empty | Cell::Text(_) | Cell::Word(..) | Cell::Truth(_) | Cell::Refs(..)) => words(&shown(cell)),
    });
    cells.max().unwrap_or(0).max(words(&table.headings[at].label))
}

/// The width of a column's longest line.
fn whole_width(table: &Table, at: usize) -> usize {
    let lines = |text: &str| text.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0);
    table.rows.iter().map(|row| lines(&shown(&row[at]))).max().unwrap_or(0).max(lines(&table.headings[at].label))
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

/// Which columns stand side by side: all of them where they fit, else as many as do, behind the first ones.
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

/// Makes room where even single words are too wide together: the widest column breaks its words.
fn narrow(least: &mut [usize], width: usize) {
    const TOO_NARROW: usize = 8;
    let gaps = GAP * least.len().saturating_sub(1);
    let excess = (least.iter().sum::<usize>() + gaps).saturating_sub(width);
    if let Some(widest) = least.iter_mut().max()
        && *widest >= excess + TOO_NARROW
    {
        *widest -= excess;
    }
}

/// The text with every word that is wider than a column broken, behind a hyphen or another sign where there is one.
fn broken(text: &str, width: usize) -> String {
    let break_word = |word: &str| {
        let (mut broken, mut line) = (String::new(), String::new());
        for c in word.chars() {
            line.push(c);
            if line.width() >= width {
                let cut = line.rfind(['-', '/', ':', '.', '_']).map_or(line.len(), |at| at + 1);
                broken.push_str(&line[..cut]);
                broken.push('\n');
                line.drain(..cut);
            }
        }
        broken + &line
    };
    text.split(' ')
        .map(|word| if word.width() > width { break_word(word) } else { word.to_owned() })
        .collect::<Vec<_>>()
        .join(" ")
}

const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none());

fn write_piece(table: &Table, columns: &[usize], widths: &[usize], out: &mut dyn Write) -> io::Result<()> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled).enforce_styling();
    drawn.style_text_only();
    let head =
        |at: &usize| comfy_table::Cell::new(&table.headings[*at].label).add_attribute(comfy_table::Attribute::Bold);
    drawn.set_header(columns.iter().map(head).collect::<Vec<_>>());
    for row in &table.rows {
        drawn.add_row(columns.iter().zip(widths).map(|(at, width)| styled(&row[*at], *width)).collect::<Vec<_>>());
    }
    for (number, (column, width)) in drawn.column_iter_mut().zip(widths).enumerate() {
        // Between columns stands a blank for the line that is not drawn.
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

fn styled(cell: &Cell, least: usize) -> comfy_table::Cell {
    let drawn = comfy_table::Cell::new(broken(&shown(cell), least));
    let color = |tone: Tone| match tone {
        Tone::Plain => None,
        Tone::Good => Some(Color::Green),
        Tone::Middling => Some(Color::Yellow),
        Tone::Unsure => Some(Color::Cyan),
        Tone::Bad => Some(Color::Red),
        Tone::Quiet => Some(Color::DarkGrey),
    };
    let tone = match cell {
        Cell::Word(_, tone) | Cell::Share(_, tone) => *tone,
        Cell::Empty | Cell::Text(_) | Cell::Count(_) | Cell::Truth(_) | Cell::Refs(..) => Tone::Plain,
    };
    let drawn = match cell {
        Cell::Count(_) | Cell::Share(..) => drawn.set_alignment(CellAlignment::Right),
        Cell::Empty | Cell::Text(_) | Cell::Word(..) | Cell::Truth(_) | Cell::Refs(..) => drawn,
    };
    match color(tone) {
        Some(color) => drawn.fg(color),
        None => drawn,
    }
}

#[cfg(test)]
mod tests {
    use super::{broken, pieces, widths};

    #[test]
    fn what_is_left_is_shared_among_the_columns_that_take_more() {
        assert_eq!(widths(&[3, 5], &[3, 9], 80), [3, 9]);
        assert_eq!(widths(&[4, 4, 4], &[4, 40, 40], 30), [4, 11, 11]);
        assert_eq!(widths(&[4, 4, 4], &[4, 6, 40], 31), [4, 6, 17]);
        assert_eq!(widths(&[30, 30], &[40, 40], 20), [30, 30]);
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_behind_a_hyphen() {
        assert_eq!(broken("iso-9001-2008 fits", 8), "iso-\n9001-\n2008 fits");
        assert_eq!(broken("abcdefghij", 4), "abcd\nefgh\nij");
    }

    #[test]
    fn a_table_that_is_too_wide_stands_in_pieces_behind_its_first_columns() {
        assert_eq!(pieces(&[2, 2, 2, 2], 80), [[0, 1, 2, 3]]);
        let ten = [10; 7];
        assert_eq!(pieces(&ten, 60), [vec![0, 1, 2, 3, 4], vec![0, 1, 2, 5, 6]]);
    }
}
