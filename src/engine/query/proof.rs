//! A proof in words: down to the rows and the statements that it depends on, with what else contributes.

use std::collections::BTreeSet;

use crate::crosswalk::{Derivation, Inference, Level, Step, Trail};
use crate::language::{Phrase, say};
use crate::model::{ClauseId, Direction, Statement, Status, Strength};
use crate::query::case::Assessed;
use crate::query::chain;
use crate::query::contributor::Contributor;
use crate::query::scenarios::Scenarios;
use crate::query::words;
use crate::report::Tree;

/// What a proof is one of: of the run as stated, or of one that asks what if.
pub fn heading_of(scenarios: &Scenarios<'_>, telling: &Inference<'_, '_>) -> Phrase {
    if std::ptr::eq(telling, &*scenarios.as_stated) {
        say!("proof-heading")
    } else if std::ptr::eq(telling, &scenarios.stated_in_place) {
        say!("proof-heading-stated")
    } else {
        say!("proof-heading-base")
    }
}

/// Who reads a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Whoever asks: with the source of each table, and the place of each statement in its file.
    Analyst,
    /// The readers of a document: the sources are listed once in another place, and the files are not theirs to change.
    Client,
}

/// A proof as a tree of sentences.
pub fn proof_tree(case: Assessed<'_>, trail: &Trail<'_, '_>, reader: Reader) -> Tree {
    let title = case.case.crosswalk.clause(trail.clause).map(|clause| clause.title.as_str()).unwrap_or_default();
    let line = |why: Phrase| {
        let clause = format!("{} {title}", trail.clause);
        say!("proof-line", clause = clause, level = trail.level, why = why)
    };
    let below = |premises: &[Trail<'_, '_>]| -> Vec<Tree> {
        premises.iter().map(|premise| proof_tree(case, premise, reader)).collect()
    };
    let with_row = |step: &Step<'_>, premises: &[Trail<'_, '_>]| -> Vec<Tree> {
        std::iter::once(row_tree(step, reader)).chain(below(premises)).collect()
    };
    match &trail.derivation {
        Derivation::Stated => Tree::new(line(stated(case, trail.clause, trail.level, reader)), Vec::new()),
        Derivation::ShownAbove => Tree::new(line(say!("proof-shown-above")), Vec::new()),
        Derivation::Below(premises) => {
            let why = match trail.level {
                Level::Full => say!("proof-all-below"),
                Level::Partial | Level::Presumed | Level::None => say!("proof-one-below"),
            };
            Tree::new(line(why), below(premises))
        }
        Derivation::Row { step, via, premises } => {
            let row = row_in_words(case, step, premises);
            let why = match via {
                Some(heading) => say!("proof-row-via", row = row, heading = *heading),
                None => say!("proof-row", row = row),
            };
            Tree::new(line(why), with_row(step, premises))
        }
        Derivation::Hint { step, via, premises } => {
            let row = row_in_words(case, step, premises);
            Tree::new(line(say!("proof-hint", row = row, heading = *via)), with_row(step, premises))
        }
    }
}

/// What a row says; of a joint row that not all of its clauses fulfil, the part that does, and what the others are.
pub(super) fn row_in_words(case: Assessed<'_>, step: &Step<'_>, premises: &[Trail<'_, '_>]) -> Phrase {
    let relation = step.relation;
    match premises {
        [one] if step.direction == Direction::Forward && relation.is_joint() => {
            let all = Phrase::list(relation.from.iter().map(|clause| clause.number.as_str()));
            let missing = relation.from.iter().filter(|clause| *clause != one.clause && !is_implemented(case, clause));
            let missing = missing.map(|partner| say!("proof-missing", clause = partner, state = state(case, partner)));
            let missing: Vec<Phrase> = missing.collect();
            match relation.forward {
                Strength::Full if !missing.is_empty() => {
                    let missing = Phrase::list(missing);
                    say!("proof-joint-needs", clause = one.clause, all = all, missing = missing)
                }
                Strength::Full | Strength::Partial | Strength::Related | Strength::None => {
                    say!("proof-joint", clause = one.clause, all = all)
                }
            }
        }
        _ => words::step(step),
    }
}

/// The statuses that hold for what a clause represents; nothing among them for what is not assessed.
fn statuses(case: Assessed<'_>, clause: &ClauseId) -> BTreeSet<Option<Status>> {
    let crosswalk = case.case.crosswalk;
    let status = |clause| crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement.status);
    crosswalk.requirements_of(clause).into_iter().map(status).collect()
}

fn is_implemented(case: Assessed<'_>, clause: &ClauseId) -> bool {
    statuses(case, clause) == BTreeSet::from([Some(Status::Implemented)])
}

