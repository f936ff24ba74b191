//! The relay's contract, on a virtual clock: what is acknowledged is there, what is read is whole, and nobody reads
//! what is not theirs.

mod admission;
mod covers;
mod crowd;
mod derived;
mod events;
mod faults;
mod generations;
mod guests;
mod invitations;
mod lines;
mod live;
mod moving;
mod news;
mod notices;
mod passes;
mod people;
mod proofs;
mod reached;
mod readers;
mod reading;
mod revocations;
mod rights;
mod seats;
mod segments;
mod speed;
mod spending;
mod tallies;
mod trials;
mod versions;
mod world;
