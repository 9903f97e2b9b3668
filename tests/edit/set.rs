//! One statement is changed in its text.

use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use xwalk::diagnostic::Refusal;
use xwalk::disk::{self, Patience};
use xwalk::edit::Draft;
use xwalk::model::{PersonDays, Statement, Status};
use xwalk::source::Text;

use crate::styles::{CLAUSES, Dice, Styled};
use crate::worlds::{bare, clause, said, small};

const TEXTS: [&str; 16] = [
    "plain words",
    "yes",
    "1.10",
    "a: b",
    "a # b",
    "it's \"so\"",
    "two\nlines",
    " blank before",
    "é ✓ 字",
    "- a",
    "{a, b]",
    "\u{1b}[31m",
    "",
    "https://example.com/a?b=c#d",
    "*name",
    "\\ \t end",
];

/// A statement in which some things differ from another.
fn varied(dice: &mut Dice, mut statement: Statement) -> Statement {
    statement.status = dice.one_of(&[
        statement.status,
        Status::Implemented,
        Status::Partial,
        Status::Planned,
        Status::NotImplemented,
        Status::NotApplicable,
    ]);
    let text = |dice: &mut Dice, before: Option<Text>| match dice.below(5) {
        0..=2 => before,
        3 => None,
        _ => Some(dice.one_of(&TEXTS).into()),
    };
    statement.owner = text(dice, statement.owner);
    statement.note = text(dice, statement.note);
    statement.justification = text(dice, statement.justification);
    if statement.justification.as_ref().is_none_or(|text| text.trim().is_empty())
        && statement.status == Status::NotApplicable
    {
        statement.justification = Some("out of scope".into());
    }
    // What is read as nothing is nothing.
    statement.justification = statement.justification.filter(|text| !text.trim().is_empty());
    match dice.below(6) {
        0 => statement.evidence.clear(),
        1 => statement.evidence.push(dice.one_of(&TEXTS).into()),
        2 => statement.evidence = vec![dice.one_of(&TEXTS).into(), "b.pdf".into()],
        3 => statement.evidence.truncate(1),
        _ => {}
    }
    match dice.below(5) {
        0 => statement.risks.clear(),
        1 => statement.risks = vec!["R-12".into(), "12.1".into()],
        2 => statement.maturity_target = Some(4),
        _ => {}
    }
    match dice.below(6) {
        0 => (statement.due, statement.maturity, statement.maturity_target) = (None, None, None),
        1 => statement.due = Some("2028-02-29".parse().unwrap()),
        2 => (statement.maturity, statement.effort) = (Some(5), Some(PersonDays(250))),
        3 => statement.assessed = Some("2026-11-20".parse().unwrap()),
        _ => {}
    }
    statement
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn many_statements_at_once_are_as_one_behind_the_other(numbers in prop::collection::vec(any::<u8>(), 100..400)) {
        let library = small();
        let mut dice = Dice::new(numbers);
        let mut wanted_dice = Dice::new((0..80).map(|_| u8::try_from(dice.below(256)).unwrap()).collect());
        let draft = Draft::read("a.yaml", Styled::new(&mut dice).text, &library).unwrap();
        let wanted: Vec<_> = ["c:1/1.2", "c:1/3", "c:1/1.1", "d:1/A.1"]
            .map(|id| {
                let stated = draft.assessment().statement(&clause(id)).cloned();
                (clause(id), varied(&mut wanted_dice, stated.unwrap_or_else(|| bare(Status::Partial))))
            })
            .into();
        let each = wanted.iter().try_fold(draft.clone(), |draft, (clause, wanted)| draft.set(&library, clause, wanted));
        match (draft.set_all(&library, &wanted), each) {
            (Ok(all), Ok(each)) => prop_assert_eq!(all.text(), each.text()),
            (Err(all), Err(each)) => prop_assert_eq!(all, each),
            (all, each) => prop_assert!(false, "{all:?}\n{each:?}"),
        }
    }

    #[test]
    fn a_statement_is_as_asked_and_every_other_byte_as_it_was(numbers in prop::collection::vec(any::<u8>(), 100..400)) {
        let library = small();
        let mut dice = Dice::new(numbers);
        let (edition, clauses) = dice.one_of(&CLAUSES);
        let number = dice.one_of(clauses);
        let id = clause(&format!("{edition}/{number}"));
        let mut wanted_dice = Dice::new((0..20).map(|_| u8::try_from(dice.below(256)).unwrap()).collect());
        let styled = Styled::new(&mut dice);
        let draft = Draft::read("a.yaml", styled.text.clone(), &library)
            .map_err(|faults| TestCaseError::fail(format!("{faults:?}\n{}", styled.text)))?;
        let said_before = said(&draft);
        prop_assert_eq!(said_before.len(), styled.entries.len());
        let stated = draft.assessment().statement(&id).cloned();
        let wanted = varied(&mut wanted_dice, stated.clone().unwrap_or_else(|| bare(Status::Partial)));
        let changed = match draft.set(&library, &id, &wanted) {
            Ok(changed) => changed,
            Err(refusal) => {
                // The one thing that is refused here: to tear out of brackets what has a comment in it.
                prop_assert!(refusal.message.contains("there is a comment inside"), "{refusal}\n{}", styled.text);
                return Ok(());
            }
        };
        // What is read again is what was asked for, and the rest as before.
        let read = Draft::read("a.yaml", changed.text().to_owned(), &library).unwrap();
        let (mut now, mut before) = (said(&read), said_before);
        let stated_now = read.assessment().statement(&id).unwrap().clone();
        prop_assert_eq!(Statement { span: wanted.span, ..stated_now }, wanted.clone());
        now.remove(&id);
        before.remove(&id);
        prop_assert_eq!(now, before);
        prop_assert_eq!(&read.assessment().scope, &draft.assessment().scope);
        prop_assert_eq!(&read.assessment().assessor, &draft.assessment().assessor);
        // Every byte outside the entry is where it was.
        let (old, new) = (&styled.text, changed.text());
        let entry = styled.entries.iter().find(|(of, known, _)| (*of, *known) == (edition, number));
        let same_before = old.bytes().zip(new.bytes()).take_while(|(left, right)| left == right).count();
        let same_behind = old.bytes().rev().zip(new.bytes().rev()).take_while(|(left, right)| left == right).count();
        match entry {
            Some((.., range)) => {
                // The blank lines that a text keeps go with it.
                let behind = &old[range.end..];
                let kept = if old[range.clone()].contains("|+") { behind.len() - behind.trim_start().len() } else { 0 };
                let end = range.end + kept;
                prop_assert!(same_before >= range.start && same_behind + end >= old.len(), "{old}\n{new}");
            }
            None if same_before + same_behind >= old.len() => {}
            // A comma is put behind a neighbour in brackets, and the entry below the neighbour's comment.
            None if new[same_before..].starts_with(&format!(",{}", &old[same_before..old.len() - same_behind])) => {}
            None => {
                let head = styled.heads.iter().find(|head| same_before >= head.start && same_behind + head.end >= old.len());
                prop_assert!(head.is_some(), "{old}\n{new}");
            }
        }
        // No comment is lost, lines end as before, and to ask twice changes nothing.
        for comment in &styled.comments {
            prop_assert!(new.contains(comment.as_str()), "{comment}\n{old}\n{new}");
        }
        if styled.is_crlf {
            prop_assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
        } else {
            prop_assert!(!new.contains('\r'));
        }
        prop_assert_eq!(old.starts_with('\u{feff}'), new.starts_with('\u{feff}'));
        let again = changed.set(&library, &id, &wanted).unwrap();
        prop_assert_eq!(again.text(), changed.text());
    }
}

