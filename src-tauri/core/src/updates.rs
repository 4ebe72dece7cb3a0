//! Whether a newer version was released: what a signed feed of versions says, and when to ask it. Nothing is
//! fetched but the feed, nothing is installed, and who is told is the shell's business.

mod feed;
mod release;
mod schedule;

pub use feed::{Feed, FeedError, NotAFeed};
pub use release::{NotARelease, Release};
pub use schedule::Schedule;
