//! The crosswalk between two editions as rows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::FixedState;

use crate::crosswalk::{Composed, Inference, Level, Step};
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::load::name;
use crate::model::{
    Catalog, Clause, ClauseId, ClauseKind, Confidence, Direction, Library, Possible, Relation, Strength,
    Table as RelationTable, TableId,
};
use crate::query::advice::{self, Part as Covered};
use crate::query::case::{Case, Question};
use crate::query::condition::Chosen;
use crate::query::words::{self, counted};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table, Tone};
use crate::source::Text;

/// Shows the crosswalk between two editions as rows, with the clauses that nothing covers
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk map iso-9001:2008 iso-iec-20000-1:2011 --format csv
  xwalk map 9001:2000 20000-1:2011 --inferred
  xwalk map iso-9001:2015 iso-9001:2008    (the same table, read backwards)")]
pub struct Map {
    /// The edition that covers, by id or alias
    pub from: String,
    /// The edition that is covered, by id or alias
    pub to: String,
    /// Add what follows through chains of rows, clause by clause
    #[arg(long)]
    pub inferred: bool,
}

/// How a row is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapBasis {
    /// A relation table says so.
    Direct,
    /// It follows through a chain of rows.
    Inferred,
}

/// A row of a crosswalk.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MapRow {
    /// The clauses that cover; none if nothing does.
    pub from: Vec<ClauseId>,
    /// The clause that is covered.
    pub to: ClauseId,
    /// How far `from` covers `to`: none, presumed, partial or full.
    pub relation: Level,
    /// Whether a table says that the two are related, but not how far one covers the other.
    pub is_touch_point: bool,
    /// How far `to` covers `from`, where that is known.
    pub reverse: Option<Level>,
    /// How the row is known; nothing where it only says that no row covers `to`.
    pub basis: Option<MapBasis>,
    /// How many rows it depends on.
    pub hops: Option<u32>,
    /// The tables that it depends on.
    pub tables: Vec<TableId>,
    /// The confidence of the least confident row.
    pub confidence: Option<Confidence>,
    /// What remains to be done if `from` is in place.
    pub add: Option<Phrase>,
    /// What remains to be done, as far as the clauses show it, for a row that leaves something open without saying
    /// what.
    pub rest: Option<Phrase>,
    /// Which lettered items of `to` are meant.
    pub items: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// The chain of an inferred row.
    pub chain: Vec<ClauseId>,
    /// Whether `to` is a heading to which the chain only rises from a clause below it.
    pub is_risen: bool,
}

/// A crosswalk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The rows of tables, then what follows, then what nothing covers.
    pub rows: Vec<MapRow>,
    /// How many requirements of the covered edition no row covers.
    pub uncovered: usize,
}

fn level(strength: Strength) -> Level {
    match strength {
        Strength::None | Strength::Related => Level::None,
        Strength::Partial => Level::Partial,
        Strength::Full => Level::Full,
    }
}