/// The text after a change of one clause of the small world.
pub(crate) fn after(text: &str, id: &str, change: impl FnOnce(&mut Statement)) -> Result<String, Refusal> {
    let library = small();
    let draft = Draft::read("a.yaml", text.to_owned(), &library).unwrap();
    let id = clause(id);
    let mut wanted = draft.with_status(&id, Status::Planned);
    change(&mut wanted);
    draft.set(&library, &id, &wanted).map(|draft| draft.text().to_owned())
}

/// An assessment with these lines under `statuses`.
pub(crate) fn with(lines: &str) -> String {
    format!("xwalk: assessment/1\norganization: &o X\nstatuses:\n{lines}")
}

/// Lines become others when the status of c:1/1.2 becomes planned and more is changed.
pub(crate) fn becomes(lines: &str, change: impl FnOnce(&mut Statement), changed: &str) {
    assert_eq!(after(&with(lines), "c:1/1.2", change).unwrap(), with(changed));
}

fn owned(statement: &mut Statement) {
    statement.owner = Some("Ann".into());
}

#[test]
fn a_status_stays_a_word_and_keeps_its_quotes() {
    becomes("  c:1:\n    '1.2': 'partial' # c\n", |_| {}, "  c:1:\n    '1.2': 'planned' # c\n");
    becomes("  c:1: {1.2: partial}\n", |_| {}, "  c:1: {1.2: planned}\n");
}

