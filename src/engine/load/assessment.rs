//! An assessment as written becomes statements about clauses that exist.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::capacity;
use super::evidence;
use super::maturity;
use super::near::NearWords;
use super::progress;
use super::raw::{self, Scalar, nearest};
use super::resolve::Resolver;
use super::word::{CONFIDENCES, STATUSES, Vocabulary, any_word, boolean, date, word};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{
    Assessment, Calendar, ClauseId, Efforts, Figure, Objective, Percent, PersonDays, Policy, Process, Statement, Status,
};
use crate::source::Text;

/// Makes an assessment of an assessment as written.
pub(super) fn read(raw: raw::Assessment, resolver: &Resolver<'_>, faults: &mut Vec<Diagnostic>) -> Assessment {
    let mut assessment = Assessment::new(raw.organization.map(|text| text.value).unwrap_or_default());
    assessment.scope = raw.scope.map(|text| text.value);
    assessment.site = raw.site.map(|text| text.value).filter(|text| !text.trim().is_empty());
    assessment.unit = raw.unit.map(|text| text.value).filter(|text| !text.trim().is_empty());
    for tag in raw.tags.iter().map(|text| text.value.trim()) {
        if !tag.is_empty() && !assessment.tags.iter().any(|known| known == tag) {
            assessment.tags.push(tag.to_owned().into());
        }
    }
    assessment.date = date(raw.date.as_ref(), faults);
    assessment.assessor = raw.assessor.map(|text| text.value);
    let mut targets = BTreeSet::new();
    for text in &raw.targets {
        let Some(catalog) = resolver.edition(text, faults) else { continue };
        if targets.insert(&catalog.id) {
            assessment.targets.push(catalog.id.clone());
        }
    }
    assessment.policy = policy(&raw.policy, resolver, faults);
    let [extend, verify, implement, assess, build] = &raw.efforts;
    assessment.efforts = Efforts {
        extend: effort(extend.as_ref(), faults),
        verify: effort(verify.as_ref(), faults),
        implement: effort(implement.as_ref(), faults),
        assess: effort(assess.as_ref(), faults),
        build: effort(build.as_ref(), faults),
    };
    assessment.maturity_targets = maturity::targets(&raw.maturity_target, resolver, faults);
    assessment.register = evidence::register(raw.evidence, faults);
    assessment.capacities = capacity::capacities(&raw.capacity, faults);
    assessment.calendar = Calendar::new(raw.days_off.iter().filter_map(|day| date(Some(day), faults)).collect());
    let processes: HashSet<&str> = raw.processes.iter().map(|process| process.id.value.as_str()).collect();
    let near = NearWords::new();
    for objective in raw.objectives {
        for process in objective.processes.iter().filter(|process| !processes.contains(process.value.as_str())) {
            faults.push(unknown_process(process, &raw.processes, &near));
        }
        assessment.objectives.push(Objective {
            due: date(objective.due.as_ref(), faults),
            id: objective.id.value,
            title: objective.title.map(|text| text.value).unwrap_or_default(),
            measure: objective.measure.map(|text| text.value),
            owner: objective.owner.map(|text| text.value),
            projects: objective.projects.into_iter().map(|text| text.value).collect(),
            processes: objective.processes.into_iter().map(|text| text.value).collect(),
        });
    }
    for (edition, records) in raw.statuses {
        let catalog = resolver.edition(&edition, faults);
        assessment.sections.extend(catalog.map(|catalog| catalog.id.clone()));
        for record in records {
            let clause = record.id.clone();
            let found = catalog.and_then(|catalog| resolver.clause_of(catalog, &clause.value, &clause, faults));
            let is_asked = found
                .as_ref()
                .is_some_and(|(id, found)| resolver.check_normative(id, found, &clause, "assessed", faults));
            let statement = statement(record, faults);
            if let (true, Some((id, _)), Some(statement)) = (is_asked, found, statement)
                && let Err(first) = assessment.add(id, statement)
            {
                let message = format!("there is a second statement on {} here", clause.shown());
                faults.push(
                    Diagnostic::new(Rule::DuplicateStatement, clause.span, message).label(first.span, "first here"),
                );
            }
        }
    }
    capacity::check_owners(&assessment, faults);
    assessment.progress = progress::read(raw.progress, resolver, faults);
    for process in raw.processes {
        assessment.processes.push(Process {
            clauses: process.clauses.iter().filter_map(|text| whole_reference(text, resolver, faults)).collect(),
            id: process.id.value,
            title: process.title.map(|text| text.value).unwrap_or_default(),
            owner: process.owner.map(|text| text.value),
            description: process.description.map(|text| text.value),
            inputs: process.inputs.into_iter().map(|text| text.value).collect(),
            outputs: process.outputs.into_iter().map(|text| text.value).collect(),
        });
    }
    assessment
}

fn policy(raw: &raw::Policy, resolver: &Resolver<'_>, faults: &mut Vec<Diagnostic>) -> Policy {
    const FIGURES: Vocabulary<Figure> =
        &[("lower", Figure::Lower), ("middle", Figure::Middle), ("upper", Figure::Upper)];
    const EVIDENCE: Vocabulary<bool> = &[("required", true), ("optional", false)];
    let mut least = |written: &[(Scalar, Scalar)]| {
        let mut least = BTreeMap::new();
        for (edition, percent) in written {
            let catalog = resolver.edition(edition, faults);
            if let (Some(catalog), Some(value)) = (catalog, percent_of(percent, faults)) {
                least.insert(catalog.id.clone(), (value, percent.span));
            }
        }
        least
    };
    Policy {
        min_coverage: least(&raw.min_coverage),
        min_chapter_coverage: least(&raw.min_chapter_coverage),
        figure: any_word(raw.measure.as_ref(), FIGURES, "figure of a coverage", faults).unwrap_or_default(),
        no_overdue: boolean(raw.no_overdue.as_ref(), false, "value of no-overdue", faults),
        evidence_required: any_word(raw.evidence.as_ref(), EVIDENCE, "value of evidence", faults).unwrap_or_default(),
        evidence_exists: boolean(raw.evidence_exists.as_ref(), false, "value of evidence-exists", faults),
        max_age: raw.max_age.as_ref().and_then(|text| days(text, faults)),
        min_confidence: any_word(raw.min_confidence.as_ref(), CONFIDENCES, "confidence", faults),
    }
}

