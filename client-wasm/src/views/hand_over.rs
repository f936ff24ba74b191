//! What another phone may be handed, and what others handed this one.

use besace_model::certificate::Certificate;
use besace_model::commit::Commit;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::parcel::{self, Handed, Parcel};
use besace_model::sorted::SortedMap;

use super::{ViewReader, page};
use crate::outbox::Item;
use crate::view::hand_over::HandOverView;
use crate::view::sync::UnsentItem;
use crate::view::{Page, Place, Window};

impl ViewReader<'_> {
    /// What waits for the relay of the document at a place, as another phone takes it.
    pub(crate) fn hand_over(&self, place: &Place) -> HandOverView {
        let mut view = HandOverView {
            parcel: String::new(),
            commits: 0,
            problem: None,
        };
        match self.parcel(place) {
            Ok((bytes, commits)) => {
                view.parcel = parcel::to_text(&bytes);
                view.commits = commits;
            }
            Err(code) => view.problem = Some(code),
        }
        view
    }

    fn parcel(&self, place: &Place) -> Result<(Vec<u8>, u32), ErrorCode> {
        let replica = self.replica;
        let named = DocHead {
            kind: place.kind,
            owner: place.owner,
            key: place.key.clone(),
            generation: 0,
        };
        let head = replica.docs.last(&named).clone();
        let items: Vec<&Item> = replica.outbox.of(head.id(replica.coop)).collect();
        if items.is_empty() {
            return Err(ErrorCode::NotFound);
        }
        if items
            .iter()
            .any(|item| !item.saved || item.row.signature.is_empty())
        {
            return Err(ErrorCode::Retry);
        }
        let pass = replica.meta.pass.as_ref().ok_or(ErrorCode::NoPass)?;
        let now = replica.relay_time(self.now);
        let proves = |it: &Certificate| {
            pass.relay()
                .is_some_and(|relay| it.verify(&relay, now).is_ok())
        };
        let mut certificates = SortedMap::<DeviceId, Certificate>::new();
        let mut commits = Vec::new();
        for item in items {
            let (device, certificate) = match &item.row.from {
                Some(from) => (from.device, &from.certificate),
                None => (replica.device, &pass.certificate),
            };
            // Whose time is over proves nothing to whoever gets it.
            if !certificates.contains_key(&device) {
                if !proves(certificate) {
                    return Err(ErrorCode::NoPass);
                }
                certificates.insert(device, certificate.clone());
            }
            commits.push(Commit {
                device,
                signature: item.row.signature.as_slice().try_into().ok(),
                change: item.row.change.clone(),
            });
        }
        let count = commits.len() as u32;
        let parcel = Parcel {
            coop: replica.coop,
            certificates: certificates.into_iter().map(|(_, it)| it).collect(),
            docs: vec![Handed { head, commits }],
        };
        let bytes = parcel.pack().map_err(|_| ErrorCode::TooBig)?;
        Ok((bytes, count))
    }

    /// What others handed over and the relay has not been heard on, in order.
    pub(crate) fn handed_over(&self, window: Window) -> Page<UnsentItem> {
        let items = self.replica.outbox.items();
        let handed: Vec<&Item> = items.filter(|item| item.row.from.is_some()).collect();
        page(&handed, window, |item| self.unsent_item(item))
    }

    /// Whose an entry is that came by another phone; none where it was begun on this one.
    pub(crate) fn handed_by(&self, doc: besace_model::ids::DocId, entry: &str) -> Option<MemberId> {
        *self.first.get(&(doc, entry))?
    }
}
