//! The relay's composition root: reads the settings, opens the cooperatives, serves or carries out an order. The only
//! place that knows every part.

mod cli;

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, bail};
use besace_model::time::{DAY_MS, Timestamp, days_from_date};
use besace_server::admin::{self, Order, road};
use besace_server::app::App;
use besace_server::clock::Clock;
use besace_server::config::{Config, LogFormat, Setting, Sources};
use besace_server::home::keeper::Keeper;
use besace_server::home::tenants::Tenants;
use besace_server::{demo, home, keyring, router, serve};
use clap::Parser;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use cli::{Cli, CliCommand};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do if even this cannot be written.
            let _ = writeln!(std::io::stderr(), "besace: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> anyhow::Result<()> {
    let config = settings(cli)?;
    start_log(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let clock = Clock::system();
    match &cli.command {
        CliCommand::Serve => runtime.block_on(serve_until_told(config, clock)),
        CliCommand::Init {
            name,
            director,
            another,
        } => {
            let there = home::named(&config)?;
            if !(there.is_empty() || *another || cli::confirms_another(&there)?) {
                bail!(
                    "{} holds a cooperative already; `--another` makes one more beside it",
                    config.data.display()
                );
            }
            let invitation = home::found(&config, &clock, name, director)?;
            say(&cli::invitation(
                director,
                &invitation.link,
                &invitation.code,
                true,
            ))?;
            say("Now run `besace serve`; a relay that runs serves it after its next start.")
        }
        CliCommand::Demo { serve, seed, today } => {
            let until = match today {
                Some(text) => {
                    let day =
                        days_from_date(text).context("--today is not a day written YYYY-MM-DD")?;
                    Timestamp((day + 1) * DAY_MS - 1)
                }
                None => clock.now(),
            };
            let made = demo::make(&config, &clock, *seed, until)?;
            say(&made.summary())?;
            if *serve {
                runtime.block_on(serve_until_told(config, clock))
            } else {
                Ok(())
            }
        }
        CliCommand::RotateKeys => {
            keyring::rotate(&config.data, &clock)?;
            say("Done. It takes effect at the relay's next start.")
        }
        order => {
            let Some(what) = order.order() else {
                bail!("this command is not an order");
            };
            let order = Order {
                coop: cli.coop.clone(),
                what,
            };
            let answer = runtime.block_on(carry_out(config, clock, order))?;
            let qr = !matches!(cli.command, CliCommand::Invite { no_qr: true, .. });
            say(&cli::show(&answer, qr))?;
            match answer {
                admin::Answer::Exported(_, incomplete) if !incomplete.is_empty() => {
                    bail!(
                        "{} document(s) could not be exported whole",
                        incomplete.len()
                    )
                }
                _ => Ok(()),
            }
        }
    }
}

/// The settings from flags, environment and file.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where settings enter"
)]
fn settings(cli: &Cli) -> anyhow::Result<Config> {
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

fn start_log(config: &Config) -> anyhow::Result<()> {
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

async fn serve_until_told(mut config: Config, clock: Clock) -> anyhow::Result<()> {
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("listening on {}", config.listen))?;
    config.listen = listener.local_addr()?;
    let figures = match config.metrics_listen {
        Some(address) => Some(
            TcpListener::bind(address)
                .await
                .with_context(|| format!("listening on {address} for metrics"))?,
        ),
        None => None,
    };
    let (app, mut keeper) = open(config, clock)?;
    let orders = road::listen(&app.config().data).context("listening for orders")?;
    tokio::spawn(road::serve(app.clone(), orders));
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let url = app.config().public_url();
    tracing::info!(listen = %app.config().listen, url = url.as_str(), coops = app.coops().len(), "the relay is ready");
    let pages = router::router(app.clone());
    let server = tokio::spawn(serve::serve(app.clone(), listener, pages));
    if let Some(listener) = figures {
        let figures = router::figures(app.clone());
        tokio::spawn(serve::serve(app.clone(), listener, figures));
    }
    let storage = tokio::select! {
        _ = terminate.recv() => Ok(()),
        _ = interrupt.recv() => Ok(()),
        end = keeper.run() => end,
    };
    tracing::info!("the relay stops");
    app.stop();
    server.await?;
    home::close(&app).await;
    storage.context(
        "the storage failed; nothing acknowledged is lost; mend the disk and start again",
    )?;
    let end = keeper.finish().await;
    end.context("the storage failed while closing")?;
    tracing::info!("the relay stopped in order");
    Ok(())
}

async fn carry_out(config: Config, clock: Clock, order: Order) -> anyhow::Result<admin::Answer> {
    let answer = match road::give(&config.data, &order)
        .await
        .context("speaking to the running relay")?
    {
        Some(answer) => answer,
        None => {
            let (app, _keeper) = open(config, clock)?;
            let answer = admin::carry_out(&app, order).await;
            home::close(&app).await;
            answer
        }
    };
    Ok(answer?)
}

fn open(config: Config, clock: Clock) -> anyhow::Result<(App, Keeper)> {
    let keys = keyring::load(&config.data, config.public_url().as_str(), &clock)?;
    let opened = home::open(&config, &clock)?;
    if opened.open.is_empty() {
        let folder = config.data.display();
        if opened.closed.is_empty() {
            bail!(
                "there is no cooperative in {folder}; `besace init` makes one, `besace demo` an invented one"
            );
        }
        let closed = opened.closed.iter();
        let closed: Vec<_> = closed
            .map(|closed| format!("{}: {}", closed.path.display(), closed.why))
            .collect();
        bail!("no cooperative can be opened: {}", closed.join("; "));
    }
    let (open, writers): (Vec<_>, Vec<_>) = opened.open.into_iter().unzip();
    let paths = open.iter().map(|tenant| tenant.path.clone());
    let writers = paths.zip(writers).collect();
    let app = App::new(config, clock, keys, Tenants::new(open, opened.closed));
    Ok((app.clone(), Keeper::new(app, writers)))
}

fn say(text: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
