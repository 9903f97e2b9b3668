//! What packages are made of: the wheel, the archives and the workflow that builds them say what Cargo.toml says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
#[cfg(unix)]
use std::process::Output;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the release workflow builds archives for.
const TARGETS: [&str; 5] = [
    "x86_64-unknown-linux-musl",
    "aarch64-unknown-linux-musl",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The lines of a TOML file that stand under a heading.
fn section<'t>(text: &'t str, heading: &str) -> Vec<&'t str> {
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.starts_with('[')).collect()
}

#[test]
fn the_wheel_is_the_binary_in_the_version_of_the_crate() {
    let project = read("pyproject.toml");
    let named = section(&project, "[project]");
    assert!(named.contains(&"name = \"xwalk\""), "{named:?}");
    assert!(named.iter().any(|line| line.starts_with("dynamic = [\"version\",")), "{named:?}");
    assert!(!named.iter().any(|line| line.starts_with("version")), "{named:?}");
    let built = section(&project, "[tool.maturin]");
    for line in ["bindings = \"bin\"", "profile = \"dist\"", "locked = true"] {
        assert!(built.contains(&line), "{line}: {built:?}");
    }
}

#[test]
fn the_module_for_python_is_another_wheel_in_the_same_version() {
    let project = read("python/pyproject.toml");
    assert!(section(&project, "[project]").contains(&"name = \"xwalk-python\""), "{project}");
    assert!(section(&project, "[tool.maturin]").contains(&"module-name = \"xwalk._native\""), "{project}");
    let package = read("python/Cargo.toml");
    let version = concat!("version = \"", env!("CARGO_PKG_VERSION"), "\"");
    assert!(section(&package, "[package]").contains(&version), "{package}");
}

/// What a package always needs, of its own or as the workspace says it.
fn always_needed(manifest: &str) -> BTreeSet<String> {
    let workspace = read("Cargo.toml");
    let shared = section(&workspace, "[workspace.dependencies]");
    let shared = |name: &str| *shared.iter().find(|line| line.starts_with(&format!("{name} = "))).unwrap();
    let own = section(manifest, "[dependencies]").into_iter().filter(|line| !line.starts_with('#'));
    let lines = own.map(|line| line.strip_suffix(".workspace = true").map_or(line, shared));
    let always = lines.filter_map(|line| line.split_once(" = ")).filter(|(_, said)| !said.contains("optional = true"));
    let package = |(name, said): (&str, &str)| {
        let other = said.split_once("package = \"").and_then(|(_, rest)| rest.split_once('"'));
        other.map_or(name, |(package, _)| package).to_owned()
    };
    always.map(package).collect()
}

#[test]
fn the_lock_of_the_module_for_python_names_all_that_the_library_always_needs() {
    let lock = read("python/Cargo.lock");
    for (package, manifest, known) in
        [("xwalk", "Cargo.toml", "xwalk-engine"), ("xwalk-engine", "src/engine/Cargo.toml", "petgraph")]
    {
        let always = always_needed(&read(manifest));
        assert!(always.contains(known) && always.contains("serde-saphyr"), "{always:?}");
        let (_, ours) = lock.split_once(&format!("name = \"{package}\"\n")).unwrap();
        let (ours, _) = ours.split_once("]\n").unwrap();
        let locked: BTreeSet<String> = ours
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split(['"', ' ']).next().map(str::to_owned))
            .collect();
        let missing: Vec<&String> = always.difference(&locked).collect();
        assert!(missing.is_empty(), "run `cargo update --workspace` in python: {missing:?}");
    }
}

#[test]
fn both_packages_have_one_version() {
    let manifest = read("Cargo.toml");
    let version =
        section(&manifest, "[workspace.package]").into_iter().find(|line| line.starts_with("version")).unwrap();
    assert_eq!(version, format!("version = \"{VERSION}\""));
    let engine =
        section(&manifest, "[workspace.dependencies]").into_iter().find(|line| line.starts_with("xwalk-engine"));
    assert!(engine.unwrap().contains(version), "{engine:?}");
    for manifest in [&manifest, &read("src/engine/Cargo.toml")] {
        assert!(section(manifest, "[package]").contains(&"version.workspace = true"), "{manifest}");
    }
}

