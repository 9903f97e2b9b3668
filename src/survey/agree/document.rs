//! How far mappers agree, as a document.

use super::effect::Disagreement;
use super::entailed_pairs;
use super::question::{Absent, Agree, Agreement};
use super::score::Score;
use crate::audit::agreement::{Interval, Measured, Word};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, figures};
use crate::model::Table as RelationTable;
use crate::query::case::Case;
use crate::query::tally::{percent, tone};
use crate::query::words::{self, counted, listed};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Heading, Part, Table, Tone};

/// A group of pairs with a coefficient, for programs.
struct Line {
    basis: &'static str,
    group: String,
    title: String,
    units: usize,
    compared: usize,
    name: &'static str,
    measured: Measured,
    interval: Option<crate::audit::agreement::Interval>,
}

const LINES: &[Column<Line>] = &[
    Column::new("basis", "Basis", |line| Cell::text(line.basis)),
    Column::new("group", "Group", |line| Cell::text(&line.group)),
    Column::new("title", "Title", |line| Cell::text(&line.title)),
    Column::new("coefficient", "Coefficient", |line| Cell::word(line.name, Tone::Plain)),
    Column::new("value", "Value", |line| line.measured.value.map_or(Cell::Empty, Cell::Number)),
    Column::new("lower", "Lower", |line| bound(line, |interval| interval.lower)),
    Column::new("upper", "Upper", |line| bound(line, |interval| interval.upper)),
    Column::new("pairs", "Pairs", |line| Cell::count(line.units)),
    Column::new("compared", "Compared", |line| Cell::count(line.compared)),
    Column::new("units", "Units", |line| Cell::Count(line.measured.units)),
    Column::new("ratings", "Ratings", |line| Cell::Count(line.measured.ratings)),
    Column::new("undefined-draws", "Undefined draws", |line| {
        line.interval.map_or(Cell::Empty, |interval| Cell::Count(interval.undefined.into()))
    }),
    Column::new("why", "Why", |line| Cell::maybe(line.measured.value.err().map(|why| why.to_string()))),
];

fn bound(line: &Line, bound: fn(crate::audit::agreement::Interval) -> f64) -> Cell {
    line.interval.filter(|_| line.measured.value.is_ok()).map_or(Cell::Empty, |interval| Cell::Number(bound(interval)))
}

/// A group of pairs, for people.
struct Group {
    name: String,
    title: String,
    score: Score,
}

const GROUPS: &[Column<Group>] = &[
    Column::new("group", "Group", |group| Cell::text(&group.name)),
    Column::new("title", "Title", |group| Cell::text(&group.title)),
    Column::new("pairs", "Pairs", |group| Cell::count(group.score.units)),
    Column::new("compared", "Compared", |group| Cell::count(group.score.compared)),
    Column::new("same", "Same", |group| match group.score.coefficients.same.value {
        Ok(share) => Cell::share(Some(share)),
        Err(_) => Cell::text("–"),
    }),
];

/// The coefficients of a group, for people: each with the count of what it is computed from.
const BEYOND_CHANCE: &[Column<Group>] = &[
    Column::new("group", "Group", |group| Cell::text(&group.name)),
    Column::new("cohen", "Cohen", |group| value(group.score.coefficients.cohen)),
    Column::new("cohen-of", "of", |group| Cell::Count(group.score.coefficients.cohen.units)),
    Column::new("fleiss", "Fleiss", |group| value(group.score.coefficients.fleiss)),
    Column::new("fleiss-of", "of", |group| Cell::Count(group.score.coefficients.fleiss.units)),
    Column::new("alpha", "Alpha", |group| value(group.score.coefficients.alpha)),
    Column::new("alpha-of", "of", |group| Cell::Count(group.score.coefficients.alpha.units)),
    Column::new("interval", "95 % of draws", |group| {
        let [.., alpha] = group.score.intervals;
        let interval = alpha.filter(|_| group.score.coefficients.alpha.value.is_ok());
        let ends =
            |interval: &Interval| [interval.lower, interval.upper].map(|end| figures::rounded(end, 3)).join(" to ");
        Cell::maybe(interval.as_ref().map(ends))
    }),
];

fn value(measured: Measured) -> Cell {
    match measured.value {
        Ok(value) => Cell::Number(value),
        Err(_) => Cell::word("undefined", Tone::Quiet),
    }
}

