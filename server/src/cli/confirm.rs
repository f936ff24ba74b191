//! Questions to the person at the terminal.

use std::io::{IsTerminal, Write};

use besace_server::home::names::Named;

/// Shows which cooperatives are there and asks whether to make one more; no without a person at a terminal.
pub(crate) fn confirms_another(there: &[Named]) -> std::io::Result<bool> {
    let (input, mut output) = (std::io::stdin(), std::io::stderr());
    if !(input.is_terminal() && output.is_terminal()) {
        return Ok(false);
    }
    for named in there {
        writeln!(output, "There is already: {named}")?;
    }
    write!(output, "Make another cooperative beside it? [y/N] ")?;
    output.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(matches!(
        answer.trim().to_lowercase().as_str(),
        "y" | "yes" | "o" | "oui"
    ))
}
