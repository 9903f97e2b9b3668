//! The question `plan` on small worlds, with answers counted by hand.
