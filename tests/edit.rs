//! Texts that are written and changed: what is asked for is there, and nothing else is touched.

#[path = "edit/interview.rs"]
mod interview;
#[path = "edit/lines.rs"]
mod lines;
#[path = "edit/places.rs"]
mod places;
#[path = "edit/set.rs"]
mod set;
#[path = "edit/skeleton.rs"]
mod skeleton;
#[path = "edit/styles.rs"]
mod styles;
#[path = "edit/unset.rs"]
mod unset;
#[path = "edit/worlds.rs"]
mod worlds;