/// What one mapper says where another says something, counted.
struct Confusion {
    first: String,
    second: String,
    /// Both as people read it.
    between: String,
    word: Word,
    counts: [usize; 6],
}

const CONFUSION: &[Column<Confusion>] = &[
    Column::for_programs("first", |line| Cell::text(&line.first)),
    Column::for_programs("second", |line| Cell::text(&line.second)),
    Column::for_people("Between", |line| Cell::text(&line.between)),
    Column::new("says", "First says", |line| Cell::word(line.word.to_string(), Tone::Plain)),
    Column::new("none", "Second: none", |line| Cell::count(line.counts[0])),
    Column::new("partial", "partial", |line| Cell::count(line.counts[1])),
    Column::new("full", "full", |line| Cell::count(line.counts[2])),
    Column::new("related", "related", |line| Cell::count(line.counts[3])),
    Column::new("open", "open", |line| Cell::count(line.counts[4])),
    Column::new("no-row", "no row", |line| Cell::count(line.counts[5])),
];

const DISAGREEMENTS: &[Column<Disagreement>] = &[
    Column::for_programs("from", |one| Cell::refs(&one.from)),
    Column::for_programs("to", |one| Cell::refs([&one.to])),
    Column::for_people("From", |one| {
        Cell::text(one.from.iter().map(|clause| clause.number.as_str()).collect::<Vec<_>>().join(" + "))
    }),
    Column::for_people("To", |one| Cell::text(one.to.number.as_str())),
    Column::new("effect", "Changes coverage by", |one| Cell::share(Some(one.effect()))),
];

impl Agree {
    /// The answer as a document.
    pub fn document<'l>(&self, case: Case<'l>, tables: &[&'l RelationTable]) -> Result<Document, Refusal> {
        let answer = self.ask(case, tables)?;
        let names: Vec<String> = answer.opinions.mappers.iter().map(|mapper| mapper.name.to_string()).collect();
        let labels = labels(&names);
        let (from, to) = (&answer.opinions.from.id, &answer.opinions.to.id);
        let mut parts = vec![
            Part::Table(Table::of("groups", "Agreement", GROUPS, &groups(&answer)).for_audience(Audience::People)),
            Part::Table(
                Table::of("beyond-chance", "Agreement beyond chance", BEYOND_CHANCE, &groups(&answer))
                    .for_audience(Audience::People),
            ),
            Part::Table(Table::of(ANSWER, "Coefficients", LINES, &lines(&answer)).for_audience(Audience::Programs)),
            Part::Table(Table::of(
                "confusion",
                "What each table says if another one has a row",
                CONFUSION,
                &confusion(&answer, &labels),
            )),
        ];
        parts.push(Part::Table(entailed(&answer, &names, &labels)));
        parts.extend(entailed_pairs::tables(&answer, &names, &labels).map(Part::Table));
        let shown = self.limit.unwrap_or(usize::MAX).min(answer.disagreements.len());
        parts.push(Part::Table(disagreements(&answer.disagreements[..shown], &names, &labels)));
        let mut lead = self.lead(&answer, &names, case);
        if labels != names {
            let tables = labels.iter().zip(&names).map(|(label, name)| format!("{label} is {name}"));
            lead.push(format!("{}.", listed(&tables.collect::<Vec<_>>())));
        }
        if shown < answer.disagreements.len() {
            lead.push(format!(
                "{shown} of {} {} listed.",
                counted(answer.disagreements.len(), "disagreement", "disagreements"),
                if shown == 1 { "is" } else { "are" }
            ));
        }
        Ok(Document {
            command: "agree",
            title: format!("Agreement of {} on {from} to {to}", listed(&names)).into(),
            lead: Phrase::each(lead),
            parts,
            findings: Vec::new(),
            basis: case.basis_of([from, to], tables.iter().copied()),
        })
    }

