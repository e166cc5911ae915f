//! Showing a file in the program that the desktop has for it.

use std::path::Path;
use std::process::{Command, Stdio};

#[cfg(target_os = "macos")]
const OPENER: &[&str] = &["open"];
#[cfg(windows)]
const OPENER: &[&str] = &["explorer"];
#[cfg(not(any(target_os = "macos", windows)))]
const OPENER: &[&str] = &["xdg-open"];

/// Opens the file and does not wait; where that fails the report is there all the same, so it is a
/// warning.
pub(crate) fn open(path: &Path) {
    // An absolute path, so that a name that begins with "-" is not taken for an option.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut command = Command::new(OPENER[0]);
    command.args(&OPENER[1..]).arg(&path);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        // A group of its own: Ctrl+C in this terminal must not close the browser.
        command.process_group(0);
    }
    if let Err(reason) = command.spawn() {
        log::warn!(
            "{}: cannot be opened with {}: {reason}; open it by hand",
            path.display(),
            OPENER[0]
        );
    }
}
