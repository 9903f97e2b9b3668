//! Colours that follow the words: they stay right when someone edits or sorts.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatDataBar, ConditionalFormatType, Format,
    Worksheet, XlsxError, cell_range,
};

use super::columns::Chosen;
use super::style::toned;
use super::text::units;
use crate::report::{Cell, Table, Tone};

/// The longest text that a formula may hold.
const MOST: usize = 255;

/// The words of each column, in lower case since Excel makes no difference, with what they mean where that is one thing.
pub(super) struct Rules {
    words: Vec<BTreeMap<String, Option<Tone>>>,
    bars: Vec<u16>,
}

impl Rules {
    pub(super) fn of(table: &Table, columns: &[Chosen]) -> Self {
        let mut rules = Self { words: Vec::new(), bars: Vec::new() };
        for column in columns {
            let mut words: BTreeMap<String, Option<Tone>> = BTreeMap::new();
            let mut has_bars = false;
            for row in &table.rows {
                match &row[column.at] {
                    Cell::Word(word, tone) => {
                        let known = words.entry(word.to_lowercase()).or_insert(Some(*tone));
                        *known = known.filter(|known| known == tone);
                    }
                    Cell::Share(_, tone) => has_bars |= *tone != Tone::Plain,
                    Cell::Empty
                    | Cell::Text(_)
                    | Cell::Count(_)
                    | Cell::Number(_)
                    | Cell::Rating(_)
                    | Cell::Effort(_)
                    | Cell::Day(_)
                    | Cell::Boolean(_)
                    | Cell::Refs(..)
                    | Cell::Links(_) => {}
                }
            }
            rules.words.push(words);
            rules.bars.extend(has_bars.then_some(column.column));
        }
        rules
    }

    /// The tone of a cell that no rule colours though it means something: its word means several things in its column, or
    /// does not fit into a formula.
    pub(super) fn leaves(&self, column: u16, cell: &Cell) -> Option<Tone> {
        match cell {
            Cell::Word(word, tone) if *tone != Tone::Plain && self.rule(column, &word.to_lowercase()).is_none() => {
                Some(*tone)
            }
            Cell::Word(..)
            | Cell::Share(..)
            | Cell::Empty
            | Cell::Text(_)
            | Cell::Count(_)
            | Cell::Number(_)
            | Cell::Rating(_)
            | Cell::Effort(_)
            | Cell::Day(_)
            | Cell::Boolean(_)
            | Cell::Refs(..)
            | Cell::Links(_) => None,
        }
    }

    /// What a rule says about a word in lower case.
    fn rule(&self, column: u16, word: &str) -> Option<Tone> {
        let tone = self.words.get(usize::from(column))?.get(word).copied().flatten();
        tone.filter(|tone| *tone != Tone::Plain && !word.is_empty() && units(word) <= MOST)
    }

    /// Adds one rule for each word and meaning, over all columns that have it, and a bar for each share.
    pub(super) fn add(&self, sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
        let mut rules: Vec<(&str, Tone, Vec<u16>)> = Vec::new();
        for (column, words) in (0..).zip(&self.words) {
            for word in words.keys() {
                let Some(tone) = self.rule(column, word) else { continue };
                match rules.iter_mut().find(|(known, meaning, _)| known == word && *meaning == tone) {
                    Some((_, _, columns)) => columns.push(column),
                    None => rules.push((word, tone, vec![column])),
                }
            }
        }
        for (word, tone, columns) in rules {
            // Quoted here, because what already looks quoted would be interpreted as a formula.
            let quoted = format!("\"{}\"", word.replace('"', "\"\""));
            let rule = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(quoted))
                .set_format(toned(&Format::new(), tone))
                .set_multi_range(ranges(&columns, first, last));
            sheet.add_conditional_format(first, columns[0], last, columns[0], &rule)?;
        }
        for column in &self.bars {
            let bar = ConditionalFormatDataBar::new()
                .set_minimum(ConditionalFormatType::Number, 0)
                .set_maximum(ConditionalFormatType::Number, 1)
                .set_fill_color(Color::RGB(0xA9C7E8))
                .set_border_off(true)
                .set_solid_fill(true);
            sheet.add_conditional_format(first, *column, last, *column, &bar)?;
        }
        Ok(())
    }
}

/// The cells of columns, which come in order, with neighbours in one range.
fn ranges(columns: &[u16], first: u32, last: u32) -> String {
    let runs = columns.chunk_by(|left, right| left + 1 == *right);
    let ranges = runs.map(|run| cell_range(first, run[0], last, run[run.len() - 1]));
    ranges.collect::<Vec<_>>().join(" ")
}
