//! An edition as a catalog describes it, with how much of the catalog that is.

use super::said::Said;
use super::tree::Tree;
use crate::exchange::content::{Choices, Content, Count};
use crate::load::raw;
use crate::model::EditionId;
use crate::source::Span;

/// An edition as a catalog describes it.
pub(super) struct Described {
    edition: Option<raw::Catalog>,
    /// Whether it was written here, so that an edition that is there under its id is the same.
    is_written_here: bool,
    /// The text of clauses, by their positions.
    texts: Vec<(usize, raw::Scalar)>,
    said: Said,
    counts: Vec<Count>,
}

/// What a catalog holds, counted.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) groups: usize,
    pub(super) repeated_groups: usize,
    pub(super) controls: usize,
    pub(super) without_id: usize,
    pub(super) repeated: usize,
    pub(super) parameters: usize,
}

impl Described {
    /// An edition with its clauses; none if there are no clauses, or no name for it.
    pub(super) fn new(described: Option<raw::Catalog>, tree: Tree, seen: &Seen, near: Span) -> Self {
        let Tree { clauses, texts, mut said, .. } = tree;
        let edition = match described {
            Some(mut edition) if !clauses.is_empty() => {
                edition.clauses = clauses;
                Some(edition)
            }
            Some(_) => {
                let help = "an edition has at least one clause";
                said.left_out(near, "the catalog contains no controls", "catalogs contain no controls", help);
                None
            }
            None => {
                let one = "the catalog has neither a title nor a uuid that can be the name of an edition";
                said.left_out(near, one, one, "give it a title and a version under metadata");
                None
            }
        };
        let counts = counts(seen, edition.is_some(), near);
        Self { edition, is_written_here: false, texts, said, counts }
    }

    /// The same of an edition that was written here.
    pub(super) fn written_here(self, is_written_here: bool) -> Self {
        Self { is_written_here, ..self }
    }

    /// Hands over the edition.
    pub(super) fn put(self, choices: Choices, out: &mut Content) {
        let mut counts = self.counts;
        if let Some(mut edition) = self.edition {
            let read = self.texts.len();
            let taken = if choices.with_text { read } else { 0 };
            counts.push(Count {
                file: edition.span.file,
                what: "statements of controls",
                read,
                taken,
                left_out: vec![("were not requested".to_owned(), read - taken)],
            });
            for (at, text) in self.texts.into_iter().filter(|_| choices.with_text) {
                edition.clauses[at].attributes.push((raw::Scalar::new("text", text.span), text));
            }
            let id = edition.id.as_ref().filter(|_| self.is_written_here);
            out.ours.extend(id.and_then(|id| EditionId::parse(&id.value).ok()));
            out.catalogs.push(edition);
        }
        for count in &mut counts {
            count.left_out.retain(|(_, count)| *count > 0);
        }
        out.faults.extend(self.said.into_faults());
        out.counts.extend(counts.into_iter().filter(|count| count.read > 0));
    }
}

fn counts(seen: &Seen, is_edition: bool, near: Span) -> Vec<Count> {
    let file = near.file;
    let again = |count: usize| ("already exist".to_owned(), count);
    let taken = seen.controls - seen.without_id - seen.repeated;
    let (taken, lost) = if is_edition { (taken, 0) } else { (0, taken) };
    let of_controls = vec![
        ("have no id".to_owned(), seen.without_id),
        again(seen.repeated),
        ("belong to no edition".to_owned(), lost),
    ];
    let of_parameters = vec![("have no place in a catalog".to_owned(), seen.parameters)];
    vec![
        Count { file, what: "controls", read: seen.controls, taken, left_out: of_controls },
        Count {
            file,
            what: "groups",
            read: seen.groups,
            taken: seen.groups - seen.repeated_groups,
            left_out: vec![again(seen.repeated_groups)],
        },
        Count { file, what: "parameters", read: seen.parameters, taken: 0, left_out: of_parameters },
    ]
}
