//! The question `soa` on small worlds, with answers counted by hand.
