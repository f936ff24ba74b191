//! The relay's composition root: reads the settings, opens the cooperatives, serves or carries out an order. The only
//! place that knows every part.

mod cli;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use besace_model::time::{DAY_MS, Timestamp, days_from_date};
use besace_server::admin::{self, Order};
use besace_server::clock::Clock;
use besace_server::{demo, home, keyring};
use clap::Parser;

use cli::environment::{settings, start_log};
use cli::serving::{carry_out, serve_until_told};
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
        CliCommand::Demo {
            serve,
            seed,
            today,
            receipts,
        } => {
            let until = match today {
                Some(text) => {
                    let day =
                        days_from_date(text).context("--today is not a day written YYYY-MM-DD")?;
                    Timestamp((day + 1) * DAY_MS - 1)
                }
                None => clock.now(),
            };
            let made = demo::make(
                &config,
                &clock,
                demo::Wanted {
                    seed: *seed,
                    until,
                    receipts: *receipts,
                },
            )?;
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

fn say(text: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
