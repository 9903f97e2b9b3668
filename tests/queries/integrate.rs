//! The question `integrate` on small worlds, with answers counted by hand.
