//! What is new to a phone, page by page.

use super::{CLOSE_NORMAL, Effect, RelaySession, State};
use crate::kind::KindSet;
use crate::time::Now;
use crate::wire::{Cursor, Update};

/// Updates one HTTPS exchange answers at most.
pub const ONE_SHOT_UPDATES_MAX: u32 = 8;

impl RelaySession {
    pub(super) fn read(&mut self, cursor: Option<Cursor>) -> Vec<Effect> {
        vec![Effect::Read(
            cursor,
            self.witness.take(),
            self.own.clone(),
            self.reads.kinds,
        )]
    }

    pub(super) fn page(&mut self, now: Now, mut update: Update, end: Option<u64>) -> Vec<Effect> {
        self.updates += 1;
        let is_answer = self.updates == 1;
        update.now = now.wall;
        update.kinds = is_answer.then(KindSet::known);
        update.reads_short = is_answer.then_some(true);
        update.verdicts = std::mem::take(&mut self.held_verdicts);
        let cursor = update.cursor.clone();
        let says_nothing = cursor.is_none() && update.verdicts.is_empty() && update.docs.is_empty();
        let mut effects = Vec::new();
        if is_answer || !says_nothing {
            effects.push(self.say(update));
        }
        match (end, cursor) {
            (Some(at), _) if self.live => {
                self.own.clear();
                effects.push(Effect::Listen(at, self.reads));
            }
            (None, Some(cursor)) if self.live || self.updates < ONE_SHOT_UPDATES_MAX => {
                effects.extend(self.read(Some(cursor)));
            }
            _ => {
                self.state = State::Closed;
                effects.push(Effect::Close(CLOSE_NORMAL));
            }
        }
        effects
    }
}
