//! Invented files of any size, the same every time.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

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
