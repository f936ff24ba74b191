//! What a person does to documents of any kind, from the list of kinds.

/// Makes the commands of all kinds from their list.
macro_rules! command {
    ($($(#[$doc:meta])* $number:literal $name:ident $module:ident,)+) => {
        /// What a person does to documents of any kind.
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
        #[ts(untagged)]
        pub enum Command {
            $($(#[$doc])* $name(kinds::$module::Command),)+
            /// What is done to an entry of any kind.
            Entry(EntryCommand),
        }

        impl Command {
            /// The document that the command of `author` changes.
            #[must_use]
            pub fn target(&self, author: MemberId) -> DocHead {
                match self {
                    $(Self::$name(it) => it.target(author),)+
                    Self::Entry(it) => it.target(author),
                }
            }

            /// What writes on where this command said more than one change holds; `None` where nothing can.
            #[must_use]
            pub fn rest(&self) -> Option<Self> {
                match self {
                    $(Self::$name(it) => it.rest().map(Self::$name),)+
                    Self::Entry(_) => None,
                }
            }

            /// Whether it is about what stands when it is given, rather than about what was seen when typing began.
            #[must_use]
            pub fn is_of_what_stands(&self) -> bool {
                match self {
                    $(Self::$name(it) => it.is_of_what_stands(),)+
                    Self::Entry(_) => false,
                }
            }

            /// Whether of two that one person gave on two devices the later simply stands.
            #[must_use]
            pub fn is_whole(&self) -> bool {
                match self {
                    $(Self::$name(it) => it.is_whole(),)+
                    Self::Entry(_) => false,
                }
            }

            pub(crate) fn writing(
                &self,
                doc: &Automerge,
                head: &DocHead,
            ) -> Result<Writing<'_>, CommandError> {
                match self {
                    $(Self::$name(it) => it.writing(doc, head),)+
                    Self::Entry(it) => it.writing(doc, head),
                }
            }
        }

        /// Commands are kept and sent as JSON, which reading does not use up.
        impl FromPlain for Command {
            const SHAPE: u64 = plain::shape(&[
                $(("", <kinds::$module::Command as FromPlain>::SHAPE),)+
                ("", <EntryCommand as FromPlain>::SHAPE),
            ]);

            fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
                $(if let Ok(command) = FromPlain::read(input) {
                    return Ok(Self::$name(command));
                })+
                FromPlain::read(input).map(Self::Entry)
            }
        }

        impl Kind {
            pub(crate) fn check_entry(
                self,
                doc: &Automerge,
                head: &DocHead,
                collection: &str,
                id: Ulid,
            ) -> Result<(), CommandError> {
                match self {
                    $(Self::$name => {
                        kinds::$module::Command::check_entry(doc, head, collection, id)
                    })+
                    Self::Other(_) => Err(CommandError::NoSuchEntry),
                }
            }
        }
    };
}

pub(super) use command;
