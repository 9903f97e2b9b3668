//! Diagnostics as a compiler shows them: message, place, the line with the word marked, and how to correct it.

use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Page;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::{sanitized, without_commands};
use crate::source::{Source, Span};

/// Lines longer than this are not shown, only named.
const LONGEST_LINE: usize = 1_000;

/// Writes diagnostics in their order, with colours as ANSI escapes.
pub fn write_diagnostics(diagnostics: &[Diagnostic], page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
    let renderer = renderer(page);
    for diagnostic in diagnostics {
        let text = renderer.render(&[group(diagnostic, page)]);
        writeln!(out, "{}\n", without_commands(&text))?;
    }
    Ok(())
}

/// Writes diagnostics as a part of an answer: what they say stays inside its width.
pub(super) fn write_wrapped_diagnostics(
    diagnostics: &[Diagnostic],
    page: Page<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = renderer(page);
    for diagnostic in diagnostics {
        let mut wrapped = diagnostic.clone();
        let head = format!("{}[{}]: ", diagnostic.severity().name(), diagnostic.rule.id());
        wrapped.message = fitting(&diagnostic.message, head.len(), page.width);
        wrapped.help = diagnostic.help.as_ref().map(|help| fitting(help, "999 = help: ".len(), page.width));
        writeln!(out, "{}\n", renderer.render(&[group(&wrapped, page)]))?;
    }
    Ok(())
}

fn renderer(page: Page<'_>) -> Renderer {
    Renderer::styled().term_width(page.width.max(60))
}

/// A text in lines that fit after so many columns.
fn fitting(text: &str, behind: usize, width: usize) -> String {
    textwrap::fill(&sanitized(text), width.max(60).saturating_sub(behind))
}

fn group<'p>(diagnostic: &'p Diagnostic, page: Page<'p>) -> Group<'p> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Gate => Level::ERROR.with_name("gate"),
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = level
        .primary_title(sanitized(&diagnostic.message))
        .id(diagnostic.rule.id())
        .elements(Vec::<Snippet<'_, Annotation<'_>>>::new());
    group = add_place(group, page, diagnostic.span, AnnotationKind::Primary, "");
    for label in &diagnostic.labels {
        group = add_place(group, page, label.span, AnnotationKind::Context, &label.text);
    }
    if let Some(state) = &diagnostic.since {
        group = group.element(Level::NOTE.message(state.in_words()));
    }
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(sanitized(help))),
        None => group,
    }
}

/// The line on which a stretch begins, with the stretch marked; its place alone where the line is too long to show.
fn add_place<'p>(group: Group<'p>, page: Page<'p>, span: Span, kind: AnnotationKind, label: &'p str) -> Group<'p> {
    let source = page.sources.get(span.file);
    let place = source.position(span.start);
    let (line, start) = line_around(source, span.start);
    let name = sanitized(source.name());
    let line_number = place.line.get() as usize;
    if line.len() > LONGEST_LINE {
        return group.element(Origin::path(name).line(line_number).char_column(place.column.get() as usize));
    }
    let offset = |at: u32| boundary(line, (at as usize).saturating_sub(start).min(line.len()));
    let start_in_line = offset(span.start);
    let end_in_line = offset(span.end.max(span.start)).max(start_in_line);
    // Of a stretch that is wider than the page its beginning is marked.
    let room = page.width.max(60) - 20;
    let longest = line[start_in_line..].char_indices().nth(room).map_or(line.len(), |(at, _)| start_in_line + at);
    let range = start_in_line..end_in_line.min(longest);
    let annotation = kind.span(range);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    group.element(Snippet::source(same_length(line)).path(name).line_start(line_number).annotation(annotation))
}

/// The line that holds a byte, without what ends it, and where it begins.
fn line_around(source: &Source, at: u32) -> (&str, usize) {
    const MARK: &str = "\u{feff}";
    let line = source.line_around(at);
    let text = &source.text()[line.clone()];
    let (text, start) = match text.strip_prefix(MARK) {
        // The mark at the beginning of a file is not part of its first line, unless it is what is meant.
        Some(text) if line.start == 0 && at as usize >= MARK.len() => (text, MARK.len()),
        Some(_) | None => (text, line.start),
    };
    (text.trim_end_matches('\r'), start)
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The line with characters that steer a terminal replaced by as many bytes, so that the marks stay where they are.
fn same_length(line: &str) -> String {
    line.chars()
        .map(|c| {
            let is_harmful = sanitized(c.encode_utf8(&mut [0; 4])) != c.to_string() && c != '\t';
            match c.len_utf8() {
                _ if !is_harmful => c.to_string(),
                3 => '\u{fffd}'.to_string(),
                bytes => "?".repeat(bytes),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::same_length;

    #[test]
    fn a_line_is_made_harmless_without_moving_anything() {
        assert_eq!(same_length("a\u{1b}[31mb"), "a?[31mb");
        assert_eq!(same_length("a\u{202e}b").len(), "a\u{202e}b".len());
        assert_eq!(same_length("é\u{9b}x"), "é??x");
    }
}
