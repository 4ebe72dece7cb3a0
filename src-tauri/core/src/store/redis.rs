//! The store of several desks, in the organisation's own Redis.

mod settings;

pub use settings::{InvalidRedisSettings, Place, RedisSecrets, RedisSettings};
