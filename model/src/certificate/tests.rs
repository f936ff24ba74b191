//! What a certificate proves, and what it does not.

use ed25519_dalek::{Signer, SigningKey};

use super::*;

const NOW: Timestamp = Timestamp(1_772_400_000_000);

fn relay() -> SigningKey {
    SigningKey::from_bytes(&[5; 32])
}

fn statement() -> Statement {
    Statement {
        coop: CoopId::from_bytes([1; 16]),
        member: MemberId::from_bytes([2; 16]),
        device: DeviceId::from_bytes([3; 16]),
        key: SigningKey::from_bytes(&[4; 32])
            .verifying_key()
            .to_bytes()
            .into(),
        issued_ms: NOW.0,
        until_ms: NOW.0 + 1_000,
    }
}

fn signed(statement: Vec<u8>, key: &SigningKey) -> Certificate {
    let signature = key.sign(&signing_bytes(&statement)).to_bytes();
    Certificate::new(statement, signature)
}

fn verify(certificate: &Certificate, now: Timestamp) -> Result<Statement, Unproven> {
    let key = relay().verifying_key().to_bytes();
    let relay = PublicKey::from_bytes(&key).unwrap();
    certificate
        .verify(&relay, now)
        .map(|(statement, _)| statement)
}

#[test]
fn what_the_relay_signed_says_whose_device_it_is() {
    let certificate = signed(statement().to_bytes(), &relay());
    assert_eq!(verify(&certificate, NOW), Ok(statement()));
}

#[test]
fn another_relay_s_word_proves_nothing() {
    let certificate = signed(statement().to_bytes(), &SigningKey::from_bytes(&[6; 32]));
    assert_eq!(verify(&certificate, NOW), Err(Unproven::Signature));
}

#[test]
fn a_word_that_was_signed_for_something_else_proves_nothing() {
    let bytes = statement().to_bytes();
    let signature = relay().sign(&bytes).to_bytes();
    let certificate = Certificate::new(bytes, signature);
    assert_eq!(verify(&certificate, NOW), Err(Unproven::Signature));
}

#[test]
fn a_word_of_which_a_byte_was_changed_proves_nothing() {
    let bytes = statement().to_bytes();
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 1;
        let signature = relay().sign(&signing_bytes(&bytes)).to_bytes();
        let certificate = Certificate::new(other, signature);
        assert_eq!(verify(&certificate, NOW), Err(Unproven::Signature));
    }
}

#[test]
fn a_certificate_s_time_is_over_one_day() {
    let certificate = signed(statement().to_bytes(), &relay());
    assert_eq!(
        verify(&certificate, NOW.plus_ms(1_000)),
        Err(Unproven::Over)
    );
}

#[test]
fn a_statement_that_is_none_is_told_from_a_forged_one() {
    for statement in [vec![], vec![0x80], vec![0xff; 40], vec![0; 10_000]] {
        let certificate = signed(statement, &relay());
        assert_eq!(verify(&certificate, NOW), Err(Unproven::Malformed));
    }
}

#[test]
fn a_pass_is_read_as_it_was_kept() {
    let pass = Pass {
        relay_key: relay().verifying_key().to_bytes().into(),
        certificate: signed(statement().to_bytes(), &relay()),
    };
    assert_eq!(Pass::from_bytes(&pass.to_bytes()), Some(pass));
    assert_eq!(Pass::from_bytes(b"no pass"), None);
}
