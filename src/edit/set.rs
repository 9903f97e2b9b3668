//! One statement of an assessment is changed in its text.
