//! An assessment as assessment results of OSCAL: one result for each edition of which something is stated.
//!
//! Statements become what `findings` says, one for each requirement: what is stated on a heading holds for the
//! requirements below it that have no statement nearer to them, and their prop `stated-on` names it. There is no
//! assessment plan: what has to be imported as one is a resource that says so. `last-modified` is the latest day that
//! the assessment names as one of looking. The policy, objectives, processes, the register of evidence, maturity
//! targets at the top and the progress of methods have no place here, and are counted.

use serde::Serialize;

use super::catalog::refer;
use super::document::{BackMatter, Link, Metadata, Prop};
use super::findings::{Finding, Observation, finding, observation};
use super::ids::{EditionIds, LibraryIds};
use super::losses::{Losses, written};
use super::text::{UNKNOWN_MOMENT, count_changed, count_changed_names, line, moment_of, prose, title};
use super::uuids::uuid;
use crate::exchange::beside::count_beside_statements;
use crate::exchange::written::Written;
use crate::model::{Assessment, ClauseId, ClauseKind, EditionId, Library, Statement};
use crate::source::Text;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document {
    assessment_results: Results,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Results {
    uuid: String,
    metadata: Metadata,
    import_ap: ImportAp,
    results: Vec<ResultOfEdition>,
    back_matter: BackMatter,
}

#[derive(Debug, Serialize)]
struct ImportAp {
    href: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResultOfEdition {
    uuid: String,
    title: String,
    description: String,
    start: String,
    props: Vec<Prop>,
    links: Vec<Link>,
    reviewed_controls: ReviewedControls,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    observations: Vec<Observation>,
    findings: Vec<Finding>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReviewedControls {
    control_selections: [Selection; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Selection {
    include_controls: Vec<ControlId>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ControlId {
    control_id: String,
}

/// An assessment as assessment results. The text is empty if nothing is stated of any requirement, since a result has
/// at least one control that was reviewed.
pub fn assessment_results(assessment: &Assessment, library: &Library) -> Written {
    let (mut ids, mut losses, mut back_matter) = (LibraryIds::new(library), Losses::default(), BackMatter::default());
    let plan = back_matter.describe(
        "plan",
        &assessment.organization,
        "No assessment plan",
        "A self-assessment: the organization itself states how far clauses are in place. There is no assessment plan.",
    );
    let latest = latest(assessment);
    let start = assessment.date.and_then(moment_of).or_else(|| latest.clone());
    let results: Vec<ResultOfEdition> = assessment
        .editions()
        .into_iter()
        .filter_map(|edition| {
            let ids = ids.edition(edition)?;
            result(assessment, ids, start.as_ref(), &mut back_matter, &mut losses)
        })
        .collect();
    count_beside_statements(assessment, &mut losses);
    count_changed(texts(assessment), &mut losses);
    let names = std::iter::once(&assessment.organization).chain(&assessment.assessor);
    count_changed_names(names.map(|name| &**name), &mut losses);
    let organization = line(&assessment.organization).unwrap_or_default();
    let document = Document {
        assessment_results: Results {
            uuid: uuid("assessment", &organization),
            metadata: metadata(assessment, latest),
            import_ap: ImportAp { href: plan },
            results,
            back_matter,
        },
    };
    written(losses, (!document.assessment_results.results.is_empty()).then_some(&document))
}

/// What is said in words in an assessment, but for names.
fn texts(assessment: &Assessment) -> impl Iterator<Item = &str> {
    let Assessment { scope, site, unit, tags, .. } = assessment;
    fn of_statement(statement: &Statement) -> impl Iterator<Item = &Text> {
        let Statement { owner, justification, note, evidence, risks, .. } = statement;
        [owner, justification, note].into_iter().flatten().chain(evidence).chain(risks)
    }
    let of_head = [scope, site, unit].into_iter().flatten().chain(tags);
    of_head.chain(assessment.statements().flat_map(|(_, statement)| of_statement(statement))).map(|text| &**text)
}

/// What an assessment and a plan say of themselves alike.
pub(super) fn metadata(assessment: &Assessment, last_modified: Option<String>) -> Metadata {
    let version = assessment.date.map(|day| day.to_string()).unwrap_or_default();
    let mut metadata = Metadata::new(title(&assessment.organization, "Assessment"), &version, last_modified);
    let scope = assessment.scope.as_deref().and_then(|scope| Prop::whole("scope", scope));
    let targets = assessment.targets.iter().filter_map(|target| Prop::own("target", target.as_str()));
    let date = assessment.date.and_then(|day| Prop::own("date", day.to_string()));
    let site = assessment.site.as_deref().and_then(|site| Prop::whole("site", site));
    let unit = assessment.unit.as_deref().and_then(|unit| Prop::whole("unit", unit));
    let tags = assessment.tags.iter().filter_map(|tag| Prop::whole("tag", &**tag));
    metadata.props.extend(date.into_iter().chain(scope).chain(site).chain(unit).chain(tags).chain(targets));
    metadata.add_party(("organization", "Assessed organization"), "organization", &assessment.organization);
    let assessor = assessment.assessor.as_deref().unwrap_or_default();
    metadata.add_party(("assessor", "Assessor"), "person", assessor);
    metadata
}

/// The latest date of a clause assessment in an assessment.
pub(super) fn latest(assessment: &Assessment) -> Option<String> {
    let looked = assessment.statements().filter_map(|(_, statement)| statement.assessed);
    assessment.date.into_iter().chain(looked).max().and_then(moment_of)
}

fn result(
    assessment: &Assessment,
    ids: &EditionIds<'_>,
    start: Option<&String>,
    back_matter: &mut BackMatter,
    losses: &mut Losses,
) -> Option<ResultOfEdition> {
    let catalog = ids.catalog;
    let own: Vec<Option<&Statement>> = catalog
        .clauses()
        .iter()
        .map(|clause| assessment.statement(&ClauseId { edition: catalog.id.clone(), number: clause.number.clone() }))
        .collect();
    let observations: Vec<Option<Observation>> =
        own.iter().enumerate().map(|(position, statement)| observation(ids, position, (*statement)?, start)).collect();
    let mut is_told = vec![false; own.len()];
    let (mut findings, mut include_controls) = (Vec::new(), Vec::new());
    for (position, clause) in catalog.clauses().iter().enumerate() {
        if clause.kind != ClauseKind::Requirement {
            continue;
        }
        let above = catalog.ancestors(position).filter(|above| catalog.clauses()[*above].kind == ClauseKind::Heading);
        let Some(stated) = std::iter::once(position).chain(above).find_map(|at| Some((at, own[at]?))) else { continue };
        is_told[stated.0] = true;
        findings.push(finding(ids, position, stated, observations[stated.0].as_ref()));
        include_controls.push(ControlId { control_id: ids.id(position).to_owned() });
    }
    let untold = own.iter().zip(&is_told).filter(|(own, is_told)| own.is_some() && !**is_told).count();
    losses.add_many(
        [
            "statement on a heading is left out: all clauses below it have separate statements",
            "statements on headings are left out: all clauses below them have separate statements",
        ],
        untold,
    );
    let told =
        observations.into_iter().zip(is_told).filter_map(|(observation, is_told)| observation.filter(|_| is_told));
    let href = refer(catalog, back_matter);
    let scope = assessment.scope.as_deref().and_then(prose);
    (!findings.is_empty()).then(|| ResultOfEdition {
        uuid: uuid("result", &format!("{} {}", assessment.organization, catalog.id)),
        title: title(&format!("Statements on {}", catalog.name()), &catalog.id),
        description: scope.unwrap_or_else(|| "The statements of the organization itself.".to_owned()),
        start: start.cloned().unwrap_or_else(|| UNKNOWN_MOMENT.to_owned()),
        props: edition(&catalog.id),
        links: vec![Link { href, rel: "reference" }],
        reviewed_controls: ReviewedControls { control_selections: [Selection { include_controls }] },
        observations: told.collect(),
        findings,
    })
}

fn edition(edition: &EditionId) -> Vec<Prop> {
    Prop::own("edition", edition.as_str()).into_iter().collect()
}
