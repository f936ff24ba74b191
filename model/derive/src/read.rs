//! Reading: fields in the order they are declared, each by its name where the form has names.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Error;

use crate::form::{Held, Member, Shape, Type, Variant};

pub(crate) fn from_plain(form: &Type) -> TokenStream {
    let name = &form.name;
    if let Some(parameter) = form.generics.params.first() {
        return Error::new_spanned(parameter, "what is read has no parameters")
            .into_compile_error();
    }
    let (body, shape) = match &form.shape {
        Shape::Struct { members, partial } => {
            let names = members.iter().map(|member| &member.name);
            let words = members.iter().map(|member| &member.word);
            let fields = if *partial {
                quote!(#(#names: input.said(#words)?),*)
            } else {
                quote!(#(#names: input.field(#words)?),*)
            };
            (
                quote! { input.open()?; Ok(Self { #fields }) },
                shape_of(members),
            )
        }
        Shape::Words(words) => {
            let arms = words
                .iter()
                .map(|(name, word)| quote!(#word => Self::#name));
            (
                quote! { Ok(match input.text()? { #(#arms,)* _ => return Err(::besace_model::plain::Unfit) }) },
                // A word more leaves the others what they were.
                vec![quote!(("word", 0))],
            )
        }
        Shape::Tagged { tag, variants } => (
            one_of(variants, &quote!(input.tag(#tag)?)),
            shapes_of(variants),
        ),
        Shape::Keyed(variants) => (one_of(variants, &quote!(input.key()?)), shapes_of(variants)),
        Shape::Untagged(_) => {
            return Error::new_spanned(name, "what is untagged is written only")
                .into_compile_error();
        }
    };
    quote! {
        impl ::besace_model::plain::FromPlain for #name {
            const SHAPE: u64 = ::besace_model::plain::shape(&[#(#shape),*]);

            fn read(
                input: &mut ::besace_model::plain::PlainReader<'_>,
            ) -> ::core::result::Result<Self, ::besace_model::plain::Unfit> {
                #body
            }
        }
    }
}

fn one_of(variants: &[Variant], word: &TokenStream) -> TokenStream {
    let arms = variants
        .iter()
        .map(|Variant { name, word, held }| match held {
            Held::Members(members) => {
                let fields = members
                    .iter()
                    .map(|Member { name, word, .. }| quote!(#name: input.field(#word)?));
                quote!(#word => Self::#name { #(#fields),* })
            }
            Held::One(_) => {
                quote!(#word => Self::#name(::besace_model::plain::FromPlain::read(input)?))
            }
        });
    quote! { Ok(match #word { #(#arms,)* _ => return Err(::besace_model::plain::Unfit) }) }
}

fn shape_of(members: &[Member]) -> Vec<TokenStream> {
    members
        .iter()
        .map(|Member { word, ty, .. }| {
            quote!((#word, <#ty as ::besace_model::plain::FromPlain>::SHAPE))
        })
        .collect()
}

fn shapes_of(variants: &[Variant]) -> Vec<TokenStream> {
    variants
        .iter()
        .flat_map(|Variant { word, held, .. }| {
            let held = match held {
                Held::Members(members) => shape_of(members),
                Held::One(ty) => {
                    vec![quote!(("", <#ty as ::besace_model::plain::FromPlain>::SHAPE))]
                }
            };
            std::iter::once(quote!((#word, 1))).chain(held)
        })
        .collect()
}
