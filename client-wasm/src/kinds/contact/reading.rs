//! Reading how members are reached: what they say to the team, what they show everyone, and what of it the relay has not
//! carried from the profile yet.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::contact::Contact;
use besace_model::kinds::contact_shown::ContactShown;
use besace_model::kinds::profile::Profile;

use super::ContactView;
use crate::views::ViewReader;

/// How somebody is reached, as far as the reader may know; empty where not.
#[derive(Debug, Default)]
pub(crate) struct Reached {
    pub(crate) phone: String,
    pub(crate) email: String,
    /// Whom to call when something happened.
    pub(crate) emergency: String,
}

impl ViewReader<'_> {
    /// How a member is reached.
    pub(crate) fn reached(&self, member: MemberId, profile: &Profile) -> Reached {
        if let Some(contact) = self.doc::<Contact>(&DocHead::contact(member)) {
            return Reached {
                phone: contact.phone.clone(),
                email: contact.email.clone(),
                emergency: contact.emergency.clone(),
            };
        }
        let head = DocHead::contact_shown(member);
        let (phone, email) = match self.doc::<ContactShown>(&head) {
            Some(shown) => (shown.phone.clone(), shown.email.clone()),
            None if profile.contact_visible || member == self.me_id() => {
                (profile.phone.clone(), profile.email.clone())
            }
            None => (String::new(), String::new()),
        };
        Reached {
            phone,
            email,
            emergency: String::new(),
        }
    }

    pub(crate) fn my_contact(&self) -> ContactView {
        let me = self.me_id();
        let head = DocHead::contact(me);
        let doc = self.doc_id(&head);
        let before = self.profile(me);
        let contact = self.doc::<Contact>(&head).cloned();
        let contact = contact.unwrap_or_else(|| Contact {
            phone: before.map(|it| it.phone.clone()).unwrap_or_default(),
            email: before.map(|it| it.email.clone()).unwrap_or_default(),
            shown: before.is_some_and(|it| it.contact_visible),
            ..Contact::default()
        });
        ContactView {
            state: self.state(doc, ""),
            conflicts: contact
                .conflicts
                .iter()
                .map(|conflict| self.conflict(doc, conflict))
                .collect(),
            base: self.base(&head),
            phone: contact.phone,
            email: contact.email,
            emergency: contact.emergency,
            shown: contact.shown,
        }
    }
}
