//! What screens ask and what answers them, declared in one place for each kind.

use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::views::ViewReader;

/// What screens ask of one part.
pub trait Ask {
    /// The answers, each in a variant of the request's name.
    type Answer: ToPlain;
    /// For TypeScript: the type of the answer by the name of the request.
    type Views: TS;

    /// Answers. Always local, and never changes anything.
    fn answer(&self, reader: &ViewReader<'_>) -> Self::Answer;
}

/// Declares requests: each with its fields, the type of what answers it, and how that is made.
macro_rules! requests {
    ($(#[$doc:meta])* $request:ident, $answers:ident, $views:ident by $reader:ident {$(
        $(#[$request_doc:meta])*
        $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? })? -> $answer:ty = $make:expr
    ),+ $(,)?}) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(
            tag = "view",
            rename_all = "camelCase",
            rename_all_fields = "camelCase"
        )]
        pub enum $request {
            $($(#[$request_doc])* $name $({ $($(#[$field_doc])* $field: $type,)+ })?,)+
        }

        #[doc = concat!("The answers to [`", stringify!($request), "`]; `null` where the thing is not on this phone.")]
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain)]
        #[ts(untagged)]
        pub enum $answers {
            $($(#[$request_doc])* $name($answer),)+
        }

        #[doc = concat!("The types that answer [`", stringify!($request), "`].")]
        #[derive(TS)]
        #[ts(rename_all = "camelCase")]
        #[expect(
            dead_code,
            non_snake_case,
            reason = "exists for its TypeScript form: request name to answer"
        )]
        pub struct $views {
            $($name: $answer,)+
        }

        impl $crate::requests::Ask for $request {
            type Answer = $answers;
            type Views = $views;

            fn answer(&self, $reader: &$crate::views::ViewReader<'_>) -> $answers {
                match self {
                    $(Self::$name $({ $($field),+ })? => $answers::$name($make),)+
                }
            }
        }
    };
}
pub(crate) use requests;
