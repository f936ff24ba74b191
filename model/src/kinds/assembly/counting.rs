//! What an assembly decides: which proxies count, whether enough are there, what was adopted.

use super::{Assembly, Majority, Proxy, Resolution, Sitting};
use crate::ids::{MemberId, Ulid};
use crate::limits::WHOLE_BP;
use crate::sorted::{SortedMap, SortedSet};

impl Assembly {
    /// When, where and by what rule; `None` while nobody convened it, or once it was put away.
    #[must_use]
    pub fn sitting(&self, assembly: Ulid) -> Option<&Sitting> {
        let sitting = self.sittings.get(&assembly)?;
        (sitting.entry.removed_at.is_empty() && self.convened_by.is_some()).then_some(sitting)
    }

    /// Who votes for whom, by giver; and whether it counts. Nobody bears more than `most`: of more, those that were given
    /// first, as the givers' phones say. Who gave their own away bears none.
    #[must_use]
    pub fn proxies(&self, most: i64) -> Vec<(MemberId, MemberId, bool)> {
        let given = self
            .proxies
            .iter()
            .filter(|(_, proxy)| proxy.holder.is_some());
        let givers: SortedSet<MemberId> = given.clone().map(|(giver, _)| *giver).collect();
        let mut given: Vec<(&MemberId, &Proxy)> = given.collect();
        given.sort_by(|(a, x), (b, y)| (&x.at, a).cmp(&(&y.at, b)));
        let mut borne: SortedMap<MemberId, i64> = SortedMap::new();
        let mut all = Vec::new();
        for (giver, proxy) in given {
            let Some(holder) = proxy.holder else { continue };
            let bears = borne.get_or_insert_with(holder, || 0);
            let counts = *bears < most && !givers.contains(&holder) && holder != *giver;
            *bears += i64::from(counts);
            all.push((*giver, holder, counts));
        }
        all
    }

    /// How many came or are represented.
    #[must_use]
    pub fn attending(&self, sitting: &Sitting) -> i64 {
        let proxies = self.proxies(sitting.proxies_max).into_iter();
        let counted = proxies.filter(|(_, _, counts)| *counts).count();
        sitting.present + counted as i64
    }

    /// Whether that is enough.
    #[must_use]
    pub fn is_quorate(&self, sitting: &Sitting) -> bool {
        let attending = self.attending(sitting);
        attending > 0 && attending * WHOLE_BP >= sitting.quorum_bp.unwrap_or(0) * sitting.voters
    }
}

impl Resolution {
    /// Whether these votes adopt it. Those for neither count for neither.
    #[must_use]
    pub fn is_adopted(&self) -> bool {
        match self.majority {
            Majority::Simple => self.votes_for > self.votes_against,
            Majority::TwoThirds => {
                let said = self.votes_for + self.votes_against;
                said > 0 && self.votes_for * 3 >= said * 2
            }
        }
    }
}