impl Map {
    /// Answers in the order of tables and rows, then of clauses.
    pub fn ask(&self, case: Case<'_>) -> Result<Mapping, Refusal> {
        let from = name::edition(&self.from, case.library)?;
        let to = name::edition(&self.to, case.library)?;
        if from.id == to.id {
            return Err(Refusal {
                message: format!("{} and {} are the same edition", self.from, self.to),
                help: Some("name two different editions".to_owned()),
            });
        }
        case.check_conditions(to, Chosen::Requirements)?;
        let mut rows = direct_rows(case, from, to);
        if self.inferred {
            inferred_rows(case, from, to, &mut rows);
        }
        let hops = if self.inferred { case.settings.max_hops } else { case.settings.max_hops.min(1) };
        let whole =
            case.crosswalk.assuming_full(&case.crosswalk.no_assumptions(), &BTreeSet::from([from.id.clone()]), false);
        let inference = case.crosswalk.infer(&whole, hops);
        if self.inferred {
            let together = joint_rows(case, to, &inference, &rows);
            rows.extend(together);
        }
        let named: BTreeSet<&ClauseId> =
            rows.iter().filter(|row| row.relation > Level::None).map(|row| &row.to).collect();
        // A hint gives no row, so its requirement is reported as one that nothing covers.
        let is_uncovered = |clause: &&ClauseId| match inference.level(clause) {
            None => false,
            Some(Level::None) => true,
            Some(_) => self.inferred && !named.contains(*clause) && inference.is_hint(clause),
        };
        let uncovered: Vec<&ClauseId> = case.counted_requirements(to).filter(is_uncovered).collect();
        let said: BTreeSet<&ClauseId> = rows.iter().filter(|row| row.from.is_empty()).map(|row| &row.to).collect();
        let unsaid: Vec<MapRow> = uncovered
            .iter()
            .filter(|clause| !said.contains(*clause))
            .map(|clause| MapRow::nothing((*clause).clone()))
            .collect();
        let uncovered = uncovered.len();
        rows.extend(unsaid);
        rows.retain(|row| case.concerns_counted(&row.to));
        Ok(Mapping { rows, uncovered })
    }
}

impl MapRow {
    fn nothing(to: ClauseId) -> Self {
        Self {
            from: Vec::new(),
            to,
            relation: Level::None,
            is_touch_point: false,
            reverse: None,
            basis: None,
            hops: None,
            tables: Vec::new(),
            confidence: None,
            add: None,
            rest: None,
            items: None,
            note: None,
            chain: Vec::new(),
            is_risen: false,
        }
    }

    /// A row as its table states it.
    pub fn of(library: &Library, table: &RelationTable, relation: &Relation) -> Self {
        let step = Step { table, relation, direction: Direction::Forward };
        Self::stated(table, relation).resting(library, step)
    }

    /// The same without what only its clauses show.
    fn stated(table: &RelationTable, relation: &Relation) -> Self {
        Self {
            from: relation.from.clone(),
            relation: level(relation.forward),
            is_touch_point: relation.forward == Strength::Related,
            reverse: relation.reverse.map(level),
            basis: Some(MapBasis::Direct),
            hops: Some(1),
            tables: vec![table.id.clone()],
            confidence: Some(relation.confidence),
            add: relation.add.as_ref().map(Phrase::from),
            items: relation.items.as_deref().cloned(),
            note: relation.note.clone(),
            ..Self::nothing(relation.to.clone())
        }
    }

    /// The same row with what remains to be done according to its clauses, if it leaves something open without saying
    /// what.
    /// The same for one of the clauses that touch.
    pub fn of_touching(&self, clause: &ClauseId) -> Self {
        Self { from: vec![clause.clone()], ..self.clone() }
    }

    fn resting(mut self, library: &Library, step: Step<'_>) -> Self {
        if self.relation == Level::Partial && self.add.is_none() {
            let chain = self.from.iter().chain([&self.to]).collect();
            let part = Covered { by: self.from.iter().collect(), chain, steps: vec![step] };
            let name = |clause: &ClauseId| clause.number.to_string();
            self.rest = Some(advice::left(library, &self.to, &[part], &name));
        }
        self
    }

    /// The same row read from its `to`: the items meant are of the other reading.
    pub fn backwards(library: &Library, table: &RelationTable, relation: &Relation, from: &ClauseId) -> Self {
        let known = relation.reverse.unwrap_or(relation.forward.min(Strength::Partial));
        // A joint row says nothing of what one of its clauses alone covers, but that it shares something.
        let reverse = if relation.is_joint() { relation.forward.min(Strength::Partial) } else { relation.forward };
        let row = Self::stated(table, relation);
        let row = Self {
            from: vec![relation.to.clone()],
            to: from.clone(),
            relation: level(known),
            reverse: (!row.is_touch_point).then(|| level(reverse)),
            add: relation.left_to_do(Direction::Backward).map(Phrase::from),
            items: None,
            ..row
        };
        row.resting(library, Step { table, relation, direction: Direction::Backward })
    }

