//! What the operator does from the command line. Orders go to the running relay over a socket in the data folder, which
//! only its owner can reach; when no relay runs, the command line opens the folder itself. One writer either way.

pub mod road;

use std::path::PathBuf;

use besace_model::access::Role;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::kind::Kind;
use besace_model::words;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::coop::{Changes, CoopError, Decision};
use crate::decisions::{self, DecisionRequest, InvitationView, NewPerson};
use crate::home::{Tenant, names};
use crate::private;
use crate::store::invitations::Inviter;
use crate::store::{self, StoreError};

/// An order, for one cooperative.
#[derive(Debug, Serialize, Deserialize)]
pub struct Order {
    /// The cooperative's id or name; none when there is only one.
    pub coop: Option<String>,
    /// What to do.
    pub what: What,
}

/// What to do. Members are named by id, name or an unmistakable part of it.
#[derive(Debug, Serialize, Deserialize)]
pub enum What {
    /// List the members.
    Members,
    /// List a member's devices.
    Devices(String),
    /// Invite a member to enrol a device.
    Invite(String),
    /// Add a member.
    Add {
        /// The member.
        person: NewPerson,
        /// Who accompanies them.
        coaches: Vec<String>,
        /// Whether to invite them too.
        invited: bool,
    },
    /// Change a member.
    Change(String, Changes),
    /// Assign a coach (first) to a member, or end it.
    Assign(String, String, bool),
    /// Revoke a device.
    Revoke(DeviceId),
    /// Write every document into a folder.
    Export(PathBuf),
}

/// What an order came to.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// The members.
    Members(Vec<MemberLine>),
    /// A member's devices.
    Devices(Vec<DeviceLine>),
    /// An invitation and the name of whom it invites.
    Invitation(String, InvitationView),
    /// A member was added.
    Added(MemberId),
    /// So many documents were written, and these not to their end.
    Exported(usize, Vec<Incomplete>),
    /// It is so.
    Done,
}

/// A document that could not be exported whole.
#[derive(Debug, Serialize, Deserialize)]
pub struct Incomplete {
    /// Its name, as in the export's index.
    pub doc: String,
    /// Whether what could not be read is at least there, change by change.
    pub has_rest: bool,
}

/// A member in a list.
#[derive(Debug, Serialize, Deserialize)]
pub struct MemberLine {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Whether they take part, as a word.
    pub status: String,
    /// Devices that are not revoked.
    pub devices: usize,
}

/// A device in a list.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeviceLine {
    /// The device.
    pub device: DeviceId,
    /// What its owner calls it.
    pub name: String,
    /// When it was enrolled.
    pub enrolled: String,
    /// The day it was last seen.
    pub last_seen: String,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// Why an order was not carried out.
#[derive(Debug, Serialize, Deserialize, thiserror::Error)]
pub enum Refused {
    /// No member is called that.
    #[error("no member is called `{0}`; `besace members` lists them")]
    NoSuchMember(String),
    /// Several are.
    #[error("several members fit: {}", .0.join(", "))]
    Ambiguous(Vec<String>),
    /// There are several cooperatives, and none was named.
    #[error("say which cooperative with --coop: {}", .0.join(", "))]
    WhichCoop(Vec<String>),
    /// No cooperative is called that.
    #[error("no cooperative is called `{0}`: {list}", list = .1.join(", "))]
    NoSuchCoop(String, Vec<String>),
    /// Its file cannot be used.
    #[error("the cooperative {0} is closed: {1}")]
    Closed(String, String),
    /// Several have that name, from before names were kept apart.
    #[error("several cooperatives are called `{0}`: say which by its id: {list}", list = .1.join(", "))]
    CoopsOfOneName(String, Vec<String>),
    /// The cooperative said no.
    #[error("refused: {0}")]
    Coop(Why),
    /// The folder could not be written.
    #[error("the folder could not be written: {0}")]
    Folder(String),
}

/// Why the cooperative said no.
#[derive(Debug, Serialize, Deserialize, thiserror::Error)]
pub enum Why {
    /// There is no such thing.
    #[error("there is no such member or device")]
    NotFound,
    /// Not the right form.
    #[error("the name is empty or too long, or a member would coach themselves")]
    Invalid,
    /// A limit is reached.
    #[error("there are too many of these already")]
    Quota,
    /// A cooperative keeps one director.
    #[error("at least one active director must remain")]
    LastDirector,
    /// The file failed.
    #[error("the relay could not store it; its log says why")]
    Failed,
}

