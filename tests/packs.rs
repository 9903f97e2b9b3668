//! Packs: the same answers as over the files, and a clear word where one is not what was written.

#[path = "packs/damage.rs"]
mod damage;
#[path = "packs/lazy.rs"]
mod lazy;
#[path = "packs/made.rs"]
mod made;
#[path = "packs/same.rs"]
mod same;
