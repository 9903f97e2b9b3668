//! The terms of a text: stems of its words, with one spelling and one word for what means the same.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::glossary::SYNONYMS;
use super::spelling::american;

/// Words that say nothing about a subject. Negations stay: not, no, never and without reverse the meaning.
const EMPTY: [&str; 85] = [
    "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "both", "but", "by", "can", "do",
    "does", "done", "each", "every", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in",
    "into", "is", "it", "its", "may", "more", "most", "must", "of", "on", "one", "only", "or", "other", "others",
    "our", "out", "over", "own", "same", "shall", "should", "so", "such", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "to", "under", "up", "very", "was", "were", "what", "when",
    "where", "whether", "which", "who", "whom", "whose", "will", "with", "within", "would",
];

/// What a word counts as, and how it is written in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) stem: String,
    pub(super) written: String,
}

/// Reads texts. Repeated words are looked up.
pub(super) struct Reader {
    stemmer: Stemmer,
    stems: HashMap<String, String, FixedState>,
    /// What single stems count as.
    words: HashMap<String, String, FixedState>,
    /// What two stems side by side count as.
    pairs: HashMap<(String, String), String, FixedState>,
}

impl Reader {
    pub(super) fn new() -> Self {
        let mut reader = Self {
            stemmer: Stemmer::create(Algorithm::English),
            stems: HashMap::default(),
            words: HashMap::default(),
            pairs: HashMap::default(),
        };
        for line in SYNONYMS {
            let same: Vec<Vec<String>> =
                line.split(',').map(|words| words.split_whitespace().map(|word| reader.stem(word)).collect()).collect();
            let Some(first) = same.first().map(|words| words.join(" ")) else { continue };
            for words in same {
                match words.as_slice() {
                    [one] => drop(reader.words.insert(one.clone(), first.clone())),
                    [one, two] => drop(reader.pairs.insert((one.clone(), two.clone()), first.clone())),
                    _ => {}
                }
            }
        }
        reader
    }

    /// The terms of a text in their order.
    pub(super) fn terms(&mut self, text: &str) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        for word in words(text) {
            let small = word.to_lowercase();
            if is_id(&small) {
                terms.push(Term { stem: small, written: word.to_owned() });
                continue;
            }
            for part in small.split(['-', '.']).filter(|part| part.len() > 1 && !EMPTY.contains(part)) {
                let is_number = part.chars().all(|c| c.is_ascii_digit());
                if !is_number {
                    terms.push(Term { stem: self.stem(part), written: part.to_owned() });
                }
            }
        }
        self.joined(terms)
    }

    /// Terms with one word for what means the same.
    fn joined(&self, terms: Vec<Term>) -> Vec<Term> {
        let mut joined: Vec<Term> = Vec::with_capacity(terms.len());
        let mut rest = terms.as_slice();
        while let Some((one, others)) = rest.split_first() {
            let pair =
                others.first().and_then(|two| Some((two, self.pairs.get(&(one.stem.clone(), two.stem.clone()))?)));
            rest = match pair {
                Some((two, stem)) => {
                    joined.push(Term { stem: stem.clone(), written: [&one.written, " ", &two.written].concat() });
                    &others[1..]
                }
                None => {
                    let stem = self.words.get(&one.stem).unwrap_or(&one.stem);
                    joined.push(Term { stem: stem.clone(), written: one.written.clone() });
                    others
                }
            };
        }
        joined
    }

    fn stem(&mut self, word: &str) -> String {
        if let Some(stem) = self.stems.get(word) {
            return stem.clone();
        }
        let stem = self.stemmer.stem(&american(word)).into_owned();
        self.stems.insert(word.to_owned(), stem.clone());
        stem
    }
}

/// What is between spaces and signs; dots and hyphens inside stay, since ids have them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'));
    parts.map(|word| word.trim_matches(['.', '-'])).filter(|word| !word.is_empty())
}

/// Whether a word is the number of a clause, such as a.5.1, 4.10, ac-2 or pr.aa-01.
fn is_id(word: &str) -> bool {
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    has_digit && word.contains(['.', '-']) && word.split(['.', '-']).all(|part| part.len() <= 3)
}

#[cfg(test)]
mod tests {
    use super::Reader;

    fn stems(text: &str) -> Vec<String> {
        Reader::new().terms(text).into_iter().map(|term| term.stem).collect()
    }

    #[test]
    fn words_of_one_stem_one_spelling_and_one_meaning_are_one_term() {
        assert_eq!(stems("Organisation's policies"), stems("the organization, policy"));
        assert_eq!(stems("interested parties"), stems("stakeholders"));
        assert_eq!(stems("third-party vendors"), ["supplier", "supplier"]);
        assert_eq!(stems("personnel"), stems("workers"));
    }

    #[test]
    fn ids_stay_whole_and_what_denies_stays() {
        assert_eq!(stems("see A.5.1, 4.10 and AC-2"), ["see", "a.5.1", "4.10", "ac-2"]);
        assert_eq!(stems("not without a plan"), ["not", "without", "plan"]);
        assert_eq!(stems("a risk-based 2024 view; 12 items"), ["risk", "base", "view", "item"]);
        assert_eq!(stems("… – ' -. "), [""; 0]);
    }

    #[test]
    fn a_term_knows_how_it_is_written() {
        let written: Vec<String> =
            Reader::new().terms("Interested parties review Rights").into_iter().map(|term| term.written).collect();
        assert_eq!(written, ["interested parties", "review", "rights"]);
    }
}
