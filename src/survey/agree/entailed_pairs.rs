//! What tables entail of pairs, laid out.

use super::question::Agreement;
use crate::audit::agreement::{EntailedCounts, EntailedPair};
use crate::model::{Possible, SetRelation};
use crate::query::words::{counted, listed};
use crate::report::{Audience, Cell, Column, Heading, Table};

/// Two mappers and how they compare.
struct Line {
    first: String,
    second: String,
    /// Both as people read it.
    between: String,
    counts: EntailedCounts,
}

const LINES: &[Column<Line>] = &[
    Column::for_programs("first", |line| Cell::text(&line.first)),
    Column::for_programs("second", |line| Cell::text(&line.second)),
    Column::for_people("Between", |line| Cell::text(&line.between)),
    Column::new("same", "Same", |line| Cell::count(line.counts.same)),
    Column::new("compatible", "Compatible", |line| Cell::count(line.counts.compatible)),
    Column::new("contradicting", "Contradicting", |line| Cell::count(line.counts.contradicting)),
    Column::new("only-first", "Only in the first", |line| Cell::count(line.counts.only_first)),
    Column::new("only-second", "Only in the second", |line| Cell::count(line.counts.only_second)),
];

/// A pair, without what each table entails.
const PAIRS: &[Column<EntailedPair>] = &[
    Column::for_programs("from", |pair| Cell::refs([&pair.from])),
    Column::for_programs("to", |pair| Cell::refs([&pair.to])),
    Column::for_people("From", |pair| Cell::text(pair.from.number.as_str())),
    Column::for_people("To", |pair| Cell::text(pair.to.number.as_str())),
];

/// What matters most of it.
pub(super) fn lead(answer: &Agreement<'_>, names: &[String]) -> Vec<String> {
    let entailed = &answer.entailed_pairs;
    let mut lead = vec![format!(
        "The tables entail something about {} that rows name, through headings, joint rows or chains.",
        counted(entailed.pairs.len(), "pair", "pairs")
    )];
    if let [_, _] = names {
        let EntailedCounts { same, compatible, contradicting, only_first, only_second } = entailed.counts(0, 1);
        lead.push(format!(
            "Of these, the two entail the same on {same}, contradict each other on {contradicting}, and are compatible but not the same on {compatible}; on {} only one entails anything.",
            only_first + only_second
        ));
    }
    if !entailed.contradictory.is_empty() {
        let names: Vec<String> = entailed.contradictory.iter().map(|number| names[*number].clone()).collect();
        let table = if names.len() == 1 { "The table" } else { "The tables" };
        let verb = if names.len() == 1 { "contradicts itself" } else { "contradict themselves" };
        lead.push(format!(
            "{table} of {} {verb}: as in xwalk audit, rows are left out until no contradiction remains.",
            listed(&names)
        ));
    }
    if entailed.is_cut {
        lead.push("Not everything could be tried: more may be entailed than is listed.".to_owned());
    }
    lead
}

/// The counts for each two mappers, and the pairs of which not all entail the same.
pub(super) fn tables(answer: &Agreement<'_>, names: &[String], labels: &[String]) -> [Table; 2] {
    let mut lines = Vec::new();
    for first in 0..names.len() {
        for second in first + 1..names.len() {
            let between = format!("{} and {}", labels[first], labels[second]);
            let [one, other] = [first, second].map(|at| names[at].clone());
            let counts = answer.entailed_pairs.counts(first, second);
            lines.push(Line { first: one, second: other, between, counts });
        }
    }
    let differs = |pair: &&EntailedPair| pair.possible.iter().any(|possible| *possible != pair.possible[0]);
    let differing: Vec<&EntailedPair> = answer.entailed_pairs.pairs.iter().filter(differs).collect();
    let title = "Pairs on which the tables do not entail the same";
    let mut pairs = Table::of("entailed-pairs", title, PAIRS, differing.iter().copied());
    for (at, (name, label)) in names.iter().zip(labels).enumerate() {
        let heading = Heading { key: name.clone().into(), label: label.clone().into(), audience: Audience::All };
        pairs.headings.push(heading);
        let cells = differing.iter().map(|pair| Cell::text(words(pair.possible[at])));
        pairs.rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
    }
    [Table::of("entailed", "What the tables entail", LINES, &lines), pairs]
}

/// What a table entails of a pair, in the words of rows: `full/partial`.
fn words(possible: Possible) -> String {
    if possible == Possible::ALL {
        return "nothing".to_owned();
    }
    if possible.is_subset(Possible::only(SetRelation::Disjoint)) {
        return "none".to_owned();
    }
    let shares = possible.is_subset(Possible::SHARES);
    let word = |whole: Possible| match (possible.is_subset(whole), possible.and(whole).is_empty(), shares) {
        (true, ..) => "full",
        (false, true, true) => "partial",
        (false, true, false) => "not full",
        (false, false, true) => "partial or full",
        (false, false, false) => "open",
    };
    let (forward, reverse) = (word(Possible::COVERS), word(Possible::WITHIN));
    match reverse {
        "partial or full" | "open" => forward.to_owned(),
        known => format!("{forward}/{known}"),
    }
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::model::{Possible, SetRelation};

    #[test]
    fn what_is_entailed_is_said_in_the_words_of_rows() {
        let only = Possible::only;
        let said = [
            (Possible::ALL, "nothing"),
            (only(SetRelation::Disjoint), "none"),
            (only(SetRelation::Equal), "full/full"),
            (only(SetRelation::Contains), "full/partial"),
            (only(SetRelation::Inside), "partial/full"),
            (only(SetRelation::Overlaps), "partial/partial"),
            (Possible::COVERS, "full"),
            (Possible::WITHIN, "partial or full/full"),
            (Possible::SHARES, "partial or full"),
            (Possible::SHARES.but(Possible::COVERS), "partial"),
            (Possible::ALL.but(Possible::COVERS), "not full"),
            (Possible::ALL.but(Possible::WITHIN), "open/not full"),
        ];
        said.into_iter().for_each(|(possible, word)| assert_eq!(words(possible), word));
    }
}
