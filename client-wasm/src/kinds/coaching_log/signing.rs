//! What signatures say: which of them wait for whom.

use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{Session, Signature};

/// Whether somebody signed on a phone of their own, or said whether what was captured is theirs: then nobody captures
/// their signature anew.
pub(crate) fn has_answered(session: &Session, signer: MemberId) -> bool {
    let signature = session.signatures.get(&signer);
    signature.is_some_and(|it| !is_unconfirmed(signer, it) || !it.contested_at.is_empty())
}

/// Whether a signature was captured on another phone, and its signer did not say yet that it is theirs.
pub(crate) fn is_unconfirmed(signer: MemberId, signature: &Signature) -> bool {
    signature.captured_by != signer && signature.confirmed_at.is_empty()
}

/// Whether its signer has not answered yet to a signature captured on another phone.
pub(crate) fn is_unanswered(signer: MemberId, signature: &Signature) -> bool {
    is_unconfirmed(signer, signature)
        && !signature.changed_since
        && signature.contested_at.is_empty()
}

/// Whether the report changed under a signature that concerns somebody: their own, or one that they captured and that its
/// signer has not answered. What is contested is told as that.
pub(crate) fn changed_under(session: &Session, me: MemberId) -> bool {
    session.signatures.iter().any(|(signer, signature)| {
        let concerns_me =
            *signer == me || signature.captured_by == me && is_unconfirmed(*signer, signature);
        concerns_me && signature.changed_since && signature.contested_at.is_empty()
    })
}
