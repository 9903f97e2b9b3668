//! The statement of applicability laid out: counts by domain, and every control.

use super::{Applicability, Control, Controls};
use crate::crosswalk::Level;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, EditionId, Status, row_mark};
use crate::query::maturity::{self, Maturity, RatedGroup};
use crate::query::stated;
use crate::query::tally;
use crate::query::words::joined;
use crate::report::{Audience, Cell, Column, Part, Table, Tone, Tree, sanitized};
use crate::source::Text;

/// How many controls of an edition, or of a domain of it, have which state.
#[derive(Default)]
struct Count {
    domain: Option<ClauseId>,
    title: String,
    controls: usize,
    apply: usize,
    do_not: usize,
    undecided: usize,
    implemented: usize,
    partial: usize,
    planned: usize,
    not_implemented: usize,
    derived: usize,
    unjustified: usize,
    without_evidence: usize,
}

impl Count {
    fn of<'c>(controls: impl IntoIterator<Item = &'c Control>) -> Self {
        let mut count = Self::default();
        for control in controls {
            count.controls += 1;
            match control.applicable {
                Applicability::Yes => count.apply += 1,
                Applicability::No => count.do_not += 1,
                Applicability::Undecided => count.undecided += 1,
            }
            count.derived += usize::from(control.is_derived());
            count.unjustified += usize::from(control.stated.is_some() && control.justification().is_none());
            match control.status() {
                Some(Status::Implemented) => {
                    count.implemented += 1;
                    count.without_evidence += usize::from(control.evidence().is_empty());
                }
                Some(Status::Partial) => count.partial += 1,
                Some(Status::Planned) => count.planned += 1,
                Some(Status::NotImplemented) => count.not_implemented += 1,
                Some(Status::NotApplicable) | None => {}
            }
        }
        count
    }

    fn in_words(&self, edition: &EditionId) -> Vec<Phrase> {
        let derived = (self.derived > 0).then(|| say!("soa-derived", count = self.derived));
        let counts = say!(
            "soa-counts",
            edition = edition,
            controls = self.controls,
            apply = self.apply,
            excluded = self.do_not,
            undecided = self.undecided,
        );
        let states = say!(
            "soa-states",
            implemented = self.implemented,
            partial = self.partial,
            planned = self.planned,
            missing = self.not_implemented,
        );
        let lacks = say!("soa-lacks", justification = self.unjustified, evidence = self.without_evidence);
        [counts, states].into_iter().chain(derived).chain([lacks]).collect()
    }
}

impl Controls {
    /// The counts of each edition in sentences.
    pub(in crate::deliver) fn lead(&self) -> Vec<Phrase> {
        self.editions.iter().flat_map(|edition| Count::of(self.of(edition)).in_words(edition)).collect()
    }

    /// The counts by domain and the controls, in tables of these names: of each edition for people, of all for programs.
    pub(in crate::deliver) fn parts(&self, domains: &'static str, controls: &'static str) -> Vec<Part> {
        let columns = columns(self.controls.iter().any(|control| !control.risks().is_empty()));
        let mut parts = Vec::new();
        let mut summary: Vec<Count> = Vec::new();
        for edition in &self.editions {
            let counts = self.domains(edition);
            let table = Table::of(domains, say!("soa-domains-of", edition = edition), SUMMARY, &counts);
            parts.push(Part::Table(table.for_audience(Audience::People)));
            summary.extend(counts);
            let table = Table::of(controls, say!("soa-controls-of", edition = edition), &columns, self.of(edition));
            let details = self.of(edition).map(details).collect();
            parts.push(Part::Table(table.with_details(details).for_audience(Audience::People)));
        }
        let summary = Table::of(domains, say!("soa-domains"), SUMMARY, &summary);
        let answer = Table::of(controls, say!("soa-controls"), &columns, &self.controls);
        parts.extend([summary, answer].map(|table| Part::Table(table.for_audience(Audience::Programs))));
        parts
    }

    /// The same where the controls are a document of their own: people read the counts alone.
    pub(in crate::deliver) fn in_numbers(&self, domains: &'static str, controls: &'static str) -> Vec<Part> {
        let is_controls =
            |part: &Part| matches!(part, Part::Table(table) if table.name == controls && table.audience.has_people());
        let mut parts = self.parts(domains, controls);
        parts.retain(|part| !is_controls(part));
        parts
    }

    /// The maturity of the controls of each edition by domain, and the total last; of editions alone of which some are rated.
    pub(super) fn maturity(&self) -> Vec<Vec<RatedGroup>> {
        let of = |controls: &[&Control]| {
            let apply = controls.iter().filter(|control| control.applicable != Applicability::No);
            Maturity::of(apply.map(|control| control.rating))
        };
        let of_edition = |edition: &EditionId| {
            let domains = self.by_domain(edition);
            let group = |(first, controls): &(&Control, Vec<&Control>)| RatedGroup {
                edition: edition.clone(),
                name: first.domain.as_ref().map(|domain| domain.number.to_string()).unwrap_or_default(),
                title: first.domain_title.to_string(),
                maturity: of(controls),
            };
            let total = maturity::total(edition, of(&self.of(edition).collect::<Vec<_>>()));
            maturity::rated(domains.iter().map(group).chain([total]).collect())
        };
        self.editions.iter().map(of_edition).filter(|groups| !groups.is_empty()).collect()
    }

