//! A title that contradicts the id next to it: the sheet means another clause than it names.
//!
//! `5.1` under a heading of Annex A is the control A.5.1, and read as clause 5.1 it would be a wrong statement that
//! nobody sees. So a title is compared with the catalog. Case, signs, the order of words, endings, shortening and
//! translation are no contradiction: only a title that fits another clause clearly better than the one that is named is
//! one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::reading::Remedy;
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::load::folded;
use crate::model::{Catalog, EditionId, Library};
use crate::source::Span;

/// A row with an id and a title.
pub(super) struct Titled<'l> {
    /// The edition.
    pub(super) home: &'l Catalog,
    /// The position of the clause that the row names.
    pub(super) position: usize,
    /// The title that the row has.
    pub(super) title: String,
    /// Where that stands.
    pub(super) span: Span,
}

/// How well a title fits another clause that is meant, at least.
const FITS: f64 = 0.8;

/// How well a title fits the clause that is named, at most, where another is meant.
const FITS_NOT: f64 = 0.5;

/// How all ids of a sheet may be meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Meant {
    /// With something before them.
    Prefix(String),
    /// As those of another edition.
    Edition(EditionId),
}

/// The words of a title, without those that every title has, and without ids in front of it.
fn words(title: &str) -> BTreeSet<String> {
    const COMMON: [&str; 20] = [
        "the", "and", "for", "with", "from", "its", "their", "des", "les", "der", "die", "und", "für", "von", "del",
        "los", "las", "della", "van", "het",
    ];
    let words = title.split(|c: char| !c.is_alphanumeric()).map(folded);
    let is_word = |word: &String| {
        word.chars().count() > 2 && !word.starts_with(|c: char| c.is_ascii_digit()) && !COMMON.contains(&word.as_str())
    };
    words.filter(is_word).map(stem).collect()
}

/// A word without its ending in the plural.
fn stem(word: String) -> String {
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        Some(_) | None => match word.strip_suffix('s') {
            Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
            Some(_) | None => word,
        },
    }
}

/// How alike two titles are: twice what they share, of all that they have.
fn likeness(left: &BTreeSet<String>, right: &BTreeSet<String>) -> f64 {
    let shared = left.intersection(right).count();
    2.0 * shared as f64 / (left.len() + right.len()).max(1) as f64
}

/// Whether two words may be one: one is cut off, or spelt otherwise, as `organisation` is `organization`.
fn is_like(left: &str, right: &str) -> bool {
    let begins = |left: &str, right: &str| left.len() > 2 && right.starts_with(left);
    let most = left.len().min(right.len()) / 5;
    let may_be_spelt = || left.len().abs_diff(right.len()) <= most && left.chars().next() == right.chars().next();
    begins(left, right)
        || begins(right, left)
        || (most > 0 && may_be_spelt() && strsim::damerau_levenshtein(left, right) <= most)
}

/// How well a title fits a clause, if one of them is shortened: what share of the shorter is in the longer, words cut
/// off included.
fn fit(title: &BTreeSet<String>, clause: &BTreeSet<String>) -> f64 {
    let share = |left: &BTreeSet<String>, right: &BTreeSet<String>| {
        let is_in = |word: &&String| right.iter().any(|other| is_like(word, other));
        left.iter().filter(is_in).count() as f64 / left.len().max(1) as f64
    };
    share(title, clause).max(share(clause, title))
}

/// Whether a text is the title of a clause, shortened or not, and names no other id.
pub(super) fn is_of(text: &str, title: &str) -> bool {
    let (text_words, own) = (words(text), words(title));
    let has_id = text.split_whitespace().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    !has_id && !text_words.is_empty() && !own.is_empty() && fit(&text_words, &own) > FITS_NOT
}

