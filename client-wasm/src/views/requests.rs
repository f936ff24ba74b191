//! What screens ask of all kinds at once.

use besace_model::ids::FileHash;
use besace_model::kind::Kind;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::requests::requests;
use crate::view::access::KindAccess;
use crate::view::actions::ActionsView;
use crate::view::hand_over::HandOverView;
use crate::view::history::HistoryStep;
use crate::view::search::FoundKind;
use crate::view::sync::{
    AwayView, Carried, ConflictItem, RefusedItem, RereadItem, SyncView, UnsentItem,
};
use crate::view::today::TodayView;
use crate::view::{FileRef, Page, Place, Window};

requests! {
    /// What screens ask of all kinds at once.
    WholeRequest, WholeAnswer, WholeViews by reader {
        /// The first screen.
        Today -> Box<TodayView> = Box::new(reader.today_view()),
        /// What people have to do, of every kind.
        AllActions {
            /// Which rows of the reader's own.
            window: Window,
        } -> Box<ActionsView> = Box::new(reader.all_actions(*window)),
        /// What the cooperative does not have yet, in order.
        Unsent {
            /// Which rows.
            window: Window,
        } -> Page<UnsentItem> = reader.unsent_items(*window),
        /// What waits for the relay of a document, as another phone takes it without network.
        HandOver {
            /// Where it is shown.
            place: Place,
        } -> HandOverView = reader.hand_over(place),
        /// What others handed over that the cooperative does not have yet, in order.
        HandedOver {
            /// Which rows.
            window: Window,
        } -> Page<UnsentItem> = reader.handed_over(*window),
        /// What nobody else has, to be kept outside the database.
        Carried -> Vec<Carried> = reader.carried(),
        /// What was refused.
        Refused {
            /// Which rows.
            window: Window,
        } -> Page<RefusedItem> = reader.refused_items(*window),
        /// Fields to check.
        Conflicts {
            /// Which rows.
            window: Window,
        } -> Page<ConflictItem> = reader.conflict_items(*window),
        /// Prose to read again.
        Rereads {
            /// Which rows.
            window: Window,
        } -> Page<RereadItem> = reader.reread_items(*window),
        /// While you were away.
        Away {
            /// Which rows.
            window: Window,
        } -> AwayView = reader.away(*window),
        /// What is found on this phone, by kind.
        Search {
            /// Words that must all be there, or in the name of whose it is.
            words: String,
            /// One kind only; `null` for each.
            kind: Option<Kind>,
            /// Which rows of each kind.
            window: Window,
        } -> Vec<FoundKind> = reader.search(words, *kind, *window),
        /// Who changed what of an entry, the last first.
        History {
            /// Which entry: [`crate::view::Info::path`].
            of: String,
        } -> Option<Vec<HistoryStep>> = reader.history(of),
        /// Where documents on this phone name files.
        Named {
            /// Which files.
            hashes: Vec<FileHash>,
        } -> Vec<FileRef> = reader.where_named(hashes),
        /// The state of sync.
        Sync -> SyncView = reader.sync(),
        /// Who reads and who writes what about the reader.
        Access -> Vec<KindAccess> = reader.access(),
    }
}
