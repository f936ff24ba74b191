//! A whole cooperative in one process: real replicas and the real relay core on a virtual network and clock. One seed
//! decides everything that could happen by chance, so a failing run happens again.
#![expect(clippy::panic, reason = "a broken invariant ends the run")]

use std::path::PathBuf;

pub mod drafts;
pub mod people;
pub mod phone;
pub mod relay;
pub mod watch;
pub mod world;

/// An empty folder of this process, among the machine's temporary files.
///
/// # Panics
/// When it cannot be emptied or made.
#[must_use]
pub fn empty_folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("besace-{name}-{}", std::process::id()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("the folder was ours");
    }
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}
