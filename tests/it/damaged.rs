//! A damaged file, with the real binary: its cooperative is closed alone, its phones wait, the others are served.

use std::fs;
use std::path::Path;

use besace_model::access::Role;
use besace_model::ids::CoopId;

use crate::binary;
use crate::coop::{Device, Founder, fresh_folder};
use crate::line::{self, Line};
use crate::operators::{Serving, beside, database, done, get, init, refused};
use crate::process::{PACE_REAL, Relay};

/// The cooperative that other tests name by its id, with one phone, and another one beside it.
fn two_cooperatives(data: &Path) -> (CoopId, Device) {
    let mut founder = Founder::new(data);
    let member = founder.member(&[Role::Director]);
    let phone = founder.device(member);
    let coop = founder.close();
    init(data, "Val d’Or");
    (coop, phone)
}

fn file_of(data: &Path, coop: CoopId) -> std::path::PathBuf {
    data.join("coops").join(format!("{coop}.db"))
}

fn health(port: u16) -> (u16, String) {
    get(port, "/health").expect("an answer")
}

#[tokio::test]
async fn one_damaged_file_closes_its_cooperative_alone_until_a_backup_is_put_in_its_place() {
    let data = fresh_folder("damaged");
    let (coop, phone) = two_cooperatives(&data);
    let file = file_of(&data, coop);
    let copy = fs::read(&file).expect("the file is there");
    let mut spoilt = copy.clone();
    spoilt[..4096].fill(0xA5);
    fs::write(&file, spoilt).expect("it is ours");

    let mut relay = Relay::start(&binary::path(), &data, coop, PACE_REAL);
    let port = relay.process.port;
    let id = coop.to_string();
    let (status, said) = health(port);
    assert_eq!(status, 200, "the others are served");
    assert!(
        said.starts_with("degraded\n") && said.contains(&id),
        "{said}"
    );
    done(&data, &["--coop", "Val d’Or", "members"]);
    let told = refused(&data, &["--coop", &id, "members"]);
    assert!(told.contains("is closed"), "{told}");
    let told = refused(&data, &["members"]);
    assert!(told.contains("--coop"), "not another's by mistake: {told}");

    // Its phones are asked to come again: neither a wrong signature nor a device that is not known.
    let told = line::sign_in(port, &phone).await.expect_err("closed");
    assert!(told.to_string().contains("\"retry\""), "{told}");
    let mut link = Line::hello(&relay, &phone, None).await.expect("a link");
    let bye = link.next().await.expect("a frame");
    let bye = besace_model::wire::decode::<besace_model::wire::ToPhone>(&bye);
    let code = match bye {
        Ok(besace_model::wire::ToPhone::Bye(bye)) => bye.code,
        other => panic!("not a farewell: {other:?}"),
    };
    assert_eq!(code, besace_model::error::ErrorCode::Retry);

    // The operator puts the backup in its place while the relay runs.
    for path in beside(&file) {
        let _ = fs::remove_file(path);
    }
    fs::write(&file, copy).expect("it is ours");
    let started = std::time::Instant::now();
    while health(port).1 != "ok\n" {
        assert!(started.elapsed().as_secs() < 90, "{:?}", health(port));
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    line::sign_in(port, &phone).await.expect("open again");
    Line::synced(&relay, &phone).await.expect("open again");
    relay.process.stop();

    let log = {
        fs::write(&file, [0xA5; 4096]).expect("it is ours");
        Serving::start(&data, &[]).stop()
    };
    assert!(log.contains(&id) && log.contains("stays closed"), "{log}");
}

#[tokio::test]
async fn a_page_that_cannot_be_read_closes_the_cooperative_while_it_is_served() {
    for table in ["log", "reader"] {
        let data = fresh_folder(&format!("page-{table}"));
        let (coop, phone) = two_cooperatives(&data);
        let file = file_of(&data, coop);
        let page: i64 = {
            let conn = rusqlite::Connection::open(&file).expect("a database");
            let find = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
            conn.query_row(find, [table], |row| row.get(0))
                .expect("the table is there")
        };
        let mut bytes = fs::read(&file).expect("the file is there");
        let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
        let at = size * (page as usize - 1);
        bytes[at..at + size].fill(0xFF);
        fs::write(&file, bytes).expect("it is ours");

        let mut relay = Relay::start(&binary::path(), &data, coop, PACE_REAL);
        let port = relay.process.port;
        let started = std::time::Instant::now();
        while !health(port).1.contains(&coop.to_string()) {
            assert!(started.elapsed().as_secs() < 60, "{table} is not missed");
            // A phone that downloads comes across it.
            let _ = Line::synced(&relay, &phone).await;
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert_eq!(health(port).0, 200, "the others are served");
        done(&data, &["--coop", "Val d’Or", "members"]);
        relay.process.stop();
    }
}

#[test]
fn a_relay_that_can_open_nothing_says_so_and_ends() {
    let data = fresh_folder("all-damaged");
    init(&data, "Estuaire");
    fs::write(database(&data), [0xA5; 4096]).expect("it is ours");
    let said = refused(&data, &["serve"]);
    assert!(said.contains("no cooperative can be opened"), "{said}");
    let said = refused(&data, &["members"]);
    assert!(said.contains("no cooperative can be opened"), "{said}");
}

#[test]
fn a_cooperative_that_fails_while_it_is_served_is_opened_again_and_the_others_never_notice() {
    let data = fresh_folder("failing");
    let (coop, _) = two_cooperatives(&data);
    let id = coop.to_string();
    let serving = Serving::start(&data, &[]);
    // A disk that fails once: nothing can be written, though the file opens well.
    let rename = |from: &str, to: &str| {
        let conn = rusqlite::Connection::open(file_of(&data, coop)).expect("a database");
        let rename = format!("ALTER TABLE {from} RENAME TO {to}");
        conn.execute(&rename, []).expect("the table is there");
    };
    rename("audit", "elsewhere");
    let add = ["--coop", &id, "add-member", "Anne", "--role", "coach"];
    let said = refused(&data, &add);
    assert!(said.contains("could not store it"), "{said}");
    done(&data, &["--coop", "Val d’Or", "members"]);
    rename("elsewhere", "audit");
    serving.until(|serving| serving.log().contains("the cooperative is open again"));
    done(&data, &add);
    assert_eq!(health(serving.port), (200, "ok\n".to_owned()));
    let log = serving.stop();
    assert!(log.contains("the cooperative is closed"), "{log}");
}
