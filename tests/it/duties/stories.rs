//! What the cooperative tells of its people, from a draft without network to everybody's phone and off it again.

use besace_client::kinds::Wait;
use besace_client::kinds::consent::{ConsentAnswers, ConsentRequest, ConsentWait};
use besace_client::kinds::news::{NewsAnswer, NewsRequest};
use besace_client::kinds::story::{StoryAnswer, StoryRequest, StorySheet, StoryWait};
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::kinds::consent::ConsentCommand;
use besace_model::kinds::story::{StoryCommand, StoryFields, StoryKind, StoryStatus};

use super::cast::{ALL, Coop, Someone, asked};

/// A word of the story.
const SAID: &str = "mot-qui-attend-un-accord";

impl Coop {
    fn waits(&mut self, who: Someone) -> Vec<Wait> {
        self.waiting(who).into_iter().map(|item| item.why).collect()
    }

    fn story(&mut self, who: Someone, id: Ulid) -> Box<StorySheet> {
        asked!(self, who, Story: StoryRequest::Story { id },
            StoryAnswer::Story(sheet) => sheet.expect("the team reads it"))
    }

    fn headlines(&mut self, who: Someone) -> Vec<String> {
        let request = NewsRequest::News {
            search: String::new(),
            window: ALL,
        };
        asked!(self, who, News: request,
            NewsAnswer::News(page) => page.rows.into_iter().map(|row| row.title).collect())
    }

    /// Somebody answers whether they agree to what they were asked.
    fn says(&mut self, who: Someone, agrees: bool) {
        let request = ConsentRequest::Consents { member: None };
        let asked = asked!(self, who, Consent: request,
            ConsentAnswers::Consents(view) => view.requests);
        let (id, shown) = (asked[0].id, asked[0].shown.clone());
        let answer = ConsentCommand::AnswerConsent { id, agrees, shown };
        self.does(who, Command::Consent(answer));
    }

    fn holds(&self, who: Someone) -> bool {
        let records = self.world.phones[who.phone].records();
        let mut records = records.values();
        records.any(|record| format!("{record:?}").contains(SAID))
    }
}

/// A story of Anna that Camille drafted without network.
fn drafted(coop: &mut Coop) -> Ulid {
    let (camille, anna) = (coop.camille, coop.anna);
    coop.offline(camille);
    let id = coop.id();
    let story = StoryFields {
        title: "Portrait d’Anna".into(),
        kind: StoryKind::Testimony,
        body: format!("Elle raconte un {SAID}."),
        channels: vec!["Lettre".into()],
        people: vec![anna.id],
        status: StoryStatus::Review,
        publish_on: String::new(),
    };
    coop.does(
        camille,
        Command::Story(StoryCommand::AddStory { id, story }),
    );
    let sheet = coop.story(camille, id);
    assert!(!sheet.may_approve);
    let code = coop.is_refused(camille, approves(id, sheet.sha256.clone()));
    assert_eq!(code, ErrorCode::Forbidden);
    coop.online(camille);
    coop.settle();
    id
}

fn approves(id: Ulid, sha256: String) -> Command {
    Command::Story(StoryCommand::ApproveStory { id, sha256 })
}

/// The same, approved, and put before Anna.
fn approved(coop: &mut Coop) -> Ulid {
    let id = drafted(coop);
    let (anna, gael) = (coop.anna, coop.gael);
    let review = StoryWait::Review;
    assert_eq!(coop.waits(gael), [Wait::Story { word: review }]);
    let sheet = coop.story(gael, id);
    let ask = ConsentCommand::AskConsent {
        member: anna.id,
        id,
        request: sheet.request.clone(),
    };
    coop.does(gael, Command::Consent(ask));
    coop.does(gael, approves(id, sheet.sha256.clone()));
    coop.settle();
    id
}

const CONSENT: Wait = Wait::Story {
    word: StoryWait::Consent,
};

pub(super) fn a_story_does_not_publish_while_a_person_shown_has_not_consented() {
    let mut coop = Coop::new("consent");
    let id = approved(&mut coop);
    let (anna, ben, camille, gael) = (coop.anna, coop.ben, coop.camille, coop.gael);
    assert_eq!(coop.waits(gael), [CONSENT]);
    let asked = ConsentWait::Asked;
    assert_eq!(coop.waits(anna), [Wait::Consent { word: asked }]);
    assert!(coop.headlines(ben).is_empty() && !coop.holds(ben));

    coop.offline(anna);
    coop.says(anna, true);
    assert!(coop.waits(anna).is_empty(), "said, without network too");
    coop.online(anna);
    coop.settle();
    for who in [ben, anna, camille] {
        assert_eq!(coop.headlines(who), ["Portrait d’Anna"]);
    }
    assert!(coop.waits(gael).is_empty());
    assert!(coop.story(gael, id).row.published);
}

pub(super) fn it_is_withdrawn_from_every_phone_when_they_revoke() {
    let mut coop = Coop::new("revoked");
    approved(&mut coop);
    let (anna, ben, gael) = (coop.anna, coop.ben, coop.gael);
    coop.says(anna, true);
    coop.settle();
    assert!(coop.holds(ben));
    coop.says(anna, false);
    coop.settle();
    assert!(coop.headlines(ben).is_empty() && !coop.holds(ben));
    assert_eq!(coop.waits(gael), [CONSENT]);
}
