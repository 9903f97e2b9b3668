//! Libraries for the tests: a small one, written out, and the one that is bundled.

use std::collections::BTreeMap;

use xwalk::bundled;
use xwalk::edit::Draft;
use xwalk::load::{self, Files};
use xwalk::model::{ClauseId, ClauseNumber, EditionId, Library, Statement, Status};
use xwalk::source::Sources;

const CATALOGS: [(&str, &str); 3] = [
    (
        "c.yaml",
        r#"
xwalk: catalog/1
id: c:1
title: C
clauses:
  "1": One
  "1.1": { title: First, summary: Asks for the first thing. }
  "1.2": Second
  "1.10": Tenth
  "2": Two
  "2.1": Third
  "2.2": Fourth
  "3": Three
  "4": { title: Four, kind: informative }
"#,
    ),
    ("d.yaml", "xwalk: catalog/1\nid: d:1\ntitle: D\nclauses:\n  \"A.1\": Alpha\n  \"A.2\": Beta\n  \"A.10\": Gamma\n"),
    (
        "c-1--d-1.yaml",
        r#"
xwalk: relations/1
id: c-1--d-1
from: c:1
to: d:1
version: 1
source: made up
confidence: high
rows:
  - { from: "1.1", to: "A.1", relation: full }
  - { from: "1.1", to: "A.2", relation: partial }
"#,
    ),
];

/// The small world: c:1 with the requirements 1.1, 1.2, 1.10, 2.1, 2.2 and 3, and d:1 with A.1, A.2 and A.10.
pub(crate) fn small() -> Library {
    let (mut sources, mut files) = (Sources::default(), Files::default());
    for (name, text) in CATALOGS {
        let file = sources.add(name, text);
        files.read(&sources, file);
    }
    load::library(&sources, files).sound().unwrap().0
}

/// What is bundled.
pub(crate) fn bundled() -> Library {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    load::library(&sources, files).sound().unwrap().0
}

/// The clause that a whole reference names.
pub(crate) fn clause(text: &str) -> ClauseId {
    let (edition, number) = text.split_once('/').unwrap();
    ClauseId { edition: EditionId::parse(edition).unwrap(), number: ClauseNumber::parse(number).unwrap() }
}

/// A statement with a status alone.
pub(crate) fn bare(status: Status) -> Statement {
    let text = format!("xwalk: assessment/1\norganization: X\nstatuses: {{ \"c:1\": {{ \"3\": {status} }} }}\n");
    let draft = Draft::read("x", text, &small()).unwrap();
    draft.assessment().statement(&clause("c:1/3")).unwrap().clone()
}

/// What a text says, without places.
pub(crate) fn said(draft: &Draft) -> BTreeMap<ClauseId, String> {
    let shown = |statement: &Statement| {
        let Statement { status, evidence, owner, due, assessed, maturity, effort, justification, note, .. } = statement;
        let Statement { maturity_target, risks, .. } = statement;
        let has_more = maturity_target.is_some() || !risks.is_empty();
        let more = if has_more { format!(" {maturity_target:?} {risks:?}") } else { String::new() };
        format!(
            "{status} {evidence:?} {owner:?} {due:?} {assessed:?} {maturity:?} {effort:?} {justification:?} {note:?}{more}"
        )
    };
    draft.assessment().statements().map(|(clause, statement)| (clause.clone(), shown(statement))).collect()
}