#[test]
fn what_the_build_script_shares_with_the_program_is_built_once() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--edges", "normal,build", "--prefix", "none", "--format", "{p}|{f}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8(tree.stdout).unwrap();
    let mut built: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in text.lines() {
        // What stands alone is a heading or a line between.
        let Some((package, features)) = line.trim_end_matches(" (*)").split_once('|') else { continue };
        built.entry(package).or_default().insert(features);
    }
    assert!(built.keys().any(|package| package.starts_with("xwalk-engine ")), "{built:?}");
    built.retain(|_, features| features.len() > 1);
    assert_eq!(built, BTreeMap::new(), "these are built once for each set of features");
}

#[test]
fn archives_are_called_what_cargo_binstall_looks_for() {
    let manifest = read("Cargo.toml");
    let place = section(&manifest, "[package.metadata.binstall]");
    let url =
        "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-v{ version }-{ target }{ archive-suffix }\"";
    assert!(place.contains(&url), "{place:?}");
    assert!(place.contains(&"bin-dir = \"{ name }-v{ version }-{ target }/{ bin }{ binary-ext }\""), "{place:?}");
    assert!(place.contains(&"pkg-fmt = \"tgz\""), "{place:?}");
    let on_windows = section(&manifest, "[package.metadata.binstall.overrides.x86_64-pc-windows-msvc]");
    assert!(on_windows.contains(&"pkg-fmt = \"zip\""), "{on_windows:?}");
    let script = read("packaging/archive.sh");
    for line in ["name=xwalk-v$version-$target", "$out/$name.zip", "$out/$name.tar.gz"] {
        assert!(script.contains(line), "{line}");
    }
}

#[test]
fn the_workflow_builds_every_target_from_the_lock_file_and_names_its_actions_by_commit() {
    let workflow = read(".github/workflows/release.yml");
    let behind = |key: &str| {
        let lines = workflow.lines().map(|line| line.trim().trim_start_matches("- "));
        lines.filter_map(|line| line.strip_prefix(key)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(behind("target: "), TARGETS);
    let actions: BTreeSet<String> = behind("uses: ").into_iter().collect();
    assert_eq!(actions.len(), 7, "{actions:?}");
    for action in &actions {
        let (name, pinned) = action.split_once('@').unwrap();
        let (commit, version) = pinned.split_once(" # v").unwrap();
        assert!(name.contains('/') && commit.len() == 40, "{action}");
        assert!(commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}");
        assert!(version.starts_with(|digit: char| digit.is_ascii_digit()), "{action}");
    }
    assert!(workflow.contains("cargo build --locked --profile dist --target \"$TARGET\""));
    for script in ["agree", "archive", "try", "wheel"] {
        assert!(workflow.contains(&format!("packaging/{script}.sh")), "{script}");
    }
}

#[cfg(unix)]
fn run(script: &str, arguments: &[&str]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging").join(script);
    Command::new(script).args(arguments).output().unwrap()
}

#[cfg(unix)]
#[test]
fn a_package_holds_manual_pages_and_completions_where_they_are_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let output = run("assets.sh", &[env!("CARGO_BIN_EXE_xwalk"), folder.path().to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let starts = [
        ("man/man1/xwalk.1", ".ie"),
        ("man/man1/xwalk-gap.1", ".ie"),
        ("bash-completion/completions/xwalk", "_xwalk() {"),
        ("zsh/site-functions/_xwalk", "#compdef xwalk"),
        ("fish/vendor_completions.d/xwalk.fish", "complete "),
        ("xwalk/completions/xwalk.ps1", ""),
        ("xwalk/completions/xwalk.elv", ""),
    ];
    for (name, start) in starts {
        let held = fs::read_to_string(folder.path().join("share").join(name)).unwrap();
        assert!(held.starts_with(start) && held.len() > 100, "{name}: {held}");
    }
}

#[cfg(unix)]
#[test]
fn a_binary_is_tried_by_its_version_and_the_first_answer() {
    let output = run("try.sh", &[env!("CARGO_BIN_EXE_xwalk")]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("xwalk {VERSION} answers\n"));
}

#[cfg(unix)]
#[test]
fn a_tag_of_another_version_or_another_place_stops_the_release() {
    let place = "https://example.org/somebody/xwalk";
    let wrong = run("agree.sh", &[place, "refs/tags/v0.0.0"]);
    assert_eq!(wrong.status.code(), Some(1));
    let complaint = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(
        complaint.starts_with(&format!("the tag is v0.0.0, and Cargo.toml says version {VERSION}\n")),
        "{complaint}"
    );
    assert!(complaint.ends_with(&format!("Cargo.toml needs the line: repository = \"{place}\"\n")), "{complaint}");
    assert_eq!(run("agree.sh", &[place, "refs/heads/main"]).status.code(), Some(0));
}
