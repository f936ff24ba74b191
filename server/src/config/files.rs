//! Settings of files: where they lie, and how much room there is.

use super::secret::Secret;
use super::setting::Setting;
use super::sources::SettingsReader;

/// Bytes of a mebibyte.
const MIB: u64 = 1024 * 1024;

/// Where files lie, and how much room there is.
#[derive(Debug, Clone)]
pub struct FilesConfig {
    /// A store that speaks S3; none for a folder of the data folder. Default: none.
    pub s3: Option<S3Config>,
    /// Bytes of files that one member may bring. Default 500 MiB.
    pub member_bytes: u64,
    /// Bytes of files that a cooperative may have. Default 20 GiB.
    pub coop_bytes: u64,
    /// Days for which a file is kept that no document names any more. Default 30.
    pub kept_days: u32,
}

/// A store that speaks S3.
#[derive(Debug, Clone)]
pub struct S3Config {
    /// The bucket.
    pub bucket: String,
    /// What the names of all files begin with; empty for nothing.
    pub prefix: String,
    /// Where it is; none for that of Amazon.
    pub endpoint: Option<String>,
    /// Its region. Default `us-east-1`, which stores without regions take.
    pub region: String,
    /// Who asks.
    pub access_key: String,
    /// How they prove it.
    pub secret_key: Secret,
}

impl SettingsReader<'_> {
    pub(super) fn files(&mut self) -> FilesConfig {
        let whole = "a whole number above 0";
        let mut number = |setting, default: u32| {
            let read = |text: &str| text.parse().ok().filter(|number| *number > 0);
            self.value(setting, whole, read).unwrap_or(default)
        };
        let member_mib = number(Setting::MemberFilesMib, 500);
        let coop_mib = number(Setting::CoopFilesMib, 20 * 1024);
        let kept_days = number(Setting::FilesKeptDays, 30);
        FilesConfig {
            s3: self.s3(),
            member_bytes: u64::from(member_mib) * MIB,
            coop_bytes: u64::from(coop_mib) * MIB,
            kept_days,
        }
    }

    fn s3(&mut self) -> Option<S3Config> {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let endpoint = self.value(
            Setting::S3Endpoint,
            "a URL such as https://s3.example.coop",
            |url| {
                let is_url = url.starts_with("https://") || url.starts_with("http://");
                is_url.then(|| url.to_owned())
            },
        );
        let region = self.value(Setting::S3Region, "a region such as eu-west-3", text);
        let access_key = self.value(Setting::S3AccessKey, "an access key", text);
        let secret_key = self.value(Setting::S3SecretKey, "a secret key", text);
        let (bucket, prefix) = self.value(
            Setting::FileStore,
            "s3://bucket or s3://bucket/prefix, together with s3_access_key and s3_secret_key",
            |url| {
                let place = url.strip_prefix("s3://")?;
                let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
                let is_known = access_key.is_some() && secret_key.is_some();
                (is_known && !bucket.is_empty()).then(|| (bucket.to_owned(), prefix.to_owned()))
            },
        )?;
        Some(S3Config {
            bucket,
            prefix,
            endpoint,
            region: region.unwrap_or_else(|| "us-east-1".to_owned()),
            access_key: access_key?,
            secret_key: Secret(secret_key?),
        })
    }
}
