//! The store of several desks, in the organisation's own Redis.

#[cfg_attr(not(test), expect(dead_code, reason = "the store that uses it comes next"))]
mod link;
mod settings;

pub use settings::{InvalidRedisSettings, Place, RedisSecrets, RedisSettings};
