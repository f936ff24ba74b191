//! Where each member stands: stage, associate status, departures. The relay alone writes, and the team alone reads; what
//! everybody needs to know of people is the directory.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::ChangeWriter;
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::kinds::directory::Stage;
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{Own, Relayed};
use crate::sorted::SortedMap;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::decided::<Memberships>()),
    fetched: Fetched::First,
    is_told: false,
    ..Spec::of_members(Named::Once, Readers::Team)
};

/// Where every member stands, those who left included.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Memberships {
    /// Members.
    pub members: SortedMap<MemberId, Membership>,
}

/// Where a member stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Membership {
    /// Their name.
    pub name: String,
    /// Their stage; `None` for staff who run no activity.
    pub stage: Option<Stage>,
    /// Whether they are associates.
    pub associate: bool,
    /// Whether they are still here.
    pub active: bool,
}

impl DocHead {
    /// Where every member stands.
    #[must_use]
    pub fn membership() -> Self {
        Self::new(Kind::Membership, MemberId::RELAY, String::new())
    }
}

/// A document's content.
pub type Content = Memberships;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Memberships {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["members"]
    rules {
        set("members/{member}", Value::Map, Who::Relay),
        set("members/{member}/name", Value::Str(LINE_BYTES_MAX), Who::Relay),
        clearable("members/{member}/stage", Value::Choice(Stage::WORDS), Who::Relay),
        set("members/{member}/associate", Value::Bool, Who::Relay),
        set("members/{member}/active", Value::Bool, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Memberships {
    let tree = Tree::read(doc, no_rank);
    let members = tree.map("members").entries();
    Memberships {
        members: members.map(|(id, map)| (id, membership(map))).collect(),
    }
}

fn membership(map: Map<'_>) -> Membership {
    Membership {
        name: map.string("name"),
        stage: Stage::parse(map.word("stage")),
        associate: map.flag("associate").unwrap_or(false),
        active: map.flag("active").unwrap_or(false),
    }
}

/// Members that are not named stay as they are.
impl Own for Memberships {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("members")?;
        let mut members = self.members.iter();
        while !writer.is_full()
            && let Some((id, member)) = members.next()
        {
            let place = writer.open_or_make(&all, &id.to_string())?;
            let stage = member.stage.map(Stage::as_str);
            writer.put_line(&place, "name", &member.name)?;
            writer.put_or_clear(&place, "stage", stage)?;
            writer.put(&place, "associate", member.associate)?;
            writer.put(&place, "active", member.active)?;
        }
        Ok(())
    }
}
