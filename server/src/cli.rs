//! The command line, and what it prints.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use besace_model::access::Role;
use besace_model::ids::DeviceId;
use besace_model::kinds::directory::Stage;
use besace_server::admin::{Answer, Incomplete, What};
use besace_server::config::Setting;
use besace_server::coop::{Changes, Described};
use besace_server::decisions::NewPerson;
use besace_server::home::names::Named;
use besace_server::store::people::Status;
use clap::{Args, Parser, Subcommand};

const ABOUT: &str = "Besace: the relay of a coopérative d'activités et d'emploi.

It keeps what members write on their phones, offline or not, checks it, stores it durably and brings it to those who \
may read it. One binary: the relay, the app it serves, and these commands.";

const EXAMPLES: &str = "First steps:
  besace demo --serve                    a whole invented cooperative to look at, on http://127.0.0.1:8080
  besace init --name 'Coop de l’Estuaire' --director 'Dominique Le Goff'
  besace serve --public-url https://besace.example.coop

Settings: flags win over BESACE_* variables, these over the file given by --config or BESACE_CONFIG, e.g.
  listen = '127.0.0.1:8080'
  public_url = 'https://besace.example.coop'
  trusted_proxies = ['127.0.0.1']

The relay speaks plain HTTP: put a proxy with TLS before it, let it pass `Host` and WebSockets, and name it in \
trusted_proxies. Back up the data folder with the relay stopped, or its *.db files with `sqlite3 .backup`. To restore one, stop the \
relay, put the copy in its place, remove the -wal and -shm files beside it, and leave keys/ as it is: the journal there \
keeps an older file from giving back what was taken from people since.";

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "besace", version, about = "The relay of a cooperative", long_about = ABOUT, after_long_help = EXAMPLES)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: CliCommand,
    /// The settings.
    #[command(flatten)]
    pub settings: Settings,
    /// The cooperative meant, by name (its case does not matter) or id; needed only when the relay serves several.
    #[arg(long, global = true, help_heading = "Which cooperative")]
    pub coop: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum CliCommand {
    /// Make a cooperative and print its first director's invitation.
    #[command(
        after_help = "Example:\n  besace init --name 'Coop de l’Estuaire' --director 'Dominique Le Goff'\nThen `besace serve`, open the link on the director's phone, and invite the others from the app."
    )]
    Init {
        /// The cooperative's name.
        #[arg(long)]
        name: String,
        /// The first director's name.
        #[arg(long)]
        director: String,
        /// Make it beside the cooperatives that are there, without asking.
        #[arg(long)]
        another: bool,
    },
    /// Run the relay until SIGTERM or Ctrl-C.
    Serve,
    /// Make an invented cooperative of 93 people with a year of work, and print links for four of them.
    Demo {
        /// Serve it afterwards.
        #[arg(long)]
        serve: bool,
        /// Another number makes another year.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The day the year ends on, YYYY-MM-DD; today when not given.
        #[arg(long)]
        today: Option<String>,
    },
    /// List the members, their roles and how many devices they use.
    Members,
    /// Invite a member to enrol a phone or computer: prints a link, a code to type and a QR code to scan.
    #[command(
        after_help = "The invitation works once, for 72 hours. Examples:\n  besace invite 'Maël Kerbrat'\n  besace invite --no-qr 01ARZ3NDEKTSV4RRFFQ69G5FAV"
    )]
    Invite {
        /// The member: id, name, or an unmistakable part of it.
        member: String,
        /// Print no QR code.
        #[arg(long)]
        no_qr: bool,
    },
    /// Add a member.
    #[command(
        after_help = "Examples:\n  besace add-member 'Inès Belkacem' --role entrepreneur --stage cape --branch Ville --coach 'Nadia Ferrand' --invite\n  besace add-member 'Éric N’Diaye' --role finance"
    )]
    AddMember {
        /// Their name.
        name: String,
        /// A role; may be given several times.
        #[arg(long = "role", value_parser = role, required = true)]
        roles: Vec<Role>,
        /// The branch.
        #[arg(long, default_value = "")]
        branch: String,
        /// Where they stand: prospect, diagnosis, cape, cesa, cdi_es, exited.
        #[arg(long, value_parser = stage)]
        stage: Option<Stage>,
        /// They are an associate.
        #[arg(long)]
        associate: bool,
        /// Who accompanies them; may be given several times.
        #[arg(long = "coach")]
        coaches: Vec<String>,
        /// Invite them too: prints what `besace invite` does.
        #[arg(long)]
        invite: bool,
    },
    /// Replace a member's roles: entrepreneur, coach, finance, comms, director.
    SetRoles {
        /// The member.
        member: String,
        /// Their roles from now on.
        #[arg(value_parser = role, required = true)]
        roles: Vec<Role>,
    },
    /// Assign a coach to a member, or end the assignment.
    Assign {
        /// The coach.
        coach: String,
        /// The member they accompany.
        member: String,
        /// End it instead.
        #[arg(long)]
        end: bool,
    },
    /// Suspend a member, note that they left, or bring them back. Their phones are told at once.
    SetStatus {
        /// The member.
        member: String,
        /// active, suspended or left.
        #[arg(value_parser = status)]
        status: Status,
    },
    /// List a member's devices.
    Devices {
        /// The member.
        member: String,
    },
    /// Revoke a lost or stolen device. It is cut off at once, and erases its data when it next calls.
    RevokeDevice {
        /// The device's id, as `besace devices` prints it.
        device: DeviceId,
    },
    /// Write every document as an Automerge file, readable by any Automerge tool, with an index.
    Export {
        /// The folder to write into, made if need be.
        #[arg(long)]
        to: PathBuf,
    },
    /// Let the next token key sign from the next start on. Twice in a row, with a restart, drops a key that leaked.
    RotateKeys,
}