#[test]
fn a_word_becomes_a_record_in_the_style_of_its_neighbours() {
    becomes(
        "   c:1:\n       \"1.2\": partial  # c\n       \"3\": planned\n",
        owned,
        "   c:1:\n       \"1.2\":  # c\n           status: planned\n           owner: Ann\n       \"3\": planned\n",
    );
    becomes(
        "  c:1:\n    \"1.2\": partial # c\n    \"3\": {status: planned}\n",
        owned,
        "  c:1:\n    \"1.2\": {status: planned, owner: Ann} # c\n    \"3\": {status: planned}\n",
    );
    becomes(
        "  c:1:\n    \"1.2\":\n        partial # c\n",
        owned,
        "  c:1:\n    \"1.2\":\n        status: planned # c\n        owner: Ann\n",
    );
    becomes("  c:1: { \"1.2\": partial }\n", owned, "  c:1: { \"1.2\": {status: planned, owner: Ann} }\n");
}

#[test]
fn a_record_keeps_the_order_of_its_keys_and_all_comments() {
    becomes(
        "  c:1:\n    \"1.2\": # a\n      # b\n      note: |- # c\n        old\n        # no comment\n      # d\n      status: partial # e\n      evidence: # f\n      - x # g\n      # h\n      - y # i\n      due: 2027-01-01 # j\n",
        |wanted| {
            owned(wanted);
            wanted.note = Some("two\nlines".into());
            wanted.evidence = vec!["z".into()];
            wanted.due = None;
        },
        "  c:1:\n    \"1.2\": # a\n      # b\n      note: \"two\\nlines\" # c\n      # d\n      status: planned # e\n      evidence: # f\n      - z # g\n      # h\n      # i\n      owner: Ann\n      # j\n",
    );
}

#[test]
fn a_clause_goes_behind_the_nearest_stated_one_before_it() {
    let added = |lines: &str, id: &str| after(&with(lines), id, |_| {}).unwrap();
    let lines = "  c:1:\n    # all\n    \"1.1\": partial # one\n\n    # two\n    \"2.1\": partial\n";
    assert_eq!(
        added(lines, "c:1/1.10"),
        with(
            "  c:1:\n    # all\n    \"1.1\": partial # one\n    \"1.10\": planned\n\n    # two\n    \"2.1\": partial\n"
        )
    );
    assert_eq!(added(lines, "c:1/3"), with(&format!("{lines}    \"3\": planned\n")));
    assert_eq!(
        added("  c:1:\n    \"2.1\": partial\n", "c:1/1.1"),
        with("  c:1:\n    \"1.1\": planned\n    \"2.1\": partial\n")
    );
    assert_eq!(
        added("  c:1: { '1.1': partial, '2.1': partial }\n", "c:1/1.2"),
        with("  c:1: { '1.1': partial, \"1.2\": planned, '2.1': partial }\n")
    );
    assert_eq!(
        added(
            "  c:1:\n    \"1.1\":\n      status: partial\n      note: |\n        # text\n\n      # of 1.1\n    # of none\n",
            "c:1/1.2"
        ),
        with(
            "  c:1:\n    \"1.1\":\n      status: partial\n      note: |\n        # text\n\n      # of 1.1\n    \"1.2\": planned\n    # of none\n"
        )
    );
}

#[test]
fn an_edition_goes_behind_the_others() {
    let added = |text: &str| after(text, "d:1/A.2", |_| {}).unwrap();
    assert_eq!(
        added(&with("  c:1:\n    \"3\": partial\nprocesses: {}\n")),
        with("  c:1:\n    \"3\": partial\n  d:1:\n    \"A.2\": planned\nprocesses: {}\n")
    );
    assert_eq!(
        added("xwalk: assessment/1\norganization: X"),
        "xwalk: assessment/1\norganization: X\nstatuses:\n  d:1:\n    \"A.2\": planned"
    );
    for nothing in ["", " {}", " ~", " null"] {
        let text = |nothing: &str, rest: &str| {
            format!("xwalk: assessment/1\norganization: X\nstatuses:{nothing} # c\n{rest}scope: y\n")
        };
        assert_eq!(added(&text(nothing, "")), text("", "  d:1:\n    \"A.2\": planned\n"), "{nothing}");
    }
    assert_eq!(
        added("{ xwalk: assessment/1, organization: X }"),
        "{ xwalk: assessment/1, organization: X, statuses: {\"d:1\": {\"A.2\": planned}} }"
    );
}

