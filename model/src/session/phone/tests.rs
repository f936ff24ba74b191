//! The phone's end of a session, told what happens line by line.

mod end;
mod road;
mod short;
mod window;
