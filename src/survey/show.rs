//! One edition, clause, table or method, whole.

use crate::audit::AuditedTables;
use crate::crosswalk::Step;
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::load::name;
use crate::model::{
    Amendment, Catalog, Clause, ClauseId, ClauseKind, Direction, Language, Method, MethodId, Reading, Relation,
    Step as MethodStep, Table as RelationTable, TableId, content_hash,
};
use crate::query::case::{Case, Question};
use crate::query::condition::Chosen;
use crate::query::words::counted;
use crate::query::{lifecycle, words};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};
use crate::source::Text;
use crate::survey::audit::card;

/// Shows an edition's clauses; a clause with its relations in both directions; a table; a method
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk show iso-iec-20000-1:2011
  xwalk show 'ISO 27001'
  xwalk show 9001:2008/4.2.1
  xwalk show iso-9001-2008--iso-iec-20000-1-2011")]
pub struct Show {
    /// An edition or EDITION/CLAUSE, by id or alias; a standard, for its editions; a table; a method
    #[arg(value_name = "ID")]
    pub name: String,
}

impl Question for Show {
    fn heeds_conditions(&self) -> bool {
        true
    }

    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let asked = self.name.trim();
        let other = |document: Document| case.refuse_conditions(asked).map(|()| document);
        if let Some(table) = TableId::parse(asked).ok().and_then(|id| case.library.table(&id)) {
            return other(show_table(case, table));
        }
        if let Some(method) = MethodId::parse(asked).ok().and_then(|id| case.library.method(&id)) {
            return other(show_method(case, method));
        }
        let called = name::editions_called(asked, case.library);
        if called.len() > 1 && case.library.catalog_named(asked).is_none() {
            return other(show_editions(case, asked, &called));
        }
        // An alias such as `ISO/IEC 20000-1:2011` holds a slash, so editions come first.
        match name::edition(asked, case.library) {
            Ok(catalog) => show_edition(case, catalog),
            Err(error) if !asked.contains('/') => Err(error),
            Err(_) => {
                let clause = name::clause(asked, case.library, None)?;
                other(show_clause(case, &clause))
            }
        }
    }
}

