//! The picture of a schedule.
