//! The walls of the house: which room may name which, and who may touch the world.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may name, those of the engine first: `src/engine` is a crate of its own, which cannot name
/// any other. `query` may name `load` for the names it suggests.
const ROOMS: &[(&str, &[&str])] = &[
    ("deferred", &[]),
    ("source", &["deferred"]),
    ("diagnostic", &["source"]),
    ("model", &["source", "deferred"]),
    ("language", &["source", "model"]),
    ("load", &["source", "deferred", "diagnostic", "model"]),
    ("crosswalk", &["model"]),
    ("audit", &["source", "diagnostic", "model"]),
    ("workflow", &["model"]),
    ("report", &["source", "diagnostic", "model", "language"]),
    ("lines", &["language", "report"]),
    ("query", &["source", "diagnostic", "model", "language", "load", "crosswalk", "audit", "workflow", "report"]),
    ("survey", &["source", "diagnostic", "model", "language", "load", "crosswalk", "audit", "report", "query"]),
    ("changes", &["source", "diagnostic", "model", "language", "load", "crosswalk", "report", "query"]),
    (
        "deliver",
        &["source", "diagnostic", "model", "language", "load", "crosswalk", "workflow", "report", "query", "survey"],
    ),
    ("bundled", &["source", "model", "load"]),
    ("disk", &["source", "diagnostic", "load"]),
    ("edit", &["source", "diagnostic", "model", "load"]),
    ("rules", &["diagnostic"]),
    ("schema", &[]),
    ("exchange", &["source", "diagnostic", "model", "language", "load", "report", "edit"]),
    ("render", &["source", "diagnostic", "model", "language", "lines", "report", "rules"]),
    (
        "api",
        &[
            "source",
            "diagnostic",
            "model",
            "language",
            "load",
            "crosswalk",
            "report",
            "query",
            "survey",
            "changes",
            "bundled",
            "disk",
            "deliver",
            "exchange",
            "render",
        ],
    ),
    (
        "cli",
        &[
            "api",
            "source",
            "diagnostic",
            "model",
            "language",
            "load",
            "crosswalk",
            "audit",
            "workflow",
            "report",
            "query",
            "survey",
            "changes",
            "bundled",
            "disk",
            "schema",
            "rules",
            "deliver",
            "edit",
            "exchange",
            "render",
        ],
    ),
];