impl From<CoopError> for Refused {
    fn from(error: CoopError) -> Self {
        let why = match error {
            CoopError::NotFound
            | CoopError::BadInvitation
            | CoopError::InvitationUsed
            | CoopError::InvitationExpired => Why::NotFound,
            CoopError::Invalid => Why::Invalid,
            CoopError::Quota => Why::Quota,
            CoopError::LastDirector => Why::LastDirector,
            CoopError::Store(_) | CoopError::Poisoned | CoopError::RelayDocument => {
                tracing::error!(error = &error as &dyn std::error::Error, "an order failed");
                Why::Failed
            }
        };
        Self::Coop(why)
    }
}

/// Carries out an order.
///
/// # Errors
/// [`Refused`] says why not.
pub async fn carry_out(app: &App, order: Order) -> Result<Answer, Refused> {
    let coop = &which(app, order.coop.as_deref())?;
    match order.what {
        What::Members => Ok(Answer::Members(members(coop))),
        What::Devices(who) => Ok(Answer::Devices(devices(coop, find(coop, &who)?))),
        What::Invite(who) => {
            let member = find(coop, &who)?;
            let view = decisions::invite(app, &coop.handle, Inviter::OPERATOR, member).await?;
            Ok(Answer::Invitation(name_of(coop, member), view))
        }
        What::Add {
            mut person,
            coaches,
            invited,
        } => {
            for coach in coaches {
                person.coaches.insert(find(coop, &coach)?);
            }
            let request = DecisionRequest::Add { person, invited };
            let decided = decisions::decide(app, &coop.handle, Inviter::OPERATOR, request).await?;
            Ok(match decided.invitation {
                Some(view) => Answer::Invitation(name_of(coop, view.member), view),
                None => decided.member.map_or(Answer::Done, Answer::Added),
            })
        }
        What::Change(who, changes) => {
            let member = find(coop, &who)?;
            done(coop, Decision::Change { member, changes }).await
        }
        What::Assign(coach, who, assigned) => {
            let (coach, member) = (find(coop, &coach)?, find(coop, &who)?);
            let people = coop.handle.people();
            done(coop, Decision::assign(&people, coach, member, assigned)).await
        }
        What::Revoke(device) => done(coop, Decision::RevokeDevice { device }).await,
        What::Export(folder) => export(coop, folder).await,
    }
}

async fn done(coop: &Tenant, decision: Decision) -> Result<Answer, Refused> {
    coop.handle.decide(MemberId::RELAY, decision).await?;
    Ok(Answer::Done)
}

fn which(app: &App, wanted: Option<&str>) -> Result<Tenant, Refused> {
    let coops = app.coops();
    let fits = |coop: &&Tenant| {
        wanted.is_none_or(|wanted| {
            names::same(&coop.name, wanted) || coop.handle.coop().to_string() == wanted
        })
    };
    let closed = app.closed();
    if let Some(closed) = closed.iter().find(|it| wanted == Some(&it.id())) {
        return Err(Refused::Closed(closed.id(), closed.why.clone()));
    }
    let fitting: Vec<&Tenant> = coops.iter().filter(fits).collect();
    let told = |coops: &mut dyn Iterator<Item = &Tenant>| {
        coops
            .map(|coop| format!("{} ({})", coop.name, coop.handle.coop()))
            .collect::<Vec<_>>()
    };
    match (fitting.as_slice(), wanted) {
        ([one], Some(_)) => Ok((*one).clone()),
        ([one], None) if closed.is_empty() => Ok((*one).clone()),
        (_, None) => Err(Refused::WhichCoop(told(&mut coops.iter()))),
        ([], Some(wanted)) => Err(Refused::NoSuchCoop(
            wanted.to_owned(),
            told(&mut coops.iter()),
        )),
        (several, Some(wanted)) => Err(Refused::CoopsOfOneName(
            wanted.to_owned(),
            told(&mut several.iter().copied()),
        )),
    }
}

fn find(coop: &Tenant, who: &str) -> Result<MemberId, Refused> {
    let people = coop.handle.people();
    if let Ok(id) = who.parse::<MemberId>() {
        let found = people.member(id).map(|member| member.row.member);
        return found.ok_or_else(|| Refused::NoSuchMember(who.to_owned()));
    }
    let wanted = who.to_lowercase();
    let named = |fits: &dyn Fn(&str) -> bool| -> Vec<_> {
        people
            .members()
            .filter(|member| fits(&member.row.name.to_lowercase()))
            .collect()
    };
    let exact = named(&|name| name == wanted);
    let fitting = if exact.is_empty() {
        named(&|name| name.contains(&wanted))
    } else {
        exact
    };
    match fitting.as_slice() {
        [one] => Ok(one.row.member),
        [] => Err(Refused::NoSuchMember(who.to_owned())),
        several => {
            let names = several
                .iter()
                .map(|member| format!("{} ({})", member.row.name, member.row.member));
            Err(Refused::Ambiguous(names.collect()))
        }
    }
}

