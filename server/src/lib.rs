//! Besace server.
