//! What the attributes of a type, a variant or a field say.

use syn::punctuated::Punctuated;
use syn::{Attribute, Error, Expr, ExprLit, Ident, Lit, Meta, Result, Token};

use super::case::Case;

/// What the attributes say.
#[derive(Default)]
pub(super) struct Form {
    pub(super) rename_all: Case,
    pub(super) rename_all_fields: Case,
    pub(super) rename: Option<String>,
    pub(super) tag: Option<String>,
    pub(super) untagged: bool,
    pub(super) partial: bool,
}

impl Form {
    pub(super) fn of(attributes: &[Attribute]) -> Result<Self> {
        let mut form = Self::default();
        let ours = |path: &syn::Path| path.is_ident("ts") || path.is_ident("serde");
        for attribute in attributes.iter().filter(|one| ours(one.path())) {
            let said = Punctuated::<Meta, Token![,]>::parse_terminated;
            for meta in attribute.parse_args_with(said)? {
                form.take(&meta)?;
            }
        }
        Ok(form)
    }

    fn take(&mut self, meta: &Meta) -> Result<()> {
        let key = meta.path().get_ident().map(Ident::to_string);
        match key.as_deref().unwrap_or_default() {
            "untagged" => self.untagged = true,
            "optional_fields" => self.partial = true,
            "tag" => self.tag = Some(text(meta)?),
            "rename" => self.rename = Some(text(meta)?),
            "rename_all" => self.rename_all = case(meta)?,
            "rename_all_fields" => self.rename_all_fields = case(meta)?,
            _ => return Err(Error::new_spanned(meta, "plain data has no such form")),
        }
        Ok(())
    }
}

fn case(meta: &Meta) -> Result<Case> {
    match text(meta)?.as_str() {
        "camelCase" => Ok(Case::Camel),
        "snake_case" => Ok(Case::Snake),
        _ => Err(Error::new_spanned(meta, "camelCase or snake_case")),
    }
}

fn text(meta: &Meta) -> Result<String> {
    match &meta.require_name_value()?.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Ok(text.value()),
        other => Err(Error::new_spanned(other, "text")),
    }
}
