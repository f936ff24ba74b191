//! Both ends of a sync session, sans-IO.

pub mod phone;
pub mod relay;
