//! What is wrong in a folder when it is read as for a question, and by the promises that its own files make.

use std::collections::BTreeSet;
use std::iter;

use xwalk::diagnostic::{Diagnostic, Severity};

use crate::expected::{By, differences, folders};
use crate::folder::{assert_inside, load};

#[test]
fn every_folder_is_faulted_for_what_was_counted_by_hand_and_for_nothing_else() {
    let found = folders().into_iter().map(|folder| (folder, load(folder).lines()));
    let differences = differences(By::Question, found);
    assert!(differences.is_empty(), "these folders differ:\n\n{differences}");
}

#[test]
fn every_place_lies_inside_its_file() {
    for folder in folders() {
        let outcome = load(folder);
        for fault in &outcome.diagnostics {
            assert_inside(&outcome.sources, fault);
        }
    }
}

#[test]
fn no_word_is_called_an_error_twice() {
    for folder in folders() {
        let outcome = load(folder);
        let mut places = BTreeSet::new();
        for fault in outcome.diagnostics.iter().filter(|fault| fault.severity() == Severity::Error) {
            assert!(places.insert((fault.span.file, fault.span.start)), "{folder}: {fault:?}");
        }
    }
}

#[test]
fn every_message_is_one_line_without_a_full_stop() {
    for folder in folders() {
        for fault in load(folder).diagnostics {
            let Diagnostic { message, help, .. } = &fault;
            for text in iter::once(message).chain(help) {
                assert!(!text.is_empty() && !text.ends_with('.') && !text.contains('\n'), "{folder}: {fault:?}");
            }
        }
    }
}
