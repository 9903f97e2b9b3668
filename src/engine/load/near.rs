//! What is near to texts that name nothing.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// What was found near texts. A search needs a pass over all words that could be meant, so each text is looked
/// for once, and none any more when very many words were passed.
pub(super) struct NearWords {
    found: RefCell<HashMap<String, Option<String>>>,
    words_left: Cell<usize>,
}

impl NearWords {
    /// Words are compared in some tenths of a microsecond.
    const MOST_WORDS: usize = 20_000_000;

    /// Nothing has been searched.
    pub(super) fn new() -> Self {
        Self { found: RefCell::default(), words_left: Cell::new(Self::MOST_WORDS) }
    }

    /// What was found near a text, if it was searched.
    pub(super) fn known(&self, text: &str) -> Option<Option<String>> {
        self.found.borrow().get(text).cloned()
    }

    /// What is near to a text; `search` finds it among so many words.
    pub(super) fn find(&self, text: &str, words: usize, search: impl FnOnce() -> Option<String>) -> Option<String> {
        if let Some(known) = self.known(text) {
            return known;
        }
        self.words_left.set(self.words_left.get().checked_sub(words)?);
        let found = search();
        self.found.borrow_mut().insert(text.to_owned(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::NearWords;

    #[test]
    fn a_text_is_looked_for_once_and_none_when_too_many_words_were_passed() {
        let (near, mut searches) = (NearWords::new(), 0);
        for _ in 0..3 {
            let found = near.find("plannd", NearWords::MOST_WORDS, || {
                searches += 1;
                Some("planned".to_owned())
            });
            assert_eq!(found.as_deref(), Some("planned"));
        }
        assert_eq!(searches, 1);
        assert_eq!(near.find("partal", 1, || unreachable!("no word is left")), None);
        assert_eq!(near.known("plannd"), Some(Some("planned".to_owned())));
        assert_eq!(near.known("partal"), None);
    }
}
