//! The clauses that audited rows relate, as sets that lie in each other, and what must be there for the rows to hold.
//!
//! A set is a clause, what the clauses of a joint row require together, or all that an edition requires. That one lies
//! in another is said by a row or by the order of an edition. Whatever else rows say is that something exists
//! (something of a clause, something that two share, something of one that is not in the other) or that two sets share
//! nothing.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::claim::{Claim, Strictness, claims};
use super::tables::{AuditedRow, AuditedTables};
use crate::model::{Catalog, ClauseId, ClauseKind, EditionId, Lists};

/// The number that replaces a row if the structure of an edition says so.
pub(super) const ORDER: u32 = u32::MAX;

/// What a set represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    /// The clause at a position of an edition, by the number of the edition.
    Clause(u32, u32),
    /// All that an edition requires.
    Edition(u32),
    /// What the clauses of a joint row require together.
    Together(u32),
}

/// That a set lies in another or shares nothing with it, and which row says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tie {
    pub(super) to: u32,
    pub(super) row: u32,
}

/// Something that must exist: it is in both sets, which may be one, and not in the third.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Element {
    pub(super) within: [u32; 2],
    pub(super) without: Option<u32>,
    /// The row that says so; [`ORDER`] for what each clause requires.
    pub(super) row: u32,
    pub(super) strictness: Strictness,
}

/// All sets, and what is said about them.
pub(super) struct Network<'l> {
    pub(super) rows: Vec<AuditedRow<'l>>,
    pub(super) catalogs: Vec<&'l Catalog>,
    pub(super) sets: Vec<Set>,
    /// In what each set lies.
    pub(super) up: Lists<Tie>,
    /// What each set shares nothing with; of two sets, each has the other.
    pub(super) apart: Lists<Tie>,
    /// What something in a set has to be in: the clauses below a heading, the clauses of a joint row.
    pub(super) members: Lists<Tie>,
    /// What must exist because a row says so, row by row.
    pub(super) elements: Vec<Element>,
    /// The sets that rows name, in their order.
    pub(super) named: Vec<u32>,
    /// The numbers of the elements of each row.
    pub(super) elements_of: Lists<u32>,
    /// The sets that each row names.
    pub(super) named_by: Lists<u32>,
    /// Whether what is in a set can be in a clause below it that no row names and nobody asks about, so that no row says more of
    /// it.
    pub(super) is_open: Vec<bool>,
}

/// What is gathered row by row.
#[derive(Default)]
struct Gathered {
    up: Vec<(u32, Tie)>,
    apart: Vec<(u32, Tie)>,
    members: Vec<(u32, Tie)>,
    elements: Vec<Element>,
    named_by: Vec<(u32, u32)>,
}

/// The editions, by number, with the first set of each and that of all that it requires.
#[derive(Default)]
struct Editions<'l> {
    catalogs: Vec<&'l Catalog>,
    first: Vec<u32>,
    whole: Vec<Option<u32>>,
    numbers: HashMap<&'l EditionId, u32, FixedState>,
}

impl<'l> Network<'l> {
    /// The network of all rows that are audited.
    pub(super) fn new(audited: &AuditedTables<'l>) -> Self {
        Self::asked_about(audited, [])
    }

