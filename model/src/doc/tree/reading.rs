//! The one pass over a document that makes its tree.

use std::collections::BTreeMap;

use automerge::iter::DocItem;
use automerge::{Automerge, ObjId, ObjType, ReadDoc, ScalarValueRef, Span, ValueRef};

use super::{Held, Object, Rank, Tree};
use crate::record::FieldValue;

impl<'a> Tree<'a> {
    /// Reads a document.
    pub(crate) fn read(doc: &'a Automerge, rank: Rank) -> Self {
        let mut tree = Self {
            objects: vec![Object::default()],
            conflicts: Vec::new(),
        };
        let mut numbers = BTreeMap::from([(ObjId::Root, 0)]);
        let mut current = (ObjId::Root, 0);
        for item in doc.iter() {
            if current.0 != *item.obj {
                let Some(number) = numbers.get(&*item.obj) else {
                    continue;
                };
                current = ((*item.obj).clone(), *number);
            }
            let (object, here) = (&current.0, current.1);
            match item.item {
                DocItem::Map(item) => {
                    let held = match &item.value {
                        ValueRef::Object(ObjType::Map | ObjType::Table | ObjType::Text) => {
                            let child = tree.objects.len();
                            tree.objects.push(Object {
                                parent: Some((here, item.key.clone())),
                                ..Object::default()
                            });
                            numbers.insert(item.id(), child);
                            Held::Object(child)
                        }
                        ValueRef::Scalar(scalar) => match plain(scalar) {
                            Some(value) if item.conflict => Held::Scalar(tree.settle(
                                doc,
                                object,
                                here,
                                item.key.clone(),
                                value,
                                rank,
                            )),
                            Some(value) => Held::Scalar(value),
                            None => continue,
                        },
                        ValueRef::Object(_) => continue,
                    };
                    tree.objects[here].keys.insert(item.key, held);
                }
                DocItem::Text(Span::Text { text, .. }) => tree.objects[here].text.push_str(&text),
                DocItem::Text(Span::Block(_)) | DocItem::List(_) => {}
            }
        }
        tree
    }
}

/// A scalar of the kinds our documents hold.
pub(crate) fn plain(scalar: &ScalarValueRef<'_>) -> Option<FieldValue> {
    match scalar {
        ScalarValueRef::Str(text) => Some(FieldValue::Text(text.to_string())),
        ScalarValueRef::Int(number) => Some(FieldValue::Number(*number)),
        ScalarValueRef::Boolean(flag) => Some(FieldValue::Flag(*flag)),
        _ => None,
    }
}
