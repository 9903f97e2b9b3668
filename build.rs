//! Reads the bundled standards ahead of time, with the loader itself, so that a run need not parse them.
//!
//! Writes into `OUT_DIR`: `index.bin` and `parts.bin`, the library as packed, and `standards.rs`, which includes them and
//! the texts.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use xwalk_engine::{diagnostic, load, source};

fn main() {
    println!("cargo::rerun-if-changed=standards");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let mut sources = source::Sources::default();
    let mut files = load::Files::default();
    let mut texts = String::new();
    for path in yaml_files(&root.join("standards")) {
        let name = path.strip_prefix(&root).expect("it lies below the root").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file = sources.add(name.as_str(), text);
        files.read(&sources, file);
        writeln!(texts, "    ({name:?}, include_str!({:?})),", path.to_string_lossy()).expect("a string takes it");
    }
    let loaded = load::library(&sources, files);
    for fault in loaded.diagnostics().iter().filter(|fault| fault.severity() != diagnostic::Severity::Note) {
        let place = sources.position(fault.span);
        let name = sources.get(fault.span.file).name();
        println!("cargo::error={name}:{}:{}: {} [{}]", place.line, place.column, fault.message, fault.rule.id());
    }
    let library = loaded.sound().map(|(library, _)| library).unwrap_or_default();
    let contents = load::packed::Contents { library: &library, files: &|file| Some(file.number()), is_sealed: false };
    let load::packed::Written { index, parts, .. } = load::packed::write(&contents);
    fs::write(out.join("index.bin"), index).expect("OUT_DIR is writable");
    fs::write(out.join("parts.bin"), parts).expect("OUT_DIR is writable");
    let mut code = format!("const TEXTS: &[(&str, &str)] = &[\n{texts}];\n");
    for name in ["index", "parts"] {
        let constant = name.to_uppercase();
        writeln!(code, "const {constant}: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.bin\"));")
            .expect("a string takes it");
    }
    fs::write(out.join("standards.rs"), code).expect("OUT_DIR is writable");
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the standards can be listed").into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect()
}
