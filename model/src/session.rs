//! Both ends of a sync session, sans-IO.

pub mod relay;
