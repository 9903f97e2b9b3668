//! The statement of applicability laid out: counts by domain, and every control.

use super::{Applicability, Control, Controls};
use crate::crosswalk::Level;
use crate::model::{ClauseId, EditionId, Status, row_mark};
use crate::query::maturity::{self, Maturity, RatedGroup};
use crate::query::stated;
use crate::query::tally;
use crate::query::words::{counted, joined};
use crate::report::{Audience, Cell, Column, Part, Table, Tone, Tree, sanitized};
use crate::source::Text;

/// How many controls of an edition, or of a domain of it, stand where.
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

    fn in_words(&self, edition: &EditionId) -> Vec<String> {
        let mut words = vec![
            format!(
                "{} of {edition}: {}, {}, {} undecided.",
                counted(self.controls, "control", "controls"),
                counted(self.apply, "applies", "apply"),
                counted(self.do_not, "does not", "do not"),
                self.undecided,
            ),
            format!(
                "Of those that apply, {} implemented, {} in part, {} planned, and {} not implemented.",
                counted(self.implemented, "is", "are"),
                self.partial,
                self.planned,
                self.not_implemented,
            ),
        ];
        if self.derived > 0 {
            words.push(format!(
                "{} as applicable without a decision, since other statements cover part of {}.",
                counted(self.derived, "control counts", "controls count"),
                if self.derived == 1 { "it" } else { "each" }
            ));
        }
        words.push(format!(
            "{} a justification, and {} evidence.",
            counted(self.unjustified, "decision lacks", "decisions lack"),
            counted(self.without_evidence, "implemented control lacks", "implemented controls lack"),
        ));
        words
    }
}

impl Controls {
    /// The counts of each edition in sentences.
    pub(in crate::deliver) fn lead(&self) -> Vec<String> {
        self.editions.iter().flat_map(|edition| Count::of(self.of(edition)).in_words(edition)).collect()
    }

