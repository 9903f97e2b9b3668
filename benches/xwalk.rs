//! How long the main job takes on what is bundled, and how loading and answering grow with rows.
//!
//! `cargo bench` runs all; `cargo bench -- bundled` the first part. The library of a size is generated, not kept:
//! editions of a thousand clauses under headings, and tables of a thousand rows between neighbouring ones.
//!
//! With `XWALK_BENCH_WRITE=DIR` the library of a million rows is written there instead, so that the whole program can be
//! measured on it: `xwalk gap DIR/assessment.yaml --standards DIR/standards`.

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::{env, fs};

use divan::Bencher;
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::load::{self, Files, embedded};
use xwalk::model::{Assessment, Library};
use xwalk::query::{Assessed, AssessedQuestion, Case, Gap, Settings};
use xwalk::render::{FORMATS, Page};
use xwalk::source::{FileId, Sources};

fn main() {
    match env::var_os("XWALK_BENCH_WRITE") {
        Some(folder) => write(Path::new(&folder), 1_000_000),
        None => divan::main(),
    }
}

const EXAMPLE: &str = include_str!("../examples/harbour-it/assessment.yaml");

fn bundled() -> (Sources, Library) {
    let mut sources = Sources::default();
    let files = embedded::files(&mut sources);
    let (library, _) = load::library(&sources, files).sound().expect("what is bundled is sound");
    (sources, library)
}

#[divan::bench]
fn bundled_load() -> Library {
    bundled().1
}

#[divan::bench]
fn bundled_gap_from_texts_to_table() -> Vec<u8> {
    let (sources, library) = bundled();
    gap(sources, &library, EXAMPLE)
}

fn gap(mut sources: Sources, library: &Library, text: &str) -> Vec<u8> {
    let file = sources.add("assessment.yaml", text.to_owned());
    let (assessment, _) = load::assessment(&sources, file, library).sound().expect("the example is sound");
    let crosswalk = Crosswalk::new(library, &Selection::default());
    answer(&sources, library, &crosswalk, &assessment, file)
}

fn answer(
    sources: &Sources,
    library: &Library,
    crosswalk: &Crosswalk<'_>,
    assessment: &Assessment,
    file: FileId,
) -> Vec<u8> {
    let settings = Settings::default();
    let case = Case { sources, library, crosswalk, settings: &settings };
    let document = Gap::default().document(Assessed { case, assessment, file }).expect("it has a target");
    let mut out = Vec::new();
    FORMATS[1].format.write(&document, Page { sources, width: 80 }, &mut out).expect("memory takes it");
    out
}

const CLAUSES: usize = 1_000;
const ROWS: usize = 1_000;

/// A number that looks random and is the same every time.
fn scattered(seed: usize) -> usize {
    let mut x = seed as u64 ^ 0x9e37_79b9_7f4a_7c15;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((x ^ (x >> 31)) >> 1).expect("half of 64 bits fit")
}

/// The clause with a position: ten headings of a hundred requirements.
fn clause(position: usize) -> String {
    format!("{}.{}", position / 100 + 1, position % 100 + 1)
}

/// The files of a library with so many rows: a catalog for each ten tables, five tables to each of the two next editions.
fn library_of(rows: usize) -> Vec<(String, String)> {
    let tables = rows / ROWS;
    let editions = (tables / 10).max(3);
    let mut files = Vec::new();
    for edition in 0..editions {
        let mut text = format!("xwalk: catalog/1\nid: made:{edition}\ntitle: Made up\nclauses:\n");
        for chapter in 1..=CLAUSES / 100 {
            writeln!(text, "  \"{chapter}\": Chapter {chapter}").expect("a string takes it");
        }
        for position in 0..CLAUSES {
            writeln!(text, "  \"{}\": Requirement {position}", clause(position)).expect("a string takes it");
        }
        files.push((format!("made-{edition}.yaml"), text));
    }
    for table in 0..tables {
        let from = table % editions;
        let to = (from + 1 + table / editions % 2) % editions;
        let id = format!("made-{from}--made-{to}--{table}");
        let mut text = format!(
            "xwalk: relations/1\nid: {id}\nfrom: made:{from}\nto: made:{to}\nversion: 1\nsource: made up\nconfidence: low\nrows:\n"
        );
        for row in 0..ROWS {
            let seed = scattered(table * ROWS + row);
            let (source, target) = (clause(row), clause(seed % CLAUSES));
            let relation = ["full", "partial", "partial", "partial"][seed / CLAUSES % 4];
            writeln!(text, "  - {{ from: \"{source}\", to: \"{target}\", relation: {relation} }}")
                .expect("a string takes it");
        }
        files.push((format!("{id}.yaml"), text));
    }
    files
}

/// Two thirds of the first edition are in place; the second is the target.
fn assessment() -> String {
    let mut text = "xwalk: assessment/1\norganization: Made up\ntargets: [made:1]\nstatuses:\n  made:0:\n".to_owned();
    for position in 0..CLAUSES {
        let status = ["implemented", "implemented", "not-implemented"][position % 3];
        writeln!(text, "    \"{}\": {status}", clause(position)).expect("a string takes it");
    }
    text
}

fn write(folder: &Path, rows: usize) {
    let standards = folder.join("standards");
    fs::create_dir_all(&standards).expect("the folder can be made");
    for (name, text) in library_of(rows) {
        fs::write(standards.join(name), text).expect("the folder takes files");
    }
    fs::write(folder.join("assessment.yaml"), assessment()).expect("the folder takes files");
}

fn read(files: &[(String, String)]) -> (Sources, Library) {
    let mut sources = Sources::default();
    let mut read = Files::default();
    for (name, text) in files {
        let file = sources.add(name.as_str(), text.clone());
        read.read(&sources, file);
    }
    let (library, _) = load::library(&sources, read).sound().expect("what is generated is sound");
    (sources, library)
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3)]
fn load_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let files = library_of(rows);
    bencher.counter(divan::counter::ItemsCount::new(rows)).bench_local(|| black_box(read(&files).1));
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3)]
fn gap_over_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let (mut sources, library) = read(&library_of(rows));
    let file = sources.add("assessment.yaml", assessment());
    let (assessment, _) = load::assessment(&sources, file, &library).sound().expect("what is generated is sound");
    bencher.counter(divan::counter::ItemsCount::new(rows)).bench_local(|| {
        let crosswalk = Crosswalk::new(&library, &Selection::default());
        black_box(answer(&sources, &library, &crosswalk, &assessment, file))
    });
}
