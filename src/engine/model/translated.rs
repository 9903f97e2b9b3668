//! Editions and methods with the texts of another language.

use std::collections::BTreeMap;

use super::catalog::Catalog;
use super::clause::Clause;
use super::clauses::Clauses;
use super::library::Library;
use super::method::{Method, Step, StepTexts};
use crate::source::Text;

impl Library {
    /// A library whose editions and methods have the texts of a language, by its tag, where they are translated. What was
    /// reviewed is still compared with what was written.
    #[must_use]
    pub fn in_language(self, language: &str) -> Self {
        let catalogs: Vec<Catalog> = self.catalogs().filter_map(|catalog| catalog.in_language(language)).collect();
        let methods: Vec<Method> = self.methods().filter_map(|method| method.in_language(language)).collect();
        self.with_translated(catalogs, methods)
    }
}

impl Method {
    /// The method in a language; nothing where none of it is translated. Steps of one phase stay in one phase.
    fn in_language(&self, language: &str) -> Option<Self> {
        let texts = self.translations.iter().find(|texts| texts.language.as_str() == language)?;
        let phases: BTreeMap<&Text, &Text> = texts.phases.iter().map(|(phase, name)| (phase, name)).collect();
        let steps: BTreeMap<&Text, &StepTexts> = texts.steps.iter().map(|(id, texts)| (id, texts)).collect();
        let step = |step: &Step| {
            let of_step = steps.get(&step.id).map_or_else(|| step.clone(), |texts| step.with_texts(texts));
            let phase = step.phase.as_ref().map(|phase| phases.get(phase).copied().unwrap_or(phase).clone());
            Step { phase, ..of_step }
        };
        Some(Self {
            title: texts.title.as_ref().unwrap_or(&self.title).clone(),
            steps: self.steps.iter().map(step).collect::<Vec<_>>().into(),
            ..self.clone()
        })
    }
}

impl Step {
    fn with_texts(&self, texts: &StepTexts) -> Self {
        let are_results_translated = texts.deliverables.len() == self.deliverables.len();
        let results = if are_results_translated { &texts.deliverables } else { &self.deliverables };
        Self {
            title: texts.title.as_ref().unwrap_or(&self.title).clone(),
            deliverables: results.clone(),
            done_when: texts.done_when.as_ref().or(self.done_when.as_ref()).cloned(),
            note: texts.note.as_ref().or(self.note.as_ref()).cloned(),
            ..self.clone()
        }
    }
}

impl Catalog {
    /// The edition in a language; nothing where none of it is translated.
    fn in_language(&self, language: &str) -> Option<Self> {
        let is_said = |clause: &Clause| {
            clause.translations.title(language).is_some() || clause.translations.summary(language).is_some()
        };
        let title = self.translations.title(language);
        if title.is_none() && !self.clauses().iter().any(is_said) {
            return None;
        }
        let clause = |clause: &Clause| Clause {
            title: clause.translations.title(language).unwrap_or(&clause.title).clone(),
            summary: clause.translations.summary(language).or(clause.summary.as_ref()).cloned(),
            ..clause.clone()
        };
        let mut translated = self.clone();
        translated.title = title.unwrap_or(&self.title).clone();
        let clauses = Clauses::known(self.clauses().iter().map(clause).collect());
        translated.set_unread(clauses.into(), self.requirement_count(), self.fingerprint());
        Some(translated)
    }
}

#[cfg(test)]
mod tests {
    use crate::deferred::Deferred;
    use crate::model::{Language, Library, Method, MethodId, MethodTexts, Step, StepTexts};
    use crate::source::{Sources, Span, Text};

    fn text(text: &'static str) -> Text {
        Text::from(text)
    }

    fn step(id: &'static str, phase: &'static str, deliverables: &[&'static str]) -> Step {
        Step {
            id: text(id),
            title: text("Plan"),
            phase: Some(text(phase)),
            mandatory: None,
            after: vec![text("0")],
            clauses: vec![text("4")],
            deliverables: deliverables.iter().copied().map(Text::from).collect(),
            done_when: Some(text("done")),
            note: None,
        }
    }

    fn library() -> Library {
        let german = MethodTexts {
            language: Language::parse(&text("de")).unwrap(),
            title: None,
            phases: vec![(text("first"), text("zuerst"))],
            steps: vec![
                (text("1"), StepTexts { title: Some(text("Planen")), ..StepTexts::default() }),
                (text("2"), StepTexts { deliverables: vec![text("Plan")], ..StepTexts::default() }),
                (
                    text("3"),
                    StepTexts {
                        deliverables: vec![text("A"), text("B")],
                        done_when: Some(text("fertig")),
                        ..StepTexts::default()
                    },
                ),
            ],
        };
        let method = Method {
            id: MethodId::parse("way").unwrap(),
            title: text("The way"),
            target: None,
            source: Some(text("ours")),
            steps: Deferred::from(vec![
                step("1", "first", &["a"]),
                step("2", "first", &["a", "b"]),
                step("3", "last", &["a", "b"]),
                step("4", "first", &[]),
            ]),
            translations: Deferred::from(vec![german]),
            span: Span::start_of(Sources::default().add("t", "")),
        };
        let mut library = Library::default();
        library.add_method(method).unwrap();
        library
    }

    #[test]
    fn a_method_has_the_texts_of_a_language_and_its_own_where_they_are_not_translated() {
        let written = library().methods().next().unwrap().clone();
        let german = library().in_language("de").methods().next().unwrap().clone();
        let own = written.steps.clone();
        let expected = [
            Step { title: text("Planen"), phase: Some(text("zuerst")), ..own[0].clone() },
            // Of another number of results it is not known which is which.
            Step { phase: Some(text("zuerst")), ..own[1].clone() },
            Step { deliverables: vec![text("A"), text("B")], done_when: Some(text("fertig")), ..own[2].clone() },
            // A step without texts stays in the phase of the others.
            Step { phase: Some(text("zuerst")), ..own[3].clone() },
        ];
        assert_eq!(*german.steps, expected);
        assert_eq!(Method { steps: own, ..german }, written);
        assert_eq!(library().in_language("fr").methods().next(), Some(&written));
    }
}
