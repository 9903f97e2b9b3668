//! What rows say of their whole assessment: whatever row says it, and no two of them otherwise.

use std::collections::BTreeSet;

use super::OF_ASSESSMENT;
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::raw::{self, Scalar};

/// What the columns of [`OF_ASSESSMENT`] say, gathered from rows.
#[derive(Default)]
pub(super) struct Header {
    said: [Vec<Scalar>; OF_ASSESSMENT.len()],
}

impl Header {
    /// Adds what a row says under the column at a place: one text, or several where it takes a list. What other rows
    /// say otherwise is a fault.
    pub(super) fn add(&mut self, at: usize, values: Vec<Scalar>, faults: &mut Vec<Diagnostic>) {
        let texts = |values: &[Scalar]| values.iter().map(|text| text.value.trim().to_owned()).collect::<BTreeSet<_>>();
        let (known, key) = (&mut self.said[at], OF_ASSESSMENT[at]);
        match (values.first(), known.first()) {
            (None, _) => {}
            (Some(_), None) => *known = values,
            (Some(_), Some(_)) if texts(&values) == texts(known) => {}
            (Some(value), Some(first)) => {
                let message = format!("{key} is {} here, but {} before", shown(&values), shown(known));
                let fault = Diagnostic::new(Rule::ContradictingCells, value.span, message);
                let help = "write the same in all rows of the assessment, or in one of them only; a different assessment \
                            needs a different name";
                faults.push(fault.label(first.span, "first here").help(help));
            }
        }
    }

    /// Hands over what was said.
    pub(super) fn finish(self, raw: &mut raw::Assessment, name: Option<Scalar>) {
        let [organization, scope, site, unit, tags, date, targets] = self.said;
        let one = |values: Vec<Scalar>| values.into_iter().next();
        raw.organization = one(organization).or(name);
        raw.scope = one(scope);
        raw.site = one(site);
        raw.unit = one(unit);
        raw.tags = tags;
        raw.date = one(date);
        raw.targets = targets;
    }
}

/// Whether a column takes a list.
pub(super) fn is_list(at: usize) -> bool {
    ["tags", "targets"].contains(&OF_ASSESSMENT[at])
}

fn shown(values: &[Scalar]) -> String {
    values.iter().map(Scalar::shown).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, Span};

    #[test]
    fn whichever_row_says_it_counts_and_no_other_may_say_otherwise() {
        let file = Sources::default().add("t", "");
        let texts = |words: &[&str], start: u32| {
            let span = Span { file, start, end: start };
            words.iter().map(|word| Scalar::new((*word).to_owned(), span)).collect::<Vec<_>>()
        };
        let (mut header, mut faults) = (Header::default(), Vec::new());
        let [organization, tags] =
            ["organization", "tags"].map(|key| OF_ASSESSMENT.iter().position(|known| *known == key).unwrap());
        header.add(organization, texts(&[], 0), &mut faults);
        header.add(organization, texts(&["A"], 1), &mut faults);
        header.add(organization, texts(&[" A "], 2), &mut faults);
        header.add(tags, texts(&["x", "y"], 3), &mut faults);
        header.add(tags, texts(&["y", "x"], 4), &mut faults);
        assert_eq!(faults, []);
        header.add(tags, texts(&["x"], 5), &mut faults);
        header.add(organization, texts(&["B"], 6), &mut faults);
        let told: Vec<(u32, &str)> = faults.iter().map(|fault| (fault.span.start, fault.message.as_str())).collect();
        assert_eq!(told, [(5, "tags is x here, but x; y before"), (6, "organization is B here, but A before")]);
        let mut raw = raw::Assessment::empty(Span::start_of(file));
        header.finish(&mut raw, Some(Scalar::new("name", Span::start_of(file))));
        assert_eq!(raw.organization.unwrap().value, "A");
        assert_eq!((raw.tags.len(), raw.site), (2, None));
    }
}
