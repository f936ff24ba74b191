//! A document of any kind as plain data, from the list of kinds.

/// Makes the records of all kinds from their list.
macro_rules! record {
    ($($(#[$doc:meta])* $number:literal $name:ident $module:ident,)+) => {
        /// A document of any kind as plain data.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Record {
            $($(#[$doc])* $name(kinds::$module::Content),)+
        }

        $(impl ContentOf for kinds::$module::Content {
            fn of(record: &Record) -> Option<&Self> {
                match record {
                    Record::$name(content) => Some(content),
                    _ => None,
                }
            }
        })+

        impl Record {
            /// What a document says. Total: odd content reads as empty, unknown fields stay in the document, unread.
            /// `None` for a kind that this version does not know.
            #[must_use]
            pub fn read(kind: Kind, doc: &Automerge) -> Option<Self> {
                match kind {
                    $(Kind::$name => Some(Self::$name(kinds::$module::read(doc))),)+
                    Kind::Other(_) => None,
                }
            }

            /// The packed form. It depends on the record's own kind alone: another kind that changes, or comes to be,
            /// leaves it readable.
            #[must_use]
            pub fn pack(&self) -> Vec<u8> {
                match self {
                    $(Self::$name(content) => plain::pack(content),)+
                }
            }

            /// Reads [`Record::pack`].
            ///
            /// # Errors
            /// [`Unfit`] when the bytes are not that of such a document in today's shape.
            pub fn unpack(kind: Kind, bytes: &[u8]) -> Result<Self, Unfit> {
                match kind {
                    $(Kind::$name => plain::unpack(bytes).map(Self::$name),)+
                    Kind::Other(_) => Err(Unfit),
                }
            }

            /// Whether packed bytes are in today's shape.
            #[must_use]
            pub fn is_of_today(kind: Kind, bytes: &[u8]) -> bool {
                let shape = match kind {
                    $(Kind::$name => <kinds::$module::Content as FromPlain>::SHAPE,)+
                    Kind::Other(_) => return false,
                };
                bytes.starts_with(&shape.to_be_bytes())
            }

            /// What it says beyond its own fields.
            #[must_use]
            pub fn said(&self) -> &dyn Said {
                match self {
                    $(Self::$name(content) => content,)+
                }
            }

            /// Its content, whatever its kind.
            #[must_use]
            pub fn content(&self) -> &dyn ToPlain {
                match self {
                    $(Self::$name(content) => content,)+
                }
            }
        }
    };
}

pub(super) use record;
