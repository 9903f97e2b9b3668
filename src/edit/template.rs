//! The template of an assessment, with comments.

use super::scalar::{WIDTH, comment, quoted, scalar, wrapped};
use crate::load::layout::Style;
use crate::model::{Catalog, Clause, ClauseKind};

/// The longest entry whose title is aligned in the column behind it.
const WIDEST: usize = 40;

/// How much deeper a level stands.
const STEP: usize = 2;

const HEADER: &str = r#"# yaml-language-server: $schema=assessment.schema.json
# Editors that understand this line check the file as you type, once the schema
# lies beside it:
#   xwalk schema assessment --output assessment.schema.json
# Comments below stand where the entry will that each may become:
# yamllint disable rule:comments-indentation
---
"#;

const EXPLANATION: &str = r#"
# One word says how far a clause is in place:
#
#   implemented       all of it
#   partial           some of it
#   planned           nothing yet; it is intended
#   not-implemented   nothing
#   not-applicable    it does not apply to the organization; a justification
#                     says why
#
# What nobody has looked at stays a comment. To state a clause, take the first #
# of its line away and write its word, or let `xwalk set` or `xwalk interview`
# do so. Where there is more to say, a record takes the place of the word; all
# but the status may be left out:
#
#   "4.2.1":
#     status: partial
#     evidence: [docs/manual.pdf, "https://example.com/manual"]
#     owner: Quality manager
#     due: 2027-03-31                # by when it is to be in place
#     assessed: 2026-11-20           # when somebody last looked
#     maturity: 3                    # from 0 to 5
#     maturity-target: 4             # what is aimed at, from 0 to 5
#     effort: 2.5                    # person-days that are left
#     justification: Why it does not apply; of a control also why it does
#     risks: [R-12]                  # by their ids in your register of risks
#     note: Whatever else is worth knowing
"#;

/// What the skeleton of an assessment is made of.
#[derive(Debug, Clone)]
pub struct Template<'l> {
    /// The editions to assess, in the order in which they are to stand.
    pub editions: Vec<&'l Catalog>,
    /// The editions that are aimed at.
    pub targets: Vec<&'l Catalog>,
    /// Who assesses itself.
    pub organization: Option<String>,
}

impl Template<'_> {
    /// The text: an assessment that states nothing, with every requirement in a comment that may be uncommented.
    pub fn text(&self) -> String {
        let organization = self.organization.as_deref().unwrap_or("Your organization");
        let targets: Vec<String> = self.targets.iter().map(|target| scalar(target.id.as_str(), Style::Flow)).collect();
        let in_a_line = format!("targets: [{}]", targets.join(", "));
        let targets = match targets.as_slice() {
            [] => "# targets: []                        # the editions that are aimed at".to_owned(),
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
# scope: What part of it is assessed
# date: 2026-11-20                   # the day of the assessment
# assessor: Who makes it
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
                // What does not fit beside stands above, so that a line that is uncommented leaves nothing behind.
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

/// A text that cannot leave the comment in which it stands.
fn in_a_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'), " ")
}
