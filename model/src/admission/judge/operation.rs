//! Step 5: each resolved operation, by the rule of its place.

use super::super::bytes::Span;
use super::super::prescan::{Literal, Op, OpAction};
use super::super::resolve::{Placed, Resolver};
use super::super::standing::{self, Write};
use super::held::Named;
use crate::access::Grants;
use crate::doc::rules::{Course, Rules, Value, is_clean};
use crate::error::{ErrorCode, Refusal};
use crate::limits::TEXT_BYTES_MAX;

/// The rules, applied to one resolved operation.
pub(super) struct OpJudge<'a> {
    pub(super) resolver: &'a Resolver<'a>,
    pub(super) rules: &'a Rules,
    pub(super) grants: &'a Grants,
    /// Whom the change names as holders of what it makes.
    pub(super) named: &'a Named,
}

impl OpJudge<'_> {
    /// Checks an operation on its own; gives what is to be judged with the others of its change at the same key.
    pub(super) fn check(&self, op: &Op, place: &Placed) -> Result<Option<Write>, Refusal> {
        match *place {
            Placed::Value { object, key } => self.check_value(op, object, key),
            Placed::Made(number) => self.check_make(op, number).map(|()| None),
            Placed::Cleared { object, key, .. } => {
                let key = self.resolver.text(key);
                if self.rule_at(object, key)?.clear {
                    Ok(None)
                } else {
                    Err(self
                        .resolver
                        .refuse(ErrorCode::Forbidden, object, Some(key)))
                }
            }
            Placed::Element { text, .. } => self.check_insert(op, text).map(|()| None),
            Placed::Erased { text, .. } => self.rule_of(text).map(|_| None),
        }
    }

    fn check_value(&self, op: &Op, object: u32, key: Span) -> Result<Option<Write>, Refusal> {
        let text = self.resolver.text(key);
        let rule = self.rule_at(object, text)?;
        let refuse = |code| Err(self.resolver.refuse(code, object, Some(text)));
        let scalar = standing::scalar(op, self.resolver.parsed);
        if !rule.value.accepts(scalar, self.grants.member) {
            return refuse(ErrorCode::BadValue);
        }
        let is_of_genesis = self.resolver.index.is_of_genesis(object);
        // What stands in a map of the genesis is compared with what is written; of an entry, its making tells.
        let is_late = !is_of_genesis && !self.resolver.is_fresh(object);
        if rule.course == Course::Once && is_late {
            return refuse(rule.course.refusal());
        }
        if standing::is_kept(rule, is_of_genesis) {
            return Ok(Some(Write {
                object,
                key,
                number: self.resolver.op_number(),
                course: rule.course,
                value: rule.value.settled(scalar),
            }));
        }
        Ok(None)
    }

    fn check_make(&self, op: &Op, number: u32) -> Result<(), Refusal> {
        let object = self
            .resolver
            .object(number)
            .ok_or_else(|| Refusal::whole(ErrorCode::BadShape))?;
        let rule = self.rule_of_key(object.parent, object.key, number)?;
        let fits = match rule.value {
            Value::Map => op.action == OpAction::MakeMap,
            Value::Text => op.action == OpAction::MakeText,
            _ => false,
        };
        let refuse = |code| Err(self.resolver.refuse(code, number, None));
        if !fits {
            return refuse(ErrorCode::BadValue);
        }
        if !op.preds.is_empty() || self.resolver.is_made_before(number) {
            return refuse(ErrorCode::AlreadyMade);
        }
        let index = self.resolver.index;
        if index.objects_made_with(number) > index.head().kind.objects_max() {
            return refuse(ErrorCode::DocFull);
        }
        Ok(())
    }

    fn check_insert(&self, op: &Op, text: u32) -> Result<(), Refusal> {
        let rule = self.rule_of(text)?;
        let length = self
            .resolver
            .index
            .object(text)
            .map_or(0, |object| i64::from(object.text_bytes))
            + self.resolver.growth(text);
        let fits = match op.action {
            OpAction::Set(Literal::Str(span)) => {
                let character = self.resolver.text(span);
                !character.is_empty() && is_clean(character, true)
            }
            _ => false,
        };
        if rule.value == Value::Text && fits && length <= TEXT_BYTES_MAX as i64 {
            Ok(())
        } else {
            Err(self.resolver.refuse(ErrorCode::BadValue, text, None))
        }
    }
}
