//! A table as a text document shows it: which columns, how wide, and in which styles.

use super::block::{Paragraph, Run, SectionKind, runs};
use super::measure::{Setting, Wish, shared};
use super::package::Package;
use crate::render::{is_number, shown, tone};
use crate::report::{Cell, Heading, Table, Tone};

/// A table on paper.
pub(super) struct Grid {
    /// What it is, for those who do not see it.
    pub(super) title: String,
    pub(super) widths: Vec<u32>,
    /// Its head.
    pub(super) head: Vec<Paragraph>,
    pub(super) rows: Vec<Vec<Paragraph>>,
    /// The pages on which it has room.
    pub(super) kind: SectionKind,
}

/// How large the letters of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    Usual,
    Small,
}

impl Size {
    fn half_points(self) -> u32 {
        match self {
            Self::Usual => 17,
            Self::Small => 12,
        }
    }

    fn setting(self, is_bold: bool, is_whole: bool) -> Setting {
        Setting { half_points: self.half_points(), is_bold, is_whole }
    }

    /// The style of a cell.
    fn style(self, is_number: bool) -> &'static str {
        match (self, is_number) {
            (Self::Usual, false) => "TableText",
            (Self::Usual, true) => "TableNumber",
            (Self::Small, false) => "TableTextSmall",
            (Self::Small, true) => "TableNumberSmall",
        }
    }

    /// The style of the head of a column.
    fn head_style(self, is_number: bool) -> &'static str {
        match (self, is_number) {
            (Self::Usual, false) => "TableHeading",
            (Self::Usual, true) => "TableHeadingNumber",
            (Self::Small, false) => "TableHeadingSmall",
            (Self::Small, true) => "TableHeadingNumberSmall",
        }
    }
}

impl Grid {
    /// A table for people. What lies behind its rows is for a screen and left out, as on any paper.
    pub(super) fn new(table: &Table, package: &mut Package) -> Self {
        let chosen: Vec<(usize, &Heading)> =
            table.headings.iter().enumerate().filter(|(_, heading)| heading.audience.has_people()).collect();
        let wishes = |size: Size| -> Vec<Wish> {
            let wish = |(at, heading): &(usize, &Heading)| {
                let head = Wish::default().and(&heading.label, size.setting(true, false));
                // A head may be broken between words.
                let head = Wish { most: head.least, ..head };
                let cells = table.rows.iter().map(|row| &row[*at]);
                let cells = cells.map(|cell| (shown(cell), size.setting(is_bold(cell), is_whole(cell))));
                cells.fold(head, |wish, (text, setting)| wish.and(&text, setting)).with_edges()
            };
            chosen.iter().map(wish).collect()
        };
        let (kind, size, wishes) = placed(wishes);
        let numbers: Vec<bool> =
            chosen.iter().map(|(at, _)| table.rows.iter().any(|row| is_figure(&row[*at]))).collect();
        let head = chosen.iter().zip(&numbers);
        let head = head.map(|((_, heading), number)| Paragraph::new(size.head_style(*number), heading.label.as_ref()));
        let head: Vec<Paragraph> = head.collect();
        let mut rows: Vec<Vec<Paragraph>> = Vec::new();
        for row in &table.rows {
            let cells = chosen.iter().map(|(at, _)| &row[*at]);
            rows.push(
                cells.map(|cell| Paragraph { style: size.style(is_figure(cell)), runs: runs(cell, package) }).collect(),
            );
        }
        if rows.is_empty() {
            let none = (0..chosen.len()).map(|at| if at == 0 { vec![Run::plain("none")] } else { Vec::new() });
            rows.push(none.map(|runs| Paragraph { style: size.style(false), runs }).collect());
        }
        Self { title: table.title.clone(), widths: shared(&wishes, kind.width()), head, rows, kind }
    }

    /// How wide it is.
    pub(super) fn width(&self) -> u32 {
        self.widths.iter().sum()
    }
}

/// The pages on which columns have room, and in which letters: upright while each has what it needs, and the texts are not
/// squeezed; else across; and in small letters where that is not enough.
fn placed(wishes: impl Fn(Size) -> Vec<Wish>) -> (SectionKind, Size, Vec<Wish>) {
    let usual = wishes(Size::Usual);
    let least: u32 = usual.iter().map(|wish| wish.least).sum();
    let good: u32 = usual.iter().map(|wish| wish.good()).sum();
    if least > SectionKind::Across.width() {
        return (SectionKind::Across, Size::Small, wishes(Size::Small));
    }
    let is_upright = least <= SectionKind::Upright.width() && good <= SectionKind::Upright.width() * 5 / 4;
    (if is_upright { SectionKind::Upright } else { SectionKind::Across }, Size::Usual, usual)
}

/// Whether a cell is a number, also one that was put in words, such as `37 %`.
fn is_figure(cell: &Cell) -> bool {
    is_number(cell) || matches!(cell, Cell::Word(word, _) if word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether its letters are bold: they are where a word means something.
fn is_bold(cell: &Cell) -> bool {
    tone(cell) != Tone::Plain
}

/// Whether a cell stays on one line: a number, a day, a word or two of a fixed set.
fn is_whole(cell: &Cell) -> bool {
    const SHORT: usize = 18;
    is_figure(cell) || matches!(cell, Cell::Day(_)) || matches!(cell, Cell::Word(word, _) if word.len() <= SHORT)
}
