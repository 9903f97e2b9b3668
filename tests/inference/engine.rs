//! The engine as these tests see it: the one file that names it. Worlds inference it as YAML text, so the loader takes part.

use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::load::{self, Files};
use xwalk::model::{ClauseId, ClauseNumber, Confidence, EditionId};
use xwalk::query::{Assessed, Case, Gap, Settings};
use xwalk::source::Sources;

use crate::contract::{Level, RUNS, Run};
use crate::world::{World, edition};

/// Whether a row may say `relation: related`.
pub(crate) const READS_RELATED: bool = true;

/// What the engine says of a clause.
#[derive(Debug, PartialEq)]
pub(crate) struct Seen {
    /// Nothing where the clause does not apply.
    pub(crate) level: Option<Level>,
    pub(crate) hops: Option<usize>,
    pub(crate) chain: Vec<usize>,
    /// The place in `CONFIDENCES` of the least confident row, where there is a row.
    pub(crate) confidence: Option<usize>,
    /// What others make of a clause that is stated lower, and the chain.
    pub(crate) contradiction: Option<(Level, Vec<usize>)>,
    /// The other clauses that contribute, where the engine tells.
    pub(crate) contributors: Option<Vec<usize>>,
}

/// What the engine says of every clause of a world, run by run.
pub(crate) fn seen(world: &World) -> Vec<(Run, Vec<Seen>)> {
    seen_through(world, &world.files())
}

/// The same, where the library comes in these files.
pub(crate) fn seen_through(world: &World, files: &[(String, String)]) -> Vec<(Run, Vec<Seen>)> {
    let mut sources = Sources::default();
    let library = library(&mut sources, files);
    let file = sources.add("assessment.yaml", world.assessment());
    let (assessment, _) = load::assessment(&sources, file, &library).sound().expect("a sound assessment");
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    let base = world.base().into_iter().map(|number| EditionId::parse(&edition(number)).unwrap()).collect();
    let stated = crosswalk.assumptions(&assessment);
    let assumptions = |run| match run {
        Run::AsStated => stated.clone(),
        Run::StatedFull => crosswalk.assuming_full(&stated, &base, true),
        Run::AllFull => crosswalk.assuming_full(&stated, &base, false),
    };
    let ids: Vec<ClauseId> = (0..world.clauses.len()).map(|at| clause_id(&world.reference(at))).collect();
    let position = |id: &ClauseId| ids.iter().position(|other| other == id).unwrap();
    let see = |run| {
        let inference = crosswalk.infer(&assumptions(run), u32::try_from(world.hops).unwrap());
        let see = |id: &ClauseId| Seen {
            level: inference.level(id).map(level),
            hops: inference.hops(id).map(|hops| hops as usize),
            chain: inference.chain(id).into_iter().map(position).collect(),
            confidence: inference.confidence(id).map(confidence),
            contradiction: inference
                .implied(id)
                .map(|found| (level(found.level), found.chain.into_iter().map(position).collect())),
            contributors: Some(inference.contributions(id).iter().map(|other| position(other.origin)).collect()),
        };
        (run, ids.iter().map(see).collect())
    };
    RUNS.into_iter().map(see).collect()
}

/// The outcome of every applicable requirement of the target, by its name.
pub(crate) fn outcomes(world: &World) -> Vec<(usize, &'static str)> {
    let mut sources = Sources::default();
    let library = library(&mut sources, &world.files());
    let file = sources.add("assessment.yaml", world.assessment());
    let (assessment, _) = load::assessment(&sources, file, &library).sound().expect("a sound assessment");
    let settings = Settings { max_hops: u32::try_from(world.hops).unwrap(), ..Settings::default() };
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &settings };
    let gap = Gap { target: Some(edition(world.target)), ..Gap::default() };
    let gaps = gap.ask(Assessed { case, assessment: &assessment, file }).expect("an answer");
    let position = |id: &ClauseId| (0..world.clauses.len()).find(|at| clause_id(&world.reference(*at)) == *id).unwrap();
    gaps.rows.iter().map(|row| (position(&row.clause), row.outcome.name())).collect()
}

fn library(sources: &mut Sources, files: &[(String, String)]) -> xwalk::model::Library {
    let mut read = Files::default();
    for (name, text) in files {
        let file = sources.add(name.clone(), text.clone());
        read.read(sources, file);
    }
    load::library(sources, read).sound().expect("a sound library").0
}

fn clause_id(reference: &str) -> ClauseId {
    let (edition, number) = reference.split_once('/').unwrap();
    let (edition, number) = (EditionId::parse(edition), ClauseNumber::parse(number));
    ClauseId { edition: edition.unwrap(), number: number.unwrap() }
}

fn level(level: xwalk::crosswalk::Level) -> Level {
    match level {
        xwalk::crosswalk::Level::None => Level::None,
        xwalk::crosswalk::Level::Presumed => Level::Presumed,
        xwalk::crosswalk::Level::Partial => Level::Partial,
        xwalk::crosswalk::Level::Full => Level::Full,
    }
}

fn confidence(confidence: Confidence) -> usize {
    match confidence {
        Confidence::Low => 0,
        Confidence::Medium => 1,
        Confidence::High => 2,
    }
}

/// How a clause lies to others by chains of rows, as the engine composes them: the other clause, the relations that are
/// possible as in `contract::Lies`, and the number of rows.
pub(crate) fn composed(world: &World, from: usize) -> Vec<(usize, u8, usize)> {
    let mut sources = Sources::default();
    let library = library(&mut sources, &world.files());
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    let position = |id: &ClauseId| (0..world.clauses.len()).find(|at| clause_id(&world.reference(*at)) == *id).unwrap();
    let composed = crosswalk.composed(&clause_id(&world.reference(from)), u32::try_from(world.hops).unwrap());
    let bits = |possible: xwalk::model::Possible| {
        let all = xwalk::model::SetRelation::ALL.into_iter().enumerate();
        all.filter(|(_, relation)| possible.contains(*relation)).map(|(at, _)| 1 << at).sum()
    };
    composed.iter().map(|found| (position(found.to), bits(found.possible), found.steps.len())).collect()
}
