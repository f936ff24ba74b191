//! Everything that needs more than one part, in one binary. Read from the top: what the repository promises about
//! itself first, then the product.

mod offline;
mod simulation;
mod tidy;
