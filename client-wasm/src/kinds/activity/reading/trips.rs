//! The trips of a year.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::activity::{Activity, Trip, TripFields};

use crate::kinds::activity::TripRow;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page, stands};

impl ViewReader<'_> {
    pub(crate) fn trips(
        &self,
        member: MemberId,
        year: u16,
        month: Option<&str>,
        window: Window,
    ) -> Page<TripRow> {
        let head = DocHead::activity(member, year);
        let activity = self.activity_or_empty(member, year);
        let mut all: Vec<_> = activity
            .mileage
            .iter()
            .filter(|(_, trip)| {
                stands(&trip.entry) && month.is_none_or(|month| trip.date.starts_with(month))
            })
            .collect();
        all.sort_by(|(a, x), (b, y)| (&y.date, b).cmp(&(&x.date, a)));
        page(&all, window, |(id, trip)| {
            self.trip_row(&head, activity, **id, trip)
        })
    }

    pub(super) fn trip_row(
        &self,
        head: &DocHead,
        activity: &Activity,
        id: Ulid,
        trip: &Trip,
    ) -> TripRow {
        TripRow {
            info: self.info(
                head,
                ("mileage", "date"),
                id,
                &trip.entry,
                &activity.conflicts,
            ),
            standing: self.trip_standing(head, activity, id, trip),
            fields: trip_fields(trip),
        }
    }
}

/// What a trip says.
pub(crate) fn trip_fields(trip: &Trip) -> TripFields {
    TripFields {
        date: trip.date.clone(),
        from: trip.from.clone(),
        to: trip.to.clone(),
        metres: trip.metres,
        vehicle: trip.vehicle,
        purpose: trip.purpose.clone(),
    }
}
