//! A proof in words: down to the rows and the statements that it rests on, with what contributes beside it.

use std::collections::BTreeSet;

use crate::crosswalk::{Derivation, Inference, Level, Step, Trail};
use crate::model::{ClauseId, Direction, Statement, Status, Strength};
use crate::query::case::Assessed;
use crate::query::chain;
use crate::query::contributor::Contributor;
use crate::query::scenarios::Scenarios;
use crate::query::words;
use crate::report::Tree;

/// What a proof is one of: of the run as stated, or of one that asks what if.
pub(crate) fn heading_of(scenarios: &Scenarios<'_>, telling: &Inference<'_, '_>) -> &'static str {
    if std::ptr::eq(telling, &*scenarios.as_stated) {
        "Proof"
    } else if std::ptr::eq(telling, &scenarios.stated_in_place) {
        "What would follow if every clause with a statement were implemented"
    } else {
        "What would follow if all of the base were implemented"
    }
}

/// Who reads a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// Whoever asks: with the source of each table, and the place of each statement in its file.
    Analyst,
    /// Whoever is handed the answer: the sources stand once in another place, and files are not theirs to change.
    Client,
}

/// A proof as a tree of sentences.
pub(crate) fn proof_tree(case: Assessed<'_>, trail: &Trail<'_, '_>, reader: Reader) -> Tree {
    let title = case.case.crosswalk.clause(trail.clause).map(|clause| clause.title.as_str()).unwrap_or_default();
    let head = format!("{} {title}: {}", trail.clause, trail.level);
    match &trail.derivation {
        Derivation::Stated => {
            Tree::new(format!("{head}, {}", stated(case, trail.clause, trail.level, reader)), Vec::new())
        }
        Derivation::ShownAbove => Tree::new(format!("{head}, as shown above"), Vec::new()),
        Derivation::Below(premises) => {
            let lines = premises.iter().map(|premise| proof_tree(case, premise, reader)).collect();
            let why = if trail.level == Level::Full {
                "all applicable requirements below it are full"
            } else {
                "a requirement below it is"
            };
            Tree::new(format!("{head}, since {why}"), lines)
        }
        Derivation::Row { step, via, premises } => {
            let via = via.map(|heading| format!(" (through its heading {heading})")).unwrap_or_default();
            let mut under: Vec<Tree> = vec![row_tree(step, reader)];
            under.extend(premises.iter().map(|premise| proof_tree(case, premise, reader)));
            Tree::new(format!("{head}, since {}{via}", row_in_words(case, step, premises)), under)
        }
        Derivation::Hint { step, via, premises } => {
            let mut under: Vec<Tree> = vec![row_tree(step, reader)];
            under.extend(premises.iter().map(|premise| proof_tree(case, premise, reader)));
            let row = row_in_words(case, step, premises);
            Tree::new(format!("{head}, a hint only: its chapter {via} is partly met, since {row}"), under)
        }
    }
}

/// What a row says; of a joint row that not all of its clauses fulfil, the part that does, and what the others are.
pub(super) fn row_in_words(case: Assessed<'_>, step: &Step<'_>, premises: &[Trail<'_, '_>]) -> String {
    let relation = step.relation;
    match premises {
        [one] if step.direction == Direction::Forward && relation.is_joint() => {
            let all = relation.from.iter().map(|clause| clause.number.to_string()).collect::<Vec<_>>();
            let missing = relation.from.iter().filter(|clause| *clause != one.clause && !is_implemented(case, clause));
            let missing: Vec<String> =
                missing.map(|partner| format!("{partner}, which is {}", state(case, partner))).collect();
            let needs = match relation.forward {
                Strength::Full if !missing.is_empty() => format!("; full would need {}", words::listed(&missing)),
                Strength::Full | Strength::Partial | Strength::Related | Strength::None => String::new(),
            };
            format!("{} is one of those that cover it together ({}){needs}", one.clause, words::listed(&all))
        }
        _ => words::step(step),
    }
}

/// The statuses that hold for what a clause stands for; nothing among them for what is not assessed.
fn statuses(case: Assessed<'_>, clause: &ClauseId) -> BTreeSet<Option<Status>> {
    let crosswalk = case.case.crosswalk;
    let status = |clause| crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement.status);
    crosswalk.requirements_of(clause).into_iter().map(status).collect()
}

