//! The template of an assessment, with comments.

use super::scalar::{WIDTH, comment, quoted, scalar, wrapped};
use crate::load::layout::Style;
use crate::model::{Catalog, Clause, ClauseKind};

/// The longest entry whose title is aligned in the column after it.
const WIDEST: usize = 40;

/// The indentation of one level.
const STEP: usize = 2;

const HEADER: &str = r#"# yaml-language-server: $schema=assessment.schema.json
# Editors that support this line check the file as you type, if the schema is
# in the same folder:
#   xwalk schema assessment --output assessment.schema.json
# The commented entries below are indented like the entries that they become:
# yamllint disable rule:comments-indentation
---
"#;

const EXPLANATION: &str = r#"
# The status of a clause is one word:
#
#   implemented       completely in place
#   partial           partly in place
#   planned           not in place yet, but planned
#   not-implemented   not in place
#   not-applicable    does not apply to the organization; a justification gives
#                     the reason
#
# Leave clauses that have not been assessed as comments. To state a status,
# remove the first # of the line and write the status, or use `xwalk set` or
# `xwalk interview`. For more details, write a record instead of the word; only
# the status is required:
#
#   "4.2.1":
#     status: partial
#     evidence: [docs/manual.pdf, "https://example.com/manual"]
#     owner: Quality manager
#     due: 2027-03-31                # when it must be in place
#     assessed: 2026-11-20           # date of the last assessment
#     maturity: 3                    # from 0 to 5
#     maturity-target: 4             # the target, from 0 to 5
#     effort: 2.5                    # remaining person-days
#     justification: Why it does not apply; for a control also why it applies
#     risk: [R-12]                   # ids of risks in your risk register
#     note: Other information
"#;

/// The content of the template of an assessment.
#[derive(Debug, Clone)]
pub struct Template<'l> {
    /// The editions to assess, in their order in the file.
    pub editions: Vec<&'l Catalog>,
    /// The target editions.
    pub targets: Vec<&'l Catalog>,
    /// The organization that is assessed.
    pub organization: Option<String>,
}

impl Template<'_> {
    /// The text: an assessment without statements, with every requirement as a comment that users can uncomment.
    pub fn text(&self) -> String {
        let organization = self.organization.as_deref().unwrap_or("Your organization");
        let targets: Vec<String> = self.targets.iter().map(|target| scalar(target.id.as_str(), Style::Flow)).collect();
        let in_a_line = format!("targets: [{}]", targets.join(", "));
        let targets = match targets.as_slice() {
            [] => "# targets: []                        # the target editions".to_owned(),
            _ if in_a_line.chars().count() <= WIDTH => in_a_line,
            targets => targets.iter().fold("targets:".to_owned(), |all, target| format!("{all}\n  - {target}")),
        };
        let organization = match scalar(organization, Style::Block) {
            fitting if "organization: ".len() + fitting.chars().count() <= WIDTH => format!(" {fitting}"),
            _ => match wrapped(organization, "organization: ".len(), STEP) {
                below if below.starts_with('\n') => below,
                beside => format!(" {beside}"),
            },
        };
        let mut text = format!(
            "{HEADER}xwalk: assessment/1
organization:{organization}
# scope: Which part of it is assessed
# date: 2026-11-20                   # the day of the assessment
# assessor: Who makes the assessment
{targets}
{EXPLANATION}
statuses:
"
        );
        for edition in &self.editions {
            add_edition(edition, &mut text);
        }
        text
    }
}

fn add_edition(catalog: &Catalog, text: &mut String) {
    text.push_str(&format!("  {}:\n", scalar(catalog.id.as_str(), Style::Block)));
    add_comment(&format!("{}: {}", in_a_line(catalog.name()), in_a_line(&catalog.title)), "", text);
    let entry = |number: &str| format!("{}: implemented", quoted(number));
    let widths = catalog.requirements().map(|clause| entry(clause.number.as_str()).chars().count());
    let width = widths.filter(|width| *width <= WIDEST).max().unwrap_or(0);
    for clause in catalog.clauses() {
        match clause.kind {
            ClauseKind::Requirement => {
                let title = in_a_line(&clause.title);
                let entry = entry(clause.number.as_str());
                let beside = format!("{entry:<width$}  # {title}");
                // A title that does not fit next to the entry is above it, so that an uncommented line leaves nothing
                // behind.
                if "    # ".len() + beside.chars().count() <= WIDTH {
                    add_comment(&beside, "", text);
                } else {
                    add_comment(&title, "  ", text);
                    add_comment(&entry, "", text);
                }
            }
            ClauseKind::Heading => add_comment(&heading(clause), "  ", text),
            ClauseKind::Informative => {}
        }
    }
}

/// Adds a comment below an edition.
fn add_comment(said: &str, further: &str, text: &mut String) {
    comment("    ", said, further).iter().for_each(|line| text.extend([line, "\n"]));
}

/// What the comment of a heading says.
pub(super) fn heading(clause: &Clause) -> String {
    format!("{} {}", clause.number, in_a_line(&clause.title))
}

/// A text that cannot break out of the comment that contains it.
fn in_a_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'), " ")
}