/// Words that only some files may hold, and which.
const RESERVED: &[(&str, &[&str])] = &[
    ("petgraph", &["src/engine/crosswalk/", "src/engine/workflow/"]),
    ("fastrand", &["src/engine/audit/agreement/bootstrap.rs"]),
    ("toml::", &["src/engine/load/project/"]),
    ("flate2::", &["src/engine/load/pack/"]),
    ("granit_parser", &["src/engine/load/layout.rs", "src/engine/load/events/full.rs"]),
    ("rustyline", &["src/cli/command/line_editor.rs", "src/cli/command/interview.rs"]),
    (
        "serde_yaml",
        &[
            "src/engine/load/raw/general.rs",
            "src/edit/write/",
            "src/exchange/oscal/read/",
            "src/exchange/ciso/annotation.rs",
            "src/exchange/ciso/write/form.rs",
        ],
    ),
    ("similar::", &["src/cli/output.rs"]),
    ("snowball_stemmers_rs", &["src/survey/suggest/terms.rs"]),
    ("calamine", &["src/exchange/sheet/"]),
    ("infer::get", &["src/exchange/other_content.rs"]),
    ("unicode_normalization", &["src/engine/load/folded.rs", "src/exchange/import/normal_form.rs"]),
    ("gix_", &["src/disk/history.rs"]),
    ("std::fs", &["src/disk"]),
    ("std::env", &["src/cli/project.rs", "src/cli/progress.rs"]),
    ("indicatif", &["src/cli/progress.rs"]),
    ("parquet::arrow", &["src/render/parquet.rs", "src/exchange/statement_rows/parquet.rs"]),
    ("arrow_array", &["src/render/parquet.rs", "src/exchange/statement_rows/parquet.rs"]),
    ("glob::glob", &["src/disk/glob.rs"]),
    ("same_file", &["src/disk/"]),
    ("signal_hook", &["src/cli/mod.rs"]),
    ("SystemTime", &[]),
    ("Instant::now", &[]),
    ("stdout(", &["src/cli/"]),
    ("stderr(", &["src/cli/"]),
    ("clap::", &["src/engine/query/", "src/survey/", "src/changes/", "src/deliver/", "src/api/", "src/cli/"]),
    ("anyhow::", &["src/cli/"]),
    ("postcard::", &["src/engine/load/packed/"]),
    ("comfy_table", &["src/engine/lines/table.rs"]),
    ("askama", &["src/render/html/", "src/render/docx/"]),
    ("clap_complete", &["src/cli/command/completions"]),
    ("clap_mangen", &["src/cli/command/man.rs"]),
    ("schemars", &[]),
    ("imara_diff", &["src/cli/unified.rs"]),
    ("rust_xlsxwriter", &["src/render/xlsx/"]),
    ("percent_encoding", &["src/render/sarif.rs", "src/exchange/oscal/write/text.rs", "src/exchange/sssom/local.rs"]),
    ("uuid::", &["src/exchange/oscal/write/uuids.rs"]),
    ("unicode_security", &["src/engine/load/raw/looks.rs"]),
    ("ignore::", &["src/disk/find.rs"]),
    ("icalendar::", &["src/render/ics.rs"]),
    ("fluent", &["src/engine/language/words.rs"]),
    ("icu_", &["src/engine/language/digits.rs"]),
    ("base64::", &["src/render/logo.rs"]),
    ("imagesize::", &["src/render/logo.rs"]),
    ("quick_xml", &["src/render/graphml.rs", "src/render/junit.rs", "src/render/logo.rs", "src/exchange/sheet/"]),
    ("zip::", &["src/exchange/sheet/package.rs", "src/render/docx/package.rs"]),
    ("svg::node", &["src/render/picture/"]),
    // The rooms of the engine are named as one's own.
    ("xwalk_engine", &["src/lib.rs"]),
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

/// The lines of code of every file, with its path as `src/…` and line numbers from one. Comments and doc comments are
/// left out.
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

/// A file in its crate.
fn inside(file: &str) -> &str {
    file.trim_start_matches("src/").trim_start_matches("engine/")
}

fn room(file: &str) -> Option<&str> {
    let room = inside(file).split('/').next()?.trim_end_matches(".rs");
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
        .filter(|file| room(file).is_none() && !["lib.rs", "main.rs"].contains(&inside(file)))
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
fn the_roots_are_lists_of_rooms() {
    let code = |file: &str| {
        let root = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        root.lines().filter(|line| !line.starts_with("//!")).collect::<Vec<_>>().join("\n")
    };
    let rooms = |code: &str| {
        let lines = code.lines().filter(|line| !line.is_empty());
        lines.map(|line| line.strip_prefix("pub mod ").unwrap_or(line).trim_end_matches(';').to_owned()).collect()
    };
    let engine: Vec<String> = rooms(&code("src/engine/lib.rs"));
    let root = code("src/lib.rs");
    let (own, handed_out) = root.split_once("pub use xwalk_engine::{").unwrap();
    let own: Vec<String> = rooms(own);
    let handed_out: Vec<&str> = handed_out
        .trim_end()
        .trim_end_matches("};")
        .trim_end()
        .trim_end_matches(',')
        .split(',')
        .map(str::trim)
        .collect();
    assert_eq!(handed_out, engine);
    let all: BTreeSet<&str> = ["cli"].into_iter().chain(own.iter().chain(&engine).map(String::as_str)).collect();
    assert_eq!(all, ROOMS.iter().map(|(name, _)| *name).collect());
}

#[test]
fn names_behind_crate_are_found_alone_and_in_groups() {
    assert_eq!(named("use crate::model::{Catalog, Clause};"), ["model"]);
    assert_eq!(named("use crate::{load, query::Gap};"), ["load", "query"]);
    assert_eq!(named("let x = xwalk::render::FORMATS;"), ["render"]);
    assert_eq!(named("let crates = 1;"), [""; 0]);
}

/// The files of `src` by module path, with what each names of the others: `use` lines, and paths through `crate::`,
/// `xwalk::` and `super::`. A door's re-exports are no arrows: who names one names the file after it.
struct House {
    /// Module path, such as `changes::diff::rows`, to the code of the file.
    modules: BTreeMap<String, String>,
    /// What a door hands out, to the path after it.
    exports: BTreeMap<String, String>,
}

impl House {
    fn read() -> Self {
        let mut code: BTreeMap<String, String> = BTreeMap::new();
        for (file, _, line) in lines() {
            let path = inside(&file).trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
            if path != "lib" && path != "main" {
                code.entry(path).or_default().extend([line.as_str(), "\n"]);
            }
        }
        // Tests inside a file may name whom they like.
        let modules: BTreeMap<String, String> = code
            .into_iter()
            .map(|(path, code)| (path, code.split("#[cfg(test)]\nmod ").next().unwrap_or("").to_owned()))
            .collect();
        let mut house = Self { modules, exports: BTreeMap::new() };
        let mut exports = BTreeMap::new();
        for (module, code) in &house.modules {
            for (is_export, leaf) in imports(code) {
                let (path, name) =
                    leaf.split_once(" as ").unwrap_or((&leaf, leaf.rsplit("::").next().unwrap_or(&leaf)));
                if let (true, Some(behind)) = (is_export, house.absolute(module, path)) {
                    exports.insert(format!("{module}::{name}"), behind);
                }
            }
        }
        house.exports = exports;
        house
    }

    /// A path as it stands in a module, from the root of the crate; nothing where it leads out of it.
    fn absolute(&self, module: &str, path: &str) -> Option<String> {
        let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
        let (root, rest) = path.split_once("::")?;
        let joined = |base: &str| if base.is_empty() { rest.to_owned() } else { format!("{base}::{rest}") };
        match root {
            "crate" | "xwalk" => Some(rest.to_owned()),
            "super" => Some(joined(parent)),
            "self" => Some(joined(module)),
            child if self.modules.contains_key(&format!("{module}::{child}")) => Some(format!("{module}::{path}")),
            _ => None,
        }
    }

    /// The file in which what a path names stands.
    fn file_of(&self, path: &str) -> Option<&str> {
        let mut path = path.to_owned();
        loop {
            let ends = path.rmatch_indices("::").map(|(at, _)| at);
            let ends: Vec<usize> = [path.len()].into_iter().chain(ends).collect();
            let found = ends
                .iter()
                .find(|end| self.exports.contains_key(&path[..**end]) || self.modules.contains_key(&path[..**end]));
            let end = *found?;
            // A function may be called like the file in which it stands.
            if let Some((module, _)) = self.modules.get_key_value(&path[..end]) {
                return Some(module);
            }
            path = format!("{}{}", self.exports[&path[..end]], &path[end..]);
        }
    }

    fn named_by(&self, module: &str) -> BTreeSet<&str> {
        let code = &self.modules[module];
        let imported = imports(code).into_iter().filter(|(is_export, _)| !is_export).map(|(_, leaf)| leaf);
        let others = code.split(';').filter(|statement| import(statement).is_none());
        let words = others.flat_map(|code| code.split(|c: char| !(c.is_alphanumeric() || "_:".contains(c))));
        let paths = imported.chain(words.filter(|word| word.contains("::")).map(str::to_owned));
        let absolute = paths.filter_map(|path| self.absolute(module, path.split(" as ").next().unwrap_or(&path)));
        absolute.filter_map(|path| self.file_of(&path)).filter(|other| *other != module).collect()
    }

    /// A circle of files that can be reached from one, if there is any: a depth-first search.
    fn circle<'h>(
        &'h self,
        module: &'h str,
        way: &mut Vec<&'h str>,
        done: &mut BTreeSet<&'h str>,
    ) -> Option<Vec<&'h str>> {
        if let Some(at) = way.iter().position(|before| *before == module) {
            return Some(way[at..].to_vec());
        }
        if !done.contains(module) {
            way.push(module);
            for other in self.named_by(module) {
                if let Some(circle) = self.circle(other, way, done) {
                    return Some(circle);
                }
            }
            way.pop();
            done.insert(module);
        }
        None
    }
}

