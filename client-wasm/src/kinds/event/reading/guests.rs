//! Who answered what, who has a seat, and who offers a lift.

use besace_model::ids::MemberId;
use besace_model::kinds::guests::{Guest, Guests};
use besace_model::kinds::rides::Rides;
use besace_model::kinds::roster::Seats;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::sorted::SortedMap;
use besace_model::words;

use crate::kinds::event::{DietCount, GuestList, GuestRow, RideRow, SeatRow};
use crate::views::ViewReader;

impl ViewReader<'_> {
    /// Those who answered, by what they answered and by name; who left the cooperative does not come.
    pub(super) fn guest_list(&self, guests: &Guests) -> GuestList {
        let rows = guests.guests.iter();
        let rows = rows.filter(|(member, _)| self.is_here(**member));
        let mut rows: Vec<_> = rows
            .map(|(member, guest)| self.guest_row(*member, guest))
            .collect();
        rows.sort_by_cached_key(|row| {
            let answer = AnswerStatus::ALL.iter().position(|one| *one == row.status);
            (answer, words::order(&row.name), row.member)
        });
        let mut diets: SortedMap<String, DietCount> = SortedMap::new();
        let coming = rows
            .iter()
            .filter(|row| row.status == AnswerStatus::Accepted);
        for row in coming.filter(|row| !row.diet.is_empty()) {
            let same = diets.get_or_insert_with(words::order(&row.diet).0, || DietCount {
                diet: row.diet.clone(),
                count: 0,
            });
            same.count += 1;
        }
        GuestList {
            diets: diets.into_iter().map(|(_, diet)| diet).collect(),
            rows,
        }
    }

    fn guest_row(&self, member: MemberId, guest: &Guest) -> GuestRow {
        GuestRow {
            member,
            name: self.name(member),
            status: guest.status,
            comment: guest.comment.clone(),
            diet: guest.diet.clone(),
            carpool_seats: guest.carpool_seats,
            carpool_from: guest.carpool_from.clone(),
            score: guest.score,
            words: guest.words.clone(),
        }
    }

    pub(super) fn ride_rows(&self, rides: Option<&Rides>) -> Vec<RideRow> {
        let rides = rides.into_iter().flat_map(|rides| &rides.rides);
        let rides = rides.filter(|(member, _)| self.is_here(**member));
        let mut rows: Vec<_> = rides
            .map(|(member, ride)| RideRow {
                member: *member,
                name: self.name(*member),
                seats: ride.seats,
                from: ride.from.clone(),
            })
            .collect();
        rows.sort_by_cached_key(|row| (words::order(&row.name), row.member));
        rows
    }

    pub(super) fn seat_rows(&self, seats: Option<&Seats>) -> Vec<SeatRow> {
        let mut seats: Vec<_> = seats.into_iter().flatten().collect();
        seats.sort_by_key(|(member, seat)| (seat.rank, **member));
        seats
            .into_iter()
            .map(|(member, seat)| SeatRow {
                member: *member,
                name: self.name(*member),
                trade_name: self.trade_name(*member),
                at: seat.at.clone(),
            })
            .collect()
    }
}
