#![allow(dead_code, reason = "no target needs all of it")]
//! What targets share: a small library, and where the places of diagnostics have to lie.

use xwalk::diagnostic::Diagnostic;
use xwalk::load::{self, Files};
use xwalk::model::Library;
use xwalk::source::Sources;

/// A library of one edition, `a:1`, with some clauses, each with its title.
pub fn library(clauses: &[(&str, &str)]) -> Library {
    let mut sources = Sources::default();
    let clauses: String = clauses.iter().map(|(number, title)| format!("  \"{number}\": {title}\n")).collect();
    let file = sources.add("a.yaml", format!("xwalk: catalog/1\nid: a:1\ntitle: A\nclauses:\n{clauses}"));
    let mut files = Files::default();
    files.read(&sources, file);
    load::library(&sources, files).sound().expect("it is sound").0
}

/// Every place of a diagnostic lies inside its text.
pub fn inside(sources: &Sources, faults: &[Diagnostic]) {
    for fault in faults {
        let text = sources.get(fault.span.file).text();
        assert!(text.get(fault.span.start as usize..fault.span.end as usize).is_some(), "{fault:?}");
    }
}
