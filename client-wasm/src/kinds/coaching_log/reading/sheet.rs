//! One session in full.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::coaching_log::{Session, SessionFields, SessionStatus};
use besace_model::sorted::SortedSet;

use crate::kinds::coaching_log::signing::{self, has_answered};
use crate::kinds::coaching_log::{SessionLink, SessionSheet, SignatureView};
use crate::view::Person;
use crate::views::{ViewReader, next_words, stands};

impl ViewReader<'_> {
    pub(crate) fn session_sheet(&self, member: MemberId, id: Ulid) -> Option<SessionSheet> {
        let log = self.log(member)?;
        let session = log.sessions.get(&id)?;
        let head = DocHead::coaching_log(member);
        let key = id.to_string();
        let me = self.me_id();
        let signers = [me, member].into_iter().collect::<SortedSet<_>>();
        let closed = session.is_closed(member);
        let may_sign: Vec<Person> = self
            .people(signers.iter().filter(|_| !closed))
            .into_iter()
            .filter(|person| {
                let signer = person.member.to_string();
                self.may_write(&head, &["sessions", &key, "signatures", &signer])
            })
            .filter(|person| !session.is_signed_by(person.member))
            .filter(|person| person.member == me || !has_answered(session, person.member))
            .collect();
        Some(SessionSheet {
            row: self.session_row(member, log, id, session),
            fields: session_fields(session),
            statuses: next_words(
                Kind::CoachingLog,
                &["sessions", &key, "status"],
                &log.conflicts,
                session.status,
                (SessionStatus::ALL, SessionStatus::as_str),
            ),
            preparation: log.preparations.get(&id).cloned().unwrap_or_default(),
            may_prepare: self.may_write(&head, &["preparations", &key]),
            feedback: log.feedback.get(&id).cloned(),
            may_rate: self.may_write(&head, &["feedback", &key, "score"]),
            rereads: [format!("preparations/{key}"), format!("feedback/{key}/")]
                .iter()
                .flat_map(|below| self.rereads(&head, below))
                .collect(),
            signatures: self.signatures(session),
            may_sign,
            content_sha256: session.content_sha256.clone(),
            changed_since_signature: session.signatures.values().any(|s| s.changed_since),
            amended_by: log
                .standing_sessions(member)
                .filter(|(_, other)| other.amends == Some(id))
                .map(|(id, other)| link(member, id, other))
                .collect(),
            amended: session
                .amends
                .and_then(|id| Some(link(member, id, log.sessions.get(&id)?))),
            actions: log
                .actions
                .iter()
                .filter(|(_, action)| action.session == Some(id) && stands(&action.entry))
                .map(|(action_id, action)| self.action_row(member, log, *action_id, action))
                .collect(),
        })
    }

    fn signatures(&self, session: &Session) -> Vec<SignatureView> {
        let view = |signer: &MemberId, signature: &besace_model::kinds::coaching_log::Signature| {
            SignatureView {
                member: *signer,
                name: self.name(*signer),
                at: signature.at.clone(),
                captured_by: signature.captured_by,
                captured_by_name: self.name(signature.captured_by),
                captured_elsewhere: signature.captured_by != *signer,
                strokes: signature.strokes.clone(),
                typed: signature.typed.clone(),
                changed_since: signature.changed_since,
                contested_at: signature.contested_at.clone(),
                confirmed_at: signature.confirmed_at.clone(),
                may_confirm: *signer == self.me_id() && signing::is_unconfirmed(*signer, signature),
                may_contest: *signer == self.me_id()
                    && signing::is_unconfirmed(*signer, signature)
                    && signature.contested_at.is_empty(),
            }
        };
        session.signatures.iter().map(|(s, v)| view(s, v)).collect()
    }
}

fn link(member: MemberId, id: Ulid, session: &Session) -> SessionLink {
    SessionLink {
        id,
        starts_at: session.starts_at.clone(),
        session_type: session.session_type,
        closed: session.is_closed(member),
    }
}

fn session_fields(session: &Session) -> SessionFields {
    SessionFields {
        starts_at: session.starts_at.clone(),
        minutes: session.minutes,
        mode: session.mode,
        place: session.place.clone(),
        session_type: session.session_type,
        statutory: session.statutory,
        topics: session.topics.iter().cloned().collect(),
        status: session.status,
        coaches: session.coaches.iter().copied().collect(),
        member_present: session.member_present,
        objectives: session.objectives.clone(),
        points: session.points.clone(),
        plan: session.plan.clone(),
        eight_points: session.eight_points.clone(),
        amends: session.amends,
    }
}
