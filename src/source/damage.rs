//! What is found out about a file only while it is used.

use std::sync::{Arc, OnceLock};

/// Whether something that is looked at late, such as a part of a pack, turned out to be damaged, and how. Copies share it.
#[derive(Debug, Clone, Default)]
pub struct Damage(Arc<OnceLock<String>>);

impl Damage {
    /// Says what is damaged; what was said first stays.
    pub fn tell(&self, what: impl Into<String>) {
        drop(self.0.set(what.into()));
    }

    /// What is damaged, if anything turned out to be.
    pub fn told(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }
}
