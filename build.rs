//! Reads the bundled standards ahead of time, with the loader's own first stage, so that a run need not parse them.
//!
//! Writes into `OUT_DIR`: `standards.bin`, the files as read, and `standards.rs`, which includes it and the texts.

#![allow(dead_code, unused_imports, unreachable_pub, missing_docs, clippy::allow_attributes, clippy::print_stdout)]

#[path = "src/diagnostic/mod.rs"]
mod diagnostic;
#[path = "src/load/raw/mod.rs"]
mod raw;
#[path = "src/source.rs"]
mod source;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=standards");
    println!("cargo::rerun-if-changed=src/load/raw");
    println!("cargo::rerun-if-changed=src/source.rs");
    println!("cargo::rerun-if-changed=src/diagnostic");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let mut sources = source::Sources::default();
    let mut faults = Vec::new();
    let mut read = Vec::new();
    let mut texts = String::new();
    for path in yaml_files(&root.join("standards")) {
        let name = path.strip_prefix(&root).expect("it lies below the root").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file = sources.add(name.as_str(), text);
        read.extend(raw::read(&sources, file, &mut faults).map(|content| (file, content)));
        writeln!(texts, "    ({name:?}, include_str!({:?})),", path.to_string_lossy()).expect("a string takes it");
    }
    for fault in &faults {
        let place = sources.place(fault.span);
        let name = sources.get(fault.span.file).name();
        println!("cargo::error={name}:{}:{}: {} [{}]", place.line, place.column, fault.message, fault.rule.id());
    }
    fs::write(out.join("standards.bin"), postcard::to_stdvec(&read).expect("plain data serializes"))
        .expect("OUT_DIR is writable");
    let code = format!(
        "const TEXTS: &[(&str, &str)] = &[\n{texts}];\nconst READ: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/standards.bin\"));\n"
    );
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
