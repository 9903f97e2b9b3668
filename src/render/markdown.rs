//! A document as Markdown, with pipe tables.

use std::io::{self, Write};

use super::{Format, Page, in_words, is_figure, names_version_behind, position_of, text_of};
use crate::language::{DocumentLanguage, figures, say};
use crate::report::{self, BasisKind, BasisLine, Cell, Chart, Document, Entry, Link, Part, Table, Tree, sanitized};

/// GitHub's Markdown.
#[derive(Debug, Clone, Copy)]
pub struct Markdown;

impl Format for Markdown {
    fn is_for_readers(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        text_of(held).is_some_and(|text| names_version_behind(text, "\n- "))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let language = page.presentation.language;
        writeln!(out, "# {}", escaped(&document.title))?;
        for line in &document.lead {
            writeln!(out, "\n{}", escaped(line))?;
        }
        for part in &document.parts {
            match part {
                Part::Table(table) if table.audience.has_people() => write_table(table, language, out)?,
                Part::Table(_) => {}
                Part::Tree(tree) => {
                    writeln!(out, "\n## {}\n", escaped(&tree.line))?;
                    tree.children.iter().try_for_each(|tree| write_tree(tree, 0, out))?;
                }
                Part::Section(title) => writeln!(out, "\n# {}", escaped(title))?,
                Part::Entry(entry) => write_entry(entry, language, out)?,
                Part::Chart(chart) => write_chart(chart, out)?,
                // A picture is for formats that can draw it; what it shows is in tables.
                Part::Graph(_) | Part::Schedule(_) | Part::Plot(_) => {}
            }
        }
        if !document.findings.is_empty() {
            writeln!(out, "\n## {}\n", in_words(&say!("page-findings"), language))?;
        }
        for finding in &document.findings {
            let severity = in_words(&report::severity(finding).0, language);
            if document.is_deliverable() {
                let said = in_words(&report::in_words(finding), language);
                writeln!(out, "- {severity}{} {}", figures::colon(language), escaped(&said))?;
                continue;
            }
            let help = finding.help.as_ref().map(|help| format!(" ({})", escaped(help))).unwrap_or_default();
            let place = position_of(finding, page.sources);
            writeln!(
                out,
                "- {severity} {}: {}{help}, {}",
                finding.rule.id(),
                escaped(&finding.message),
                escaped(&place)
            )?;
        }
        writeln!(out, "\n## {}\n", in_words(&say!("page-basis"), language))?;
        document.basis.lines().iter().try_for_each(|line| write_basis_line(line, page, out))
    }
}

fn write_basis_line(line: &BasisLine<'_>, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let language = page.presentation.language;
    let colon = figures::colon(language);
    let (name, says) = (escaped(&in_words(&line.name, language)), escaped(&in_words(&line.says(), language)));
    match (line.kind, line.file) {
        (BasisKind::Tool, _) => writeln!(out, "- {name} {says}"),
        (_, None) => writeln!(out, "- {name}{colon} {says}"),
        (_, Some(support)) => {
            let says = if says.is_empty() { says } else { format!(", {says}") };
            writeln!(out, "- {name}{says}, sha256 `{}`", page.sources.get(support.file).sha256())
        }
    }
}

