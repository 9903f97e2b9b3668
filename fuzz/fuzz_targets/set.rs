//! A statement set in any assessment that is sound gives an assessment that is sound and says it, or a refusal; one that is
//! taken back gives one that does not say it.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xwalk::edit::Draft;
use xwalk::model::{ClauseId, ClauseNumber, EditionId, Library, Status};

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| common::library(&[("4", "H"), ("4.1", "One"), ("4.2", "Two"), ("4.10", "Ten")]));

fuzz_target!(|text: &str| {
    let Ok(draft) = Draft::read("fuzzed.yaml", text.to_owned(), &LIBRARY) else { return };
    let edition = EditionId::parse("a:1").expect("an id");
    for number in ["4.1", "4.2", "4.10"] {
        let clause = ClauseId { edition: edition.clone(), number: ClauseNumber::parse(number).expect("a number") };
        let mut wanted = draft.with_status(&clause, Status::Planned);
        wanted.note = Some("a: \"note\" # here".to_owned().into());
        if let Ok(changed) = draft.set(&LIBRARY, &clause, &wanted) {
            let stated = changed.assessment().statement(&clause).expect("it was set");
            assert_eq!((stated.status, &stated.note), (wanted.status, &wanted.note));
        }
        if let Ok(changed) = draft.unset(&LIBRARY, &clause) {
            assert!(changed.assessment().statement(&clause).is_none());
        }
    }
});
