//! Pictures in SVG, drawn without outside programs.

mod chart;
mod graph;
mod schedule;
