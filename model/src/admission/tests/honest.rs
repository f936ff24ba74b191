//! What real phones write is taken, whoever writes and in whatever order it arrives.

mod index;
mod maps;
mod snapshot;
mod work;