    /// The same where clauses are asked about that rows need not name: what is in their headings is looked for in them.
    pub(super) fn asked_about<'c>(
        audited: &AuditedTables<'l>,
        clauses: impl IntoIterator<Item = &'c ClauseId>,
    ) -> Self {
        let rows: Vec<AuditedRow<'l>> = audited.rows().collect();
        let mut editions = Editions::default();
        let mut sets = Vec::new();
        for row in &rows {
            let ends = [&row.table.from, &row.table.to].into_iter();
            let named = row.relation.from.iter().map(|clause| &clause.edition);
            for edition in ends.chain(named).chain([&row.relation.to.edition]) {
                editions.add(edition, audited, &mut sets);
            }
        }
        for table in &audited.tables {
            for edition in [&table.from, &table.to] {
                editions.add(edition, audited, &mut sets);
            }
        }
        let mut gathered = Gathered::default();
        for (number, row) in rows.iter().enumerate() {
            gathered.add_row(at(number), row, &mut editions, &mut sets);
        }
        gathered.add_order(&editions);
        let named = gathered.named(sets.len());
        let mut is_asked = named.clone();
        clauses.into_iter().filter_map(|clause| editions.clause(clause)).for_each(|set| is_asked[set as usize] = true);
        let mut is_open = editions.openness(&is_asked, sets.len());
        for (set, is_open) in sets.iter().zip(&mut is_open) {
            *is_open &= !matches!(set, Set::Together(_));
        }
        let Gathered { up, apart, members, elements, named_by } = gathered;
        let elements_of: Vec<(u32, u32)> =
            elements.iter().enumerate().map(|(number, element)| (element.row, at(number))).collect();
        let mut is_named = named;
        let named = (0..at(sets.len())).filter(|set| std::mem::take(&mut is_named[*set as usize])).collect();
        Self {
            up: Lists::of(sets.len(), &up),
            apart: Lists::of(sets.len(), &apart),
            members: Lists::of(sets.len(), &members),
            elements_of: Lists::of(rows.len(), &elements_of),
            named_by: Lists::of(rows.len(), &named_by),
            catalogs: editions.catalogs,
            rows,
            sets,
            elements,
            named,
            is_open,
        }
    }

    /// What must exist because a clause requires something.
    pub(super) fn something_of(set: u32) -> Element {
        Element { within: [set, set], without: None, row: ORDER, strictness: Strictness::Every }
    }

    /// The clause that a set represents.
    pub(super) fn clause(&self, set: u32) -> Option<ClauseId> {
        match self.sets[set as usize] {
            Set::Clause(edition, position) => {
                let catalog = self.catalogs[edition as usize];
                let number = catalog.clauses()[position as usize].number.clone();
                Some(ClauseId { edition: catalog.id.clone(), number })
            }
            Set::Edition(_) | Set::Together(_) => None,
        }
    }

    /// The edition of the clause that a set represents, by number.
    pub(super) fn edition(&self, set: u32) -> Option<u32> {
        match self.sets[set as usize] {
            Set::Clause(edition, _) | Set::Edition(edition) => Some(edition),
            Set::Together(_) => None,
        }
    }
}

pub(super) fn at(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four billion clauses and rows")
}

impl<'l> Editions<'l> {
    fn add(&mut self, edition: &'l EditionId, audited: &AuditedTables<'l>, sets: &mut Vec<Set>) {
        if self.numbers.contains_key(edition) {
            return;
        }
        let Some(catalog) = audited.library.catalog(edition) else { return };
        let number = at(self.catalogs.len());
        self.numbers.insert(edition, number);
        self.first.push(at(sets.len()));
        self.whole.push(None);
        sets.extend((0..at(catalog.clauses().len())).map(|position| Set::Clause(number, position)));
        self.catalogs.push(catalog);
    }

    /// The set of a clause; none of a clause that is not there.
    fn clause(&self, clause: &ClauseId) -> Option<u32> {
        let number = *self.numbers.get(&clause.edition)?;
        let position = self.catalogs[number as usize].position(&clause.number)?;
        Some(self.first[number as usize] + at(position))
    }

    /// The set of all that an edition requires.
    fn whole(&mut self, edition: &EditionId, sets: &mut Vec<Set>) -> Option<u32> {
        let number = *self.numbers.get(edition)?;
        let whole = &mut self.whole[number as usize];
        Some(*whole.get_or_insert_with(|| {
            sets.push(Set::Edition(number));
            at(sets.len() - 1)
        }))
    }

    /// The nearest heading above each clause of an edition.
    fn nearest_headings(catalog: &Catalog) -> impl Iterator<Item = (usize, Option<usize>)> {
        let clauses = catalog.clauses();
        let is_heading = |above: &usize| clauses[*above].kind == ClauseKind::Heading;
        let asks = (0..clauses.len()).filter(|position| clauses[*position].kind != ClauseKind::Informative);
        asks.map(move |position| (position, catalog.ancestors(position).find(is_heading)))
    }

