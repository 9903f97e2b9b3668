//! An interview asks what is open, keeps every answer at once, and ends at any time on request.

use std::collections::VecDeque;
use std::convert::Infallible;

use xwalk::edit::{Draft, Interview, Interviewee, Remark, Reply, Template};
use xwalk::model::{Catalog, ClauseId, Library};

use crate::worlds::{clause, said, small};

/// Answers from a list; where it ends, so does the interview.
#[derive(Default)]
struct Script {
    answers: VecDeque<&'static str>,
    heard: String,
    kept: Vec<String>,
    /// What somebody else writes before the answers are kept, one text each time.
    others: VecDeque<Draft>,
}

impl Interviewee for Script {
    type Error = Infallible;

    fn show(&mut self, _: Remark, text: &str) -> Result<(), Infallible> {
        self.heard.push_str(text);
        Ok(())
    }

    fn answer(&mut self, question: &str) -> Result<Reply, Infallible> {
        self.heard.push_str(question);
        self.heard.push('\n');
        Ok(self.answers.pop_front().map_or(Reply::Quit, |answer| Reply::Line(answer.to_owned())))
    }

    fn save(&mut self, _: &ClauseId, before: &Draft, after: &Draft) -> Result<Option<Draft>, Infallible> {
        if let Some(other) = self.others.pop_front() {
            self.kept.push(other.text().to_owned());
            return Ok(Some(other));
        }
        assert!(self.kept.last().is_none_or(|kept| kept == before.text()));
        self.kept.push(after.text().to_owned());
        Ok(None)
    }
}

const TEXT: &str = "xwalk: assessment/1\norganization: X\nstatuses:\n  c:1: # mine\n    \"1.1\": planned\n    \"2\": partial\n  d:1:\n    \"A.2\": implemented\n";

/// The first clause, at which an interview begins that leaves nothing out.
const FIRST: Option<&str> = Some("c:1/1.1");

fn draft(library: &Library) -> Draft {
    Draft::read("a.yaml", TEXT.to_owned(), library).unwrap()
}

