//! How files of other programs are read.

use super::intersect_as::IntersectAs;
use crate::exchange::content::{Choices, Intersect};
use crate::exchange::format::Format;
use crate::query::INTERSECT_AS;
use crate::source::{AppliedSetting, Sources};

/// How files of other programs are read where they leave a choice.
#[derive(Debug, Clone, Copy, Default)]
pub struct ForeignReading {
    /// What an intersection is read as, where that was said.
    pub intersect_as: Option<IntersectAs>,
    /// Whether a project file says it, for everything that is read, and not an option.
    pub is_of_project: bool,
}

impl ForeignReading {
    /// The same for those who read.
    pub fn choices(self) -> Choices {
        let intersect = match self.intersect_as {
            None | Some(IntersectAs::Partial) => Intersect::Partial,
            Some(IntersectAs::Related) => Intersect::Related,
        };
        Choices { intersect, with_text: false }
    }

    /// Notes how files of other programs are read in this run.
    pub fn note(self, formats: impl IntoIterator<Item = Format>, sources: &mut Sources) {
        if formats.into_iter().any(|format| format == Format::CisoAssistant) {
            let value = self.intersect_as.unwrap_or(IntersectAs::Partial).name().to_owned();
            sources.note_setting(AppliedSetting { name: INTERSECT_AS.to_owned(), value, pack: None });
        }
    }
}
