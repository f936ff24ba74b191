//! From the first frame to an open link: the hello, and the token that came with it.

use super::{Access, CLOSE_NORMAL, CLOSE_UNAUTHORIZED, Effect, RelaySession, State};
use crate::error::ErrorCode;
use crate::kind::KindSet;
use crate::time::Now;
use crate::wire::{Cursor, DocPush, Hello, PROTOCOL, Reads};

impl RelaySession {
    pub(super) fn hello(&mut self, hello: Hello) -> Vec<Effect> {
        if hello.protocol != PROTOCOL {
            return self.bye(ErrorCode::Upgrade, 0, CLOSE_NORMAL);
        }
        let token = hello.token.clone();
        self.live = hello.live;
        self.reads = Reads {
            kinds: KindSet::said(hello.kinds).and(KindSet::known()),
            short: hello.reads_short == Some(true),
        };
        self.state = State::Checking(Box::new(hello));
        vec![Effect::CheckToken(token)]
    }

    pub(super) fn token(&mut self, now: Now, answer: Result<Access, ErrorCode>) -> Vec<Effect> {
        let access = match answer {
            Ok(access) => access,
            Err(code) => return self.bye(code, 0, CLOSE_UNAUTHORIZED),
        };
        match &mut self.state {
            State::Open(open) => {
                if (open.coop, open.member, open.device)
                    != (access.coop, access.member, access.device)
                {
                    return self.bye(ErrorCode::Unauthorized, 0, CLOSE_UNAUTHORIZED);
                }
                *open = access;
                Vec::new()
            }
            State::Checking(hello) => {
                let cursor = hello.cursor.take();
                let pushes = std::mem::take(&mut hello.pushes);
                self.witness = hello.witness;
                self.state = State::Open(access);
                self.open(now, &access, cursor, pushes)
            }
            _ => Vec::new(),
        }
    }

    /// The token is good: judge what came with the hello first, so that one update answers both.
    fn open(
        &mut self,
        now: Now,
        access: &Access,
        cursor: Option<Cursor>,
        pushes: Vec<DocPush>,
    ) -> Vec<Effect> {
        if pushes.is_empty() {
            return self.read(cursor);
        }
        self.opening = Some(cursor.unwrap_or(Cursor(Vec::new())));
        self.push(now, access, pushes)
    }
}
