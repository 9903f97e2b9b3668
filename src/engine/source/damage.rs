//! What is found out about a file only while it is used.

use std::sync::{Arc, OnceLock};

/// Whether something that is read late, such as a part of a pack, turned out to be damaged, and how. Copies share it.
#[derive(Debug, Clone, Default)]
pub struct Damage(Arc<OnceLock<String>>);

impl Damage {
    /// Records what is damaged; the first message stays.
    pub fn report(&self, what: impl Into<String>) {
        drop(self.0.set(what.into()));
    }

    /// What is damaged, if anything turned out to be.
    pub fn message(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }
}
