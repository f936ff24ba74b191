//! What is found on a phone.

use besace_model::command::{Command, EntryRef};
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::post::{PostCommand, PostFields, PostStatus, PostTopic};

use super::device::{ALL, Device, me};
use crate::api::Intent;
use crate::view::search::{FoundKind, FoundRow};
use crate::view::{RecordState, View, ViewRequest, Window};
use crate::views::requests::{WholeAnswer, WholeRequest};

fn search(device: &Device, words: &str, kind: Option<Kind>, window: Window) -> Vec<FoundKind> {
    let request = ViewRequest::Whole(WholeRequest::Search {
        words: words.to_owned(),
        kind,
        window,
    });
    match device.replica.view(&request, device.now) {
        View::Whole(WholeAnswer::Search(found)) => found,
        other => panic!("{other:?}"),
    }
}

/// Every entry that is found.
fn found(device: &Device, words: &str) -> Vec<FoundRow> {
    let all = search(device, words, None, ALL).into_iter();
    all.flat_map(|one| one.rows.rows).collect()
}

fn labels(device: &Device, words: &str) -> Vec<String> {
    found(device, words)
        .into_iter()
        .map(|row| row.label)
        .collect()
}

fn post(device: &mut Device, id: u8, title: &str, body: &str) {
    let post = PostFields {
        topic: PostTopic::Need,
        title: title.to_owned(),
        body: body.to_owned(),
        tags: vec!["Vélo-cargo".to_owned()],
        expires: String::new(),
        event: None,
        status: PostStatus::Open,
    };
    let id = Ulid([id; 16]);
    device.dispatch(Intent::Do {
        command: Command::Post(PostCommand::AddPost { id, post }),
        base: None,
    });
}

#[test]
fn what_is_not_sent_yet_is_found_by_any_of_its_words_without_case_or_accents() {
    let mut device = Device::new();
    device.network = false;
    post(
        &mut device,
        1,
        "Un atelier à l’Écluse",
        "Deux établis.\nDe la lumière au nord, et le four de Maëlle.",
    );
    for words in [
        "ecluse",
        "L'ÉCLUSE atelier",
        "lecluse",
        "velo cargo",
        "maelle four",
    ] {
        assert_eq!(labels(&device, words), ["Un atelier à l’Écluse"], "{words}");
    }
    for words in ["écluses", "atelier sud", "besoin", "need"] {
        assert_eq!(labels(&device, words), [""; 0], "{words}");
    }
    let row = &found(&device, "lumière")[0];
    assert_eq!(row.line, "De la lumière au nord, et le four de Maëlle.");
    assert_eq!(row.state, RecordState::OnPhone);
    assert_eq!((row.place.kind, row.place.owner), (Kind::Post, me()));
}

#[test]
fn what_is_called_so_comes_before_what_only_speaks_of_it_and_each_kind_has_its_window() {
    let mut device = Device::new();
    post(&mut device, 1, "Repas 7 à partager", "Le midi.");
    post(&mut device, 2, "Marché", "Un repas 7 jours avant.");
    device.expense(3, 7);
    device.expense(4, 70);
    let kinds = search(
        &device,
        "repas 7",
        None,
        Window {
            offset: 0,
            limit: 1,
        },
    );
    let told: Vec<_> = kinds.iter().map(|one| (one.kind, one.rows.total)).collect();
    assert_eq!(told, [(Kind::Activity, 2), (Kind::Post, 2)]);
    assert_eq!(kinds[1].rows.rows[0].label, "Repas 7 à partager");
    let only = search(
        &device,
        "repas 7",
        Some(Kind::Post),
        Window {
            offset: 1,
            limit: 9,
        },
    );
    assert_eq!(only.len(), 1);
    assert_eq!(only[0].rows.rows[0].label, "Marché");
}

#[test]
fn what_was_removed_is_not_found() {
    let mut device = Device::new();
    let id = device.expense(1, 42);
    assert_eq!(labels(&device, "repas 42"), ["Repas 42"]);
    let entry = EntryRef::new(DocHead::activity(me(), 2026), "expenses", id);
    device.dispatch(Intent::Do {
        command: Command::remove(entry, true),
        base: None,
    });
    assert_eq!(labels(&device, "repas"), [""; 0]);
}

#[test]
fn no_words_find_nothing_and_only_what_changed_is_read_again() {
    let mut device = Device::new();
    device.expense(1, 42);
    for number in 2..9 {
        post(&mut device, number, "Une annonce", "Une seule.");
    }
    let read = |device: &Device| {
        let docs = device.replica.docs.iter();
        docs.filter(|(_, doc)| doc.is_searched()).count()
    };
    assert_eq!(read(&device), 0, "nobody searched");
    assert_eq!(found(&device, " ’ "), []);
    let all = device.replica.docs.len();
    assert_eq!(read(&device), all);
    device.expense(10, 43);
    assert_eq!(read(&device), all - 1, "one document changed");
    assert_eq!(labels(&device, "43"), ["Repas 43"]);
    assert_eq!(read(&device), all);
}
