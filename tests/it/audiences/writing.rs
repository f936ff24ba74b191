//! Everybody types marked words into every text.

use besace_client::api::DispatchResult;
use besace_model::access::Role;
use besace_model::command::{Command, EntryRef};
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::plain;
use besace_server::coop::{Changes, Decision, Described};
use besace_tests::empty_folder;
use besace_tests::world::World;
use serde_json::json;

use super::{ANNA, CAMILLE, Cooperative, DOMINIQUE, MARK, PEOPLE, Person, Word, typed};

impl Cooperative {
    pub(super) fn new() -> Self {
        let mut coop = Self {
            world: World::new(1, empty_folder("audiences")),
            people: Vec::new(),
            words: Vec::new(),
        };
        for (number, (name, role)) in PEOPLE.into_iter().enumerate() {
            let member = MemberId::from_bytes([0x50 + number as u8; 16]);
            let described = Described {
                name: coop.word(None, &format!("{name}name")),
                branch: coop.word(None, &format!("{name}branch")),
                stage: None,
                associate: false,
            };
            coop.world
                .decide(&Decision::add(member, described, [role].into()));
            let phone = coop.world.phone(member);
            coop.people.push(Person {
                name,
                member,
                phone,
                roles: vec![role],
                coaches: Vec::new(),
                stands_in_for: Vec::new(),
                facilitates: Vec::new(),
            });
        }
        coop.assign(CAMILLE, ANNA);
        coop.world.settle();
        coop
    }

    fn word(&mut self, author: Option<usize>, what: &str) -> String {
        let text = format!("{MARK}{:04}{what}", self.words.len());
        self.words.push(Word {
            text: text.clone(),
            author,
            saved: author.is_none(),
        });
        text
    }

    pub(super) fn assign(&mut self, coach: usize, member: usize) {
        let (coach, of) = (self.people[coach].member, self.people[member].member);
        self.world.assign(coach, of);
        self.people[member].coaches.push(coach);
    }

    pub(super) fn unassign(&mut self, coach: usize, member: usize) {
        let (coach, of) = (self.people[coach].member, self.people[member].member);
        self.world.unassign(coach, of);
        self.people[member].coaches.retain(|one| *one != coach);
    }

    /// A director says that a coach is away, and who stands in for them.
    pub(super) fn covers(&mut self, away: usize, backup: usize) {
        let [absent, present] = [away, backup].map(|it| self.people[it].member);
        let id = typed::entry(DOMINIQUE, typed::COVER);
        let cover = json!({"away": absent, "from": "2026-03-01", "until": "2026-03-31",
            "backup": present, "note": "?"});
        self.types(
            DOMINIQUE,
            vec![json!({"type": "addCover", "id": id, "cover": cover})],
        );
        self.people[backup].stands_in_for.push(absent);
    }

    /// The director says that they are back.
    pub(super) fn is_back(&mut self, away: usize, backup: usize) {
        let absent = self.people[away].member;
        let id = typed::entry(DOMINIQUE, typed::COVER);
        let entry = EntryRef::new(DocHead::team_board(), "cover", id);
        let phone = self.people[DOMINIQUE].phone;
        self.world.act(phone, Command::remove(entry, true));
        self.people[backup]
            .stands_in_for
            .retain(|one| *one != absent);
    }

    pub(super) fn becomes(&mut self, person: usize, role: Role) {
        let member = self.people[person].member;
        let changes = Changes {
            roles: Some([role].into()),
            ..Changes::default()
        };
        self.world.decide(&Decision::Change { member, changes });
        self.people[person].roles = vec![role];
    }

    /// Somebody gives commands, as far as their phone lets them.
    pub(super) fn types(&mut self, person: usize, commands: Vec<serde_json::Value>) {
        for mut command in commands {
            let first = self.words.len();
            let mut path = PEOPLE[person].0.to_owned();
            path += command["type"].as_str().expect("commands have a type");
            self.mark(person, &path, &mut command);
            let json = command.to_string();
            let command: Command = plain::from_json(json.as_bytes())
                .unwrap_or_else(|_| panic!("no command of today: {json}"));
            let done = self.world.attempt(self.people[person].phone, command);
            let saved = matches!(done, Some(DispatchResult::Done { .. }));
            for word in &mut self.words[first..] {
                word.saved = saved;
            }
        }
    }

    /// Puts a word in the place of every `?`, named after where it stands.
    fn mark(&mut self, person: usize, path: &str, value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) if text == "?" => {
                let path: String = path.chars().filter(char::is_ascii_alphanumeric).collect();
                *text = self.word(Some(person), &path.to_lowercase());
            }
            serde_json::Value::Array(values) => {
                for (number, value) in values.iter_mut().enumerate() {
                    self.mark(person, &format!("{path}{number}"), value);
                }
            }
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    self.mark(person, &format!("{path}{name}"), value);
                }
            }
            _ => {}
        }
    }
}
