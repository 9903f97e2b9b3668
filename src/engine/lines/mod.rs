//! Text in lines of a width: paragraphs, and tables in columns.

mod paragraph;
mod table;

pub use paragraph::{GAP, TITLE, filled, wrapped};
pub use table::write_table;