const EDITIONS: &[Column<EditionLine>] = &[
    Column::new("edition", "Edition", |line| Cell::text(&line.id)),
    Column::for_programs("name", |line| Cell::text(&line.name)),
    Column::new("published", "Published", |line| Cell::maybe(line.published.as_ref())),
    Column::for_programs("status", |line| Cell::maybe(line.status.as_ref())),
    Column::new("requirements", "Requirements", |line| Cell::count(line.requirements)),
    Column::for_programs("superseded-by", |line| Cell::maybe(line.successor.as_ref())),
    Column::for_programs("transition-ends", |line| Cell::maybe(line.ends.as_ref())),
    Column::for_people("State", |line| {
        let ends = line.ends.as_ref().map(|ends| format!("certificates end {ends}"));
        let state = [line.status.clone(), line.successor.as_ref().map(|later| format!("superseded by {later}")), ends];
        Cell::text(state.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }),
];

/// One of the editions that a name without an edition means.
struct EditionLine {
    id: String,
    name: String,
    published: Option<Text>,
    status: Option<String>,
    requirements: usize,
    successor: Option<String>,
    ends: Option<String>,
}

/// The editions that a name means, newest first.
fn show_editions(case: Case<'_>, asked: &str, catalogs: &[&Catalog]) -> Document {
    let line = |catalog: &&Catalog| EditionLine {
        id: catalog.id.to_string(),
        name: catalog.name().to_owned(),
        published: catalog.published.clone(),
        status: catalog.status.map(|status| status.to_string()),
        requirements: catalog.requirements().count(),
        successor: lifecycle::successor(case.library, catalog).map(str::to_owned),
        ends: catalog.lifecycle.transition.as_ref().map(|transition| transition.ends.to_string()),
    };
    let lines: Vec<EditionLine> = catalogs.iter().map(line).collect();
    Document {
        command: "show",
        title: format!("Editions of {asked}").into(),
        lead: vec!["Newest first; `xwalk show EDITION` shows the clauses of one.".to_owned().into()],
        parts: vec![Part::Table(Table::of(ANSWER, "Editions", EDITIONS, &lines))],
        findings: Vec::new(),
        basis: case.basis([], []),
    }
}

struct ClauseLine {
    id: ClauseId,
    clause: Clause,
    depth: usize,
}

const CLAUSES: &[Column<ClauseLine>] = &[
    Column::for_programs("clause", |line| Cell::refs([&line.id])),
    Column::for_people("Clause", |line| Cell::text(line.clause.number.as_str())),
    Column::for_people("Title", |line| Cell::text(indented(&line.clause.title, line.depth))),
    Column::for_programs("title", |line| Cell::text(&line.clause.title)),
    Column::for_programs("depth", |line| Cell::count(line.depth)),
    Column::for_programs("kind", |line| Cell::text(line.clause.kind.to_string())),
    Column::for_people("What it requires", |line| match (line.clause.kind, &line.clause.summary) {
        (ClauseKind::Informative, _) => Cell::word("informative", Tone::Quiet),
        (_, summary) => Cell::maybe(summary.as_ref()),
    }),
    Column::for_programs("summary", |line| Cell::maybe(line.clause.summary.as_ref())),
    Column::for_programs("mandatory", |line| Cell::Boolean(line.clause.mandatory)),
    Column::for_programs("attributes", |line| {
        Cell::text(
            line.clause.attributes.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("; "),
        )
    }),
    Column::for_programs("titles", |line| Cell::text(by_language(line.clause.translations.titles()))),
    Column::for_programs("summaries", |line| Cell::text(by_language(line.clause.translations.summaries()))),
];

/// Texts in several languages, each after its tag.
fn by_language(texts: &[(Language, Text)]) -> String {
    texts.iter().map(|(language, text)| format!("{language}={}", text.trim())).collect::<Vec<_>>().join("; ")
}

/// The title of a clause that is below so many others: indented, as far as that can be seen.
fn indented(title: &str, depth: usize) -> String {
    const DEEPEST: usize = 16;
    let indent = "\u{a0}\u{a0}".repeat(depth.min(DEEPEST));
    if depth > DEEPEST { format!("{indent}(depth {depth}) {title}") } else { format!("{indent}{title}") }
}

fn show_edition(case: Case<'_>, catalog: &Catalog) -> Result<Document, Refusal> {
    case.check_conditions(catalog, Chosen::Clauses)?;
    let lines: Vec<ClauseLine> = catalog
        .clauses()
        .iter()
        .enumerate()
        .filter(|(_, clause)| case.is_chosen(clause))
        .map(|(position, clause)| ClauseLine {
            id: ClauseId { edition: catalog.id.clone(), number: clause.number.clone() },
            clause: clause.clone(),
            depth: catalog.depth(position),
        })
        .collect();
    let published = [
        catalog.publisher.clone(),
        catalog.published.clone(),
        catalog.status.map(|currency| currency.to_string().into()),
    ];
    let mut lead = vec![published.into_iter().flatten().collect::<Vec<_>>().join(", ")];
    lead.push(format!("{}.", counted(catalog.requirements().count(), "requirement", "requirements")));
    lead.extend(case.chosen_in_words(catalog, Chosen::Clauses, "shown").map(String::from));
    lead.extend(catalog.supersedes.as_ref().map(|earlier| format!("It supersedes {earlier}.")));
    lead.extend(lifecycle::sentence(case.library, catalog).map(String::from));
    for Amendment { id, date, clauses, .. } in &catalog.lifecycle.amendments {
        let gained = clauses.iter().map(|(number, what)| format!("{number}: {}", what.trim().trim_end_matches('.')));
        lead.push(format!("{id} ({date}) added to {}.", gained.collect::<Vec<_>>().join("; ")));
    }
    if !catalog.aliases.is_empty() {
        lead.push(format!("Also called {}.", catalog.aliases.join(", ")));
    }
    let titles = catalog.translations.titles().iter();
    lead.extend(titles.map(|(language, title)| format!("{language}: {}.", title.trim().trim_end_matches('.'))));
    lead.extend(catalog.confidence.map(|confidence| format!("Confidence {confidence}.")));
    lead.extend(catalog.provenance.map(|provenance| format!("Provenance: {provenance}.")));
    lead.extend(catalog.source.as_ref().map(|source| source.trim().to_owned()));
    let profile = [
        ("Abstraction", &catalog.profile.abstraction),
        ("Audience", &catalog.profile.audience),
        ("Approach", &catalog.profile.approach),
        ("Granularity", &catalog.profile.granularity),
    ];
    lead.extend(profile.into_iter().filter_map(|(name, text)| {
        text.as_ref().map(|text| format!("{name}: {}.", text.trim().trim_end_matches('.')))
    }));
    lead.push(format!("Content hash {}.", content_hash(catalog)));
    lead.retain(|line| !line.is_empty());
    Ok(Document {
        command: "show",
        title: format!("{} {}", catalog.id, catalog.title).into(),
        lead: Phrase::each(lead),
        parts: vec![Part::Table(Table::of(ANSWER, "Clauses", CLAUSES, &lines))],
        findings: Vec::new(),
        basis: case.basis([&catalog.id], []),
    })
}

/// A row as seen from one of its clauses.
struct Link {
    direction: &'static str,
    own: ClauseId,
    other: Vec<ClauseId>,
    titles: String,
    /// As the row reads forwards.
    reading: Reading,
    sentence: String,
    add: Option<Text>,
    add_reverse: Option<Text>,
    note: Option<Text>,
    table: TableId,
    confidence: String,
}

const LINKS: &[Column<Link>] = &[
    Column::for_programs("direction", |link| Cell::word(link.direction, Tone::Plain)),
    Column::for_programs("clause", |link| Cell::refs([&link.own])),
    Column::for_programs("other", |link| Cell::refs(&link.other)),
    Column::for_programs("relation", |link| Cell::word(reading_name(link.reading, link.direction), Tone::Plain)),
    Column::for_people("Relation", |link| match link.reading {
        Reading::Related => Cell::word(words::TOUCH_POINT, Tone::Quiet),
        reading => Cell::word(reading_name(reading, link.direction), Tone::Plain),
    }),
    Column::for_people("Related clause", |link| Cell::text(&link.titles)),
    Column::for_programs("sentence", |link| Cell::text(&link.sentence)),
    Column::for_programs("add", |link| Cell::maybe(link.add.as_ref())),
    Column::for_programs("add-reverse", |link| Cell::maybe(link.add_reverse.as_ref())),
    Column::for_people("What is left to do", |link| {
        let add = words::left_to_do(link.add.as_deref(), link.add_reverse.as_deref());
        let note = link.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
        Cell::text(match note {
            None => add,
            Some(note) if add.is_empty() => format!("({note})"),
            Some(note) => format!("{add} {}", words::in_brackets(note)),
        })
    }),
    Column::for_programs("table", |link| Cell::text(link.table.as_str())),
    Column::new("confidence", "Confidence", |link| Cell::text(&link.confidence)),
    Column::for_programs("note", |link| Cell::maybe(link.note.as_ref())),
];

/// How a row as it reads forwards is described from one of its sides; `to` is the side of its `from`.
fn reading_name(reading: Reading, direction: &str) -> &'static str {
    match reading {
        Reading::Equal => "equal to",
        Reading::Covers if direction == "from" => "covered by",
        Reading::Covers => "covers",
        Reading::Within if direction == "from" => "contains",
        Reading::Within => "part of",
        Reading::Overlaps => "overlaps",
        Reading::Related => "related",
        Reading::Disjoint => "none",
    }
}

