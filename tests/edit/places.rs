//! New lines stand where a reader looks for them, and comments go on speaking of what they spoke of.

use xwalk::edit::{Draft, Template};
use xwalk::model::Status;

use crate::set::{after, becomes, run, with};
use crate::worlds::{clause, small};

#[test]
fn in_a_skeleton_every_clause_has_its_place() {
    let library = small();
    let skeleton = Template { editions: library.catalogs().collect(), targets: Vec::new(), organization: None }.text();
    let set = |text: &str, id: &str| after(text, id, |_| {}).unwrap();
    // Nothing is stated yet: a heading goes behind its own comment.
    let headings = set(&skeleton, "c:1/2");
    assert_eq!(headings, skeleton.replace("    # 2 Two\n", "    # 2 Two\n    \"2\": planned\n"));
    let stated = set(&set(&skeleton, "c:1/1.1"), "c:1/1.2");
    let entry = "    \"1.2\": planned    # Second\n";
    assert!(stated.contains(&entry.replace("    #", "   #")), "{stated}");
    assert_eq!(set(&stated, "c:1/2"), stated.replace("    # 2 Two\n", "    # 2 Two\n    \"2\": planned\n"));
    // A clause whose own comment is gone stands behind that of the one before it.
    let line = "    # \"2.1\": implemented   # Third\n";
    let next = "    # \"1.10\": implemented  # Tenth\n    # 2 Two\n";
    let without = stated.replace(line, "");
    assert_eq!(set(&without, "c:1/2.1"), without.replace(next, &format!("{next}    \"2.1\": planned\n")));
}

#[test]
fn only_comments_as_a_skeleton_writes_them_are_places() {
    let lines = "  c:1:\n    \"1.1\": partial\n    # 2 of us looked at this\n    # \"2.1\" is next\n    # \"9\": planned\n  # d:1:\n  #   \"1.2\": planned\n";
    let added = after(&with(lines), "c:1/3", |_| {}).unwrap();
    assert_eq!(added, with(&lines.replace("partial\n", "partial\n    \"3\": planned\n")));
    // A record in comments is one place.
    let lines = "  c:1:\n    # \"1.1\":\n    #   status: partial\n    #   owner: Ann\n    # mine\n";
    becomes(lines, |_| {}, &lines.replace("Ann\n", "Ann\n    \"1.2\": planned\n"));
}

#[test]
fn evidence_keeps_its_comments() {
    let list = |items: &str| format!("  c:1:\n    \"1.2\":\n      status: planned\n      evidence:\n{items}");
    let items = "        - a.pdf # audited 2024\n        - b.pdf # draft only\n";
    let evidence = |paths: &'static [&'static str]| {
        after(&with(&list(items)), "c:1/1.2", |wanted| {
            wanted.evidence = paths.iter().map(|path| (*path).into()).collect();
        })
        .unwrap()
    };
    let [a, b] = ["        - a.pdf # audited 2024\n", "        - b.pdf # draft only\n"];
    // The comment of what is gone stays in a line of its own.
    assert_eq!(evidence(&["b.pdf"]), with(&list(&format!("        # audited 2024\n{b}"))));
    assert_eq!(evidence(&["x", "a.pdf", "b.pdf"]), with(&list(&format!("        - x\n{a}{b}"))));
    assert_eq!(evidence(&["a.pdf", "x", "b.pdf", "z"]), with(&list(&format!("{a}        - x\n{b}        - z\n"))));
    assert_eq!(evidence(&["a.pdf", "c"]), with(&list(&format!("{a}{}", b.replace("b.pdf", "c")))));
    let flow = |items: &str| format!("  c:1: {{ \"1.2\": {{ status: planned, evidence: [{items}] }} }}\n");
    let changed = |before: &str, paths: &[&'static str], after_it: &str| {
        becomes(
            &flow(before),
            |wanted| wanted.evidence = paths.iter().map(|path| (*path).into()).collect(),
            &flow(after_it),
        );
    };
    changed("a, b, c", &["c"], "c");
    changed("a, b, c", &["a", "c", "d"], "a, c, d");
    changed("b", &["a", "b"], "a, b");
}

