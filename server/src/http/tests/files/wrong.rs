//! What is no file that was promised: a typed answer, and nothing of it stays.

use besace_model::limits::FILE_PIECE_BYTES_MAX;

use super::*;

/// Anne names one file and brings other bytes; what she is told, and that nothing stays.
async fn refused(stage: &mut Stage, number: u8, promised: NamedFile, bytes: &[u8], code: &str) {
    stage.say(&expense(number, [promised])).await;
    let (status, told) = stage.put(promised.hash, 0, bytes).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
    assert_eq!(told["code"], code);
    assert_eq!((stage.under_way(), stage.kept()), (0, 0), "{code}");
    let nothing = json!({ "received": 0, "whole": false });
    assert_eq!(stage.state(promised.hash).await.1, nothing);
}

#[tokio::test]
async fn what_is_not_what_was_promised_is_refused_and_nothing_of_it_stays() {
    let mut stage = Stage::new("wrong").await;
    let good = picture(1, 1_000);
    let other = picture(2, 1_000);
    refused(&mut stage, 1, named(&good), &other, "file_mismatch").await;
    let long = picture(1, 1_001);
    let of_long = NamedFile {
        bytes: 1_000,
        ..named(&long)
    };
    refused(&mut stage, 2, of_long, &long, "file_size").await;
    let page = b"<!doctype html><script>alert(1)</script>".to_vec();
    refused(&mut stage, 3, named(&page), &page, "file_kind").await;
    let bomb = sized(3, 1_000, 60_000);
    refused(&mut stage, 4, named(&bomb), &bomb, "file_kind").await;
    let cut = picture(4, 20);
    refused(&mut stage, 5, named(&cut), &cut, "file_kind").await;
    stage.folder.remove();
}

#[tokio::test]
async fn a_file_that_ends_early_is_never_whole() {
    let mut stage = Stage::new("early").await;
    let picture = picture(1, 1_000);
    let promised = NamedFile {
        bytes: 2_000,
        ..named(&picture)
    };
    stage.say(&expense(1, [promised])).await;
    let so_far = json!({ "received": 1_000, "whole": false });
    assert_eq!(stage.put(promised.hash, 0, &picture).await.1, so_far);
    assert_eq!(stage.put(promised.hash, 1_000, &[]).await.1, so_far);
    assert_eq!(stage.state(promised.hash).await.1, so_far);
    let got = stage.get(&stage.anne.token, promised.hash).await;
    assert_eq!((got.0, stage.kept()), (StatusCode::NOT_FOUND, 0));
    stage.folder.remove();
}

#[tokio::test]
async fn what_is_no_name_of_ours_never_reaches_a_file() {
    let mut stage = Stage::new("names").await;
    let picture = picture(1, 1_000);
    stage.say(&expense(1, [named(&picture)])).await;
    let (doc, hash) = (
        stage.doc(&stage.anne).to_string(),
        hash_of(&picture).to_string(),
    );
    let upper = hash.to_uppercase();
    let dots = format!("..%2F..%2F{}", &hash[..58]);
    for (doc, hash) in [
        (doc.as_str(), "passwd"),
        (&doc, &upper),
        (&doc, &dots),
        (&doc, &hash[1..]),
        (&doc, "%00"),
        (&doc, "%FF"),
        ("..%2F..%2Fkeys", &hash),
        (&doc[1..], &hash),
        ("%00", &hash),
    ] {
        for (method, path) in [
            (Method::GET, format!("{doc}/{hash}/state")),
            (Method::GET, format!("{doc}/{hash}")),
            (Method::PUT, format!("{doc}/{hash}?at=0")),
        ] {
            let token = &stage.anne.token;
            let (status, told) = stage.told(method, token, &path, b"x".to_vec()).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{path}");
            assert_eq!(told["code"], "bad_id", "{path}");
        }
    }
    for at in ["", "?at=", "?at=-1", "?at=1.5", "?at=99999999999"] {
        let path = format!("{doc}/{hash}{at}");
        let token = &stage.anne.token;
        let (status, told) = stage.told(Method::PUT, token, &path, b"x".to_vec()).await;
        assert_eq!(
            (status, &told["code"]),
            (StatusCode::BAD_REQUEST, &json!("bad_message"))
        );
    }
    let long = vec![0; FILE_PIECE_BYTES_MAX + 1];
    let (status, told) = stage.put(hash_of(&picture), 0, &long).await;
    assert_eq!(
        (status, &told["code"]),
        (StatusCode::PAYLOAD_TOO_LARGE, &json!("too_big"))
    );
    assert_eq!((stage.under_way(), stage.kept()), (0, 0));
    stage.folder.remove();
}
