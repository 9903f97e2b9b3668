//! Folders with a part for each target.

use std::fs;

use crate::{NORTH, code, folder, run};

#[test]
fn each_target_has_a_folder_of_its_own() {
    let both = NORTH.replace("[iso-iec-20000-1:2011]", "[iso-iec-20000-1:2011, iso-iec-27001:2022]");
    let folder = folder(&[("a.yaml", NORTH), ("b.yaml", &both)]);
    let args = ["a.yaml", "b.yaml", "--format", "ndjson", "--partition-by", "target", "--output", "out"];
    let output = run(folder.path(), &args, "");
    assert_eq!(code(&output), 0, "{output:?}");
    let part = |target: &str| fs::read_to_string(folder.path().join(format!("out/target={target}/part-0.ndjson")));
    let service = part("iso-iec-20000-1%3A2011").unwrap();
    assert_eq!(service.lines().count(), 78);
    assert_eq!(part("iso-iec-27001%3A2022").unwrap().lines().count(), 123);
    assert!(!service.contains("\"target\""), "it is the name of the folder");
    // What an earlier run wrote is replaced, and nothing else.
    let alone = ["a.yaml", "--format", "ndjson", "--partition-by", "target", "--output", "out"];
    assert_eq!(code(&run(folder.path(), &alone, "")), 0);
    assert!(part("iso-iec-27001%3A2022").is_err());
    fs::write(folder.path().join("out/mine.txt"), "x").unwrap();
    let output = run(folder.path(), &alone, "");
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8(output.stderr).unwrap().contains("the folder holds mine.txt"));
    assert_eq!(fs::read_to_string(folder.path().join("out/mine.txt")).unwrap(), "x");
}

#[test]
fn a_folder_of_parts_needs_its_name_and_a_format_of_rows() {
    let folder = folder(&[("a.yaml", NORTH)]);
    for args in [
        ["a.yaml", "--partition-by", "target", "--format", "ndjson"].as_slice(),
        &["a.yaml", "--partition-by", "target", "--output", "out"],
    ] {
        let output = run(folder.path(), args, "");
        assert_eq!(code(&output), 2);
        assert!(
            String::from_utf8(output.stderr)
                .unwrap()
                .contains("--partition-by is only for a folder of ndjson or parquet files")
        );
    }
}
