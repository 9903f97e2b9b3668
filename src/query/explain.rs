//! Why a clause is where it is, down to the rows, and what would change that.

use std::collections::BTreeSet;

use crate::crosswalk::{Assumption, Assumptions, Crosswalk, Derivation, Inference, Level, Selection, Step, Trail};
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{ClauseId, ClauseKind, Direction, EditionId, Relation, Statement, Table as RelationTable, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::finding;
use crate::query::gap::{self, Action, GapRow};
use crate::query::scenarios::Scenarios;
use crate::query::tally::tone;
use crate::query::words;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone, Tree};
use crate::source::Text;

/// Why a clause is at its level: the whole proof, and what would change the answer
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk explain examples/harbour-it/assessment.yaml iso-iec-20000-1:2011/4.1.1
  xwalk explain assessment.yaml 20000-1:2011/6.1
  xwalk explain assessment.yaml 6.1        (of the assessment's one target)")]
pub struct Explain {
    /// The clause, as EDITION/NUMBER; the number alone where the assessment has one target
    pub clause: String,
}

/// A step of a proof, or something that would change the answer.
struct Line {
    kind: &'static str,
    depth: usize,
    clause: ClauseId,
    level: Level,
    text: String,
    table: Option<TableId>,
    confidence: Option<String>,
    source: Option<String>,
}

const COLUMNS: &[Column<Line>] = &[
    Column::for_programs("kind", |line| Cell::word(line.kind, Tone::Plain)),
    Column::for_programs("depth", |line| Cell::count(line.depth)),
    Column::for_programs("clause", |line| Cell::refs([&line.clause])),
    Column::for_programs("level", |line| Cell::word(line.level, tone(line.level))),
    Column::for_programs("text", |line| Cell::text(&line.text)),
    Column::for_programs("table", |line| Cell::maybe(line.table.as_ref().map(TableId::as_str))),
    Column::for_programs("confidence", |line| Cell::maybe(line.confidence.as_ref())),
    Column::for_programs("source", |line| Cell::maybe(line.source.as_ref())),
];

/// A change and the level that it would bring.
struct Change {
    what: String,
    clause: ClauseId,
    level: Level,
}

const CHANGES: &[Column<Change>] = &[
    Column::for_people("Change", |change| Cell::text(&change.what)),
    Column::for_people("Then the level is", |change| Cell::word(change.level, tone(change.level))),
];

impl AssessedQuestion for Explain {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let clause = name::clause(&self.clause, case.case.library, Some(case.assessment))?;
        let crosswalk = case.case.crosswalk;
        let Some(found) = crosswalk.clause(&clause) else {
            return Err(Refusal { message: format!("there is no clause {clause}"), help: None });
        };
        if found.kind == ClauseKind::Informative {
            return Err(Refusal {
                message: format!("{clause} is informative: it asks for nothing, so it has no level"),
                help: None,
            });
        }
        let scenarios = Scenarios::new(case, &clause.edition);
        let telling = scenarios.most_informative(&clause);
        let trail = telling.trail(&clause);
        let mut lines = Vec::new();
        if let Some(trail) = &trail {
            proof_lines(case, trail, 0, &mut lines);
        }
        let (mut parts, mut lead) = (Vec::new(), vec![format!("{clause}: {}.", found.title)]);
        lead.extend(found.summary.as_ref().map(|summary| format!("It asks: {summary}")));
        lead.extend(verdict(&scenarios, &clause));
        if let Some(trail) = &trail {
            parts.push(Part::Tree(Tree::new(
                heading_of(&scenarios, telling),
                vec![proof_tree(case, trail, TableSources::Inline)],
            )));
        }
        if found.kind == ClauseKind::Heading {
            parts.push(Part::Table(requirements_below(&scenarios, &clause)));
        }
        let others = other_rows(case, &clause, &trail);
        if !others.is_empty() {
            parts.push(Part::Tree(Tree::new("Other rows that lead to it", others)));
        }
        let changes = changes(&scenarios, &clause);
        lines.extend(changes.iter().map(|change| Line {
            kind: "change",
            depth: 0,
            clause: change.clause.clone(),
            level: change.level,
            text: change.what.clone(),
            table: None,
            confidence: None,
            source: None,
        }));
        if !changes.is_empty() {
            parts.push(Part::Table(
                Table::of("changes", "What would change the answer", CHANGES, &changes).for_audience(Audience::People),
            ));
        }
        parts.push(Part::Table(Table::of(ANSWER, "Proof", COLUMNS, &lines).for_audience(Audience::Programs)));
        let tables: BTreeSet<&TableId> = lines.iter().filter_map(|line| line.table.as_ref()).collect();
        lead.extend(case.case.caveats(&tables));
        let findings = finding::findings(case, &scenarios.assumptions, &scenarios.as_stated);
        Ok(Document {
            command: "explain",
            title: format!("{clause} for {}", case.assessment.organization),
            lead,
            parts,
            findings: findings
                .into_iter()
                .filter(|finding| finding.message.starts_with(&format!("{clause} ")))
                .collect(),
            basis: case.basis([&clause.edition], tables.iter().copied()),
        })
    }
}