/// The settings, as flags.
#[derive(Debug, Args)]
#[command(next_help_heading = "Settings (also BESACE_… variables and the configuration file)")]
pub(crate) struct Settings {
    /// The configuration file (TOML) [BESACE_CONFIG].
    #[arg(long, global = true)]
    pub config: Option<PathBuf>,
    /// The folder of keys and cooperatives [default: ./besace-data].
    #[arg(long, global = true)]
    data: Option<String>,
    /// Address and port of the HTTP server [default: 127.0.0.1:8080].
    #[arg(long, global = true)]
    listen: Option<String>,
    /// Where people reach the relay, e.g. https://besace.example.coop.
    #[arg(long, global = true)]
    public_url: Option<String>,
    /// More origins whose pages may use the relay, separated by commas.
    #[arg(long, global = true)]
    allowed_origins: Option<String>,
    /// Proxies whose X-Forwarded-For is believed, e.g. 127.0.0.1,10.0.0.0/8.
    #[arg(long, global = true)]
    trusted_proxies: Option<String>,
    /// Address and port where GET /metrics is answered in Prometheus' format; never on the HTTP server's own, where a
    /// proxy would publish it. An address beyond this machine needs BESACE_METRICS_TOKEN [default: nowhere].
    #[arg(long, global = true)]
    metrics_listen: Option<String>,
    /// Log lines: text or json.
    #[arg(long, global = true)]
    log_format: Option<String>,
    /// What is logged, e.g. info,besace_server=debug.
    #[arg(long, global = true)]
    log: Option<String>,
    /// Requests per second and address, 20 times as many at once; 0 for no limit [default: 50].
    #[arg(long, global = true)]
    peer_requests_per_second: Option<String>,
    /// Pushes (of up to 100 commits) per second and device, 25 times as many in a burst [default: 20].
    #[arg(long, global = true)]
    device_pushes_per_second: Option<String>,
}

impl Settings {
    /// The flags that were given.
    pub(crate) fn flags(&self) -> BTreeMap<Setting, String> {
        let pairs = [
            (Setting::Data, &self.data),
            (Setting::Listen, &self.listen),
            (Setting::PublicUrl, &self.public_url),
            (Setting::AllowedOrigins, &self.allowed_origins),
            (Setting::TrustedProxies, &self.trusted_proxies),
            (Setting::MetricsListen, &self.metrics_listen),
            (Setting::LogFormat, &self.log_format),
            (Setting::Log, &self.log),
            (
                Setting::PeerRequestsPerSecond,
                &self.peer_requests_per_second,
            ),
            (
                Setting::DevicePushesPerSecond,
                &self.device_pushes_per_second,
            ),
        ];
        pairs
            .into_iter()
            .filter_map(|(setting, value)| Some((setting, value.clone()?)))
            .collect()
    }
}

impl CliCommand {
    /// The order that the command is, when it is one.
    pub(crate) fn order(&self) -> Option<What> {
        Some(match self {
            Self::Init { .. } | Self::Serve | Self::Demo { .. } | Self::RotateKeys => return None,
            Self::Members => What::Members,
            Self::Invite { member, .. } => What::Invite(member.clone()),
            Self::AddMember {
                name,
                roles,
                branch,
                stage,
                associate,
                coaches,
                invite,
            } => {
                let described = Described {
                    name: name.clone(),
                    branch: branch.clone(),
                    stage: *stage,
                    associate: *associate,
                };
                let person = NewPerson {
                    described,
                    roles: roles.iter().copied().collect(),
                    coaches: BTreeSet::new(),
                };
                What::Add {
                    person,
                    coaches: coaches.clone(),
                    invited: *invite,
                }
            }
            Self::SetRoles { member, roles } => {
                let changes = Changes {
                    roles: Some(roles.iter().copied().collect()),
                    ..Changes::default()
                };
                What::Change(member.clone(), changes)
            }
            Self::Assign { coach, member, end } => {
                What::Assign(coach.clone(), member.clone(), !end)
            }
            Self::SetStatus { member, status } => {
                let changes = Changes {
                    status: Some(*status),
                    ..Changes::default()
                };
                What::Change(member.clone(), changes)
            }
            Self::Devices { member } => What::Devices(member.clone()),
            Self::RevokeDevice { device } => What::Revoke(*device),
            // The relay may run elsewhere than this shell: it needs the whole path.
            Self::Export { to } => {
                What::Export(std::path::absolute(to).unwrap_or_else(|_| to.clone()))
            }
        })
    }
}

fn role(text: &str) -> Result<Role, &'static str> {
    Role::parse(text).ok_or("one of entrepreneur, coach, finance, comms, director")
}

fn stage(text: &str) -> Result<Stage, &'static str> {
    Stage::parse(text).ok_or("one of prospect, diagnosis, cape, cesa, cdi_es, exited")
}

fn status(text: &str) -> Result<Status, &'static str> {
    Status::parse(text)
        .filter(|status| *status != Status::Relay)
        .ok_or("one of active, suspended, left")
}

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

/// Shows which cooperatives are there and asks whether to make one more; no without a person at a terminal.
pub(crate) fn confirms_another(there: &[Named]) -> std::io::Result<bool> {
    let (input, mut output) = (std::io::stdin(), std::io::stderr());
    if !(input.is_terminal() && output.is_terminal()) {
        return Ok(false);
    }
    for named in there {
        writeln!(output, "There is already: {named}")?;
    }
    write!(output, "Make another cooperative beside it? [y/N] ")?;
    output.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(matches!(
        answer.trim().to_lowercase().as_str(),
        "y" | "yes" | "o" | "oui"
    ))
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
