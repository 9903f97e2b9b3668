//! The question `integrate` on small worlds, with answers counted by hand.

use xwalk::crosswalk::Level;
use xwalk::deliver::{Integrate, Integrated, Integration, IntegrationKind};
use xwalk::model::Confidence;
use xwalk::query::{Question, Settings, Tally};
use xwalk::report::{Cell, Document, Entry, Part};

use crate::common::{World, answer, clause};

const FIRST: (&str, &str) = (
    "first.yaml",
    r#"
xwalk: catalog/1
id: b:1
title: First
aliases: [the base]
clauses:
  "1": Chapter one
  "1.1": { title: Documents, element: documentation }
  "1.2": { title: Records, element: documentation }
  "1.3": { title: Policy, element: policy }
  "2": Chapter two
  "2.1": { title: People, element: people }
  "2.2": { title: Audit, element: audit }
  "2.3": Guarding
  "2.4": Apart
"#,
);

const SECOND: (&str, &str) = (
    "second.yaml",
    r#"
xwalk: catalog/1
id: s:1
title: Second
clauses:
  "1": Common
  "1.1": { title: Document control, element: documentation }
  "1.2": { title: Audits, element: audit }
  "1.3": { title: Competence, element: people }
  "1.4": { title: Service policy, element: policy }
  "2": Own
  "2.1": { title: Reports, element: reporting }
  "2.2": Capacity
"#,
);

const THIRD: (&str, &str) = (
    "third.yaml",
    r#"
xwalk: catalog/1
id: t:1
title: Third
clauses:
  "1": Common
  "1.1": { title: Papers, element: documentation }
  "1.2": Room for growth
  "1.3": { title: Security policy, element: policy }
  "2": Own
  "2.1": Order
  "2.2": Logs
  "2.3": Locks
  "3": Guards
  "3.1": By day
  "3.2": By night
"#,
);

const FIRST_TO_SECOND: (&str, &str) = (
    "b-1--s-1.yaml",
    r#"
xwalk: relations/1
id: b-1--s-1
from: b:1
to: s:1
version: 1
source: made up
confidence: high
rows:
  - { from: "1.1", to: "1.1", relation: full }
  - { from: "2.2", to: "1.2", relation: full, reverse: full }
  - { from: ["1.3", "2.1"], to: "1.3", relation: full }
  - { from: "1.3", to: "1.4", relation: partial, add: Mention services }
"#,
);

const FIRST_TO_THIRD: (&str, &str) = (
    "b-1--t-1.yaml",
    r#"
xwalk: relations/1
id: b-1--t-1
from: b:1
to: t:1
version: 1
source: made up
confidence: medium
rows:
  - { from: "1", to: "2.1", relation: partial, add: Tidy up }
  - { from: "1.2", to: "2.2", relation: partial }
  - { from: "2.3", to: "3", relation: full }
"#,
);

const SECOND_TO_THIRD: (&str, &str) = (
    "s-1--t-1.yaml",
    r#"
xwalk: relations/1
id: s-1--t-1
from: s:1
to: t:1
version: 1
source: made up
confidence: low
rows:
  - { from: "1.1", to: "1.1", relation: full }
  - { from: "2.2", to: "1.2", relation: full }
  - { from: "1.4", to: "1.3", relation: partial, add: Mention security }
  - { from: "2.1", to: "2.2", relation: partial, add: Report on logs }
"#,
);

fn world() -> World {
    World::new(&[FIRST, SECOND, THIRD, FIRST_TO_SECOND, FIRST_TO_THIRD, SECOND_TO_THIRD], None)
}

fn of(editions: &[&str], by: &str) -> Integrate {
    Integrate { editions: editions.iter().map(ToString::to_string).collect(), suggest_base: false, by: by.into() }
}

const ALL: &[&str] = &["b:1", "s:1", "t:1"];

fn integration(by: &str) -> Integration {
    world().ask(|case| of(ALL, by).ask(case.case).unwrap())
}

fn document(by: &str) -> Document {
    world().ask(|case| of(ALL, by).document(case.case).unwrap())
}

