//! What is found agrees with what slow and simple ways find: path consistency over the composition table, and sets written out.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::claim::Strictness;
use super::conflict::MinimalSets;
use super::contradiction::Contradictions;
use super::following::Following;
use super::network::Network;
use super::pairs::{ForcedPair, ForcedPairs};
use super::tables::{AuditedRow, AuditedTables};
use crate::model::{
    Attributes, Catalog, Clause, ClauseId, ClauseKind, ClauseNumber, Confidence, Direction, EditionId, Library,
    Possible, Relation, SetRelation, Strength, Table, TableId, Translations, Unstated,
};
use crate::source::{Sources, Span, Text};

/// Two editions of five clauses: 1 is a heading over 1.1 and 1.2, 2 is a heading over 2.1.
const NUMBERS: [&str; 5] = ["1", "1.1", "1.2", "2", "2.1"];
const PARENTS: [Option<usize>; 5] = [None, Some(0), Some(0), None, Some(3)];
const EDITIONS: [&str; 2] = ["a:1", "b:1"];
const SETS: usize = 10;

/// A row: clauses by number from 0 to 9, first those of `a:1`.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) from: Vec<usize>,
    pub(super) to: usize,
    pub(super) forward: Strength,
    pub(super) reverse: Option<Strength>,
}

fn rows(most: usize, joint: bool) -> impl Strategy<Value = Vec<Row>> {
    use Strength::{Full, None as Nothing, Partial, Related};
    let says = prop_oneof![
        3 => Just((Full, None)),
        3 => Just((Full, Some(Full))),
        2 => Just((Full, Some(Partial))),
        3 => Just((Partial, None)),
        2 => Just((Partial, Some(Full))),
        2 => Just((Partial, Some(Partial))),
        3 => Just((Nothing, None)),
        1 => Just((Related, None)),
    ];
    let from = vec(0..SETS, 1..if joint { 4 } else { 2 });
    let row = (from, 0..SETS, says).prop_map(|(mut from, to, (forward, reverse))| {
        from.sort_unstable();
        from.dedup();
        from.retain(|from| *from != to);
        if from.is_empty() {
            from.push((to + 1) % SETS);
        }
        Row { from, to, forward, reverse }
    });
    vec(row, 0..most)
}

fn clause(set: usize) -> ClauseId {
    ClauseId {
        edition: EditionId::parse(EDITIONS[set / 5]).unwrap(),
        number: ClauseNumber::parse(NUMBERS[set % 5]).unwrap(),
    }
}

/// The editions; `spare` gives every heading one more clause, which no row names.
pub(super) fn library(rows: &[Row], spare: bool) -> Library {
    let span = Span::start_of(Sources::default().add("", ""));
    let mut library = Library::default();
    for edition in EDITIONS {
        let mut catalog = Catalog::new(EditionId::parse(edition).unwrap(), Text::default(), span);
        let spares = [("1.9", 0), ("2.9", 3)].into_iter().filter(|_| spare);
        let all = NUMBERS.iter().zip(PARENTS).map(|(number, parent)| (*number, parent));
        let all: Vec<(&str, Option<usize>)> =
            all.chain(spares.map(|(number, parent)| (number, Some(parent)))).collect();
        for (at, (number, _)) in all.iter().enumerate() {
            let is_heading = all.iter().any(|(_, parent)| *parent == Some(at));
            let clause = Clause {
                number: ClauseNumber::parse(number).unwrap(),
                title: Text::default(),
                kind: if is_heading { ClauseKind::Heading } else { ClauseKind::Requirement },
                parent: None,
                summary: None,
                mandatory: true,
                attributes: Attributes::default(),
                translations: Translations::default(),
                span,
            };
            catalog.add(clause).unwrap();
        }
        for (at, (_, parent)) in all.iter().enumerate() {
            if let Some(parent) = parent {
                catalog.set_parent(at, *parent);
            }
        }
        library.add_catalog(catalog).unwrap();
    }
    library.add_table(table(rows, span)).unwrap();
    library
}

