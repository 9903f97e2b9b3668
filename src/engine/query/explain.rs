//! Why a clause is where it is, down to the rows, and what would change that.

use std::collections::BTreeSet;

use crate::crosswalk::{Crosswalk, Derivation, Level, Selection, Step, Trail, WhatIf};
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::load::name;
use crate::model::{ClauseId, ClauseKind, Direction, EditionId, Relation, Table as RelationTable, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::contributor::{self, Contributor};
use crate::query::gap::{self, Action, GapRow};
use crate::query::longer::LongerChains;
use crate::query::proof::{Reader, chain_in_words, contributor_tree, heading_of, proof_tree, row_in_words, stated};
use crate::query::scenarios::{AllScenarios, Scenarios};
use crate::query::tally::tone;
use crate::query::words;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone, Tree};
use crate::source::Text;

/// Explains why a clause is at its level: the whole proof, and what would change the answer
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk explain examples/harbour-it/assessment.yaml iso-iec-20000-1:2011/4.1.1
  xwalk explain assessment.yaml 20000-1:2011/6.1
  xwalk explain assessment.yaml 6.1        (of the assessment's one target)")]
pub struct Explain {
    /// The clause, as EDITION/NUMBER; the number alone if the assessment has one target
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
    Column::for_people("Resulting level", |change| Cell::word(change.level, tone(change.level))),
];

impl AssessedQuestion for Explain {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let clause = name::clause(&self.clause, case.case.library, Some(case.assessment))?;
        let crosswalk = case.case.crosswalk;
        let Some(found) = crosswalk.clause(&clause) else {
            return Err(Refusal { message: format!("clause {clause} does not exist"), help: None });
        };
        if found.kind == ClauseKind::Informative {
            return Err(Refusal {
                message: format!("{clause} is informative: it contains no requirement, so it has no level"),
                help: None,
            });
        }
        let all = AllScenarios::new(case);
        let scenarios = all.of(&clause.edition);
        let telling = scenarios.most_informative(&clause);
        let trail = telling.trail(&clause);
        let mut lines = Vec::new();
        if let Some(trail) = &trail {
            proof_lines(case, trail, 0, &mut lines);
        }
        let (mut parts, mut lead) = (Vec::new(), vec![format!("{clause}: {}.", found.title)]);
        lead.extend(found.summary.as_ref().map(|summary| format!("Requirement: {summary}")));
        lead.extend(verdict(&scenarios, &clause));
        if let Some(trail) = &trail {
            lead.extend(chain_in_words(trail));
            parts.push(Part::Tree(Tree::new(
                heading_of(&scenarios, telling),
                vec![proof_tree(case, trail, Reader::Analyst)],
            )));
        }
        let contributors = contributor::contributors(case, telling, &telling.contributions(&clause), &clause);
        parts.extend(contributor_tree(case, &contributors, Reader::Analyst).map(Part::Tree));
        let others = contributors.iter().filter(|other| !other.is_best);
        lines.extend(others.map(|other| contributor_line(case, other)));
        if found.kind == ClauseKind::Heading {
            parts.push(Part::Table(requirements_below(&scenarios, &clause)));
        }
        let others = other_rows(case, &clause, &trail);
        if !others.is_empty() {
            parts.push(Part::Tree(Tree::new("Other rows that point to it", others)));
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
        lead.extend(case.suspect_statements_in_words().map(String::from));
        lead.extend(case.case.caveats(&tables));
        let findings = all.findings();
        Ok(Document {
            command: "explain",
            title: format!("{clause} for {}", case.assessment.organization).into(),
            lead: Phrase::each(lead),
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
    let below = crosswalk.requirements_of(clause);
    let is_out = |below: &&ClauseId| scenarios.level(below).is_none();
    if !below.is_empty() && below.iter().all(is_out) {
        return vec!["None of the requirements below it applies.".to_owned()];
    }
    let mut sentences = vec![format!("Its level is {level}: {}.", words::level(level))];
    if let Some(row) = gap::row(scenarios, clause).filter(|_| crosswalk.requirements_of(clause) == [clause]) {
        sentences.push(
            format!("Outcome: {}; action: {}. {}", row.outcome.name(), row.action.name(), reason(scenarios, &row))
                .trim_end()
                .to_owned(),
        );
        if row.action != Action::None {
            sentences.push(format!("To do: {}", gap::what_to_do(&row)));
        }
    }
    sentences
}

fn reason(scenarios: &Scenarios<'_>, row: &GapRow) -> String {
    let first = words::listed(&row.prerequisites.iter().map(ToString::to_string).collect::<Vec<_>>());
    let (are_not, are) = if row.prerequisites.len() == 1 { ("is not", "is") } else { ("are not", "are") };
    let hops = scenarios.case.case.settings.max_hops;
    match row.action {
        Action::None | Action::Extend | Action::Verify => String::new(),
        Action::Implement if first.is_empty() => "The assessment itself says that it is not in place.".to_owned(),
        Action::Implement => format!("{first} would support it, but {are_not} (or only partly) implemented."),
        Action::Assess => format!("{first} would support it, but {are} not yet assessed."),
        Action::Build => match LongerChains::new(scenarios).hops(&row.clause) {
            None => "Nothing would support it, even if all of the base were in place.".to_owned(),
            Some(longer) => format!(
                "Even if all of the base were in place, nothing would support it within {}; a chain of {longer} would \
                 (--max-hops {longer}).",
                words::counted(hops as usize, "step", "steps")
            ),
        },
    }
}

fn contributor_line(case: Assessed<'_>, other: &Contributor) -> Line {
    let level = other.status.and_then(Level::from_status).unwrap_or(Level::Full);
    let add = if other.add.is_empty() { String::new() } else { format!("; to add: {}", other.add) };
    Line {
        kind: "contributor",
        depth: 0,
        clause: other.clause.clone(),
        level,
        text: format!("{}{add}", stated(case, &other.clause, level, Reader::Analyst)),
        table: other.tables.last().cloned(),
        confidence: other.confidence.map(|confidence| confidence.to_string()),
        source: None,
    }
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
            lines.push(line(stated(case, trail.clause, trail.level, Reader::Analyst).into(), None));
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
            let via = via.map(|heading| format!(" (through its heading {heading})")).unwrap_or_default();
            lines.push(line(format!("{}{via}", row_in_words(case, step, premises)), Some(step)));
            premises
        }
        Derivation::Hint { step, via, premises } => {
            let row = row_in_words(case, step, premises);
            lines.push(line(format!("only a hint: its chapter {via} is partly met, because {row}"), Some(step)));
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

/// What a heading depends on.
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

/// The rows that point to a clause and are not the last of its proof.
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
                words::step(&Step { table, relation, direction }).into()
            };
            let add = relation.left_to_do(direction);
            let add = add.map(|add| Tree::new(format!("to add: {}", add.trim()), Vec::new()));
            Tree::new(format!("{from} ({}, confidence {})", table.id, relation.confidence), add.into_iter().collect())
        })
    };
    case.case.crosswalk.rows().filter_map(leads_here).collect()
}

