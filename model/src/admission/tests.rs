//! Admission from outside: honest changes pass, each fault gets its code, forged ones never harm a replica.

mod extremes;
mod faults;
mod fixture;
mod forge;
mod honest;
mod limits;
mod mutants;
mod rules;
mod short;
mod signature;