fn requirement<'i>(integration: &'i Integration, id: &str) -> &'i Integrated {
    integration.requirements.iter().find(|requirement| requirement.clause == clause(id)).unwrap()
}

/// The clauses to which a requirement attaches: those of each attachment, joined by plus signs.
fn places(integration: &Integration, id: &str) -> Vec<String> {
    let attachments = requirement(integration, id).attachments.iter();
    let joined = |to: &[_]| to.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
    attachments.map(|attachment| joined(&attachment.to)).collect()
}

/// The groups, each with its members.
fn groups(integration: &Integration) -> Vec<(String, Vec<String>)> {
    let id = |number: usize| integration.requirements[number].clause.to_string();
    let members = |group: &xwalk::deliver::IntegrationGroup| {
        group.members.iter().map(|member| id(member.requirement)).collect::<Vec<_>>()
    };
    integration.groups.iter().map(|group| (group.name.to_string(), members(group))).collect()
}

fn group(name: &str, members: &[&str]) -> (String, Vec<String>) {
    (name.to_owned(), members.iter().map(ToString::to_string).collect())
}

fn tally(applicable: usize, full: usize, partial: usize, presumed: usize) -> Tally {
    Tally { applicable, full, partial, presumed }
}

#[test]
fn each_further_edition_is_counted_against_all_that_comes_before_it() {
    let integration = integration("clause");
    let editions: Vec<(&str, Tally)> =
        integration.editions.iter().map(|(edition, tally)| (edition.as_str(), *tally)).collect();
    // Of the second: 1.1, 1.2 and 1.3 in full, 1.4 in part, 2.1 and 2.2 new. Of the third: 1.1, 1.2, 3.1 and 3.2 in
    // full, 1.3, 2.1 and 2.2 in part, 2.3 new.
    assert_eq!(editions, [("b:1", tally(7, 0, 0, 0)), ("s:1", tally(6, 3, 1, 0)), ("t:1", tally(8, 4, 3, 0))]);
    assert_eq!(integration.saving(), tally(21, 7, 4, 0));
    assert_eq!(integration.saving().lower(), Some(7.0 / 21.0));
    assert_eq!(integration.saving().coverage(0.5), Some(9.0 / 21.0));
    assert_eq!(integration.saving().upper(), Some(11.0 / 21.0));
}

#[test]
fn the_lead_says_the_saving_with_bounds_and_never_a_percentage_without_its_number() {
    let lead = document("clause").lead;
    assert_eq!(
        lead[0],
        "Managed separately, the 3 standards have 21 requirements; integrated on b:1, at most 14 remain (7 duplicates). \
         Of these 14, 7 are from b:1, 4 extend existing requirements, 0 have to be compared because part of the chapter \
         is in place, and 3 are new."
    );
    assert_eq!(
        lead[1],
        "Saved by integration: guaranteed 33.3 %, 42.9 % counting each extension as half, up to 52.4 % if everything presumed is confirmed (21 requirements)."
    );
}

#[test]
fn a_requirement_attaches_to_every_clause_that_alone_gives_it_its_level() {
    let integration = integration("clause");
    let covered = requirement(&integration, "s:1/1.1");
    assert_eq!((covered.level, covered.kind), (Some(Level::Full), IntegrationKind::Covered));
    assert_eq!(places(&integration, "s:1/1.1"), ["b:1/1.1"]);
    assert_eq!(places(&integration, "s:1/1.2"), ["b:1/2.2"]);
    assert_eq!(places(&integration, "t:1/1.1"), ["b:1/1.1", "s:1/1.1"]);
    let over_two = &requirement(&integration, "t:1/1.1").attachments[0];
    assert_eq!((over_two.hops, over_two.tables.len(), over_two.confidence), (2, 2, Some(Confidence::Low)));
    let extending = requirement(&integration, "s:1/1.4");
    assert_eq!((extending.level, extending.kind), (Some(Level::Partial), IntegrationKind::Extend));
    assert_eq!(extending.attachments[0].add, "Mention services");
    assert_eq!(places(&integration, "t:1/2.2"), ["b:1/1.2", "s:1/2.1"]);
}