/// What is stated on a clause behind an interview, and what was said in it.
fn held(all: bool, from: Option<&str>, answers: &[&'static str]) -> (Draft, Script) {
    let library = small();
    let draft = draft(&library);
    let editions = draft.editions(&library);
    let from = from.map(clause);
    let mut script = Script { answers: answers.iter().copied().collect(), ..Script::default() };
    let draft = Interview::new(draft, &library, &editions, from.as_ref(), all).run(&mut script).unwrap();
    assert!(script.kept.last().is_none_or(|kept| kept == draft.text()));
    (draft, script)
}

fn stated(draft: &Draft, id: &str) -> String {
    said(draft).remove(&clause(id)).unwrap_or_default()
}

#[test]
fn clauses_without_a_statement_of_their_own_or_a_heading_above_are_asked() {
    let library = small();
    let count = |all, from: Option<&str>| {
        let draft = draft(&library);
        let editions: Vec<&Catalog> = draft.editions(&library);
        Interview::new(draft, &library, &editions, from.map(clause).as_ref(), all).count()
    };
    // 1.2, 1.10 and 3 of c:1 and A.1 and A.10 of d:1; the heading 2 is stated for 2.1 and 2.2.
    assert_eq!((count(false, None), count(true, None)), (5, 9));
    assert_eq!((count(false, Some("c:1/3")), count(true, Some("d:1/A.2"))), (3, 2));
}

#[test]
fn every_answer_is_kept_at_once_and_comments_stay() {
    let (draft, script) =
        held(false, FIRST, &["2", "a.pdf", "b c.pdf", "", "Ann", "2027-01-31", "2.5", "2026-11-30", "so: far"]);
    assert_eq!(
        draft.text(),
        "xwalk: assessment/1\norganization: X\nstatuses:\n  c:1: # mine\n    \"1.1\": planned\n    \"1.2\":\n      status: partial\n      evidence: [a.pdf, b c.pdf]\n      owner: Ann\n      due: 2027-01-31\n      assessed: 2026-11-30\n      effort: 2.5\n      note: \"so: far\"\n    \"2\": partial\n  d:1:\n    \"A.2\": implemented\n"
    );
    assert_eq!(script.kept.len(), 8);
    assert!(script.kept[0].contains("    \"1.2\": partial\n"));
}

#[test]
fn an_interview_goes_on_behind_the_last_stated_clause_and_comes_back_to_what_was_left_open() {
    // 2 is stated, so it begins with 3; 1.2 and 1.10 before it come then, and A.1 behind A.10 of d:1.
    let (_, script) = held(false, None, &["s", "s", "s", "s", "s"]);
    let asked: Vec<&str> =
        script.heard.lines().filter(|line| line.starts_with("c:1 ") || line.starts_with("d:1 ")).collect();
    assert_eq!(asked, ["c:1 3 Three", "c:1 1.2 Second", "c:1 1.10 Tenth", "d:1 A.10 Gamma", "d:1 A.1 Alpha"]);
    assert!(script.heard.starts_with("Continuing after the last answer; clauses left open earlier come last.\n"));
    assert_eq!(script.heard.matches("done; left open earlier\n").count(), 3);
    let (_, script) = held(false, Some("c:1/1.1"), &["s"]);
    assert!(
        script.heard.starts_with("\nc:1 1.2 Second\n  Part of 1 One\n  Clause 2 of 6; 3 answered, 50 % done\n"),
        "{}",
        script.heard
    );
}

#[test]
fn the_owner_is_by_default_the_last_one() {
    let (draft, script) = held(
        false,
        FIRST,
        &["1", "", "Ann", "", "", "planned", "", "", "", "", "", "", "part", "", "-", "", "", "", ""],
    );
    assert!(script.heard.contains("Owner [Ann], - for none (s b q): "));
    assert!(stated(&draft, "c:1/1.10").contains("planned [] Some(\"Ann\")"));
    assert!(stated(&draft, "c:1/3").contains("partial [] None"));
}

#[test]
fn what_does_not_apply_is_kept_with_its_justification_only() {
    let (draft, script) = held(false, FIRST, &["5", "", "no such thing", ""]);
    assert_eq!(script.kept[0], draft.text());
    assert!(
        stated(&draft, "c:1/1.2").contains("not-applicable") && stated(&draft, "c:1/1.2").contains("no such thing")
    );
    assert!(script.heard.contains("not applicable needs a justification"));
    assert!(!script.heard.contains("Evidence"));
    let (draft, script) = held(false, None, &["5", ":s"]);
    assert_eq!((draft.text(), script.kept.len()), (TEXT, 0));
}

#[test]
fn one_may_skip_go_back_and_quit_at_any_question() {
    let (draft, _) = held(false, FIRST, &["s", "1", ":b", "4", ":q", "1"]);
    assert!(stated(&draft, "c:1/1.10").starts_with("implemented"));
    assert!(stated(&draft, "c:1/1.2").starts_with("not-implemented"));
    assert_eq!(said(&draft).len(), 5);
}

#[test]
fn bare_letters_steer_at_every_question_and_a_backslash_makes_answers_of_them() {
    for (answers, next) in [
        (&["1", "s"][..], "c:1 1.10 Tenth"),
        (&["s", "1", "a.pdf", "", "b"], "c:1 1.2 Second"),
        (&["1", "", "", "s"], "c:1 1.10 Tenth"),
        (&["5", "s"], "c:1 1.10 Tenth"),
    ] {
        let (_, script) = held(false, FIRST, answers);
        let asked = script.heard.lines().rev().find(|line| line.starts_with("c:1 "));
        assert_eq!(asked, Some(next), "{answers:?}");
    }
    let (draft, script) = held(false, FIRST, &["1", "a", "q", "1"]);
    assert_eq!(script.kept.len(), 2);
    assert!(stated(&draft, "c:1/1.2").starts_with("implemented [\"a\"] None"));
    let (draft, script) = held(false, FIRST, &["1", "\\s", "\\-", "", "\\q", "", "\\b and \\\\"]);
    let said = r#"implemented ["s", "-"] Some("q") None None None None None Some("\\b and \\\\")"#;
    assert_eq!(stated(&draft, "c:1/1.2"), said);
    assert!(script.heard.contains("s skip  b back  q save and quit, at every question"));
    let prompts = ["to continue (s b q): ", "Owner (s b q): ", "Note (s b q): "];
    assert!(prompts.iter().all(|prompt| script.heard.contains(prompt)), "{}", script.heard);
}

#[test]
fn evidence_is_taken_back_from_the_last_on() {
    let (draft, script) = held(false, FIRST, &["1", "a", "b,", "-", "c", "", "", ""]);
    assert!(stated(&draft, "c:1/1.2").starts_with(r#"implemented ["a", "c"]"#));
    assert!(script.heard.contains("Evidence [a, b,], empty to continue, - removes the last one (s b q): "));
    // Where there is none, that is the answer.
    let (draft, script) = held(false, FIRST, &["1", "a", "-", "-"]);
    assert!(stated(&draft, "c:1/1.2").starts_with("implemented []"));
    assert!(script.heard.ends_with("Owner (s b q): \n"), "{}", script.heard);
}

#[test]
fn a_clause_that_applies_again_loses_its_justification_and_that_is_said() {
    let library = small();
    let text = "xwalk: assessment/1\norganization: X\nstatuses:\n  c:1: { \"1.1\": { status: not-applicable, justification: no } }\n";
    let draft = Draft::read("a.yaml", text.replace(": no ", ": none ").to_owned(), &library).unwrap();
    let editions = draft.editions(&library);
    let mut script = Script { answers: ["1", "q"].into(), ..Script::default() };
    let draft = Interview::new(draft, &library, &editions, None, true).run(&mut script).unwrap();
    assert!(draft.text().ends_with("{ \"1.1\": { status: implemented } }\n"), "{}", draft.text());
    assert!(script.heard.contains("the justification for not applicable was removed"));
}

/// An interview in which somebody else writes texts before the answers are kept.
fn disturbed(answers: &[&'static str], others: &[String]) -> (Draft, Script) {
    let library = small();
    let draft = draft(&library);
    let editions = draft.editions(&library);
    let others = others.iter().map(|text| Draft::read("a.yaml", text.clone(), &library).unwrap());
    let mut script =
        Script { answers: answers.iter().copied().collect(), others: others.collect(), ..Script::default() };
    let from = FIRST.map(clause);
    let draft = Interview::new(draft, &library, &editions, from.as_ref(), false).run(&mut script).unwrap();
    (draft, script)
}

#[test]
fn an_answer_is_put_into_what_somebody_else_has_written_meanwhile() {
    let other = TEXT.replace("\"2\": partial", "\"2\": implemented # theirs");
    let (draft, script) = disturbed(&["1", "q"], std::slice::from_ref(&other));
    assert_eq!(draft.text(), other.replace("    \"2\"", "    \"1.2\": implemented\n    \"2\""));
    assert!(!script.heard.contains("not saved"));
    // Only once: then the clause is asked again.
    let (draft, script) = disturbed(&["1", "4", "q"], &[other.clone(), TEXT.to_owned()]);
    assert_eq!(script.heard.matches("not saved: another user changed this statement in the meantime").count(), 1);
    assert_eq!(script.heard.matches("c:1 1.2 Second").count(), 2);
    assert!(stated(&draft, "c:1/1.2").starts_with("not-implemented"));
}

#[test]
fn a_clause_that_somebody_else_has_stated_meanwhile_is_shown_and_asked_again() {
    let other = TEXT.replace("    \"2\"", "    \"1.2\": { status: planned, owner: Bob }\n    \"2\"");
    let (draft, script) = disturbed(&["1", "q"], std::slice::from_ref(&other));
    assert_eq!(draft.text(), other);
    assert!(script.heard.contains("not saved: another user changed this statement in the meantime"));
    assert!(script.heard.contains("  So far: planned; owner: Bob\n"), "{}", script.heard);
}

#[test]
fn what_is_stated_already_is_asked_with_what_it_says_and_stays_on_an_empty_line() {
    let (draft, script) = held(true, None, &["", "", "", "", "q"]);
    assert_eq!(draft.text(), TEXT);
    assert!(script.heard.contains("  So far: planned\n"));
}

#[test]
fn a_question_shows_the_clause_and_what_is_stated_of_its_relatives() {
    let (_, script) = held(true, None, &[]);
    let shown = "\nc:1 1.1 First\n  Part of 1 One\n  Clause 1 of 6; 3 answered, 50 % done\n  Asks for the first thing.\n  Related: d:1 A.2 Beta: implemented\n  Related: d:1 A.1 Alpha: not stated\n  So far: planned\n";
    assert!(script.heard.starts_with(shown), "{}", script.heard);
}

#[test]
fn a_word_that_is_no_status_is_asked_again() {
    let (draft, script) = held(false, FIRST, &["p", "6", "maybe", "not i", "q"]);
    assert_eq!(script.heard.matches("a number from 1 to 5").count(), 3);
    assert!(stated(&draft, "c:1/1.2").starts_with("not-implemented"));
}

#[test]
fn a_status_is_understood_in_the_words_that_the_import_of_a_sheet_knows() {
    for (word, status) in [
        ("partially implemented", "partial"),
        ("Not implemented", "not-implemented"),
        ("teilweise umgesetzt", "partial"),
        ("in place", "implemented"),
        ("50 %", "partial"),
        ("to do", "planned"),
    ] {
        let (draft, _) = held(false, FIRST, &[word, "q"]);
        assert!(stated(&draft, "c:1/1.2").starts_with(&format!("{status} ")), "{word}");
    }
    let (draft, _) = held(false, FIRST, &["n/a", "none of it", "q"]);
    assert!(stated(&draft, "c:1/1.2").starts_with("not-applicable "));
}

#[test]
fn by_when_and_how_much_work_are_asked_of_what_is_left_to_do_and_the_last_date_of_assessment_is_the_default() {
    let (draft, script) = held(
        false,
        FIRST,
        &["3", "", "", "2027-02-30", "2027-02-28", "two", "0.5", "soon", "2026-11-30", "", "1", "", "", "", ""],
    );
    assert_eq!(script.heard.matches("  not a date: enter year-month-day, such as 2026-11-20\n").count(), 2);
    assert!(script.heard.contains("  not an effort: enter a number of person-days, such as 3 or 0.5\n"));
    assert!(script.heard.contains("Date of the assessment, such as 2026-11-20 [2026-11-30], - for none (s b q): "));
    assert_eq!(script.heard.matches("Due date").count(), 2, "not of what is in place");
    let text = draft.text();
    assert!(text.contains("due: 2027-02-28\n      assessed: 2026-11-30\n      effort: 0.5\n"), "{text}");
    assert!(text.contains("\"1.10\":\n      status: implemented\n      assessed: 2026-11-30\n"), "{text}");
}

#[test]
fn there_is_no_way_back_from_the_first_clause_and_that_is_said() {
    let (_, script) = held(false, FIRST, &["b", "s", "b", "b", "q"]);
    assert_eq!(script.heard.matches("  This is the first clause of the interview.\n").count(), 2);
    // At first, and after the way back from the second one; not again where there is no way back.
    assert_eq!(script.heard.matches("c:1 1.2 Second").count(), 2);
}

#[test]
fn a_refusal_is_said_and_the_next_clause_is_asked() {
    let library = small();
    let text = "xwalk: assessment/1\norganization: X\nstatuses:\n  d:1:\n    ? \"A.1\"\n    : planned\n";
    let draft = Draft::read("a.yaml", text.to_owned(), &library).unwrap();
    let editions = draft.editions(&library);
    let mut script = Script { answers: ["2", "a.pdf", "q"].into(), ..Script::default() };
    let draft = Interview::new(draft, &library, &editions, None, true).run(&mut script).unwrap();
    assert!(script.heard.contains("not saved: a.yaml:5:7: nothing can be added here"), "{}", script.heard);
    assert!(script.heard.contains("d:1 A.2 Beta"));
    assert_eq!(draft.text(), text.replace("planned", "partial"));
    // What cannot even get its status is asked nothing more.
    let text = "xwalk: assessment/1\norganization: X\nstatuses:\n  d:1: { \"A.1\": &a planned, \"A.2\": *a }\n";
    let draft = Draft::read("a.yaml", text.to_owned(), &library).unwrap();
    let editions = draft.editions(&library);
    let mut script = Script { answers: ["2", "q"].into(), ..Script::default() };
    let draft = Interview::new(draft, &library, &editions, None, true).run(&mut script).unwrap();
    assert!(
        script.heard.contains("not saved: a.yaml:4:10: an alias in another place uses this value"),
        "{}",
        script.heard
    );
    assert!(!script.heard.contains("Evidence") && script.heard.contains("d:1 A.2 Beta"), "{}", script.heard);
    assert_eq!(draft.text(), text);
}

#[test]
fn an_interview_fills_a_skeleton_in_place() {
    let library = small();
    let skeleton = Template { editions: library.catalogs().collect(), targets: Vec::new(), organization: None }.text();
    let draft = Draft::read("a.yaml", skeleton.clone(), &library).unwrap();
    let editions = draft.editions(&library);
    assert_eq!(editions.len(), 2);
    let mut script = Script { answers: ["1", "", "", "", "", "q"].into(), ..Script::default() };
    let draft = Interview::new(draft, &library, &editions, None, false).run(&mut script).unwrap();
    assert_eq!(draft.text(), skeleton.replace("# \"1.1\": implemented", "\"1.1\": implemented"));
}

#[cfg(unix)]
mod terminal {
    use std::process::Command;

    use rexpect::session::{PtySession, spawn_command};

    const TEXT: &str = "# kept\nxwalk: assessment/1\norganization: X\nstatuses:\n  iso-9001:2008: # and this\n";

    fn interview(folder: &std::path::Path, terminal: &str) -> PtySession {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
        command.args(["interview", "a.yaml"]).current_dir(folder).env("TERM", terminal);
        spawn_command(command, Some(20_000)).unwrap()
    }

    #[test]
    fn an_interview_is_held_in_any_terminal() {
        for terminal in ["xterm-256color", "dumb"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.yaml");
            std::fs::write(&path, TEXT).unwrap();
            let mut session = interview(folder.path(), terminal);
            session.exp_string("4.1 General requirements").unwrap();
            session.exp_string("Status: ").unwrap();
            session.send_line("2").unwrap();
            session.exp_string("to continue").unwrap();
            session.send_line("a.pdf").unwrap();
            session.exp_string("to continue").unwrap();
            session.exp_string("removes the last one").unwrap();
            session.send_line("").unwrap();
            session.exp_string("Owner (s b q): ").unwrap();
            session.send_line("q").unwrap();
            session.exp_string("answers on 1 clause saved in a.yaml").unwrap();
            session.exp_eof().unwrap();
            let record = "    \"4.1\":\n      status: partial\n      evidence: [a.pdf]\n";
            assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{TEXT}{record}"), "{terminal}");
        }
    }

    #[test]
    fn what_is_typed_ahead_or_pasted_is_no_answer_lost() {
        for terminal in ["xterm-256color", "dumb"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.yaml");
            std::fs::write(&path, TEXT).unwrap();
            let mut session = interview(folder.path(), terminal);
            session.exp_string("Status: ").unwrap();
            session.send("2\rdocs/a").unwrap();
            session.flush().unwrap();
            session.exp_string("to continue (s b q): ").unwrap();
            session.send(".pdf\rdocs/b.pdf\r\rAnn\r\r\r\ra note\r3\rq\r").unwrap();
            session.flush().unwrap();
            session.exp_string("answers on 2 clauses saved in a.yaml").unwrap();
            session.exp_eof().unwrap();
            let record = "    \"4.1\":\n      status: partial\n      evidence: [docs/a.pdf, docs/b.pdf]\n      owner: Ann\n      note: a note\n    \"4.2.1\": planned\n";
            assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{TEXT}{record}"), "{terminal}");
        }
    }

    #[test]
    fn a_file_that_somebody_else_changes_keeps_what_both_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        std::fs::write(&path, TEXT).unwrap();
        let mut session = interview(folder.path(), "xterm");
        session.exp_string("Status: ").unwrap();
        std::fs::write(&path, format!("{TEXT}    \"4.2.1\": planned # theirs\n")).unwrap();
        session.send_line("1").unwrap();
        session.exp_string("to continue").unwrap();
        session.send_line("q").unwrap();
        session.exp_string("answers on 1 clause saved in a.yaml").unwrap();
        session.exp_eof().unwrap();
        let both = "    \"4.1\": implemented\n    \"4.2.1\": planned # theirs\n";
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{TEXT}{both}"));
    }

    #[test]
    fn every_way_out_keeps_what_was_answered() {
        for key in ["\u{3}", "\u{4}", "\u{1b}"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.yaml");
            std::fs::write(&path, TEXT).unwrap();
            let mut session = interview(folder.path(), "xterm");
            session.exp_string("Status: ").unwrap();
            session.send_line("1").unwrap();
            session.exp_string("to continue").unwrap();
            session.send(key).unwrap();
            session.flush().unwrap();
            session.exp_string("answers on 1 clause saved in a.yaml").unwrap();
            session.exp_eof().unwrap();
            let expected = format!("{TEXT}    \"4.1\": implemented\n");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), expected, "{key:?}");
        }
    }

    #[test]
    fn without_a_terminal_or_a_file_there_is_no_interview() {
        let folder = tempfile::tempdir().unwrap();
        let run = || {
            let output = Command::new(env!("CARGO_BIN_EXE_xwalk"))
                .args(["interview", "a.yaml"])
                .current_dir(folder.path())
                .output()
                .unwrap();
            (output.status.code(), String::from_utf8(output.stderr).unwrap())
        };
        let (code, said) = run();
        assert_eq!(code, Some(2));
        assert!(
            said.contains("a.yaml: there is no such file") && said.contains("xwalk init EDITION --output a.yaml"),
            "{said}"
        );
        std::fs::write(folder.path().join("a.yaml"), TEXT).unwrap();
        let (code, said) = run();
        assert_eq!(code, Some(2));
        assert!(said.contains("an interview needs a terminal"), "{said}");
    }
}
