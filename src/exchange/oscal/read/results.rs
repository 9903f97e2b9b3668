//! Assessment results of OSCAL as an assessment.
//!
//! | there | here |
//! |---|---|
//! | target satisfied | implemented, unless its implementation status says less |
//! | target not-satisfied | by its implementation status at most partial; not-implemented if it has none |
//! | implementation status partial, planned, not-applicable | the same |
//! | remarks | note, or justification of what is not applicable |
//! | relevant evidence of related observations | evidence |
//! | day on which observations were collected, or the results end | assessed |
//! | findings that we wrote from one statement on a heading, while they are alike | that statement |
//!
//! A finding is of a control, of its statement, or of its objectives; one of a part of those says of the control only
//! that something of it is in place, or that not all of it is. Of several results that speak of a control the latest
//! counts.

use std::collections::{BTreeMap, HashMap};

use super::clauses::{Clauses, candidates};
use super::edition::{self, in_full, is_own, ours, whole};
use super::entry::tell_beside;
use super::evidence::Evidence;
use super::headings::{self, OfRequirement, Restored};
use super::reference;
use super::report::{AssessmentResults, Finding, ResultSet};
use super::said::Said;
use super::verdict::{Certainty, Verdict, together};
use super::word::{Places, Word};
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::exchange::content::{Content, Count};
use crate::exchange::oscal::write::UNKNOWN_MOMENT;
use crate::load::raw;
use crate::model::{Catalog, ClauseKind, ClauseNumber, EditionId, Library, Status};
use crate::source::Span;

pub(super) fn assessments(
    results: &AssessmentResults,
    library: &Library,
    files: &HashMap<String, String>,
    places: Places,
    out: &mut Content,
) {
    let mut reader = Reader {
        results,
        places,
        said: Said::default(),
        read: results.results.iter().map(|set| set.findings.len()).sum(),
        taken: 0,
        left_out: BTreeMap::new(),
    };
    let mut order: Vec<&ResultSet> = results.results.iter().collect();
    // Stable: of results that begin together the later in the file counts as later.
    order.sort_by_key(|set| set.start.as_ref().map(|start| start.text.clone()));
    // Results that do not say their edition by themselves are all of one.
    let mut unsaid: Option<Option<&Catalog>> = None;
    let mut latest: BTreeMap<&EditionId, BTreeMap<usize, Of<'_>>> = BTreeMap::new();
    for set in &order {
        let catalog = match ours(&set.props, "edition") {
            Some(stated) => reader.stated(stated, library, out),
            None => *unsaid.get_or_insert_with(|| reader.edition(library, files, out)),
        };
        let Some(catalog) = catalog else {
            *reader.left_out.entry("belong to no known edition").or_default() += set.findings.len();
            continue;
        };
        let of_edition = latest.entry(&catalog.id).or_default();
        for (position, of) in reader.said_in(set, &Clauses::of(catalog)) {
            if let Some(before) = of_edition.insert(position, of) {
                *reader.left_out.entry("are older than other findings of the control").or_default() +=
                    before.findings.len();
            }
        }
    }
    if reader.read == 0 {
        let fault = Diagnostic::new(Rule::LeftOut, reader.near(), "the results contain no findings and state nothing");
        out.faults.push(fault.help("statements come from findings with a target"));
    }
    let mut statuses = Vec::new();
    for (edition, of_edition) in &latest {
        let Some(catalog) = library.catalog(edition) else { continue };
        let read: Vec<OfRequirement> =
            of_edition.iter().filter_map(|(at, of)| reader.of_requirement(catalog, *at, of)).collect();
        let Restored { records, efforts } = headings::restored(catalog, read);
        for effort in efforts {
            let one = format!(
                "the effort of a heading, {}, is left out",
                counted(&effort.value, "person-day", "person-days")
            );
            let help =
                "the findings below the heading differ or some are missing: state the effort on the requirements";
            reader.said.left_out(effort.span, one, "efforts of headings are left out", help);
        }
        if !records.is_empty() {
            statuses.push((raw::Scalar::new(edition.to_string(), reader.near()), records));
        }
    }
    if !statuses.is_empty() {
        out.assessments.push(reader.assessment(order.last().copied(), statuses));
    }
    let Reader { said, read, taken, left_out, .. } = reader;
    out.faults.extend(said.into_faults());
    let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
    let left_out = left_out.map(|(why, count)| (why.to_owned(), count)).collect();
    out.counts.push(Count { file: places.file(), what: "findings", read, taken, left_out });
}

struct Reader<'r> {
    results: &'r AssessmentResults,
    places: Places,
    said: Said,
    read: usize,
    taken: usize,
    left_out: BTreeMap<&'static str, usize>,
}