    /// The same as radar charts and tables.
    pub(super) fn maturity_parts(&self) -> Vec<Part> {
        self.maturity().iter().flat_map(|groups| maturity::parts(groups, maturity::By::Domain)).collect()
    }

    fn of(&self, edition: &EditionId) -> impl Iterator<Item = &Control> {
        self.controls.iter().filter(move |control| control.clause.edition == *edition)
    }

    /// The counts of an edition's domains, in catalog order.
    fn domains(&self, edition: &EditionId) -> Vec<Count> {
        let count = |(first, controls): (&Control, Vec<&Control>)| Count {
            domain: first.domain.clone(),
            title: first.domain_title.to_string(),
            ..Count::of(controls)
        };
        self.by_domain(edition).into_iter().map(count).collect()
    }

    /// The controls of each of an edition's domains, in catalog order, after the first of them.
    fn by_domain(&self, edition: &EditionId) -> Vec<(&Control, Vec<&Control>)> {
        let mut domains: Vec<(&Control, Vec<&Control>)> = Vec::new();
        for control in self.of(edition) {
            match domains.iter_mut().find(|(first, _)| first.domain == control.domain) {
                Some((_, controls)) => controls.push(control),
                None => domains.push((control, vec![control])),
            }
        }
        domains
    }
}

/// What is known about a control in addition to its row.
fn details(control: &Control) -> Option<Tree> {
    let statement = control.stated.as_ref().map(|stated| &stated.statement);
    let rating = control.rating;
    let maturity = rating.level.map(|level| match rating.target {
        Some(target) => say!("soa-detail-maturity-target", level = level, target = target),
        None => say!("soa-detail-maturity", level = level),
    });
    let lines = [
        control.summary.as_ref().map(|summary| say!("soa-detail-asks", text = summary)),
        statement.and_then(|stated| stated.owner.as_ref()).map(|owner| say!("soa-detail-owner", owner = owner)),
        statement.and_then(|stated| stated.due).map(|due| say!("soa-detail-due", day = due)),
        maturity,
        statement.and_then(|stated| stated.note.as_ref()).map(|note| say!("soa-detail-note", note = note)),
        (!control.chain.is_empty()).then(|| say!("soa-detail-chain", chain = &control.chain_in_words)),
        (!control.add.is_empty()).then(|| say!("soa-detail-left", text = &control.add)),
        (!control.related.is_empty())
            .then(|| say!("soa-detail-related", clauses = Phrase::joined(&control.related, ", "))),
    ];
    let lines: Vec<Tree> = lines.into_iter().flatten().map(|line| Tree::new(line, Vec::new())).collect();
    (!lines.is_empty()).then(|| Tree::new(format!("{} {}", control.clause.number, control.title), lines))
}

/// The state of a control, in a word or two.
fn state(control: &Control) -> Cell {
    match (&control.stated, control.level) {
        (Some(stated), _) => stated.status(&control.clause),
        (None, Some(level)) if level > Level::None => {
            Cell::word(say!("soa-inferred", level = level), tally::tone(level))
        }
        (None, _) => Cell::word(say!("not-assessed"), Tone::Unsure),
    }
}

const SUMMARY: &[Column<Count>] = &[
    Column::for_programs("domain", |count| Cell::refs(&count.domain)),
    Column::said(Audience::People, "domain", "soa-heading-domain", |count| {
        Cell::maybe(count.domain.as_ref().map(|domain| domain.number.as_str()))
    }),
    Column::said(Audience::All, "title", "heading-title", |count| Cell::text(&count.title)),
    Column::said(Audience::All, "controls", "soa-heading-all", |count| Cell::count(count.controls)),
    Column::said(Audience::All, "apply", "soa-heading-apply", |count| Cell::count(count.apply)),
    Column::said(Audience::All, "do-not-apply", "soa-heading-not", |count| Cell::count(count.do_not)),
    Column::said(Audience::All, "not-decided", "soa-heading-open", |count| Cell::count(count.undecided)),
    Column::said(Audience::All, "implemented", "soa-heading-implemented", |count| Cell::count(count.implemented)),
    Column::said(Audience::All, "partial", "soa-heading-partial", |count| Cell::count(count.partial)),
    Column::said(Audience::All, "planned", "soa-heading-planned", |count| Cell::count(count.planned)),
    Column::said(Audience::All, "not-implemented", "soa-heading-missing", |count| Cell::count(count.not_implemented)),
    Column::said(Audience::All, "derived", "soa-heading-derived", |count| Cell::count(count.derived)),
];

