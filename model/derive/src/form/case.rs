//! How names are spelled as plain data.

#[derive(Clone, Copy, Default)]
pub(super) enum Case {
    #[default]
    AsIs,
    Camel,
    Snake,
}

impl Case {
    pub(super) fn field(self, name: &str) -> String {
        match self {
            Self::AsIs | Self::Snake => name.to_owned(),
            Self::Camel => {
                let mut parts = name.split('_');
                let mut word = parts.next().unwrap_or_default().to_owned();
                for part in parts {
                    let (first, rest) = part.split_at(1);
                    word.push_str(&first.to_uppercase());
                    word.push_str(rest);
                }
                word
            }
        }
    }

    pub(super) fn variant(self, name: &str) -> String {
        match self {
            Self::AsIs => name.to_owned(),
            Self::Camel => {
                let (first, rest) = name.split_at(1);
                format!("{}{rest}", first.to_lowercase())
            }
            Self::Snake => {
                let mut word = String::new();
                for letter in name.chars() {
                    if letter.is_uppercase() && !word.is_empty() {
                        word.push('_');
                    }
                    word.extend(letter.to_lowercase());
                }
                word
            }
        }
    }
}
