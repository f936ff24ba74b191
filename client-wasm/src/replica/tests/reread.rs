//! Texts that one person alone writes, on two devices at once: the document has no place to say that they read them.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::kinds::profile::{ProfileChanges, ProfileCommand};
use besace_model::wire::DocName;

use super::device::{Device, Other, logged, me, update};
use crate::api::{DispatchResult, Intent};
use crate::kinds::profile::{ProfileAnswer, ProfileRequest, ProfileView};
use crate::view::{Place, RereadView, View, ViewRequest};
use crate::views::requests::WholeAnswer;
use crate::views::requests::WholeRequest;

fn offers(text: &str) -> Command {
    let changes = ProfileChanges {
        offers: Some(text.to_owned()),
        ..ProfileChanges::default()
    };
    Command::Profile(ProfileCommand::EditProfile { changes })
}

fn profile(device: &Device) -> ProfileView {
    let request = ViewRequest::Profile(ProfileRequest::Profile { member: None });
    match device.replica.view(&request, device.now) {
        View::Profile(ProfileAnswer::Profile(Some(profile))) => *profile,
        other => panic!("{other:?}"),
    }
}

fn hear(device: &mut Device, place: u8, change: Vec<u8>) {
    let mut news = update(place);
    news.docs = vec![besace_model::wire::DocUpdate {
        doc: DocName::Head(DocHead::profile(me())),
        ..logged(vec![change])
    }];
    device.hear(news);
}

/// One wrote the same passage of one's profile on two devices; the other one.
fn written_on_two_devices() -> (Device, Other, RereadView) {
    let mut other = Other::of(&DocHead::profile(me()), 5);
    let mut device = Device::new();
    device.connect();
    hear(&mut device, 1, other.make(&offers("Du bois.")));
    let base = profile(&device).base;
    hear(&mut device, 2, other.make(&offers("Du bois. Du fer.")));
    assert_eq!(profile(&device).rereads, []);
    let (command, base) = (offers("Du bois. Du verre."), Some(base));
    device.dispatch(Intent::Do { command, base });
    let mut marks = profile(&device).rereads;
    assert_eq!(marks.len(), 1);
    (device, other, marks.remove(0))
}

#[test]
fn a_passage_of_ones_profile_written_on_two_devices_at_once_is_marked_until_one_read_it() {
    let (mut device, mut other, mark) = written_on_two_devices();
    assert_eq!(mark.field, "offers");
    assert!(mark.may_settle && mark.versions.iter().all(|it| it.mine));
    let View::Whole(WholeAnswer::Today(today)) = device
        .replica
        .view(&ViewRequest::Whole(WholeRequest::Today), device.now)
    else {
        panic!("another view");
    };
    let places = today.waiting.iter().map(|it| it.place.clone());
    assert_eq!(
        places.collect::<Vec<_>>(),
        [Some(Place::new(&DocHead::profile(me()), "", ""))]
    );
    let unsent = device.sync().unsent;
    let read = device.dispatch(Intent::Reread {
        reread: mark.id.clone(),
    });
    assert!(matches!(read, DispatchResult::Done { .. }), "{read:?}");
    assert_eq!(
        (profile(&device).rereads, device.sync().rereads),
        (vec![], 0)
    );
    assert_eq!(device.sync().unsent, unsent, "nothing is sent for it");
    // Whatever else is done, looking again does not bring it back; another passage does.
    hear(
        &mut device,
        3,
        other.make(&Command::Profile(ProfileCommand::EditProfile {
            changes: ProfileChanges {
                phone: Some("01 23 45 67 89".to_owned()),
                ..ProfileChanges::default()
            },
        })),
    );
    let mut device = device.reopen();
    device.connect();
    assert_eq!(profile(&device).rereads, []);
    let again = device.dispatch(Intent::Reread { reread: mark.id });
    assert_eq!(again, DispatchResult::rejected(ErrorCode::NotFound));
    hear(
        &mut device,
        4,
        other.make(&offers("Du bois. Du fer forgé.")),
    );
    assert_eq!(profile(&device).rereads.len(), 1);
}

#[test]
fn a_mark_of_ones_own_text_goes_when_one_corrects_it() {
    let (mut device, _, _) = written_on_two_devices();
    let (command, base) = (offers("Du bois, du fer et du verre."), None);
    device.dispatch(Intent::Do { command, base });
    assert_eq!(profile(&device).rereads, []);
}
