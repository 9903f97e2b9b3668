//! Words of documents in several languages.
//!
//! What a document says is a [`Phrase`]: a text as it stands in a file, a word of a fixed set, a figure, or a message with
//! arguments. A phrase reads in English wherever it is used as text, so that questions, tests and programs' formats need to
//! know of no language. [`Phrase::in_language`] puts it into another one; a document does so with all of its phrases just
//! before it is written.
//!
//! # How to translate a text
//!
//! 1. Write `say!("plan-title", organization = name, count = tasks.len())` in the place of `format!(…)`. Arguments are counts
//!    (`usize`), texts, clauses, editions, days, or other phrases: [`Phrase::share`], [`Phrase::list`], [`Phrase::joined`].
//!    A sentence is one message, with the cases of its counts as Fluent has them; a sentence put together from pieces
//!    cannot be said in another language.
//! 2. Write the message into `en/plan.ftl`, `de/plan.ftl`, `fr/plan.ftl` and `es/plan.ftl`, with the same arguments. What
//!    stands before the first hyphen of an id is the name of the file, if there is such a file; all others stand in
//!    `common.ftl`. A new file has a line in `source.rs`.
//! 3. The head of a column is `Column::said(Audience::All, "due", "heading-due", …)`. A word of a fixed set, such as a level, that
//!    programs read as it is, is a [`Term`]: make it a `From<…> for Phrase` beside the type or in `query/terms.rs`.
//! 4. In `tests/languages/documents.rs` the document joins `documents`, and its tables leave `LATER`.
//! 5. Where a word depends on how the text after it begins, functions say it: `{ DE($edition) }` and `{ L($edition) }` in French,
//!    `{ $before } { Y($last) } { $last }` in Spanish. Names of standards stand in the place of ids by then.
//! 6. `tests/languages.rs` says what is missing: a message in one of the languages, an argument, a use, or a phrase of a
//!    document that reads in German as it does in English.

mod choice;
mod digits;
pub mod figures;
mod phrase;
mod sound;
mod source;
mod terms;
mod words;

pub use choice::DocumentLanguage;
pub use phrase::say;
pub use phrase::{Phrase, Term};
pub use source::files;
pub use terms::words_of;
