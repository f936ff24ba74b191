//! Where whole files lie: in a folder of each cooperative, or in a store that speaks S3, through `object_store`.

use std::io::ErrorKind;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, FileHash};
use futures_util::stream::BoxStream;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt, RetryConfig};

use crate::config::{FilesConfig, S3Config};
use crate::error::ApiError;
use crate::private;

/// How long a store that speaks S3 is tried again: whoever waits for it is told to come again after thirty seconds.
const RETRY_TIMEOUT: Duration = Duration::from_secs(20);

/// The place of all whole files.
#[derive(Debug)]
pub(super) struct Vault {
    place: Place,
    /// Opened when it is first needed.
    opened: Mutex<Option<Arc<dyn ObjectStore>>>,
}

#[derive(Debug)]
enum Place {
    Folder(PathBuf),
    S3(S3Config),
}

/// The bytes of a file, as they come.
pub type Found = BoxStream<'static, object_store::Result<axum::body::Bytes>>;

/// The vault cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The store says so.
    #[error("the store of files")]
    Store(#[from] object_store::Error),
    /// The folder says so.
    #[error("the folder of files")]
    Folder(#[from] std::io::Error),
}

impl From<VaultError> for ApiError {
    fn from(error: VaultError) -> Self {
        if error.is_full() {
            tracing::warn!("the disk is full: files are to come later");
            return ErrorCode::Retry.into();
        }
        Self::internal(error)
    }
}

impl VaultError {
    /// Whether there is no such file.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, Self::Store(object_store::Error::NotFound { .. }))
    }

    fn is_full(&self) -> bool {
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(self);
        while let Some(error) = cause {
            if let Some(error) = error.downcast_ref::<std::io::Error>() {
                return matches!(
                    error.kind(),
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded
                );
            }
            cause = error.source();
        }
        false
    }
}

impl Vault {
    pub(super) fn new(config: &FilesConfig, folder: PathBuf) -> Self {
        Self {
            place: match &config.s3 {
                Some(s3) => Place::S3(s3.clone()),
                None => Place::Folder(folder),
            },
            opened: Mutex::default(),
        }
    }

    /// Keeps a file; it is safe once this returns.
    pub(super) async fn put(
        &self,
        coop: CoopId,
        hash: FileHash,
        bytes: Vec<u8>,
    ) -> Result<(), VaultError> {
        let store = self.open()?;
        let path = self.path(coop, hash);
        if let Place::Folder(folder) = &self.place {
            private::own_folder(&folder.join(coop.to_string()))?;
        }
        store.put(&path, bytes.into()).await?;
        if let Place::Folder(folder) = &self.place {
            private::own_file(&folder.join(path.as_ref()))?;
        }
        Ok(())
    }

    /// Some bytes of a file.
    pub(super) async fn get(
        &self,
        coop: CoopId,
        hash: FileHash,
        range: Range<u64>,
    ) -> Result<Found, VaultError> {
        let store = self.open()?;
        let options = GetOptions::new().with_range(Some(range));
        let found = store.get_opts(&self.path(coop, hash), options).await?;
        Ok(found.into_stream())
    }

    /// All bytes of a file.
    pub(super) async fn whole(&self, coop: CoopId, hash: FileHash) -> Result<Vec<u8>, VaultError> {
        let found = self.open()?.get(&self.path(coop, hash)).await?;
        Ok(found.bytes().await?.into())
    }

    /// Lets a file go; one that is not there has gone.
    pub(super) async fn delete(&self, coop: CoopId, hash: FileHash) -> Result<(), VaultError> {
        let store = self.open()?;
        match store.delete(&self.path(coop, hash)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            deleted => Ok(deleted?),
        }
    }

    /// Named by its bytes, in a folder of its cooperative.
    fn path(&self, coop: CoopId, hash: FileHash) -> Path {
        let prefix = match &self.place {
            Place::S3(s3) => s3.prefix.as_str(),
            Place::Folder(_) => "",
        };
        Path::from(format!("{prefix}/{coop}/{hash}"))
    }

    pub(super) fn open(&self) -> Result<Arc<dyn ObjectStore>, VaultError> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(store) = &*opened {
            return Ok(Arc::clone(store));
        }
        let store: Arc<dyn ObjectStore> = match &self.place {
            Place::Folder(folder) => {
                private::own_folder(folder)?;
                clear_staged(folder)?;
                Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))
            }
            Place::S3(s3) => Arc::new(bucket(s3)?),
        };
        Ok(Arc::clone(opened.insert(store)))
    }
}

/// Removes what was being written as the relay ended: `object_store` marks its name with a `#` until it is whole.
fn clear_staged(folder: &std::path::Path) -> std::io::Result<()> {
    for coop in std::fs::read_dir(folder)? {
        let coop = coop?.path();
        if !coop.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(coop)? {
            let file = file?;
            if file.file_name().to_string_lossy().contains('#') {
                std::fs::remove_file(file.path())?;
            }
        }
    }
    Ok(())
}

fn bucket(s3: &S3Config) -> Result<impl ObjectStore + use<>, object_store::Error> {
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&s3.bucket)
        .with_region(&s3.region)
        .with_access_key_id(&s3.access_key)
        .with_secret_access_key(s3.secret_key.reveal())
        .with_virtual_hosted_style_request(false)
        .with_retry(RetryConfig {
            max_retries: 3,
            retry_timeout: RETRY_TIMEOUT,
            ..RetryConfig::default()
        });
    if let Some(endpoint) = &s3.endpoint {
        builder = builder
            .with_allow_http(endpoint.starts_with("http://"))
            .with_endpoint(endpoint);
    }
    builder.build()
}
