//! Uuids that are made from ids: the same id is the same uuid, in every run and on every machine.

use uuid::Uuid;

/// What all our uuids are made in: the version 5 uuid of `urn:xwalk:oscal` as an address.
const NAMESPACE: Uuid = Uuid::from_u128(0xcdd1_9564_8c0b_5d38_8dbf_e0b5_1142_3a78);

/// The uuid of what has an id among things of one kind.
pub(in crate::exchange::oscal) fn uuid(kind: &str, id: &str) -> String {
    Uuid::new_v5(&NAMESPACE, format!("{kind} {id}").as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::{NAMESPACE, Uuid, uuid};

    #[test]
    fn the_namespace_is_that_of_our_props() {
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:xwalk:oscal"));
    }

    #[test]
    fn a_uuid_depends_on_kind_and_id_alone() {
        assert_eq!(uuid("catalog", "made:1"), uuid("catalog", "made:1"));
        assert_ne!(uuid("catalog", "made:1"), uuid("source", "made:1"));
        assert_eq!(uuid("catalog", "made:1").as_bytes()[14], b'5');
    }
}
