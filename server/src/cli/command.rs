//! The commands and their arguments.

use std::path::PathBuf;

use besace_model::access::Role;
use besace_model::ids::DeviceId;
use besace_model::kinds::directory::Stage;
use besace_server::store::people::Status;
use clap::Subcommand;

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
        /// Give each receipt that was handed in a picture: some hundred megabytes in all.
        #[arg(long)]
        receipts: bool,
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

pub(super) fn role(text: &str) -> Result<Role, &'static str> {
    Role::parse(text).ok_or("one of entrepreneur, coach, finance, comms, director")
}

pub(super) fn stage(text: &str) -> Result<Stage, &'static str> {
    Stage::parse(text).ok_or("one of prospect, diagnosis, cape, cesa, cdi_es, exited")
}

pub(super) fn status(text: &str) -> Result<Status, &'static str> {
    Status::parse(text)
        .filter(|status| *status != Status::Relay)
        .ok_or("one of active, suspended, left")
}
