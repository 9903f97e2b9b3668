//! A relation table to be filled in: its lines are comments.

use crate::model::{ClauseNumber, Table};

/// A line to fill in.
#[derive(Debug, Clone, Copy)]
pub struct OpenRow<'a> {
    /// The clause that may cover, and its title.
    pub from: Option<(&'a ClauseNumber, &'a str)>,
    /// The clause that is covered, and its title.
    pub to: (&'a ClauseNumber, &'a str),
    /// Why the pair should be examined.
    pub because: &'a str,
}

/// A table without rows, with lines to fill in as comments below: removing the `#` and writing a relation makes a row.
pub fn table_to_fill_in<'a>(table: &Table, lines: impl IntoIterator<Item = OpenRow<'a>>) -> String {
    let whole = super::table(table);
    let header = whole.strip_suffix("rows: []\n").unwrap_or(&whole);
    let mut text =
        format!("{header}# Remove the # before a row and write its relation: full, partial, none or related.\n");
    text.push_str("# If nothing covers a clause, leave out `from` and write none.\nrows:\n");
    let mut last = None;
    for line in lines {
        if last != Some(line.to.0) {
            text.push_str(&format!("  # {} {}\n", line.to.0, one_line(line.to.1)));
            last = Some(line.to.0);
        }
        let quoted =
            |number: &ClauseNumber| format!("\"{}\"", number.as_str().replace('\\', "\\\\").replace('"', "\\\""));
        let to = quoted(line.to.0);
        match line.from {
            Some((from, title)) => {
                text.push_str(&format!("  # - {{ from: {}, to: {to}, relation: }}", quoted(from)));
                text.push_str(&format!("  # {}: {}\n", one_line(title), one_line(line.because)));
            }
            None => text.push_str(&format!("  # - {{ from: , to: {to}, relation: }}\n")),
        }
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
