//! Assessments by chapters, as a table of coloured shares.

use crate::query::tally::share_tone;
use crate::report::{Audience, Cell, Heading, Table};

use super::target::{Kept, TargetOverview};

/// The coverage of every chapter in every assessment that is kept.
pub(super) fn table(target: &TargetOverview, weight: f64) -> Table {
    let heading =
        |key: String, label: String| Heading { key: key.into(), label: label.into(), audience: Audience::All };
    let mut headings = vec![
        Heading { key: "target".into(), label: "Target".into(), audience: Audience::Programs },
        heading("assessment".to_owned(), "Assessment".to_owned()),
    ];
    headings.extend(target.chapters.iter().map(|chapter| {
        let key = format!("{}/{}", target.target, chapter.number);
        heading(key, format!("{} (N {})", chapter.number, chapter.members.len()))
    }));
    let line = |kept: &Kept| {
        let mut cells = vec![Cell::text(target.target.as_str()), Cell::text(&kept.standing.respondent.assessment)];
        cells.extend(kept.chapters.iter().map(|tally| match tally.coverage(weight) {
            Some(share) => Cell::Share(share, share_tone(share)),
            None => Cell::Empty,
        }));
        cells
    };
    Table {
        name: "heatmap",
        title: format!("Coverage of {} by assessment and chapter", target.target),
        audience: Audience::All,
        headings,
        rows: target.first.iter().map(line).collect(),
        details: Vec::new(),
        choices: Vec::new(),
    }
}
