//! People who type for hours on what they saw: their change is made there, whatever came meanwhile.

mod amounts;
mod coach;
mod lost;
mod replayed;
mod sentences;

use besace_model::command::Command;
use besace_model::ids::Ulid;

use super::device::{Device, edit_amount, update};
use crate::api::{DispatchResult, Intent};
use crate::kinds::coaching_log::{CoachingAnswer, CoachingRequest, SessionSheet};
use crate::view::{RereadView, View, ViewRequest};
use coach::{Coach, log_update};

const SESSION: Ulid = Ulid([50; 16]);

impl Device {
    fn hear_log(&mut self, place: u8, changes: Vec<Vec<u8>>) {
        let mut news = update(place);
        news.docs = vec![log_update(changes)];
        self.hear(news);
    }

    fn sheet(&self) -> SessionSheet {
        let request = ViewRequest::CoachingLog(CoachingRequest::Session {
            member: None,
            id: SESSION,
        });
        match self.replica.view(&request, self.now) {
            View::CoachingLog(CoachingAnswer::Session(Some(sheet))) => *sheet,
            other => panic!("{other:?}"),
        }
    }

    fn rereads(&self) -> Vec<RereadView> {
        self.sheet().row.info.rereads
    }

    fn save_at(&mut self, command: Command, base: &str) -> DispatchResult {
        self.dispatch(Intent::Do {
            command,
            base: Some(base.to_owned()),
        })
    }

    /// The changes of this phone that the relay has not spoken on.
    fn pending(&self) -> Vec<Vec<u8>> {
        let items = self.replica.outbox.items();
        items.map(|item| item.row.change.clone()).collect()
    }
}

fn is_done(result: &DispatchResult) -> bool {
    matches!(result, DispatchResult::Done { .. })
}

/// A phone with the session as the coach logged it, online.
fn with_session(text: &str) -> (Device, Coach) {
    let mut coach = Coach::new();
    let mut device = Device::new();
    device.connect();
    device.hear_log(1, vec![coach.log_session(text)]);
    (device, coach)
}
