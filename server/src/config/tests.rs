//! Settings: where each comes from, and every fault said at once.

use super::*;

fn sources(flags: &[(Setting, &str)], environment: &[(Setting, &str)], file: &str) -> Sources {
    let own = |list: &[(Setting, &str)]| list.iter().map(|(k, v)| (*k, (*v).to_owned())).collect();
    Sources {
        flags: own(flags),
        environment: own(environment),
        file: Some(file.to_owned()),
    }
}

#[test]
fn the_strongest_source_wins_and_defaults_fill_the_rest() {
    let config = Config::read(&sources(
        &[(Setting::Listen, "127.0.0.1:1")],
        &[(Setting::Listen, "127.0.0.1:2"), (Setting::Data, "/env")],
        "listen = '127.0.0.1:3'\ndata = '/file'\nlog_format = 'json'\ntrusted_proxies = ['10.0.0.0/8', '::1']",
    ))
    .unwrap();
    assert_eq!(config.listen.port(), 1);
    assert_eq!(config.data, PathBuf::from("/env"));
    assert_eq!(config.log_format, LogFormat::Json);
    assert_eq!(config.public_url().as_str(), "http://127.0.0.1:1");
    assert!(config.trusted_proxies[0].contains("10.200.3.4".parse().unwrap()));
    assert!(config.trusted_proxies[0].contains("::ffff:10.200.3.4".parse().unwrap()));
    assert!(!config.trusted_proxies[0].contains("11.0.0.1".parse().unwrap()));
    assert!(!config.trusted_proxies[1].contains("::2".parse().unwrap()));
}

#[test]
fn a_port_of_this_machine_is_a_push_service_for_relays_of_this_machine_alone() {
    let read = |url: &str, hosts: &str| {
        let given = [(Setting::PublicUrl, url), (Setting::PushHosts, hosts)];
        Config::read(&sources(&[], &given, "")).map(|config| config.notices.push_hosts)
    };
    let (here, there) = ("http://localhost:8080", "https://besace.example.coop");
    let local = PushHost::Local("127.0.0.1:9".parse().unwrap());
    assert_eq!(read(here, "http://127.0.0.1:9").unwrap(), [local]);
    let named = read(there, "push.Example.org, *.example.net").unwrap();
    let expected = [
        PushHost::Exact("push.example.org".into()),
        PushHost::Under(".example.net".into()),
    ];
    assert_eq!(named, expected);
    for (url, hosts) in [
        (there, "http://127.0.0.1:9"),
        ("https://localhost.evil.example", "http://127.0.0.1:9"),
        (here, "http://10.0.0.1:9"),
        (here, "http://0.0.0.0:9"),
        (here, "http://localhost:9"),
        (here, "10.0.0.1"),
        (here, "localhost"),
        (here, "*"),
        (here, "*.org/x"),
        (here, "push.example.org:8443"),
        (here, "https://push.example.org"),
    ] {
        let faults = read(url, hosts).unwrap_err().to_string();
        assert!(faults.contains("BESACE_PUSH_HOSTS"), "{hosts}: {faults}");
    }
}

#[test]
fn mail_needs_a_server_a_sender_and_a_whole_login_and_goes_in_clear_on_this_machine_alone() {
    let read = |url: &str, more: &[(Setting, &str)]| {
        let from = (Setting::MailFrom, "Besace <besace@example.coop>");
        let given = [&[(Setting::SmtpUrl, url), from], more].concat();
        Config::read(&sources(&[], &given, "")).map(|config| config.notices.mail.unwrap())
    };
    for (url, road, port) in [
        ("smtps://mail.example.coop", SmtpRoad::Tls, 465),
        ("smtps://mail.example.coop:4650", SmtpRoad::Tls, 4650),
        ("smtp://mail.example.coop", SmtpRoad::StartTls, 587),
        ("smtp://mail.example.coop:25/", SmtpRoad::StartTls, 25),
        ("smtp://127.0.0.1:2525", SmtpRoad::Plain, 2525),
        ("smtps://127.0.0.1:2525", SmtpRoad::Tls, 2525),
    ] {
        let mail = read(url, &[]).unwrap();
        assert_eq!((mail.road, mail.port), (road, port), "{url}");
    }
    let (user, password) = (
        (Setting::SmtpUser, "besace"),
        (Setting::SmtpPassword, "secret"),
    );
    let mail = read("smtps://mail.example.coop", &[user, password]).unwrap();
    assert!(!format!("{mail:?}").contains("secret"));
    for (url, more) in [
        ("mail.example.coop", &[][..]),
        ("https://mail.example.coop", &[]),
        ("smtps://besace:secret@mail.example.coop", &[]),
        ("smtps://", &[]),
        ("smtps://mail.example.coop/x", &[]),
        ("smtps://mail.example.coop", &[user]),
        ("smtps://mail.example.coop", &[password]),
    ] {
        assert!(read(url, more).is_err(), "{url}");
    }
    let alone = [(Setting::SmtpUrl, "smtps://mail.example.coop")];
    assert!(
        Config::read(&sources(&[], &alone, "")).is_err(),
        "no sender"
    );
}