fn show_clause(case: Case<'_>, id: &ClauseId) -> Document {
    let mut lead = Vec::new();
    let mut links = Vec::new();
    if let (Some(catalog), Some(clause)) = (case.library.catalog(&id.edition), case.library.clause(id)) {
        lead.extend(clause.summary.as_ref().map(|summary| format!("Requirement: {summary}")));
        lead.push(format!("A {} of {} ({}).", clause.kind, catalog.id, catalog.title));
        if !clause.mandatory {
            lead.push("It is recommended, not required.".to_owned());
        }
        let attributes = clause.attributes.lists().map(|(key, values)| format!("{key}: {}", values.join(", ")));
        let attributes = attributes.collect::<Vec<_>>().join("; ");
        if !attributes.is_empty() {
            lead.push(format!("With {attributes}."));
        }
        lead.extend(clause.translations.languages().into_iter().map(|language| {
            let words = [clause.translations.title(language.as_str()), clause.translations.summary(language.as_str())];
            let words = words.into_iter().flatten().map(|text| text.trim().trim_end_matches('.'));
            format!("{language}: {}.", words.collect::<Vec<_>>().join(". "))
        }));
        if let Some(position) = catalog.position(&clause.number) {
            let above: Vec<String> =
                catalog.ancestors(position).map(|above| title_of(&catalog.clauses()[above])).collect();
            let below: Vec<String> =
                catalog.children(position).iter().map(|below| title_of(&catalog.clauses()[*below])).collect();
            if !above.is_empty() {
                lead.push(format!("Under {}.", above.join(", under ")));
            }
            if !below.is_empty() {
                lead.push(format!("Above {}.", below.join(", ")));
            }
        }
        lead.extend(case.library.tables().filter(|table| table.from == id.edition).filter_map(|table| {
            let why = table.unrelated.get(&clause.number)?;
            Some(format!(
                "According to {1}, it has no counterpart in {0}: {2}.",
                table.to,
                table.id,
                why.trim().trim_end_matches('.')
            ))
        }));
    }
    for (table, relation) in case.crosswalk.rows() {
        if relation.from.contains(id) {
            links.push(link(case, table, relation, Direction::Forward, id));
        }
        if relation.to == *id {
            links.push(link(case, table, relation, Direction::Backward, id));
        }
    }
    let title = case.library.clause(id).map(|clause| clause.title.clone()).unwrap_or_default();
    let tables: std::collections::BTreeSet<&TableId> = links.iter().map(|link| &link.table).collect();
    lead.extend(case.caveats(&tables));
    let forward: Vec<&Link> = links.iter().filter(|link| link.direction == "to").collect();
    let backward: Vec<&Link> = links.iter().filter(|link| link.direction == "from").collect();
    let mut parts = Vec::new();
    for (title, links) in [("Rows from it", forward), ("Rows to it", backward)] {
        if !links.is_empty() {
            parts.push(Part::Table(Table::of(ANSWER, title, LINKS, links).for_audience(Audience::People)));
        }
    }
    parts.push(Part::Table(Table::of(ANSWER, "Relations", LINKS, &links).for_audience(Audience::Programs)));
    let basis = case.basis(std::iter::once(&id.edition), tables.iter().copied());
    Document {
        command: "show",
        title: format!("{id} {title}").into(),
        lead: Phrase::each(lead),
        parts,
        findings: Vec::new(),
        basis,
    }
}