    /// Whether it follows certainly through a chain that ends at its clause, and does not only rise to a heading above
    /// one.
    pub fn is_certain_chain(&self) -> bool {
        self.basis == Some(MapBasis::Inferred) && self.relation > Level::Presumed && !self.is_risen
    }

    /// What it says: how far `from` covers `to`, or that they only touch.
    pub(crate) fn relation_word(&self) -> &'static str {
        if self.is_touch_point { "related" } else { self.relation.name() }
    }

    fn tone(&self) -> Tone {
        if self.is_touch_point { Tone::Quiet } else { crate::query::tally::tone(self.relation) }
    }
}

/// The rows of all tables that take part, in both directions of reading.
fn direct_rows(case: Case<'_>, from: &Catalog, to: &Catalog) -> Vec<MapRow> {
    let mut rows = Vec::new();
    for (table, relation) in case.crosswalk.rows() {
        let is_to = relation.to.edition == to.id;
        let is_from = relation.to.edition == from.id;
        if is_to
            && (relation.from.iter().any(|clause| clause.edition == from.id)
                || relation.from.is_empty() && table.from == from.id)
        {
            rows.push(MapRow::of(case.library, table, relation));
        } else if is_from {
            let of_target = relation.from.iter().filter(|clause| clause.edition == to.id);
            rows.extend(of_target.map(|clause| MapRow::backwards(case.library, table, relation, clause)));
        }
    }
    rows
}

/// How each clause of one edition lies to each of another by chains of rows, headings included, where no row relates the two or
/// says as much.
fn inferred_rows(case: Case<'_>, from: &Catalog, to: &Catalog, rows: &mut Vec<MapRow>) {
    let mut direct: HashMap<(ClauseId, ClauseId), Vec<Said>, FixedState> = HashMap::default();
    for row in rows.iter().filter(|row| !row.is_touch_point) {
        // What clauses give together, none of them need give alone.
        let alone = if row.from.len() > 1 { row.relation.min(Level::Partial) } else { row.relation };
        for from in &row.from {
            direct.entry((from.clone(), row.to.clone())).or_default().push((alone, row.reverse));
        }
    }
    let id = |clause: &Clause| ClauseId { edition: from.id.clone(), number: clause.number.clone() };
    for source in from.clauses().iter().filter(|clause| clause.kind != ClauseKind::Informative).map(id) {
        let mut decided: BTreeMap<usize, Vec<Composed<'_, '_>>> = BTreeMap::new();
        for composed in case.crosswalk.composed(&source, &to.id, case.settings.max_hops) {
            let place = to.position(&composed.to.number);
            if let Some(place) = place {
                decided.entry(place).or_default().push(composed);
            }
        }
        let inferred = decided.into_values().filter_map(|chains| inferred_row(case.library, &source, &chains));
        rows.extend(inferred.filter(|row| {
            let said = direct.get(&(source.clone(), row.to.clone()));
            said.is_none_or(|said| said.iter().all(|said| is_more(row, *said)))
        }));
    }
}

/// How far a row covers, and is covered, where that is said.
type Said = (Level, Option<Level>);

/// Whether a row that follows says more than one that a table states: that more is covered, or as much and more of the reverse.
fn is_more(row: &MapRow, said: Said) -> bool {
    (row.relation, row.reverse) > said
}

