//! Clauses by their words.

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Catalog, Clause, ClauseId};
use crate::query::case::{Case, Question};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};

/// Clauses in whose id, title, summary or attributes all of the words occur
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk search internal audit
  xwalk search supplier --edition iso-iec-20000-1:2011")]
pub struct Search {
    /// The words; case does not matter
    #[arg(required = true)]
    pub words: Vec<String>,
    /// Search only this edition
    #[arg(long, value_name = "EDITION")]
    pub edition: Option<String>,
}

struct Hit {
    clause: ClauseId,
    found: Clause,
    in_title: usize,
}

const COLUMNS: &[Column<Hit>] = &[
    Column::new("clause", "Clause", |hit| Cell::refs([&hit.clause])),
    Column::new("title", "Title", |hit| Cell::text(&hit.found.title)),
    Column::for_programs("kind", |hit| Cell::text(hit.found.kind.to_string())),
    Column::new("summary", "What it asks", |hit| Cell::maybe(hit.found.summary.as_ref())),
];

impl Question for Search {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let words: Vec<String> =
            self.words.iter().flat_map(|word| word.split_whitespace()).map(str::to_lowercase).collect();
        if words.is_empty() {
            return Err(Refusal {
                message: "no words to search for".to_owned(),
                help: Some("name one or more".to_owned()),
            });
        }
        let catalogs: Vec<&Catalog> = match &self.edition {
            Some(edition) => vec![name::edition(edition, case.library)?],
            None => case.library.catalogs().collect(),
        };
        let mut hits: Vec<Hit> = catalogs.iter().flat_map(|catalog| hits(catalog, &words)).collect();
        // Most words in the title first; among equals as in the catalogs.
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.in_title));
        let count = super::words::counted(hits.len(), "clause", "clauses");
        Ok(Document {
            command: "search",
            title: format!("Clauses with {}", self.words.join(" ")),
            lead: vec![format!("{count} found.")],
            parts: vec![Part::Table(Table::of(ANSWER, "Clauses", COLUMNS, &hits))],
            findings: Vec::new(),
            basis: case.basis(hits.iter().map(|hit| &hit.clause.edition), []),
        })
    }
}

fn hits(catalog: &Catalog, words: &[String]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for clause in catalog.clauses() {
        let title = clause.title.to_lowercase();
        let attributes = clause.attributes.iter().map(|(_, value)| value).collect::<Vec<_>>().join(" ");
        let rest = format!("{} {} {attributes}", clause.number, clause.summary.as_deref().unwrap_or("")).to_lowercase();
        let in_title = words.iter().filter(|word| title.contains(word.as_str())).count();
        if words.iter().all(|word| title.contains(word.as_str()) || rest.contains(word.as_str())) {
            hits.push(Hit {
                clause: ClauseId { edition: catalog.id.clone(), number: clause.number.clone() },
                found: clause.clone(),
                in_title,
            });
        }
    }
    hits
}
