//! How far several mappers agree: by their rows, and by what their tables entail.

mod document;
mod effect;
mod entailed;
mod entailed_pairs;
mod question;
mod score;
mod world;

pub use effect::Disagreement;
pub(in crate::survey) use effect::reason;
pub use entailed::Entailed;
pub(in crate::survey) use question::opinions;
pub use question::{Absent, Agree, Agreement, ChapterAgreement};
pub use score::Score;
