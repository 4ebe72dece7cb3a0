//! `cargo xtask pictures`: pictures of every state of the screen. Which states there are and how to get to them is the
//! gallery's; this only sets up, builds, and finds a folder for them.

use crate::failure::Failure;
use crate::need::Purpose;
use crate::program;
use crate::run::{build, built, screenshots, text};
use crate::setup::setup;

/// Sets up, builds, and takes the pictures that `wishes` ask for.
pub(crate) fn pictures(wishes: &[String]) -> Result<(), Failure> {
    setup(Purpose::Pictures)?;
    println!("Building Countersign and its gallery.");
    build(&[
        "--package",
        "countersign",
        "--package",
        "countersign-gallery",
        "--bin",
        "countersign",
        "--bin",
        "pictures",
    ])?;
    println!("Walking through every state of the screen. With all of them it takes some minutes.");
    let app = text(&built("countersign")?);
    let out = text(&screenshots()?.join("states"));
    let mut arguments = vec!["--binary", &app];
    if !wishes
        .iter()
        .any(|wish| wish == "--out" || wish == "--documents")
    {
        arguments.extend(["--out", &out]);
    }
    arguments.extend(wishes.iter().map(String::as_str));
    program::run_quietly(&text(&built("pictures")?), &arguments)
}
