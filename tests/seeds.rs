//! What the four source documents of this project say, row by row of `facts/SEED-ROWS.md`, asked of the bundled data.
//!
//! Expected values are typed by hand from the documents, never read from our own files. These rows have no test; they
//! are no content of a catalog, table or method:
//!
//! - 000.6: the sections, lists and news of an informational portal are one company's screens.
//! - 000.9, in part: the two purposes of adopting a standard, the conclusions and the tasks for the future are opinion.
//! - 001.6, in part: the stages and figures of a systematic literature review are of the paper, not of the standards.
//! - 001.7, in part: AS/NZS 4581:1999, UNE 66177:2005, the ISO book of 2008, ISO/IEC 90003:2004, ISO/IEC TR 90005:2008
//!   and ISO/IEC NP 90006 are named, and nothing is said about their clauses: they have no catalog, and neither has
//!   ISO 22000.
//! - 001.9: the evaluation of the guide is what five organizations said in interviews.

#[path = "seeds/bundled.rs"]
mod bundled;
#[path = "seeds/seed_000.rs"]
mod seed_000;
#[path = "seeds/seed_001.rs"]
mod seed_001;
#[path = "seeds/seed_002.rs"]
mod seed_002;
#[path = "seeds/seed_003.rs"]
mod seed_003;
