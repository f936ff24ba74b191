//! Besace model.
