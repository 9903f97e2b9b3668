//! Two statements that cannot both be true, through more rows than an answer is based on.

use xwalk::diagnostic::Rule;
use xwalk::query::contradictions;

use super::common::World;

/// Editions of one clause each, every one equal to the next.
fn found(editions: usize) -> Vec<(u32, String)> {
    let ids: Vec<String> = (1..=editions).map(|number| format!("e{number}:1")).collect();
    let catalogs = ids.iter().map(|id| {
        let text = format!("xwalk: catalog/1\nid: {id}\ntitle: One\nclauses:\n  \"1\": Policy\n");
        (format!("{}.yaml", id.replace(':', "-")), text)
    });
    let tables = ids.windows(2).map(|pair| {
        let id = pair.join("--").replace(':', "-");
        let head = format!("xwalk: relations/1\nid: {id}\nfrom: {}\nto: {}\nversion: 1", pair[0], pair[1]);
        let rows = "rows:\n  - { from: \"1\", to: \"1\", relation: full, reverse: full }\n";
        (format!("{id}.yaml"), format!("{head}\nsource: made up\nconfidence: high\n{rows}"))
    });
    let files: Vec<(String, String)> = catalogs.chain(tables).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (first, last) = (&ids[0], &ids[editions - 1]);
    let statuses = format!("  {first}:\n    \"1\": implemented\n  {last}:\n    \"1\": planned\n");
    let world = World::new(&files, Some(&format!("xwalk: assessment/1\norganization: Us\nstatuses:\n{statuses}")));
    let found = world.ask(contradictions);
    assert!(found.iter().all(|finding| finding.rule == Rule::StatementsContradict), "{found:?}");
    let line = |span| world.sources.position(span).line.get();
    found.into_iter().map(|finding| (line(finding.span), finding.message)).collect()
}

/// At most three rows are followed: three that prove, and three that rule out.
#[test]
fn what_is_proved_and_what_is_ruled_out_meet_half_way() {
    for editions in 2..=7 {
        let message = format!(
            "e{editions}:1/1 is stated as planned, but the statement on e1:1/1 proves that it is completely in place"
        );
        assert_eq!(found(editions), [(7, message)], "over {} rows", editions - 1);
    }
    assert_eq!(found(8), [], "over seven rows");
}