fn table(rows: &[Row], span: Span) -> Table {
    let [from, to] = [EDITIONS[0], EDITIONS[1]].map(|edition| EditionId::parse(edition).unwrap());
    Table {
        confidence: Confidence::High,
        rows: rows.iter().map(relation(span)).collect(),
        ..Table::new(TableId::parse("t").unwrap(), from, to, span)
    }
}

fn relation(span: Span) -> impl Fn(&Row) -> Relation {
    move |row| {
        let from = row.from.iter().copied().map(clause).collect();
        Relation::new(from, clause(row.to), row.forward, row.reverse, span)
    }
}

/// What a row allows between what its clauses require together and `to`.
fn allowed(row: &Row, unstated: Unstated) -> Possible {
    let span = Span::start_of(Sources::default().add("", ""));
    let single = Row { from: vec![row.from[0]], ..row.clone() };
    relation(span)(&single).possible(Direction::Forward, unstated)
}

fn found(rows: &[Row], spare: bool) -> Vec<(Strictness, Vec<u32>)> {
    let library = library(rows, spare);
    let audited =
        AuditedTables { library: &library, tables: library.tables().collect(), asides: &[], min_confidence: None };
    let network = Network::new(&audited);
    let found = MinimalSets::new(&network);
    assert_eq!(found.undecided, 0);
    found.sets.into_iter().map(|set| (set.strictness, set.rows)).collect()
}

/// Whether rows can all be right, with the largest sets that they allow written out: every kind of thing, by the clauses in
/// which it is, that breaks no "all of" and no "nothing of". If anything that must be there is not among these, it is nowhere.
fn have_a_model(rows: &[&Row], unstated: Unstated) -> bool {
    have_a_model_where(rows, unstated, false)
}

/// The same; where headings have a spare clause, something may be in a heading and in none of the clauses that rows name.
fn have_a_model_where(rows: &[&Row], unstated: Unstated, spare: bool) -> bool {
    let is_in = |kind: u32, set: usize| kind >> set & 1 == 1;
    let together = |kind: u32, row: &Row| row.from.iter().any(|from| is_in(kind, *from));
    let allowed: Vec<Possible> = rows.iter().map(|row| allowed(row, unstated)).collect();
    let rows = || rows.iter().zip(&allowed);
    let keeps_order = |kind: &u32| {
        (0..SETS).all(|set| {
            let children: Vec<usize> =
                (0..SETS).filter(|child| set / 5 == child / 5 && PARENTS[child % 5] == Some(set % 5)).collect();
            let is_below = children.iter().any(|child| is_in(*kind, *child));
            children.is_empty() || is_in(*kind, set) == is_below || (spare && !is_below)
        })
    };
    let keeps_rows = |kind: &u32| {
        rows().all(|(row, allowed)| {
            let (from, to) = (together(*kind, row), is_in(*kind, row.to));
            (!allowed.is_subset(Possible::COVERS) || !to || from)
                && (!allowed.is_subset(Possible::WITHIN) || !from || to)
                && !(allowed.is_subset(Possible::only(SetRelation::Disjoint)) && from && to)
        })
    };
    let kinds: Vec<u32> = (1..1_u32 << SETS).filter(|kind| keeps_order(kind) && keeps_rows(kind)).collect();
    let exists = |test: &dyn Fn(u32) -> bool| kinds.iter().any(|kind| test(*kind));
    let is_allowed = |(row, allowed): (&&Row, &Possible)| {
        let shares = exists(&|kind| together(kind, row) && is_in(kind, row.to));
        let from_only = exists(&|kind| together(kind, row) && !is_in(kind, row.to));
        let to_only = exists(&|kind| !together(kind, row) && is_in(kind, row.to));
        let relation = match (shares, from_only, to_only) {
            (false, ..) => SetRelation::Disjoint,
            (true, false, false) => SetRelation::Equal,
            (true, false, true) => SetRelation::Inside,
            (true, true, false) => SetRelation::Contains,
            (true, true, true) => SetRelation::Overlaps,
        };
        let each = |from: &usize| exists(&|kind| is_in(kind, *from) && is_in(kind, row.to));
        allowed.contains(relation) && (!row.forward.shares_demands() || row.from.iter().all(each))
    };
    (0..SETS).all(|set| exists(&|kind| is_in(kind, set))) && rows().all(is_allowed)
}

