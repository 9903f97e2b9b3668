//! Several editions as one system: what attaches to each clause of the base, and what is new from each.

mod attach;
mod entries;
mod group;
mod integration;
mod layout;
mod rank;

pub use attach::{Attachment, Integrated, IntegrationKind};
pub use group::{Group, Member};
pub use integration::{Integrate, Integration};
pub use rank::Candidate;

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::Catalog;
use crate::query::case::{Case, Question};
use crate::report::Document;

impl Integrate {
    /// Answers with the first edition as the base and the others in the order given, each once.
    pub fn ask(&self, case: Case<'_>) -> Result<Integration, Refusal> {
        let editions = self.catalogs(case)?;
        let by = group::Grouping::named(&self.by, case, &editions)?;
        let runs = attach::runs(case, &editions);
        let requirements = attach::requirements(case, &editions, &runs);
        let groups = by.groups(case, &editions, &requirements)?;
        let tallies = editions.iter().zip(&runs).map(|(catalog, (_, tally))| (catalog.id.clone(), *tally)).collect();
        Ok(Integration { editions: tallies, requirements, groups })
    }

    fn catalogs<'l>(&self, case: Case<'l>) -> Result<Vec<&'l Catalog>, Refusal> {
        let catalogs = name::editions(&self.editions, case.library)?;
        match catalogs.as_slice() {
            [_, _, ..] => Ok(catalogs),
            [] | [_] => Err(Refusal {
                message: "one edition alone cannot be integrated".to_owned(),
                help: Some("name two or more editions, the base first".to_owned()),
            }),
        }
    }
}

impl Question for Integrate {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        if self.suggest_base { rank::document(self, case) } else { layout::document(self, case) }
    }
}