/// What clauses give together and none of them alone: requirements that stand higher where all of the other edition is in
/// place than any row says about them.
fn joint_rows(case: Case<'_>, to: &Catalog, inference: &Inference<'_, '_>, rows: &[MapRow]) -> Vec<MapRow> {
    let mut named: HashMap<&ClauseId, Level, FixedState> = HashMap::default();
    for row in rows {
        let known = named.entry(&row.to).or_insert(Level::None);
        *known = row.relation.max(*known);
    }
    let joint = case.crosswalk.requirements(&to.id).filter_map(|clause| {
        let is_more = |level: &Level| *level > named.get(clause).copied().unwrap_or(Level::None);
        let relation = inference.level(clause).filter(|level| is_more(level) && !inference.is_hint(clause))?;
        let steps = inference.steps(clause);
        let chain = inference.chain(clause);
        let add =
            if relation == Level::Full { Phrase::default() } else { advice::of_chain(case.library, &chain, &steps) };
        Some(MapRow {
            from: inference.origins(clause).into_iter().cloned().collect(),
            relation,
            basis: Some(MapBasis::Inferred),
            hops: inference.hops(clause),
            tables: words::tables(&steps),
            confidence: inference.confidence(clause),
            add: (!add.is_empty()).then_some(add),
            chain: chain.into_iter().cloned().collect(),
            ..MapRow::nothing(clause.clone())
        })
    });
    joint.collect()
}

/// The row that chains between two clauses prove: the strongest that one of them proves, shown by the shortest such
/// chain.
fn inferred_row(library: &Library, source: &ClauseId, chains: &[Composed<'_, '_>]) -> Option<MapRow> {
    let covers = |possible: Possible| match possible.is_subset(Possible::COVERS) {
        true => Level::Full,
        false => Level::Partial,
    };
    let relation = chains.iter().map(|chain| covers(chain.possible)).max()?;
    let best = chains.iter().filter(|chain| covers(chain.possible) == relation);
    let best = best.min_by_key(|chain| (chain.steps.len(), Reverse(chain.confidence)))?;
    // What is not stated and does not follow is left open.
    let reverse_of = |chain: &Composed<'_, '_>| match chain.possible {
        possible if possible.is_subset(Possible::WITHIN) => Some(Level::Full),
        possible if possible.and(Possible::WITHIN).is_empty() => Some(Level::Partial),
        _ => None,
    };
    let reverse = chains.iter().filter_map(reverse_of).max();
    // A row has the lower confidence of what it says forwards and backwards.
    let is_surer = |chain: &&Composed<'_, '_>| (chain.confidence, Reverse(chain.steps.len()));
    let backwards = match reverse {
        None => None,
        Some(_) if reverse_of(best) == reverse => None,
        Some(_) => chains.iter().filter(|chain| reverse_of(chain) == reverse).max_by_key(is_surer),
    };
    let mut tables = words::tables(&best.steps);
    for table in backwards.into_iter().flat_map(|chain| words::tables(&chain.steps)) {
        if !tables.contains(&table) {
            tables.push(table);
        }
    }
    let add = match relation {
        Level::Full => Phrase::default(),
        Level::Partial | Level::Presumed | Level::None => advice::of_chain(library, &best.chain, &best.steps),
    };
    Some(MapRow {
        from: vec![source.clone()],
        relation,
        reverse,
        basis: Some(MapBasis::Inferred),
        hops: u32::try_from(best.steps.len()).ok(),
        tables,
        confidence: Some(backwards.map_or(best.confidence, |chain| chain.confidence.min(best.confidence))),
        add: (!add.is_empty()).then_some(add),
        chain: best.chain.iter().copied().cloned().collect(),
        is_risen: best.is_risen,
        ..MapRow::nothing(best.to.clone())
    })
}

