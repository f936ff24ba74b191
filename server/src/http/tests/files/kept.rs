//! How long a file is kept, and what is taken away with its cooperative.

use besace_model::time::DAY_MS;

use super::*;
use crate::admin::{self, Answer, Order, What};
use crate::coop::{Changes, Decision};
use crate::limits::FILE_PARTS_KEPT_MS;
use crate::store::people::Status;

impl Stage {
    /// Lets days pass, and looks which files nobody names.
    async fn days_later(&mut self, days: i64) {
        self.folder.clock.advance_ms(days * DAY_MS);
        let coop = self.world.app.coop(self.world.id()).await.unwrap().unwrap();
        self.world.app.files().sweep(&coop).await.unwrap();
        self.anne.token = sign_in(&self.world, &self.anne).await;
    }
}

#[tokio::test]
async fn a_file_that_nobody_names_any_more_goes_after_a_month_and_comes_back_when_brought_again() {
    goes_and_comes_back(Stage::new("gone").await).await;
}

#[tokio::test]
async fn so_it_does_from_a_store_that_speaks_s3() {
    goes_and_comes_back(Stage::over_s3("gone").await).await;
}

async fn goes_and_comes_back(mut stage: Stage) {
    let (one, other) = (picture(1, 2_000), picture(2, 2_000));
    stage.say(&expense(1, [named(&one), named(&other)])).await;
    stage.bring(&one).await;
    stage.bring(&other).await;
    stage.days_later(40).await;
    assert_eq!(stage.kept(), 2, "named");
    stage.say(&edit(1, [named(&other)])).await;
    stage.days_later(1).await;
    stage.days_later(29).await;
    assert_eq!(stage.kept(), 2, "undo finds it");
    stage.say(&edit(1, [named(&one), named(&other)])).await;
    stage.days_later(2).await;
    let got = stage.get(&stage.anne.token, hash_of(&one)).await;
    assert!(got == (StatusCode::OK, one.clone()), "named again in time");

    stage.say(&edit(1, [named(&other)])).await;
    stage.days_later(1).await;
    stage.days_later(31).await;
    assert_eq!(stage.kept(), 1);
    stage.say(&edit(1, [named(&one), named(&other)])).await;
    let nothing = json!({ "received": 0, "whole": false });
    assert_eq!(stage.state(hash_of(&one)).await.1, nothing);
    assert_eq!(stage.bring(&one).await.0, StatusCode::OK);
    assert_eq!(stage.kept(), 2);
    stage.folder.remove();
}

#[tokio::test]
async fn the_same_bytes_stay_for_as_long_as_one_document_has_them() {
    let mut stage = Stage::new("shared").await;
    let picture = picture(1, 2_000);
    stage.say(&expense(1, [named(&picture)])).await;
    stage.bring(&picture).await;
    let (mut ben, path) = stage.ben_names(&picture).await;
    let put = format!("{path}?at=0");
    let brought = stage.told(Method::PUT, &ben.token, &put, picture.clone());
    assert_eq!(brought.await.0, StatusCode::OK);
    stage.say(&edit(1, [])).await;
    stage.days_later(1).await;
    stage.days_later(31).await;
    ben.token = sign_in(&stage.world, &ben).await;
    let got = stage.told(Method::GET, &ben.token, &path, Vec::new()).await;
    assert_eq!((got.0, stage.kept()), (StatusCode::OK, 1));

    let coop = stage.world.app.coops()[0].handle.clone();
    let left = Decision::Change {
        member: ben.member,
        changes: Changes {
            status: Some(Status::Left),
            ..Changes::default()
        },
    };
    coop.decide(MemberId::RELAY, left).await.unwrap();
    stage.days_later(1).await;
    stage.days_later(31).await;
    assert_eq!(
        stage.kept(),
        1,
        "what who left had recorded stays, and proves it"
    );
    stage.folder.remove();
}

#[tokio::test]
async fn what_nobody_goes_on_with_is_thrown_away() {
    let mut stage = Stage::new("old").await;
    let picture = picture(1, 2_000);
    stage.say(&expense(1, [named(&picture)])).await;
    stage.put(hash_of(&picture), 0, &picture[..10]).await;
    stage.days_later(FILE_PARTS_KEPT_MS / DAY_MS - 1).await;
    assert_eq!(stage.under_way(), 1);
    stage.days_later(2).await;
    assert_eq!(stage.under_way(), 0);
    assert_eq!(stage.bring(&picture).await.0, StatusCode::OK);
    stage.folder.remove();
}

#[tokio::test]
async fn a_file_whose_bytes_are_missing_is_asked_for_again() {
    is_asked_for_again(Stage::new("missing").await).await;
}

#[tokio::test]
async fn so_it_is_of_a_store_that_speaks_s3() {
    is_asked_for_again(Stage::over_s3("missing").await).await;
}

async fn is_asked_for_again(mut stage: Stage) {
    let picture = picture(1, 2_000);
    let hash = hash_of(&picture);
    stage.say(&expense(1, [named(&picture)])).await;
    stage.bring(&picture).await;
    std::fs::remove_dir_all(stage.whole_ones()).unwrap();
    stage.restart().await;
    let got = stage.get(&stage.anne.token, hash).await;
    assert_eq!(got.0, StatusCode::NOT_FOUND);
    let nothing = json!({ "received": 0, "whole": false });
    assert_eq!(stage.state(hash).await.1, nothing);
    assert_eq!(stage.bring(&picture).await.0, StatusCode::OK);
    assert!(stage.get(&stage.anne.token, hash).await == (StatusCode::OK, picture));
    stage.folder.remove();
}

#[tokio::test]
async fn a_cooperative_takes_its_files_away_too() {
    let mut stage = Stage::new("export").await;
    let picture = picture(1, 2_000);
    stage.say(&expense(1, [named(&picture)])).await;
    stage.bring(&picture).await;
    let to = stage.folder.config.data.join("export");
    let order = Order {
        coop: None,
        what: What::Export(to.clone()),
    };
    let answer = admin::carry_out(&stage.world.app, order).await.unwrap();
    let Answer::Exported(_, incomplete) = answer else {
        panic!("not an export")
    };
    assert!(incomplete.is_empty());
    let name = format!("files/{}.png", hash_of(&picture));
    assert!(std::fs::read(to.join(&name)).unwrap() == picture);
    let index = std::fs::read(to.join("index.json")).unwrap();
    let index: Value = serde_json::from_slice(&index).unwrap();
    assert_eq!(index["files"], json!([name]));
    stage.folder.remove();
}