#[test]
fn what_no_clause_gives_alone_attaches_to_several_together() {
    let integration = integration("clause");
    assert_eq!(requirement(&integration, "s:1/1.3").level, Some(Level::Full));
    assert_eq!(places(&integration, "s:1/1.3"), ["b:1/1.3 + b:1/2.1"]);
}

#[test]
fn what_only_a_whole_heading_gives_attaches_to_the_heading() {
    let integration = integration("clause");
    assert_eq!(requirement(&integration, "t:1/2.1").level, Some(Level::Partial));
    assert_eq!(places(&integration, "t:1/2.1"), ["b:1/1"]);
}

#[test]
fn what_only_stands_in_a_chapter_that_is_partly_there_attaches_to_nothing_and_has_to_be_compared() {
    let reports = integration("clause");
    let reports = requirement(&reports, "s:1/2.1");
    assert_eq!((reports.level, reports.kind), (Some(Level::None), IntegrationKind::New), "overlap after overlap");

    let p = ("p.yaml", "xwalk: catalog/1\nid: p:1\ntitle: P\nclauses:\n  \"1\": A\n  \"2\": B\n");
    let q = ("q.yaml", "xwalk: catalog/1\nid: q:1\ntitle: Q\nclauses:\n  \"1\": H\n  \"1.1\": A\n  \"1.2\": B\n");
    let table = "xwalk: relations/1\nid: p-1--q-1\nfrom: p:1\nto: q:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  \
                 - { from: \"2\", to: \"1\", relation: partial }\n  - { from: \"1\", to: \"1\", relation: partial }\n";
    let world = World::new(&[p, q, ("p-1--q-1.yaml", table)], None);
    let integration = world.ask(|case| of(&["p:1", "q:1"], "clause").ask(case.case).unwrap());
    let first = requirement(&integration, "q:1/1.1");
    assert_eq!((first.level, first.kind), (Some(Level::Presumed), IntegrationKind::Verify));
    assert!(first.attachments.is_empty(), "it is no duplicate and no extension");
    assert_eq!(first.hint.as_ref().unwrap().to, [clause("p:1/1")], "2 would do as well and comes later");
    assert_eq!(integration.saving(), tally(4, 0, 0, 2));
    let document = world.ask(|case| of(&["p:1", "q:1"], "clause").document(case.case).unwrap());
    assert_eq!(
        sections(&document),
        [
            "# 1 A",
            "Nothing attaches to",
            "# 2 B",
            "Nothing attaches to",
            "# To be compared, from q:1",
            "1 H",
            "  1.1 A (verify)",
            "  1.2 B (verify)"
        ]
    );
    assert_eq!(answer(&document)[2].last().unwrap(), "p:1/1");
}

#[test]
fn a_duplicate_of_what_an_earlier_edition_brought_is_counted_once_and_attaches_there() {
    let integration = integration("clause");
    assert_eq!(requirement(&integration, "s:1/2.2").kind, IntegrationKind::New);
    assert_eq!(requirement(&integration, "t:1/1.2").kind, IntegrationKind::Covered);
    assert_eq!(places(&integration, "t:1/1.2"), ["s:1/2.2"]);
    let without = world().ask(|case| of(&["b:1", "t:1"], "clause").ask(case.case).unwrap());
    assert_eq!(requirement(&without, "t:1/1.2").kind, IntegrationKind::New, "the second edition brings it");
}

#[test]
fn what_relates_to_nothing_is_new_and_attaches_to_nothing() {
    let integration = integration("clause");
    let locks = requirement(&integration, "t:1/2.3");
    assert_eq!((locks.level, locks.kind, locks.attachments.len()), (Some(Level::None), IntegrationKind::New, 0));
    let base = requirement(&integration, "b:1/1.1");
    assert_eq!((base.level, base.kind, base.attachments.len()), (None, IntegrationKind::Base, 0));
}

