//! Editions as catalogs.

use serde_json::{Value, json};

use super::{A, checked, losses, props, written};

#[test]
fn a_catalog_has_its_clauses_as_groups_and_controls() {
    let out = written(&[("a.yaml", A)], "a:1");
    let value = checked(&out);
    assert_eq!(losses(&out), [(2, "titles lose line breaks or spaces")]);
    let catalog = &value["catalog"];
    let metadata = &catalog["metadata"];
    assert_eq!(metadata["title"], "Made up: the first");
    assert_eq!(metadata["last-modified"], "2008-11-15T00:00:00Z");
    assert_eq!(metadata["published"], "2008-11-15T00:00:00Z");
    assert_eq!((&metadata["version"], &metadata["oscal-version"]), (&json!("1"), &json!("1.2.1")));
    assert_eq!(metadata["parties"][0]["name"], "Makers");
    assert_eq!(
        props(metadata),
        [
            "edition=a:1",
            "published=2008-11-15",
            "kind=management-system",
            "provenance=stated",
            "source=Written for a test.",
            "alias=A 1",
            "title=Inventé"
        ]
    );
    assert_eq!(catalog["back-matter"]["resources"][0]["citation"]["text"], "Written for a test.");

    // 4 has a control, a group and an informative clause below it: the control stands in a group without a number.
    let chapter = &catalog["groups"][0];
    assert_eq!((&chapter["id"], &chapter["title"]), (&json!("c-4"), &json!("Chapter")));
    let inside = chapter["groups"].as_array().unwrap();
    assert_eq!(
        inside.iter().map(props).collect::<Vec<_>>(),
        [vec!["kind=unnumbered"], vec!["label=4.2"], vec!["label=4.3", "kind=informative"],]
    );
    let one = &inside[0]["controls"][0];
    assert_eq!((&one["id"], &one["title"]), (&json!("c-4.1"), &json!("One and a half")));
    assert_eq!(props(one), ["label=4.1", "mandatory=false", "pdca=plan"]);
    assert_eq!(
        one["props"][2],
        json!({"name": "pdca", "ns": "urn:xwalk:oscal", "value": "plan", "class": "attribute"})
    );
    let statement = &one["parts"][0];
    assert_eq!((&statement["id"], &statement["name"]), (&json!("c-4.1_smt"), &json!("statement")));
    assert_eq!(
        (&statement["prose"], props(statement)),
        (&json!("Do it,\nthen check."), vec!["wording=summary".to_owned()])
    );
    let ids: Vec<&Value> = inside[1]["controls"].as_array().unwrap().iter().map(|control| &control["id"]).collect();
    assert_eq!(ids, ["c-4.2.1", "c-4.2.-2-"]);
    assert_eq!(props(&inside[1]["controls"][1])[0], "label=4.2.(2)");
    let general = &inside[1]["controls"][0];
    assert_eq!(props(general), ["label=4.2.1", "title=Allgemeines", "summary=Mach es", "element=documentation"]);
    assert_eq!(general["props"][1]["class"], "de");
    // A requirement with clauses below it stays a control.
    let control = &catalog["groups"][1]["controls"][0];
    assert_eq!((&control["id"], &control["controls"][0]["id"]), (&json!("c-5"), &json!("c-5.1")));
    assert_eq!(props(&control["parts"][0]), ["wording=none"]);
}

#[test]
fn ids_of_others_are_kept_and_distinguished() {
    let text = r#"
xwalk: catalog/1
id: n:1
title: N
clauses:
  "AC-1": { title: One, uri: ac-1 }
  "AC-1(1)": { title: Two, uri: ac-1.1, parent: AC-1, kind: requirement }
  "a-1": { title: Three, uri: "urn:x:1" }
  "a:1": Four
  "x": { title: Five, uri: c-a-1 }
  "y": { title: Six, kind: informative, status: Withdrawn, successors: ac-1 }
"#;
    let text = text.replace("title: One, uri", "title: One, kind: requirement, uri");
    let out = written(&[("n.yaml", &text)], "n:1");
    let controls = checked(&out)["catalog"]["controls"].clone();
    let ids: Vec<&Value> = controls.as_array().unwrap().iter().map(|control| &control["id"]).collect();
    assert_eq!(ids, ["ac-1", "c-a-1_2", "c-a-1_3", "c-a-1", "c-y"]);
    assert_eq!(controls[0]["controls"][0]["id"], "ac-1.1");
    assert_eq!(props(&controls[0]), ["label=AC-1"]);
    assert_eq!(props(&controls[1]), ["label=a-1", "uri=urn:x:1"]);
    let withdrawn = &controls[4];
    assert_eq!(props(withdrawn), ["label=y", "status=withdrawn"]);
    assert_eq!(withdrawn["links"], json!([{"href": "#ac-1", "rel": "incorporated-into"}]));
}

#[test]
fn what_oscal_cannot_nest_names_its_parent() {
    let mut text =
        String::from("xwalk: catalog/1\nid: d:1\ntitle: D\nclauses:\n  \"0\": {title: T, kind: requirement}\n");
    text += "  \"0.h\": H\n  \"0.h.1\": One\n  \"0.i\": {title: I, kind: informative}\n";
    let mut number = String::from("1");
    for _ in 0..40 {
        text += &format!("  \"{number}\": Deep\n");
        number += ".1";
    }
    let out = written(&[("d.yaml", &text)], "d:1");
    let value = checked(&out);
    let top = &value["catalog"]["groups"][0]["controls"][0];
    let parts: Vec<&Value> = top["parts"].as_array().unwrap().iter().map(|part| &part["name"]).collect();
    assert_eq!(parts, ["statement", "heading", "informative"]);
    assert_eq!(props(&top["controls"][0]), ["label=0.h.1", "parent=0.h"]);
    let labels = out.text.matches("\"name\": \"label\"").count();
    assert_eq!(labels, 44);
    // Of forty clauses in each other twenty are nested; each of the others but the first names the one above it.
    assert_eq!(out.text.matches("\"name\": \"parent\"").count(), 1 + 19);
}