    /// Of each set whether what is in it can be in a clause below it that is not named.
    fn openness(&self, named: &[bool], sets: usize) -> Vec<bool> {
        let mut is_open = vec![true; sets];
        for (catalog, first) in self.catalogs.iter().zip(&self.first) {
            let mut below: Vec<(usize, usize)> = Vec::new();
            for (position, heading) in Self::nearest_headings(catalog) {
                if let Some(heading) = heading {
                    is_open[*first as usize + heading] = false;
                    below.push((position, heading));
                }
            }
            // Those that stand deepest come first, so that what is below a heading is known before the heading.
            below.sort_by_key(|(position, _)| std::cmp::Reverse(catalog.depth(*position)));
            for (position, heading) in below {
                let set = *first as usize + position;
                if !named[set] && is_open[set] {
                    is_open[*first as usize + heading] = true;
                }
            }
        }
        is_open
    }
}

impl Gathered {
    fn add_row<'l>(&mut self, number: u32, row: &AuditedRow<'l>, editions: &mut Editions<'l>, sets: &mut Vec<Set>) {
        let Some(to) = editions.clause(&row.relation.to) else { return };
        let mut from: Vec<u32> = row.relation.from.iter().filter_map(|clause| editions.clause(clause)).collect();
        from.sort_unstable();
        from.dedup();
        if from.len() > row.relation.from.len() || (from.is_empty() && !row.relation.from.is_empty()) {
            return;
        }
        let is_denial = claims(row.relation).any(|(claim, _)| claim == Claim::Apart);
        if is_denial {
            // A clause of an edition shares something with it, whatever a row says: nothing of the others then.
            if from.is_empty() && row.table.from != row.relation.to.edition {
                from.extend(editions.whole(&row.table.from, sets));
            }
            for from in from {
                self.claim(Claim::Apart, Strictness::Every, [from, to], number);
                self.named_by.extend([(number, from), (number, to)]);
            }
            return;
        }
        let one = match from.as_slice() {
            [] => return,
            [one] => *one,
            several => {
                let together = at(sets.len());
                sets.push(Set::Together(number));
                for member in several {
                    self.up.push((*member, Tie { to: together, row: number }));
                    self.members.push((together, Tie { to: *member, row: number }));
                    self.named_by.push((number, *member));
                }
                if row.relation.forward.shares_demands() {
                    several
                        .iter()
                        .for_each(|member| self.claim(Claim::Share, Strictness::Every, [*member, to], number));
                }
                together
            }
        };
        self.named_by.extend([(number, one), (number, to)]);
        for (claim, strictness) in claims(row.relation) {
            self.claim(claim, strictness, [one, to], number);
        }
    }

    fn claim(&mut self, claim: Claim, strictness: Strictness, [from, to]: [u32; 2], row: u32) {
        let mut exists = |within, without| self.elements.push(Element { within, without, row, strictness });
        match claim {
            Claim::ToWithinFrom => self.up.push((to, Tie { to: from, row })),
            Claim::FromWithinTo => self.up.push((from, Tie { to, row })),
            Claim::ToBeyondFrom => exists([to, to], Some(from)),
            Claim::FromBeyondTo => exists([from, from], Some(to)),
            Claim::Share => exists([from, to], None),
            Claim::Apart => self.apart.extend([(from, Tie { to, row }), (to, Tie { to: from, row })]),
        }
    }

    /// A clause lies in the heading above it, and at last in its edition; a heading is what the clauses below it are together.
    fn add_order(&mut self, editions: &Editions<'_>) {
        for ((catalog, first), whole) in editions.catalogs.iter().zip(&editions.first).zip(&editions.whole) {
            for (position, heading) in Editions::nearest_headings(catalog) {
                let set = first + at(position);
                match (heading, whole) {
                    (Some(heading), _) => {
                        let heading = first + at(heading);
                        self.up.push((set, Tie { to: heading, row: ORDER }));
                        self.members.push((heading, Tie { to: set, row: ORDER }));
                    }
                    (None, Some(whole)) => self.up.push((set, Tie { to: *whole, row: ORDER })),
                    (None, None) => {}
                }
            }
        }
    }

    /// Of each set whether a row names it.
    fn named(&self, sets: usize) -> Vec<bool> {
        let mut named = vec![false; sets];
        self.named_by.iter().for_each(|(_, set)| named[*set as usize] = true);
        named
    }
}