#[test]
fn by_clause_what_attaches_stands_at_the_clause_and_then_comes_what_is_new() {
    assert_eq!(
        groups(&integration("clause")),
        [
            group("b:1/1", &["t:1/2.1"]),
            group("b:1/1.1", &["b:1/1.1", "s:1/1.1", "t:1/1.1"]),
            group("b:1/1.2", &["b:1/1.2", "t:1/2.2"]),
            group("b:1/1.3", &["b:1/1.3", "s:1/1.3", "s:1/1.4"]),
            group("b:1/2.1", &["b:1/2.1", "s:1/1.3"]),
            group("b:1/2.2", &["b:1/2.2", "s:1/1.2"]),
            group("b:1/2.3", &["b:1/2.3", "t:1/3.1", "t:1/3.2"]),
            group("b:1/2.4", &["b:1/2.4"]),
            group("s:1/2.1", &["s:1/2.1", "t:1/2.2"]),
            group("s:1/2.2", &["s:1/2.2", "t:1/1.2"]),
            group("s:1/1.1", &["t:1/1.1"]),
            group("s:1/1.4", &["t:1/1.3"]),
            group("t:1/2.3", &["t:1/2.3"]),
        ]
    );
}

#[test]
fn by_chapter_what_attaches_counts_in_the_chapter_over_however_many_clauses() {
    let sizes: Vec<(String, usize)> =
        groups(&integration("chapter")).into_iter().map(|(name, members)| (name, members.len())).collect();
    // In the first: three of the base, 1.1, 1.3, 1.4 of the second, 1.1, 1.3, 2.1, 2.2 of the third. In the other: four of
    // the base, 1.2 and 1.3 of the second, the two guards. To the two that are new in the second, 1.2 and 2.2 attach.
    let expected = [("1", 10), ("2", 8), ("new from s:1", 4), ("new from t:1", 1)];
    assert_eq!(sizes, expected.map(|(name, size)| (name.to_owned(), size)));
}

#[test]
fn by_attribute_each_requirement_stands_under_its_own_value() {
    assert_eq!(
        groups(&integration("element")),
        [
            group("documentation", &["b:1/1.1", "b:1/1.2", "s:1/1.1", "t:1/1.1"]),
            group("policy", &["b:1/1.3", "s:1/1.4", "t:1/1.3"]),
            group("people", &["b:1/2.1", "s:1/1.3"]),
            group("audit", &["b:1/2.2", "s:1/1.2"]),
            group("reporting", &["s:1/2.1"]),
            group(
                "unspecified",
                &["b:1/2.3", "b:1/2.4", "s:1/2.2", "t:1/1.2", "t:1/2.1", "t:1/2.2", "t:1/2.3", "t:1/3.1", "t:1/3.2"]
            ),
        ]
    );
}

const FRAME: (&str, &str) = (
    "frame.yaml",
    "xwalk: catalog/1\nid: frame:1\ntitle: Frame\nclauses:\n  A: General\n  A.1: Scope\n  A.2: Intent\n  B: Doing\n  C: Rest\n  D: Ends\n  D.1: Left\n  D.2: Right\n",
);

fn frame(to: &str, rows: &str) -> (String, String) {
    let id = format!("frame-1--{}-1", &to[..1]);
    let head = format!("xwalk: relations/1\nid: {id}\nfrom: frame:1\nto: {to}\nversion: 1\nsource: made up\n");
    (format!("{id}.yaml"), format!("{head}confidence: high\nrows:\n{rows}"))
}

