//! What is shown of a clause before it is asked.

use super::Interview;
use super::answer::summary;
use super::interviewee::Remark;
use crate::model::{ClauseId, ClauseKind, Strength};

/// The most related clauses that are shown.
const RELATED: usize = 8;

impl Interview<'_> {
    /// Its name and place, what is related, and what is stated so far; each as lines.
    pub(super) fn introduction(&self, id: &ClauseId) -> Option<Vec<(Remark, String)>> {
        let catalog = self.library.catalog(&id.edition)?;
        let position = catalog.position(&id.number)?;
        let clause = &catalog.clauses()[position];
        let requirements: Vec<usize> = (0..catalog.clauses().len())
            .filter(|position| catalog.clauses()[*position].kind == ClauseKind::Requirement)
            .collect();
        let number = requirements.iter().filter(|other| **other <= position).count();
        let done = requirements.iter().filter(|other| self.draft.stated(catalog, **other).is_some()).count();
        let count = requirements.len();
        let share = done * 100 / count.max(1);
        let mut shown = vec![(Remark::Clause, format!("\n{} {} {}\n", catalog.name(), id.number, clause.title))];
        let above = catalog.ancestors(position).map(|above| &catalog.clauses()[above]);
        let mut above: Vec<String> = above.map(|above| format!("{} {}", above.number, above.title)).collect();
        above.reverse();
        if !above.is_empty() {
            shown.push((Remark::Place, format!("  Part of {}\n", above.join(" > "))));
        }
        let left_open = if self.left_open.contains(id) { "; left open earlier" } else { "" };
        let progress = format!("  Clause {number} of {count}; {done} answered, {share} % done{left_open}\n");
        shown.push((Remark::Place, progress));
        if let Some(summary) = &clause.summary {
            shown.push((Remark::Known, format!("  {summary}\n")));
        }
        for line in self.related(id) {
            shown.push((Remark::Known, format!("  {line}\n")));
        }
        if let Some(statement) = self.draft.stated(catalog, position) {
            shown.push((Remark::Known, format!("  So far: {}\n", summary(statement))));
        }
        Some(shown)
    }

    /// The clauses of other editions to which rows tie a clause, and the statement on them: those that are stated first.
    fn related(&self, id: &ClauseId) -> Vec<String> {
        let mut lines = Vec::new();
        let at_hand = self.draft.editions(self.library);
        let rows = self.library.tables().flat_map(|table| &table.rows);
        for row in rows.filter(|row| row.forward != Strength::None) {
            let others: Vec<&ClauseId> = match &row.to == id {
                true => row.from.iter().collect(),
                false if row.from.contains(id) => vec![&row.to],
                false => continue,
            };
            for other in others {
                let Some(catalog) = at_hand.iter().find(|catalog| catalog.id == other.edition) else { continue };
                let Some(position) = catalog.position(&other.number) else { continue };
                let stated = self.draft.stated(catalog, position);
                let status = stated.map_or("not stated".to_owned(), |statement| statement.status.to_string());
                let title = &catalog.clauses()[position].title;
                let line = format!("Related: {} {} {title}: {status}", catalog.name(), other.number);
                if !lines.iter().any(|(_, known)| *known == line) {
                    lines.push((stated.is_none(), line));
                }
            }
        }
        lines.sort();
        let more = lines.len().saturating_sub(RELATED);
        let mut shown: Vec<String> = lines.into_iter().take(RELATED).map(|(_, line)| line).collect();
        if more > 0 {
            shown.push(format!("and {more} more"));
        }
        shown
    }
}
