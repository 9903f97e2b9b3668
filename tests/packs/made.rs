//! Small libraries, as files and as packs.

use xwalk::load::pack::{self, Written};
use xwalk::load::{self, Files};
use xwalk::model::Library;
use xwalk::source::{FileId, Sources};

pub(crate) const RULES: &str = "xwalk: catalog/1\nid: house-rules:1\ntitle: Our own rules\naliases: [our rules]\nstatus: current\nclauses:\n  \"1\": Documents\n  \"1.1\": { title: Keep minutés, summary: Write down what was decided., kind: requirement, owner: desk }\n  \"1.2\": Keep contracts\n  \"2\": { title: Words, kind: informative }\n";

pub(crate) const TABLE: &str = "xwalk: relations/1\nid: base-1--house-rules-1\nfrom: base:1\nto: house-rules:1\nversion: 2\nsource: made up\nconfidence: medium\nunrelated: { \"3\": Nobody keeps that. }\nrows:\n  - { from: [\"1\", \"2\"], to: [\"1.1\", \"1.2\"], relation: partial, reverse: partial, add: Sign them, items: \"a, b\", note: See there, confidence: low }\n  - { from: \"2\", to: \"1.1\", relation: full, add-reverse: Archive them, derived-from: [base-1--house-rules-1], said: { A. Smith: full, B. Jones: partial/full }, reviewed-by: [A. Lee, B. Roe] }\n  - { to: \"1.2\", from: \"1\", relation: related }\n";

pub(crate) const METHOD: &str = "xwalk: method/1\nid: our-way\ntitle: Our way\nfor: house-rules:1\nsource: made up\nsteps:\n  \"1\": { title: Begin, clauses: [\"1\"] }\n  \"2\": { title: End, phase: last, deliverables: [A list], after: [\"1\"] }\ntranslations:\n  fr: { title: Notre façon, steps: { \"1\": { title: Début } } }\n  de: { phases: { last: zuletzt }, steps: { \"2\": { title: Ende, deliverables: [Eine Liste] } } }\n";

/// An edition that is not packed, with as many clauses as are asked for.
pub(crate) fn base(clauses: usize) -> String {
    let lines: String = (1..=clauses).map(|number| format!("  \"{number}\": Clause {number}\n")).collect();
    format!("xwalk: catalog/1\nid: base:1\ntitle: Base\nclauses:\n{lines}")
}

/// A library of files, of which the first is not packed, and its texts.
pub(crate) fn library(texts: &[(&str, String)]) -> (Sources, Library, Vec<FileId>) {
    let (mut sources, mut files, mut ids) = (Sources::default(), Files::default(), Vec::new());
    for (name, text) in texts {
        let file = sources.add(*name, text.clone());
        files.read(&sources, file);
        ids.push(file);
    }
    let (library, _) = load::library(&sources, files).sound().expect("it is sound");
    (sources, library, ids)
}

/// The pack of all but the base.
pub(crate) fn packed() -> Written {
    let (sources, library, files) = packed_library();
    pack::write(&sources, &library, &files[1..], &[]).expect("it can be packed")
}

/// The base, and what is packed.
pub(crate) fn packed_library() -> (Sources, Library, Vec<FileId>) {
    let texts = [
        ("base.yaml", base(3)),
        ("ours/rules.yaml", RULES.to_owned()),
        ("ours/base-1--house-rules-1.yaml", TABLE.to_owned()),
        ("ours/way.yaml", METHOD.to_owned()),
    ];
    library(&texts)
}

/// What a pack comes to beside a base: a library that is sound, or all that is said against it.
pub(crate) fn opened(bytes: Vec<u8>, base: &str) -> Result<(Sources, Library), Vec<String>> {
    let (mut sources, mut files) = (Sources::default(), Files::default());
    let file = sources.add("base.yaml", base.to_owned());
    files.read(&sources, file);
    let pack = pack::open(&mut sources, "ours.xwp", bytes).map_err(|refusal| vec![refusal.to_string()])?;
    files.add_pack(&sources, pack);
    match load::library(&sources, files).sound() {
        Ok((library, _)) => Ok((sources, library)),
        Err(faults) => Err(faults
            .iter()
            .map(|fault| format!("{}: {} [{}]", sources.get(fault.span.file).name(), fault.message, fault.rule.id()))
            .collect()),
    }
}