#[test]
fn an_entry_is_taken_out_of_its_comment() {
    let lines = "  c:1:\n    # 1 One\n    # \"1.1\": implemented  # First\n    # \"1.2\": implemented  # Second\n  d:1:\n    # \"1.2\": of no edition\n";
    becomes(lines, |_| {}, &lines.replace("# \"1.2\": implemented", "\"1.2\": planned"));
    // Where it stands in two comments, nobody knows which is meant.
    let twice = "  c:1:\n    # \"1.2\": partial\n    # \"1.2\": planned\n";
    becomes(twice, |_| {}, &format!("{twice}    \"1.2\": planned\n"));
}

/// What is refused, with its place.
fn refused(lines: &str, change: impl FnOnce(&mut Statement)) -> String {
    after(&with(lines), "c:1/1.2", change).unwrap_err().message
}

#[test]
fn what_an_alias_repeats_is_not_changed() {
    let repeats = "an alias in another place uses this value";
    assert_eq!(
        refused("  c:1:\n    \"1.1\": &a { status: partial }\n    \"1.2\": *a\n", |_| {}),
        "a.yaml:6:12: this is an alias of a value in another place"
    );
    assert_eq!(refused("  c:1:\n    \"1.2\": &a partial\n    \"3\": *a\n", |_| {}), format!("a.yaml:5:5: {repeats}"));
}

#[test]
fn a_repeated_field_is_left_alone_and_one_that_repeats_is_written_out() {
    let lines =
        "  c:1:\n    \"1.2\":\n      status: partial\n      owner: &a Bob\n    \"3\": { status: partial, owner: *a }\n";
    becomes(lines, |_| {}, &lines.replacen("partial", "planned", 1));
    assert_eq!(refused(lines, owned), "a.yaml:7:17: an alias in another place uses this value");
    assert_eq!(refused(lines, |wanted| wanted.owner = None), "a.yaml:7:7: an alias in another place uses this value");
    let lines = "  c:1:\n    \"1.2\": { status: partial, owner: *o }\n";
    becomes(lines, owned, "  c:1:\n    \"1.2\": { status: planned, owner: Ann }\n");
}

#[test]
fn what_cannot_be_changed_safely_is_refused_with_its_place() {
    assert_eq!(
        refused("  c:1:\n    ? \"1.2\"\n    : partial\n", owned),
        "a.yaml:5:7: nothing can be added here because the key is not at the start of its line"
    );
    assert_eq!(
        refused("  c:1:\n    \"1.2\": !!str partial\n    \"3\": { status: planned }\n", owned),
        "a.yaml:5:5: c:1/1.2 cannot be changed safely here, so nothing was changed"
    );
    // The owner comes from elsewhere: there is nothing here to take away.
    let merged = "  c:1:\n    \"1.1\": &a { status: partial, owner: Bob }\n    \"1.2\": { <<: *a, note: x }\n";
    becomes(merged, owned, &merged.replace("note: x", "note: x, status: planned, owner: Ann"));
    assert_eq!(
        refused(merged, |wanted| (wanted.status, wanted.owner) = (Status::Partial, None)),
        "a.yaml:6:5: c:1/1.2 cannot be changed safely here, so nothing was changed"
    );
    assert_eq!(
        refused("  c:1:\n    \"1.2\": { status: partial, # why\n      note: x }\n", |wanted| wanted.note = None),
        "a.yaml:5:29: there is a comment inside the text to remove"
    );
}

#[test]
fn what_makes_no_sense_is_refused() {
    let text = with("  c:1: { \"1.2\": partial }\n");
    let unjustified = after(&text, "c:1/1.2", |wanted| wanted.status = Status::NotApplicable).unwrap_err();
    assert_eq!(unjustified.message, "a.yaml: c:1/1.2 cannot be not applicable without a justification");
    assert_eq!(unjustified.help.as_deref(), Some("give the reason with --justification TEXT"));
    let informative = after(&text, "c:1/4", |_| {}).unwrap_err();
    assert_eq!(informative.message, "a.yaml: c:1/4 is informative and cannot be assessed");
}

#[test]
fn what_is_stated_already_changes_nothing() {
    let text = with("  c:1: { \"1.2\": {status: 'planned', effort: 2.50, owner: } }\n");
    assert_eq!(after(&text, "c:1/1.2", |_| {}).unwrap(), text);
}

