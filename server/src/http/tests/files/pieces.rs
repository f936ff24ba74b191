//! A file on its way, in pieces.

use super::*;

#[tokio::test]
async fn a_picture_comes_in_pieces_goes_on_after_the_relay_ended_and_is_handed_out_in_part_too() {
    comes_in_pieces(Stage::new("pieces").await).await;
}

#[tokio::test]
async fn so_it_does_where_a_store_that_speaks_s3_keeps_it() {
    comes_in_pieces(Stage::over_s3("pieces").await).await;
}

async fn comes_in_pieces(mut stage: Stage) {
    let picture = picture(1, 250_000);
    let hash = hash_of(&picture);
    assert_eq!(
        stage.state(hash).await.0,
        StatusCode::NOT_FOUND,
        "not yet named"
    );
    stage.say(&expense(1, [named(&picture)])).await;
    let nothing = json!({ "received": 0, "whole": false });
    assert_eq!(stage.state(hash).await, (StatusCode::OK, nothing));
    let first = stage.put(hash, 0, &picture[..PIECE]).await;
    let some = json!({ "received": PIECE, "whole": false });
    assert_eq!(first, (StatusCode::OK, some.clone()));
    assert_eq!((stage.under_way(), stage.kept()), (1, 0));

    stage.restart().await;
    assert_eq!(stage.state(hash).await, (StatusCode::OK, some));
    let dominique = stage.get(&stage.anne.token, hash).await;
    assert_eq!(dominique.0, StatusCode::NOT_FOUND, "not whole");
    let whole = json!({ "received": picture.len(), "whole": true });
    assert_eq!(stage.bring(&picture).await, (StatusCode::OK, whole.clone()));
    assert_eq!(stage.state(hash).await, (StatusCode::OK, whole.clone()));
    assert_eq!((stage.under_way(), stage.kept()), (0, 1));
    let again = stage.put(hash, 2 * PIECE, &picture[2 * PIECE..]).await;
    assert_eq!(again, (StatusCode::OK, whole), "an answer that was lost");

    stage.restart().await;
    let got = stage.get(&stage.anne.token, hash).await;
    assert!(got == (StatusCode::OK, picture.clone()));
    let path = format!("{}/{hash}", stage.doc(&stage.anne));
    for (range, part, told) in [
        ("bytes=0-9", 0..10, "bytes 0-9/250000"),
        (
            "bytes=249990-",
            249_990..250_000,
            "bytes 249990-249999/250000",
        ),
        ("bytes=-1", 249_999..250_000, "bytes 249999-249999/250000"),
    ] {
        let token = &stage.anne.token;
        let response = stage.ask(Method::GET, token, &path, Some(range), Vec::new());
        let response = response.await;
        assert_eq!(response.status(), StatusCode::PARTIAL_CONTENT);
        let headers = response.headers().clone();
        assert_eq!(headers[header::CONTENT_RANGE], told);
        assert_eq!(headers[header::CONTENT_TYPE], "image/png");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
        assert!(!headers.contains_key(header::CONTENT_DISPOSITION));
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        assert_eq!(bytes, picture[part]);
    }
    let beyond = stage.ask(
        Method::GET,
        &stage.anne.token,
        &path,
        Some("bytes=250000-"),
        Vec::new(),
    );
    let beyond = beyond.await;
    assert_eq!(beyond.status(), StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(beyond.headers()[header::CONTENT_RANGE], "bytes */250000");
    stage.folder.remove();
}

#[tokio::test]
async fn a_piece_that_does_not_go_on_from_what_is_here_is_told_where_that_ends() {
    let mut stage = Stage::new("offset").await;
    let picture = picture(1, 250_000);
    let hash = hash_of(&picture);
    stage.say(&expense(1, [named(&picture)])).await;
    for at in [1, PIECE, u32::MAX as usize] {
        let (status, told) = stage.put(hash, at, &picture[..10]).await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert_eq!(
            (&told["code"], &told["received"]),
            (&json!("file_offset"), &json!(0))
        );
    }
    stage.put(hash, 0, &picture[..PIECE]).await;
    let (status, told) = stage.put(hash, 0, &picture[..PIECE]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(told["received"], PIECE, "it goes on from there");
    assert_eq!(stage.bring(&picture).await.0, StatusCode::OK);
    stage.folder.remove();
}

#[tokio::test]
async fn a_whole_file_whose_last_answer_was_lost_with_the_relay_is_handed_in_when_somebody_asks() {
    let mut stage = Stage::new("lost").await;
    let picture = picture(1, 2_000);
    let hash = hash_of(&picture);
    stage.say(&expense(1, [named(&picture)])).await;
    stage.put(hash, 0, &picture[..1_000]).await;
    let spool = stage.folder.config.data.join("spool");
    let spool = spool.join(stage.world.id().to_string());
    let part = std::fs::read_dir(spool).unwrap().next().unwrap().unwrap();
    // It died between writing the last piece and looking at it.
    stage.restart().await;
    std::fs::write(part.path(), &picture).unwrap();
    let whole = json!({ "received": 2_000, "whole": true });
    assert_eq!(stage.state(hash).await, (StatusCode::OK, whole));
    assert_eq!((stage.under_way(), stage.kept()), (0, 1));
    stage.folder.remove();
}

#[tokio::test]
async fn a_document_is_saved_not_shown() {
    let mut stage = Stage::new("pdf").await;
    let mut document = b"%PDF-1.7\n".to_vec();
    document.resize(500, b' ');
    let hash = hash_of(&document);
    stage.say(&expense(1, [named(&document)])).await;
    assert_eq!(stage.bring(&document).await.0, StatusCode::OK);
    let path = format!("{}/{hash}", stage.doc(&stage.anne));
    let response = stage.ask(Method::GET, &stage.anne.token, &path, None, Vec::new());
    let headers = response.await.headers().clone();
    assert_eq!(headers[header::CONTENT_TYPE], "application/pdf");
    assert_eq!(headers[header::CONTENT_DISPOSITION], "attachment");
    assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    stage.folder.remove();
}
