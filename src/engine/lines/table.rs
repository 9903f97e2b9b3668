//! A table in columns that fit the width of a terminal.

use std::io::{self, Write};

use comfy_table::{
    CellAlignment, Color, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width,
};

use super::paragraph::{GAP, TITLE, broken, columns_of, wrapped};
use crate::language::{DocumentLanguage, say};
use crate::report::{Cell, Table, Tone};

/// A table in lines of a width, with colours as ANSI escapes and figures as a language has them; in several pieces with the
/// first columns repeated where it is too wide even with every word on a line of its own.
///
/// # Errors
///
/// What `out` says.
pub fn write_table(table: &Table, width: usize, language: DocumentLanguage, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{TITLE}{}{TITLE:#}", wrapped(&table.title, width, ""))?;
    if table.rows.is_empty() {
        return writeln!(out, "({})", String::from(say!("page-none").in_language(language)));
    }
    let columns: Vec<ShownColumn> = (0..table.headings.len())
        .filter(|at| table.headings[*at].audience.has_people())
        .map(|at| ShownColumn::of(table, at, language))
        .collect();
    let least: Vec<usize> = columns.iter().map(ShownColumn::least_width).collect();
    let mut tight = least.clone();
    narrow(&mut tight, width);
    for piece in pieces(&tight, width) {
        let columns: Vec<&ShownColumn> = piece.iter().map(|at| &columns[*at]).collect();
        let mut least: Vec<usize> = piece.iter().map(|at| least[*at]).collect();
        squeeze(&mut least, width);
        let whole: Vec<usize> = columns.iter().map(|column| column.whole_width()).collect();
        write_piece(&columns, &widths(&least, &whole, width), out)?;
    }
    Ok(())
}

/// A column with what people read of its cells.
struct ShownColumn<'t> {
    table: &'t Table,
    at: usize,
    texts: Vec<String>,
}

impl<'t> ShownColumn<'t> {
    fn of(table: &'t Table, at: usize, language: DocumentLanguage) -> Self {
        Self { table, at, texts: table.rows.iter().map(|row| row[at].shown(language)).collect() }
    }

    fn label(&self) -> &'t str {
        &self.table.headings[self.at].label
    }

    fn cell(&self, row: usize) -> &'t Cell {
        &self.table.rows[row][self.at]
    }

    /// Whether texts are cut that do not fit.
    fn is_cut(&self) -> bool {
        self.table.cut.is_some_and(|key| self.table.headings[self.at].key == key)
    }

    /// The width of its longest word; if it is cut, that of a few words.
    fn least_width(&self) -> usize {
        const FEW_WORDS: usize = TOO_NARROW;
        let words = |text: &str| text.split([' ', '\n']).map(columns_of).max().unwrap_or(0);
        let cells = self.texts.iter().enumerate().map(|(row, text)| {
            // A number stays in one piece.
            if self.cell(row).is_number() { columns_of(text) } else { words(text) }
        });
        let least = cells.max().unwrap_or(0).max(words(self.label()));
        if self.is_cut() { least.min(FEW_WORDS) } else { least }
    }

    /// The width of its longest line.
    fn whole_width(&self) -> usize {
        let lines = |text: &str| text.split('\n').map(columns_of).max().unwrap_or(0);
        self.texts.iter().map(|text| lines(text)).max().unwrap_or(0).max(lines(self.label()))
    }

    /// A cell as it is drawn in a width.
    fn drawn(&self, row: usize, width: usize) -> comfy_table::Cell {
        let text = self.texts[row].as_str();
        let text = if self.is_cut() { cut(text, width).into() } else { broken(text, width) };
        let tone = if self.table.quiet.contains(&row) { Tone::Quiet } else { self.cell(row).tone() };
        styled(self.cell(row), &text, tone)
    }
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
        if columns_of(&last) >= width {
            last.pop();
            break;
        }
    }
    let last = format!("{}…", last.trim_end());
    whole.iter().map(|line| line.as_ref()).chain([last.as_str()]).collect::<Vec<_>>().join("\n")
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

const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .content_lines(ContentLineStyle::none());

/// Columns beside each other, each in its width.
fn write_piece(columns: &[&ShownColumn<'_>], widths: &[usize], out: &mut dyn Write) -> io::Result<()> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled).enforce_styling();
    drawn.style_text_only();
    let head =
        |column: &&ShownColumn<'_>| comfy_table::Cell::new(column.label()).add_attribute(comfy_table::Attribute::Bold);
    drawn.set_header(columns.iter().map(head).collect::<Vec<_>>());
    for row in 0..columns.first().map_or(0, |column| column.texts.len()) {
        let cells = columns.iter().zip(widths).map(|(column, width)| column.drawn(row, *width));
        drawn.add_row(cells.collect::<Vec<_>>());
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
    let drawn = if cell.is_number() { drawn.set_alignment(CellAlignment::Right) } else { drawn };
    match tone {
        Tone::Plain => drawn,
        Tone::Good => drawn.fg(Color::Green),
        Tone::Middling => drawn.fg(Color::Yellow),
        Tone::Unsure => drawn.fg(Color::Cyan),
        Tone::Bad => drawn.fg(Color::Red),
        Tone::Quiet => drawn.fg(Color::DarkGrey),
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{broken, pieces, squeeze, widths};
    use crate::lines::paragraph::most_added;

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
