//! What a file is, by what was found in it.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A WebP picture.
    Webp,
    /// A PDF document.
    Pdf,
    /// Of a later version: handed out as bytes and nothing else.
    Other,
}

impl FileKind {
    const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::Webp, Self::Pdf];

    /// Its number in the database; never use one twice.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Other => 0,
            Self::Jpeg => 1,
            Self::Png => 2,
            Self::Webp => 3,
            Self::Pdf => 4,
        }
    }

    /// Reads [`FileKind::number`].
    #[must_use]
    pub fn numbered(number: u8) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.number() == number)
            .unwrap_or(Self::Other)
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Other => "application/octet-stream",
        }
    }

    /// How the names of such files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Other => "bin",
        }
    }
}
