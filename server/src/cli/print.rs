//! Answers as people read them.

use besace_server::admin::{Answer, Incomplete};

/// An answer as people read it.
pub(crate) fn show(answer: &Answer, qr: bool) -> String {
    match answer {
        Answer::Members(members) => {
            let lines = members.iter().map(|line| {
                let roles: Vec<_> = line.roles.iter().map(|role| role.as_str()).collect();
                let roles = roles.join(", ");
                format!(
                    "{}  {:<28}  {:<24}  {:<9}  {} device(s)",
                    line.member, line.name, roles, line.status, line.devices
                )
            });
            lines.collect::<Vec<_>>().join("\n")
        }
        Answer::Devices(devices) => {
            let lines = devices.iter().map(|line| {
                let word = if line.revoked { "revoked" } else { "in use" };
                format!(
                    "{}  {:<8}  enrolled {}  last seen {}  {}",
                    line.device, word, line.enrolled, line.last_seen, line.name
                )
            });
            lines.collect::<Vec<_>>().join("\n")
        }
        Answer::Invitation(name, view) => invitation(name, &view.link, &view.code, qr),
        Answer::Added(member) => {
            format!("Added {member}. `besace invite {member}` prints their invitation.")
        }
        Answer::Exported(count, incomplete) => exported(*count, incomplete),
        Answer::Done => "Done.".to_owned(),
    }
}

fn exported(count: usize, incomplete: &[Incomplete]) -> String {
    let lines = incomplete.iter().map(|line| {
        let doc = &line.doc;
        if line.has_rest {
            format!("\n{doc} cannot be read to its end: {doc}.rest holds the changes that are not in its file.")
        } else {
            format!("\n{doc} cannot be read at all.")
        }
    });
    let lines: String = lines.collect();
    format!("{count} documents written.{lines}")
}

/// An invitation as people read it.
pub(crate) fn invitation(name: &str, link: &str, code: &str, qr: bool) -> String {
    let picture = qr
        .then(|| besace_server::qr::for_terminal(link))
        .flatten()
        .map(|picture| format!("\n{picture}\n"))
        .unwrap_or_default();
    format!(
        "Invitation for {name}, to be used once within 72 hours:\n\n  {link}\n\nor type in the app:  {code}\n{picture}"
    )
}