    fn lead(&self, answer: &Agreement<'_>, names: &[String], case: Case<'_>) -> Vec<String> {
        let Agreement { opinions, overall, entailed, .. } = answer;
        let words = |word: Word| {
            opinions.units.iter().flat_map(|unit| &unit.opinions).filter(|opinion| opinion.word == word).count()
        };
        let one_sided = overall.units - overall.compared;
        let same = match overall.coefficients.same.value {
            Ok(share) => format!("{} of the comparisons agree", percent(share)),
            Err(why) => why.to_string(),
        };
        let mut lead = vec![format!(
            "{}; {} by two mappers or more: {same}.",
            counted(overall.units, "pair has a row", "pairs have a row"),
            counted(overall.compared, "is rated", "are rated"),
        )];
        lead.push(match self.absent {
            Absent::Missing => format!(
                "A pair without a row is a missing value, unless the table says that one of its clauses has no counterpart: {} for that reason or because they say only related. --absent none counts it as none.",
                counted(one_sided, "pair is not compared", "pairs are not compared")
            ),
            Absent::None => "A pair without a row counts as none, because of --absent none.".to_owned(),
        });
        if words(Word::Related) > 0 {
            lead.push(format!(
                "Related states no strength and is a missing value ({}).",
                counted(words(Word::Related), "time", "times")
            ));
        }
        for mapper in opinions.mappers.iter().filter(|mapper| mapper.is_reversed) {
            lead.push(format!(
                "{} has the opposite direction: its rows count only if they state their reverse.",
                mapper.table.id
            ));
        }
        if words(Word::Open) > 0 {
            lead.push(format!(
                "{} no reverse, so it is open how far {} covers {}: missing values.",
                counted(words(Word::Open), "such row states", "such rows state"),
                opinions.from.id,
                opinions.to.id
            ));
        }
        for mapper in opinions.mappers.iter().filter(|mapper| mapper.left_out > 0) {
            let rows = counted(mapper.left_out, "row was", "rows were");
            lead.push(format!(
                "{rows} left out of {}: joint rows in the opposite direction, or rows between other editions.",
                mapper.table.id
            ));
        }
        lead.push("Levels in order: none < partial < full. Krippendorff's alpha is the ordinal form of 2011: the distance of two levels is the square of the number of ratings at and between them, where those at the two levels count half.".to_owned());
        lead.push(match names.len() > 2 {
            true => "Cohen's kappa is for two mappers: it is the mean of all pairs of mappers that have one, each computed from what both rated. Fleiss' kappa uses only what all rated. Each is followed by its own count (of).".to_owned(),
            false => "Each coefficient is followed by the number of pairs from which it is computed (of).".to_owned(),
        });
        let scores = [overall, &entailed.score].into_iter().chain(answer.chapters.iter().map(|one| &one.score));
        if scores.into_iter().any(|score| score.coefficients.all().iter().any(|(_, one)| one.value.is_err())) {
            lead.push("Undefined: nothing can be compared, or all ratings are at the same level.".to_owned());
        }
        lead.push(format!(
            "Intervals: the middle 95 % of the results of {} of the compared pairs (seed {}).",
            counted(usize::try_from(self.resamples).unwrap_or(usize::MAX), "draw", "draws"),
            self.seed
        ));
        let differ =
            entailed.levels.iter().filter(|(_, levels)| levels.iter().any(|level| *level != levels[0])).count();
        let coverages: Vec<String> = names
            .iter()
            .zip(&entailed.tallies)
            .map(|(name, tally)| {
                let coverage = tally.coverage(case.settings.partial_weight).map_or("nothing".to_owned(), percent);
                format!("{coverage} by {name}")
            })
            .collect();
        lead.push(format!(
            "If all of {} is in place, the tables cover the following shares of the {} of {}: {}. {} at different levels in different tables.",
            opinions.from.id,
            counted(entailed.levels.len(), "requirement", "requirements"),
            opinions.to.id,
            coverages.join(", "),
            counted(differ, "is", "are"),
        ));
        lead.extend(entailed_pairs::lead(answer, names));
        lead
    }
}

fn groups(answer: &Agreement<'_>) -> Vec<Group> {
    let group = |name: &str, title: &str, score: &Score| Group {
        name: name.to_owned(),
        title: title.to_owned(),
        score: score.clone(),
    };
    let of_rows = group("all", "All pairs", &answer.overall);
    let chapters = answer.chapters.iter().map(|one| group(one.chapter.as_str(), &one.title, &one.score));
    let entailed = group("levels", "Levels that follow", &answer.entailed.score);
    std::iter::once(of_rows).chain(chapters).chain([entailed]).collect()
}

