//! The change of a text as a unified diff, which `patch` takes.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, Hunk, InternedInput, Token};

/// How many unchanged lines are shown around each change.
const AROUND: u32 = 1;

/// The lines of the diff; nothing where nothing changed. The printer of the crate is not used: it counts from another line
/// where the first change is near the start, and is silent about a missing newline at the end of a text.
pub(super) fn diff(name: &str, before: &str, after: &str) -> String {
    let lines = InternedInput::new(before, after);
    let mut changes = Diff::compute(Algorithm::Histogram, &lines);
    changes.postprocess_lines(&lines);
    let hunks: Vec<Hunk> = changes.hunks().collect();
    if hunks.is_empty() {
        return String::new();
    }
    let mut said = format!("--- {name}\n+++ {name}\n");
    for near in hunks.chunk_by(|one, next| next.before.start - one.before.end <= 2 * AROUND) {
        write(near, &lines, &mut said);
    }
    said
}

/// Writes changes that are near each other with the lines between and around them.
fn write(near: &[Hunk], lines: &InternedInput<&str>, said: &mut String) {
    let [first, ..] = near else { return };
    let lead = first.before.start.min(AROUND);
    let (mut before, mut after) = (first.before.start - lead, first.after.start - lead);
    let (before_start, after_start) = (before, after);
    let mut body = String::new();
    let mut add = |sign: char, tokens: &[Token]| {
        for token in tokens {
            let line = lines.interner[*token];
            body.push(sign);
            body.push_str(line);
            if !line.ends_with('\n') {
                body.push_str("\n\\ No newline at end of file\n");
            }
        }
    };
    for hunk in near {
        add(' ', part(&lines.before, before..hunk.before.start));
        add('-', part(&lines.before, hunk.before.clone()));
        add('+', part(&lines.after, hunk.after.clone()));
        (before, after) = (hunk.before.end, hunk.after.end);
    }
    let rest = u32::try_from(lines.before.len()).unwrap_or(u32::MAX) - before;
    let end = before + rest.min(AROUND);
    add(' ', part(&lines.before, before..end));
    let ranges = [range(before_start..end), range(after_start..after + (end - before))];
    said.push_str(&format!("@@ -{} +{} @@\n{body}", ranges[0], ranges[1]));
}

fn part(tokens: &[Token], Range { start, end }: Range<u32>) -> &[Token] {
    &tokens[start as usize..end as usize]
}

/// The first line and how many, as GNU diff writes them: no lines are after the line before them.
fn range(lines: Range<u32>) -> String {
    match lines.end - lines.start {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        count => format!("{},{count}", lines.start + 1),
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
    fn changes_near_each_other_are_shown_together_and_others_apart() {
        let (before, after) = ("a\nb\nc\nd\ne\nf\ng\nh\n", "A\nb\nc\nD\ne\nf\ng\nH\n");
        let shown = "@@ -1,5 +1,5 @@\n-a\n+A\n b\n c\n-d\n+D\n e\n@@ -7,2 +7,2 @@\n g\n-h\n+H\n";
        assert_eq!(diff("f", before, after), format!("--- f\n+++ f\n{shown}"));
    }

    #[test]
    fn a_text_that_does_not_end_its_last_line_is_shown_so() {
        let missing = "\\ No newline at end of file\n";
        assert_eq!(diff("f", "a\nb", "a\nb\n"), format!("--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n{missing}+b\n"));
        assert_eq!(diff("f", "a\nb", "c\nb"), format!("--- f\n+++ f\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n{missing}"));
    }
}
