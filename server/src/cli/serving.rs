//! The relay as a process: opened, served until told to stop, or asked to carry out one order.

use anyhow::{Context, bail};
use besace_server::admin::{self, Order, road};
use besace_server::app::App;
use besace_server::clock::Clock;
use besace_server::config::Config;
use besace_server::home::keeper::Keeper;
use besace_server::home::tenants::Tenants;
use besace_server::{home, keyring, notices, router, serve};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;

use super::descriptors;

pub(crate) async fn serve_until_told(mut config: Config, clock: Clock) -> anyhow::Result<()> {
    let listener =
        serve::listen(config.listen).with_context(|| format!("listening on {}", config.listen))?;
    config.listen = listener.local_addr()?;
    let figures = match config.metrics_listen {
        Some(address) => Some(
            serve::listen(address)
                .with_context(|| format!("listening on {address} for metrics"))?,
        ),
        None => None,
    };
    let (app, mut keeper) = open(config, clock)?;
    let orders = road::listen(&app.config().data).context("listening for orders")?;
    tokio::spawn(road::serve(app.clone(), orders));
    app.open_few().await;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let url = app.config().public_url();
    tracing::info!(listen = %app.config().listen, url = url.as_str(), coops = app.named().len(), "the relay is ready");
    let pages = router::router(app.clone());
    let server = tokio::spawn(serve::serve(app.clone(), listener, pages));
    if let Some(listener) = figures {
        let figures = router::figures(app.clone());
        tokio::spawn(serve::serve(app.clone(), listener, figures));
    }
    let telling = tokio::spawn(notices::run(app.clone()));
    let storage = tokio::select! {
        _ = terminate.recv() => Ok(()),
        _ = interrupt.recv() => Ok(()),
        end = keeper.run() => end,
    };
    tracing::info!("the relay stops");
    app.stop();
    server.await?;
    telling.await?;
    let closed = home::close(&app).await;
    storage.context(
        "the storage failed; nothing acknowledged is lost; mend the disk and start again",
    )?;
    closed.context("the storage failed while closing")?;
    tracing::info!("the relay stopped in order");
    Ok(())
}

pub(crate) async fn carry_out(
    config: Config,
    clock: Clock,
    order: Order,
) -> anyhow::Result<admin::Answer> {
    let answer = match road::give(&config.data, &order)
        .await
        .context("speaking to the running relay")?
    {
        Some(answer) => answer,
        None => {
            let (app, _keeper) = open(config, clock)?;
            let answer = admin::carry_out(&app, order).await;
            home::close(&app).await.context("closing")?;
            answer
        }
    };
    Ok(answer?)
}

fn open(config: Config, clock: Clock) -> anyhow::Result<(App, Keeper)> {
    let keys = keyring::load(&config.data, config.public_url().as_str(), &clock)?;
    let (tell, news) = mpsc::unbounded_channel();
    let room = descriptors::room();
    let opened = home::open(&config, &clock, &tell, room)?;
    if opened.open.is_empty() && opened.resting.is_empty() {
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
    let tenants = Tenants::new(opened, tell).with_room(room);
    let app = App::new(config, clock, keys, tenants);
    app.files().check().context("opening the place of files")?;
    descriptors::warn(room, app.named().len());
    Ok((app.clone(), Keeper::new(app, news)))
}