/// The columns of a control; people see that of risks if there are any.
fn columns(has_risks: bool) -> Vec<Column<Control>> {
    let risks = |control: &Control| Cell::text(joined(control.risks(), "; "));
    vec![
        Column::said(Audience::Programs, "control", "soa-heading-control", |control| Cell::refs([&control.clause])),
        Column::said(Audience::People, "control", "soa-heading-control", |control| {
            Cell::text(control.clause.number.as_str())
        }),
        Column::said(Audience::All, "title", "heading-title", |control| Cell::text(&control.title)),
        Column::said(Audience::Programs, "domain", "soa-heading-domain", |control| Cell::refs(&control.domain)),
        Column::said(Audience::Programs, "domain-title", "soa-heading-domain-title", |control| {
            Cell::text(&control.domain_title)
        }),
        Column::said(Audience::All, "applicable", "soa-heading-applies", |control| {
            Cell::word(control.applicable, control.applicable.tone())
        }),
        Column::said(Audience::All, "justification", "heading-justification", |control| {
            Cell::maybe(control.justification())
        }),
        Column::said(Audience::Readers, "state", "soa-heading-state", state),
        // Whoever edits a status in a workbook edits what is read back.
        Column::said(Audience::Editors, "status", "heading-status", |control| match control.status() {
            Some(status) => Cell::word(status, stated::tone(status)),
            None => Cell::Empty,
        }),
        Column::said(Audience::Programs, "stated-by", "soa-heading-stated-by", |control| {
            Cell::refs(control.stated.as_ref().map(|stated| &stated.clause))
        }),
        Column::said(Audience::Programs, "level", "heading-level", |control| {
            control.level.map_or(Cell::Empty, |level| Cell::word(level, tally::tone(level)))
        }),
        Column::said(Audience::Programs, "because", "heading-because", |control| Cell::refs(&control.chain)),
        Column::said(Audience::All, "evidence", "heading-evidence", |control| Cell::resources(control.evidence())),
        if has_risks {
            Column::said(Audience::All, "risks", "heading-risks", risks)
        } else {
            Column::said(Audience::Programs, "risks", "heading-risks", risks)
        },
        Column::said(Audience::Programs, "owner", "heading-owner", |control| {
            Cell::maybe(control.stated.as_ref().and_then(|stated| stated.statement.owner.as_ref()))
        }),
        Column::said(Audience::Programs, "due", "heading-due", |control| {
            Cell::day(control.stated.as_ref().and_then(|stated| stated.statement.due))
        }),
        Column::said(Audience::Programs, "maturity", "heading-maturity", |control| {
            let maturity = control.stated.as_ref().and_then(|stated| stated.statement.maturity);
            maturity.map_or(Cell::Empty, |maturity| Cell::Count(u64::from(maturity)))
        }),
        Column::said(Audience::Programs, "maturity-target", "heading-maturity-target", |control| {
            let target = control.stated.as_ref().and_then(|stated| stated.statement.maturity_target);
            target.map_or(Cell::Empty, |target| Cell::Count(u64::from(target)))
        }),
        Column::said(Audience::Programs, "note", "heading-note", |control| {
            Cell::maybe(control.stated.as_ref().and_then(|stated| stated.statement.note.as_ref()))
        }),
        Column::said(Audience::Programs, "serves", "soa-heading-supports", |control| Cell::refs(&control.related)),
        Column::said(Audience::Programs, "summary", "soa-heading-asks", |control| {
            Cell::maybe(control.summary.as_ref())
        }),
        Column::said(Audience::Programs, "add", "heading-left", |control| Cell::text(&control.add)),
        Column::said(Audience::Programs, "as-written", "heading-as-written", |control| {
            Cell::maybe(as_written(control).as_deref())
        }),
    ]
}

/// The mark of a row whose statement is not the control's own: a change of the row states something about the control.
fn as_written(control: &Control) -> Option<String> {
    let stated = control.stated.as_ref().filter(|stated| stated.clause != control.clause)?;
    let statement = &stated.statement;
    let text = |text: Option<&Text>| text.map(|text| sanitized(text));
    let evidence: Vec<&str> = control.evidence().iter().map(|place| place.as_str()).collect();
    Some(row_mark([
        ("status", Some(statement.status.to_string())),
        ("evidence", Some(evidence.join("\n"))),
        ("owner", text(statement.owner.as_ref())),
        ("due", statement.due.map(|due| due.to_string())),
        ("maturity", statement.maturity.map(|maturity| maturity.to_string())),
        ("justification", control.justification().map(sanitized)),
        ("note", text(statement.note.as_ref())),
        ("risks", Some(joined(&statement.risks, "\n"))),
        ("maturity-target", statement.maturity_target.map(|target| target.to_string())),
    ]))
}
