//! What is wrong with the settings.

/// One thing wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The value does not have the form.
    #[error("{from}: {expected}")]
    Invalid {
        /// Where the value was given.
        from: String,
        /// What would be right.
        expected: &'static str,
    },
    /// The file names a setting there is not.
    #[error("the configuration file has an unknown setting `{0}`")]
    Unknown(String),
    /// The file is not TOML.
    #[error("the configuration file is not valid TOML: {0}")]
    Toml(String),
}

/// Everything wrong with the settings, in the order of [`Setting::ALL`](super::Setting::ALL).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.listing())]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    fn listing(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(|fault| format!("  - {fault}")).collect();
        format!("the settings are not valid:\n{}", lines.join("\n"))
    }
}