/// The level and what follows from it, in sentences.
fn verdict(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Vec<String> {
    let crosswalk = scenarios.case.case.crosswalk;
    let Some(level) = scenarios.level(clause) else {
        let reason = crosswalk
            .statement(clause, scenarios.case.assessment)
            .and_then(|(_, statement)| statement.justification.clone());
        return vec![format!("It does not apply: {}.", reason.unwrap_or_default())];
    };
    let mut sentences = vec![format!("Its level is {level}: {}.", words::level(level))];
    if let Some(row) = gap::row(scenarios, clause).filter(|_| crosswalk.requirements_of(clause) == [clause]) {
        sentences.push(
            format!("Outcome: {}; action: {}. {}", row.outcome.name(), row.action.name(), reason(&row))
                .trim_end()
                .to_owned(),
        );
        let to_do = gap::what_to_do(&row);
        if !to_do.is_empty() {
            sentences.push(format!("To do: {to_do}"));
        }
    }
    sentences
}

fn reason(row: &GapRow) -> String {
    let first = words::joined(&row.prerequisites, ", ");
    match row.action {
        Action::None | Action::Extend | Action::Verify => String::new(),
        Action::Implement if first.is_empty() => "The assessment itself states that it is not in place.".to_owned(),
        Action::Implement => format!("It would be served by {first}, which is stated and not in place."),
        Action::Assess => format!("It would be served by {first}, which nobody has assessed."),
        Action::Build => "Even if all of the base were in place, nothing would lead here.".to_owned(),
    }
}

/// What a proof is one of: of the run as stated, or of one that asks what if.
pub(crate) fn heading_of(scenarios: &Scenarios<'_>, telling: &Inference<'_, '_>) -> &'static str {
    if std::ptr::eq(telling, &scenarios.as_stated) {
        "Proof"
    } else if std::ptr::eq(telling, &scenarios.stated_in_place) {
        "What would follow if every stated base clause were in place"
    } else {
        "What would follow if all of the base were in place"
    }
}

/// Whether a proof says where the tables of its rows come from, or the document says so once in another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TableSources {
    Inline,
    Elsewhere,
}

/// A proof as a tree of sentences.
pub(crate) fn proof_tree(case: Assessed<'_>, trail: &Trail<'_, '_>, sources: TableSources) -> Tree {
    let title = case.case.crosswalk.clause(trail.clause).map(|clause| clause.title.as_str()).unwrap_or_default();
    let head = format!("{} {title}: {}", trail.clause, trail.level);
    match &trail.derivation {
        Derivation::Stated => Tree::new(format!("{head}, {}", stated(case, trail.clause, trail.level)), Vec::new()),
        Derivation::ShownAbove => Tree::new(format!("{head}, as shown above"), Vec::new()),
        Derivation::Below(premises) => {
            let lines = premises.iter().map(|premise| proof_tree(case, premise, sources)).collect();
            let why = if trail.level == Level::Full {
                "all applicable requirements below it are full"
            } else {
                "a requirement below it is"
            };
            Tree::new(format!("{head}, since {why}"), lines)
        }
        Derivation::Row { step, via, premises } => {
            let via = via.map(|heading| format!(" (over the heading {heading})")).unwrap_or_default();
            let mut under: Vec<Tree> = vec![row_tree(step, sources)];
            under.extend(premises.iter().map(|premise| proof_tree(case, premise, sources)));
            Tree::new(format!("{head}, since {}{via}", row_in_words(step, premises)), under)
        }
        Derivation::Hint { step, via, premises } => {
            let mut under: Vec<Tree> = vec![row_tree(step, sources)];
            under.extend(premises.iter().map(|premise| proof_tree(case, premise, sources)));
            let row = row_in_words(step, premises);
            Tree::new(format!("{head}, a hint only: its chapter {via} is partly met, since {row}"), under)
        }
    }
}

/// What a row says; of a joint row that not all of its clauses fulfil, only the part that does.
fn row_in_words(step: &Step<'_>, premises: &[Trail<'_, '_>]) -> String {
    match premises {
        [one] if step.direction == Direction::Forward && step.relation.is_joint() => {
            let all =
                step.relation.from.iter().map(|clause| clause.number.to_string()).collect::<Vec<_>>().join(" and ");
            format!("{} is one of those that cover it together ({all})", one.clause)
        }
        _ => words::step(step),
    }
}

fn row_tree(step: &Step<'_>, sources: TableSources) -> Tree {
    let mut under = match sources {
        TableSources::Inline => vec![Tree::new(format!("source: {}", step.table.source.trim()), Vec::new())],
        TableSources::Elsewhere => Vec::new(),
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
fn stated(case: Assessed<'_>, clause: &ClauseId, level: Level) -> String {
    let Some((carrier, statement)) = case.case.crosswalk.statement(clause, case.assessment) else {
        return "taken as in place".to_owned();
    };
    let by = if carrier == clause { String::new() } else { format!(" by {carrier}") };
    let taken = if Level::from_status(statement.status).is_some_and(|stated| stated < level) {
        "taken as in place, though "
    } else {
        ""
    };
    let place = case.case.sources.position(statement.span);
    let file = case.case.sources.get(statement.span.file).name();
    format!(
        "{taken}{}{by} ({file}:{}:{}){}",
        words::status(statement.status),
        place.line,
        place.column,
        details(statement)
    )
}

fn details(statement: &Statement) -> String {
    let evidence = (!statement.evidence.is_empty()).then(|| format!("evidence {}", statement.evidence.join(", ")));
    let owner = statement.owner.as_ref().map(|owner| format!("owner {owner}"));
    let due = statement.due.map(|due| format!("due {due}"));
    let note = statement.note.as_ref().map(|note| format!("note: {}", note.trim()));
    let parts: Vec<String> = [evidence, owner, due, note].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("; {}", parts.join("; ")) }
}

fn proof_lines(case: Assessed<'_>, trail: &Trail<'_, '_>, depth: usize, lines: &mut Vec<Line>) {
    let line = |text: String, step: Option<&Step<'_>>| Line {
        kind: "proof",
        depth,
        clause: trail.clause.clone(),
        level: trail.level,
        text,
        table: step.map(|step| step.table.id.clone()),
        confidence: step.map(|step| step.relation.confidence.to_string()),
        source: step.map(|step| step.table.source.trim().to_owned()),
    };
    let premises = match &trail.derivation {
        Derivation::Stated => {
            lines.push(line(stated(case, trail.clause, trail.level), None));
            return;
        }
        Derivation::ShownAbove => {
            lines.push(line("as shown above".to_owned(), None));
            return;
        }
        Derivation::Below(premises) => {
            lines.push(line("from the requirements below it".to_owned(), None));
            premises
        }
        Derivation::Row { step, via, premises } => {
            let via = via.map(|heading| format!(" (over the heading {heading})")).unwrap_or_default();
            lines.push(line(format!("{}{via}", row_in_words(step, premises)), Some(step)));
            premises
        }
        Derivation::Hint { step, via, premises } => {
            let row = row_in_words(step, premises);
            lines.push(line(format!("a hint only: its chapter {via} is partly met, since {row}"), Some(step)));
            premises
        }
    };
    for premise in premises {
        proof_lines(case, premise, depth + 1, lines);
    }
}

struct Below {
    clause: ClauseId,
    title: Text,
    level: Option<Level>,
}

/// What a heading stands on.
fn requirements_below(scenarios: &Scenarios<'_>, heading: &ClauseId) -> Table {
    let crosswalk = scenarios.case.case.crosswalk;
    let rows: Vec<Below> = crosswalk
        .requirements_of(heading)
        .into_iter()
        .map(|clause| Below {
            clause: clause.clone(),
            title: crosswalk.clause(clause).map(|clause| clause.title.clone()).unwrap_or_default(),
            level: scenarios.level(clause),
        })
        .collect();
    let columns: &[Column<Below>] = &[
        Column::for_programs("clause", |row| Cell::refs([&row.clause])),
        Column::for_people("Clause", |row| Cell::text(row.clause.number.as_str())),
        Column::new("title", "Requirement", |row| Cell::text(&row.title)),
        Column::new("level", "Level", |row| {
            row.level.map_or(Cell::word("does not apply", Tone::Quiet), |level| Cell::word(level, tone(level)))
        }),
    ];
    Table::of("below", format!("Requirements below {}", heading.number), columns, &rows)
}

/// The rows that lead to a clause and are not the last of its proof.
fn other_rows(case: Assessed<'_>, clause: &ClauseId, trail: &Option<Trail<'_, '_>>) -> Vec<Tree> {
    let last = trail.as_ref().and_then(|trail| match &trail.derivation {
        Derivation::Row { step, .. } | Derivation::Hint { step, .. } => Some(step.relation.span),
        Derivation::Stated | Derivation::Below(_) | Derivation::ShownAbove => None,
    });
    let leads_here = |(table, relation): (&RelationTable, &Relation)| {
        let direction = if relation.to == *clause { Direction::Forward } else { Direction::Backward };
        let touches = relation.to == *clause || relation.from.contains(clause);
        (touches && Some(relation.span) != last).then(|| {
            let from = if relation.from.is_empty() {
                "nothing in its edition covers it".to_owned()
            } else {
                words::step(&Step { table, relation, direction })
            };
            let add = relation.left_to_do(direction);
            let add = add.map(|add| Tree::new(format!("to add: {}", add.trim()), Vec::new()));
            Tree::new(format!("{from} ({}, confidence {})", table.id, relation.confidence), add.into_iter().collect())
        })
    };
    case.case.crosswalk.rows().filter_map(leads_here).collect()
}

/// Which single statements and tables the level hangs on, and which single base clauses would raise it.
fn changes(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Vec<Change> {
    let case = scenarios.case.case;
    let crosswalk = case.crosswalk;
    let Some(level) = scenarios.level(clause) else { return Vec::new() };
    let hops = case.settings.max_hops;
    let level_on = |crosswalk: &Crosswalk<'_>, assumptions: &Assumptions| {
        crosswalk.infer(assumptions, hops).level(clause).unwrap_or(Level::None)
    };
    let mut changes = Vec::new();
    let editions: BTreeSet<EditionId> =
        scenarios.base.iter().chain(std::iter::once(&clause.edition)).cloned().collect();
    let mut raises: Vec<Change> = crosswalk
        .sources(clause, &editions, hops)
        .into_iter()
        .filter(|source| {
            matches!(
                crosswalk.assumption(&scenarios.assumptions, source),
                Assumption::Open | Assumption::Stated(Level::None | Level::Presumed | Level::Partial)
            )
        })
        .filter(|source| level < Level::Full && *source != clause)
        .filter_map(|source| {
            let then =
                level_on(crosswalk, &crosswalk.with(&scenarios.assumptions, source, Assumption::Stated(Level::Full)));
            let title = crosswalk.clause(source).map(|clause| clause.title.clone()).unwrap_or_default();
            (then > level).then(|| Change {
                what: format!("{source} {title} fully in place"),
                clause: source.clone(),
                level: then,
            })
        })
        .collect();
    raises.sort_by_key(|change| std::cmp::Reverse(change.level));
    changes.extend(raises);
    if level > Level::None {
        for origin in scenarios.as_stated.origins(clause).into_iter().filter(|origin| *origin != clause) {
            let then =
                level_on(crosswalk, &crosswalk.with(&scenarios.assumptions, origin, Assumption::Stated(Level::None)));
            if then < level {
                changes.push(Change { what: format!("{origin} not in place"), clause: origin.clone(), level: then });
            }
        }
        let tables: BTreeSet<&TableId> = scenarios.as_stated.steps(clause).iter().map(|step| &step.table.id).collect();
        for table in tables {
            let mut without = case.settings.selection(case.library).unwrap_or_default().without;
            without.insert(table.clone());
            let selection = Selection { min_confidence: case.settings.min_confidence, without };
            let other = Crosswalk::new(case.library, &selection);
            let then = level_on(&other, &other.assumptions(scenarios.case.assessment));
            if then != level {
                changes.push(Change {
                    what: format!("without the table {table}"),
                    clause: clause.clone(),
                    level: then,
                });
            }
        }
    }
    changes
}
