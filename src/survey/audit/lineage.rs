//! Tables and editions that cannot have come about as they say, laid out.

use super::section::Section;
use crate::audit::Impossible;
use crate::diagnostic::{Diagnostic, Rule};
use crate::query::words::{counted, listed};
use crate::source::Text;

pub(super) fn section(found: &[Impossible<'_>]) -> Section {
    if found.is_empty() {
        return Section::default();
    }
    let things = counted(found.len(), "statement", "statements");
    let verb = if found.len() == 1 { "contradicts" } else { "contradict" };
    Section {
        lead: vec![format!("{things} about the origin of tables or editions {verb} others.")],
        parts: Vec::new(),
        findings: found.iter().map(finding).collect(),
    }
}

fn finding(found: &Impossible<'_>) -> Diagnostic {
    let fault =
        |span, message: String, help: &'static str| Diagnostic::new(Rule::ImpossibleLineage, span, message).help(help);
    let date = |date: &Option<Text>| date.as_ref().map(|date| date.trim().to_owned()).unwrap_or_default();
    match found {
        Impossible::Circle(tables) => {
            let others: Vec<String> = tables.iter().skip(1).map(|table| table.id.to_string()).collect();
            let over = if others.is_empty() { String::new() } else { format!(" through {}", listed(&others)) };
            let message = format!("{} is derived from itself{over}, according to derived-from", tables[0].id);
            let help = "remove from `derived-from` what was made later";
            let first = fault(tables[0].span, message, help);
            tables.iter().skip(1).fold(first, |fault, table| fault.label(table.span, "says so too"))
        }
        Impossible::NotJoined(table) => {
            let sources: Vec<String> = table.derived_from.iter().map(ToString::to_string).collect();
            let message = format!(
                "{} relates {} and {}, but {}, from which it is derived, {} not connect them",
                table.id,
                table.from,
                table.to,
                listed(&sources),
                if sources.len() == 1 { "does" } else { "do" }
            );
            fault(
                table.span,
                message,
                "name all tables from which it is derived, or check whether `from` and `to` are right",
            )
        }
        Impossible::RowNotJoined(row, count) => {
            let sources: Vec<String> = row.relation.derived_from.iter().map(ToString::to_string).collect();
            let more = match count {
                1 => String::new(),
                several => format!(" (and {} of this table)", counted(several - 1, "more row", "more rows")),
            };
            let message = format!(
                "the row to {} is derived from {}, which {} not connect it with the other side{more}",
                row.relation.to,
                listed(&sources),
                if sources.len() == 1 { "does" } else { "do" }
            );
            fault(row.relation.span, message, "name all tables from which it is derived")
        }
        Impossible::BeforeSource(table, source) => {
            let message = format!(
                "{} is dated {}, but {}, from which it is derived, is dated {}",
                table.id,
                date(&table.date),
                source.id,
                date(&source.date)
            );
            let help = "derive it again from the present tables, or correct one of the dates";
            fault(table.span, message, help).label(source.span, "the later one")
        }
        Impossible::BeforeEdition(table, edition) => {
            let message = format!(
                "{} is dated {}, but {}, which it relates, was published {}",
                table.id,
                date(&table.date),
                edition.id,
                date(&edition.published)
            );
            let help = "correct one of the dates, or name the edition that existed then; if it was a draft, say so in the source";
            fault(table.span, message, help).label(edition.span, "the later one")
        }
        Impossible::BeforePredecessor(edition, predecessor) => {
            let message = format!(
                "{} was published {} but supersedes {}, which was published {}",
                edition.id,
                date(&edition.published),
                predecessor.id,
                date(&predecessor.published)
            );
            let help = "correct one of the dates, or the edition under `supersedes`";
            fault(edition.span, message, help).label(predecessor.span, "the later one")
        }
    }
}
