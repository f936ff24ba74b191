//! What the phone makes of each kind of document: what screens ask of it, what of it waits and comes up, and the
//! command that settles a field to check. One file for each kind, one line here.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::kind::{Kind, Record};
use besace_model::kinds;
use besace_model::plain::{self, FromPlain, ToPlain, Unfit};
use besace_model::time::Timestamp;
use ts_rs::TS;

use crate::replica::Replica;
use crate::requests::Ask;
use crate::view::actions::ActionItem;
use crate::view::today::{NextItem, WaitingItem, WholeWait};
use crate::views::ViewReader;
use crate::views::requests::{WholeAnswer, WholeRequest};

pub(crate) mod before;
mod settling;
mod shown;

pub(crate) use settling::Settling;
pub(crate) use shown::{Checked, Shown};

/// Makes what goes through all kinds.
macro_rules! kinds {
    ($(
        $name:ident $module:ident
        $(asks $request:ident)? $(waits $wait:ident)? $(next $next:ident)?,
    )+) => {
        $(pub mod $module;)+

        /// What a screen asks.
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
        #[ts(untagged)]
        #[expect(missing_docs, reason = "each variant is named after its kind")]
        pub enum ViewRequest {
            $($($name($module::$request),)?)+
            Whole(WholeRequest),
        }

        impl ViewRequest {
            pub(crate) fn answer(&self, reader: &ViewReader<'_>) -> View {
                match self {
                    $($(Self::$name(request) => {
                        View::$name(<$module::$request as Ask>::answer(request, reader))
                    })?)+
                    Self::Whole(request) => View::Whole(request.answer(reader)),
                }
            }
        }

        /// Requests come as JSON, which reading does not use up.
        impl FromPlain for ViewRequest {
            const SHAPE: u64 = plain::shape(&[
                $($(("", <$module::$request as FromPlain>::SHAPE),)?)+
                ("", <WholeRequest as FromPlain>::SHAPE),
            ]);

            fn read(input: &mut plain::PlainReader<'_>) -> Result<Self, Unfit> {
                $($(if let Ok(request) = <$module::$request as FromPlain>::read(input) {
                    return Ok(Self::$name(request));
                })?)+
                FromPlain::read(input).map(Self::Whole)
            }
        }

        /// The answer to a [`ViewRequest`].
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain)]
        #[ts(untagged)]
        #[expect(missing_docs, reason = "each variant is named after its request")]
        pub enum View {
            $($($name(<$module::$request as Ask>::Answer),)?)+
            Whole(WholeAnswer),
        }

        /// The type that answers each request, for the one who writes `Views` in TypeScript.
        #[derive(TS)]
        #[expect(
            dead_code,
            non_snake_case,
            reason = "exists for its TypeScript form: request name to answer"
        )]
        pub(crate) struct Views {
            $($(#[ts(flatten)] $name: <$module::$request as Ask>::Views,)?)+
            #[ts(flatten)]
            whole: <WholeRequest as Ask>::Views,
        }

        /// Why something waits: a word of its kind.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
        #[ts(tag = "kind", rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each variant is named after its kind")]
        pub enum Wait {
            $($($name { word: $module::$wait },)?)+
            Whole { word: WholeWait },
        }

        /// What comes up, as its kind shows it.
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
        #[ts(tag = "kind", rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each variant is named after its kind")]
        pub enum Next {
            $($($name { row: Box<$module::$next> },)?)+
        }

        /// What waits for the reader, of every kind.
        pub(crate) fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
            let all = [$(<kinds::$module::Content as Shown>::waits(reader),)+];
            all.into_iter().flatten().collect()
        }

        /// What comes up for the reader, of every kind.
        pub(crate) fn next(reader: &ViewReader<'_>) -> Vec<NextItem> {
            let all = [$(<kinds::$module::Content as Shown>::next(reader),)+];
            all.into_iter().flatten().collect()
        }

        /// What is open of what people have to do, of every kind.
        pub(crate) fn actions(reader: &ViewReader<'_>) -> Vec<ActionItem> {
            let all = [$(<kinds::$module::Content as Shown>::actions(reader),)+];
            all.into_iter().flatten().collect()
        }

        /// The map of the entry that a command writes, by the command's word.
        pub(crate) fn collection(kind: Kind, word: &str) -> &'static str {
            match kind {
                $(Kind::$name => <kinds::$module::Content as Shown>::collection(word),)+
                Kind::Other(_) => "",
            }
        }

        /// The command that settles a field to check; `None` where no command does.
        pub(crate) fn settle(at: &Settling<'_>) -> Option<Command> {
            match at.head.kind {
                $(Kind::$name => <kinds::$module::Content as Shown>::settle(at),)+
                Kind::Other(_) => None,
            }
        }

        /// Whether nobody writes at a path any more.
        pub(crate) fn is_closed(record: &Record, head: &DocHead, path: &[&str]) -> bool {
            match record {
                $(Record::$name(content) => content.is_closed(head, path),)+
            }
        }

        /// Whether an entry is found by those who search this phone.
        pub(crate) fn is_found(
            record: &Record,
            reader: &ViewReader<'_>,
            head: &DocHead,
            key: &str,
        ) -> bool {
            match record {
                $(Record::$name(content) => content.is_found(reader, head, key),)+
            }
        }

        /// Why a command is not even tried.
        pub(crate) fn objection(
            command: &Command,
            replica: &Replica,
            now: Timestamp,
        ) -> Option<ErrorCode> {
            match command {
                $(Command::$name(command) => command.objection(replica, now),)+
                Command::Entry(_) => None,
            }
        }
    };
}

kinds! {
    Directory directory asks DirectoryRequest,
    Profile profile asks ProfileRequest,
    Activity activity asks ActivityRequest waits ActivityWait,
    CoachingLog coaching_log asks CoachingRequest waits CoachingWait next SessionRow,
    CoachNotes coach_notes asks NotesRequest,
    Event event asks EventRequest waits EventWait next EventRow,
    Rsvp rsvp,
    Roster roster,
    Post post asks PostRequest waits PostWait,
    Asked asked asks AskedRequest waits AskedWait,
    Attendance attendance asks AttendanceRequest,
    Attended attended asks AttendedRequest,
    Register register asks RegisterRequest,
    Guests guests,
    Rides rides,
    Waitlist waitlist,
    Places places,
    Journal journal asks JournalRequest,
    Contact contact asks ContactRequest,
    ContactShown contact_shown,
    Membership membership,
    Ledger ledger asks LedgerRequest waits LedgerWait,
    Partner partner asks PartnerRequest waits PartnerWait,
    PartnerCard partner_card asks PartnerCardRequest,
    Opportunity opportunity asks OpportunityRequest waits OpportunityWait,
    Group group asks GroupRequest waits GroupWait,
    Consultation consultation asks ConsultationRequest waits ConsultationWait,
    Stance stance,
    Tally tally,
    Assembly assembly asks AssemblyRequest waits AssemblyWait,
    TeamBoard team_board asks TeamBoardRequest waits TeamBoardWait,
    Duties duties asks DutiesRequest waits DutiesWait,
    Guide guide asks GuideRequest,
    Progress progress asks ProgressRequest waits ProgressWait,
    Pulse pulse asks PulseRequest,
    Indicators indicators asks IndicatorRequest,
    Figures figures asks FiguresRequest,
    Services services asks ServicesRequest,
    Story story asks StoryRequest waits StoryWait,
    Consent consent asks ConsentRequest waits ConsentWait,
    News news asks NewsRequest,
}
