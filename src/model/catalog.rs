//! The clauses of one edition.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::id::{ClauseNumber, EditionId};
use super::lifecycle::Lifecycle;
use super::relation::{Confidence, Provenance};
use super::translation::{Language, Translations};
use crate::source::{Span, Text};

/// What an edition is: some are certified against, some are learnt from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CatalogKind {
    /// A standard with requirements for a management system.
    ManagementSystem,
    /// A model of processes or practices.
    ProcessModel,
    /// A model with levels of maturity.
    MaturityModel,
    /// The criteria of an award.
    AwardCriteria,
    /// A set of controls.
    ControlSet,
    /// A set of objectives.
    Objectives,
}

/// Whether an edition is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EditionStatus {
    /// In force.
    Current,
    /// Replaced or taken back.
    Withdrawn,
    /// Not published yet.
    Draft,
}

/// How an edition describes itself beside others; free text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Profile {
    /// What it abstracts from.
    pub abstraction: Option<Text>,
    /// Whom it speaks to.
    pub audience: Option<Text>,
    /// How it goes about its matter.
    pub approach: Option<Text>,
    /// How fine its parts are.
    pub granularity: Option<Text>,
}

/// What a clause is to a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClauseKind {
    /// Something to be met; the only kind that is counted.
    Requirement,
    /// Stands for all requirements below it.
    Heading,
    /// Asks for nothing.
    Informative,
}

/// Properties of a clause to group and filter by, in the order of their names; one whose value is a list has several values,
/// in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(Text, Text)>);

impl Attributes {
    /// The value of the property with a name; of a list the first.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values(name).next()
    }

    /// The values of the property with a name, in the order of the file; none where the clause does not have it.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| *known == *name).map(|(_, value)| value.as_str())
    }

    /// Whether a value is one of those of the property with a name.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|known| known == value)
    }

    /// All properties with their values: a name once for each of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All properties, each once with all its values.
    pub fn lists(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.0.chunk_by(|(one, _), (other, _)| one == other).filter_map(|list| {
            let (name, _) = list.first()?;
            Some((name.as_str(), list.iter().map(|(_, value)| value.as_str()).collect()))
        })
    }
}

impl FromIterator<(Text, Text)> for Attributes {
    /// A name that comes several times is that of a list; a value that comes several times is kept once.
    fn from_iter<I: IntoIterator<Item = (Text, Text)>>(properties: I) -> Self {
        let mut sorted: Vec<(Text, Text)> = properties.into_iter().collect();
        // Values of one name stay as they stand.
        sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
        if sorted.windows(2).all(|pair| pair[0].0 != pair[1].0) {
            return Self(sorted);
        }
        let mut properties: Vec<(Text, Text)> = Vec::with_capacity(sorted.len());
        let mut seen: HashSet<(Text, Text), foldhash::fast::FixedState> = HashSet::default();
        properties.extend(sorted.into_iter().filter(|property| seen.insert(property.clone())));
        Self(properties)
    }
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its number.
    pub number: ClauseNumber,
    /// Its title, as published or, in round brackets, in our own words.
    pub title: Text,
    /// What it is to a count.
    pub kind: ClauseKind,
    /// The position of the clause above it in [`Catalog::clauses`].
    pub parent: Option<usize>,
    /// What it asks for, in one sentence of our own.
    pub summary: Option<Text>,
    /// Whether it has to be met; false marks what is only recommended.
    pub mandatory: bool,
    /// Properties to group and filter by, such as `pdca` and `element`.
    pub attributes: Attributes,
    /// Its title and its summary in other languages.
    pub translations: Translations,
    /// Where its number stands.
    pub span: Span,
}

/// One edition of a standard: what it is, and its clauses in their published order.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// Its id.
    pub id: EditionId,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// The day of publication, or only its year or month: `2008-11-15`, `2008-11`, `2008`.
    pub published: Option<Text>,
    /// Whether it is in force.
    pub status: Option<EditionStatus>,
    /// The edition that it replaced.
    pub supersedes: Option<EditionId>,
    /// What became of it since.
    pub lifecycle: Lifecycle,
    /// Other names by which the command line knows it.
    pub aliases: Vec<Text>,
    /// What it is.
    pub kind: Option<CatalogKind>,
    /// Where numbers and titles come from.
    pub source: Option<Text>,
    /// How sure it is that they are right.
    pub confidence: Option<Confidence>,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// How it describes itself beside others.
    pub profile: Profile,
    /// Its title in other languages.
    pub translations: Translations,
    /// Where its id stands.
    pub span: Span,
    clauses: Vec<Clause>,
    children: Vec<Vec<usize>>,
    positions: HashMap<ClauseNumber, usize, foldhash::fast::FixedState>,
    /// How each clause stands below others; made when that is asked for.
    heights: OnceLock<Vec<Height>>,
}

