//! Besace tests.