#[test]
fn by_an_edition_each_requirement_stands_where_it_relates_by_the_fewest_rows() {
    let to_first = frame(
        "b:1",
        "  - { from: A, to: \"1.1\", relation: partial }\n  - { from: A.2, to: \"1.3\", relation: partial }\n  - { from: D.1, to: \"2.4\", relation: partial }\n  - { from: D.2, to: \"2.4\", relation: partial }\n",
    );
    let to_second = frame("s:1", "  - { from: B, to: \"1.1\", relation: partial }\n");
    let frames = [(to_first.0.as_str(), to_first.1.as_str()), (to_second.0.as_str(), to_second.1.as_str())];
    let files = [FIRST, SECOND, THIRD, FIRST_TO_SECOND, FIRST_TO_THIRD, SECOND_TO_THIRD, FRAME, frames[0], frames[1]];
    let settings = Settings { max_hops: 2, ..Settings::default() };
    let integration = World::new(&files, None).ask_with(&settings, |case| of(ALL, "frame:1").ask(case.case).unwrap());
    let groups = groups(&integration);
    assert_eq!(
        groups[..5],
        [
            // What A overlaps overlaps others, which says nothing of these.
            group("frame:1/A", &["b:1/1.1"]),
            group("frame:1/A.2", &["b:1/1.3"]),
            group("frame:1/B", &["s:1/1.1"]),
            // Of D itself no row speaks.
            group("frame:1/D.1", &["b:1/2.4"]),
            group("frame:1/D.2", &["b:1/2.4"]),
        ]
    );
    assert_eq!((groups[5].0.as_str(), groups[5].1.len(), groups.len()), ("in no clause of frame:1", 17, 6));
}

#[test]
fn an_edition_to_which_no_row_leads_and_a_word_that_is_nothing_cannot_group() {
    let files = [FIRST, SECOND, THIRD, FIRST_TO_SECOND, FIRST_TO_THIRD, SECOND_TO_THIRD, FRAME];
    let refused = |by: &str| World::new(&files, None).ask(|case| of(&["b:1", "s:1"], by).ask(case.case).unwrap_err());
    let unrelated = refused("frame:1");
    assert_eq!(unrelated.message, "no requirement of these editions is related to frame:1 through at most 3 rows");
    assert_eq!(unrelated.help.as_deref(), Some("group by one of clause, chapter, element, t:1"));
    let unknown = refused("colour");
    assert_eq!(unknown.message, "colour is neither an attribute of these editions nor an edition");
    assert!(unknown.help.unwrap().starts_with("group by one of clause, chapter, element, or by an edition"));
}

#[test]
fn an_edition_named_twice_counts_once_and_one_alone_has_no_answer() {
    let twice = world().ask(|case| of(&["b:1", "s:1", "The Base", "s:1"], "clause").ask(case.case).unwrap());
    assert_eq!(twice.editions.len(), 2);
    assert_eq!(twice.saving(), tally(13, 3, 1, 0));
    let alone = world().ask(|case| of(&["b:1", "the base"], "clause").ask(case.case).unwrap_err());
    assert_eq!(alone.message, "one edition alone cannot be integrated");
}

#[test]
fn without_rows_everything_is_new_and_nothing_is_saved() {
    let settings = Settings { max_hops: 0, ..Settings::default() };
    let integration = world().ask_with(&settings, |case| of(ALL, "clause").ask(case.case).unwrap());
    assert_eq!(integration.saving(), tally(21, 0, 0, 0));
    assert_eq!(integration.groups.len(), 21);
}

#[test]
fn the_best_base_is_the_one_on_which_most_is_certainly_saved() {
    let ranked = |editions: &[&str]| -> Vec<(String, usize, Tally)> {
        let candidates = world().ask(|case| of(editions, "clause").candidates(case.case).unwrap());
        let row = |candidate: xwalk::deliver::Candidate| {
            (candidate.base.to_string(), candidate.requirements, candidate.saving)
        };
        candidates.into_iter().map(row).collect()
    };
    // On b:1, the third before the second: of the third 1.1, 3.1, 3.2 in full, 2.1, 2.2 in part; of the
    // second 1.1, 1.2, 1.3 in full, 1.4, 2.1, 2.2 in part.
    // On s:1: of the third 1.1, 1.2 in full, 1.3, 2.2 in part; of b:1 2.2 in full, 1.1, 1.2, 1.3, 2.1, 2.3
    // in part.
    // On t:1: of the second 1.1, 1.4, 2.1, 2.2 in part; of b:1 the same as on s:1.
    assert_eq!(
        ranked(&["t:1", "s:1", "b:1"]),
        [
            ("b:1".to_owned(), 7, tally(21, 6, 5, 0)),
            ("s:1".to_owned(), 6, tally(21, 3, 7, 0)),
            ("t:1".to_owned(), 8, tally(21, 1, 9, 0)),
        ]
    );
    assert_eq!(ranked(ALL)[0], ("b:1".to_owned(), 7, tally(21, 7, 4, 0)), "the order of the others matters");
}

