//! The question `report` on small worlds, with answers counted by hand.
