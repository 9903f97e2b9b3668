//! Documents with links to each other.

use super::Document;
use crate::language::Phrase;

/// Pages in one folder.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its title.
    pub title: Phrase,
    /// Its pages; the first is its front page.
    pub pages: Vec<SitePage>,
}

/// A page of a site.
#[derive(Debug, Clone)]
pub struct SitePage {
    /// Its file name.
    pub path: String,
    /// Its name where the site lists its main pages; nothing where it is reached from one of those.
    pub name: Option<Phrase>,
    /// The path of the main page that it belongs to, or its own.
    pub main_page: String,
    /// Its content.
    pub document: Document,
}
