//! How to infer and to count: the options that every question takes.

use std::num::NonZeroUsize;

use jiff::civil::Date;

use crate::crosswalk::Selection;
use crate::diagnostic::Refusal;
use crate::load::{self, name};
use crate::model::{Confidence, Library, TableId};
use crate::query::condition::{Condition, condition};
use crate::source::{AppliedSetting, Sources};

/// The option that says how an intersection of another program is interpreted.
pub const INTERSECT_AS: &str = "intersect-as";

/// How to infer and to count; the same for every question.
#[derive(Debug, Clone, PartialEq, clap::Args)]
pub struct Settings {
    /// The longest chain of relation rows that a conclusion may use
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(0..=100), global = true, help_heading = "Inference")]
    pub max_hops: u32,
    /// The weight of a partly met requirement in a coverage, from 0 to 1
    #[arg(long, value_name = "W", default_value_t = 0.5, value_parser = share, global = true, help_heading = "Inference")]
    pub partial_weight: f64,
    /// Leave out rows with a lower confidence: low, medium or high
    #[arg(long, value_name = "CONFIDENCE", value_parser = confidence, global = true, help_heading = "Inference")]
    pub min_confidence: Option<Confidence>,
    /// Leave out a relation table; may be given several times
    #[arg(long, value_name = "TABLE", global = true, help_heading = "Inference")]
    pub without_table: Vec<String>,
    /// Count and list only clauses with this attribute and value, or with a list that contains the value; several must
    /// all hold. For gap, coverage, plan, portfolio, map, show and export
    #[arg(long = "where", value_name = "KEY=VALUE", value_parser = condition, global = true, help_heading = "Scope")]
    pub conditions: Vec<Condition>,
    /// How files of other programs are read if that was stated, by name.
    #[arg(skip)]
    pub reading: Vec<(&'static str, String)>,
    /// Which of them come only from the project file, by their names; and `targets`, if these do too.
    #[arg(skip)]
    pub from_project: Vec<&'static str>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_hops: 3,
            partial_weight: 0.5,
            min_confidence: None,
            without_table: Vec::new(),
            conditions: Vec::new(),
            reading: Vec::new(),
            from_project: Vec::new(),
        }
    }
}

fn share(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        Ok(_) | Err(_) => Err("a number from 0 to 1".to_owned()),
    }
}

/// Reads a day as files write it.
pub fn day(text: &str) -> Result<Date, String> {
    load::day(text).ok_or_else(|| "year-month-day, such as 2026-11-20".to_owned())
}

/// Reads how many of something.
pub fn count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "a whole number, such as 10".to_owned())
}

/// The same of at least one.
pub fn one_or_more(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "a whole number from 1, such as 10".to_owned())
}

/// Reads a confidence as files write it.
pub fn confidence(text: &str) -> Result<Confidence, String> {
    match text {
        "low" => Ok(Confidence::Low),
        "medium" => Ok(Confidence::Medium),
        "high" => Ok(Confidence::High),
        _ => Err("one of low, medium, high".to_owned()),
    }
}

impl Settings {
    /// What they are, by name.
    pub fn named(&self) -> Vec<(&'static str, String)> {
        let mut named =
            vec![("max-hops", self.max_hops.to_string()), ("partial-weight", self.partial_weight.to_string())];
        if let Some(confidence) = self.min_confidence {
            named.push(("min-confidence", confidence.to_string()));
        }
        if !self.without_table.is_empty() {
            named.push(("without-table", self.without_table.join(" ")));
        }
        if !self.conditions.is_empty() {
            let conditions: Vec<String> = self.conditions.iter().map(ToString::to_string).collect();
            named.push(("where", conditions.join(" and ")));
        }
        named.extend(self.reading.iter().cloned());
        named
    }

    /// The same for the basis of an answer, which says too which of them came from the project file, and how what a pack
    /// holds was read when it was made.
    pub(super) fn with_origin(&self, sources: &Sources) -> Vec<(&'static str, String)> {
        let mut named = self.named();
        if let Some(applied) = self.intersect_as(sources) {
            named.retain(|(name, _)| *name != INTERSECT_AS);
            named.push((INTERSECT_AS, applied));
        }
        if !self.from_project.is_empty() {
            named.push(("xwalk.toml", self.from_project.join(" ")));
        }
        named
    }

    /// What an intersection of another program was read as, where a pack was made with a word of its own for it; nothing where
    /// what was said in this run is all there is to say.
    fn intersect_as(&self, sources: &Sources) -> Option<String> {
        const UNSAID: &str = "partial";
        let applied = || sources.applied_settings().iter().filter(|setting| setting.name == INTERSECT_AS);
        let said = self.reading.iter().any(|(name, _)| *name == INTERSECT_AS);
        let is_worth_saying = said || applied().any(|setting| setting.pack.is_some() && setting.value != UNSAID);
        if !is_worth_saying || applied().all(|setting| setting.pack.is_none()) {
            return None;
        }
        let mut words: Vec<String> = Vec::new();
        for AppliedSetting { value, pack, .. } in applied() {
            let word = pack.as_ref().map_or_else(|| value.clone(), |pack| format!("{value} in {pack}"));
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Some(words.join(", "))
    }

    /// The rows that take part; the tables that are left out have to exist.
    pub fn selection(&self, library: &Library) -> Result<Selection, Refusal> {
        let mut selection = Selection { min_confidence: self.min_confidence, without: Default::default() };
        for name in &self.without_table {
            let known = TableId::parse(name).ok().filter(|id| library.table(id).is_some());
            selection.without.insert(known.ok_or_else(|| name::unknown_table(name, library))?);
        }
        Ok(selection)
    }
}
