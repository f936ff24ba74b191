//! The real binary, run to its end.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::binary;

/// Runs a command of the binary to its end.
pub(crate) fn besace(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(binary::path());
    command.arg("--data").arg(data).args(arguments);
    command
        .stdin(Stdio::null())
        .output()
        .expect("the binary runs")
}

/// [`besace`], which must do what it is told; what it prints.
pub(crate) fn done(data: &Path, arguments: &[&str]) -> String {
    let output = besace(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).expect("text")
}

/// [`besace`], which must refuse; what it says then.
pub(crate) fn refused(data: &Path, arguments: &[&str]) -> String {
    let output = besace(data, arguments);
    assert!(!output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stderr).expect("text")
}

/// Makes a cooperative.
pub(crate) fn init(data: &Path, name: &str) {
    done(
        data,
        &[
            "init",
            "--name",
            name,
            "--director",
            "Dominique",
            "--another",
        ],
    );
}