#[test]
fn the_ranking_says_why_and_holds_nothing_else() {
    let ranking = |editions: &[&str], files: &[(&str, &str)]| {
        let question = Integrate { suggest_base: true, ..of(editions, "clause") };
        World::new(files, None).ask(|case| question.document(case.case).unwrap())
    };
    let document = ranking(ALL, &[FIRST, SECOND, THIRD, FIRST_TO_SECOND, FIRST_TO_THIRD, SECOND_TO_THIRD]);
    assert_eq!(
        document.lead[0],
        "Take b:1 as the base: of 21 requirements managed separately, 7 are certainly saved; with s:1, which is next, 5."
    );
    assert_eq!(document.parts.len(), 1);
    assert_eq!(answer(&document)[0], ["1", "b:1", "7", "21", "7", "4", "0", "0.4286", "0.3333", "0.5238"]);

    let small = |id: &'static str, text: &'static str| (id, text);
    let m = small("m.yaml", "xwalk: catalog/1\nid: m:1\ntitle: M\nclauses:\n  \"1\": A\n  \"2\": B\n  \"3\": C\n");
    let z = small("z.yaml", "xwalk: catalog/1\nid: z:1\ntitle: Z\nclauses:\n  \"1\": A\n  \"2\": B\n");
    let head =
        "xwalk: relations/1\nid: z-1--m-1\nfrom: z:1\nto: m:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n";
    let equal = "  - { from: \"1\", to: \"1\", relation: full, reverse: full }\n";
    let wide = "  - { from: \"2\", to: [\"2\", \"3\"], relation: partial }\n";
    // On z:1 one is saved and two extend, on m:1 one is saved and one extends.
    let weighted = ranking(&["m:1", "z:1"], &[m, z, ("z-1--m-1.yaml", &format!("{head}{equal}{wide}"))]);
    assert_eq!(
        weighted.lead[0],
        "Take z:1 as the base: with it as with m:1, 1 is certainly saved of 5 requirements managed separately; counting \
         extensions too, 40.0 % instead of 30.0 %."
    );
    let level = ranking(&["z:1", "m:1"], &[m, z, ("z-1--m-1.yaml", &format!("{head}{equal}"))]);
    assert_eq!(
        level.lead[0],
        "m:1 and z:1 are equally good as the base: with each, 1 is certainly saved of 5 requirements managed separately."
    );
}

/// The lines of entries as people read them, those under others further in.
fn lines(entries: &[Entry], depth: usize) -> Vec<String> {
    let mut told = Vec::new();
    for entry in entries {
        let mark = entry.mark.as_ref().map(|(word, _)| format!(" ({word})")).unwrap_or_default();
        told.push(format!("{}{}{mark}", "  ".repeat(depth), entry.title));
        told.extend(lines(&entry.children, depth + 1));
    }
    told
}

fn sections(document: &Document) -> Vec<String> {
    let mut told = Vec::new();
    for part in &document.parts {
        match part {
            Part::Section(title) => told.push(format!("# {title}")),
            Part::Entry(entry) => told.extend(lines(std::slice::from_ref(entry), 0)),
            Part::Table(_) | Part::Tree(_) | Part::Chart(_) | Part::Graph(_) | Part::Schedule(_) | Part::Plot(_) => {}
        }
    }
    told
}

