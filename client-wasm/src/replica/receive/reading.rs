//! A parcel is read: whose it is, and whether all of it may stand here. Nothing of this phone changes.

use automerge::{Automerge, ChangeHash};
use besace_model::access::Grants;
use besace_model::admission::{Author, DocIndex, Judgement, Parsed, judge_anywhere, read_signed};
use besace_model::certificate::{Certificate, Unproven};
use besace_model::commit::{Commit, PublicKey, SIGNATURE_BYTES};
use besace_model::doc::genesis::Genesis;
use besace_model::error::{ErrorCode, Refusal};
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DeviceId, DocId, MemberId};
use besace_model::kind::Record;
use besace_model::kinds::directory::{self, Directory};
use besace_model::parcel::{Handed, Parcel, ParcelError};
use besace_model::plain::Object;
use besace_model::sorted::SortedMap;
use besace_model::time::Timestamp;

use super::super::Replica;
use crate::digest;
use crate::docs::apply;
use crate::store::FromRow;

/// Changes of a document after which it is read to see what they are about: the rest is about what the last one was.
const READ_MAX: usize = 32;

/// What of a document is new here.
pub(super) struct Read {
    pub(super) head: DocHead,
    /// The document as shown, with it.
    pub(super) shown: Automerge,
    pub(super) changes: Vec<ReadChange>,
}

/// A change that may stand here.
pub(super) struct ReadChange {
    pub(super) bytes: Vec<u8>,
    pub(super) hash: CommitHash,
    pub(super) deps: Vec<CommitHash>,
    pub(super) signature: [u8; SIGNATURE_BYTES],
    pub(super) from: FromRow,
}

/// Whose device it is, by the relay's word.
struct Device {
    member: MemberId,
    key: PublicKey,
    certificate: Certificate,
    /// What its member may do, as the directory on this phone says.
    grants: Grants,
}

type Devices = SortedMap<DeviceId, Device>;

fn refuse<T>(code: ErrorCode) -> Result<T, Refusal> {
    Err(Refusal::whole(code))
}

impl Replica {
    pub(super) fn read_parcel(
        &mut self,
        bytes: &[u8],
        now: Timestamp,
    ) -> Result<Vec<Read>, Refusal> {
        let pass = self.meta.pass.as_ref().and_then(|pass| pass.relay());
        let Some(relay) = pass else {
            return refuse(ErrorCode::NoPass);
        };
        let parcel = Parcel::unpack(bytes).map_err(|error| {
            Refusal::whole(match error {
                ParcelError::Malformed => ErrorCode::ParcelBroken,
                ParcelError::Newer => ErrorCode::Upgrade,
                ParcelError::TooBig => ErrorCode::TooBig,
            })
        })?;
        if parcel.coop != self.coop {
            return refuse(ErrorCode::ParcelForeign);
        }
        let devices = self.devices(parcel.certificates, &relay, now)?;
        let docs = parcel.docs.into_iter();
        docs.map(|handed| self.read_handed(handed, &devices))
            .collect()
    }

    fn devices(
        &self,
        certificates: Vec<Certificate>,
        relay: &PublicKey,
        now: Timestamp,
    ) -> Result<Devices, Refusal> {
        let Some(directory) = self.content::<Directory>(&DocHead::directory()) else {
            return refuse(ErrorCode::ParcelAhead);
        };
        let mut devices = Devices::new();
        for certificate in certificates {
            let verified = certificate.verify(relay, self.relay_time(now));
            let (said, key) = verified.map_err(|error| {
                Refusal::whole(match error {
                    Unproven::Malformed => ErrorCode::ParcelBroken,
                    Unproven::Signature | Unproven::Over => ErrorCode::ParcelUnproven,
                })
            })?;
            if said.coop != self.coop {
                return refuse(ErrorCode::ParcelForeign);
            }
            let device = Device {
                member: said.member,
                key,
                certificate,
                grants: directory::grants_of(directory, said.member),
            };
            devices.insert(said.device, device);
        }
        Ok(devices)
    }

    fn read_handed(&mut self, handed: Handed, devices: &Devices) -> Result<Read, Refusal> {
        let Handed { head, commits } = handed;
        if head.kind.spec().is_none() {
            return refuse(ErrorCode::Upgrade);
        }
        if !head.is_well_formed() {
            return refuse(ErrorCode::ParcelBroken);
        }
        if head.kind.is_relays() || !self.grants.reads(head.audience()) {
            return refuse(ErrorCode::Forbidden);
        }
        let id = head.id(self.coop);
        if self.docs.aside().contains_key(&id) {
            return refuse(ErrorCode::SetAside);
        }
        if self.docs.last(&head) != &head {
            return refuse(ErrorCode::Gone);
        }
        let mut shown = self.shown_now(id, &head)?;
        let mut index = index_of(&head, &shown)?;
        let mut before = content(&head, &shown);
        let (mut changes, mut about) = (Vec::new(), (String::new(), String::new()));
        for commit in commits {
            let device = devices.get(&commit.device);
            let device = device.ok_or_else(|| Refusal::whole(ErrorCode::ParcelUnproven))?;
            let Some(read) = read_commit(id, device, &commit, &mut index, &mut shown)? else {
                continue;
            };
            if changes.len() < READ_MAX {
                let after = content(&head, &shown);
                about = written(&before, &after);
                before = after;
            }
            let (collection, entry) = about.clone();
            let from = FromRow {
                member: device.member,
                device: commit.device,
                certificate: device.certificate.clone(),
                collection,
                entry,
            };
            let (parsed, signature) = read;
            changes.push(ReadChange {
                hash: parsed.hash(),
                deps: parsed.deps().to_vec(),
                bytes: parsed.into_raw(),
                signature,
                from,
            });
        }
        Ok(Read {
            head,
            shown,
            changes,
        })
    }

