//! What is known of two sets of demands, and how a row says it.
//!
//! A document relates sets of controls and of statements, which are parts of controls. Our rows relate whole clauses,
//! one `to` each. What is known of the sets is carried over by what a part and its whole have in common, and no
//! further.

/// What is known of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    Unknown,
}

impl Answer {
    /// The same where only a yes carries over.
    fn if_yes(self) -> Self {
        if self == Self::Yes { self } else { Self::Unknown }
    }

    /// The same where only a no carries over.
    fn if_no(self) -> Self {
        if self == Self::No { self } else { Self::Unknown }
    }
}

/// What is known about the sources compared with the targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// Whether the sources contain all that the targets require.
    covers: Answer,
    /// Whether the targets contain all that the sources require.
    is_inside: Answer,
    /// Whether the two have any demand in common.
    shares: Answer,
}

impl Known {
    /// What a word of the model says; nothing if it is not a word of it.
    pub(super) fn of(word: &str) -> Option<Self> {
        use Answer::{No, Yes};
        let (covers, is_inside, shares) = match word {
            "equal-to" | "equivalent-to" => (Yes, Yes, Yes),
            "superset-of" => (Yes, No, Yes),
            "subset-of" => (No, Yes, Yes),
            "intersects-with" => (No, No, Yes),
            "no-relationship" => (No, No, No),
            _ => return None,
        };
        Some(Self { covers, is_inside, shares })
    }

    /// What a relation of ours with its reverse says; nothing if there is no such row.
    pub(super) fn of_row(forward: &str, reverse: Option<&str>) -> Option<Self> {
        use Answer::{No, Unknown, Yes};
        let (covers, is_inside, shares) = match (forward, reverse) {
            ("full", Some("full")) => (Yes, Yes, Yes),
            ("full", Some("partial")) => (Yes, No, Yes),
            ("full", None) => (Yes, Unknown, Yes),
            ("partial", Some("full")) => (No, Yes, Yes),
            ("partial", Some("partial")) => (No, No, Yes),
            ("partial", None) => (No, Unknown, Yes),
            ("none", None | Some("none")) => (No, No, No),
            ("related", _) => (Unknown, Unknown, Unknown),
            _ => return None,
        };
        Some(Self { covers, is_inside, shares })
    }

    /// The same of the controls that the sources are parts of.
    pub(super) fn of_whole_sources(self) -> Self {
        Self { covers: self.covers.if_yes(), is_inside: self.is_inside.if_no(), shares: self.shares.if_yes() }
    }

    /// The same of the controls that the targets are parts of.
    pub(super) fn of_whole_targets(self) -> Self {
        Self { covers: self.covers.if_no(), is_inside: self.is_inside.if_yes(), shares: self.shares.if_yes() }
    }

    /// The same of one of several targets.
    pub(super) fn of_each_target(self) -> Self {
        // No clause is empty: what covers all of them shares something with each.
        let shares = if self.covers == Answer::Yes { Answer::Yes } else { self.shares.if_no() };
        Self { covers: self.covers.if_yes(), is_inside: self.is_inside.if_no(), shares }
    }

    /// The relation and its reverse that say no more than this; `related` if no stronger word is sure to hold.
    pub(super) fn row(self) -> (&'static str, Option<&'static str>) {
        use Answer::{No, Unknown, Yes};
        match (self.covers, self.is_inside, self.shares) {
            (_, _, No) => ("none", Some("none")),
            (Yes, Yes, _) => ("full", Some("full")),
            (Yes, No, _) => ("full", Some("partial")),
            (Yes, Unknown, _) => ("full", None),
            (No, Yes, _) => ("partial", Some("full")),
            (No, No, Yes) => ("partial", Some("partial")),
            (No, Unknown, Yes) => ("partial", None),
            (Unknown, _, _) | (No, _, Unknown) => ("related", None),
        }
    }

    /// Whether the two are said to have nothing in common.
    pub(super) fn is_nothing(self) -> bool {
        self.shares == Answer::No
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    fn rows(carry: impl Fn(Known) -> Known) -> [(&'static str, Option<&'static str>); 5] {
        ["equivalent-to", "superset-of", "subset-of", "intersects-with", "no-relationship"]
            .map(|word| carry(Known::of(word).unwrap()).row())
    }

    #[test]
    fn the_words_of_the_model_are_rows() {
        let expected = [
            ("full", Some("full")),
            ("full", Some("partial")),
            ("partial", Some("full")),
            ("partial", Some("partial")),
            ("none", Some("none")),
        ];
        assert_eq!(rows(|known| known), expected);
        assert_eq!(Known::of("related-to"), None);
    }

    /// Sets of demands as bits: all that hold of every choice of sets over four demands, and nothing more, may be said.
    #[test]
    fn what_is_carried_over_holds_of_all_sets() {
        let word = |source: u8, target: u8| match (source & target, source == target) {
            (0, _) => "no-relationship",
            (_, true) => "equal-to",
            (both, _) if both == target => "superset-of",
            (both, _) if both == source => "subset-of",
            _ => "intersects-with",
        };
        let holds = |row: (&str, Option<&str>), source: u8, target: u8| {
            let is = |strength: &str, from: u8, to: u8| match strength {
                "full" => from & to == to,
                "partial" => from & to != 0 && from & to != to,
                "none" => from & to == 0,
                _ => true,
            };
            is(row.0, source, target) && row.1.is_none_or(|reverse| is(reverse, target, source))
        };
        let sets = 1..16_u8;
        for (source, target) in sets.clone().flat_map(|source| sets.clone().map(move |target| (source, target))) {
            let known = Known::of(word(source, target)).unwrap();
            for more in 0..16_u8 {
                let row = known.of_whole_sources().row();
                assert!(holds(row, source | more, target), "{source:b} {more:b} {target:b} {row:?}");
                let row = known.of_whole_targets().row();
                assert!(holds(row, source, target | more), "{source:b} {target:b} {more:b} {row:?}");
                // The target as a union of two, each of which may be anything inside it.
                let part = target & more;
                if part != 0 {
                    let row = known.of_each_target().row();
                    assert!(holds(row, source, part), "{source:b} {target:b} {part:b} {row:?}");
                }
            }
        }
    }

    #[test]
    fn a_row_says_what_it_is_made_of() {
        let open = [("full", None), ("partial", None), ("related", None)];
        for (forward, reverse) in rows(|known| known).into_iter().chain(open) {
            assert_eq!(Known::of_row(forward, reverse).unwrap().row(), (forward, reverse));
        }
        assert_eq!(Known::of_row("full", Some("none")), None);
    }

    #[test]
    fn what_only_parts_are_known_of_is_no_more_than_related() {
        let (related, full, partial) = (("related", None), ("full", None), ("partial", None));
        let whole_sources = [full, ("full", Some("partial")), related, related, related];
        assert_eq!(rows(Known::of_whole_sources), whole_sources);
        assert_eq!(rows(Known::of_whole_targets), [related, related, ("partial", Some("full")), partial, related]);
        let none = ("none", Some("none"));
        let each_target = [full, ("full", Some("partial")), related, related, none];
        assert_eq!(rows(Known::of_each_target), each_target);
    }
}
