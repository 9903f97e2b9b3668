//! The picture of a chart.