/// How a clause stands below others.
#[derive(Debug, Clone, Copy)]
struct Height {
    /// The position of the clause at the top above it, or its own.
    top: usize,
    /// How many clauses stand above it.
    depth: usize,
}

impl Catalog {
    /// The names by which it is known: its id, then its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.aliases.iter().map(|alias| alias.as_str()))
    }

    /// An edition without clauses.
    pub fn new(id: EditionId, title: Text, span: Span) -> Self {
        Self {
            id,
            title,
            publisher: None,
            published: None,
            status: None,
            supersedes: None,
            lifecycle: Lifecycle::default(),
            aliases: Vec::new(),
            kind: None,
            source: None,
            confidence: None,
            provenance: None,
            profile: Profile::default(),
            translations: Translations::default(),
            span,
            clauses: Vec::new(),
            children: Vec::new(),
            positions: HashMap::default(),
            heights: OnceLock::new(),
        }
    }

    /// What people call it: its first alias, or its id where it has none.
    pub fn name(&self) -> &str {
        self.aliases.first().map_or(self.id.as_str(), Text::as_str)
    }

    /// Adds a clause behind the others; hands back the one that has its number already. Its `parent` is set by the loader.
    pub fn add(&mut self, clause: Clause) -> Result<(), &Clause> {
        if let Some(position) = self.positions.get(&clause.number) {
            return Err(&self.clauses[*position]);
        }
        self.positions.insert(clause.number.clone(), self.clauses.len());
        self.clauses.push(clause);
        self.children.push(Vec::new());
        self.heights.take();
        Ok(())
    }

    /// Puts the clause at one position under that at another. The loader sees to it that no circle arises.
    pub(crate) fn set_parent(&mut self, child: usize, parent: usize) {
        self.clauses[child].parent = Some(parent);
        self.children[parent].push(child);
        self.heights.take();
    }

    /// Says what the clause at a position is to a count.
    pub(crate) fn set_kind(&mut self, position: usize, kind: ClauseKind) {
        self.clauses[position].kind = kind;
    }

    /// All clauses in published order.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The requirements in published order: what is counted.
    pub fn requirements(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| clause.kind == ClauseKind::Requirement)
    }

    /// The clause with this number.
    pub fn clause(&self, number: &ClauseNumber) -> Option<&Clause> {
        self.position(number).map(|position| &self.clauses[position])
    }

    /// The clause whose number is written so.
    pub fn find(&self, number: &str) -> Option<&Clause> {
        self.positions.get(number).map(|position| &self.clauses[*position])
    }

    /// The position of the clause with this number in [`Catalog::clauses`].
    pub fn position(&self, number: &ClauseNumber) -> Option<usize> {
        self.positions.get(number).copied()
    }

    /// The position of the clause whose number is written so.
    pub(crate) fn position_of(&self, number: &str) -> Option<usize> {
        self.positions.get(number).copied()
    }

    /// The positions of the clauses right below that at `position`, in published order.
    pub fn children(&self, position: usize) -> &[usize] {
        &self.children[position]
    }

    /// The positions of the clauses above that at `position`, nearest first.
    pub fn ancestors(&self, position: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.clauses[position].parent, |above| self.clauses[*above].parent)
    }

    /// The chapter that a clause belongs to: the clause at the top above it, or itself.
    pub fn chapter(&self, position: usize) -> &Clause {
        &self.clauses[self.heights()[position].top]
    }

    /// How many clauses stand above the one at `position`.
    pub fn depth(&self, position: usize) -> usize {
        self.heights()[position].depth
    }

    /// The heights of all clauses. Each clause is passed once: above one whose height is known nobody climbs again.
    fn heights(&self) -> &[Height] {
        self.heights.get_or_init(|| {
            let mut heights: Vec<Option<Height>> = vec![None; self.clauses.len()];
            for position in 0..self.clauses.len() {
                let above = std::iter::once(position).chain(self.ancestors(position));
                let climbed: Vec<usize> = above.take_while(|above| heights[*above].is_none()).collect();
                for below in climbed.into_iter().rev() {
                    let parent = self.clauses[below].parent.and_then(|parent| heights[parent]);
                    heights[below] = Some(match parent {
                        Some(Height { top, depth }) => Height { top, depth: depth + 1 },
                        None => Height { top: below, depth: 0 },
                    });
                }
            }
            heights.into_iter().map(|height| height.expect("every clause was passed")).collect()
        })
    }

    /// The names of all attributes that its clauses carry, sorted.
    pub fn attributes(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.clauses.iter().flat_map(|clause| clause.attributes.iter().map(|(name, _)| name)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The languages in which one of its clauses has a title or a summary, in the order of tags.
    pub fn languages(&self) -> Vec<&Language> {
        let mut languages: Vec<&Language> =
            self.clauses.iter().flat_map(|clause| clause.translations.languages()).collect();
        languages.sort_unstable();
        languages.dedup();
        languages
    }
}

impl fmt::Display for CatalogKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::ManagementSystem => "management-system",
            Self::ProcessModel => "process-model",
            Self::MaturityModel => "maturity-model",
            Self::AwardCriteria => "award-criteria",
            Self::ControlSet => "control-set",
            Self::Objectives => "objectives",
        })
    }
}

