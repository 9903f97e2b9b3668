//! Which project file counts for which assessment.

use serde_json::Value;

use crate::{code, folder, json, run};

const NO_TARGET: &str = "xwalk: assessment/1\norganization: A\nstatuses:\n  iso-9001:2015:\n    \"4.1\": implemented\n";

fn targets(answer: &Value) -> Vec<(&str, &str)> {
    let text = |row: &'_ Value, key: &str| row[key].as_str().unwrap().to_owned();
    let rows = answer["answer"].as_array().unwrap();
    rows.iter().for_each(|row| assert!(!text(row, "target").is_empty()));
    rows.iter().map(|row| (row["assessment"].as_str().unwrap(), row["target"].as_str().unwrap())).collect()
}

#[test]
fn each_assessment_aims_at_the_targets_of_its_own_project() {
    let folder = folder(&[
        ("xwalk.toml", "targets = [\"iso-9001:2015\"]\n"),
        ("a/xwalk.toml", "targets = [\"iso-14001:2015\"]\n"),
        ("a/x.yaml", NO_TARGET),
        ("b/xwalk.toml", "targets = [\"iso-45001:2018\"]\n"),
        ("b/x.yaml", &format!("{NO_TARGET}# another\n")),
        ("b/t.csv", "assessment,clause,status\nt,iso-9001:2015/4.1,partial\n"),
        ("c/x.yaml", &format!("{NO_TARGET}# a third one\n")),
    ]);
    let (a, b) = (("a/x.yaml", "iso-14001:2015"), ("b/x.yaml", "iso-45001:2018"));
    assert_eq!(targets(&json(folder.path(), &["a", "b"], "")), [a, b]);
    assert_eq!(targets(&json(folder.path(), &["b", "a"], "")), [b, a]);
    let (c, t) = (("c/x.yaml", "iso-9001:2015"), ("t", "iso-45001:2018"));
    assert_eq!(targets(&json(folder.path(), &[".", "b/t.csv"], "")), [a, b, t, c], "by target");
    let row = r#"{"assessment": "s", "clause": "iso-9001:2015/4.1", "status": "partial"}"#;
    assert_eq!(targets(&json(folder.path(), &["-"], row)), [("s", "iso-9001:2015")]);
    let named = json(folder.path(), &["a", "b", "--target", "iso-9001:2015"], "");
    assert_eq!(targets(&named), [("a/x.yaml", "iso-9001:2015"), ("b/x.yaml", "iso-9001:2015")]);
    assert_eq!(code(&run(folder.path(), &["a", "--no-project"], "")), 1, "nothing names a target");
}

#[test]
fn projects_that_would_answer_differently_are_refused() {
    let folder = folder(&[
        ("a/xwalk.toml", "targets = [\"iso-14001:2015\"]\n[defaults]\nformat = \"csv\"\n"),
        ("a/x.yaml", NO_TARGET),
        ("b/xwalk.toml", "targets = [\"iso-45001:2018\"]\n[defaults]\nmax-hops = 2\n"),
        ("b/x.yaml", &format!("{NO_TARGET}# another\n")),
        ("c/x.yaml", &format!("{NO_TARGET}# a third one\n")),
        ("d/xwalk.toml", "targets = [\"nowhere:1\"]\n"),
        ("d/x.yaml", &format!("{NO_TARGET}# a fourth one\n")),
    ]);
    for (paths, said) in [
        (["a", "b"], "a/xwalk.toml and b/xwalk.toml have different standards or defaults"),
        (["b", "c"], "b/xwalk.toml has standards or defaults, but it is not the project file of all assessments"),
        (["c", "b"], "b/xwalk.toml has standards or defaults, but it is not the project file of all assessments"),
    ] {
        let output = run(folder.path(), &paths, "");
        let error = String::from_utf8(output.stderr.clone()).unwrap();
        assert!(error.contains(said), "{error}");
        assert_eq!(code(&output), 2);
    }
    let output = run(folder.path(), &["a", "d"], "");
    assert!(String::from_utf8(output.stderr.clone()).unwrap().contains("d/xwalk.toml:1:12"), "{output:?}");
    assert_eq!(code(&output), 1);
    let output = run(folder.path(), &["a", "b", "--no-project", "--target", "iso-14001:2015"], "");
    assert_eq!(code(&output), 0, "{output:?}");
}