const COLUMNS: &[Column<MapRow>] = &[
    Column::for_programs("from", |row| Cell::refs(&row.from)),
    Column::for_programs("to", |row| Cell::refs([&row.to])),
    Column::for_people("From", |row| Cell::text(numbers(&row.from))),
    Column::for_people("To", |row| Cell::text(row.to.number.as_str())),
    Column::for_programs("relation", |row| Cell::word(row.relation_word(), row.tone())),
    Column::for_people("Relation", |row| {
        Cell::word(if row.is_touch_point { words::TOUCH_POINT } else { row.relation.name() }, row.tone())
    }),
    Column::new("reverse", "Reverse", |row| {
        row.reverse.map_or(Cell::Empty, |reverse| Cell::word(reverse, Tone::Plain))
    }),
    Column::for_programs("basis", |row| match row.basis {
        Some(MapBasis::Direct) => Cell::word("direct", Tone::Plain),
        Some(MapBasis::Inferred) => Cell::word("inferred", Tone::Plain),
        None => Cell::Empty,
    }),
    Column::for_programs("hops", |row| row.hops.map_or(Cell::Empty, |hops| Cell::Count(u64::from(hops)))),
    Column::for_programs("table", |row| {
        Cell::text(row.tables.iter().map(TableId::as_str).collect::<Vec<_>>().join(" "))
    }),
    Column::new("confidence", "Confidence", |row| Cell::maybe(row.confidence.map(|confidence| confidence.to_string()))),
    Column::for_programs("add", |row| Cell::maybe(row.add.as_ref())),
    Column::for_people("Chain", |row| Cell::text(words::joined(&row.chain, " → "))),
    Column::for_people("What is left to do", |row| Cell::text(remark(row))),
    Column::for_programs("items", |row| Cell::maybe(row.items.as_ref())),
    Column::for_programs("note", |row| Cell::maybe(row.note.as_ref())),
    Column::for_programs("chain", |row| Cell::refs(&row.chain)),
];

fn numbers(clauses: &[ClauseId]) -> String {
    clauses.iter().map(|clause| clause.number.as_str()).collect::<Vec<_>>().join(" + ")
}

fn remark(row: &MapRow) -> String {
    let items = row.items.as_ref().map(|items| format!("({items})")).unwrap_or_default();
    let nothing = if row.from.is_empty() && row.basis.is_none() { "no row covers it" } else { "" };
    let note = row.note.as_deref().unwrap_or("");
    let (add, note) = match &row.add {
        Some(add) => (add.trim(), words::in_brackets(note)),
        None => (row.rest.as_deref().unwrap_or(""), note.trim().to_owned()),
    };
    [items.as_str(), add, &note, nothing].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Question for Map {
    fn heeds_conditions(&self) -> bool {
        true
    }

    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let mapping = self.ask(case)?;
        let from = &name::edition(&self.from, case.library)?.id;
        let to = &name::edition(&self.to, case.library)?.id;
        let count = |basis: Option<MapBasis>| mapping.rows.iter().filter(|row| row.basis == basis).count();
        let inferred = match self.inferred {
            true => format!(", {} that follow through chains", count(Some(MapBasis::Inferred))),
            false => String::new(),
        };
        let uncovered = match mapping.uncovered {
            1 => format!("nothing in {from} covers 1 requirement of {to}"),
            several => {
                format!("nothing in {from} covers {} of {to}", counted(several, "requirement", "requirements"))
            }
        };
        let touch_points = words::touch_points(mapping.rows.iter().filter(|row| row.is_touch_point).count());
        let touch_points = touch_points.map(|touch_points| format!(", {touch_points}")).unwrap_or_default();
        let target = case.library.catalog(to);
        let mut lead: Vec<String> = target
            .and_then(|to| case.chosen_in_words(to, Chosen::Requirements, "counted"))
            .map(String::from)
            .into_iter()
            .collect();
        lead.push(format!(
            "{} of tables{touch_points}{inferred}; {uncovered}.",
            counted(count(Some(MapBasis::Direct)), "row", "rows")
        ));
        let tables: BTreeSet<&TableId> = mapping.rows.iter().flat_map(|row| &row.tables).collect();
        lead.extend(case.caveats(&tables));
        Ok(Document {
            command: "map",
            title: format!("Crosswalk from {from} to {to}").into(),
            lead: Phrase::each(lead),
            parts: vec![Part::Table(Table::of(ANSWER, "Rows", COLUMNS, &mapping.rows))],
            findings: Vec::new(),
            basis: case.basis([from, to], tables.iter().copied()),
        })
    }
}
