//! A value that is made when it is needed.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

/// How a value is made.
type Make<T> = Box<dyn FnOnce() -> T + Send + Sync>;

/// A value that exists, or that is made on first use. Copies share it, and a change of a copy changes no other.
pub struct Deferred<T>(State<T>);

enum State<T> {
    There(Arc<T>),
    Waiting(Arc<LazyLock<T, Make<T>>>),
}

impl<T> Deferred<T> {
    /// A value that `make` makes once, when it is used.
    pub fn until_asked(make: impl FnOnce() -> T + Send + Sync + 'static) -> Self {
        Self(State::Waiting(Arc::new(LazyLock::new(Box::new(make)))))
    }
}

impl<T: Clone> Deferred<T> {
    /// The value, to be changed.
    pub fn get_mut(&mut self) -> &mut T {
        if let State::Waiting(waiting) = &self.0 {
            self.0 = State::There(Arc::new(T::clone(waiting)));
        }
        match &mut self.0 {
            State::There(value) => Arc::make_mut(value),
            State::Waiting(_) => unreachable!("it was made above"),
        }
    }
}

impl<T> Deref for Deferred<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match &self.0 {
            State::There(value) => value,
            State::Waiting(waiting) => waiting,
        }
    }
}

impl<'d, T> IntoIterator for &'d Deferred<T>
where
    &'d T: IntoIterator,
{
    type Item = <&'d T as IntoIterator>::Item;
    type IntoIter = <&'d T as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (**self).into_iter()
    }
}

impl<T> From<T> for Deferred<T> {
    fn from(value: T) -> Self {
        Self(State::There(Arc::new(value)))
    }
}

impl<T: Default> Default for Deferred<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T> Clone for Deferred<T> {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            State::There(value) => State::There(Arc::clone(value)),
            State::Waiting(waiting) => State::Waiting(Arc::clone(waiting)),
        })
    }
}

impl<T: fmt::Debug> fmt::Debug for Deferred<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

impl<T: PartialEq> PartialEq for Deferred<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Deferred<T> {}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::Deferred;

    #[test]
    fn a_value_is_made_once_for_all_copies_and_only_when_it_is_looked_at() {
        let made = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&made);
        let value = Deferred::until_asked(move || vec![count.fetch_add(1, Ordering::Relaxed)]);
        let mut copy = value.clone();
        assert_eq!(made.load(Ordering::Relaxed), 0);
        assert_eq!((value.len(), copy[0]), (1, 0));
        assert_eq!(made.load(Ordering::Relaxed), 1);
        copy.get_mut().push(7);
        assert_eq!((value.as_slice(), copy.as_slice()), (&[0][..], &[0, 7][..]));
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn who_changes_a_copy_changes_no_other() {
        let value = Deferred::from(vec![1]);
        let mut copy = value.clone();
        copy.get_mut().push(2);
        assert_eq!((value.as_slice(), copy.as_slice()), (&[1][..], &[1, 2][..]));
    }
}
