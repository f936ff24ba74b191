//! How much room there is for files.

use super::*;

const MIB: usize = 1024 * 1024;

/// Anne brings a file of so many bytes; what she is told.
async fn brings(stage: &mut Stage, number: u8, bytes: usize) -> (StatusCode, Value) {
    let picture = picture(number, bytes);
    stage.say(&expense(number, [named(&picture)])).await;
    stage.bring(&picture).await
}

#[tokio::test]
async fn a_member_brings_as_much_as_the_settings_say_with_what_is_under_way() {
    let settings = [(Setting::MemberFilesMib, "2")];
    let mut stage = Stage::with("member", &settings).await;
    assert_eq!(brings(&mut stage, 1, MIB).await.0, StatusCode::OK);
    let begun = picture(2, MIB / 2);
    stage.say(&expense(2, [named(&begun)])).await;
    stage.put(hash_of(&begun), 0, &begun[..10]).await;
    let (status, told) = brings(&mut stage, 3, MIB).await;
    assert_eq!(
        (status, &told["code"]),
        (StatusCode::CONFLICT, &json!("file_quota"))
    );
    assert_eq!((stage.under_way(), stage.kept()), (1, 1));
    assert_eq!(brings(&mut stage, 4, MIB / 2).await.0, StatusCode::OK);
    stage.folder.remove();
}

#[tokio::test]
async fn a_cooperative_has_as_much_as_the_settings_say() {
    let settings = [(Setting::CoopFilesMib, "1")];
    let mut stage = Stage::with("coop", &settings).await;
    assert_eq!(brings(&mut stage, 1, MIB / 2).await.0, StatusCode::OK);
    let (status, told) = brings(&mut stage, 2, MIB / 2 + 1).await;
    assert_eq!(
        (status, &told["code"]),
        (StatusCode::CONFLICT, &json!("file_quota"))
    );
    assert_eq!(brings(&mut stage, 3, MIB / 2).await.0, StatusCode::OK);
    stage.folder.remove();
}
