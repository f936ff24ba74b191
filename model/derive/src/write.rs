//! Writing: one call for each field, of one function that is not generic, so that a type costs little code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::form::{Held, Member, Shape, Type, Variant};

pub(crate) fn to_plain(form: &Type) -> TokenStream {
    let name = &form.name;
    let body = match &form.shape {
        Shape::Struct { members, partial } => {
            let fields = members.iter().map(|Member { name, word, .. }| {
                if *partial {
                    quote!(out.said(#word, self.#name.as_ref().map(|value| value as _));)
                } else {
                    quote!(out.field(#word, &self.#name);)
                }
            });
            quote! { out.open(); #(#fields)* out.close(); }
        }
        Shape::Words(words) => {
            let arms = words
                .iter()
                .map(|(name, word)| quote!(Self::#name => #word));
            quote! { out.text(match self { #(#arms),* }); }
        }
        Shape::Tagged { tag, variants } => arms(variants, |variant| {
            let word = &variant.word;
            match &variant.held {
                Held::Members(members) => {
                    let fields = members
                        .iter()
                        .map(|Member { name, word, .. }| quote!(out.field(#word, #name);));
                    quote! {{ out.open(); out.field(#tag, &#word); #(#fields)* out.close(); }}
                }
                Held::One(_) => quote! {{ out.tag(#tag, #word); held.write(out); }},
            }
        }),
        Shape::Keyed(variants) => arms(variants, |variant| {
            let word = &variant.word;
            quote! {{ out.open(); out.entry(#word, held); out.close(); }}
        }),
        Shape::Untagged(variants) => arms(variants, |_| quote!(held.write(out))),
    };
    let mut generics = form.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter
            .bounds
            .push(syn::parse_quote!(::besace_model::plain::ToPlain));
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    quote! {
        impl #impl_generics ::besace_model::plain::ToPlain for #name #type_generics #where_clause {
            fn write(&self, out: &mut ::besace_model::plain::PlainWriter) {
                #body
            }
        }
    }
}

fn arms(variants: &[Variant], body: impl Fn(&Variant) -> TokenStream) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let name = &variant.name;
        let held = match &variant.held {
            Held::Members(members) => {
                let names = members.iter().map(|member| &member.name);
                quote!({ #(#names),* })
            }
            Held::One(_) => {
                let held = format_ident!("held");
                quote!((#held))
            }
        };
        let body = body(variant);
        quote!(Self::#name #held => #body)
    });
    quote! { match self { #(#arms),* } }
}