    /// The counts by domain and the controls, in tables of these names: of each edition for people, of all for programs.
    pub(in crate::deliver) fn parts(&self, domains: &'static str, controls: &'static str) -> Vec<Part> {
        let columns = columns(self.controls.iter().any(|control| !control.risks().is_empty()));
        let mut parts = Vec::new();
        let mut summary: Vec<Count> = Vec::new();
        for edition in &self.editions {
            let counts = self.domains(edition);
            let table = Table::of(domains, format!("Domains of {edition}"), SUMMARY, &counts);
            parts.push(Part::Table(table.for_audience(Audience::People)));
            summary.extend(counts);
            let table = Table::of(controls, format!("Controls of {edition}"), &columns, self.of(edition));
            let details = self.of(edition).map(details).collect();
            parts.push(Part::Table(table.with_details(details).for_audience(Audience::People)));
        }
        let summary = Table::of(domains, "Domains", SUMMARY, &summary);
        let answer = Table::of(controls, "Controls", &columns, &self.controls);
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
        self.maturity().iter().flat_map(|groups| maturity::parts(groups, "domain")).collect()
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

    /// The controls of each of an edition's domains, in catalog order, behind the first of them.
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

/// What is known of a control beside its row.
fn details(control: &Control) -> Option<Tree> {
    let statement = control.stated.as_ref().map(|stated| &stated.statement);
    let refs = |refs: &[ClauseId], between: &str| (!refs.is_empty()).then(|| joined(refs, between));
    let lines = [
        ("It asks", control.summary.as_ref().map(ToString::to_string)),
        ("Owner", statement.and_then(|statement| statement.owner.as_ref()).map(ToString::to_string)),
        ("Due", statement.and_then(|statement| statement.due).map(|due| due.to_string())),
        ("Maturity", control.rating.level.map(|level| format!("{level}{}", target_in_words(control)))),
        ("Note", statement.and_then(|statement| statement.note.as_ref()).map(ToString::to_string)),
        ("Based on", (!control.chain.is_empty()).then(|| control.chain_in_words.clone())),
        ("What is left to do", (!control.add.is_empty()).then(|| control.add.clone())),
        ("Also supports", refs(&control.related, ", ")),
    ];
    let lines: Vec<Tree> = lines
        .into_iter()
        .filter_map(|(name, text)| Some(Tree::new(format!("{name}: {}", text?), Vec::new())))
        .collect();
    (!lines.is_empty()).then(|| Tree::new(format!("{} {}", control.clause.number, control.title), lines))
}

/// What is aimed at beside the maturity of a control, where that is named.
fn target_in_words(control: &Control) -> String {
    control.rating.target.map(|target| format!(" (target {target})")).unwrap_or_default()
}

/// Where a control stands, in a word or two.
fn state(control: &Control) -> Cell {
    match (&control.stated, control.level) {
        (Some(stated), _) => stated.status(&control.clause),
        (None, Some(level)) if level > Level::None => Cell::word(format!("inferred: {level}"), tally::tone(level)),
        (None, _) => Cell::word("not assessed", Tone::Unsure),
    }
}

const SUMMARY: &[Column<Count>] = &[
    Column::for_programs("domain", |count| Cell::refs(&count.domain)),
    Column::for_people("Domain", |count| Cell::maybe(count.domain.as_ref().map(|domain| domain.number.as_str()))),
    Column::new("title", "Title", |count| Cell::text(&count.title)),
    Column::new("controls", "All", |count| Cell::count(count.controls)),
    Column::new("apply", "Apply", |count| Cell::count(count.apply)),
    Column::new("do-not-apply", "Not", |count| Cell::count(count.do_not)),
    Column::new("not-decided", "Open", |count| Cell::count(count.undecided)),
    Column::new("implemented", "Impl.", |count| Cell::count(count.implemented)),
    Column::new("partial", "Part", |count| Cell::count(count.partial)),
    Column::new("planned", "Plan", |count| Cell::count(count.planned)),
    Column::new("not-implemented", "None", |count| Cell::count(count.not_implemented)),
    Column::new("derived", "Deriv.", |count| Cell::count(count.derived)),
];

/// The columns of a control; people see that of risks where there are any.
fn columns(has_risks: bool) -> Vec<Column<Control>> {
    let risks = |control: &Control| Cell::text(joined(control.risks(), "; "));
    vec![
        Column::for_programs("control", |control| Cell::refs([&control.clause])),
        Column::for_people("Control", |control| Cell::text(control.clause.number.as_str())),
        Column::new("title", "Title", |control| Cell::text(&control.title)),
        Column::for_programs("domain", |control| Cell::refs(&control.domain)),
        Column::for_programs("domain-title", |control| Cell::text(&control.domain_title)),
        Column::new("applicable", "Applies", |control| {
            Cell::word(control.applicable.name(), control.applicable.tone())
        }),
        Column::new("justification", "Justification", |control| Cell::maybe(control.justification())),
        Column::for_readers("State", state),
        // Whoever edits a status in a workbook edits what is read back.
        Column::for_editors("status", "Status", |control| match control.status() {
            Some(status) => Cell::word(status, stated::tone(status)),
            None => Cell::Empty,
        }),
        Column::for_programs("stated-by", |control| Cell::refs(control.stated.as_ref().map(|stated| &stated.clause))),
        Column::for_programs("level", |control| {
            control.level.map_or(Cell::Empty, |level| Cell::word(level, tally::tone(level)))
        }),
        Column::for_programs("because", |control| Cell::refs(&control.chain)),
        Column::new("evidence", "Evidence", |control| Cell::resources(control.evidence())),
        if has_risks { Column::new("risks", "Risks", risks) } else { Column::for_programs("risks", risks) },
        Column::for_programs("owner", |control| {
            Cell::maybe(control.stated.as_ref().and_then(|stated| stated.statement.owner.as_ref()))
        }),
        Column::for_programs("due", |control| {
            Cell::day(control.stated.as_ref().and_then(|stated| stated.statement.due))
        }),
        Column::for_programs("maturity", |control| {
            let maturity = control.stated.as_ref().and_then(|stated| stated.statement.maturity);
            maturity.map_or(Cell::Empty, |maturity| Cell::Count(u64::from(maturity)))
        }),
        Column::for_programs("maturity-target", |control| {
            let target = control.stated.as_ref().and_then(|stated| stated.statement.maturity_target);
            target.map_or(Cell::Empty, |target| Cell::Count(u64::from(target)))
        }),
        Column::for_programs("note", |control| {
            Cell::maybe(control.stated.as_ref().and_then(|stated| stated.statement.note.as_ref()))
        }),
        Column::for_programs("serves", |control| Cell::refs(&control.related)),
        Column::for_programs("summary", |control| Cell::maybe(control.summary.as_ref())),
        Column::for_programs("add", |control| Cell::text(&control.add)),
        Column::for_programs("as-written", |control| Cell::maybe(as_written(control).as_deref())),
    ]
}

/// The mark of a row whose statement is not the control's own: whoever changes the row states something of the control.
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
