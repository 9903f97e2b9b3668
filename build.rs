//! Reads the bundled standards ahead of time, with the loader itself, so that a run need not parse them.
//!
//! Writes into `OUT_DIR`: `index.bin` and `parts.bin`, the library as packed, and `standards.rs`, which includes them and
//! the texts.

#![allow(dead_code, unused_imports, unreachable_pub, missing_docs, clippy::allow_attributes, clippy::print_stdout)]

#[path = "src/deferred.rs"]
mod deferred;
#[path = "src/diagnostic/mod.rs"]
mod diagnostic;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/source/mod.rs"]
mod source;

/// The loader without its doors to the disk and to what is bundled.
#[path = "src/load"]
mod load {
    #[path = "attribute.rs"]
    mod attribute;
    #[path = "catalog.rs"]
    mod catalog;
    #[path = "gather.rs"]
    pub mod gather;
    #[path = "method.rs"]
    mod method;
    #[path = "method_texts.rs"]
    mod method_texts;
    #[path = "name.rs"]
    pub mod name;
    #[path = "near.rs"]
    mod near;
    #[path = "packed/mod.rs"]
    pub mod packed;
    #[path = "raw/mod.rs"]
    pub mod raw;
    #[path = "relation.rs"]
    mod relation;
    #[path = "resolve.rs"]
    mod resolve;
    #[path = "reviews.rs"]
    mod reviews;
    #[path = "rows.rs"]
    mod rows;
    #[path = "share.rs"]
    mod share;
    #[path = "shelved.rs"]
    mod shelved;
    #[path = "taken.rs"]
    mod taken;
    #[path = "translation.rs"]
    mod translation;
    #[path = "word.rs"]
    mod word;
}

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=standards");
    for code in ["src/load", "src/source", "src/deferred.rs", "src/diagnostic", "src/model"] {
        println!("cargo::rerun-if-changed={code}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let mut sources = source::Sources::default();
    let mut files = load::gather::Files::default();
    let mut texts = String::new();
    for path in yaml_files(&root.join("standards")) {
        let name = path.strip_prefix(&root).expect("it lies below the root").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file = sources.add(name.as_str(), text);
        files.read(&sources, file);
        writeln!(texts, "    ({name:?}, include_str!({:?})),", path.to_string_lossy()).expect("a string takes it");
    }
    let loaded = load::gather::library(&sources, files);
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
