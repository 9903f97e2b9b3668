//! The front door for other programs: load, ask, document.
//!
//! ```
//! use xwalk::api::{Gap, Level, Standards};
//!
//! let standards = Standards::bundled();
//! let assessment = standards.assessment("examples/harbour-it/assessment.yaml")?;
//! let answer = assessment.gap(&Gap::new().target("iso-iec-20000-1:2011"))?;
//! let (target, tally) = &answer.targets[0];
//! assert_eq!(target.as_str(), "iso-iec-20000-1:2011");
//! assert_eq!((tally.applicable, tally.full), (39, 3));
//! let new = answer.rows.iter().filter(|row| row.level == Level::None).count();
//! let page = assessment.document(&Gap::new())?.text("html")?;
//! assert!(page.contains("Harbour IT Services"));
//! # assert_eq!(new, 14);
//! # Ok::<(), xwalk::api::Error>(())
//! ```
//!
//! - **Load.** [`Standards`] holds what is bundled and what you add, read once; [`Standards::assessment`] reads an [`Assessment`]
//!   against it. Both are values: they are cheap to clone, own all that they need, and may be asked from several threads.
//! - **Ask.** [`Gap`], [`Coverage`] and [`Map`] have answers with types. [`Question`] is a question in the words of the
//!   command line, and says which commands are questions. [`Check`] finds what is wrong with files. [`Settings`] say how
//!   to infer and to count.
//! - **Document.** Each question is also answered with a [`Document`], which every format of the program can be made of.
//!
//! What goes wrong is an [`Error`]: wrong data with all [`Faults`] and their places, a question that has no answer here, or a file
//! that cannot be read. Nothing is printed, nothing is written to disk, and no clock, environment or project file has a say: what
//! you do not pass is not used.
//!
//! # The promise
//!
//! What this module shows keeps to semantic versioning: it is not removed and does not change its meaning within a
//! major version, or within a minor one before 1.0. Types that may grow are marked `#[non_exhaustive]`; [`Level`] and
//! [`Status`] will not, since their meaning depends on there being no further value. The names of formats, the words of
//! questions and settings, and the keys and values of JSON and CSV, which `docs/json.md` describes, are part of the
//! promise too; keys may be added. A [`Text`] and a [`Phrase`] in an answer are texts: that they can be read with
//! `as_str`, dereferenced and shown is what stays of them. Sentences for people may change in any version. So may all
//! other modules of the crate, which are public so that the program and the tests can use them.

#![warn(clippy::missing_errors_doc)]

mod ask;
mod assessment;
mod check;
#[expect(clippy::missing_errors_doc, reason = "it is for the program alone")]
mod companion;
mod coverage;
mod document;
mod error;
mod faults;
#[expect(clippy::missing_errors_doc, reason = "it is for the program alone")]
mod files;
mod gap;
#[expect(clippy::missing_errors_doc, reason = "it is for the program alone")]
mod gather;
mod intersect_as;
#[expect(clippy::missing_errors_doc, reason = "it is for the program alone")]
mod judged;
mod map;
#[expect(clippy::missing_errors_doc, reason = "it is for the program alone")]
mod other_content;
mod question;
mod reading;
mod settings;
mod standards;
mod unfit;
mod words;

pub use ask::Ask;
pub use assessment::Assessment;
pub use check::Check;
pub use coverage::{Coverage, Coverages};
pub use document::Document;
pub use error::{Error, FileError};
pub use faults::{Fault, Faults};
pub use gap::{Gap, Gaps};
pub use intersect_as::IntersectAs;
pub use map::Map;
pub use question::Question;
pub use settings::Settings;
pub use standards::{Standards, StandardsReader};

pub use crate::crosswalk::Level;
pub use crate::diagnostic::{Refusal, Severity};
pub use crate::language::Phrase;
pub use crate::model::{ClauseId, ClauseNumber, Confidence, EditionId, Status, TableId};
pub use crate::query::{Action, Contributor, GapRow, Group, Outcome, Tally};
pub use crate::source::Text;
pub use crate::survey::{MapBasis, MapRow};

#[doc(hidden)]
pub use companion::read_companion;
#[doc(hidden)]
pub use document::for_readers;
#[doc(hidden)]
pub use files::StandardFiles;
#[doc(hidden)]
pub use gather::library;
#[doc(hidden)]
pub use judged::{EarlierCoverage, Judged};
#[doc(hidden)]
pub use other_content::refuse_other_content;
#[doc(hidden)]
pub use reading::ForeignReading;
#[doc(hidden)]
pub use unfit::unfit;

/// The examples of the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct ReadMe;