fn title_of(clause: &Clause) -> String {
    format!("{} {}", clause.number, clause.title)
}

/// A row, seen from one clause: the clause to which it points from there, or those that point there.
fn link(case: Case<'_>, table: &RelationTable, relation: &Relation, direction: Direction, own: &ClauseId) -> Link {
    let other: Vec<ClauseId> = match direction {
        Direction::Forward => vec![relation.to.clone()],
        Direction::Backward => relation.from.clone(),
    };
    let with_title = |id: &ClauseId| {
        format!("{id} {}", case.library.clause(id).map(|clause| clause.title.as_str()).unwrap_or_default())
    };
    let mut titles = other.iter().map(with_title).collect::<Vec<_>>().join(" with ");
    let others = relation.from.iter().filter(|clause| *clause != own);
    let partners: Vec<String> = others.map(|clause| words::short_reference(clause, Some(&own.edition))).collect();
    if direction == Direction::Forward && !partners.is_empty() {
        titles = format!("{titles} (together with {})", partners.join(", "));
    }
    if let Some(items) = &relation.items {
        titles = format!("{titles}, items {items}");
    }
    if other.is_empty() {
        titles = format!("nothing in {}", table.from);
    }
    Link {
        direction: match direction {
            Direction::Forward => "to",
            Direction::Backward => "from",
        },
        own: own.clone(),
        titles,
        // Both are described as the row reads forwards: what points here covers this clause so far.
        reading: relation.reading(Direction::Forward),
        sentence: words::step(&Step { table, relation, direction: Direction::Forward }).into(),
        add: relation.add.clone(),
        add_reverse: relation.add_reverse.clone(),
        note: relation.note.clone(),
        table: table.id.clone(),
        confidence: relation.confidence.to_string(),
        other,
    }
}