fn is_implemented(case: Assessed<'_>, clause: &ClauseId) -> bool {
    statuses(case, clause) == BTreeSet::from([Some(Status::Implemented)])
}

/// Where a clause stands, in a few words: by its statement, or by those about what is below it.
fn state(case: Assessed<'_>, clause: &ClauseId) -> &'static str {
    match statuses(case, clause).into_iter().collect::<Vec<_>>().as_slice() {
        [Some(status)] => words::is(*status),
        [None] | [] => "not assessed",
        [..] => words::is(Status::Partial),
    }
}

fn row_tree(step: &Step<'_>, reader: Reader) -> Tree {
    let mut under = match reader {
        Reader::Analyst => vec![Tree::new(format!("source: {}", step.table.source.trim()), Vec::new())],
        Reader::Client => Vec::new(),
    };
    if let (Direction::Forward, Some(items)) = (step.direction, &step.relation.items) {
        under.push(Tree::new(format!("items: {items}"), Vec::new()));
    }
    if let Some(add) = step.relation.left_to_do(step.direction) {
        under.push(Tree::new(format!("to add: {}", add.trim()), Vec::new()));
    }
    if let Some(note) = &step.relation.note {
        under.push(Tree::new(format!("note: {}", note.trim()), Vec::new()));
    }
    let read = match step.direction {
        Direction::Forward => "",
        Direction::Backward => ", read backwards",
    };
    let draft = if step.table.is_draft { ", a draft" } else { "" };
    let line = format!(
        "by {} version {}{draft}, confidence {}{read}",
        step.table.id, step.table.version, step.relation.confidence
    );
    Tree::new(line, under)
}

/// What the assessment states about a clause, with its evidence. In a run that asks what if, a clause stands higher than stated.
pub(super) fn stated(case: Assessed<'_>, clause: &ClauseId, level: Level, reader: Reader) -> String {
    let Some((carrier, statement)) = case.case.crosswalk.statement(clause, case.assessment) else {
        return "taken as in place".to_owned();
    };
    let by = if carrier == clause { String::new() } else { format!(" by {carrier}") };
    let taken = if Level::from_status(statement.status).is_some_and(|stated| stated < level) {
        "taken as in place, though "
    } else {
        ""
    };
    let place = match reader {
        Reader::Analyst => {
            let place = case.case.sources.position(statement.span);
            let file = case.case.sources.get(statement.span.file).name();
            format!(" ({file}:{}:{})", place.line, place.column)
        }
        Reader::Client => String::new(),
    };
    format!("{taken}{}{by}{place}{}", words::status(statement.status), details(statement))
}

fn details(statement: &Statement) -> String {
    let evidence = (!statement.evidence.is_empty()).then(|| format!("evidence {}", statement.evidence.join(", ")));
    let owner = statement.owner.as_ref().map(|owner| format!("owner {owner}"));
    let due = statement.due.map(|due| format!("due {due}"));
    let note = statement.note.as_ref().map(|note| format!("note: {}", note.trim()));
    let parts: Vec<String> = [evidence, owner, due, note].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("; {}", parts.join("; ")) }
}

/// The chain of a proof in a sentence.
pub(crate) fn chain_in_words(trail: &Trail<'_, '_>) -> Option<String> {
    chain::sentence(trail, &ToString::to_string).map(|sentence| format!("The chain: {sentence}."))
}

/// The other clauses that give a clause its level, each with its status, its evidence and what it leaves to do.
pub(crate) fn contributor_tree(case: Assessed<'_>, contributors: &[Contributor], reader: Reader) -> Option<Tree> {
    let best = contributors.iter().find(|contributor| contributor.is_best);
    let line = |other: &Contributor| {
        let mut under = vec![Tree::new(format!("chain: {}", words::joined(&other.chain, " → ")), Vec::new())];
        if !other.add.is_empty() && best.is_none_or(|best| best.add != other.add) {
            under.push(Tree::new(format!("to add: {}", other.add), Vec::new()));
        }
        let level = other.status.and_then(Level::from_status).unwrap_or(Level::Full);
        Tree::new(format!("{} {}, {}", other.clause, other.title, stated(case, &other.clause, level, reader)), under)
    };
    let others: Vec<Tree> = contributors.iter().filter(|other| !other.is_best).map(line).collect();
    (!others.is_empty()).then(|| Tree::new("Other clauses that contribute", others))
}
