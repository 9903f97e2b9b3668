//! One statement is removed from a text, and nothing else.

use proptest::prelude::*;
use xwalk::diagnostic::Refusal;
use xwalk::edit::Draft;

use crate::set::{run, with};
use crate::styles::{CLAUSES, Dice, Styled};
use crate::worlds::{clause, said, small};

/// The text without the statement of c:1/1.2.
fn without(text: &str) -> Result<String, Refusal> {
    let library = small();
    let draft = Draft::read("a.yaml", text.to_owned(), &library).unwrap();
    draft.unset(&library, &clause("c:1/1.2")).map(|draft| draft.text().to_owned())
}

/// Lines become others without the statement of c:1/1.2.
fn becomes(lines: &str, changed: &str) {
    assert_eq!(without(&with(lines)).unwrap(), with(changed));
}

fn filled(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_statement_is_gone_and_every_other_line_as_it_was(numbers in prop::collection::vec(any::<u8>(), 100..400)) {
        let library = small();
        let mut dice = Dice::new(numbers);
        let styled = Styled::new(&mut dice);
        let draft = Draft::read("a.yaml", styled.text.clone(), &library).unwrap();
        for (edition, clauses) in CLAUSES {
            for number in clauses {
                let id = clause(&format!("{edition}/{number}"));
                let entry = styled.entries.iter().find(|(of, known, _)| (*of, *known) == (edition, *number));
                let Some((.., range)) = entry else {
                    prop_assert!(draft.unset(&library, &id).unwrap_err().message.contains("there is no statement on"));
                    continue;
                };
                let old = &styled.text;
                let changed = match draft.unset(&library, &id) {
                    Ok(changed) => changed,
                    Err(refusal) => {
                        prop_assert!(refusal.message.contains("there is a comment inside"), "{refusal}\n{old}");
                        prop_assert!(!old[..range.start].ends_with("\n"), "{refusal}\n{old}");
                        continue;
                    }
                };
                let (new, mut before) = (changed.text(), said(&draft));
                before.remove(&id);
                prop_assert_eq!(said(&changed), before);
                let start = old[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
                let has_lines = old[start..range.start].trim().is_empty() && !old[range.end..].starts_with([' ', ',']);
                if has_lines && !old[range.clone()].ends_with('}') {
                    let rest = [&old[..start], &old[range.end..]].concat();
                    prop_assert_eq!(filled(new), filled(&rest), "{}", old);
                }
                prop_assert!(!styled.is_crlf || new.matches('\n').count() == new.matches("\r\n").count());
                prop_assert_eq!(old.starts_with('\u{feff}'), new.starts_with('\u{feff}'));
            }
        }
    }
}

#[test]
fn an_entry_goes_with_its_comments_and_no_other() {
    becomes(
        "  c:1:\n    # above\n    \"1.1\": planned # one\n    \"1.2\": partial # two\n      # of two\n    # below\n    \"3\": planned\n",
        "  c:1:\n    # above\n    \"1.1\": planned # one\n    # below\n    \"3\": planned\n",
    );
    becomes(
        "  c:1:\n    \"1.2\":\n      status: partial # a\n      note: |+ # b\n        text\n\n    \"3\": planned\n",
        "  c:1:\n    \"3\": planned\n",
    );
}

#[test]
fn in_brackets_the_comma_goes_too() {
    let cases = [
        ("{ \"1.1\": planned, \"1.2\": partial, \"3\": planned }", "{ \"1.1\": planned, \"3\": planned }"),
        ("{ \"1.2\": partial, \"3\": planned }", "{ \"3\": planned }"),
        ("{ \"1.1\": planned, \"1.2\": { status: partial } }", "{ \"1.1\": planned }"),
        ("{ \"1.2\": partial, }", "{}"),
        (
            "{\n    \"1.1\": planned, # one\n    \"1.2\": partial, # two\n    \"3\": planned # three\n  }",
            "{\n    \"1.1\": planned, # one\n    \"3\": planned # three\n  }",
        ),
        ("{\n    \"1.1\": planned,\n    \"1.2\": partial\n  }", "{\n    \"1.1\": planned\n  }"),
    ];
    for (before, after) in cases {
        becomes(&format!("  c:1: {before} # c\n"), &format!("  c:1: {after} # c\n"));
    }
}

#[test]
fn an_edition_of_which_nothing_is_left_stays_and_is_filled_again() {
    let text = with("  c:1: # mine\n    \"1.2\": partial\n  d:1:\n    \"A.1\": planned\n");
    let left = without(&text).unwrap();
    assert_eq!(left, with("  c:1: # mine\n  d:1:\n    \"A.1\": planned\n"));
    let library = small();
    let (draft, id) = (Draft::read("a.yaml", left, &library).unwrap(), clause("c:1/1.2"));
    let wanted = draft.with_status(&id, xwalk::model::Status::Partial);
    assert_eq!(draft.set(&library, &id, &wanted).unwrap().text(), text);
}

#[test]
fn what_cannot_be_taken_out_safely_is_refused_with_its_place() {
    let refused = |lines: &str| without(&with(lines)).unwrap_err().message;
    let repeats = "an alias in another place uses this value";
    assert_eq!(refused("  c:1:\n    \"1.2\": &a partial\n    \"3\": *a\n"), format!("a.yaml:5:5: {repeats}"));
    assert_eq!(
        refused("  c:1:\n    \"1.2\": { status: partial, owner: &a Ann }\n    \"3\": { status: partial, owner: *a }\n"),
        format!("a.yaml:5:5: {repeats}")
    );
    assert_eq!(
        refused("  c:1: { \"1.1\": planned, \"1.2\": partial # whose\n    }\n"),
        "a.yaml:4:40: there is a comment inside the text to remove"
    );
    assert_eq!(
        refused("  c:1:\n    ? \"1.2\"\n    : partial\n"),
        "a.yaml:5:7: nothing can be added here because the key is not at the start of its line"
    );
    assert_eq!(refused("  c:1:\n    \"3\": partial\n"), "a.yaml: there is no statement on c:1/1.2");
    becomes("  c:1:\n    \"3\": &a partial\n    \"1.2\": *a\n", "  c:1:\n    \"3\": &a partial\n");
}

#[test]
fn the_command_takes_a_statement_back_and_nothing_else_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let head = "xwalk: assessment/1\norganization: X\nstatuses:\n  iso-9001:2008:\n";
    std::fs::write(&path, format!("{head}    \"4.1\": partial # c\n")).unwrap();
    let (code, _, complaint) = run(folder.path(), &["a.yaml", "4.1", "planned", "--unset"]);
    assert_eq!(code, Some(2));
    assert!(complaint.contains("--unset"), "{complaint}");
    let shown = "--- a.yaml\n+++ a.yaml\n@@ -4,2 +4 @@\n   iso-9001:2008:\n-    \"4.1\": partial # c\n";
    assert_eq!(run(folder.path(), &["a.yaml", "4.1", "--unset"]), (Some(0), shown.to_owned(), String::new()));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), head);
    let (code, _, complaint) = run(folder.path(), &["a.yaml", "4.1", "--unset"]);
    assert_eq!(code, Some(2));
    assert!(complaint.contains("there is no statement on iso-9001:2008/4.1"), "{complaint}");
}