#[test]
fn a_file_that_changed_meanwhile_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    std::fs::write(&path, "read").unwrap();
    disk::replace(&path, "read", "written", Patience::Wait).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "written");
    let failure = disk::replace(&path, "read", "lost", Patience::Wait).unwrap_err();
    assert!(failure.to_string().contains("another program changed it"), "{failure}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "written");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_changed_file_keeps_its_mode_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("a.yaml"), folder.path().join("link.yaml"));
    std::fs::write(&path, "read").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&path, &link).unwrap();
    disk::replace(&link, "read", "written", Patience::Wait).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "written");
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
}

/// Runs `xwalk set` in a folder; gives back exit code, standard output and standard error.
pub(crate) fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xwalk")).arg("set").args(args).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_command_shows_what_it_changes_and_a_dry_run_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let text =
        "xwalk: assessment/1\r\norganization: X\r\nstatuses:\r\n  iso-9001:2008: # c\r\n    \"4.1\": partial\r\n";
    std::fs::write(&path, text).unwrap();
    let shown = "--- a.yaml\n+++ a.yaml\n@@ -4,2 +4,4 @@\n   iso-9001:2008: # c\n-    \"4.1\": partial\n+    \"4.1\":\n+      status: planned\n+      due: 2027-01-31\n";
    let args = ["a.yaml", "4.1", "planned", "--due", "2027-01-31"];
    assert_eq!(run(folder.path(), &[&args[..], &["--dry-run"]].concat()), (Some(0), shown.to_owned(), String::new()));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    assert_eq!(run(folder.path(), &args), (Some(0), shown.to_owned(), String::new()));
    let changed = text.replace(" partial", "\r\n      status: planned\r\n      due: 2027-01-31");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), changed);
    let said = "Nothing changes: the statement on iso-9001:2008/4.1 already says this.\n";
    assert_eq!(run(folder.path(), &args), (Some(0), said.to_owned(), String::new()));
}

#[test]
fn the_command_says_what_is_wrong_with_what_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let text = "xwalk: assessment/1\norganization: X\nstatuses:\n  iso-9001:2008: { \"4.1\": partial }\n  iso-9001:2015: { \"4.1\": partial }\n";
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    for (args, said) in [
        (&["a.yaml", "4.1", "planned"][..], "4.1 does not name its edition"),
        (&["a.yaml", "9001:2008/4.9", "planned"], "iso-9001:2008 has no clause 4.9"),
        (
            &["a.yaml", "9001:2008/5.1", "--owner", "Ann"],
            "iso-9001:2008/5.1 has no statement yet, so it needs a status",
        ),
        (&["a.yaml", "9001:2008/4.1", "not-applicable"], "cannot be not applicable without a justification"),
        (&["a.yaml", "9001:2008/4.1", "planned", "--due", "2026-02-30"], "year-month-day"),
        (
            &["a.yaml", "9001:2008/4.1", "planned", "--output", "b.yaml"],
            "changes a file in place, so --output is not possible",
        ),
        (&["b.yaml", "9001:2008/4.1", "planned"], "b.yaml: there is no such file"),
    ] {
        let (code, shown, complaint) = run(folder.path(), args);
        assert_eq!((code, shown.as_str()), (Some(2), ""), "{args:?}");
        assert!(complaint.contains(said), "{complaint}");
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("a.yaml")).unwrap(), text);
}

#[test]
fn keys_are_cleared_and_evidence_is_replaced_or_added() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let text = |record: &str| {
        format!("xwalk: assessment/1\norganization: X\nstatuses:\n  iso-9001:2008:\n    \"4.1\": {{ {record} }}\n")
    };
    std::fs::write(&path, text("status: partial, evidence: [a], due: 2027-01-31, effort: 3")).unwrap();
    run(
        folder.path(),
        &[
            &["a.yaml", "4.1", "--evidence", "b", "--evidence", "https://c", "--add-evidence"][..],
            &["--clear", "due", "--clear", "effort"],
        ]
        .concat(),
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text("status: partial, evidence: [a, b, \"https://c\"]"));
    run(
        folder.path(),
        &["a.yaml", "4.1", "--evidence", "d", "--assessed", "2026-11-20", "--effort", "2.5", "--maturity", "3"],
    );
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        text("status: partial, evidence: [d], assessed: 2026-11-20, maturity: 3, effort: 2.5")
    );
}
