//! A text in another program's format, and what of ours it could not hold.

use std::collections::BTreeMap;
use std::fmt;

/// What is done with a relation whose reverse is not stated, in a format that always says something of both directions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OpenReverse {
    /// It is left out and counted: whatever the format says would be more than we know.
    #[default]
    LeaveOut,
    /// It is written by the weakest word that the format has, and counted.
    Weaken,
    /// It is written by a word of ours where the format lets everybody have words of their own, so that it comes back
    /// as it was and is not taken for more; else it is left out and counted.
    OwnWord,
}

/// A text in another program's format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What it could not hold, or holds in a weaker form.
    pub losses: Vec<Loss>,
}

/// What a format could not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What it is, and what became of it, as the rest of a sentence after its count: `joint rows are left out`, and of
    /// one `joint row is left out`.
    pub what: String,
    /// How many there are; never zero.
    pub count: usize,
}

/// The whole sentence: `1 joint row is left out`.
impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.what)
    }
}

/// Whether something around a text is lost where only the text itself is kept. A line break at its end is not: YAML puts it there.
pub(super) fn has_space_around(text: &str) -> bool {
    text.trim() != text.trim_end_matches('\n')
}

/// Losses while a text is written, counted by what they are. Each is said in two ways: of one, and of several.
#[derive(Debug, Clone, Default)]
pub(super) struct Losses(BTreeMap<String, (String, usize)>);

impl Losses {
    /// Counts one more.
    pub(super) fn add<W: AsRef<str>>(&mut self, what: [W; 2]) {
        self.add_many(what, 1);
    }

    /// Counts some more; none is not a loss.
    pub(super) fn add_many<W: AsRef<str>>(&mut self, [one, several]: [W; 2], count: usize) {
        let (one, several) = (one.as_ref(), several.as_ref());
        match self.0.get_mut(several) {
            Some((_, known)) => *known += count,
            None if count == 0 => {}
            None => {
                self.0.insert(several.to_owned(), (one.to_owned(), count));
            }
        }
    }

    /// The losses in the order of their words.
    pub(super) fn finish(self) -> Vec<Loss> {
        let losses = self.0.into_iter();
        losses.map(|(several, (one, count))| Loss { what: if count == 1 { one } else { several }, count }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Losses;

    #[test]
    fn one_loss_is_said_of_one_and_several_of_several() {
        let mut losses = Losses::default();
        losses.add(["row is left out", "rows are left out"]);
        losses.add_many(["policy is left out", "policies are left out"], 0);
        let said = |losses: &Losses| losses.clone().finish().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(said(&losses), ["1 row is left out"]);
        losses.add_many(["row is left out", "rows are left out"], 2);
        assert_eq!(said(&losses), ["3 rows are left out"]);
    }
}