#[test]
fn in_brackets_of_several_lines_a_comment_stays_with_its_neighbour() {
    becomes(
        "  c:1: {\n    \"1.1\": partial, # why\n    \"3\": planned # last\n  }\n",
        |_| {},
        "  c:1: {\n    \"1.1\": partial, # why\n    \"1.2\": planned,\n    \"3\": planned # last\n  }\n",
    );
    becomes(
        "  c:1: { \"1.1\": partial # why\n  }\n",
        |_| {},
        "  c:1: { \"1.1\": partial, # why\n         \"1.2\": planned\n  }\n",
    );
    becomes(
        "  c:1: {\n    \"3\": planned # last\n  }\n",
        |_| {},
        "  c:1: {\n    \"1.2\": planned,\n    \"3\": planned # last\n  }\n",
    );
    becomes(
        "  c:1:\n    \"1.2\": { status: partial, # why\n             note: x }\n",
        |wanted| (wanted.owner, wanted.due) = (Some("Ann".into()), "2027-01-31".parse().ok()),
        "  c:1:\n    \"1.2\": { status: planned, # why\n             owner: Ann,\n             due: 2027-01-31,\n             note: x }\n",
    );
    // What goes and what comes may meet in one place.
    becomes(
        "  c:1:\n    \"1.2\": {\n      status: partial,\n      note: x\n    }\n",
        |wanted| (wanted.owner, wanted.note) = (Some("Ann".into()), None),
        "  c:1:\n    \"1.2\": {\n      status: planned,\n      owner: Ann\n    }\n",
    );
}

#[test]
fn json_stays_json() {
    let library = small();
    let text = "{\n  \"xwalk\": \"assessment/1\",\n  \"organization\": \"X\",\n  \"statuses\": {\n    \"c:1\": {\n      \"1.1\": \"partial\"\n    }\n  }\n}\n";
    let mut draft = Draft::read("a.json", text.to_owned(), &library).unwrap();
    for id in ["c:1/1.2", "d:1/A.1", "c:1/1.1"] {
        let mut wanted = draft.with_status(&clause(id), Status::Planned);
        wanted.evidence = vec!["a.pdf".into(), "b\u{1b}".into()];
        wanted.due = "2027-01-31".parse().ok();
        (wanted.maturity, wanted.note) = (Some(3), Some("plain".into()));
        draft = draft.set(&library, &clause(id), &wanted).unwrap();
    }
    let record = "{\"status\": \"planned\", \"evidence\": [\"a.pdf\", \"b\\u001b\"], \"due\": \"2027-01-31\", \"maturity\": 3, \"note\": \"plain\"}";
    let expected = format!(
        "{{\n  \"xwalk\": \"assessment/1\",\n  \"organization\": \"X\",\n  \"statuses\": {{\n    \"c:1\": {{\n      \"1.1\": {record},\n      \"1.2\": {record}\n    }},\n    \"d:1\": {{\"A.1\": {record}}}\n  }}\n}}\n"
    );
    assert_eq!(draft.text(), expected);
    let value: serde_json::Value = serde_json::from_str(draft.text()).unwrap();
    assert_eq!(value["statuses"]["c:1"]["1.2"]["maturity"], 3);
    for id in ["c:1/1.2", "d:1/A.1"] {
        draft = draft.unset(&library, &clause(id)).unwrap();
    }
    let left =
        expected.replace(&format!(",\n      \"1.2\": {record}"), "").replace(&format!("{{\"A.1\": {record}}}"), "{}");
    assert_eq!(draft.text(), left);
    assert!(serde_json::from_str::<serde_json::Value>(&left).is_ok());
    let empty = "{\"xwalk\":\"assessment/1\",\"organization\":\"X\"}\n";
    let changed = after(empty, "c:1/3", |_| {}).unwrap();
    assert_eq!(
        changed,
        "{\"xwalk\":\"assessment/1\",\"organization\":\"X\", \"statuses\": {\"c:1\": {\"3\": \"planned\"}}}\n"
    );
}

#[test]
fn a_new_line_ends_as_the_one_beside_it() {
    let mixed = "  c:1:\r\n    \"1.1\": partial\r\n    \"2.1\": partial\n    \"2.2\": partial";
    let added = |id: &str, line: &str, changed: &str| {
        assert_eq!(after(&with(mixed), id, |_| {}).unwrap(), with(&mixed.replace(line, changed)), "{id}");
    };
    added("c:1/1.2", "\"1.1\": partial\r\n", "\"1.1\": partial\r\n    \"1.2\": planned\r\n");
    added("c:1/3", "\"2.2\": partial", "\"2.2\": partial\n    \"3\": planned");
    let record = "  c:1:\n    \"1.2\":\r\n      status: partial\r\n      due: 2027-01-01 # c\r\n";
    becomes(record, |wanted| wanted.due = None, "  c:1:\n    \"1.2\":\r\n      status: planned\r\n      # c\r\n");
}

