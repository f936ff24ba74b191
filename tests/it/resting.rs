//! Many cooperatives in one relay, with the real binary: those that nobody uses rest.

use std::path::Path;

use besace_model::access::Role;
use besace_model::wire::{ToPhone, decode};

use crate::coop::{Device, Founder, fresh_folder};
use crate::line::{self, Line, SYNC};
use crate::operators::{Serving, get};

/// So many cooperatives with one phone each.
fn cooperatives(data: &Path, count: u32) -> Vec<Device> {
    let found = |number| {
        let mut founder = Founder::numbered(data, number);
        let member = founder.member(&[Role::Director]);
        let phone = founder.device(member);
        founder.close();
        phone
    };
    (0..count).map(found).collect()
}

/// Signs in and reads a first page; `None` when the phone was asked to come again.
async fn first_page(port: u16, phone: &Device) -> Option<()> {
    let token = line::sign_in(port, phone).await.ok()?;
    let mut line = Line::open(port, SYNC).await.ok()?;
    line.send(line::hello(token, None)).await.ok()?;
    let frame = line.next().await.ok()?;
    matches!(decode(&frame), Ok(ToPhone::Update(_))).then_some(())
}

#[tokio::test]
async fn a_hundred_cooperatives_serve_their_phones_with_few_descriptors() {
    let data = fresh_folder("hundred");
    let phones = cooperatives(&data, 100);
    let serving = Serving::start_with_descriptors(&data, 256, &[]);
    for (number, phone) in phones.iter().enumerate() {
        let mut tries = 0;
        while first_page(serving.port, phone).await.is_none() {
            tries += 1;
            assert!(tries < 20, "cooperative {number}: {}", serving.log());
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
    assert_eq!(get(serving.port, "/health"), Some((200, "ok\n".to_owned())));
    let log = serving.stop();
    assert!(log.contains("limit of open files is low"), "{log}");
    assert!(!log.contains("ERROR"), "{log}");
}

#[tokio::test]
async fn a_relay_killed_while_its_cooperatives_rest_starts_with_all_of_them() {
    let data = fresh_folder("killed-resting");
    let phones = cooperatives(&data, 3);
    for _ in 0..2 {
        let serving = Serving::start(&data, &["--rest-after-seconds", "1", "--log", "debug"]);
        for phone in &phones {
            first_page(serving.port, phone).await.expect("a page");
        }
        let rested = |serving: &Serving| serving.log().matches("the cooperative rests").count();
        serving.until(|serving| rested(serving) >= phones.len());
        // Dropping it kills it.
        drop(serving);
    }
    let serving = Serving::start(&data, &[]);
    for phone in &phones {
        first_page(serving.port, phone).await.expect("a page");
    }
    assert_eq!(get(serving.port, "/health"), Some((200, "ok\n".to_owned())));
    serving.stop();
}