#[test]
fn people_read_what_attaches_under_each_clause_with_whole_headings_in_one_line() {
    assert_eq!(
        sections(&document("clause")),
        [
            "# 1 Chapter one",
            "1 Chapter one",
            "  t:1/2.1 Order (extend)",
            "1.1 Documents",
            "  s:1/1.1 Document control (covered)",
            "  t:1/1.1 Papers (covered, 2 steps, low confidence)",
            "1.2 Records",
            "  t:1/2.2 Logs (extend)",
            "1.3 Policy",
            "  s:1/1.3 Competence (covered)",
            "  s:1/1.4 Service policy (extend)",
            "# 2 Chapter two",
            "2.1 People",
            "  s:1/1.3 Competence (covered)",
            "2.2 Audit",
            "  s:1/1.2 Audits (covered)",
            "2.3 Guarding",
            "  t:1/3 Guards, 2 requirements (covered)",
            "Nothing attaches to",
            "# New from s:1",
            "2 Own",
            "  2.1 Reports (new)",
            "  2.2 Capacity (new)",
            "    t:1/1.2 Room for growth (covered, low confidence)",
            "# Attached to requirements of s:1",
            "1 Common",
            "  1.4 Service policy",
            "    t:1/1.3 Security policy (extend, low confidence)",
            "# New from t:1",
            "2 Own",
            "  2.3 Locks (new)",
        ]
    );
}

#[test]
fn an_entry_says_what_to_add_with_what_together_and_where_else() {
    let document = document("clause");
    let said = |title: &str, attached: &str| -> Vec<(String, String)> {
        let mut entries = document.parts.iter().filter_map(|part| match part {
            Part::Entry(entry) => Some(entry),
            Part::Section(_)
            | Part::Table(_)
            | Part::Tree(_)
            | Part::Chart(_)
            | Part::Graph(_)
            | Part::Schedule(_)
            | Part::Plot(_) => None,
        });
        let entry = entries.find(|entry| entry.title == title).unwrap();
        let entry = entry.children.iter().find(|entry| entry.title.starts_with(attached)).unwrap();
        let text = |cell: &Cell| match cell {
            Cell::Text(text) | Cell::Refs(_, text) => text.to_string(),
            other => panic!("{other:?}"),
        };
        entry.values.iter().map(|(name, cell)| (name.to_string(), text(cell))).collect()
    };
    assert_eq!(said("1.3 Policy", "s:1/1.3"), [("together with".to_owned(), "2.1".to_owned())]);
    assert_eq!(said("2.1 People", "s:1/1.3"), [("together with".to_owned(), "1.3".to_owned())]);
    let logs = said("1.2 Records", "t:1/2.2");
    assert_eq!(logs, [("add".to_owned(), "Report on logs".to_owned()), ("also at".to_owned(), "s:1/2.1".to_owned())]);
}

#[test]
fn other_groups_show_the_editions_side_by_side() {
    let told = sections(&document("element"));
    assert_eq!(
        told[..8],
        [
            "# documentation",
            "b:1, 2 requirements",
            "  1.1 Documents (base)",
            "  1.2 Records (base)",
            "s:1, 1 requirement",
            "  1.1 Document control (covered at 1.1)",
            "t:1, 1 requirement",
            "  1.1 Papers (covered at 1.1)",
        ]
    );
    assert!(told.contains(&"  1.3 Security policy (extend at s:1/1.4)".to_owned()));
    assert!(sections(&document("chapter")).is_empty(), "the chapters are only counted");
}

#[test]
fn the_answer_has_a_row_for_each_requirement_in_each_group() {
    let document = document("clause");
    let rows = answer(&document);
    // One for each of the seven of the base and the three that are new, and one for each clause to which something attaches:
    // 1.3 of the second, 1.1 and 2.2 of the third attach to two, the other eight to one.
    assert_eq!(rows.len(), 7 + 3 + 3 * 2 + 8);
    let row = |group: &str, clause: &str| rows.iter().find(|row| row[0] == group && row[3] == clause).unwrap();
    assert_eq!(
        row("b:1/2.1", "s:1/1.3")[..],
        [
            "b:1/2.1",
            "People",
            "s:1",
            "s:1/1.3",
            "Competence",
            "full",
            "covered",
            "b:1/1.3 b:1/2.1",
            "true",
            "",
            "1",
            "b-1--s-1",
            "high",
            ""
        ]
    );
    assert_eq!(
        row("s:1/2.1", "t:1/2.2")[5..],
        ["partial", "extend", "s:1/2.1", "false", "Report on logs", "1", "s-1--t-1", "low", ""]
    );
    assert_eq!(row("b:1/2.4", "b:1/2.4")[5..], ["", "base", "", "", "", "", "", "", ""]);
}
