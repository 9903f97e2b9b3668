//! The words of levels, outcomes and actions.

use crate::crosswalk::Level;
use crate::language::{Phrase, words_of};
use crate::query::action::{Action, Outcome};

words_of!(Level {
    Full => "full", "level-full";
    Partial => "partial", "level-partial";
    Presumed => "presumed", "level-presumed";
    None => "none", "level-none";
});

words_of!(Outcome {
    Covered => "covered", "outcome-covered";
    PartlyCovered => "partly covered", "outcome-partly-covered";
    ToVerify => "to verify", "outcome-to-verify";
    Open => "open", "outcome-open";
    Unknown => "unknown", "outcome-unknown";
    New => "new", "outcome-new";
});

words_of!(Action {
    None => "none", "action-none";
    Extend => "extend", "action-extend";
    Verify => "verify", "action-verify";
    Implement => "implement", "action-implement";
    Assess => "assess", "action-assess";
    Build => "build", "action-build";
});

#[cfg(test)]
mod tests {
    use super::{Action, Outcome, Phrase};
    use crate::crosswalk::Level;

    #[test]
    fn programs_read_the_names() {
        for level in [Level::Full, Level::Partial, Level::Presumed, Level::None] {
            assert_eq!(Phrase::from(level), level.name());
        }
        for action in Action::ALL {
            assert_eq!(Phrase::from(action), action.name());
        }
        for outcome in Outcome::ALL {
            assert_eq!(Phrase::from(outcome), outcome.name());
        }
    }
}
