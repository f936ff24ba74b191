//! Everything that needs more than one part, in one binary. Read from the top: what the repository promises about
//! itself first, then the product.
#![expect(clippy::panic, reason = "a broken promise ends the run")]

// What the benches drive the real binary with.
#[path = "../benches/budgets"]
mod budgets {
    #[expect(dead_code, reason = "the benches use more of it")]
    pub(crate) mod coop;
    pub(crate) mod kill;
    #[expect(dead_code, reason = "the benches use more of it")]
    pub(crate) mod line;
    #[expect(dead_code, reason = "the benches use more of it")]
    pub(crate) mod process;
}

use budgets::{coop, kill, line, process};

mod audiences;
mod binary;
mod clock;
mod cover;
mod crash;
mod damaged;
mod duties;
mod erased;
mod first_command;
mod fuzz;
mod golden;
mod hand_over;
mod indicators;
mod offline;
mod operators;
mod receipts;
mod resting;
mod restore;
mod signing;
mod simulation;
mod space;
mod stolen;
mod tidy;
mod versions;
