//! The question `guide` on small worlds, with answers counted by hand.
