//! How long the main job takes on what is bundled, and how loading and answering grow with rows.
//!
//! `cargo bench --bench xwalk` runs all; `cargo bench --bench xwalk -- bundled` the first part. The library of a size is
//! generated, not kept. How the cost of single shapes grows is for `growth`.
//!
//! With `XWALK_BENCH_WRITE=DIR` the library of a million rows is written there instead, so that the whole program can be
//! measured on it: `xwalk gap DIR/assessment.yaml --standards DIR/standards`.

mod generate;

use std::env;
use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use generate::{World, neighbours};
use xwalk::bundled;
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::load::{self, Files};
use xwalk::model::{Assessment, Library};
use xwalk::query::{Assessed, AssessedQuestion, Case, Gap, Settings};
use xwalk::render::{FORMATS, Page};
use xwalk::source::{FileId, Sources};

fn main() {
    match env::var_os("XWALK_BENCH_WRITE") {
        Some(folder) => neighbours(1_000_000).write(Path::new(&folder)),
        None => divan::main(),
    }
}

const EXAMPLE: &str = include_str!("../examples/harbour-it/assessment.yaml");

fn bundled() -> (Sources, Library) {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
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
    FORMATS[1].format.write(&document, Page::new(sources, 80), &mut out).expect("memory takes it");
    out
}

/// The library of a world; its assessment is left aside.
fn read(world: &World) -> (Sources, Library) {
    let mut sources = Sources::default();
    let mut read = Files::default();
    for (path, text) in &world.files {
        if let Some(name) = path.strip_prefix("standards/") {
            let file = sources.add(name, text.clone());
            read.read(&sources, file);
        }
    }
    let (library, _) = load::library(&sources, read).sound().expect("what is generated is sound");
    (sources, library)
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3)]
fn load_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let world = neighbours(rows);
    bencher.counter(divan::counter::ItemsCount::new(rows)).bench_local(|| black_box(read(&world).1));
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3)]
fn gap_over_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let mut world = neighbours(rows);
    let (path, assessment) = world.files.pop().expect("the assessment comes last");
    let (mut sources, library) = read(&world);
    let file = sources.add(path, assessment);
    let (assessment, _) = load::assessment(&sources, file, &library).sound().expect("what is generated is sound");
    bencher.counter(divan::counter::ItemsCount::new(rows)).bench_local(|| {
        let crosswalk = Crosswalk::new(&library, &Selection::default());
        black_box(answer(&sources, &library, &crosswalk, &assessment, file))
    });
}
