//! The question `graph` on small worlds, with answers counted by hand.