/// What a statement imports, if it is a `use` line, and whether it is handed out.
fn import(statement: &str) -> Option<(bool, &str)> {
    let at = statement.rfind("use ")?;
    let before = statement[..at].rsplit('\n').next().unwrap_or("").trim();
    (before.is_empty() || before.starts_with("pub")).then(|| (before.starts_with("pub"), statement[at + 4..].trim()))
}

/// The leaves of all `use` lines of a file, such as `crate::model::Catalog`, each with whether it is handed out.
fn imports(code: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    for (is_export, tree) in code.split(';').filter_map(import) {
        leaves(tree, "", &mut |leaf| found.push((is_export, leaf)));
    }
    found
}

fn leaves(tree: &str, before: &str, found: &mut impl FnMut(String)) {
    let Some((head, group)) = tree.split_once('{') else {
        return found(format!("{before}{tree}").trim_end_matches("::self").to_owned());
    };
    let inside = group.trim_end().strip_suffix('}').unwrap_or(group);
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inside.char_indices().chain([(inside.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = inside[start..at].trim();
                if !branch.is_empty() {
                    leaves(branch, &format!("{before}{head}"), found);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

#[test]
fn no_file_names_itself_in_a_circle() {
    let house = House::read();
    let mut done = BTreeSet::new();
    for module in house.modules.keys() {
        let circle = house.circle(module, &mut Vec::new(), &mut done);
        assert_eq!(circle, None, "these files name each other in a circle");
    }
}

#[test]
fn a_circle_is_found_through_a_door() {
    let modules = [
        ("a", "pub use one::One;\n"),
        ("a::one", "use crate::b::{Other, Two as Second};\n"),
        ("a::two", "use super::one::One;\n"),
        ("b", "pub use two::{Two, Other};\n"),
        ("b::two", "fn f() { crate::a::One::new() }\n"),
    ];
    let modules: BTreeMap<String, String> = modules.map(|(path, code)| (path.to_owned(), code.to_owned())).into();
    let exports = [("a::One", "a::one::One"), ("b::Two", "b::two::Two"), ("b::Other", "b::two::Other")];
    let house = House { modules, exports: exports.map(|(name, behind)| (name.to_owned(), behind.to_owned())).into() };
    assert_eq!(house.circle("a::two", &mut Vec::new(), &mut BTreeSet::new()), Some(vec!["a::one", "b::two"]));
    assert_eq!(house.circle("a", &mut Vec::new(), &mut BTreeSet::new()), None);
    assert_eq!(
        imports("use a::{b::{self, C}, d as E};\npub(crate) use f::G;"),
        [
            (false, "a::b".to_owned()),
            (false, "a::b::C".to_owned()),
            (false, "a::d as E".to_owned()),
            (true, "f::G".to_owned()),
        ]
    );
}

/// Things that messages count. In front of them a number may be one.
const COUNTED: &str = "bytes capacities cells clauses columns commits controls days deadlines diagnostics disagreements \
                       editions elements entries fields files findings gaps headings ids items levels lines lists losses \
                       mappings methods objectives pairs parts people person-days pieces policies processes questions \
                       references requirements rows sentences sets sheets statements steps tables targets tasks times \
                       titles values words";

/// The number that stands before something in the plural, whatever the number is: `{count} rows`, `{} more rows`.
fn before_a_plural(code: &str) -> Option<&str> {
    let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    code.match_indices("} ").find_map(|(end, _)| {
        let open = code[..end].rfind('{')?;
        let mut words = code[end + 2..].split(' ').map(|word| word.trim_end_matches(['.', ',', ';', ':', ')', '"']));
        let names = |word: &&str| COUNTED.split_whitespace().any(|thing| thing == *word);
        let first = words.next().filter(|word| is_word(word))?;
        let is_beside = ["more", "joint", "other", "further", "relation", "open", "working"].contains(&first);
        let thing = if is_beside { words.next() } else { Some(first) };
        // What is in capitals is a limit, and what is called several is more than one.
        let number = &code[open + 1..end];
        let may_be_one = number != "several" && !number.starts_with(|c: char| c.is_ascii_uppercase());
        thing.filter(names).filter(|_| may_be_one && is_number(number)).map(|_| &code[open..end + 1])
    })
}

/// Whether what stands between braces may be a number, and no name of something.
fn is_number(placeholder: &str) -> bool {
    !["name", "id", "edition", "clause", "what"].contains(&placeholder)
}

#[test]
fn a_message_says_one_thing_of_one_and_several_of_several() {
    let found: Vec<String> = lines()
        .into_iter()
        .filter_map(|(file, line, code)| Some(format!("{file}:{line}: {} before a plural", before_a_plural(&code)?)))
        .collect();
    assert!(found.is_empty(), "`diagnostic::counted` chooses the word:\n{}", found.join("\n"));
}

#[test]
fn a_number_before_a_plural_is_found() {
    assert_eq!(before_a_plural(r#"format!("{} rows", rows.len())"#), Some("{}"));
    assert_eq!(before_a_plural(r#"format!("so it is in {count} more tables.")"#), Some("{count}"));
    assert_eq!(before_a_plural(r#"format!("{several} rows join")"#), None);
    assert_eq!(before_a_plural(r#"format!("at most {MOST} rows")"#), None);
    assert_eq!(before_a_plural(r#"format!("{} of the rows", of(all))"#), None);
}
