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
    let verb = if found.len() == 1 { "does" } else { "do" };
    Section {
        lead: vec![format!("{things} of how tables or editions came about {verb} not agree with others.")],
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
            let over = if others.is_empty() { String::new() } else { format!(" over {}", listed(&others)) };
            let message = format!("{} is composed of itself{over}, by what derived-from says", tables[0].id);
            let help = "take out of `derived-from` what was made later";
            let first = fault(tables[0].span, message, help);
            tables.iter().skip(1).fold(first, |fault, table| fault.label(table.span, "says so too"))
        }
        Impossible::NotJoined(table) => {
            let sources: Vec<String> = table.derived_from.iter().map(ToString::to_string).collect();
            let message = format!(
                "{} relates {} and {}, and {}, of which it is composed, {} not lead from one to the other",
                table.id,
                table.from,
                table.to,
                listed(&sources),
                if sources.len() == 1 { "does" } else { "do" }
            );
            fault(table.span, message, "name all tables that were composed, or look whether `from` and `to` are right")
        }
        Impossible::RowNotJoined(row, count) => {
            let sources: Vec<String> = row.relation.derived_from.iter().map(ToString::to_string).collect();
            let more = match count {
                1 => String::new(),
                several => format!(" (and {} of this table)", counted(several - 1, "more row", "more rows")),
            };
            let message = format!(
                "the row to {} is composed of {}, which {} not lead there from the other side{more}",
                row.relation.to,
                listed(&sources),
                if sources.len() == 1 { "does" } else { "do" }
            );
            fault(row.relation.span, message, "name all tables that were composed")
        }
        Impossible::BeforeSource(table, source) => {
            let message = format!(
                "{} is of {}, and {}, of which it is composed, is of {}",
                table.id,
                date(&table.date),
                source.id,
                date(&source.date)
            );
            let help = "compose it again of what is there now, or correct one of the dates";
            fault(table.span, message, help).label(source.span, "the later one")
        }
        Impossible::BeforeEdition(table, edition) => {
            let message = format!(
                "{} is of {}, and {}, which it relates, was published {}",
                table.id,
                date(&table.date),
                edition.id,
                date(&edition.published)
            );
            let help =
                "correct one of the dates, or name the edition that was there then; of a draft say so in the source";
            fault(table.span, message, help).label(edition.span, "the later one")
        }
        Impossible::BeforePredecessor(edition, predecessor) => {
            let message = format!(
                "{} was published {} and supersedes {}, which was published {}",
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
