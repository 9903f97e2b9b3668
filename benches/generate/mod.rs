//! Made-up libraries and assessments as files: sound, of any size, the same every time.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How many requirements an edition of a large library has.
pub(crate) const CLAUSES: usize = 1_000;

/// Files by their paths below a folder: the library below `standards/`, the assessment beside it.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) files: Vec<(String, String)>,
}

impl World {
    /// Adds a file.
    pub(crate) fn add(&mut self, path: impl Into<String>, text: String) {
        self.files.push((path.into(), text));
    }

    /// Adds a catalog. A line for each clause, as in `"4.1": General requirements`.
    pub(crate) fn add_catalog(&mut self, edition: &str, clauses: impl IntoIterator<Item = String>) {
        let mut text = format!("xwalk: catalog/1\nid: {edition}\ntitle: Made up\nclauses:\n");
        add_lines(&mut text, "  ", clauses);
        self.add(format!("standards/{}.yaml", edition.replace(':', "-")), text);
    }

    /// Adds a relation table. A line for each row, as in `from: "4.1", to: "4.2", relation: full`.
    pub(crate) fn add_table(&mut self, name: &str, from: &str, to: &str, rows: impl IntoIterator<Item = String>) {
        let mut text = format!(
            "xwalk: relations/1\nid: {name}\nfrom: {from}\nto: {to}\nversion: 1\nsource: made up\nconfidence: low\nrows:\n"
        );
        add_lines(&mut text, "  - ", rows.into_iter().map(|row| format!("{{ {row} }}")));
        self.add(format!("standards/{name}.yaml"), text);
    }

    /// Adds the assessment. Of each edition a line for each statement, as in `"4.1": implemented`.
    pub(crate) fn add_assessment<S: IntoIterator<Item = String>>(
        &mut self,
        targets: &[String],
        stated: impl IntoIterator<Item = (String, S)>,
    ) {
        let mut text =
            format!("xwalk: assessment/1\norganization: Made up\ntargets: [{}]\nstatuses:\n", targets.join(", "));
        for (edition, statements) in stated {
            writeln!(text, "  {edition}:").expect("a string takes it");
            add_lines(&mut text, "    ", statements);
        }
        self.add("assessment.yaml", text);
    }

    /// Writes all files below a folder.
    pub(crate) fn write(&self, folder: &Path) {
        fs::create_dir_all(folder.join("standards")).expect("the folder can be made");
        for (path, text) in &self.files {
            fs::write(folder.join(path), text).expect("the folder takes files");
        }
    }
}

fn add_lines(text: &mut String, before: &str, lines: impl IntoIterator<Item = String>) {
    for line in lines {
        writeln!(text, "{before}{line}").expect("a string takes it");
    }
}

/// A number that looks random and is the same every time.
pub(crate) fn scattered(seed: usize) -> usize {
    let mut x = seed as u64 ^ 0x9e37_79b9_7f4a_7c15;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((x ^ (x >> 31)) >> 1).expect("half of 64 bits fit")
}

/// The id of a made-up edition.
pub(crate) fn edition(number: usize) -> String {
    format!("made:{number}")
}

/// The requirement with a position in a large edition: ten headings of a hundred requirements.
fn clause(position: usize) -> String {
    format!("{}.{}", position / 100 + 1, position % 100 + 1)
}

/// Adds editions of a thousand requirements under ten headings, and for each pair of them a table with so many rows, each
/// from another requirement of the one, in their order, to one of the other by chance.
pub(crate) fn add_library(
    world: &mut World,
    editions: usize,
    pairs: impl IntoIterator<Item = (usize, usize)>,
    rows: usize,
) {
    for number in 0..editions {
        let chapters = (1..=CLAUSES / 100).map(|chapter| format!("\"{chapter}\": Chapter {chapter}"));
        let requirements = (0..CLAUSES).map(|position| format!("\"{}\": Requirement {position}", clause(position)));
        world.add_catalog(&edition(number), chapters.chain(requirements));
    }
    for (table, (from, to)) in pairs.into_iter().enumerate() {
        let row = |row: usize| {
            let seed = scattered(row);
            let (source, target) = (clause(row % CLAUSES), clause(seed % CLAUSES));
            let relation = ["full", "partial", "partial", "partial"][seed / CLAUSES % 4];
            format!("from: \"{source}\", to: \"{target}\", relation: {relation}")
        };
        let name = format!("made-{from}--made-{to}--{table}");
        world.add_table(&name, &edition(from), &edition(to), (table * rows..(table + 1) * rows).map(row));
    }
}

/// Adds an assessment that has two thirds of some editions in place and aims at others.
pub(crate) fn add_base(world: &mut World, base: &[usize], targets: &[usize]) {
    let statement = |position: usize| {
        let status = ["implemented", "implemented", "not-implemented"][position % 3];
        format!("\"{}\": {status}", clause(position))
    };
    let targets: Vec<String> = targets.iter().copied().map(edition).collect();
    world.add_assessment(&targets, base.iter().map(|number| (edition(*number), (0..CLAUSES).map(statement))));
}

/// A library with so many rows, five tables from each edition to each of the two next ones, with an assessment of the
/// first that aims at the second.
pub(crate) fn neighbours(rows: usize) -> World {
    let tables = rows / CLAUSES;
    let editions = (tables / 10).max(3);
    let pair = |table: usize| (table % editions, (table % editions + 1 + table / editions % 2) % editions);
    let mut world = World::default();
    add_library(&mut world, editions, (0..tables).map(pair), CLAUSES);
    add_base(&mut world, &[0], &[1]);
    world
}
