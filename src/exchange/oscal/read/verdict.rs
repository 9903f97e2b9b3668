//! What findings say of one control, together.

use crate::model::Status;

/// What a finding says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A status of ours, and whether it is certain that the document means it.
    Stated(Status, Certainty),
    /// That it does not apply.
    NotApplicable,
}

/// Whether a document says a status in so many words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// It does.
    Stated,
    /// It says less, or two things: the lower is taken.
    Lowered,
}

impl Verdict {
    /// Of the state of a target and of what is said of its implementation. What is not satisfied is never in place as a
    /// whole, whatever is said of it; what has no other statement is not in place.
    pub(super) fn of(state: &str, implementation: Option<&str>) -> Option<Self> {
        use Certainty::{Lowered, Stated};
        let is_satisfied = match state.trim() {
            "satisfied" => true,
            "not-satisfied" => false,
            _ => return None,
        };
        let (status, certainty) = match (is_satisfied, implementation.map(str::trim)) {
            (_, Some("not-applicable")) => return Some(Self::NotApplicable),
            (_, Some("planned")) => (Status::Planned, Stated),
            (_, Some("partial")) => (Status::Partial, Stated),
            (true, Some("implemented" | "alternative") | None) => (Status::Implemented, Stated),
            (true, Some(_)) => (Status::Implemented, Lowered),
            (false, Some("implemented" | "alternative")) => (Status::Partial, Lowered),
            (false, Some("not-implemented")) => (Status::NotImplemented, Stated),
            (false, Some(_) | None) => (Status::NotImplemented, Lowered),
        };
        Some(Self::Stated(status, certainty))
    }

    /// The status, lowest first, so that of several the lowest counts.
    fn rank(self) -> u8 {
        match self {
            Self::Stated(Status::NotImplemented, _) => 0,
            Self::Stated(Status::Planned, _) => 1,
            Self::Stated(Status::Partial, _) => 2,
            Self::Stated(Status::Implemented, _) => 3,
            // It says nothing of what is in place.
            Self::Stated(Status::NotApplicable, _) | Self::NotApplicable => 4,
        }
    }
}

/// Several verdicts on one control: of it as a whole, and of parts of it. The lowest of the whole counts. Parts alone
/// make it partly in place as soon as one of them is; nothing was said about the others.
pub(super) fn together(whole: &[Verdict], parts: &[Verdict]) -> Option<Verdict> {
    use Certainty::{Lowered, Stated};
    let lowest = whole.iter().copied().min_by_key(|verdict| verdict.rank());
    let stated: Vec<Verdict> = parts.iter().copied().filter(|part| *part != Verdict::NotApplicable).collect();
    let best = stated.iter().copied().max_by_key(|part| part.rank());
    let is_all = stated.iter().all(|part| part.rank() == 3);
    let of_parts = best.map(|best| match best {
        Verdict::Stated(Status::Implemented | Status::Partial, _) => Verdict::Stated(Status::Partial, Lowered),
        Verdict::Stated(..) | Verdict::NotApplicable => best,
    });
    match (lowest, of_parts) {
        // A part that is not in place keeps the whole from being so.
        (Some(Verdict::Stated(Status::Implemented, _)), Some(of_parts)) if !is_all => Some(of_parts),
        (Some(lowest), _) if whole.iter().any(|verdict| verdict.rank() != lowest.rank()) => Some(match lowest {
            Verdict::Stated(status, _) => Verdict::Stated(status, Lowered),
            Verdict::NotApplicable => lowest,
        }),
        (Some(lowest), _) => Some(lowest),
        (None, of_parts) => of_parts,
    }
    .map(|verdict| match verdict {
        Verdict::Stated(status, Stated) if whole.is_empty() => Verdict::Stated(status, Lowered),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::{Certainty, Verdict, together};
    use crate::model::Status;

    #[test]
    fn a_target_is_in_place_only_where_it_is_satisfied() {
        let status = |state: &str, implementation: Option<&str>| match Verdict::of(state, implementation) {
            Some(Verdict::Stated(status, certainty)) => Some((status, certainty == Certainty::Stated)),
            Some(Verdict::NotApplicable) | None => None,
        };
        for (state, implementation, expected) in [
            ("satisfied", None, (Status::Implemented, true)),
            ("satisfied", Some("alternative"), (Status::Implemented, true)),
            ("satisfied", Some("partial"), (Status::Partial, true)),
            ("satisfied", Some("operational"), (Status::Implemented, false)),
            ("not-satisfied", Some("partial"), (Status::Partial, true)),
            ("not-satisfied", Some("implemented"), (Status::Partial, false)),
            ("not-satisfied", Some("planned"), (Status::Planned, true)),
            ("not-satisfied", Some("not-implemented"), (Status::NotImplemented, true)),
            ("not-satisfied", None, (Status::NotImplemented, false)),
        ] {
            assert_eq!(status(state, implementation), Some(expected), "{state} {implementation:?}");
        }
        assert_eq!(Verdict::of("not-satisfied", Some("not-applicable")), Some(Verdict::NotApplicable));
        assert_eq!(Verdict::of("pending", None), None);
    }

    #[test]
    fn of_several_verdicts_the_lowest_counts_and_parts_alone_make_no_whole() {
        let stated = |status| Verdict::Stated(status, Certainty::Stated);
        let [full, partial, open] = [Status::Implemented, Status::Partial, Status::NotImplemented].map(stated);
        let status = |whole: &[Verdict], parts: &[Verdict]| match together(whole, parts) {
            Some(Verdict::Stated(status, _)) => Some(status),
            Some(Verdict::NotApplicable) => Some(Status::NotApplicable),
            None => None,
        };
        assert_eq!(status(&[full, partial], &[]), Some(Status::Partial));
        assert_eq!(status(&[full, Verdict::NotApplicable], &[]), Some(Status::Implemented));
        assert_eq!(status(&[Verdict::NotApplicable], &[]), Some(Status::NotApplicable));
        assert_eq!(status(&[], &[full, full]), Some(Status::Partial));
        assert_eq!(status(&[], &[open, full]), Some(Status::Partial));
        assert_eq!(status(&[], &[open]), Some(Status::NotImplemented));
        assert_eq!(status(&[], &[Verdict::NotApplicable]), None);
        assert_eq!(status(&[full], &[full, open]), Some(Status::Partial));
        assert_eq!(status(&[full], &[open]), Some(Status::NotImplemented));
        assert_eq!(status(&[full], &[full]), Some(Status::Implemented));
        assert_eq!(status(&[open], &[full]), Some(Status::NotImplemented));
        assert_eq!(status(&[], &[]), None);
    }
}
