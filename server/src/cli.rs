//! The command line: its commands and settings, what it prints, and the process it starts.

mod command;
mod confirm;
mod descriptors;
pub(crate) mod environment;
mod order;
mod print;
pub(crate) mod serving;
mod settings;

use clap::Parser;

pub(crate) use command::CliCommand;
pub(crate) use confirm::confirms_another;
pub(crate) use print::{invitation, show};
pub(crate) use settings::Settings;

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
