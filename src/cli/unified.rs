//! The change of a text as a unified diff, which `patch` takes.

use std::fmt::{self, Write};

use imara_diff::{Algorithm, Diff, InternedInput, Interner, Token, UnifiedDiffConfig, UnifiedDiffPrinter};

/// How many unchanged lines are shown around each change.
const AROUND: u32 = 1;

/// The lines of the diff; nothing where nothing changed.
pub(super) fn diff(name: &str, before: &str, after: &str) -> String {
    let lines = InternedInput::new(before, after);
    let mut changes = Diff::compute(Algorithm::Histogram, &lines);
    changes.postprocess_lines(&lines);
    let (printer, mut config) = (Printer(&lines.interner), UnifiedDiffConfig::default());
    config.context_len(AROUND);
    let hunks = changes.unified_diff(&printer, config, &lines).to_string();
    if hunks.is_empty() { hunks } else { format!("--- {name}\n+++ {name}\n{hunks}") }
}

/// Prints lines as GNU diff does; the printer of the crate is silent about a missing newline at the end of a text.
struct Printer<'t>(&'t Interner<&'t str>);

impl Printer<'_> {
    fn line(&self, f: &mut impl Write, sign: char, token: Token) -> fmt::Result {
        let line = self.0[token];
        write!(f, "{sign}{line}")?;
        if line.ends_with('\n') { Ok(()) } else { f.write_str("\n\\ No newline at end of file\n") }
    }
}

impl UnifiedDiffPrinter for Printer<'_> {
    fn display_header(
        &self,
        mut f: impl Write,
        start_before: u32,
        start_after: u32,
        len_before: u32,
        len_after: u32,
    ) -> fmt::Result {
        // No lines are after the line before them.
        let range = |start: u32, len: u32| match len {
            0 => format!("{start},0"),
            1 => format!("{}", start + 1),
            len => format!("{},{len}", start + 1),
        };
        writeln!(f, "@@ -{} +{} @@", range(start_before, len_before), range(start_after, len_after))
    }

    fn display_context_token(&self, mut f: impl Write, token: Token) -> fmt::Result {
        self.line(&mut f, ' ', token)
    }

    fn display_hunk(&self, mut f: impl Write, before: &[Token], after: &[Token]) -> fmt::Result {
        before.iter().try_for_each(|token| self.line(&mut f, '-', *token))?;
        after.iter().try_for_each(|token| self.line(&mut f, '+', *token))
    }
}

#[cfg(test)]
mod tests {
    use super::diff;

    #[test]
    fn a_change_has_its_lines_a_line_around_and_its_place() {
        let (before, after) = ("a\nb\nc\nd\ne\n", "a\nb\nx\nd\ne\n");
        assert_eq!(diff("f", before, after), "--- f\n+++ f\n@@ -2,3 +2,3 @@\n b\n-c\n+x\n d\n");
        assert_eq!(diff("f", before, before), "");
        assert_eq!(diff("f", "", "a\nb\n"), "--- f\n+++ f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
        assert_eq!(diff("f", "a\nb\n", "a\n"), "--- f\n+++ f\n@@ -1,2 +1 @@\n a\n-b\n");
    }

    #[test]
    fn a_text_that_does_not_end_its_last_line_is_shown_so() {
        let missing = "\\ No newline at end of file\n";
        assert_eq!(diff("f", "a\nb", "a\nb\n"), format!("--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n{missing}+b\n"));
        assert_eq!(diff("f", "a\nb", "c\nb"), format!("--- f\n+++ f\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n{missing}"));
    }
}
