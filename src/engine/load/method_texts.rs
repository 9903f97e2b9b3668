//! The texts of a method in other languages as written become those of its title, phases and steps.

use std::collections::{BTreeSet, HashMap};

use super::raw::{self, Scalar, is_blank, nearest};
use super::translation;
use super::word::unknown_step;
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::model::{MethodTexts, StepTexts};
use crate::source::{Span, Text};

/// The texts of a method in each language, in the order of tags.
pub(super) fn read(method: &mut raw::Method, faults: &mut Vec<Diagnostic>) -> Vec<MethodTexts> {
    let written = std::mem::take(&mut method.translations);
    if written.is_empty() {
        return Vec::new();
    }
    let original = Original::of(method);
    let mut translations = Vec::with_capacity(written.len());
    for (tag, raw) in written {
        let language = translation::language(&tag, faults);
        let mut reader = Reader { original: &original, tag: &tag, faults };
        let title = reader.filled(raw.title, "the title");
        reader.phases_alike(&raw.phases);
        let phases = raw.phases.into_iter().map(|(phase, name)| reader.phase(phase, name)).collect();
        let steps = raw.steps.into_iter().map(|(id, texts)| (id.value.clone(), reader.step(&id, texts))).collect();
        translations.extend(language.map(|language| MethodTexts { language, title, phases, steps }));
    }
    translations.sort_by(|left, right| left.language.cmp(&right.language));
    translations
}

/// What there is to translate.
struct Original<'s> {
    ids: Vec<Text>,
    steps: HashMap<&'s str, &'s raw::Step>,
    /// The steps that could not be read.
    unread: BTreeSet<&'s str>,
    phases: BTreeSet<&'s str>,
    /// Whether it could not be read which steps there are.
    is_without_list: bool,
    /// Whether every step could be read; else there may be more phases.
    is_whole: bool,
}

impl<'s> Original<'s> {
    fn of(method: &'s raw::Method) -> Self {
        let raw::Method { steps, unread, is_without_list, .. } = method;
        Self {
            is_without_list: *is_without_list,
            ids: steps.iter().map(|step| step.id.value.clone()).collect(),
            steps: steps.iter().map(|step| (step.id.value.as_str(), step)).collect(),
            unread: unread.iter().map(|id| id.value.as_str()).collect(),
            phases: steps.iter().filter_map(|step| step.phase.as_ref()).map(|phase| phase.value.as_str()).collect(),
            is_whole: !is_without_list && unread.is_empty() && steps.iter().all(|step| step.is_whole),
        }
    }
}

