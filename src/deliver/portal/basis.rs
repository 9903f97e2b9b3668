//! What all pages depend on, and what their words mean.

use super::system::System;
use crate::language::say;
use crate::query::glossary;
use crate::report::{Part, SitePage};

/// The page with the basis of all pages.
pub(super) fn page(system: &System<'_>) -> SitePage {
    let lead = vec![say!("portal-files")];
    let parts = vec![Part::Table(glossary::legend())];
    let mut page = system.main_page("basis.html", say!("page-basis"), lead, parts, &system.tables);
    page.document.basis = system.case.basis(system.editions(), &system.tables);
    page
}
