//! The clauses of one edition.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::clause::{Clause, ClauseKind};
use super::clauses::Clauses;
use super::id::{ClauseNumber, EditionId};
use super::lifecycle::Lifecycle;
use super::relation::{Confidence, Provenance};
use super::translation::{Language, Translations};
use crate::deferred::Deferred;
use crate::source::{Span, Text, digest};

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

/// How an edition describes itself in comparison with others; free text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Profile {
    /// What it abstracts from.
    pub abstraction: Option<Text>,
    /// Its audience.
    pub audience: Option<Text>,
    /// How it goes about its matter.
    pub approach: Option<Text>,
    /// How fine its parts are.
    pub granularity: Option<Text>,
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
    /// Its history since its publication.
    pub lifecycle: Lifecycle,
    /// Other names by which the command line knows it.
    pub aliases: Vec<Text>,
    /// What it is.
    pub kind: Option<CatalogKind>,
    /// Where numbers and titles come from.
    pub source: Option<Text>,
    /// The confidence that they are right.
    pub confidence: Option<Confidence>,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// How it describes itself in comparison with others.
    pub profile: Profile,
    /// Its title in other languages.
    pub translations: Translations,
    /// The position of its id.
    pub span: Span,
    /// Read when they are used, where they come packed.
    clauses: Deferred<Clauses>,
    /// How many requirements there are, if they need not be read for that.
    requirements: Option<usize>,
    /// [`Catalog::fingerprint`], if they need not be read for that.
    fingerprint: Option<Text>,
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
            clauses: Deferred::default(),
            requirements: None,
            fingerprint: None,
        }
    }

    /// Sets its clauses, which have not been read, how many of them are requirements, and their fingerprint.
    pub(crate) fn set_unread(&mut self, clauses: Deferred<Clauses>, requirements: usize, fingerprint: Text) {
        (self.clauses, self.requirements, self.fingerprint) = (clauses, Some(requirements), Some(fingerprint));
    }

    /// What others depend on who name its clauses by their positions: a digest of the numbers in their order, and of
    /// what each clause is to a count.
    pub(crate) fn fingerprint(&self) -> Text {
        let line = |clause: &Clause| format!("{} {}\n", clause.number, clause.kind);
        let made = || digest(self.clauses().iter().map(line).collect::<String>()).into();
        self.fingerprint.clone().unwrap_or_else(made)
    }

    /// Its clauses, read or not.
    pub(crate) fn unread(&self) -> Deferred<Clauses> {
        self.clauses.clone()
    }

    /// What people call it: its first alias, or its id where it has none. A urn is a name for programs.
    pub fn name(&self) -> &str {
        let said = self.aliases.iter().map(Text::as_str).find(|alias| !alias.starts_with("urn:"));
        said.unwrap_or(self.id.as_str())
    }

    /// Adds a clause after the others; hands back the one that has its number already. Its `parent` is set by the loader.
    pub fn add(&mut self, clause: Clause) -> Result<(), &Clause> {
        (self.requirements, self.fingerprint) = (None, None);
        self.clauses.get_mut().add(clause)
    }

    /// Makes room for so many more clauses and for no others.
    pub(crate) fn reserve(&mut self, clauses: usize) {
        self.clauses.get_mut().reserve(clauses);
    }

    /// Puts the clause at one position under that at another. The loader sees to it that no circle arises.
    pub(crate) fn set_parent(&mut self, child: usize, parent: usize) {
        self.clauses.get_mut().set_parent(child, parent);
    }

    /// Says what the clause at a position is to a count.
    pub(crate) fn set_kind(&mut self, position: usize, kind: ClauseKind) {
        (self.requirements, self.fingerprint) = (None, None);
        self.clauses.get_mut().set_kind(position, kind);
    }

    /// All clauses in published order.
    pub fn clauses(&self) -> &[Clause] {
        self.clauses.all()
    }

    /// How many requirements there are; for that no clause needs to be read.
    pub fn requirement_count(&self) -> usize {
        self.requirements.unwrap_or_else(|| self.requirements().count())
    }

    /// The requirements in published order: what is counted.
    pub fn requirements(&self) -> impl Iterator<Item = &Clause> {
        self.clauses().iter().filter(|clause| clause.kind == ClauseKind::Requirement)
    }

    /// The clause with this number.
    pub fn clause(&self, number: &ClauseNumber) -> Option<&Clause> {
        self.position(number).map(|position| &self.clauses()[position])
    }

    /// The clause whose number is written so.
    pub fn find(&self, number: &str) -> Option<&Clause> {
        self.position_of(number).map(|position| &self.clauses()[position])
    }

    /// The position of the clause with this number in [`Catalog::clauses`].
    #[inline]
    pub fn position(&self, number: &ClauseNumber) -> Option<usize> {
        self.position_of(number.as_str())
    }

    /// The position of the clause whose number is written so.
    #[inline]
    pub fn position_of(&self, number: &str) -> Option<usize> {
        self.clauses.position_of(number)
    }

    /// The positions of the clauses right below that at `position`, in published order.
    pub fn children(&self, position: usize) -> &[usize] {
        self.clauses.children(position)
    }

    /// The positions of the clauses above that at `position`, nearest first.
    pub fn ancestors(&self, position: usize) -> impl Iterator<Item = usize> {
        self.clauses.ancestors(position)
    }

    /// The chapter that a clause belongs to: the clause at the top above it, or itself.
    pub fn chapter(&self, position: usize) -> &Clause {
        &self.clauses()[self.clauses.heights()[position].top]
    }

    /// The number of clauses above the one at `position`.
    pub fn depth(&self, position: usize) -> usize {
        self.clauses.heights()[position].depth
    }

    /// The names of all attributes that its clauses carry, sorted.
    pub fn attributes(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.clauses().iter().flat_map(|clause| clause.attributes.iter().map(|(name, _)| name)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The names of the attributes by which clauses can be grouped, sorted: all but the order of their work.
    pub fn properties(&self) -> Vec<&str> {
        let mut names = self.attributes();
        names.retain(|name| *name != Clause::AFTER);
        names
    }

    /// The languages in which one of its clauses has a title or a summary, in the order of tags.
    pub fn languages(&self) -> Vec<&Language> {
        let mut languages: Vec<&Language> =
            self.clauses().iter().flat_map(|clause| clause.translations.languages()).collect();
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

#[cfg(test)]
mod tests {
    use super::{Catalog, Clause, ClauseKind};
    use crate::model::{Attributes, ClauseNumber, EditionId, Translations};
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
    fn values_of_a_list_stay_in_their_order_and_each_is_kept_once() {
        let pair = |(name, value): (&'static str, &'static str)| (Text::from(name), Text::from(value));
        let pairs = [("pdca", "plan"), ("groups", "soa"), ("groups", "basic"), ("groups", "soa"), ("area", "x")];
        let attributes: Attributes = pairs.map(pair).into_iter().collect();
        let lists: Vec<(&str, Vec<&str>)> = attributes.lists().collect();
        assert_eq!(lists, [("area", vec!["x"]), ("groups", vec!["soa", "basic"]), ("pdca", vec!["plan"])]);
        assert_eq!(attributes.get("groups"), Some("soa"));
        assert!(attributes.has("groups", "basic") && !attributes.has("groups", "plan") && !attributes.has("x", "x"));
        assert_eq!((attributes.iter().count(), attributes.values("none").count()), (4, 0));
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
        // What was reported before is reported again.
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
