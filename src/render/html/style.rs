//! Rules of style sheets for a document that is handed over in a different style.

use crate::render::Presentation;

/// The rules; none for the usual style. The accent is one for white paper: dark screens keep theirs.
pub(super) fn of(presentation: &Presentation) -> String {
    const FALLBACK: &str = "system-ui, \"Segoe UI\", Arial, sans-serif";
    let theme = &presentation.theme;
    let mut rules = Vec::new();
    if let Some(accent) = theme.accent {
        rules.push(format!("@media print, (prefers-color-scheme: light) {{ :root {{ --accent: {accent} }} }}"));
        rules.push("h1, h2, h3 { color: var(--accent) }".to_owned());
        rules.push("h2.section, footer, thead th, thead td { border-color: var(--accent) }".to_owned());
    }
    if let Some(font) = &theme.font {
        rules.push(format!("body {{ font-family: {}, {FALLBACK} }}", quoted(font)));
    }
    if let Some(font) = &theme.heading_font {
        rules.push(format!("h1, h2, h3, h4, h5, h6 {{ font-family: {}, {FALLBACK} }}", quoted(font)));
    }
    if let Some(classification) = presentation.classification() {
        let box_ = format!("content: {}; font: bold 8pt sans-serif; color: #1b242f", quoted(classification));
        rules.push(format!("@page {{ @top-right {{ {box_} }} }}"));
    }
    rules.into_iter().map(|rule| format!("\n{rule}")).collect()
}

/// A text in quotation marks, in which nothing ends them, the rule or the style sheet.
fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        ' ' => " ".to_owned(),
        c if c.is_alphanumeric() => c.to_string(),
        c => format!("\\{:x} ", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_in_a_text_ends_it() {
        assert_eq!(quoted("Très secret 3"), "\"Très secret 3\"");
        assert_eq!(quoted("\"</a"), "\"\\22 \\3c \\2f a\"");
    }
}