fn name_of(coop: &Tenant, member: MemberId) -> String {
    let people = coop.handle.people();
    let name = people.member(member).map(|found| found.row.name.clone());
    name.unwrap_or_default()
}

fn members(coop: &Tenant) -> Vec<MemberLine> {
    let people = coop.handle.people();
    let mut lines: Vec<_> = people
        .members()
        .map(|member| MemberLine {
            member: member.row.member,
            name: member.row.name.clone(),
            roles: member.grants.roles.iter().copied().collect(),
            status: member.row.status.as_str().to_owned(),
            devices: people
                .devices()
                .filter(|device| device.member == member.row.member && device.revoked_at.is_none())
                .count(),
        })
        .collect();
    lines.sort_by_cached_key(|line| (words::order(&line.name), line.member));
    lines
}

fn devices(coop: &Tenant, member: MemberId) -> Vec<DeviceLine> {
    let people = coop.handle.people();
    let own = people.devices().filter(|device| device.member == member);
    own.map(|device| DeviceLine {
        device: device.device,
        name: device.name.clone(),
        enrolled: device.created_at.rfc3339(),
        last_seen: device.last_seen.date(),
        revoked: device.revoked_at.is_some(),
    })
    .collect()
}

/// What stands in an export's `index.json`.
#[derive(Debug, Serialize)]
struct Index<'a> {
    coop: CoopId,
    name: &'a str,
    documents: Vec<IndexLine>,
}

#[derive(Debug, Serialize)]
struct IndexLine {
    file: String,
    kind: Kind,
    /// The changes that are not in the file, when the document cannot be read to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<String>,
}

/// One Automerge file per document, readable by any Automerge tool, and an index. One document that is no good keeps no
/// other from being written: of it there is what can be read, and beside it the rest as it was received.
async fn export(coop: &Tenant, folder: PathBuf) -> Result<Answer, Refused> {
    let failed = |error: std::io::Error| Refused::Folder(error.to_string());
    private::folder(&folder).map_err(failed)?;
    let (mut documents, mut incomplete) = (Vec::new(), Vec::new());
    let all = documents_of(coop).map_err(CoopError::from)?;
    for (doc, kind) in all {
        let exported = match coop.handle.export(doc).await {
            Ok(exported) => exported,
            Err(error) => {
                tracing::error!(%doc, %error, "a document could not be exported");
                incomplete.push(Incomplete {
                    doc: doc.to_string(),
                    has_rest: false,
                });
                continue;
            }
        };
        let file = format!("{doc}.automerge");
        write(folder.join(&file), exported.file)
            .await
            .map_err(failed)?;
        let rest = exported.rest.as_ref().map(|_| format!("{doc}.rest"));
        if let (Some(rest), Some(bytes)) = (&rest, exported.rest) {
            write(folder.join(rest), bytes).await.map_err(failed)?;
            incomplete.push(Incomplete {
                doc: doc.to_string(),
                has_rest: true,
            });
        }
        documents.push(IndexLine { file, kind, rest });
    }
    let count = documents.len();
    let index = Index {
        coop: coop.handle.coop(),
        name: &coop.name,
        documents,
    };
    let text =
        serde_json::to_vec_pretty(&index).map_err(|error| Refused::Folder(error.to_string()))?;
    write(folder.join("index.json"), text)
        .await
        .map_err(failed)?;
    Ok(Answer::Exported(count, incomplete))
}

async fn write(path: PathBuf, bytes: Vec<u8>) -> std::io::Result<()> {
    let written = tokio::task::spawn_blocking(move || private::write(&path, &bytes)).await;
    written.map_err(std::io::Error::other)?
}

fn documents_of(coop: &Tenant) -> Result<Vec<(DocId, Kind)>, StoreError> {
    let conn = store::open_reader(&coop.path)?;
    let all = store::docs::all(&conn)?;
    Ok(all.into_iter().map(|doc| (doc.id, doc.head.kind)).collect())
}

#[cfg(test)]
mod tests;