fn write_table(table: &Table, language: DocumentLanguage, out: &mut dyn Write) -> io::Result<()> {
    let columns: Vec<usize> =
        (0..table.headings.len()).filter(|at| table.headings[*at].audience.has_people()).collect();
    writeln!(out, "\n## {}\n", escaped(&table.title))?;
    if table.rows.is_empty() {
        return writeln!(out, "({})", in_words(&say!("page-none"), language));
    }
    let heads: Vec<String> = columns.iter().map(|at| escaped(&table.headings[*at].label)).collect();
    writeln!(out, "| {} |", heads.join(" | "))?;
    let has_numbers = |at: &usize| table.rows.iter().any(|row| is_figure(&row[*at]));
    let rules: Vec<&str> = columns.iter().map(|at| if has_numbers(at) { "---:" } else { "---" }).collect();
    writeln!(out, "| {} |", rules.join(" | "))?;
    for row in &table.rows {
        let cells: Vec<String> = columns.iter().map(|at| inline(&row[*at], language)).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn write_tree(tree: &Tree, depth: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}- {}", "  ".repeat(depth), escaped(&tree.line))?;
    tree.children.iter().try_for_each(|tree| write_tree(tree, depth + 1, out))
}

/// An entry: a heading, or under one an item of a list, with a box where it is something to do.
fn write_entry(entry: &Entry, language: DocumentLanguage, out: &mut dyn Write) -> io::Result<()> {
    if entry.is_done.is_some() {
        return write_item(entry, 0, language, out);
    }
    let mark = entry.mark.as_ref().map(|(word, _)| format!(" ({})", escaped(word))).unwrap_or_default();
    writeln!(out, "\n## {}{mark}\n", escaped(&entry.title))?;
    for (name, cell) in &entry.values {
        writeln!(out, "{}\n", named_value(name, cell, language))?;
    }
    entry.children.iter().try_for_each(|entry| write_item(entry, 0, language, out))
}

fn write_item(entry: &Entry, depth: usize, language: DocumentLanguage, out: &mut dyn Write) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    let check = match entry.is_done {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let mark = entry.mark.as_ref().map(|(word, _)| format!(" ({})", escaped(word))).unwrap_or_default();
    writeln!(out, "{indent}- {check}**{}**{mark}", escaped(&entry.title))?;
    for (name, cell) in &entry.values {
        writeln!(out, "{indent}  - {}", named_value(name, cell, language))?;
    }
    entry.children.iter().try_for_each(|entry| write_item(entry, depth + 1, language, out))
}

fn named_value(name: &str, cell: &Cell, language: DocumentLanguage) -> String {
    let value = inline(cell, language);
    if name.is_empty() { value } else { format!("*{}{}* {value}", escaped(name), figures::colon(language)) }
}

/// A chart as a table of its numbers.
fn write_chart(chart: &Chart, out: &mut dyn Write) -> io::Result<()> {
    let names: Vec<&str> = chart
        .bars
        .first()
        .map(|bar| bar.segments.iter().map(|segment| segment.name.as_str()).collect())
        .unwrap_or_default();
    writeln!(out, "\n## {}\n", escaped(&chart.title))?;
    writeln!(out, "|  | {} |  |", names.join(" | "))?;
    writeln!(out, "| --- | {}---: |", "---: | ".repeat(names.len()))?;
    for bar in &chart.bars {
        let counts: Vec<String> = bar.segments.iter().map(|segment| segment.count.to_string()).collect();
        writeln!(out, "| {} | {} | {} |", escaped(&bar.label), counts.join(" | "), escaped(&bar.value))?;
    }
    Ok(())
}

/// A cell in running text: what leads somewhere is a link.
fn inline(cell: &Cell, language: DocumentLanguage) -> String {
    let link = |link: &Link| match &link.target {
        // An address with characters that end a link stays text.
        Some(target) if !target.contains(['(', ')', '<', '>', '[', ']', '\\']) => {
            format!("[{}]({target})", escaped(&link.text))
        }
        Some(_) | None => escaped(&link.text),
    };
    match cell {
        Cell::Links(links) => links.iter().map(link).collect::<Vec<_>>().join(", "),
        Cell::Empty
        | Cell::Text(_)
        | Cell::Word(..)
        | Cell::Count(_)
        | Cell::Share(..)
        | Cell::Number(_)
        | Cell::Rating(_)
        | Cell::Effort(_)
        | Cell::Day(_)
        | Cell::Boolean(_)
        | Cell::Refs(..) => escaped(&cell.shown(language)),
    }
}

/// Text that Markdown and HTML take for nothing but text, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in sanitized(text.trim()).chars() {
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
    use super::{Markdown, escaped};
    use crate::render::{Format, Page};
    use crate::report::{Audience, Cell, Column, Document, Part, Table, Tone};
    use crate::source::Sources;

    fn written(table: Table) -> String {
        let document = Document { parts: vec![Part::Table(table)], ..Document::default() };
        let mut text = Vec::new();
        Markdown.write(&document, Page::new(&Sources::default(), 80), &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn counts_in_words_stand_right_as_others_do_and_days_do_not() {
        let columns: [Column<(Cell, Cell)>; 2] = [
            Column::said(Audience::All, "partial", "heading-partial", |row| row.0.clone()),
            Column::said(Audience::All, "due", "heading-due", |row| row.1.clone()),
        ];
        let row = (Cell::word("4", Tone::Middling), Cell::word("2026-12-23 (late)", Tone::Bad));
        let text = written(Table::of("levels", "Levels", &columns, [&row]));
        assert!(text.contains("| ---: | --- |"), "{text}");
    }

    #[test]
    fn a_table_without_rows_says_so() {
        let columns = [Column::said(Audience::All, "due", "heading-due", |row: &Cell| row.clone())];
        let rows: [Cell; 0] = [];
        let text = written(Table::of("register", "Register", &columns, &rows).without_empty_columns());
        assert!(text.contains("## Register\n\n(none)\n") && !text.contains('|'), "{text}");
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("a|b <i>*x*</i>\n[y](z)"), "a\\|b &lt;i&gt;\\*x\\*&lt;/i&gt; \\[y\\](z)");
    }
}