/// Whether rows allow nothing else between what the clauses of a row require together and its `to`: no model of them
/// has another relation there. Each relation is added in turn, as a row of its own.
fn is_proved(rows: &[&Row], of: &Row, possible: Possible, spare: bool) -> bool {
    use Strength::{Full, None as Nothing, Partial};
    let says = [
        (SetRelation::Equal, Full, Some(Full)),
        (SetRelation::Inside, Partial, Some(Full)),
        (SetRelation::Contains, Full, Some(Partial)),
        (SetRelation::Overlaps, Partial, Some(Partial)),
        (SetRelation::Disjoint, Nothing, Some(Nothing)),
    ];
    says.into_iter().filter(|(relation, ..)| !possible.contains(*relation)).all(|(_, forward, reverse)| {
        let other = Row { forward, reverse, ..of.clone() };
        !have_a_model_where(&[rows, &[&other]].concat(), Unstated::Open, spare)
    })
}

/// Whether path consistency finds no contradiction, with every clause inside its heading.
fn are_path_consistent(rows: &[&Row], unstated: Unstated) -> bool {
    let mut between = [[Possible::ALL; SETS]; SETS];
    let mut say = |from: usize, to: usize, possible: Possible| {
        between[from][to] = between[from][to].and(possible);
        between[to][from] = between[to][from].and(possible.converse());
    };
    for set in 0..SETS {
        say(set, set, Possible::only(SetRelation::Equal));
        if let Some(parent) = PARENTS[set % 5] {
            say(set, set / 5 * 5 + parent, Possible::WITHIN);
        }
    }
    for row in rows {
        say(row.from[0], row.to, allowed(row, unstated));
    }
    let triples = || (0..SETS).flat_map(|a| (0..SETS).flat_map(move |b| (0..SETS).map(move |c| (a, b, c))));
    loop {
        let before = between;
        for (a, b, c) in triples() {
            if between[a][b] != Possible::ALL && between[b][c] != Possible::ALL {
                between[a][c] = between[a][c].and(between[a][b].compose(between[b][c]));
            }
        }
        if between.iter().flatten().any(|possible| possible.is_empty()) {
            return false;
        }
        if between == before {
            return true;
        }
    }
}

#[test]
fn a_joint_row_that_is_left_out_contradicts_nothing_any_more() {
    let row = |from: &[usize], forward, reverse| Row { from: from.to_vec(), to: 6, forward, reverse };
    let rows = [
        row(&[1, 4], Strength::Full, Some(Strength::Full)),
        row(&[1], Strength::None, None),
        row(&[4], Strength::None, None),
    ];
    let library = library(&rows, false);
    let audited =
        AuditedTables { library: &library, tables: library.tables().collect(), asides: &[], min_confidence: None };
    let contradictions = Contradictions::of(&audited);
    assert_eq!(contradictions.left_out().collect::<Vec<_>>(), [0]);
    assert_eq!(contradictions.undecided, 0);
}

#[test]
fn each_row_that_goes_against_another_is_in_a_set() {
    let row = |forward| Row { from: vec![1], to: 6, forward, reverse: None };
    let [full, nothing] = [row(Strength::Full), row(Strength::None)];
    let rows = [full.clone(), nothing.clone(), nothing.clone(), full, nothing];
    let sets: BTreeSet<Vec<u32>> = found(&rows, true).into_iter().map(|(_, rows)| rows).collect();
    assert_eq!(sets, [[0, 1], [0, 2], [0, 4], [1, 3], [2, 3], [3, 4]].map(Vec::from).into());
}

