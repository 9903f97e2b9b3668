//! Objects as named values, so that two of a kind can be compared completely.

use super::ChangeKind;
use crate::model::{
    Amendment, Assessment, Catalog, Clause, ClauseId, Figure, MaturityTargets, Percent, PersonDays, Profile, Relation,
    Statement, StepProgress, Table, Transition, Translations,
};
use crate::report::Cell;
use crate::source::{Span, Text};

/// The values of something, each under its name; a name without values is left out.
#[derive(Debug, Default)]
pub(super) struct NamedValues(Vec<(String, Vec<String>)>);

/// A named value that is another before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// What is another, such as `owner` or `policy/max-age`.
    pub name: String,
    /// The values before; none if there were none.
    pub before: Vec<String>,
    /// The values after; none if there are none.
    pub after: Vec<String>,
}

impl FieldChange {
    /// What happened to it.
    pub fn kind(&self) -> ChangeKind {
        let there = |values: &[String]| (!values.is_empty()).then_some(());
        ChangeKind::between(there(&self.before), there(&self.after))
    }

    pub(super) fn cell(values: &[String]) -> Cell {
        Cell::text(values.join("; "))
    }
}

impl NamedValues {
    fn add<T: ToString>(&mut self, name: impl Into<String>, values: impl IntoIterator<Item = T>) {
        let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
        if !values.is_empty() {
            self.0.push((name.into(), values));
        }
    }

    /// What is another in the second one, in the order of names as they come up.
    pub(super) fn changes(before: Self, after: Self) -> Vec<FieldChange> {
        let values =
            |of: &Self, name: &str| of.0.iter().find(|(known, _)| known == name).map(|(_, values)| values.clone());
        let is_news = |(name, _): &&(String, Vec<String>)| values(&before, name).is_none();
        let names = before.0.iter().chain(after.0.iter().filter(is_news)).map(|(name, _)| name);
        names
            .map(|name| FieldChange {
                name: name.clone(),
                before: values(&before, name).unwrap_or_default(),
                after: values(&after, name).unwrap_or_default(),
            })
            .filter(|change| change.before != change.after)
            .collect()
    }

    /// What a statement says.
    pub(super) fn statement(statement: &Statement) -> Self {
        let Statement {
            status,
            evidence,
            owner,
            due,
            assessed,
            maturity,
            maturity_target,
            effort,
            justification,
            risks,
            note,
            span: Span { .. },
        } = statement;
        let mut described = Self::default();
        described.add("status", [status]);
        described.add("evidence", evidence);
        described.add("owner", owner);
        described.add("due", due);
        described.add("assessed", assessed);
        described.add("maturity", maturity);
        described.add("maturity-target", maturity_target);
        described.add("effort", effort);
        described.add("justification", justification);
        described.add("risk", risks);
        described.add("note", note);
        described
    }

    /// All that an assessment says but its statements.
    pub(super) fn assessment(assessment: &Assessment) -> Self {
        let mut described = Self::default();
        described.add("organization", [&assessment.organization]);
        described.add("scope", &assessment.scope);
        described.add("site", &assessment.site);
        described.add("unit", &assessment.unit);
        described.add("tags", &assessment.tags);
        described.add("date", assessment.date);
        described.add("assessor", &assessment.assessor);
        described.add("targets", &assessment.targets);
        described.policy(assessment);
        let efforts = &assessment.efforts;
        let usual = [
            ("extend", efforts.extend),
            ("verify", efforts.verify),
            ("implement", efforts.implement),
            ("assess", efforts.assess),
            ("build", efforts.build),
        ];
        for (action, effort) in usual {
            described.add(format!("effort/{action}"), effort.as_ref().map(PersonDays::to_string));
        }
        described.maturity_targets(&assessment.maturity_targets);
        for piece in &assessment.register {
            let mut say = described.under("evidence", &piece.place);
            say("title", texts(&piece.title));
            say("owner", texts(&piece.owner));
            say("date", piece.date.iter().map(ToString::to_string).collect());
            say("valid-until", piece.valid_until.iter().map(ToString::to_string).collect());
            say("note", texts(&piece.note));
        }
        for objective in &assessment.objectives {
            let mut say = described.under("objectives", &objective.id);
            say("title", vec![objective.title.to_string()]);
            say("measure", texts(&objective.measure));
            say("owner", texts(&objective.owner));
            say("due", objective.due.iter().map(ToString::to_string).collect());
            say("projects", texts(&objective.projects));
            say("processes", texts(&objective.processes));
        }
        for process in &assessment.processes {
            let mut say = described.under("processes", &process.id);
            say("title", vec![process.title.to_string()]);
            say("owner", texts(&process.owner));
            say("description", texts(&process.description));
            say("inputs", texts(&process.inputs));
            say("outputs", texts(&process.outputs));
            say("clauses", process.clauses.iter().map(ClauseId::to_string).collect());
        }
        for (method, steps) in &assessment.progress {
            for (step, StepProgress { state, since, note }) in steps {
                let place = Text::from(format!("{method}/{step}"));
                let mut say = described.under("progress", &place);
                say("state", vec![state.to_string()]);
                say("since", since.iter().map(ToString::to_string).collect());
                say("note", texts(note));
            }
        }
        described
    }

    fn maturity_targets(&mut self, targets: &MaturityTargets) {
        self.add("maturity-target", targets.everywhere);
        for (edition, target) in &targets.editions {
            self.add(format!("maturity-target/{edition}"), [target]);
        }
        for (clause, target) in &targets.clauses {
            self.add(format!("maturity-target/{clause}"), [target]);
        }
    }