fn lines(answer: &Agreement<'_>) -> Vec<Line> {
    let of = |basis: &'static str, group: String, title: String, score: &Score| {
        let both = score.coefficients.all().into_iter().zip(score.intervals);
        let line = |((name, measured), interval)| Line {
            basis,
            group: group.clone(),
            title: title.clone(),
            units: score.units,
            compared: score.compared,
            name,
            measured,
            interval,
        };
        both.map(line).collect::<Vec<Line>>()
    };
    let mut lines = of("rows", "total".to_owned(), String::new(), &answer.overall);
    for one in &answer.chapters {
        lines.extend(of("rows", one.chapter.to_string(), one.title.to_string(), &one.score));
    }
    lines.extend(of("levels", "total".to_owned(), String::new(), &answer.entailed.score));
    lines
}

fn confusion(answer: &Agreement<'_>, labels: &[String]) -> Vec<Confusion> {
    let opinions = &answer.opinions;
    let mut lines = Vec::new();
    for first in 0..opinions.mappers.len() {
        for second in first + 1..opinions.mappers.len() {
            for word in Word::ALL {
                let mut counts = [0; 6];
                for unit in opinions.units.iter().filter(|unit| unit.opinions[first].word == word) {
                    let other = unit.opinions[second].word;
                    let at = Word::ALL.iter().position(|known| *known == other).unwrap_or(0);
                    counts[at] += 1;
                }
                // The levels always have a line; the rest where it was said.
                if word.level().is_some() || counts.iter().sum::<usize>() > 0 {
                    let [one, other] = [first, second].map(|at| opinions.mappers[at].name.to_string());
                    let between = [first, second].map(|at| labels[at].as_str()).join(" and ");
                    lines.push(Confusion { first: one, second: other, between, word, counts });
                }
            }
        }
    }
    lines
}

/// The requirements that are at different levels by different tables.
fn entailed(answer: &Agreement<'_>, names: &[String], labels: &[String]) -> Table {
    let differing: Vec<_> =
        answer.entailed.levels.iter().filter(|(_, levels)| levels.iter().any(|level| *level != levels[0])).collect();
    let mut table = Table::of("levels", "Requirements at different levels in different tables", &[], &differing);
    let refs = differing.iter().map(|(clause, _)| Cell::refs_shown(vec![clause.clone()], clause.number.to_string()));
    add(&mut table, ("clause".to_owned(), "Clause"), Audience::All, refs.collect());
    for (at, name) in names.iter().enumerate() {
        let cells = differing.iter().map(|(_, levels)| Cell::word(levels[at].name(), tone(levels[at])));
        add(&mut table, (name.clone(), &labels[at]), Audience::All, cells.collect());
    }
    table
}

fn disagreements(all: &[Disagreement], names: &[String], labels: &[String]) -> Table {
    let mut table = Table::of(
        "disagreements",
        "Disagreements, starting with those that change the coverage most",
        DISAGREEMENTS,
        all,
    );
    for (at, name) in names.iter().enumerate() {
        let label = &labels[at];
        let said = all.iter().map(|one| Cell::text(words_of(one.words[at])));
        add(&mut table, (name.clone(), label), Audience::All, said.collect());
        let coverages = all.iter().map(|one| Cell::share(one.coverages[at]));
        let of = |what: &str| (format!("{name}: {what}"), format!("{label}: {what}"));
        let (key, shown) = of("coverage");
        add(&mut table, (key, &shown), Audience::All, coverages.collect());
        // Reasons are sentences, which a terminal has no room for.
        let reasons = all.iter().map(|one| Cell::maybe(one.reasons[at].as_ref()));
        let (key, shown) = of("reason");
        add(&mut table, (key, &shown), Audience::Editors, reasons.collect());
    }
    table
}

/// Adds a column to the right.
fn add(table: &mut Table, (key, label): (String, &str), audience: Audience, cells: Vec<Cell>) {
    table.headings.push(Heading { key: key.into(), label: label.to_owned().into(), audience });
    table.rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
}

/// What people read as a column heading: names, or, if one is too long for that, the numbers of the tables.
fn labels(names: &[String]) -> Vec<String> {
    const LONGEST: usize = 16;
    match names.iter().all(|name| name.chars().count() <= LONGEST) {
        true => names.to_vec(),
        false => (1..=names.len()).map(|number| format!("Table {number}")).collect(),
    }
}

/// What a mapper says, with the reverse where it is stated.
fn words_of((word, reverse): (Word, Option<crate::model::Strength>)) -> String {
    match reverse {
        Some(reverse) => words::joined(&[word.to_string(), reverse.to_string()], "/"),
        None => word.to_string(),
    }
}
