//! Our own sheets in every language of documents: what their headings are called, and what in them is only to be read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::normal_form::normalized;
use crate::exchange::sheet::Sheet;
use crate::language::{DocumentLanguage, Phrase, say};
use crate::load::status_words::{is_doubted, key};
use crate::model::Status;

/// The names of columns that are read back, each with the message that is its heading.
const READ: [(&str, &str); 16] = [
    ("clause", "heading-clause"),
    ("clause", "soa-heading-control"),
    ("title", "heading-title"),
    ("applicable", "soa-heading-applies"),
    ("status", "heading-status"),
    ("evidence", "heading-evidence"),
    ("owner", "heading-owner"),
    ("due", "heading-due"),
    ("maturity", "heading-maturity"),
    ("maturitytarget", "heading-maturity-target"),
    ("effort", "heading-effort"),
    ("justification", "heading-justification"),
    ("risk", "heading-risks"),
    ("note", "heading-note"),
    ("aswritten", "heading-as-written"),
    ("edition", "heading-edition"),
];

/// Those of columns of a plan and of a statement of applicability that only say what follows.
const ONLY_TO_READ: [&str; 30] = [
    "heading-action",
    "heading-because",
    "heading-left",
    "heading-level",
    "plan-entry-completes",
    "plan-entry-depends-on",
    "plan-entry-improves",
    "plan-entry-needed-for",
    "plan-entry-phase",
    "plan-heading-begins",
    "plan-heading-critical",
    "plan-heading-description",
    "plan-heading-ends",
    "plan-heading-finish",
    "plan-heading-includes",
    "plan-heading-labels",
    "plan-heading-late",
    "plan-heading-slack",
    "plan-heading-start",
    "plan-heading-step",
    "plan-heading-step-id",
    "plan-heading-target",
    "plan-heading-targets",
    "plan-heading-wave",
    "soa-heading-asks",
    "soa-heading-control",
    "soa-heading-domain",
    "soa-heading-domain-title",
    "soa-heading-stated-by",
    "soa-heading-supports",
];

/// The name of the column that a heading of ours has, in whatever language; an addition that makes it the whole id is passed
/// over.
pub(super) fn column(head: &str) -> Option<&'static str> {
    static COLUMNS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
        let heads = READ.iter().flat_map(|(column, id)| {
            in_languages(id).flat_map(|(language, head)| {
                let full = say!("heading-in-full", heading = &head).in_language(language);
                [(normalized(&head), *column), (normalized(&full), *column)]
            })
        });
        heads.collect()
    });
    COLUMNS.get(head).copied()
}

/// Whether a heading says of another one that it is that of whole ids.
pub(super) fn is_in_full(head: &str) -> bool {
    static ENDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let ends =
            DocumentLanguage::available().map(|language| say!("heading-in-full", heading = "").in_language(language));
        ends.map(|end| normalized(&end)).collect()
    });
    ENDS.iter().any(|end| head.strip_suffix(end.as_str()).is_some_and(|head| column(head).is_some()))
}

/// Whether a column of one of our own sheets only says what follows from the others.
pub(super) fn is_only_to_read(head: &str) -> bool {
    static HEADS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let heads = ONLY_TO_READ.iter().flat_map(|id| in_languages(id));
        heads.map(|(_, head)| normalized(&head)).collect()
    });
    HEADS.contains(&normalized(head))
}

/// The status that a word of our documents stands for, in whatever language.
pub(super) fn status(word: &str) -> Option<Status> {
    static WORDS: LazyLock<BTreeMap<String, Status>> = LazyLock::new(|| {
        let statuses =
            [Status::Implemented, Status::Partial, Status::Planned, Status::NotImplemented, Status::NotApplicable];
        let word = |status: Status, language| (key(&Phrase::from(status).in_language(language)), status);
        let words = statuses
            .into_iter()
            .flat_map(|status| DocumentLanguage::available().map(move |language| word(status, language)));
        words.collect()
    });
    WORDS.get(&key(word)).copied().filter(|_| !is_doubted(word))
}

/// The sheets of a workbook of ours: the front sheet, which names this program, and what it lists. None where it is not ours.
pub(super) fn names(sheets: &[Sheet]) -> BTreeSet<&str> {
    let fronts: Vec<String> = in_languages("summary").map(|(_, name)| name).collect();
    let name = |sheet: &'_ Sheet| sheet.name.clone().unwrap_or_default();
    let Some(front) = sheets.iter().find(|sheet| fronts.contains(&name(sheet))) else { return BTreeSet::new() };
    let cells = front.rows.iter().flat_map(|row| &row.cells);
    let said: BTreeSet<String> = cells.map(|cell| cell.value.text()).collect();
    if !said.contains(env!("CARGO_PKG_NAME")) {
        return BTreeSet::new();
    }
    let names = sheets.iter().filter_map(|sheet| sheet.name.as_deref());
    names.filter(|name| front.name.as_deref() == Some(*name) || said.contains(*name)).collect()
}

fn in_languages(id: &'static str) -> impl Iterator<Item = (DocumentLanguage, String)> {
    DocumentLanguage::available()
        .map(move |language| (language, Phrase::message(id, Vec::new()).in_language(language).into()))
}
