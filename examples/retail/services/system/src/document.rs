//! Numbers of documents in a system of record, as identifiers of the platform.
//!
//! The platform identifies reservations, shipments and authorizations by UUIDs; the systems of record number them. A
//! table that says which is which would be state of ours, to be kept, backed up and lost. So the number itself travels
//! in the UUID: version 8, "for whatever the application likes" (RFC 9562, section 5.8), with the kind of document in its
//! first bytes and the number in its last six.

use tiebeam::types::Uuid;

/// A kind of document; its bytes are what distinguishes identifiers of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// A reservation of the ERP.
    Reservation,
    /// A delivery of the ERP.
    Delivery,
    /// A transaction of the payment processor.
    Transaction,
}

/// The low six bytes.
const NUMBER: u128 = (1 << 48) - 1;

impl Document {
    /// The identifier of the document with this number; `None` for a number that is too great.
    #[must_use]
    pub fn identifier(self, number: u64) -> Option<Uuid> {
        let number = u128::from(number);
        (number <= NUMBER).then(|| Uuid::from_u128(self.prefix() | number))
    }

    /// The number of the document with this identifier; `None` for an identifier that is not of this kind.
    #[must_use]
    pub fn number(self, identifier: Uuid) -> Option<u64> {
        let bits = identifier.as_u128();
        let is_ours = bits & !NUMBER == self.prefix();
        is_ours.then(|| u64::try_from(bits & NUMBER).ok()).flatten()
    }

    fn prefix(self) -> u128 {
        let kind: u128 = match self {
            Self::Reservation => 0x4552_5052,
            Self::Delivery => 0x4552_5044,
            Self::Transaction => 0x5041_5943,
        };
        (kind << 96) | (0x8 << 76) | (0b10 << 62)
    }
}

#[cfg(test)]
mod tests {
    use super::{Document, Uuid};

    #[test]
    fn a_number_goes_into_an_identifier_and_comes_out_again() {
        let identifier = Document::Reservation.identifier(4_500_000_001).expect("it is small");
        assert_eq!(identifier.to_string(), "45525052-0000-8000-8000-00010c388d01");
        assert_eq!(Document::Reservation.number(identifier), Some(4_500_000_001));
    }

    #[test]
    fn other_identifiers_have_no_number() {
        let delivery = Document::Delivery.identifier(7).expect("it is small");
        assert_eq!(Document::Reservation.number(delivery), None);
        assert_eq!(Document::Reservation.number(Uuid::now_v7()), None);
        assert_eq!(Document::Reservation.identifier(u64::MAX), None);
    }
}