#[test]
fn every_fault_is_reported_at_once() {
    let faults = Config::read(&sources(
        &[(Setting::Listen, "nowhere")],
        &[
            (Setting::PublicUrl, "https://example.coop/path"),
            (Setting::MetricsToken, "short"),
            (Setting::MetricsListen, "0.0.0.0:9090"),
        ],
        "colour = 'blue'\nlog_format = 'xml'",
    ))
    .unwrap_err();
    let text = faults.to_string();
    for expected in [
        "--listen",
        "BESACE_PUBLIC_URL",
        "BESACE_METRICS_TOKEN",
        "BESACE_METRICS_LISTEN",
        "colour",
        "log_format",
    ] {
        assert!(text.contains(expected), "{expected} is missing from {text}");
    }
    assert_eq!(faults.0.len(), 6);
}

#[test]
fn figures_are_off_by_default_and_leave_this_machine_only_with_a_token() {
    let listen = |environment: &[(Setting, &str)]| {
        let config = Config::read(&sources(&[], environment, ""));
        config.map(|config| config.metrics_listen.is_some()).ok()
    };
    let far = (Setting::MetricsListen, "192.0.2.1:9090");
    assert_eq!(listen(&[]), Some(false));
    assert_eq!(
        listen(&[(Setting::MetricsListen, "[::1]:9090")]),
        Some(true)
    );
    assert_eq!(listen(&[far]), None);
    let token = (Setting::MetricsToken, "0123456789abcdef");
    assert_eq!(listen(&[far, token]), Some(true));
}

#[test]
fn secrets_are_not_printed() {
    let config = Config::read(&sources(
        &[],
        &[(Setting::MetricsToken, "0123456789abcdef")],
        "",
    ))
    .unwrap();
    assert!(!format!("{config:?}").contains("0123456789abcdef"));
    assert!(config.metrics_token.unwrap().matches("0123456789abcdef"));
}

#[test]
fn files_lie_in_the_data_folder_unless_a_store_is_named_with_its_keys() {
    let files = |environment: &[(Setting, &str)]| {
        let config = Config::read(&sources(&[], environment, ""));
        config.map(|config| config.files).ok()
    };
    let folder = files(&[]).unwrap();
    assert!(folder.s3.is_none());
    assert_eq!(
        (folder.member_bytes, folder.coop_bytes),
        (500 << 20, 20 << 30)
    );
    let place = (Setting::FileStore, "s3://seau/coops/fichiers");
    assert!(files(&[place]).is_none(), "without its keys");
    let keys = [
        (Setting::S3AccessKey, "cle"),
        (Setting::S3SecretKey, "tres secret"),
    ];
    let named = files(&[place, keys[0], keys[1]]).unwrap();
    assert!(!format!("{named:?}").contains("tres secret"));
    let s3 = named.s3.unwrap();
    assert_eq!((&*s3.bucket, &*s3.prefix), ("seau", "coops/fichiers"));
    for place in ["", "s3://", "s3:///prefix", "https://s3.example.coop/seau"] {
        let place = (Setting::FileStore, place);
        assert!(files(&[place, keys[0], keys[1]]).is_none(), "{place:?}");
    }
    assert!(files(&[(Setting::MemberFilesMib, "0")]).is_none());
}