/// The state of a clause, in a few words: by its statement, or by those about what is below it.
fn state(case: Assessed<'_>, clause: &ClauseId) -> Phrase {
    match statuses(case, clause).into_iter().collect::<Vec<_>>().as_slice() {
        [Some(status)] => words::is(*status),
        [None] | [] => say!("not-assessed"),
        [..] => words::is(Status::Partial),
    }
}

fn row_tree(step: &Step<'_>, reader: Reader) -> Tree {
    let mut under = match reader {
        Reader::Analyst => vec![Tree::new(say!("proof-source", text = step.table.source.trim()), Vec::new())],
        Reader::Client => Vec::new(),
    };
    if let (Direction::Forward, Some(items)) = (step.direction, step.relation.items.as_deref()) {
        under.push(Tree::new(say!("proof-items", text = items), Vec::new()));
    }
    if let Some(add) = step.relation.left_to_do(step.direction) {
        under.push(Tree::new(say!("proof-add", text = add.trim()), Vec::new()));
    }
    if let Some(note) = &step.relation.note {
        under.push(Tree::new(say!("proof-note", text = note.trim()), Vec::new()));
    }
    let line = say!(
        "proof-table",
        table = &step.table.id,
        version = step.table.version,
        draft = if step.table.is_draft { "yes" } else { "no" },
        confidence = step.relation.confidence,
        backwards = if step.direction == Direction::Backward { "yes" } else { "no" },
    );
    Tree::new(line, under)
}

/// What the assessment states about a clause, with its evidence. In a run that asks what if, a clause stands higher than stated.
pub(super) fn stated(case: Assessed<'_>, clause: &ClauseId, level: Level, reader: Reader) -> Phrase {
    let Some((carrier, statement)) = case.case.crosswalk.statement(clause, case.assessment) else {
        return say!("proof-taken");
    };
    let status = words::status(statement.status);
    let status = match carrier == clause {
        true => status,
        false => say!("proof-stated-by", statement = status, clause = carrier),
    };
    let is_below = Level::from_status(statement.status).is_some_and(|stated| stated < level);
    let status = if is_below { say!("proof-taken-though", statement = status) } else { status };
    let place = match reader {
        Reader::Analyst => {
            let place = case.case.sources.position(statement.span);
            let file = case.case.sources.get(statement.span.file).name();
            Some(format!("({file}:{}:{})", place.line, place.column).into())
        }
        Reader::Client => None,
    };
    let status = Phrase::joined(std::iter::once(status).chain(place), " ");
    Phrase::joined(std::iter::once(status).chain(details(statement)), "; ")
}

fn details(statement: &Statement) -> impl Iterator<Item = Phrase> {
    let evidence = &statement.evidence;
    let evidence =
        (!evidence.is_empty()).then(|| say!("proof-stated-evidence", evidence = Phrase::joined(evidence, ", ")));
    let owner = statement.owner.as_ref().map(|owner| say!("proof-stated-owner", owner = owner));
    let due = statement.due.map(|due| say!("proof-stated-due", day = due));
    let note = statement.note.as_ref().map(|note| say!("proof-note", text = note.trim()));
    [evidence, owner, due, note].into_iter().flatten()
}

/// The chain of a proof in a sentence.
pub(crate) fn chain_in_words(trail: &Trail<'_, '_>) -> Option<String> {
    chain::sentence(trail, &ToString::to_string).map(|sentence| format!("The chain: {sentence}."))
}

/// The other clauses that give a clause its level, each with its status, its evidence and what it leaves to do.
pub fn contributor_tree(case: Assessed<'_>, contributors: &[Contributor], reader: Reader) -> Option<Tree> {
    let best = contributors.iter().find(|contributor| contributor.is_best);
    let line = |other: &Contributor| {
        let mut under = vec![Tree::new(say!("proof-chain", chain = Phrase::joined(&other.chain, " → ")), Vec::new())];
        if !other.add.is_empty() && best.is_none_or(|best| best.add != other.add) {
            under.push(Tree::new(say!("proof-add", text = &other.add), Vec::new()));
        }
        let level = other.status.and_then(Level::from_status).unwrap_or(Level::Full);
        let clause = format!("{} {}", other.clause, other.title);
        Tree::new(Phrase::joined([clause.into(), stated(case, &other.clause, level, reader)], ", "), under)
    };
    let others: Vec<Tree> = contributors.iter().filter(|other| !other.is_best).map(line).collect();
    (!others.is_empty()).then(|| Tree::new(say!("proof-others"), others))
}
