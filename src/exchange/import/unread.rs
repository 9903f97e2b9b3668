//! What people see in rows that is not imported, or that is read differently from what it seems: said once for each
//! kind, with how often and where first.

use super::Column;
use super::record::{Record, pieces};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::sheet::Cell;
use crate::source::Span;

/// How many places are named.
const NAMED: usize = 3;

/// The places of one kind.
#[derive(Default)]
struct Places {
    first: Option<Span>,
    names: Vec<String>,
    count: usize,
}

impl Places {
    fn add(&mut self, span: Span, name: String) {
        self.first.get_or_insert(span);
        self.count += 1;
        if self.names.len() < NAMED {
            self.names.push(name);
        }
    }

    /// A warning, if there are such places: `what` is said of one of them, and of several.
    fn warning(self, one: &str, several: &str, help: &str) -> Option<Diagnostic> {
        let more = self.count - self.names.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let what = if self.count == 1 { one.to_owned() } else { several.replace('#', &self.count.to_string()) };
        let message = format!("{what}: {}{more}", self.names.join(", "));
        Some(Diagnostic::new(Rule::NotTakenOver, self.first?, message).help(help))
    }
}

/// What of rows is not taken over.
#[derive(Default)]
pub(super) struct Unread {
    hidden: Places,
    struck: Places,
    comments: Places,
    links: Places,
    joined: Places,
    justifications: Places,
}

impl Unread {
    /// Looks a row over that is read.
    pub(super) fn look(&mut self, record: &Record<'_, '_>) {
        if record.is_hidden() {
            self.hidden.add(record.span(), record.number().to_string());
        }
        for (column, cell) in record.cells() {
            if record.is_struck(cell) {
                self.struck.add(cell.span, record.place(cell));
            }
            if Column::OF_STATEMENTS.contains(&column) && column != Column::Evidence && record.link(cell).is_some() {
                self.links.add(cell.span, record.place(cell));
            }
        }
        for name in record.commented() {
            self.comments.add(record.span(), name);
        }
        let is_joined = |cell: &&Cell| pieces(&cell.value.text()).any(names_several);
        if let Some(cell) = record.cell(Column::Evidence).filter(is_joined) {
            self.joined.add(cell.span, record.place(cell));
        }
    }

    /// Takes the cell of a justification that does not fit its row.
    pub(super) fn add_justification(&mut self, record: &Record<'_, '_>, cell: &Cell) {
        self.justifications.add(cell.span, record.place(cell));
    }

    /// A warning for each kind.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let warnings = [
            self.hidden.warning(
                "a hidden row is read like any other",
                "# hidden rows are read like any other",
                "delete rows that do not count; rows may be hidden by hand or by a filter",
            ),
            self.struck.warning(
                "a cell with strikethrough is read like any other",
                "# cells with strikethrough are read like any other",
                "empty the cells that no longer count",
            ),
            self.comments.warning(
                "the comment of a cell is not imported",
                "the comments of # cells are not imported",
                "copy what is important into the column note",
            ),
            self.links.warning(
                "the link of a cell is not imported",
                "the links of # cells are not imported",
                "copy an important address into the column evidence",
            ),
            self.joined.warning(
                "a cell of evidence is read as one piece but seems to name several",
                "# cells of evidence are each read as one piece but seem to name several",
                "write each piece on a separate line, or put a semicolon and a space between them",
            ),
            self.justifications.warning(
                "a justification that does not fit its row is not imported",
                "# justifications that do not fit their rows are not imported",
                "a justification for exclusion belongs to rows that are not applicable, any other to rows that are applicable",
            ),
        ];
        warnings.into_iter().flatten().collect()
    }
}

/// Whether a piece of evidence is several files or addresses, apart by a comma or a semicolon.
fn names_several(piece: &str) -> bool {
    let parts: Vec<&str> = piece.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.len() > 1 && parts.iter().all(|part| is_resource(part))
}

/// Whether a text looks like a file or an address.
fn is_resource(text: &str) -> bool {
    let ending = text.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    let is_ending = (1..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.starts_with(|c: char| c.is_ascii_alphabetic());
    is_ending || text.contains("://")
}

#[cfg(test)]
mod tests {
    use super::names_several;

    #[test]
    fn files_and_addresses_that_follow_each_other_are_several() {
        for several in ["a.pdf;b.pdf", "a.pdf, b.pdf", "a b.docx,c.md,https://a.example/x", "https://a/1;https://a/2;"]
        {
            assert!(names_several(several), "{several}");
        }
        for one in [
            "a.pdf",
            "a.pdf;",
            "Minutes, 3 May",
            "a, b.pdf",
            "see a.pdf, section 2",
            "a.pdf, version 1.2",
            "v1.2, v1.3",
        ] {
            assert!(!names_several(one), "{one}");
        }
    }
}
