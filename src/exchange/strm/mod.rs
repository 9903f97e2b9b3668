//! NIST's forms: set theory relationship mappings (IR 8477, OLIR), and exports of CPRT.
//!
//! Workbooks of STRM and OLIR are spreadsheets, and are read as these are; [`sheet`] writes them.

mod cprt;
mod sheet;
mod source;

pub(super) use cprt::read as read_cprt;
pub use sheet::sheet;