/// Reads the texts in one language.
struct Reader<'r> {
    original: &'r Original<'r>,
    tag: &'r Scalar,
    faults: &'r mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// A text that may be left out, and a fault where it is empty.
    fn filled(&mut self, text: Option<Scalar>, what: &str) -> Option<Text> {
        let help = "write it, or remove it: what has no translation is shown as the method has it";
        text.map(|text| self.needed(text, what, help))
    }

    /// A text, and a fault where it is empty.
    fn needed(&mut self, text: Scalar, what: &str, help: &str) -> Text {
        if is_blank(&text.value) {
            let message = format!("{what} in {} is empty", self.tag.shown());
            self.faults.push(Diagnostic::new(Rule::MissingKey, text.span, message).help(help));
        }
        text.value
    }

    /// A phase of the steps, and its name in the language.
    fn phase(&mut self, phase: Scalar, name: Scalar) -> (Text, Text) {
        let (known, is_known) = (&self.original.phases, self.original.phases.contains(phase.value.as_str()));
        if !is_known && self.original.is_whole {
            let near = (self.faults.len() < 200).then(|| nearest(&phase.value, known.iter().copied())).flatten();
            let help = match near {
                Some(near) => format!("did you mean {near}?"),
                None if known.is_empty() => "remove it, or name phases at the steps".to_owned(),
                None => "write it as the steps have it under `phase`".to_owned(),
            };
            self.mismatch(phase.span, format!("no step has the phase {}", phase.shown()), help, None);
        }
        let name = self.filled(Some(name), &format!("the phase {}", phase.shown()));
        (phase.value, name.unwrap_or_default())
    }

    /// A fault where a name is that of two phases, which a plan in the language could not tell apart.
    fn phases_alike(&mut self, phases: &[(Scalar, Scalar)]) {
        let translated: BTreeSet<&str> = phases.iter().map(|(phase, _)| phase.value.as_str()).collect();
        let kept = self.original.phases.iter().filter(|phase| !translated.contains(**phase));
        let mut named: HashMap<&str, &str> = kept.map(|phase| (*phase, *phase)).collect();
        for (phase, name) in phases.iter().filter(|(_, name)| !is_blank(&name.value)) {
            if let Some(other) = named.insert(name.value.as_str(), phase.value.as_str()) {
                let message = format!("{} is the name of two phases, {other} and {}", name.shown(), phase.shown());
                self.mismatch(name.span, message, "give each phase a name of its own".to_owned(), None);
            }
        }
    }

    fn step(&mut self, id: &Scalar, mut texts: raw::StepTexts) -> StepTexts {
        let step = self.original.steps.get(id.value.as_str()).copied();
        if step.is_none() && !self.original.is_without_list && !self.original.unread.contains(id.value.as_str()) {
            self.faults.push(unknown_step(id, &self.original.ids, self.faults.len()));
        }
        let named = format!("step {}", id.shown());
        if let Some(step) = step.filter(|step| step.is_whole) {
            self.compare(step, &mut texts, &named);
        }
        let deliverables = texts.deliverables.map(|(texts, _)| texts).unwrap_or_default();
        let (what, help) =
            (format!("a deliverable of {named}"), "write it: all deliverables of a step are translated, or none");
        StepTexts {
            title: self.filled(texts.title, &format!("the title of {named}")),
            deliverables: deliverables.into_iter().map(|text| self.needed(text, &what, help)).collect(),
            done_when: self.filled(texts.done_when, &format!("done-when of {named}")),
            note: self.filled(texts.note, &format!("the note of {named}")),
        }
    }

    /// Faults where the translation of a step has what the step has not.
    fn compare(&mut self, step: &raw::Step, texts: &mut raw::StepTexts, named: &str) {
        let without = |key: &str| format!("{named} has no {key} to translate");
        let remove = |key: &str| format!("remove `{key}:` here, or add it to the step");
        let original = [("done-when", &step.done_when, &mut texts.done_when), ("note", &step.note, &mut texts.note)];
        for (key, _, text) in original.into_iter().filter(|(_, original, _)| original.is_none()) {
            if let Some(text) = text.take() {
                self.mismatch(text.span, without(key), remove(key), Some(step));
            }
        }
        if step.deliverables.is_empty()
            && let Some((_, span)) = texts.deliverables.take_if(|(texts, _)| !texts.is_empty())
        {
            self.mismatch(span, without("deliverables"), remove("deliverables"), Some(step));
        }
        match (step.deliverables.len(), &texts.deliverables) {
            (_, None) => {}
            (count, Some((texts, span))) if count != texts.len() => {
                let count = counted(count, "deliverable", "deliverables");
                let message = format!("{named} has {count}, but the translation has {}", texts.len());
                self.mismatch(
                    *span,
                    message,
                    "translate each of them, in the order of the step".to_owned(),
                    Some(step),
                );
            }
            (_, Some(_)) => {}
        }
    }

    fn mismatch(&mut self, span: Span, message: String, help: String, step: Option<&raw::Step>) {
        let fault = Diagnostic::new(Rule::TranslationMismatch, span, message).help(help);
        self.faults.push(match step {
            Some(step) => fault.label(step.id.span, "the step is here"),
            None => fault,
        });
    }
}