fn unstated(strictness: Strictness) -> Unstated {
    match strictness {
        Strictness::Every => Unstated::Open,
        Strictness::Strict => Unstated::Partial,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_contradict_each_other_where_path_consistency_says_so(rows in rows(10, false)) {
        let found = found(&rows, true);
        let all: Vec<&Row> = rows.iter().collect();
        let every = found.iter().any(|(strictness, _)| *strictness == Strictness::Every);
        prop_assert_eq!(!every, are_path_consistent(&all, Unstated::Open));
        prop_assert_eq!(found.is_empty(), are_path_consistent(&all, Unstated::Partial));
    }

    #[test]
    fn each_set_that_is_found_contradicts_itself_and_none_of_its_parts_does(rows in rows(10, true)) {
        let found = found(&rows, false);
        let all: Vec<&Row> = rows.iter().collect();
        let every = found.iter().any(|(strictness, _)| *strictness == Strictness::Every);
        prop_assert_eq!(!every, have_a_model(&all, Unstated::Open), "in every reading: {:?}", found);
        prop_assert_eq!(found.is_empty(), have_a_model(&all, Unstated::Partial), "strictly: {:?}", found);
        let mut seen = BTreeSet::new();
        for (strictness, set) in &found {
            prop_assert!(seen.insert(set.clone()), "twice: {:?}", set);
            let without = |left_out: Option<u32>| -> Vec<&Row> {
                set.iter().filter(|row| Some(**row) != left_out).map(|row| &rows[*row as usize]).collect()
            };
            prop_assert!(!have_a_model(&without(None), unstated(*strictness)), "no conflict: {:?}", set);
            if *strictness == Strictness::Strict {
                prop_assert!(have_a_model(&without(None), Unstated::Open), "in every reading: {:?}", set);
            }
            for row in set {
                prop_assert!(have_a_model(&without(Some(*row)), unstated(*strictness)), "not minimal: {:?}", set);
            }
        }
    }

    #[test]
    fn what_follows_holds_wherever_the_others_do_and_nothing_else_follows(rows in rows(8, true), spare in any::<bool>()) {
        let all: Vec<&Row> = rows.iter().collect();
        if !have_a_model_where(&all, Unstated::Open, spare) {
            return Ok(());
        }
        // Where something may have to be in one of several clauses, not all that exists is found.
        let is_complete = spare && rows.iter().all(|row| row.from.len() == 1);
        let library = library(&rows, spare);
        let audited = AuditedTables { library: &library, tables: library.tables().collect(), asides: &[], min_confidence: None };
        let contradictions = Contradictions::of(&audited);
        let following = Following::of(&audited, &contradictions);
        for ForcedPair { one, other, relation, .. } in ForcedPairs::of(&audited, &contradictions).pairs {
            // The spare clauses are none of those that are written out.
            let set = |clause: ClauseId| (0..SETS).find(|set| self::clause(*set) == clause);
            let Some((from, to)) = set(one).zip(set(other)) else { continue };
            let row = Row { from: vec![from], to, forward: Strength::Full, reverse: None };
            prop_assert!(is_proved(&all, &row, Possible::only(relation), spare), "{:?} {:?}", row, relation);
        }
        let number = |row: &AuditedRow<'_>| audited.rows().position(|other| std::ptr::eq(other.relation, row.relation)).unwrap();
        let superfluous: Vec<usize> = following.superfluous.iter().map(number).collect();
        let prime: Vec<&Row> = (0..rows.len()).filter(|at| !superfluous.contains(at)).map(|at| &rows[at]).collect();
        for (at, row) in rows.iter().enumerate() {
            let others: Vec<&Row> = prime.iter().copied().filter(|other| !std::ptr::eq(*other, row)).collect();
            if superfluous.contains(&at) {
                prop_assert!(is_proved(&others, row, allowed(row, Unstated::Open), spare), "does not follow: {:?}", row);
            } else if is_complete && row.forward != Strength::Related {
                prop_assert!(!is_proved(&others, row, allowed(row, Unstated::Open), spare), "follows: {:?}", row);
            }
        }
        let stronger: Vec<(usize, Strength)> =
            following.stronger.iter().map(|stronger| (number(&stronger.row), stronger.reverse)).collect();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.reverse.is_none() && row.forward.shares_demands()) {
            let open = allowed(row, Unstated::Open);
            let within = Possible::WITHIN.and(open);
            let proved = [(Strength::Full, within), (Strength::Partial, open.but(within))];
            let expected = proved.into_iter().find(|(_, possible)| is_proved(&all, row, *possible, spare));
            let found = stronger.iter().find(|(number, _)| *number == at).map(|(_, reverse)| *reverse);
            let expected = expected.map(|(strength, _)| strength);
            prop_assert!(found == expected || (!is_complete && found.is_none()), "{:?} and not {:?}: {:?}", found, expected, row);
        }
    }
}
