//! The relay's composition root.

fn main() {}
