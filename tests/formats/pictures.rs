//! Graphs, schedules and calendars, read back.