    fn policy(&mut self, assessment: &Assessment) {
        let policy = &assessment.policy;
        for (edition, (Percent(percent), _)) in &policy.min_coverage {
            self.add(format!("policy/min-coverage/{edition}"), [percent]);
        }
        for (edition, (Percent(percent), _)) in &policy.min_chapter_coverage {
            self.add(format!("policy/min-chapter-coverage/{edition}"), [percent]);
        }
        let figure = match policy.figure {
            Figure::Lower => "lower",
            Figure::Middle => "middle",
            Figure::Upper => "upper",
        };
        self.add("policy/measure", [figure]);
        self.add("policy/no-overdue", policy.no_overdue.then_some("true"));
        self.add("policy/evidence", policy.evidence_required.then_some("required"));
        self.add("policy/evidence-exists", policy.evidence_exists.then_some("true"));
        self.add("policy/max-age", policy.max_age);
        self.add("policy/min-confidence", policy.min_confidence);
    }

    fn under(&mut self, list: &'static str, id: &Text) -> impl FnMut(&str, Vec<String>) {
        move |field, values| self.add(format!("{list}/{id}/{field}"), values)
    }

    /// The header of a catalog.
    pub(super) fn catalog(catalog: &Catalog) -> Self {
        let Profile { abstraction, audience, approach, granularity } = &catalog.profile;
        let mut described = Self::default();
        described.add("title", [&catalog.title]);
        described.add("publisher", &catalog.publisher);
        described.add("published", &catalog.published);
        described.add("status", catalog.status);
        described.add("supersedes", &catalog.supersedes);
        described.add("superseded-by", &catalog.lifecycle.superseded_by);
        if let Some(Transition { ends, note }) = &catalog.lifecycle.transition {
            described.add("transition/ends", [ends]);
            described.add("transition/note", note);
        }
        for Amendment { id, date, clauses, span: Span { .. } } in &catalog.lifecycle.amendments {
            let mut amendment = described.under("amendments", id);
            amendment("date", vec![date.to_string()]);
            for (number, gained) in clauses {
                amendment(number.as_str(), vec![gained.to_string()]);
            }
        }
        described.add("aliases", &catalog.aliases);
        described.add("kind", catalog.kind);
        described.add("source", &catalog.source);
        described.add("confidence", catalog.confidence);
        described.add("provenance", catalog.provenance);
        described.add("profile/abstraction", abstraction);
        described.add("profile/audience", audience);
        described.add("profile/approach", approach);
        described.add("profile/granularity", granularity);
        described.translations(&catalog.translations);
        described
    }

    /// What a clause is in its catalog.
    pub(super) fn clause(clause: &Clause, catalog: &Catalog) -> Self {
        let Clause { number: _, title, kind, parent, summary, mandatory, attributes, translations, span: Span { .. } } =
            clause;
        let mut described = Self::default();
        described.add("title", [title]);
        described.add("kind", [kind]);
        described.add("parent", parent.map(|parent| &catalog.clauses()[parent].number));
        described.add("summary", summary);
        described.add("mandatory", (!mandatory).then_some("false"));
        for (name, values) in attributes.lists() {
            described.add(name, values);
        }
        described.translations(translations);
        described
    }

    fn translations(&mut self, translations: &Translations) {
        for (language, title) in translations.titles() {
            self.add(format!("titles/{language}"), [title]);
        }
        for (language, summary) in translations.summaries() {
            self.add(format!("summaries/{language}"), [summary]);
        }
    }

    /// The header of a relation table, and what it lists as unrelated.
    pub(super) fn table(table: &Table) -> Self {
        let mut described = Self::default();
        described.add("id", [&table.id]);
        described.add("title", &table.title);
        described.add("version", [table.version]);
        described.add("source", [&table.source]);
        described.add("confidence", [table.confidence]);
        described.add("provenance", table.provenance);
        described.add("method", &table.method);
        described.add("mapper", &table.mapper);
        described.add("date", &table.date);
        described.add("stage", table.stage);
        described.add("derived-from", &table.derived_from);
        described.add("from-hash", table.from_hash.as_ref().map(|pin| &pin.hash));
        described.add("to-hash", table.to_hash.as_ref().map(|pin| &pin.hash));
        described.add("status", table.is_draft.then_some("draft"));
        for (number, why) in table.unrelated.iter() {
            described.add(format!("unrelated/{number}"), [why]);
        }
        described
    }

    /// What a row says about its clauses. Its confidence is given if it is not that of its table.
    pub(super) fn row(row: &Relation, table: &Table) -> Self {
        let Relation {
            from: _,
            to: _,
            forward,
            reverse,
            items,
            add,
            add_reverse,
            note,
            confidence,
            derived_from,
            said,
            reviewed_by,
            span: Span { .. },
        } = row;
        let mut described = Self::default();
        described.add("relation", [forward]);
        described.add("reverse", reverse);
        described.add("items", items);
        described.add("add", add);
        described.add("add-reverse", add_reverse);
        described.add("note", note);
        described.add("confidence", Some(confidence).filter(|own| **own != table.confidence));
        described.add("derived-from", derived_from);
        described.add("said", said);
        described.add("reviewed-by", reviewed_by);
        described
    }
}

fn texts<'w>(words: impl IntoIterator<Item = &'w Text>) -> Vec<String> {
    words.into_iter().map(Text::to_string).collect()
}