const ROWS: &[Column<Relation>] = &[
    Column::for_programs("from", |row| Cell::refs(&row.from)),
    Column::for_programs("to", |row| Cell::refs([&row.to])),
    Column::for_people("From", |row| {
        Cell::text(row.from.iter().map(|clause| clause.number.as_str()).collect::<Vec<_>>().join(" + "))
    }),
    Column::for_people("To", |row| Cell::text(row.to.number.as_str())),
    Column::new("relation", "Relation", |row| Cell::word(row.forward, Tone::Plain)),
    Column::new("reverse", "Reverse", |row| Cell::maybe(row.reverse.map(|reverse| reverse.to_string()))),
    Column::new("items", "Items", |row| Cell::maybe(row.items.as_deref())),
    Column::for_programs("add", |row| Cell::maybe(row.add.as_ref())),
    Column::for_programs("add-reverse", |row| Cell::maybe(row.add_reverse.as_ref())),
    Column::for_people("What is left to do", |row| {
        Cell::text(words::left_to_do(row.add.as_deref(), row.add_reverse.as_deref()))
    }),
    Column::for_programs("confidence", |row| Cell::text(row.confidence.to_string())),
    Column::for_programs("derived-from", |row| Cell::text(words::joined(&row.derived_from, " "))),
    Column::for_programs("said", |row| Cell::text(words::joined(&row.said, "; "))),
    Column::for_programs("reviewed-by", |row| Cell::text(words::joined(&row.reviewed_by, "; "))),
    Column::new("note", "Note", |row| Cell::maybe(row.note.as_ref())),
];

/// What can be found out about a table from itself and the others between its two editions.
fn reliability(case: Case<'_>, table: &RelationTable) -> Part {
    let ends = |table: &RelationTable| {
        let mut ends = [table.from.clone(), table.to.clone()];
        ends.sort_unstable();
        ends
    };
    let own = ends(table);
    let tables = case.library.tables().filter(|other| ends(other) == own).collect();
    let audited = AuditedTables { library: case.library, tables, asides: &[], min_confidence: None };
    card::part(&crate::audit::card(&audited, table, &[]))
}

