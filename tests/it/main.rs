//! Everything that needs more than one part, in one binary. Read from the top: what the repository promises about
//! itself first, then the product.
#![expect(clippy::panic, reason = "a broken promise ends the run")]

// What the benches drive the real binary with.
#[path = "../benches/budgets/coop.rs"]
#[expect(dead_code, reason = "the benches use more of it")]
mod coop;
#[path = "../benches/budgets/kill.rs"]
mod kill;
#[path = "../benches/budgets/line.rs"]
#[expect(dead_code, reason = "the benches use more of it")]
mod line;
#[path = "../benches/budgets/process.rs"]
#[expect(dead_code, reason = "the benches use more of it")]
mod process;

mod audiences;
mod binary;
mod clock;
mod crash;
mod damaged;
mod first_command;
mod follow_up;
mod fuzz;
mod golden;
mod offline;
mod operators;
mod restore;
mod signing;
mod simulation;
mod stolen;
mod tidy;
mod versions;