#[test]
fn blank_lines_that_a_note_keeps_stay_with_it() {
    for eol in ["\n", "\r\n"] {
        let lines = "  c:1:\n    \"1.1\":\n      status: partial\n      note: |+ # kept\n        text\n\n\n    # next\n    \"3\": partial\n";
        let added = lines.replace("\n\n\n", "\n\n\n    \"1.2\": planned\n");
        let text = |lines: &str| with(lines).replace('\n', eol);
        assert_eq!(after(&text(lines), "c:1/1.2", |_| {}).unwrap(), text(&added));
        let last = "  c:1:\n    \"1.1\":\n      status: partial\n      note: >+\n        text\n\n";
        assert_eq!(after(&text(last), "c:1/1.2", |_| {}).unwrap(), text(&format!("{last}    \"1.2\": planned\n")));
    }
}

#[test]
fn a_justification_goes_when_a_clause_applies_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let text = |record: &str| {
        format!("xwalk: assessment/1\norganization: X\nstatuses:\n  iso-9001:2008:\n    \"4.1\": {record}\n")
    };
    let before = text("{ status: not-applicable, justification: Nobody works here, owner: Ann }");
    let set = |args: &[&str]| {
        std::fs::write(&path, &before).unwrap();
        let (code, shown, _) = run(folder.path(), &[&["a.yaml", "4.1"], args].concat());
        (
            code,
            shown.contains("-    \"4.1\": { status: not-applicable, justification"),
            std::fs::read_to_string(&path).unwrap(),
        )
    };
    assert_eq!(set(&["implemented"]), (Some(0), true, text("{ status: implemented, owner: Ann }")));
    assert_eq!(
        set(&["implemented", "--justification", "Needed"]),
        (Some(0), true, text("{ status: implemented, justification: Needed, owner: Ann }"))
    );
    assert_eq!(set(&["not-applicable", "--owner", "Ann"]), (Some(0), false, before.clone()));
    // Of a control it may say why it does apply.
    let control = before.replace("not-applicable", "planned");
    std::fs::write(&path, &control).unwrap();
    run(folder.path(), &["a.yaml", "4.1", "implemented"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), control.replace("planned", "implemented"));
}

#[test]
fn a_number_alone_is_of_the_only_edition_at_hand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let set = |head: &str| {
        std::fs::write(&path, format!("xwalk: assessment/1\norganization: X\n{head}")).unwrap();
        let (code, _, complaint) = run(folder.path(), &["a.yaml", "4.1", "partial"]);
        (code, complaint)
    };
    assert_eq!(set("statuses:\n  iso-9001:2015:\n").0, Some(0));
    assert_eq!(set("targets: [iso-9001:2015]\nstatuses:\n  iso-9001:2008:\n  iso-14001:2015:\n").0, Some(0));
    assert!(std::fs::read_to_string(&path).unwrap().contains("iso-9001:2015:\n    \"4.1\": partial\n"));
    let (code, complaint) = set("statuses:\n  iso-14001:2015:\n  iso-9001:2015:\n");
    assert_eq!(code, Some(2));
    assert!(complaint.contains("such as iso-14001:2015/4.1"), "{complaint}");
}

#[test]
fn a_flag_takes_one_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let text = |record: &str| {
        format!("xwalk: assessment/1\norganization: X\nstatuses:\n  iso-9001:2008: {{ \"4.1\": {record} }}\n")
    };
    std::fs::write(&path, text("partial")).unwrap();
    for args in [&["--evidence", "a.pdf", "b.pdf"][..], &["--evidence", " "], &["--clear", "due", "owner"]] {
        assert_eq!(run(folder.path(), &[&["a.yaml", "4.1"], args].concat()).0, Some(2), "{args:?}");
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text("partial"));
    run(folder.path(), &["a.yaml", "4.1", "--evidence", " a.pdf ", "--evidence", "b.pdf", "implemented"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text("{status: implemented, evidence: [a.pdf, b.pdf]}"));
}
