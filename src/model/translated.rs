//! Editions with the titles and summaries of another language.

use super::catalog::Catalog;
use super::clause::Clause;
use super::clauses::Clauses;
use super::library::Library;

impl Library {
    /// A library whose editions have the titles and summaries of a language, by its tag, where they are translated. What was
    /// reviewed is still compared with what was written.
    #[must_use]
    pub fn in_language(self, language: &str) -> Self {
        let translated: Vec<Catalog> = self.catalogs().filter_map(|catalog| catalog.in_language(language)).collect();
        self.with_translated(translated)
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