impl<'r> Reader<'r> {
    /// The edition that we wrote next to results.
    fn stated<'l>(&self, stated: &Word, library: &'l Library, out: &mut Content) -> Option<&'l Catalog> {
        let found = library.catalog_named(stated.text.trim());
        if found.is_none() {
            let message = format!("the results are of {}, which is not available", stated.text);
            let fault = Diagnostic::new(Rule::LeftOut, self.places.span(stated, self.near()), message);
            out.faults.push(fault.help("name the file of its catalog together with the results"));
        }
        found
    }

    /// The edition whose controls were assessed, where results do not say it: the one that we wrote into the metadata,
    /// the one that the plan is called by, or the only one of the library that has all controls that findings name.
    fn edition<'l>(
        &self,
        library: &'l Library,
        files: &HashMap<String, String>,
        out: &mut Content,
    ) -> Option<&'l Catalog> {
        let near = self.near();
        if let Some(stated) = ours(&self.results.metadata.props, "edition") {
            return self.stated(stated, library, out);
        }
        let candidates = candidates(library, files);
        let by_plan = self
            .results
            .import_ap
            .as_ref()
            .and_then(|plan| reference::find(&plan.href, &[], &self.results.back_matter, &candidates));
        if let Some(found) = by_plan {
            return library.catalog_named(&candidates[found.at].id);
        }
        let unsaid = |set: &&ResultSet| ours(&set.props, "edition").is_none();
        let findings = || self.results.results.iter().filter(unsaid).flat_map(|set| &set.findings);
        let has_all = |catalog: &&Catalog| {
            let clauses = Clauses::of(catalog);
            findings().all(|finding| find(&clauses, finding).is_some())
        };
        let mut named = library.catalogs().filter(has_all);
        let place = findings().next().map_or(near, |finding| self.places.span(&finding.target.target_id, near));
        let help = "name the file of the catalog or profile that was assessed, and no other with the same ids, or write its edition into the metadata: a property `edition` of the namespace urn:xwalk:oscal, such as nist-sp-800-53:5.1.1";
        match (findings().next(), named.next(), named.next()) {
            (None, _, _) => None,
            (_, Some(only), None) => {
                let message =
                    format!("the results do not name their edition: {} is the only one with these controls", only.id);
                out.faults.push(Diagnostic::new(Rule::ReadAs, place, message).help(help));
                Some(only)
            }
            (_, first, second) => {
                let why = match (first, second) {
                    (Some(first), Some(second)) => format!("{} and {} both have these controls", first.id, second.id),
                    _ => "no edition has all of these controls".to_owned(),
                };
                let message = format!("the results do not name their edition, and {why}");
                out.faults.push(Diagnostic::new(Rule::LeftOut, place, message).help(help));
                None
            }
        }
    }

    /// What the findings of one result say, by the positions of clauses.
    fn said_in<'s>(&mut self, set: &'s ResultSet, clauses: &Clauses<'_>) -> BTreeMap<usize, Of<'s>> {
        let mut said: BTreeMap<usize, Of<'s>> = BTreeMap::new();
        for finding in &set.findings {
            let target = &finding.target;
            let span = self.places.span(&target.target_id, self.near());
            let id = &clauses.catalog.id;
            let Some(named) = find(clauses, finding) else {
                let one = format!("{id} has no control {}: its finding is left out", target.target_id.text);
                self.leave(
                    span,
                    "name a control that does not exist",
                    one,
                    "check it in the edition that was assessed",
                );
                continue;
            };
            if named.clause.kind == ClauseKind::Informative {
                let one = format!("{id}/{} contains no requirement: its finding is left out", named.clause.number);
                self.leave(span, "are of a control that contains no requirement", one, "state its replacement");
                continue;
            }
            tell_beside(&named, &target.target_id, clauses.catalog, span, &mut self.said);
            let implementation = target.implementation_status.as_ref().map(|status| status.state.as_str());
            let Some(verdict) = Verdict::of(&target.status.state.text, implementation) else {
                let one =
                    format!("{} is not a valid state of a finding: the finding is left out", target.status.state.text);
                self.leave(span, "have no known state", one, "use satisfied or not-satisfied");
                continue;
            };
            let Some(position) = clauses.catalog.position(&named.clause.number) else { continue };
            let of = said.entry(position).or_insert_with(|| Of::nothing_in(set));
            if named.is_part {
                of.parts.push(verdict)
            } else {
                of.whole.push(verdict)
            }
            of.findings.push(finding);
        }
        said
    }

    /// The statement of one control, and the heading that it was stated on.
    fn of_requirement(&mut self, catalog: &Catalog, position: usize, of: &Of<'_>) -> Option<OfRequirement> {
        let record = self.record(&catalog.clauses()[position].number, of)?;
        let stated_on = of.findings.iter().find_map(|finding| ours(&finding.props, "stated-on"));
        let named = stated_on.and_then(|number| catalog.find(number.text.trim()));
        let heading = named.and_then(|clause| catalog.position(&clause.number));
        let heading = heading.filter(|heading| catalog.ancestors(position).any(|above| above == *heading));
        Some(OfRequirement { position, heading, record })
    }

    /// The statement of one control.
    fn record(&mut self, number: &ClauseNumber, of: &Of<'_>) -> Option<raw::Record> {
        let first = &of.findings.first()?.target;
        let span = self.places.span(&first.target_id, self.near());
        let joined = |texts: Vec<&str>| (!texts.is_empty()).then(|| raw::Scalar::new(texts.join("\n"), span));
        let of_target = joined(of.findings.iter().flat_map(|finding| target_remarks(finding)).collect());
        let remarks = of.findings.iter().map(|finding| finding.remarks.as_ref());
        let of_finding: Vec<&str> = remarks.filter_map(Word::filled_text).collect();
        let of_finding = joined(of_finding);
        let verdict = together(&of.whole, &of.parts);
        let status = match verdict {
            Some(Verdict::Stated(status, certainty)) => {
                if certainty == Certainty::Lowered {
                    let one = format!("{number} is read as {status}, the lowest status that its findings may mean");
                    let many = "controls are read as the lowest status that their findings may mean";
                    let help = "an implementation status says how far the whole control is in place";
                    self.said.read_as(span, one, many, help);
                }
                status
            }
            Some(Verdict::NotApplicable) if of_target.is_some() || of_finding.is_some() => Status::NotApplicable,
            Some(Verdict::NotApplicable) | None => {
                let one = format!("{number} is not applicable without a reason: it is left out");
                for _ in &of.findings {
                    let help = "write the reason in the remarks of its implementation status";
                    self.leave(span, "are not applicable without a reason", one.clone(), help);
                }
                return None;
            }
        };
        self.taken += of.findings.len();
        let Evidence { shown: evidence, collected, has_own_day } =
            Evidence::of(of.set, &of.findings, &self.results.back_matter, self.places, span);
        let day = |moment: &Option<Word>| moment.as_ref().and_then(|moment| edition::day(moment, self.places, span));
        let props = || of.findings.iter().map(|finding| &finding.props);
        let own =
            |name: &str| props().find_map(|props| whole(props, name)).map(|value| self.places.scalar(value, span));
        let assessed = match is_written_here(of.set) {
            // Without a day of its own the moment of the assessment stands for it, which says nothing of one statement.
            true => collected.filter(|_| has_own_day).or_else(|| own("assessed")),
            false => own("assessed").or(collected).or_else(|| day(&of.set.end)).or_else(|| day(&of.set.start)),
        };
        let said = props().find_map(|props| whole(props, "justification"));
        let is_justification = |why: &raw::Scalar| said.is_some_and(|said| said.text.trim() == why.value.trim());
        let (justification, note) = match (status, of_target, of_finding) {
            (_, Some(why), note) if is_justification(&why) => (Some(why), note),
            (Status::NotApplicable, Some(why), note) => (Some(why), note),
            (Status::NotApplicable, None, why) => (why, None),
            (_, Some(first), Some(second)) => {
                (None, Some(raw::Scalar::new(format!("{}\n{}", first.value, second.value), span)))
            }
            (_, first, second) => (None, first.or(second)),
        };
        let risks = props().flatten().filter(|prop| is_own(prop, "risk"));
        let risks = risks.map(|prop| self.places.scalar(in_full(prop), span)).collect();
        Some(raw::Record {
            id: raw::Scalar::new(number.as_str().to_owned(), span),
            status: Some(raw::Scalar::new(status.to_string(), span)),
            evidence,
            owner: own("owner"),
            due: own("due"),
            assessed,
            maturity: own("maturity"),
            maturity_target: own("maturity-target"),
            effort: own("effort").or_else(|| own("effort-of-heading")),
            justification,
            risks,
            note,
        })
    }

    /// The day of the assessment: of what is written here the one that it says, unless another program changed when it
    /// began.
    fn date(&self, last: &ResultSet, statuses: &[(raw::Scalar, Vec<raw::Record>)]) -> Option<raw::Scalar> {
        let near = self.near();
        let day = |moment: Option<&Word>| moment.and_then(|moment| edition::day(moment, self.places, near));
        let began = day(last.end.as_ref()).or_else(|| day(last.start.as_ref()));
        if !is_written_here(last) {
            return began;
        }
        let stated = ours(&self.results.metadata.props, "date").is_some();
        let latest = statuses.iter().flat_map(|(_, records)| records).filter_map(|record| record.assessed.as_ref());
        let latest = latest.map(|day| &*day.value).max();
        began.filter(|began| stated || *began.value != UNKNOWN_MOMENT[..10] && Some(&*began.value) != latest)
    }

    fn assessment(&self, last: Option<&ResultSet>, statuses: Vec<(raw::Scalar, Vec<raw::Record>)>) -> raw::Assessment {
        let metadata = &self.results.metadata;
        let near = self.near();
        let is_assessor = |role: &Option<Word>| role.as_ref().is_some_and(|role| role.text.contains("assessor"));
        let responsible = metadata.responsible_parties.iter().find(|responsible| is_assessor(&responsible.role_id));
        let assessor =
            responsible.and_then(|responsible| edition::party(metadata, responsible.party_uuids.first()?.as_str()));
        let assessor = assessor.and_then(|party| party.name.as_ref());
        let organization = Word::filled(edition::organization(metadata)).or(Word::filled(metadata.title.as_ref()));
        // The title of a result of ours says its edition, and nothing of the scope.
        let titled = last.filter(|set| !is_written_here(set));
        let title = Word::filled(titled.and_then(|set| set.title.as_ref()));
        let own = |name: &str| whole(&metadata.props, name).map(|value| self.places.scalar(value, near));
        let all = |name: &'static str| metadata.props.iter().filter(move |prop| is_own(prop, name));
        raw::Assessment {
            span: near,
            organization: Some(
                organization
                    .map_or_else(|| raw::Scalar::new("(not named)", near), |name| self.places.scalar(name, near)),
            ),
            scope: own("scope").or_else(|| title.map(|title| self.places.scalar(title, near))),
            site: own("site"),
            unit: own("unit"),
            tags: all("tag").map(|prop| self.places.scalar(in_full(prop), near)).collect(),
            date: last.and_then(|last| self.date(last, &statuses)),
            assessor: assessor.map(|name| self.places.scalar(name, near)),
            targets: all("target").map(|prop| self.places.scalar(&prop.value, near)).collect(),
            policy: raw::Policy::default(),
            efforts: Default::default(),
            maturity_target: raw::MaturityTarget::default(),
            evidence: Vec::new(),
            capacity: Vec::new(),
            days_off: Vec::new(),
            objectives: Vec::new(),
            statuses,
            processes: Vec::new(),
            progress: Vec::new(),
        }
    }

    fn leave(&mut self, span: Span, why: &'static str, one: String, help: &'static str) {
        *self.left_out.entry(why).or_default() += 1;
        self.said.left_out(span, one, many(why), help);
    }

    fn near(&self) -> Span {
        let title = self.results.metadata.title.as_ref();
        title.and_then(|title| self.places.find(title)).unwrap_or(self.places.top())
    }
}