/// The titles of all editions of a standard.
struct Titles<'l> {
    clauses: Vec<(&'l Catalog, usize, BTreeSet<String>)>,
    /// Clauses by their whole titles without case, spaces and signs: `end point` is `endpoint`.
    by_title: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
    by_place: HashMap<(&'l EditionId, usize), usize>,
}

impl<'l> Titles<'l> {
    fn of(standard: &str, library: &'l Library) -> Self {
        let mut titles =
            Self { clauses: Vec::new(), by_title: HashMap::new(), by_word: HashMap::new(), by_place: HashMap::new() };
        for catalog in library.editions_of(standard) {
            for (position, clause) in catalog.clauses().iter().enumerate() {
                let words = words(&clause.title);
                for word in &words {
                    titles.by_word.entry(word.clone()).or_default().push(titles.clauses.len());
                }
                titles.by_title.entry(folded(&clause.title)).or_default().push(titles.clauses.len());
                titles.by_place.insert((&catalog.id, position), titles.clauses.len());
                titles.clauses.push((catalog, position, words));
            }
        }
        titles
    }

    fn words(&self, home: &'l Catalog, position: usize) -> Option<&BTreeSet<String>> {
        self.by_place.get(&(&home.id, position)).map(|at| &self.clauses[*at].2)
    }

    /// The clauses that a title fits best, if it fits any well: those of its own edition first.
    fn nearest(&self, text: &str, title: &BTreeSet<String>, home: &Catalog) -> Vec<(&'l Catalog, usize)> {
        let same = self.by_title.get(&folded(text)).map_or(&[][..], Vec::as_slice);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in title.iter().filter_map(|word| self.by_word.get(word)).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let like = |(at, shared): (&usize, &usize)| {
            let (catalog, position, words) = &self.clauses[*at];
            let likeness = 2.0 * *shared as f64 / (title.len() + words.len()) as f64;
            (likeness >= FITS).then_some((likeness, *catalog, *position))
        };
        let same = same.iter().map(|at| (1.0, self.clauses[*at].0, self.clauses[*at].1));
        let like: Vec<_> = same.chain(shared.iter().filter_map(like)).collect();
        let best = like.iter().map(|(likeness, ..)| *likeness).fold(0.0, f64::max);
        let mut best: Vec<_> = like.into_iter().filter(|(likeness, ..)| *likeness >= best).collect();
        best.sort_by_key(|(_, catalog, position)| (catalog.id != home.id, &catalog.id, *position));
        best.dedup_by_key(|(_, catalog, position)| (&catalog.id, *position));
        best.into_iter().map(|(_, catalog, position)| (catalog, position)).collect()
    }
}

/// A row whose title is that of other clauses than the one it names.
struct Contradiction<'l> {
    row: Titled<'l>,
    fits: Vec<(&'l Catalog, usize)>,
    meant: BTreeSet<Meant>,
}

/// What is wrong with the titles of rows; `head` is what their column is called.
pub(super) fn check<'l>(rows: Vec<Titled<'l>>, head: &str, library: &'l Library, remedy: Remedy) -> Vec<Diagnostic> {
    let mut standards: HashMap<&str, Titles<'l>> = HashMap::new();
    let count = rows.len();
    let mut found = Vec::new();
    for row in rows {
        let standard = row.home.id.standard();
        let titles = standards.entry(standard).or_insert_with(|| Titles::of(standard, library));
        found.extend(contradiction(row, titles, library));
    }
    let mut counts: BTreeMap<&Meant, usize> = BTreeMap::new();
    for meant in found.iter().flat_map(|row| &row.meant) {
        *counts.entry(meant).or_default() += 1;
    }
    // The way that reads most of them right, where that is nearly all of those that contradict and half of all rows.
    let most = counts.into_iter().max_by(|left, right| left.1.cmp(&right.1).then(right.0.cmp(left.0)));
    let is_whole = |explained: usize| explained > 1 && explained * 5 >= found.len() * 4 && explained * 2 >= count;
    let whole = most.filter(|(_, explained)| is_whole(*explained)).map(|(meant, explained)| (meant.clone(), explained));
    let mut faults = Vec::new();
    let mut is_said = false;
    for row in &found {
        match &whole {
            Some((meant, _)) if row.meant.contains(meant) && is_said => {}
            Some((meant, explained)) if row.meant.contains(meant) => {
                is_said = true;
                faults.push(row.of_all(meant, *explained, count, head, remedy));
            }
            Some(_) | None => faults.push(row.alone(head, remedy)),
        }
    }
    faults
}

