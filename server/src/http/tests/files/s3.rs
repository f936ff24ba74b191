//! A store that speaks S3, on this machine.

use std::path::PathBuf;

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tokio::net::TcpListener;

use crate::config::Setting;

/// It serves for as long as the test runs, from a folder.
pub(super) struct Server {
    folder: PathBuf,
    endpoint: String,
}

impl Server {
    pub(super) async fn start(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("besace-s3-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("besace")).unwrap();
        let mut service = S3ServiceBuilder::new(FileSystem::new(&folder).unwrap());
        service.set_auth(SimpleAuth::from_single("cle", "secret"));
        let service = service.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let service = service.clone();
                let connection =
                    http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                tokio::spawn(connection);
            }
        });
        Self { folder, endpoint }
    }

    pub(super) fn settings(&self) -> [(Setting, &str); 4] {
        [
            (Setting::FileStore, "s3://besace/fichiers"),
            (Setting::S3Endpoint, &self.endpoint),
            (Setting::S3AccessKey, "cle"),
            (Setting::S3SecretKey, "secret"),
        ]
    }

    /// Where the files of all cooperatives lie.
    pub(super) fn files(&self) -> PathBuf {
        self.folder.join("besace/fichiers")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