    /// A document as it is shown now, apart from the one that is.
    fn shown_now(&mut self, id: DocId, head: &DocHead) -> Result<Automerge, Refusal> {
        if self.docs.get(id).is_none() {
            // One that was rebuilt has a beginning that only the relay gives.
            return match head.generation {
                0 => Ok(Genesis::document(head.kind)),
                _ => refuse(ErrorCode::ParcelAhead),
            };
        }
        let shown = self.reading(id, None, |it| {
            it.docs.shown(id, it.outbox.of(id)).map(|doc| doc.clone())
        });
        shown.map_err(|_| Refusal::whole(ErrorCode::SetAside))
    }
}

/// One commit, judged as on the relay and put on the document; `None` when it is here.
fn read_commit(
    id: DocId,
    device: &Device,
    commit: &Commit,
    index: &mut DocIndex,
    shown: &mut Automerge,
) -> Result<Option<(Parsed, [u8; SIGNATURE_BYTES])>, Refusal> {
    let author = Author {
        device: commit.device,
        public_key: &device.key,
        alive: true,
        grants: &device.grants,
    };
    let parsed = read_signed(id, &author, commit).map_err(|refusal| match refusal.code {
        // The signature is not of these bytes, or the bytes are no change.
        ErrorCode::BadSignature | ErrorCode::BadChunk => Refusal::whole(ErrorCode::ParcelBroken),
        _ => refusal,
    })?;
    let Some(signature) = commit.signature else {
        return refuse(ErrorCode::ParcelBroken);
    };
    if is_in(shown, parsed.hash()) {
        return Ok(None);
    }
    let accepted = match judge_anywhere(index, &device.grants, parsed) {
        Judgement::Accept(accepted) => accepted,
        Judgement::Duplicate => return Ok(None),
        Judgement::Need(_) => return refuse(ErrorCode::ParcelAhead),
        Judgement::Refuse(refusal) => return Err(refusal),
    };
    let stale = |_| Refusal::whole(ErrorCode::TrialFailed);
    index.record(&accepted).map_err(stale)?;
    let parsed = accepted.into_parsed();
    apply(shown, std::iter::once(parsed.raw()))
        .map_err(|_| Refusal::whole(ErrorCode::TrialFailed))?;
    // A session is of one member, whoever goes on in it.
    let session = automerge::ActorId::from(parsed.actor().as_slice());
    let named = shown.get_author_for_actor(&session);
    if named.is_none_or(|named| named.as_bytes() != device.member.as_bytes()) {
        return refuse(ErrorCode::BadAuthor);
    }
    Ok(Some((parsed, signature)))
}

fn is_in(doc: &Automerge, hash: CommitHash) -> bool {
    doc.get_change_meta_by_hash(&ChangeHash(hash.0)).is_some()
}

/// The index of a document, by which the relay would judge what comes next.
fn index_of(head: &DocHead, shown: &Automerge) -> Result<DocIndex, Refusal> {
    let mut index = DocIndex::new(head.clone());
    for change in shown.get_changes(&[]) {
        let hash = CommitHash(change.hash().0);
        if index.knows(&hash) {
            continue;
        }
        index
            .replay(change.raw_bytes().to_vec(), hash, None)
            .map_err(|_| Refusal::whole(ErrorCode::SetAside))?;
    }
    Ok(index)
}

fn content(head: &DocHead, doc: &Automerge) -> Object {
    Record::read(head.kind, doc)
        .as_ref()
        .map(digest::content)
        .unwrap_or_default()
}

/// The first entry that differs, and the map it stands in; none where it is the document itself.
fn written(before: &Object, after: &Object) -> (String, String) {
    for (collection, entries) in after.iter() {
        let was = before.get(collection);
        let Some(entries) = entries.as_object().filter(|_| was != Some(entries)) else {
            continue;
        };
        let differs = |key: &str| was.and_then(|was| was.get(key)) != entries.get(key);
        let entry = entries.iter().map(|(key, _)| key).find(|key| differs(key));
        if let Some(entry) = entry {
            return (collection.to_string(), entry.to_string());
        }
    }
    (String::new(), String::new())
}
