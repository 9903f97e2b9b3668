//! Rows of a spreadsheet become an assessment or a relation table.
