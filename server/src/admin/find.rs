//! Which cooperative and which member an order means.

use std::sync::Arc;

use besace_model::ids::{CoopId, MemberId};

use super::refused::Refused;
use crate::app::App;
use crate::home::{Tenant, names};

pub(super) async fn which(app: &App, wanted: Option<&str>) -> Result<Arc<Tenant>, Refused> {
    let coops = app.named();
    let fits = |(id, name): &&(CoopId, String)| {
        wanted.is_none_or(|wanted| names::same(name, wanted) || id.to_string() == wanted)
    };
    let closed = app.closed();
    if let Some(closed) = closed.iter().find(|it| wanted == Some(&it.id())) {
        return Err(Refused::Closed(closed.id(), closed.why.clone()));
    }
    let fitting: Vec<_> = coops.iter().filter(fits).collect();
    let told = |coops: &mut dyn Iterator<Item = &(CoopId, String)>| {
        coops
            .map(|(id, name)| format!("{name} ({id})"))
            .collect::<Vec<_>>()
    };
    match (fitting.as_slice(), wanted) {
        ([(id, _)], Some(_)) => opened(app, *id).await,
        ([(id, _)], None) if closed.is_empty() => opened(app, *id).await,
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

/// The cooperative that was meant, opened when it rests.
async fn opened(app: &App, id: CoopId) -> Result<Arc<Tenant>, Refused> {
    if let Ok(Some(tenant)) = app.coop(id).await {
        return Ok(tenant);
    }
    let id = id.to_string();
    let closed = app.closed().into_iter().find(|closed| closed.id() == id);
    let why = closed.map_or_else(String::new, |closed| closed.why);
    Err(Refused::Closed(id, why))
}

pub(super) fn find(coop: &Tenant, who: &str) -> Result<MemberId, Refused> {
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

pub(super) fn name_of(coop: &Tenant, member: MemberId) -> String {
    let people = coop.handle.people();
    let name = people.member(member).map(|found| found.row.name.clone());
    name.unwrap_or_default()
}
