//! The engine as these tests see it: the one file that names it. Worlds inference it as YAML text, so the loader takes part.

use xwalk::crosswalk::{Assumption, Assumptions, Crosswalk, Selection, WhatIf};
use xwalk::deliver::{Detail, Portfolio, PortfolioCase};
use xwalk::load::{self, Files};
use xwalk::model::{ClauseId, ClauseNumber, Confidence, EditionId};
use xwalk::query::{Assessed, Case, Coverage, Gap, Settings};
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
    let gap = Gap { target: vec![edition(world.target)], ..Gap::default() };
    let gaps = gap.ask(Assessed { case, assessment: &assessment, file }).expect("an answer");
    let position = |id: &ClauseId| (0..world.clauses.len()).find(|at| clause_id(&world.reference(*at)) == *id).unwrap();
    gaps.rows.iter().map(|row| (position(&row.clause), row.outcome.name())).collect()
}

/// What a portfolio says of the assessment of a world, and what the questions about one assessment say of it: counts, what
/// does not apply, and of each requirement its level, action, chain, confidence, rows and what comes first.
pub(crate) fn alone_and_in_portfolio(world: &World) -> [String; 2] {
    let mut sources = Sources::default();
    let library = library(&mut sources, &world.files());
    let file = sources.add("assessment.yaml", world.assessment());
    let (assessment, _) = load::assessment(&sources, file, &library).sound().expect("a sound assessment");
    let settings = Settings { max_hops: u32::try_from(world.hops).unwrap(), ..Settings::default() };
    let target = Some(edition(world.target));
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &settings };
    let assessed = Assessed { case, assessment: &assessment, file };
    let gaps = Gap { target: target.iter().cloned().collect(), ..Gap::default() }.ask(assessed).expect("an answer");
    let coverage = Coverage { target: target.iter().cloned().collect(), by: "chapter".to_owned() }
        .ask(assessed)
        .expect("an answer");
    let total = coverage.groups.last().expect("there is a total").tally;
    let requirements = crosswalk.requirements(&gaps.targets[0].0).count();
    let rows: Vec<_> = gaps
        .rows
        .iter()
        .map(|row| {
            let first = &row.prerequisites;
            format!(
                "{:?}",
                (&row.clause, row.level, row.action, &row.chain, row.confidence, row.hops, first, row.status)
            )
        })
        .collect();
    let alone = format!("{total:?} {} {rows:#?}", requirements - total.applicable);

    let question = Portfolio { target: target.into_iter().collect(), ..Portfolio::default() };
    let portfolio = PortfolioCase::new(&question, &library, &settings).expect("the target is there");
    let answer = portfolio.answer("a", &assessment, &sources, file, Detail::Requirements).expect("an answer");
    let counted = portfolio.answer("a", &assessment, &sources, file, Detail::Counts).expect("an answer");
    assert_eq!(counted.standings, answer.standings);
    let rows: Vec<_> = answer.rows[0]
        .iter()
        .map(|row| {
            let first = &row.first;
            format!(
                "{:?}",
                (&row.clause, row.level, row.action, &row.chain, row.confidence, row.hops, first, row.status)
            )
        })
        .collect();
    let standing = &answer.standings[0];
    [alone, format!("{:?} {} {rows:#?}", standing.tally, standing.not_applicable)]
}

/// What a gap and a coverage are on the whole of a world, and on the part that rows connect to what they are about.
pub(crate) fn on_the_whole_and_on_what_is_connected(world: &World) -> [String; 2] {
    let mut sources = Sources::default();
    let library = library(&mut sources, &world.files());
    let file = sources.add("assessment.yaml", world.assessment());
    let (assessment, _) = load::assessment(&sources, file, &library).sound().expect("a sound assessment");
    let settings = Settings { max_hops: u32::try_from(world.hops).unwrap(), ..Settings::default() };
    let target = edition(world.target);
    let id = EditionId::parse(&target).expect("an id");
    let connected = assessment.editions().into_iter().chain([&id]);
    let connected = Crosswalk::connected(&library, &Selection::default(), connected);
    let answers = |crosswalk: &Crosswalk<'_>| {
        let case = Case { sources: &sources, library: &library, crosswalk, settings: &settings };
        let assessed = Assessed { case, assessment: &assessment, file };
        let gaps = Gap { target: vec![target.clone()], ..Gap::default() }.ask(assessed).expect("an answer");
        let coverage = Coverage { target: vec![target.clone()], by: "chapter".to_owned() };
        format!("{gaps:#?} {:#?}", coverage.ask(assessed).expect("an answer"))
    };
    [answers(&Crosswalk::new(&library, &Selection::default())), answers(&connected)]
}

