//! Besace client.
