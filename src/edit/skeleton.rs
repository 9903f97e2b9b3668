//! The skeleton of an assessment, with comments.
