//! A table as a text document shows it: which columns, how wide, and in which styles.

use super::measure::{Setting, Wish, lines, shared};
use super::package::Package;
use super::page::SectionKind;
use super::paragraph::{Paragraph, Run, runs};
use crate::language::{DocumentLanguage, say};
use crate::render::{Presentation, in_words, is_figure};
use crate::report::{Cell, Heading, Table, Tone};

/// A table on paper.
pub(super) struct Grid {
    /// What it is, for those who do not see it.
    pub(super) title: String,
    pub(super) widths: Vec<u32>,
    /// Its heading.
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

    /// The style of a cell.
    fn style(self, is_number: bool) -> &'static str {
        match (self, is_number) {
            (Self::Usual, false) => "TableText",
            (Self::Usual, true) => "TableNumber",
            (Self::Small, false) => "TableTextSmall",
            (Self::Small, true) => "TableNumberSmall",
        }
    }

    /// The style of the heading of a column.
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
    /// A table for people. The details of its rows are for a screen and left out, as on any paper.
    pub(super) fn new(table: &Table, presentation: &Presentation, package: &mut Package) -> Self {
        let language = presentation.language;
        let chosen: Vec<(usize, &Heading)> =
            table.headings.iter().enumerate().filter(|(_, heading)| heading.audience.has_people()).collect();
        let is_foreign = presentation.theme.font.is_some();
        let texts = Texts { table, chosen: &chosen, language, is_foreign };
        let (kind, size) = texts.place();
        let widths = shared(&texts.wishes(size), kind.width());
        let numbers: Vec<bool> =
            chosen.iter().map(|(at, _)| table.rows.iter().any(|row| is_figure(&row[*at]))).collect();
        let head = chosen.iter().zip(&numbers);
        let head = head.map(|((_, heading), number)| Paragraph::new(size.head_style(*number), heading.label.as_ref()));
        let head: Vec<Paragraph> = head.collect();
        let mut rows: Vec<Vec<Paragraph>> = Vec::new();
        for row in &table.rows {
            let cells = chosen.iter().map(|(at, _)| &row[*at]);
            rows.push(
                cells
                    .map(|cell| Paragraph { style: size.style(is_figure(cell)), runs: runs(cell, language, package) })
                    .collect(),
            );
        }
        if rows.is_empty() {
            let none = in_words(&say!("page-none"), language);
            let none = (0..chosen.len()).map(|at| if at == 0 { vec![Run::plain(&none)] } else { Vec::new() });
            rows.push(none.map(|runs| Paragraph { style: size.style(false), runs }).collect());
        }
        Self { title: table.title.to_string(), widths, head, rows, kind }
    }

    /// How wide it is.
    pub(super) fn width(&self) -> u32 {
        self.widths.iter().sum()
    }
}

/// The texts of the columns that are shown.
struct Texts<'t> {
    table: &'t Table,
    chosen: &'t [(usize, &'t Heading)],
    language: DocumentLanguage,
    /// Whether the document has letters of its own.
    is_foreign: bool,
}

impl Texts<'_> {
    /// The pages on which columns have room, and in which letters: upright, unless long texts would fill many more pages
    /// so; across where the words have no room otherwise; and in small letters where that is not enough.
    fn place(&self) -> (SectionKind, Size) {
        /// A table that has no more pages than these stays upright.
        const FEW: f64 = 1.5;
        let least: u32 = self.wishes(Size::Usual).iter().map(|wish| wish.least).sum();
        if least > SectionKind::Across.width() {
            return (SectionKind::Across, Size::Small);
        }
        let pages = |kind| self.pages(kind);
        let is_across = least > SectionKind::Upright.width()
            || pages(SectionKind::Upright) > FEW && pages(SectionKind::Across) < 0.75 * pages(SectionKind::Upright);
        (if is_across { SectionKind::Across } else { SectionKind::Upright }, Size::Usual)
    }

    fn setting(&self, size: Size, is_bold: bool, is_whole: bool) -> Setting {
        Setting { half_points: size.half_points(), is_bold, is_whole, is_foreign: self.is_foreign }
    }

    fn wishes(&self, size: Size) -> Vec<Wish> {
        let wish = |(at, heading): &(usize, &Heading)| {
            let head = Wish::default().and(&heading.label, self.setting(size, true, false));
            // A heading may be broken between words.
            let head = Wish { most: head.least, ..head };
            let cells = self.table.rows.iter().map(|row| &row[*at]);
            let cells =
                cells.map(|cell| (cell.shown(self.language), self.setting(size, is_bold(cell), is_whole(cell))));
            cells.fold(head, |wish, (text, setting)| wish.and(&text, setting)).with_edges()
        };
        self.chosen.iter().map(wish).collect()
    }

    /// How many pages it fills, about.
    fn pages(&self, kind: SectionKind) -> f64 {
        const LINE: u32 = 200;
        const EDGES: u32 = 90;
        let widths = shared(&self.wishes(Size::Usual), kind.width());
        let height = |row: &Vec<Cell>| {
            let cells = self.chosen.iter().zip(&widths);
            let lines = cells.map(|((at, _), width)| {
                lines(&row[*at].shown(self.language), self.setting(Size::Usual, is_bold(&row[*at]), false), *width)
            });
            EDGES + LINE * lines.max().unwrap_or(1)
        };
        let height: u32 = self.table.rows.iter().map(height).sum();
        f64::from(height) / f64::from(kind.height())
    }
}

/// Whether its letters are bold: they are where a word means something.
fn is_bold(cell: &Cell) -> bool {
    cell.tone() != Tone::Plain
}

/// Whether a cell stays on one line: a number, a day, a word or two of a fixed set.
fn is_whole(cell: &Cell) -> bool {
    const SHORT: usize = 18;
    is_figure(cell) || matches!(cell, Cell::Day(_)) || matches!(cell, Cell::Word(word, _) if word.len() <= SHORT)
}
