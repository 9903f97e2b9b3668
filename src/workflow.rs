//! The steps of a method in an order: what comes first, what may run side by side, which way is the longest.
