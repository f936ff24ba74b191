//! What a type looks like as plain data: the names and the shape, from its declaration and attributes.

mod attributes;
mod case;

use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Error, Field, Fields, Generics, Ident, Result};

use attributes::Form;
use case::Case;

/// A type.
pub(crate) struct Type {
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
}

/// What it is made of.
pub(crate) enum Shape {
    /// An object.
    Struct {
        members: Vec<Member>,
        /// Only what is set is written.
        partial: bool,
    },
    /// A word.
    Words(Vec<(Ident, String)>),
    /// An object that names its variant under a key, beside the variant's fields.
    Tagged { tag: String, variants: Vec<Variant> },
    /// An object with one key, the variant's name.
    Keyed(Vec<Variant>),
    /// What the variant holds.
    Untagged(Vec<Variant>),
}

/// A variant.
pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) word: String,
    pub(crate) held: Held,
}

/// What a variant holds.
pub(crate) enum Held {
    Members(Vec<Member>),
    One(syn::Type),
}

/// A field.
pub(crate) struct Member {
    pub(crate) name: Ident,
    pub(crate) word: String,
    pub(crate) ty: syn::Type,
}

impl Type {
    pub(crate) fn of(input: DeriveInput) -> Result<Self> {
        let form = Form::of(&input.attrs)?;
        let shape = match input.data {
            Data::Struct(data) => match data.fields {
                Fields::Named(_) => Shape::Struct {
                    members: members(data.fields, form.rename_all)?,
                    partial: form.partial,
                },
                _ => return Err(Error::new_spanned(input.ident, "fields need names")),
            },
            Data::Enum(data) => {
                let variants = data
                    .variants
                    .into_iter()
                    .map(|variant| {
                        let own = Form::of(&variant.attrs)?;
                        let word = variant.ident.to_string();
                        Ok(Variant {
                            word: own.rename.unwrap_or_else(|| form.rename_all.variant(&word)),
                            name: variant.ident,
                            held: match variant.fields {
                                Fields::Unnamed(one) => match one.unnamed.into_iter().next() {
                                    Some(one) => Held::One(one.ty),
                                    None => Held::Members(Vec::new()),
                                },
                                fields => Held::Members(members(fields, form.rename_all_fields)?),
                            },
                        })
                    })
                    .collect::<Result<Vec<_>>>()?;
                let is_word = |v: &Variant| matches!(&v.held, Held::Members(all) if all.is_empty());
                match form.tag {
                    Some(tag) => Shape::Tagged { tag, variants },
                    None if form.untagged => Shape::Untagged(variants),
                    None if variants.iter().all(is_word) => {
                        Shape::Words(variants.into_iter().map(|v| (v.name, v.word)).collect())
                    }
                    None => Shape::Keyed(variants),
                }
            }
            Data::Union(_) => return Err(Error::new_spanned(input.ident, "a union has no form")),
        };
        Ok(Self {
            name: input.ident,
            generics: input.generics,
            shape,
        })
    }
}

fn members(fields: Fields, case: Case) -> Result<Vec<Member>> {
    let member = |field: Field| {
        let own = Form::of(&field.attrs)?;
        let name = field.ident.clone();
        let name = name.ok_or_else(|| Error::new_spanned(&field, "fields need names"))?;
        Ok(Member {
            word: own
                .rename
                .unwrap_or_else(|| case.field(&name.unraw().to_string())),
            name,
            ty: field.ty,
        })
    };
    fields.into_iter().map(member).collect()
}