/// Where levels under a change differ from those of a whole inference: with each requirement in place, one after the other,
/// and without each that is stated. Watched are the clauses of the target, or each clause alone.
pub(crate) fn differences(world: &World, is_target_watched: bool) -> Vec<String> {
    let mut sources = Sources::default();
    let library = library(&mut sources, &world.files());
    let file = sources.add("assessment.yaml", world.assessment());
    let (assessment, _) = load::assessment(&sources, file, &library).sound().expect("a sound assessment");
    let crosswalk = Crosswalk::new(&library, &Selection::default());
    let stated = crosswalk.assumptions(&assessment);
    let hops = u32::try_from(world.hops).unwrap();
    let ids: Vec<ClauseId> = world.asking().into_iter().map(|at| clause_id(&world.reference(at))).collect();
    let of_target = |id: &&ClauseId| id.edition.as_str() == edition(world.target);
    let watched: Vec<Vec<&ClauseId>> = match is_target_watched {
        true => vec![ids.iter().filter(of_target).collect()],
        false => ids.iter().map(|id| vec![id]).collect(),
    };
    let requirements: Vec<&ClauseId> =
        world.asking().iter().zip(&ids).filter(|(at, _)| world.is_requirement(**at)).map(|(_, id)| id).collect();
    let assumption = |id: &ClauseId| crosswalk.assumption(&stated, id);
    let candidates: Vec<&ClauseId> =
        requirements.iter().copied().filter(|id| assumption(id) != Assumption::NotApplicable).collect();
    let origins: Vec<&ClauseId> =
        requirements.iter().copied().filter(|id| matches!(assumption(id), Assumption::Stated(_))).collect();
    let full = Assumption::Stated(xwalk::crosswalk::Level::Full);
    let none = Assumption::Stated(xwalk::crosswalk::Level::None);
    let mut differences = Vec::new();
    for watched in watched {
        let whole = |assumptions: &Assumptions| {
            let inference = crosswalk.infer(assumptions, hops);
            watched.iter().map(|id| inference.level(id)).collect::<Vec<_>>()
        };
        let mut tell = |what: String, told: Vec<_>, expected: Vec<_>| {
            if told != expected {
                differences.push(format!("{what}, of {watched:?}: {told:?}, and not {expected:?}"));
            }
        };
        let mut longer = Vec::new();
        let mut assumptions = stated.clone();
        let mut what_if = WhatIf::new(&crosswalk, &assumptions, watched.iter().copied(), hops);
        for first in std::iter::once(None).chain(candidates.iter().take(3).map(Some)) {
            if let Some(first) = first {
                what_if.put_in_place(first);
                assumptions = crosswalk.with(&assumptions, first, full);
            }
            tell(format!("{first:?}"), what_if.levels().to_vec(), whole(&assumptions));
            for id in &candidates {
                let mut levels = what_if.levels().to_vec();
                let then = crosswalk.infer(&crosswalk.with(&assumptions, id, full), hops);
                let mut rows = Vec::new();
                for rise in what_if.rises([*id]) {
                    levels[rise.place] = Some(rise.level);
                    rows.push((rise.hops, then.hops(watched[rise.place])));
                }
                tell(format!("{id} after {first:?}"), levels, watched.iter().map(|id| then.level(id)).collect());
                if let Some((told, expected)) = rows.iter().find(|(told, expected)| Some(*told) != *expected) {
                    longer.push(format!("{id} after {first:?}: over {told} rows, and not {expected:?}"));
                }
            }
        }
        let without = WhatIf::without_each(&crosswalk, &stated, watched.iter().copied(), hops, &origins);
        for (id, levels) in origins.iter().zip(without) {
            tell(format!("without {id}"), levels, whole(&crosswalk.with(&stated, id, none)));
        }
        differences.extend(longer);
    }
    differences
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
    let hops = u32::try_from(world.hops).unwrap();
    let editions = library.catalogs().map(|catalog| &catalog.id);
    let from = clause_id(&world.reference(from));
    let composed: Vec<_> = editions.flat_map(|to| crosswalk.composed(&from, to, hops)).collect();
    let bits = |possible: xwalk::model::Possible| {
        let all = xwalk::model::SetRelation::ALL.into_iter().enumerate();
        all.filter(|(_, relation)| possible.contains(*relation)).map(|(at, _)| 1 << at).sum()
    };
    composed.iter().map(|found| (position(found.to), bits(found.possible), found.steps.len())).collect()
}
