//! The words of the model's fixed sets.

use super::Phrase;
use crate::model::{Confidence, Provenance, Status, StepState, Strength};

/// The word of each variant, as programs read it, and the message that says it.
#[macro_export]
macro_rules! words_of {
    ($type:ident { $($variant:ident => $word:literal, $id:literal;)* }) => {
        impl From<$type> for Phrase {
            fn from(value: $type) -> Self {
                match value {
                    $($type::$variant => (&$crate::language::Term { word: $word, id: $id }).into(),)*
                }
            }
        }
    };
}
pub use words_of;

words_of!(Status {
    Implemented => "implemented", "status-implemented";
    Partial => "partial", "status-partial";
    Planned => "planned", "status-planned";
    NotImplemented => "not-implemented", "status-not-implemented";
    NotApplicable => "not-applicable", "status-not-applicable";
});

words_of!(Confidence {
    High => "high", "confidence-high";
    Medium => "medium", "confidence-medium";
    Low => "low", "confidence-low";
});

words_of!(Provenance {
    Stated => "stated", "provenance-stated";
    Published => "published", "provenance-published";
    Recalled => "recalled", "provenance-recalled";
    Community => "community", "provenance-community";
    Derived => "derived", "provenance-derived";
    Reconstruction => "reconstruction", "provenance-reconstruction";
});

words_of!(Strength {
    Full => "full", "strength-full";
    Partial => "partial", "strength-partial";
    Related => "related", "strength-related";
    None => "none", "strength-none";
});

words_of!(StepState {
    Done => "done", "step-done";
    UnderWay => "under-way", "step-under-way";
    Open => "open", "step-open";
});

#[cfg(test)]
mod tests {
    use super::Phrase;
    use crate::model::{Confidence, Provenance, Status, StepState, Strength};

    #[test]
    fn programs_read_the_words_of_files() {
        let read = [
            (Phrase::from(Status::NotApplicable), Status::NotApplicable.to_string()),
            (Confidence::Medium.into(), Confidence::Medium.to_string()),
            (Provenance::Reconstruction.into(), Provenance::Reconstruction.to_string()),
            (Strength::Related.into(), Strength::Related.to_string()),
            (StepState::UnderWay.into(), StepState::UnderWay.to_string()),
        ];
        for (phrase, word) in read {
            assert_eq!(phrase, word);
        }
    }
}
