//! Seed 003: ITIL, ISO, CMM and Malcolm Baldrige touch points.
