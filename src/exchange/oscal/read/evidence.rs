//! What observations show for a control.

use super::edition;
use super::model::BackMatter;
use super::reference as resources;
use super::report::{Finding, Observation, ResultSet};
use super::word::{Places, Word};
use crate::exchange::oscal::write::{UNKNOWN_MOMENT, referred};
use crate::load::raw;
use crate::source::Span;

/// What the observations show that findings refer to.
pub(super) struct Evidence {
    /// What they name, each once.
    pub(super) shown: Vec<raw::Scalar>,
    /// The last day on which something was collected.
    pub(super) collected: Option<raw::Scalar>,
    /// Whether anything was collected at another moment than the one that stands for all of the result.
    pub(super) has_own_day: bool,
}

impl Evidence {
    pub(super) fn of(
        set: &ResultSet,
        findings: &[&Finding],
        back_matter: &BackMatter,
        places: Places,
        near: Span,
    ) -> Self {
        let mut evidence = Self { shown: Vec::new(), collected: None, has_own_day: false };
        let general = set.start.as_ref().map_or(UNKNOWN_MOMENT, Word::as_str);
        for related in findings.iter().flat_map(|finding| &finding.related_observations) {
            let is_it =
                |uuid: &Option<Word>| uuid.as_ref().is_some_and(|here| here.text == related.observation_uuid.text);
            let Some(observation) = set.observations.iter().find(|observation| is_it(&observation.uuid)) else {
                continue;
            };
            evidence.collect(observation, general, places, near);
            for shown in &observation.relevant_evidence {
                let Some(word) = shown.href.as_ref().or(shown.description.as_ref()) else { continue };
                let resource = word.text.strip_prefix('#').and_then(|uuid| resources::resource(back_matter, uuid));
                let link = resource.and_then(|resource| resource.rlinks.first()).map_or(word, |link| &link.href);
                let mut scalar = places.scalar(link, near);
                if shown.href.is_some() {
                    let described = shown.description.as_ref().map(Word::as_str);
                    scalar.value = referred(link.as_str(), described).into();
                }
                let is_known = evidence.shown.iter().any(|known| known.value == scalar.value);
                if !scalar.value.trim().is_empty() && !is_known {
                    evidence.shown.push(scalar);
                }
            }
        }
        evidence
    }

    fn collect(&mut self, observation: &Observation, general: &str, places: Places, near: Span) {
        let Some(moment) = &observation.collected else { return };
        self.has_own_day |= ![general, UNKNOWN_MOMENT].contains(&moment.as_str());
        if let Some(day) = edition::day(moment, places, near)
            && self.collected.as_ref().is_none_or(|known| *known.value < *day.value)
        {
            self.collected = Some(day);
        }
    }
}
