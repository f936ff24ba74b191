//! Whoever may not is told, and leaves nothing behind.

use std::collections::BTreeMap;

use automerge::Automerge;

use crate::admission::{DocIndex, Judgement, check_rules};
use crate::doc::genesis::Genesis;
use crate::doc::writer::write;
use crate::error::{ErrorCode, Refusal};
use crate::head::DocHead;
use crate::kinds::coaching_log::CoachingCommand;
use crate::kinds::tests::*;
use crate::sorted::SortedSet;

/// Whether anybody may do that, under a key or a name of their own.
pub(super) fn is_anyones(command: &Command) -> bool {
    use crate::kinds::assembly::AssemblyCommand::GiveAssemblyProxy;
    use crate::kinds::group::GroupCommand::{
        FoundGroup, JoinGroup, StandForMandate, TickGroupAction,
    };
    use crate::kinds::opportunity::OpportunityCommand::{
        AddOpportunity, CommentOpportunity, FollowOpportunity,
    };
    use crate::kinds::post::PostCommand::{ReplyToPost, TakeReplyBack};
    matches!(
        command,
        Command::Post(ReplyToPost { .. } | TakeReplyBack { .. })
            | Command::Opportunity(
                AddOpportunity { .. } | CommentOpportunity { .. } | FollowOpportunity { .. }
            )
            | Command::Group(
                FoundGroup { .. }
                    | JoinGroup { .. }
                    | StandForMandate { .. }
                    | TickGroupAction { .. }
            )
            | Command::Assembly(GiveAssemblyProxy { .. })
    )
}

/// Someone without role and without assignment gets nothing through admission.
pub(super) fn assert_refused(index: &DocIndex, by: u8, made: &Made, command: &Command) {
    let powerless = Grants {
        member: person(by),
        roles: SortedSet::new(),
        coached: SortedSet::new(),
        facilitates: SortedSet::new(),
    };
    match check_rules(index, &powerless, &made.change) {
        Judgement::Refuse(Refusal {
            code: ErrorCode::Forbidden | ErrorCode::BadAuthor,
            ..
        }) => {}
        other => panic!("{command:?}: {other:?}"),
    }
}

#[test]
fn a_stranger_is_told_before_anything_is_made() {
    let mut docs: BTreeMap<DocHead, Automerge> = BTreeMap::new();
    for (by, command) in every_command() {
        let head = command.target(person(by));
        let doc = docs
            .entry(head.clone())
            .or_insert_with(|| Genesis::document(head.kind));
        if is_anyones(&command) {
            act(doc, by, &command).unwrap();
            continue;
        }
        let before = doc.get_heads();
        let context = Context {
            author: &grants(STRANGER),
            now: NOW,
        };
        let writing = command.writing(doc, &head).unwrap();
        let done = write(doc, &head, &context, actor(STRANGER, 0), writing);
        let contests = matches!(
            command,
            Command::CoachingLog(CoachingCommand::ContestSignature { .. })
                | Command::CoachingLog(CoachingCommand::ConfirmSignature { .. })
        );
        match done {
            Err(CommandError::Forbidden(_)) => {}
            Err(CommandError::NoSuchEntry) if contests => {}
            other => panic!("{command:?}: {other:?}"),
        }
        assert_eq!(doc.get_heads(), before, "nothing was made");
        act(doc, by, &command).unwrap_or_else(|error| panic!("{command:?}: {error}"));
    }
}