impl fmt::Display for EditionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Current => "current",
            Self::Withdrawn => "withdrawn",
            Self::Draft => "draft",
        })
    }
}

impl fmt::Display for ClauseKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Requirement => "requirement",
            Self::Heading => "heading",
            Self::Informative => "informative",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Attributes, Catalog, Clause, ClauseKind};
    use crate::model::{ClauseNumber, EditionId};
    use crate::source::{Sources, Span, Text};

    fn catalog(clauses: usize) -> Catalog {
        let span = Span::start_of(Sources::default().add("t", ""));
        let mut catalog = Catalog::new(EditionId::parse("made:1").unwrap(), Text::default(), span);
        for number in 0..clauses {
            let clause = Clause {
                number: ClauseNumber::parse(&number.to_string()).unwrap(),
                title: Text::default(),
                kind: ClauseKind::Requirement,
                parent: None,
                summary: None,
                mandatory: true,
                attributes: Attributes::default(),
                translations: Translations::default(),
                span,
            };
            catalog.add(clause).unwrap();
        }
        catalog
    }

    #[test]
    fn a_clause_may_stand_before_the_ones_above_it() {
        let mut catalog = catalog(6);
        for (child, parent) in [(0, 2), (1, 0), (2, 4), (5, 4)] {
            catalog.set_parent(child, parent);
        }
        let heights = |catalog: &Catalog| -> Vec<(usize, String)> {
            (0..6).map(|at| (catalog.depth(at), catalog.chapter(at).number.to_string())).collect()
        };
        let expected = [(2, "4"), (3, "4"), (1, "4"), (0, "3"), (0, "4"), (1, "4")];
        assert_eq!(heights(&catalog), expected.map(|(depth, top)| (depth, top.to_owned())));
        // What was told before is told anew.
        catalog.set_parent(4, 3);
        let expected = [(3, "3"), (4, "3"), (2, "3"), (0, "3"), (1, "3"), (2, "3")];
        assert_eq!(heights(&catalog), expected.map(|(depth, top)| (depth, top.to_owned())));
    }

    #[test]
    fn ten_thousand_clauses_may_stand_above_each_other() {
        const CLAUSES: usize = 10_000;
        let mut catalog = catalog(CLAUSES);
        // Each above the one before it, so that the last is the top.
        (1..CLAUSES).for_each(|parent| catalog.set_parent(parent - 1, parent));
        assert_eq!((0..CLAUSES).map(|at| catalog.depth(at)).sum::<usize>(), CLAUSES * (CLAUSES - 1) / 2);
        assert!((0..CLAUSES).all(|at| catalog.chapter(at).number.as_str() == "9999"));
    }
}
