//! A document as Markdown, with pipe tables.

use std::io::{self, Write};

use super::{Format, Page, percent};
use crate::diagnostic::Severity;
use crate::report::{Cell, Document, Part, Support, Table, Tree, harmless};
use crate::source::Sources;

/// GitHub's Markdown.
#[derive(Debug, Clone, Copy)]
pub struct Markdown;

impl Format for Markdown {
    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}", escaped(&document.title))?;
        for line in &document.lead {
            writeln!(out, "\n{}", escaped(line))?;
        }
        for part in &document.parts {
            match part {
                Part::Table(table) if table.audience.has_people() => write_table(table, out)?,
                Part::Table(_) => {}
                Part::Tree(tree) => {
                    writeln!(out, "\n## {}\n", escaped(&tree.line))?;
                    tree.under.iter().try_for_each(|tree| write_tree(tree, 0, out))?;
                }
            }
        }
        if !document.findings.is_empty() {
            writeln!(out, "\n## Findings\n")?;
        }
        for finding in &document.findings {
            let place = page.sources.place(finding.span);
            let file = page.sources.get(finding.span.file).name();
            let severity = match finding.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            let help = finding.help.as_ref().map(|help| format!(" ({})", escaped(help))).unwrap_or_default();
            writeln!(
                out,
                "- {severity}: {}{help}, {}:{}:{}",
                escaped(&finding.message),
                escaped(file),
                place.line,
                place.column
            )?;
        }
        writeln!(out, "\n## Basis\n\n- {} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))?;
        for (name, value) in &document.basis.settings {
            writeln!(out, "- {name}: {}", escaped(value))?;
        }
        let supports = document.basis.editions.iter().chain(&document.basis.tables).chain(&document.basis.assessment);
        supports.into_iter().try_for_each(|support| write_support(support, page.sources, out))
    }
}

fn write_support(support: &Support, sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let version = support.version.map(|version| format!(", version {version}")).unwrap_or_default();
    let draft = if support.is_draft { ", draft" } else { "" };
    let confidence = support.confidence.map(|confidence| format!(", confidence {confidence}")).unwrap_or_default();
    let provenance = support.provenance.map(|provenance| format!(", {provenance}")).unwrap_or_default();
    writeln!(
        out,
        "- {}{version}{draft}{confidence}{provenance}, sha256 `{}`",
        escaped(&support.id),
        sources.get(support.file).sha256()
    )
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let columns: Vec<usize> =
        (0..table.headings.len()).filter(|at| table.headings[*at].audience.has_people()).collect();
    writeln!(out, "\n## {}\n", escaped(&table.title))?;
    let heads: Vec<String> = columns.iter().map(|at| escaped(&table.headings[*at].label)).collect();
    writeln!(out, "| {} |", heads.join(" | "))?;
    let is_number = |at: &usize| table.rows.iter().any(|row| matches!(row[*at], Cell::Count(_) | Cell::Share(..)));
    let rules: Vec<&str> = columns.iter().map(|at| if is_number(at) { "---:" } else { "---" }).collect();
    writeln!(out, "| {} |", rules.join(" | "))?;
    for row in &table.rows {
        let cells: Vec<String> = columns.iter().map(|at| escaped(&shown(&row[*at]))).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn write_tree(tree: &Tree, depth: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}- {}", "  ".repeat(depth), escaped(&tree.line))?;
    tree.under.iter().try_for_each(|tree| write_tree(tree, depth + 1, out))
}

/// What people read of a cell.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Word(text, _) | Cell::Refs(_, text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Share(share, _) => percent(*share),
        Cell::Truth(true) => "yes".to_owned(),
        Cell::Truth(false) => "no".to_owned(),
    }
}

/// Text that Markdown and HTML take for nothing but text, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in harmless(text.trim()).chars() {
        match c {
            '\n' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("a|b <i>*x*</i>\n[y](z)"), "a\\|b &lt;i&gt;\\*x\\*&lt;/i&gt; \\[y\\](z)");
    }
}
