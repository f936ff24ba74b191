//! What people have to do, of every kind: gathered, sorted, cut.

use besace_model::access::Role;
use besace_model::words;

use super::{ViewReader, page};
use crate::kinds;
use crate::view::Window;
use crate::view::actions::{ActionItem, ActionsView, LateActions};

impl ViewReader<'_> {
    pub(crate) fn all_actions(&self, window: Window) -> ActionsView {
        let mut all = kinds::actions(self);
        all.sort_by_cached_key(|it| (it.due.is_empty(), it.due.clone(), it.place.clone()));
        let me = Some(self.me_id());
        let mine: Vec<&ActionItem> = all.iter().filter(|it| it.owner == me).collect();
        ActionsView {
            mine: page(&mine, window, |it| ActionItem::clone(it)),
            late: self.late_by_owner(&all),
        }
    }

    fn late_by_owner(&self, all: &[ActionItem]) -> Vec<LateActions> {
        let mut late: Vec<LateActions> = Vec::new();
        if !self.replica.grants.has(Role::Director) {
            return late;
        }
        for action in all.iter().filter(|it| it.late) {
            let known = late.iter_mut().find(|it| it.owner == action.owner);
            match known {
                Some(known) => known.actions.push(action.clone()),
                None => late.push(LateActions {
                    owner: action.owner,
                    owner_name: action.owner_name.clone(),
                    actions: vec![action.clone()],
                }),
            }
        }
        late.sort_by_cached_key(|it| (words::order(&it.owner_name), it.owner));
        late
    }
}
