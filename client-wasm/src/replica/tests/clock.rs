//! The clock on the wall is set while the app runs: what waits goes on waiting as long as it would have.

use besace_model::limits::{BACKOFF_MS_MAX, PING_AFTER_MS};
use besace_model::time::Timestamp;
use besace_model::wire::{ToRelay, Verdict};

use super::device::{Device, NOW, update, verdict};

const YEAR_MS: i64 = 365 * 86_400_000;
const SECOND_MS: i64 = 1_000;

fn count(device: &Device, wanted: impl Fn(&ToRelay) -> bool) -> usize {
    device.sent.iter().filter(|frame| wanted(frame)).count()
}

fn hellos(device: &Device) -> usize {
    count(device, |frame| matches!(frame, ToRelay::Hello(_)))
}

/// Lets seconds pass until something is so; how many milliseconds it took, at most `within_ms`.
fn wait(device: &mut Device, within_ms: i64, done: impl Fn(&Device) -> bool) -> i64 {
    let mut waited = 0;
    while !done(device) {
        assert!(waited <= within_ms, "nothing after {waited} ms");
        device.pass(SECOND_MS);
        waited += SECOND_MS;
    }
    waited
}

/// A phone on a live link, whose clock was then set.
fn set(year: i64) -> Device {
    let mut device = Device::new();
    device.connect();
    device.hear(update(1));
    device.set_forward_ms = year;
    device
}

#[test]
fn a_phone_whose_clock_is_set_a_year_off_comes_back_as_soon_as_any_other() {
    for year in [-YEAR_MS, YEAR_MS] {
        let mut device = set(0);
        device.cut();
        device.pass(SECOND_MS);
        device.set_forward_ms = year;
        device.network = true;
        let before = hellos(&device);
        wait(&mut device, BACKOFF_MS_MAX, |it| hellos(it) > before);
        device.hear(update(2));
        device.expense(1, 100);
        assert_eq!(device.pushed().len(), 1);
    }
}

#[test]
fn a_phone_whose_clock_is_put_back_a_year_asks_whether_the_relay_is_there_as_before() {
    let mut device = set(-YEAR_MS);
    let ping = |frame: &ToRelay| matches!(frame, ToRelay::Ping);
    let waited = wait(&mut device, PING_AFTER_MS, |it| count(it, ping) > 0);
    assert_eq!(waited, PING_AFTER_MS);
}

#[test]
fn what_the_relay_asked_to_wait_with_goes_out_though_the_clock_was_put_back() {
    let mut device = set(0);
    device.expense(1, 100);
    let hash = device.pushed()[0];
    let mut news = update(2);
    news.verdicts = vec![verdict(hash, Verdict::Retry(5_000))];
    device.hear(news);
    device.set_forward_ms = -YEAR_MS;
    wait(&mut device, 5_000, |it| it.ever_pushed().len() == 2);
}

#[test]
fn what_is_shown_goes_by_the_clock_as_it_is_now() {
    let mut device = set(-YEAR_MS);
    device.pass(SECOND_MS);
    device.hear(update(2));
    let contact = Timestamp::parse_rfc3339(&device.sync().last_contact_at);
    assert_eq!(contact, Some(NOW.plus_ms(SECOND_MS - YEAR_MS)));
    device.cut();
    let next = Timestamp::parse_rfc3339(&device.sync().next_try_at).unwrap();
    assert!(next.0 - contact.unwrap().0 <= BACKOFF_MS_MAX);
}