/// Which single statements and tables the level depends on, and which single base clauses would raise it.
fn changes(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Vec<Change> {
    let case = scenarios.case.case;
    let crosswalk = case.crosswalk;
    let Some(level) = scenarios.level(clause) else { return Vec::new() };
    let hops = case.settings.max_hops;
    let level_of = |levels: &[Option<Level>]| levels.first().copied().flatten().unwrap_or(Level::None);
    let mut changes = Vec::new();
    let editions: BTreeSet<EditionId> =
        scenarios.base.iter().chain(std::iter::once(&clause.edition)).cloned().collect();
    let mut what_if = WhatIf::new(crosswalk, &scenarios.assumptions, [clause], hops);
    let mut raises: Vec<Change> = what_if
        .candidates(&editions)
        .into_iter()
        .filter(|source| level < Level::Full && *source != clause)
        .filter_map(|source| {
            let then = what_if.rises([source]).pop()?.level;
            let title = crosswalk.clause(source).map(|clause| clause.title.clone()).unwrap_or_default();
            Some(Change { what: format!("{source} {title} fully in place"), clause: source.clone(), level: then })
        })
        .collect();
    raises.sort_by_key(|change| std::cmp::Reverse(change.level));
    changes.extend(raises);
    if level > Level::None {
        let mut origins = scenarios.as_stated.origins(clause);
        origins.retain(|origin| *origin != clause);
        let without = WhatIf::without_each(crosswalk, &scenarios.assumptions, [clause], hops, &origins);
        for (origin, levels) in origins.into_iter().zip(without) {
            let then = level_of(&levels);
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
            let assumptions = other.assumptions(scenarios.case.assessment);
            let then = level_of(WhatIf::new(&other, &assumptions, [clause], hops).levels());
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
