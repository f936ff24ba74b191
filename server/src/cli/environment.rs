//! What the process is given by its surroundings: settings, and where its log goes.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use anyhow::Context;
use besace_server::config::{Config, LogFormat, Setting, Sources};

use super::Cli;

/// The settings from flags, environment and file.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where settings enter"
)]
pub(crate) fn settings(cli: &Cli) -> anyhow::Result<Config> {
    let file = cli
        .settings
        .config
        .clone()
        .or_else(|| std::env::var_os("BESACE_CONFIG").map(Into::into));
    let file = match file {
        Some(path) => Some(
            std::fs::read_to_string(&path)
                .with_context(|| format!("reading {}", path.display()))?,
        ),
        None => None,
    };
    let environment: BTreeMap<Setting, String> = Setting::ALL
        .into_iter()
        .filter_map(|setting| Some((setting, std::env::var(setting.variable()).ok()?)))
        .collect();
    Ok(Config::read(&Sources {
        flags: cli.settings.flags(),
        environment,
        file,
    })?)
}

pub(crate) fn start_log(config: &Config) -> anyhow::Result<()> {
    let filter: tracing_subscriber::EnvFilter = config.log.parse()?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(wants_colours())
        .with_writer(std::io::stderr);
    match config.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    Ok(())
}

/// Colour codes are for people at a terminal who did not ask to be spared (https://no-color.org).
#[expect(
    clippy::disallowed_methods,
    reason = "a wish of the terminal's user, not a setting of the relay"
)]
fn wants_colours() -> bool {
    let spared = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stderr().is_terminal() && !spared
}
