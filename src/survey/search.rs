//! Clauses by their words.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Catalog, Clause, ClauseId, EditionStatus};
use crate::query::case::{Case, Question};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};
use crate::source::Text;

/// Finds clauses that contain all the words in id, title, summary or attributes, the best matches first
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk search internal audit
  xwalk search supplier --edition iso-iec-20000-1:2011
  xwalk search 4.2.3 --limit 10

A word is found whole, as singular or plural: audit finds audits, and art does not find part. A clause number finds the
clause and those below it. Matches by number come first, then those in titles, in summaries and in attributes; titles and
summaries in other languages are searched as well.")]
pub struct Search {
    /// The words; case does not matter
    #[arg(required = true)]
    pub words: Vec<String>,
    /// Search only this edition
    #[arg(long, value_name = "EDITION")]
    pub edition: Option<String>,
    /// The largest number of clauses to show
    #[arg(long, value_name = "N", value_parser = crate::query::settings::one_or_more)]
    pub limit: Option<NonZeroUsize>,
}

struct Hit {
    clause: ClauseId,
    found: Clause,
    /// Where the words were found: the less, the better.
    distance: usize,
    /// Whether its edition is no longer in force.
    is_withdrawn: bool,
}

const COLUMNS: &[Column<Hit>] = &[
    Column::new("clause", "Clause", |hit| Cell::refs([&hit.clause])),
    Column::new("title", "Title", |hit| Cell::text(&hit.found.title)),
    Column::for_programs("kind", |hit| Cell::text(hit.found.kind.to_string())),
    Column::new("summary", "What it requires", |hit| Cell::maybe(hit.found.summary.as_ref())),
];

impl Question for Search {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let words: Vec<String> =
            self.words.iter().flat_map(|word| word.split_whitespace()).map(str::to_lowercase).collect();
        if words.is_empty() {
            return Err(Refusal {
                message: "no search words were given".to_owned(),
                help: Some("give one or more".to_owned()),
            });
        }
        let catalogs: Vec<&Catalog> = match &self.edition {
            Some(edition) => vec![name::edition(edition, case.library)?],
            None => case.library.catalogs().collect(),
        };
        let mut hits: Vec<Hit> = catalogs.iter().flat_map(|catalog| hits(catalog, &words)).collect();
        // Among equals those of editions in force, then as in the catalogs.
        hits.sort_by_key(|hit| (hit.distance, hit.is_withdrawn));
        let found = hits.len();
        hits.truncate(self.limit.map_or(found, NonZeroUsize::get));
        let mut count = format!("{} found.", crate::query::words::counted(found, "clause", "clauses"));
        if hits.len() < found {
            count = format!("{count} The best {} are shown; a larger --limit shows more.", hits.len());
        }
        Ok(Document {
            command: "search",
            title: format!("Clauses with {}", self.words.join(" ")).into(),
            lead: vec![count.into()],
            parts: vec![Part::Table(Table::of(ANSWER, "Clauses", COLUMNS, &hits))],
            findings: Vec::new(),
            basis: case.basis(hits.iter().map(|hit| &hit.clause.edition), []),
        })
    }
}

fn hits(catalog: &Catalog, words: &[String]) -> Vec<Hit> {
    let edition = catalog.id.to_string();
    let hit = |clause: &Clause| {
        let fields = Fields::of(clause, &edition);
        let distances: Option<Vec<usize>> = words.iter().map(|word| fields.distance(word)).collect();
        Some(Hit {
            clause: ClauseId { edition: catalog.id.clone(), number: clause.number.clone() },
            found: clause.clone(),
            distance: distances?.into_iter().sum(),
            is_withdrawn: catalog.status == Some(EditionStatus::Withdrawn),
        })
    };
    catalog.clauses().iter().filter_map(hit).collect()
}

/// What may be found of a clause.
struct Fields {
    /// The number with its edition.
    id: String,
    number: String,
    /// The words of the title, the summary and the attributes.
    texts: [BTreeSet<String>; 3],
}

impl Fields {
    fn of(clause: &Clause, edition: &str) -> Self {
        let (titles, summaries) = (clause.translations.titles(), clause.translations.summaries());
        let texts: [Vec<&str>; 3] = [
            titles.iter().map(|(_, title)| title.as_str()).chain([clause.title.as_str()]).collect(),
            summaries.iter().map(|(_, summary)| summary).chain(&clause.summary).map(Text::as_str).collect(),
            clause.attributes.iter().map(|(_, value)| value).collect(),
        ];
        let words = |texts: Vec<&str>| {
            texts.into_iter().flat_map(whole_words).map(|word| singular(&word)).collect::<BTreeSet<String>>()
        };
        let number = clause.number.as_str().to_lowercase();
        Self { id: format!("{edition}/{number}"), number, texts: texts.map(words) }
    }

    /// How far from the beginning of the ranking a word is found: as the number, as one above it, then by text.
    fn distance(&self, word: &str) -> Option<usize> {
        let behind = |id: &str| id.strip_prefix(word).map(str::to_owned);
        match behind(&self.number).or_else(|| behind(&self.id)).as_deref() {
            Some("") => return Some(0),
            Some(rest) if rest.starts_with('.') => return Some(1),
            Some(_) | None => {}
        }
        let parts: Vec<String> = whole_words(word).map(|part| singular(&part)).collect();
        let has_all = |text: &BTreeSet<String>| !parts.is_empty() && parts.iter().all(|part| text.contains(part));
        self.texts.iter().position(has_all).map(|at| at + 2)
    }
}

/// The words of a text in small letters: letters and digits without anything between.
fn whole_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// An English word without the ending of its plural, so that either finds the other.
fn singular(word: &str) -> String {
    match word {
        _ if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => word.to_owned(),
        _ if word.len() > 4 && word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if ["sses", "xes", "ches", "shes"].iter().any(|ending| word.ends_with(ending)) => {
            word[..word.len() - 2].to_owned()
        }
        _ if word.len() > 3 => word.strip_suffix('s').unwrap_or(word).to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, singular, whole_words};

    #[test]
    fn a_plural_is_its_singular_and_other_words_stay() {
        for (plural, one) in [
            ("audits", "audit"),
            ("policies", "policy"),
            ("processes", "process"),
            ("branches", "branch"),
            ("analysis", "analysis"),
            ("status", "status"),
            ("process", "process"),
            ("its", "its"),
            ("ies", "ies"),
            ("größe", "größe"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }

    #[test]
    fn a_word_is_found_whole_and_nearer_by_number_than_by_title_and_by_summary() {
        let words = |text: &str| whole_words(text).map(|word| singular(&word)).collect();
        let texts = [words("Internal audits"), words("Part of it is checked"), words("check")];
        let fields = Fields { id: "a:1/9.2".to_owned(), number: "9.2".to_owned(), texts };
        assert_eq!(fields.distance("9.2"), Some(0));
        assert_eq!(fields.distance("9"), Some(1));
        assert_eq!(fields.distance("a:1/9.2"), Some(0));
        assert_eq!(fields.distance("a:1/9"), Some(1));
        assert_eq!(fields.distance("9."), None);
        assert_eq!(fields.distance("audit"), Some(2));
        assert_eq!(fields.distance("internal-audit"), Some(2));
        assert_eq!(fields.distance("part"), Some(3));
        assert_eq!(fields.distance("check"), Some(4));
        for no_word in ["art", "audi", "intern", "2", "-"] {
            assert_eq!(fields.distance(no_word), None, "{no_word}");
        }
    }
}
