//! The walls of the house: which room may name which, and who may touch the world.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may name. `query` may name `load` for the names it suggests.
const ROOMS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diagnostic", &["source"]),
    ("model", &["source"]),
    ("load", &["source", "diagnostic", "model"]),
    ("crosswalk", &["model"]),
    ("workflow", &["model"]),
    ("report", &["source", "diagnostic", "model"]),
    ("query", &["source", "diagnostic", "model", "load", "crosswalk", "workflow", "report"]),
    ("deliver", &["source", "diagnostic", "model", "load", "crosswalk", "workflow", "report", "query"]),
    ("edit", &["source", "diagnostic", "model", "load"]),
    ("exchange", &["source", "diagnostic", "model", "load", "edit"]),
    ("render", &["source", "diagnostic", "model", "report"]),
    (
        "cli",
        &[
            "source",
            "diagnostic",
            "model",
            "load",
            "crosswalk",
            "workflow",
            "report",
            "query",
            "deliver",
            "edit",
            "exchange",
            "render",
        ],
    ),
];

/// Words that only some files may hold, and which.
const RESERVED: &[(&str, &[&str])] = &[
    ("petgraph", &["src/crosswalk/", "src/workflow.rs"]),
    ("serde_yaml", &["src/load/raw/node.rs", "src/edit/write/"]),
    ("granit_parser", &["src/load/layout.rs"]),
    ("rustyline", &["src/cli/command/interview.rs"]),
    ("similar::", &["src/cli/output.rs"]),
    ("calamine", &["src/exchange/sheet/"]),
    ("unicode_normalization", &["src/exchange/import/column.rs"]),
    ("std::fs", &["src/load/disk"]),
    ("std::env::", &[]),
    ("same_file", &["src/load/disk/"]),
    ("SystemTime", &[]),
    ("Instant::now", &[]),
    ("stdout(", &["src/cli/"]),
    ("stderr(", &["src/cli/"]),
    ("clap::", &["src/query/", "src/deliver/", "src/cli/"]),
    ("anyhow::", &["src/cli/"]),
    ("postcard::", &["src/load/packed.rs"]),
    ("comfy_table", &["src/render/terminal.rs"]),
    ("askama", &["src/render/html/"]),
    ("clap_complete", &["src/cli/command/completions"]),
    ("clap_mangen", &["src/cli/command/man.rs"]),
    ("schemars", &["src/load/schema/"]),
    ("rust_xlsxwriter", &["src/render/xlsx/"]),
    ("serde_sarif", &["src/render/sarif.rs"]),
    ("percent_encoding", &["src/render/sarif.rs"]),
    ("quick_junit", &["src/render/junit.rs"]),
    ("icalendar::", &["src/render/ics.rs"]),
    ("quick_xml", &["src/render/graphml.rs"]),
    ("svg::node", &["src/render/picture/"]),
    ("super::super", &[]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The lines of code of every file, with its path as `src/…` and line numbers from one. Comments and doc comments are left out.
fn lines() -> Vec<(String, usize, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lines = Vec::new();
    for path in sources(&root.join("src")) {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            lines.push((name.clone(), number + 1, code.to_owned()));
        }
    }
    lines
}

fn room(file: &str) -> Option<&str> {
    let rest = file.strip_prefix("src/")?;
    let room = rest.split('/').next()?.trim_end_matches(".rs");
    ROOMS.iter().map(|(name, _)| *name).find(|name| *name == room)
}

/// The rooms that a line of code names: behind `crate::`, or, in the binary, behind `xwalk::`.
fn named(code: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for root in ["crate::", "xwalk::"] {
        for (at, _) in code.match_indices(root) {
            let rest = &code[at + root.len()..];
            let group = rest.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or("")).unwrap_or(rest);
            for name in group.split([',', '{']) {
                let word: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.extend(ROOMS.iter().map(|(name, _)| *name).find(|name| *name == word));
                if group == rest {
                    break;
                }
            }
        }
    }
    found
}

#[test]
fn a_room_names_only_the_rooms_below_it() {
    let mut breaches = Vec::new();
    for (file, line, code) in lines() {
        let Some(room) = room(&file) else { continue };
        let may = ROOMS.iter().find(|(name, _)| *name == room).unwrap().1;
        for name in named(&code) {
            if name != room && !may.contains(&name) {
                breaches.push(format!("{file}:{line}: {room} names {name}"));
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn every_file_belongs_to_a_room() {
    let strangers: Vec<String> = lines()
        .into_iter()
        .map(|(file, ..)| file)
        .filter(|file| room(file).is_none() && !["src/lib.rs", "src/main.rs"].contains(&file.as_str()))
        .collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn what_touches_the_world_stands_where_it_belongs() {
    let mut breaches = Vec::new();
    for (file, line, code) in lines() {
        for (word, places) in RESERVED {
            if code.contains(word) && !places.iter().any(|place| file.starts_with(place)) {
                breaches.push(format!("{file}:{line}: {word} belongs to {places:?}"));
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn the_root_is_a_list_of_rooms() {
    let root = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let code: Vec<&str> = root.lines().filter(|line| !line.starts_with("//!") && !line.is_empty()).collect();
    assert!(code.iter().all(|line| line.starts_with("pub mod ")), "{code:?}");
}

#[test]
fn names_behind_crate_are_found_alone_and_in_groups() {
    assert_eq!(named("use crate::model::{Catalog, Clause};"), ["model"]);
    assert_eq!(named("use crate::{load, query::Gap};"), ["load", "query"]);
    assert_eq!(named("let x = xwalk::render::FORMATS;"), ["render"]);
    assert_eq!(named("let crates = 1;"), [""; 0]);
}
