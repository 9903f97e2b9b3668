//! How a document is handed over: by the options of its command, then by the project file.

use std::path::{Path, PathBuf};

use anyhow::Context;
use xwalk::disk;
use xwalk::language::DocumentLanguage;
use xwalk::render::{Front, Logo, Presentation, Theme};
use xwalk::source::Sources;

use super::options::words;
use super::project::Project;

// What is in front of a document and on each of its pages. A doc comment would become the help of every such command.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct FrontArgs {
    /// Name on the title page the client for whom the document is (docx, html, xlsx)
    #[arg(long, value_name = "NAME", value_parser = words, help_heading = "Title page")]
    client: Option<String>,
    /// Show this picture on the title page, a PNG, JPEG or SVG file (docx, html)
    #[arg(long, value_name = "FILE", help_heading = "Title page")]
    logo: Option<PathBuf>,
    /// Show on each page how confidential the document is, such as `Internal` (docx, html, xlsx)
    #[arg(long, value_name = "WORD", value_parser = words, help_heading = "Title page")]
    classification: Option<String>,
    #[command(flatten)]
    language: LanguageArgs,
}

// The language of what is written. A doc comment would become the help of every such command.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct LanguageArgs {
    /// The language of the document: en, de, fr or es; formats for programs, such as csv and json, are always English
    /// [default: en]
    #[arg(long, value_name = "LANGUAGE", value_parser = DocumentLanguage::parse, help_heading = "Output")]
    language: Option<DocumentLanguage>,
}

// The language of texts of files, in an answer whose own words are English. A doc comment would become the help of every
// such command.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct TextsArgs {
    /// Show titles, summaries and steps in this language where a file has them: en, de, fr or es; formats for programs,
    /// such as csv and json, show them as written
    #[arg(long, value_name = "LANGUAGE", value_parser = DocumentLanguage::parse, help_heading = "Output")]
    language: Option<DocumentLanguage>,
}

impl TextsArgs {
    /// The language of the option.
    pub(super) fn language(&self) -> Option<DocumentLanguage> {
        self.language
    }
}

impl LanguageArgs {
    /// The language of the option, else that of the project; none if neither says one.
    pub(super) fn chosen(&self, project: Option<&Project>) -> Option<DocumentLanguage> {
        self.language.or_else(|| project?.language())
    }
}

impl FrontArgs {
    /// Whether any option was given on the command line.
    pub(super) fn is_given(&self) -> bool {
        self.client.is_some() || self.logo.is_some() || self.classification.is_some()
    }

    /// The language of the document.
    pub(super) fn language(&self) -> &LanguageArgs {
        &self.language
    }

    /// What comes in front, if anything does.
    fn front(&self, project: Option<&Project>) -> anyhow::Result<Option<Front>> {
        let of_project = project.map(Project::front);
        let logo = self.logo.clone().or_else(|| project.and_then(Project::logo));
        let said = |own: &Option<String>, other: Option<&String>| own.clone().or_else(|| other.cloned());
        let front = Front {
            client: said(&self.client, of_project.and_then(|front| front.client.as_ref())),
            classification: said(&self.classification, of_project.and_then(|front| front.classification.as_ref())),
            logo: logo.as_deref().map(read_logo).transpose()?,
        };
        let is_empty = front.client.is_none() && front.classification.is_none() && front.logo.is_none();
        Ok((!is_empty).then_some(front))
    }
}

/// How documents of a command are handed over that has these options, some of them, or none.
pub(super) fn presentation(
    args: Option<&FrontArgs>,
    language: Option<&LanguageArgs>,
    project: Option<&Project>,
) -> anyhow::Result<Presentation> {
    let front = args.map(|args| args.front(project)).transpose()?.flatten();
    let language = language.and_then(|args| args.chosen(project)).unwrap_or_default();
    Ok(Presentation { front, theme: project.map_or_else(Theme::default, Project::theme), language })
}

fn read_logo(path: &Path) -> anyhow::Result<Logo> {
    let bytes = disk::bytes(&mut Sources::default(), path)?;
    Logo::read(bytes).map_err(anyhow::Error::msg).with_context(|| path.display().to_string())
}
