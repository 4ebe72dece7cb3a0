//! The desk, its store and its Sinch together, without a window: the client speaks real HTTP to the
//! sandbox, which was written from the same facts by other hands.

mod checking;
mod outcomes;
mod rehearsal;
mod sending;
