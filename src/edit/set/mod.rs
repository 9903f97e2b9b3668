//! One statement of an assessment is changed in its text.

mod comment;
mod entry;
pub(super) mod field;
mod items;
mod patch;
mod place;
mod removal;

use crate::diagnostic::{Diagnostic, Refusal};
use crate::load;
use crate::model::{Assessment, ClauseId, ClauseKind, Library, Statement, Status};
use crate::source::{FileId, Sources, Span};
use field::{FIELDS, Field};
use patch::PatchError;
use place::Changed;
use std::collections::BTreeMap;

/// An assessment as text, and what it says.
#[derive(Debug, Clone)]
pub struct Draft {
    sources: Sources,
    file: FileId,
    assessment: Assessment,
}

impl Draft {
    /// Reads a text; or says all that is wrong with it.
    pub fn read(name: &str, text: String, library: &Library) -> Result<Self, Vec<Diagnostic>> {
        let mut sources = Sources::default();
        let file = sources.add(name, text);
        let (assessment, _) = load::assessment(&sources, file, library).sound()?;
        Ok(Self { sources, file, assessment })
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.sources.get(self.file).text()
    }

    /// What it says.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What is stated on a clause, with another status; the status alone where nothing is stated. Why a clause does not
    /// apply is removed from one that does.
    pub fn with_status(&self, clause: &ClauseId, status: Status) -> Statement {
        let applies_again = |stated: &Statement| stated.status == Status::NotApplicable && status != stated.status;
        match self.assessment.statement(clause) {
            Some(stated) if applies_again(stated) => Statement { status, justification: None, ..stated.clone() },
            Some(stated) => Statement { status, ..stated.clone() },
            None => Statement::new(status, Span::start_of(self.file)),
        }
    }

    /// The same with one statement as it is wanted. Only the entry of the clause is touched: comments, order, quotes and
    /// line ends stay, and an entry that is there as a comment is removed from it. The changed text is read again,
    /// and refused unless it says what is wanted and nothing else has changed.
    pub fn set(&self, library: &Library, clause: &ClauseId, wanted: &Statement) -> Result<Self, Refusal> {
        self.check_wanted(library, clause, wanted)?;
        let stated = self.assessment.statement(clause);
        if is_equivalent(stated, Some(wanted)) {
            return Ok(self.clone());
        }
        self.verified(library, clause, Some(wanted), place::changed(self.text(), library, clause, stated, wanted))
    }

    /// The same with many statements as they are wanted, each of another clause. The changed text is read again once;
    /// where one of them is refused, it is as by [`Draft::set`].
    pub fn set_all(&self, library: &Library, wanted: &[(ClauseId, Statement)]) -> Result<Self, Refusal> {
        let mut text = self.text().to_owned();
        for (clause, wanted) in wanted {
            self.check_wanted(library, clause, wanted)?;
            let stated = self.assessment.statement(clause);
            if !is_equivalent(stated, Some(wanted))
                && let Ok(changed) = place::changed(&text, library, clause, stated, wanted)
            {
                text = changed.text;
            }
        }
        let expected = wanted.iter().map(|(clause, statement)| (clause, Some(statement))).collect();
        match self.read_as(text, library, &expected) {
            Some(draft) => Ok(draft),
            None => wanted.iter().try_fold(self.clone(), |draft, (clause, wanted)| draft.set(library, clause, wanted)),
        }
    }

    /// The same without the statement of a clause. Its entry goes with the comments that are only about it; every other
    /// byte stays, and what is left is read again as in [`Draft::set`].
    pub fn unset(&self, library: &Library, clause: &ClauseId) -> Result<Self, Refusal> {
        if self.assessment.statement(clause).is_none() {
            let message = format!("{}: there is no statement on {clause}", self.sources.get(self.file).name());
            return Err(Refusal { message, help: Some("there is nothing to remove".to_owned()) });
        }
        self.verified(library, clause, None, place::without(self.text(), clause))
    }