/// Whether the title of a row contradicts its id, and what it may mean.
fn contradiction<'l>(row: Titled<'l>, titles: &Titles<'l>, library: &'l Library) -> Option<Contradiction<'l>> {
    let title = words(&row.title);
    let own = titles.words(row.home, row.position)?;
    let is_own = || folded(&row.title) == folded(&row.home.clauses()[row.position].title);
    if title.is_empty() || own.is_empty() || fit(&title, own) > FITS_NOT || is_own() {
        return None;
    }
    let fits = titles.nearest(&row.title, &title, row.home);
    // One word may be the title of many clauses, and a title in brackets is our own.
    let own_title = &row.home.clauses()[row.position].title;
    let of_home = fits.iter().filter(|(catalog, _)| catalog.id == row.home.id).count();
    let count = if of_home > 0 { of_home } else { fits.len() };
    let is_vague = title.len() == 1 && (count > 1 || own_title.starts_with('('));
    if fits.is_empty() || is_vague {
        return None;
    }
    let mut meant = BTreeSet::new();
    let number = row.home.clauses()[row.position].number.as_str();
    for (catalog, position) in &fits {
        let other = catalog.clauses()[*position].number.as_str();
        if catalog.id == row.home.id {
            let prefix = other.strip_suffix(number).filter(|prefix| prefix.ends_with('.'));
            meant.extend(prefix.map(|prefix| Meant::Prefix(prefix.to_owned())));
        } else if other == number {
            meant.insert(Meant::Edition(catalog.id.clone()));
        }
    }
    // An edition may call the same id alike, and another clause more so.
    for catalog in library.editions_of(row.home.id.standard()).filter(|catalog| catalog.id != row.home.id) {
        let position = catalog.find(number).and_then(|clause| catalog.position(&clause.number));
        let words = position.and_then(|position| titles.words(catalog, position));
        if words.is_some_and(|words| likeness(&title, words) >= FITS) {
            meant.insert(Meant::Edition(catalog.id.clone()));
        }
    }
    Some(Contradiction { row, fits, meant })
}

impl Contradiction<'_> {
    /// What the title says and the id does not.
    fn in_words(&self, fit: Option<(&Catalog, usize)>) -> String {
        let shown: String = self.row.title.trim().replace(['\n', '\r'], " ").chars().take(60).collect();
        let own = &self.row.home.clauses()[self.row.position];
        let name = |(catalog, position): (&Catalog, usize)| {
            let number = &catalog.clauses()[position].number;
            if catalog.id == self.row.home.id { number.to_string() } else { format!("{}/{number}", catalog.id) }
        };
        let names: Vec<String> = match fit {
            Some(fit) => vec![name(fit)],
            None => {
                let is_own = |fit: &&(&Catalog, usize)| fit.0.id == self.row.home.id;
                let own: Vec<_> = self.fits.iter().filter(is_own).collect();
                let fits = if own.is_empty() { self.fits.iter().collect() } else { own };
                fits.into_iter().take(3).map(|(catalog, position)| name((*catalog, *position))).collect()
            }
        };
        format!("\"{shown}\" is the title of {}, not of {} ({})", names.join(" and "), own.number, own.title)
    }

    fn alone(&self, head: &str, remedy: Remedy) -> Diagnostic {
        let cells = "correct the id (spreadsheets read 4.10 as 4.1)";
        let option = format!("{cells}; --map \"{head}=ignore\" ignores the titles");
        Diagnostic::new(Rule::ContradictingCells, self.row.span, self.in_words(None))
            .help(remedy.help(option, format!("{cells}, or its title")))
    }

    /// The same said once of all rows that are meant so.
    fn of_all(&self, meant: &Meant, explained: usize, count: usize, head: &str, remedy: Remedy) -> Diagnostic {
        let own = &self.row.home.clauses()[self.row.position].number;
        let is_so = |(catalog, position): &&(&Catalog, usize)| match meant {
            Meant::Prefix(prefix) => {
                catalog.id == self.row.home.id
                    && catalog.clauses()[*position].number.as_str() == format!("{prefix}{own}")
            }
            Meant::Edition(edition) => catalog.id == *edition && catalog.clauses()[*position].number == *own,
        };
        let fit = self.fits.iter().find(is_so).copied();
        let (option, cells) = match meant {
            Meant::Prefix(prefix) => (format!("--id-prefix {prefix}"), format!("write {prefix}{own}")),
            Meant::Edition(edition) => (format!("--edition {edition}"), format!("write {edition}/{own}")),
        };
        let message =
            format!("{}; the same is true in {explained} of {}", self.in_words(fit), counted(count, "row", "rows"));
        Diagnostic::new(Rule::ContradictingCells, self.row.span, message).help(
            remedy.help(format!("{option} reads the ids correctly; --map \"{head}=ignore\" ignores the titles"), cells),
        )
    }
}
