//! What becomes of a file while its cooperative rests.

use std::fs;

use super::*;
use crate::coop::Decision;
use crate::home::HomeError;
use crate::home::keeper::Keeper;
use crate::store::open_reader;

impl World {
    async fn epoch(&self) -> u64 {
        let coop = self.app.coop(self.id()).await.unwrap().unwrap();
        coop.handle.glance().with_board(|board| board.epoch())
    }

    async fn health(&self) -> String {
        let request = Request::builder().uri("/health").header(header::HOST, HOST);
        let response = self.send(request.body(HttpBody::empty()).unwrap()).await;
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
}

#[tokio::test]
async fn a_file_put_back_from_a_copy_gives_back_nothing_that_was_taken_and_begins_anew() {
    let mut folder = Folder::new("copy");
    let world = folder.start();
    let (key, device, token) = world.phone(&folder.code).await;
    let epoch = world.epoch().await;
    world.all_rest().await;
    let file = folder.file(world.id());
    let kept = file.with_extension("kept");
    copy(&file, &kept);

    let coop = world.app.coop(world.id()).await.unwrap().unwrap();
    let revoke = Decision::RevokeDevice { device };
    coop.handle.decide(MemberId::RELAY, revoke).await.unwrap();
    drop(coop);
    world.all_rest().await;
    copy(&kept, &file);
    assert_ne!(
        world.epoch().await,
        epoch,
        "phones push again what they know"
    );
    let (status, answer) = world.sign_in(&key, device).await;
    assert_eq!(
        (status, &answer["code"]),
        (StatusCode::FORBIDDEN, &json!("device_revoked"))
    );
    assert_ne!(world.me(&token).await.0, StatusCode::OK);
    folder.remove();
}

#[tokio::test]
async fn whom_only_the_file_knows_that_was_put_in_place_is_not_sent_away() {
    let mut folder = Folder::new("newer");
    let world = folder.start();
    world.all_rest().await;
    let file = folder.file(world.id());
    let older = file.with_extension("older");
    copy(&file, &older);
    let (key, device, _) = world.phone(&folder.code).await;
    world.all_rest().await;
    let newer = file.with_extension("newer");
    copy(&file, &newer);
    copy(&older, &file);
    // It is opened, rests again, and knows less.
    world.epoch().await;
    world.all_rest().await;
    copy(&newer, &file);
    let (_, answer) = world.sign_in(&key, device).await;
    assert_eq!(answer["code"], "retry", "never taken for the end");
    assert_eq!(world.sign_in(&key, device).await.0, StatusCode::OK);
    folder.remove();
}

#[tokio::test]
async fn one_that_cannot_be_opened_when_it_is_needed_is_told_and_tried_again() {
    let mut folder = Folder::new("gone");
    let world = folder.start();
    let (key, device, token) = world.phone(&folder.code).await;
    world.all_rest().await;
    let file = folder.file(world.id());
    let good = fs::read(&file).unwrap();
    fs::write(&file, vec![0xA5; good.len()]).unwrap();
    let (_, news) = unbounded_channel();
    let news = std::mem::replace(&mut folder.news, news);
    let mut keeper = Keeper::new(world.app.clone(), news);
    let kept = tokio::spawn(async move { keeper.run().await });

    let retry = &json!("retry");
    assert_eq!(&world.sign_in(&key, device).await.1["code"], retry);
    assert_eq!(&world.me(&token).await.1["code"], retry);
    let told = world.health().await;
    assert!(
        told.starts_with("degraded") && told.contains("is closed"),
        "{told}"
    );

    fs::write(&file, good).unwrap();
    while world.health().await != "ok\n" {
        world.clock.advance_ms(1_000);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(world.me(&token).await.0, StatusCode::OK);
    assert!(
        !kept.is_finished(),
        "no file that fails to open ends the relay"
    );
    kept.abort();
    folder.remove();
}

#[tokio::test]
async fn a_second_relay_is_refused_while_everything_rests() {
    let mut folder = Folder::new("second");
    let world = folder.start();
    world.all_rest().await;
    let (tell, _news) = unbounded_channel();
    let refused = home::open(&folder.config, &folder.clock, &tell, 8);
    assert!(matches!(refused, Err(HomeError::InUse(_))));
    let refused = home::only(&folder.config, &folder.clock);
    assert!(matches!(refused, Err(HomeError::InUse(_))));
    drop(world);
    home::only(&folder.config, &folder.clock).unwrap().unwrap();
    folder.remove();
}

#[tokio::test]
async fn a_file_that_was_not_closed_in_order_is_opened_and_checked_before_it_rests() {
    let mut folder = Folder::new("crash");
    let world = folder.start();
    let (id, file) = (world.id(), folder.file(world.id()));
    // Who reads since before keeps the log from being begun anew: what is copied of it fits the file whatever the relay does.
    let reader = open_reader(&file).unwrap();
    let read = "BEGIN; SELECT count(*) FROM sqlite_schema;";
    reader.execute_batch(read).unwrap();
    let (key, device, _) = world.phone(&folder.code).await;
    let epoch = world.epoch().await;
    // As a crash leaves it: said to be open, with its write-ahead log.
    let beside = |suffix| PathBuf::from(format!("{}{suffix}", file.display()));
    let left: Vec<_> = ["", "-wal", ".lock"]
        .map(|suffix| (suffix, fs::read(beside(suffix)).unwrap()))
        .into();
    assert!(!left[1].1.is_empty());
    drop(reader);
    home::close(&world.app).await.unwrap();
    drop(world);
    for (suffix, bytes) in &left {
        fs::write(beside(suffix), bytes).unwrap();
    }
    let world = folder.start();
    assert_eq!(world.sign_in(&key, device).await.0, StatusCode::OK);
    assert_eq!(world.epoch().await, epoch, "nothing was lost");
    world.all_rest().await;
    drop(world);

    // A log that vanished means that something acknowledged may be missing: a new history begins.
    let word = beside(".lock");
    fs::write(&word, &left[2].1).unwrap();
    let world = folder.start();
    assert_eq!(world.id(), id);
    assert_ne!(world.epoch().await, epoch);
    folder.remove();
}