    /// A changed text, where it says of a clause what is wanted and nothing else has changed.
    fn verified(
        &self,
        library: &Library,
        clause: &ClauseId,
        wanted: Option<&Statement>,
        changed: Result<Changed, PatchError>,
    ) -> Result<Self, Refusal> {
        let source = self.sources.get(self.file);
        let at_fault = |error: PatchError| {
            let place = source.position(u32::try_from(error.at).unwrap_or(u32::MAX));
            let message = format!("{}:{}:{}: {}", source.name(), place.line, place.column, error.message);
            Refusal { message, help: Some(error.help) }
        };
        let changed = changed.map_err(at_fault)?;
        self.read_as(changed.text, library, &BTreeMap::from([(clause, wanted)])).ok_or_else(|| {
            at_fault(PatchError::new(
                changed.at,
                format!("{clause} cannot be changed safely here, so nothing was changed"),
                "change the entry by hand: one key per line, without anchors, aliases and tags",
            ))
        })
    }

    /// A changed text as it is read, where it says of some clauses what is wanted, and else what it said.
    fn read_as(&self, text: String, library: &Library, wanted: &Wanted<'_>) -> Option<Self> {
        let draft = Self::read(self.sources.get(self.file).name(), text, library).ok()?;
        let nowhere = Span::start_of(self.file);
        let is_so = without_spans(&draft.assessment, &Wanted::new(), nowhere)
            == without_spans(&self.assessment, wanted, nowhere);
        is_so.then_some(draft)
    }

    /// Rejects a statement that is invalid in any notation.
    fn check_wanted(&self, library: &Library, clause: &ClauseId, wanted: &Statement) -> Result<(), Refusal> {
        let name = self.sources.get(self.file).name();
        let error =
            |message: String, help: String| Err(Refusal { message: format!("{name}: {message}"), help: Some(help) });
        if library.clause(clause).is_some_and(|found| found.kind == ClauseKind::Informative) {
            let help = format!("it contains no requirement; `xwalk show {}` lists the clauses that do", clause.edition);
            return error(format!("{clause} is informative and cannot be assessed"), help);
        }
        let is_justified = wanted.justification.as_ref().is_some_and(|text| !text.trim().is_empty());
        if wanted.status == Status::NotApplicable && !is_justified {
            let message = format!("{clause} cannot be not applicable without a justification");
            return error(message, "give the reason with --justification TEXT".to_owned());
        }
        Ok(())
    }
}

/// What a statement on a clause contains and another one no longer does, by its keys.
pub fn removed_fields(before: &Statement, after: &Statement) -> Vec<&'static str> {
    let is_lost = |field: &Field| field.of(before).is_some() && field.of(after).is_none();
    FIELDS.into_iter().filter(is_lost).map(Field::key).collect()
}

/// Whether what is stated in two texts differs at most in its place.
pub(super) fn is_equivalent(left: Option<&Statement>, right: Option<&Statement>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => *left == Statement { span: left.span, ..right.clone() },
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// What is wanted of clauses; nothing where one is not to be stated.
type Wanted<'w> = BTreeMap<&'w ClauseId, Option<&'w Statement>>;

/// An assessment without places, in which clauses are stated as it is wanted.
fn without_spans(assessment: &Assessment, wanted: &Wanted<'_>, nowhere: Span) -> Assessment {
    let mut bare = Assessment::new(assessment.organization.clone());
    bare.scope = assessment.scope.clone();
    bare.site = assessment.site.clone();
    bare.unit = assessment.unit.clone();
    bare.tags = assessment.tags.clone();
    bare.date = assessment.date;
    bare.assessor = assessment.assessor.clone();
    bare.targets = assessment.targets.clone();
    bare.policy = assessment.policy.clone();
    for (_, span) in bare.policy.min_coverage.values_mut().chain(bare.policy.min_chapter_coverage.values_mut()) {
        *span = nowhere;
    }
    bare.efforts = assessment.efforts;
    bare.maturity_targets = assessment.maturity_targets.clone();
    bare.register = assessment.register.clone();
    for piece in &mut bare.register {
        piece.span = nowhere;
    }
    bare.objectives = assessment.objectives.clone();
    bare.processes = assessment.processes.clone();
    let others = assessment.statements().filter(|(clause, _)| !wanted.contains_key(clause));
    let changed = wanted.iter().filter_map(|(clause, wanted)| Some((*clause, (*wanted)?)));
    for (clause, statement) in others.chain(changed) {
        // No clause comes twice, so nothing is ever handed back.
        let _ = bare.add(clause.clone(), Statement { span: nowhere, ..statement.clone() });
    }
    bare
}
