//! The digest by mail: asked for, confirmed, read, stopped.

use besace_model::time::{DAY_MS, Timestamp};

use super::mailbox::{Mail, Mailbox};
use super::*;

const ADDRESS: &str = "anne@example.org";
const WEEK_MS: i64 = 7 * DAY_MS;

async fn stage(name: &str) -> (Stage, Mailbox) {
    let mailbox = Mailbox::start().await;
    let stage = Stage::with(&format!("mail-{name}"), Some(mailbox.port)).await;
    // A Tuesday, at noon.
    let tuesday = Timestamp::parse_rfc3339("2026-10-06T10:00:00Z").unwrap();
    let ms = tuesday.0 - stage.world.clock.now().0;
    stage.world.clock.set_forward_ms(ms);
    (stage, mailbox)
}

/// The path of the link in a mail.
fn link(mail: &Mail) -> String {
    let text = mail.text();
    let start = format!("{ORIGIN}/mail/");
    let at = text.find(&start).unwrap() + ORIGIN.len();
    let rest = &text[at..];
    rest[..rest.find(char::is_whitespace).unwrap()].to_owned()
}

impl Stage {
    async fn wants_mail(&self, address: &str) -> (StatusCode, Value) {
        let body = json!({ "address": address, "lang": "fr" });
        self.ask(Method::PUT, "/mail", body).await
    }

    async fn mail_wish(&self) -> Value {
        let (_, view) = self.ask(Method::GET, "", Value::Null).await;
        view["mail"]["wish"].clone()
    }

    /// What somebody gets who follows a link, or presses its button, without signing in.
    async fn follows(&self, method: Method, path: &str) -> (StatusCode, String) {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(header::HOST, HOST);
        let response = self
            .world
            .send(request.body(HttpBody::empty()).unwrap())
            .await;
        let status = response.status();
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert_eq!(response.headers()["referrer-policy"], "no-referrer");
        let bytes = to_bytes(response.into_body(), 1 << 16).await.unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// Anne's address is confirmed; nothing of that is left at the mail server.
    async fn confirmed(&self, mailbox: &Mailbox) {
        let (status, view) = self.wants_mail(ADDRESS).await;
        assert_eq!(status, StatusCode::OK, "{view}");
        self.later(1_000).await;
        let path = link(&mailbox.mails()[0]);
        let (status, _) = self.follows(Method::POST, &format!("{path}/confirm")).await;
        assert_eq!(status, StatusCode::OK);
    }
}

#[tokio::test]
async fn an_address_is_asked_once_and_told_nothing_before_it_confirmed() {
    let (mut stage, mailbox) = stage("confirm").await;
    let (status, view) = stage.wants_mail(ADDRESS).await;
    assert_eq!(status, StatusCode::OK, "{view}");
    let unconfirmed = json!({ "address": ADDRESS, "confirmed": false, "lang": "fr" });
    assert_eq!(view["mail"]["wish"], unconfirmed);
    stage.later(1_000).await;
    let mails = mailbox.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].from.contains("besace@example.coop"));
    assert_eq!(mails[0].to, [format!("<{ADDRESS}>")]);
    assert!(mails[0].text().contains("Estuaire"), "{}", mails[0].text());
    assert!(!mails[0].text().contains("Anne"));
    stage.camille_writes().await;
    stage.wants_mail(ADDRESS).await;
    stage.later(2 * WEEK_MS).await;
    assert!(mailbox.mails().is_empty(), "it did not confirm");

    let path = link(&mails[0]);
    let (status, page) = stage.follows(Method::GET, &path).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "the link is too old: {page}");
}

#[tokio::test]
async fn looking_at_a_link_does_nothing_and_its_button_confirms() {
    let (stage, mailbox) = stage("button").await;
    stage.wants_mail(ADDRESS).await;
    stage.later(1_000).await;
    let path = link(&mailbox.mails()[0]);
    let (status, page) = stage.follows(Method::GET, &path).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains(&format!("action=\"{path}/confirm\"")),
        "{page}"
    );
    assert!(
        !page.contains("<script") && !page.contains(ADDRESS),
        "{page}"
    );
    assert_eq!(stage.mail_wish().await["confirmed"], false);
    let (status, page) = stage
        .follows(Method::POST, &format!("{path}/confirm"))
        .await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert_eq!(stage.mail_wish().await["confirmed"], true);
    let (_, page) = stage.follows(Method::GET, &path).await;
    assert!(page.contains(&format!("action=\"{path}/stop\"")), "{page}");
}