fn show_table(case: Case<'_>, table: &RelationTable) -> Document {
    let draft = if table.is_draft { ", a draft" } else { "" };
    let mut lead = vec![format!(
        "From {} to {}, version {}{draft}, confidence {}.",
        table.from, table.to, table.version, table.confidence
    )];
    lead.extend(table.provenance.map(|provenance| format!("Provenance: {provenance}.")));
    lead.push(format!("Source: {}", table.source.trim()));
    lead.extend(table.method.as_ref().map(|method| format!("Method: {}", method.trim())));
    lead.extend(table.mapper.as_ref().map(|mapper| format!("Made by {}.", mapper.trim().trim_end_matches('.'))));
    lead.extend(table.date.as_ref().map(|date| format!("Date: {date}.")));
    lead.extend(table.stage.map(|stage| format!("Stage: {stage}.")));
    if !table.derived_from.is_empty() {
        lead.push(format!("Composed of {}.", words::joined(&table.derived_from, ", ")));
    }
    lead.extend(
        table
            .unrelated
            .iter()
            .map(|(number, why)| format!("{number} has no counterpart: {}.", why.trim().trim_end_matches('.'))),
    );
    Document {
        command: "show",
        title: table.title.as_ref().map_or_else(|| table.id.to_string(), ToString::to_string).into(),
        lead: Phrase::each(lead),
        parts: vec![Part::Table(Table::of(ANSWER, "Rows", ROWS, &table.rows)), reliability(case, table)],
        findings: Vec::new(),
        basis: case.basis([&table.from, &table.to], [&table.id]),
    }
}

const STEPS: &[Column<MethodStep>] = &[
    Column::new("step", "Step", |step| Cell::text(&step.id)),
    Column::new("title", "Title", |step| Cell::text(&step.title)),
    Column::new("phase", "Phase", |step| Cell::maybe(step.phase.as_ref())),
    Column::for_programs("mandatory", |step| step.mandatory.map_or(Cell::Empty, Cell::Boolean)),
    Column::for_people("Mandatory", |step| match step.mandatory {
        Some(true) => Cell::word("yes", Tone::Plain),
        Some(false) => Cell::word("no", Tone::Plain),
        None => Cell::word("not stated", Tone::Quiet),
    }),
    Column::new("after", "After", |step| Cell::text(step.after.join(", "))),
    Column::for_programs("clauses", |step| Cell::text(step.clauses.join(" "))),
    Column::for_people("Clauses", |step| Cell::text(clauses_by_edition(step))),
    Column::for_programs("deliverables", |step| Cell::text(step.deliverables.join("; "))),
    Column::for_programs("done-when", |step| Cell::maybe(step.done_when.as_ref())),
    Column::for_programs("note", |step| Cell::maybe(step.note.as_ref())),
];

/// The clauses of a step, each edition named once.
fn clauses_by_edition(step: &MethodStep) -> String {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for clause in &step.clauses {
        let (edition, number) = clause.split_once('/').unwrap_or(("", clause));
        match groups.last_mut() {
            Some((last, numbers)) if *last == edition => numbers.push(number),
            Some(_) | None => groups.push((edition, vec![number])),
        }
    }
    let group = |(edition, numbers): &(&str, Vec<&str>)| match *edition {
        "" => numbers.join(", "),
        edition => format!("{edition}: {}", numbers.join(", ")),
    };
    groups.iter().map(group).collect::<Vec<_>>().join("; ")
}

fn show_method(case: Case<'_>, method: &Method) -> Document {
    let mut lead: Vec<String> = method.target.iter().map(|target| format!("For {target}.")).collect();
    lead.extend(method.source.as_ref().map(|source| format!("Source: {}", source.trim())));
    let languages: Vec<&str> = method.translations.iter().map(|texts| texts.language.as_str()).collect();
    lead.extend((!languages.is_empty()).then(|| format!("Translated into: {}.", languages.join(", "))));
    Document {
        command: "show",
        title: method.title.to_string().into(),
        lead: Phrase::each(lead),
        parts: vec![Part::Table(Table::of(ANSWER, "Steps", STEPS, &method.steps))],
        findings: Vec::new(),
        basis: case.basis(method.target.iter(), []),
    }
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn a_title_is_indented_by_its_depth_and_beyond_measure_the_depth_is_told() {
        assert_eq!(indented("Scope", 0), "Scope");
        assert_eq!(indented("Scope", 2), "\u{a0}\u{a0}\u{a0}\u{a0}Scope");
        assert_eq!(indented("Scope", 16), "\u{a0}".repeat(32) + "Scope");
        assert_eq!(indented("Scope", 9_999), "\u{a0}".repeat(32) + "(depth 9999) Scope");
    }
}