/// What a result says of one control.
struct Of<'f> {
    set: &'f ResultSet,
    whole: Vec<Verdict>,
    parts: Vec<Verdict>,
    findings: Vec<&'f Finding>,
}

impl<'f> Of<'f> {
    fn nothing_in(set: &'f ResultSet) -> Self {
        Self { set, whole: Vec::new(), parts: Vec::new(), findings: Vec::new() }
    }
}

fn find<'l>(clauses: &Clauses<'l>, finding: &Finding) -> Option<super::clauses::Named<'l>> {
    let target = &finding.target;
    let has_parts = target.kind.as_ref().is_none_or(|kind| kind.text.trim() != "control-id");
    let props = if ours(&target.props, "clause").is_some() { &target.props } else { &finding.props };
    clauses.find(&target.target_id, props, has_parts)
}

/// Whether a result is one that xwalk wrote.
fn is_written_here(set: &ResultSet) -> bool {
    ours(&set.props, "edition").is_some()
}

/// What is remarked of a target and of its states.
fn target_remarks(finding: &Finding) -> impl Iterator<Item = &str> {
    let target = &finding.target;
    let implementation = target.implementation_status.as_ref().and_then(|status| status.remarks.as_ref());
    let words = [implementation, target.status.remarks.as_ref(), target.remarks.as_ref()];
    words.into_iter().filter_map(Word::filled_text)
}

/// A reason as the rest of a sentence after a number.
fn many(why: &str) -> &'static str {
    match why {
        "name a control that does not exist" => "findings name a control that does not exist",
        "are of a control that contains no requirement" => "findings are of a control that contains no requirement",
        "have no known state" => "findings have no known state",
        _ => "findings are not applicable without a reason",
    }
}
