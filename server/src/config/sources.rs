//! Where values come from, and the lookup of one: flag, environment, file.

use std::collections::BTreeMap;

use super::faults::Fault;
use super::file::read_file;
use super::network::Network;
use super::origin::Origin;
use super::setting::Setting;

/// Where values come from, strongest first.
#[derive(Debug, Default)]
pub struct Sources {
    /// Given on the command line.
    pub flags: BTreeMap<Setting, String>,
    /// Given in the environment.
    pub environment: BTreeMap<Setting, String>,
    /// The file's text.
    pub file: Option<String>,
}

pub(super) struct SettingsReader<'a> {
    sources: &'a Sources,
    file: BTreeMap<String, String>,
    pub(super) faults: Vec<Fault>,
}

impl<'a> SettingsReader<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        let (file, faults) = read_file(sources.file.as_deref().unwrap_or_default());
        Self {
            sources,
            file,
            faults,
        }
    }

    fn find(&self, setting: Setting) -> Option<(String, &str)> {
        let key = setting.key();
        let flag = self.sources.flags.get(&setting);
        let variable = self.sources.environment.get(&setting);
        flag.map(|text| (format!("--{}", key.replace('_', "-")), text.as_str()))
            .or_else(|| variable.map(|text| (setting.variable(), text.as_str())))
            .or_else(|| {
                self.file
                    .get(key)
                    .map(|text| (format!("`{key}` in the file"), text.as_str()))
            })
    }

    pub(super) fn value<T>(
        &mut self,
        setting: Setting,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let (from, text) = self.find(setting)?;
        let value = parse(text);
        if value.is_none() {
            self.faults.push(Fault::Invalid { from, expected });
        }
        value
    }

    /// Other origins, and the proxies before the relay.
    pub(super) fn neighbours(&mut self) -> (Vec<Origin>, Vec<Network>) {
        let other_origins = self.list(
            Setting::AllowedOrigins,
            "origins such as https://app.example.coop, separated by commas",
            Origin::parse,
        );
        let trusted_proxies = self.list(
            Setting::TrustedProxies,
            "addresses such as 10.0.0.0/8 or ::1, separated by commas",
            Network::parse,
        );
        (other_origins, trusted_proxies)
    }

    pub(super) fn list<T>(
        &mut self,
        setting: Setting,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        self.value(setting, expected, |text| {
            let parts = text
                .split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty());
            parts.map(parse).collect()
        })
        .unwrap_or_default()
    }
}
