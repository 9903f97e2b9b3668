//! What users read of the rules.

use crate::diagnostic::Rule;

/// A section for each rule, in the order of [`ALL`](crate::diagnostic::ALL).
const PAGES: &str = include_str!("../docs/rules.md");

/// What the documentation says of a rule.
pub trait Documented {
    /// Its section of the documentation, in Markdown, head line included.
    fn documentation(self) -> &'static str;

    /// Why the rule exists, as one paragraph.
    fn rationale(self) -> String;

    /// How to fix it, as one paragraph.
    fn remedy(self) -> String;
}

impl Documented for Rule {
    fn documentation(self) -> &'static str {
        let header = format!("\n## {}\n", self.id());
        let start = PAGES.find(&header).expect("a test sees to it that every rule has its section") + 1;
        let section = &PAGES[start..];
        section[..section.find("\n## ").unwrap_or(section.len())].trim_end()
    }

    fn rationale(self) -> String {
        paragraph(self, "**Why.** ")
    }

    fn remedy(self) -> String {
        paragraph(self, "**How to correct it.** ")
    }
}

fn paragraph(rule: Rule, mark: &str) -> String {
    let rest =
        rule.documentation().split_once(mark).expect("a test sees to it that every section has its paragraphs").1;
    rest.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