fn days(text: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<u32> {
    let days = text.value.parse().ok().filter(|days| (1..=36_500).contains(days));
    if days.is_none() {
        faults.push(
            Diagnostic::new(Rule::OutOfRange, text.span, format!("{} is not a valid number of days", text.shown()))
                .help("a whole number from 1 to 36500"),
        );
    }
    days
}

fn unknown_process(text: &Scalar, processes: &[raw::Process], near: &NearWords) -> Diagnostic {
    let search = || nearest(&text.value, processes.iter().map(|process| process.id.value.as_str())).map(str::to_owned);
    let help = match near.find(&text.value, processes.len(), search) {
        Some(near) => format!("did you mean {near}?"),
        None => "name one of the processes under `processes`".to_owned(),
    };
    let message = format!("there is no process {}", text.shown());
    Diagnostic::new(Rule::UnknownProcess, text.span, message).help(help)
}

fn effort(text: Option<&Scalar>, faults: &mut Vec<Diagnostic>) -> Option<PersonDays> {
    let text = text?;
    let effort = PersonDays::parse(&text.value);
    if effort.is_none() {
        faults.push(
            Diagnostic::new(
                Rule::OutOfRange,
                text.span,
                format!("{} is not a valid number of person-days", text.shown()),
            )
            .help("a number from 0 to 100000 with at most two decimal places, such as 2.5"),
        );
    }
    effort
}

fn whole_reference(text: &Scalar, resolver: &Resolver<'_>, faults: &mut Vec<Diagnostic>) -> Option<ClauseId> {
    if !text.value.contains('/') {
        faults.push(
            Diagnostic::new(Rule::BadId, text.span, format!("{} does not name its edition", text.shown()))
                .help(format!("write <edition>/{}, such as iso-9001:2008/{}", text.shown(), text.shown())),
        );
        return None;
    }
    resolver.clause(text, None, faults).map(|(id, _)| id)
}

fn percent_of(text: &Scalar, faults: &mut Vec<Diagnostic>) -> Option<Percent> {
    match text.value.parse::<f64>() {
        Ok(percent) if (0.0..=100.0).contains(&percent) => Some(Percent(percent)),
        Ok(_) | Err(_) => {
            faults.push(
                Diagnostic::new(Rule::OutOfRange, text.span, format!("{} is not a valid percentage", text.shown()))
                    .help("a number from 0 to 100"),
            );
            None
        }
    }
}

fn statement(record: raw::Record, faults: &mut Vec<Diagnostic>) -> Option<Statement> {
    let status = record.status.as_ref().and_then(|text| word(text, STATUSES, Rule::UnknownStatus, "status", faults));
    let justification = record.justification.map(|text| text.value).filter(|text| !text.trim().is_empty());
    if let (Some(Status::NotApplicable), Some(text), None) = (status, &record.status, &justification) {
        faults.push(
            Diagnostic::new(
                Rule::MissingJustification,
                text.span,
                format!("{} is not applicable without a justification", record.id.shown()),
            )
            .help(format!("write `\"{}\": {{ status: not-applicable, justification: … }}`", record.id.shown())),
        );
    }
    let level = maturity::level(record.maturity.as_ref(), faults);
    let target = maturity::level(record.maturity_target.as_ref(), faults);
    let risks = risks(record.risks, faults);
    let due = date(record.due.as_ref(), faults);
    let assessed = date(record.assessed.as_ref(), faults);
    let effort = effort(record.effort.as_ref(), faults);
    Some(Statement {
        status: status?,
        evidence: evidence::places(record.evidence, faults),
        owner: record.owner.map(|text| text.value),
        due,
        assessed,
        maturity: level,
        maturity_target: target,
        effort,
        justification,
        risks,
        note: record.note.map(|text| text.value),
        span: record.id.span,
    })
}

/// The ids of risks, each once.
fn risks(written: Vec<Scalar>, faults: &mut Vec<Diagnostic>) -> Vec<Text> {
    let mut risks: Vec<Text> = Vec::new();
    for text in written {
        if !is_risk(&text.value) {
            let fault = Diagnostic::new(Rule::BadId, text.span, format!("{} is not a valid risk id", text.shown()));
            faults.push(fault.help(
                "up to 80 letters, digits, dots, hyphens, underscores, colons and slashes without spaces, such as R-12",
            ));
        } else if risks.contains(&text.value) {
            let fault = Diagnostic::new(Rule::BadId, text.span, format!("the risk {} is named twice", text.shown()));
            faults.push(fault.help("name it once"));
        } else {
            risks.push(text.value);
        }
    }
    risks
}

/// Whether a text can be the id of a risk: nothing that a list of ids in one cell would take apart.
fn is_risk(text: &str) -> bool {
    let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '/');
    !text.is_empty()
        && text.chars().count() <= 80
        && text.chars().all(is_sign)
        && text.chars().any(char::is_alphanumeric)
}
