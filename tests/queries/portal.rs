//! The question `portal` on small worlds, with answers counted by hand.