#[tokio::test]
async fn on_monday_a_digest_says_how_much_waits_and_of_what_sort() {
    let (mut stage, mailbox) = stage("digest").await;
    stage.confirmed(&mailbox).await;
    stage.camille_writes().await;
    stage.camille_writes().await;
    stage.later(DAY_MS).await;
    assert!(mailbox.mails().is_empty(), "it is not Monday");
    stage.later(5 * DAY_MS).await;
    let mails = mailbox.mails();
    assert_eq!(mails.len(), 1);
    let (mail, text) = (&mails[0], mails[0].text());
    assert!(text.contains("- Accompagnement : 1\n"), "{text}");
    for word in ["Anne", "Camille", "Objectif", "devis"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    let path = link(mail);
    assert_eq!(
        mail.header("List-Unsubscribe").unwrap(),
        format!("<{ORIGIN}{path}/stop>")
    );
    assert_eq!(
        mail.header("List-Unsubscribe-Post").unwrap(),
        "List-Unsubscribe=One-Click"
    );
    assert_eq!(mail.header("Auto-Submitted").unwrap(), "auto-generated");
    assert!(mail.header("Date").unwrap().contains("12 Oct 2026"));
    stage.camille_writes().await;
    stage.later(WEEK_MS).await;
    assert!(mailbox.mails().is_empty(), "they know");
    stage.anne_comes().await;
    stage.world.clock.advance_ms(1_000);
    stage.camille_writes().await;
    stage.later(WEEK_MS).await;
    assert_eq!(mailbox.mails().len(), 1);
    stage.anne_comes().await;
    stage.later(WEEK_MS).await;
    assert!(mailbox.mails().is_empty(), "nothing waits");
    let metrics = stage.world.app.metrics();
    assert_eq!(
        (metrics.mails_sent.get(), metrics.mails_failed.get()),
        (3, 0)
    );
}

#[tokio::test]
async fn one_click_stops_it_and_a_second_one_is_answered_the_same() {
    let (mut stage, mailbox) = stage("stop").await;
    stage.confirmed(&mailbox).await;
    stage.camille_writes().await;
    stage.later(6 * DAY_MS).await;
    let path = link(&mailbox.mails()[0]);
    for _ in 0..2 {
        let (status, _) = stage.follows(Method::POST, &format!("{path}/stop")).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(stage.mail_wish().await, Value::Null);
    }
    stage.anne_comes().await;
    stage.camille_writes().await;
    stage.later(WEEK_MS).await;
    assert!(mailbox.mails().is_empty());
    let (status, _) = stage.wants_mail(ADDRESS).await;
    assert_eq!(status, StatusCode::OK, "whoever confirmed once may again");
}

#[tokio::test]
async fn a_wrong_secret_confirms_and_stops_nothing_and_guessing_is_slowed() {
    let (stage, mailbox) = stage("wrong").await;
    stage.confirmed(&mailbox).await;
    let right = notices::MailSecret::new(stage.world.id(), [9; 16]).text();
    let elsewhere = notices::MailSecret::new(CoopId::from_bytes([1; 16]), [9; 16]).text();
    for secret in [&*right, &*elsewhere, "AAAA", "..%2f..", "é"] {
        let secret = secret.replace('é', "%C3%A9");
        let (status, _) = stage
            .follows(Method::POST, &format!("/mail/{secret}/confirm"))
            .await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{secret}");
        stage
            .follows(Method::POST, &format!("/mail/{secret}/stop"))
            .await;
        let (status, _) = stage.follows(Method::GET, &format!("/mail/{secret}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{secret}");
        stage.world.clock.advance_ms(600_000);
    }
    assert_eq!(stage.mail_wish().await["confirmed"], true);
    for _ in 0..100 {
        let request = Request::builder().uri(format!("/mail/{right}"));
        let request = request.body(HttpBody::empty()).unwrap();
        if stage.world.send(request).await.status() == StatusCode::TOO_MANY_REQUESTS {
            return;
        }
    }
    panic!("anybody may guess for ever");
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_and_no_line_of_it_reaches_a_header() {
    let (stage, mailbox) = stage("address").await;
    for address in [
        "",
        "anne",
        "anne@",
        "@example.org",
        "anne@localhost",
        "anne@example.org\r\nBcc: boris@example.org",
        "anne@example.org, boris@example.org",
        "anne@example.org\nSubject: x",
        "Anne <anne@example.org>",
        "anne example.org",
        &format!("{}@example.org", "a".repeat(300)),
    ] {
        let (status, view) = stage.wants_mail(address).await;
        assert_eq!(
            (status, &view["code"]),
            (StatusCode::BAD_REQUEST, &json!("bad_value")),
            "{address}"
        );
    }
    assert_eq!(stage.mail_wish().await, Value::Null);
    for n in 0..3 {
        let (status, _) = stage.wants_mail(&format!("a{n}@example.org")).await;
        assert_eq!(status, StatusCode::OK);
        stage.later(1_000).await;
    }
    assert_eq!(mailbox.mails().len(), 3);
    let (status, view) = stage.wants_mail("a4@example.org").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS, "{view}");
    stage.later(1_000).await;
    assert!(mailbox.mails().is_empty());
}

#[tokio::test]
async fn a_mail_server_that_is_down_disturbs_nothing_and_is_asked_again() {
    let (mut stage, mailbox) = stage("down").await;
    mailbox.goes_down(true);
    stage.wants_mail(ADDRESS).await;
    stage.later(1_000).await;
    assert!(mailbox.mails().is_empty());
    mailbox.goes_down(false);
    stage.later(30_000).await;
    assert!(mailbox.mails().is_empty(), "not yet");
    stage.camille_writes().await;
    stage.later(31_000).await;
    assert_eq!(mailbox.mails().len(), 1);
    let metrics = stage.world.app.metrics();
    assert_eq!(
        (metrics.mails_sent.get(), metrics.mails_failed.get()),
        (1, 1)
    );
    let (status, view) = stage.ask(Method::DELETE, "/mail", Value::Null).await;
    assert_eq!(
        (status, &view["mail"]["wish"]),
        (StatusCode::OK, &Value::Null)
    );
}

#[tokio::test]
async fn a_relay_without_mail_says_so() {
    let stage = Stage::new("no-mail").await;
    let (status, view) = stage.wants_mail(ADDRESS).await;
    assert_eq!(
        (status, &view["code"]),
        (StatusCode::NOT_FOUND, &json!("not_found"))
    );
    let (_, view) = stage.ask(Method::GET, "", Value::Null).await;
    assert_eq!(view["mail"], Value::Null);
}
