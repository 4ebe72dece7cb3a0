//! Plays random days at the desks on every home of the ledger and on the plain model at once: all must
//! answer the same. A program of its own, so that a longer run is a matter of a flag:
//! `cargo test --test ledger -- --steps 1000000 --seed 7`.

#![expect(clippy::print_stdout, reason = "a test program tells what it did")]

use std::error::Error;
use std::ops::RangeInclusive;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use countersign_core::store::model::{Day, Difference, KINDS, Seen};

use arguments::Arguments;
use homes::Homes;

mod arguments;
mod homes;
#[cfg(target_os = "linux")]
mod redis;

const NAME: &str = "every_home_of_the_ledger_answers_as_the_model";

/// Long enough for a site's caps to be reached, and for locks to double.
const LENGTHS: RangeInclusive<usize> = 100..=200;

/// From one day's seed to the next: far apart, so that runs from neighbouring seeds share no day (the
/// step of SplitMix64).
const STRIDE: u64 = 0x9E37_79B9_7F4A_7C15;

/// So many steps bring every kind of answer.
const ENOUGH: u64 = 10_000;

/// What a test program answers with when a test failed, as libtest does.
const FAILED: u8 = 101;

fn main() -> ExitCode {
    println!("\nrunning 1 test");
    let start = Instant::now();
    let outcome = run();
    let took = start.elapsed();
    match outcome {
        Ok(()) => {
            println!("test {NAME} ... ok");
            conclude("ok. 1 passed; 0 failed", took);
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("{error}\ntest {NAME} ... FAILED");
            conclude("FAILED. 0 passed; 1 failed", took);
            ExitCode::from(FAILED)
        }
    }
}

/// The line by which `cargo xtask test` counts, in libtest's words.
fn conclude(result: &str, took: Duration) {
    println!(
        "\ntest result: {result}; 0 ignored; 0 measured; 0 filtered out; finished in {:.2}s\n",
        took.as_secs_f64()
    );
}

fn run() -> Result<(), Box<dyn Error>> {
    let Arguments { steps, seed } = Arguments::read(std::env::args().skip(1))?;
    println!("again: cargo test --test ledger -- --steps {steps} --seed {seed}");
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(play(steps, seed))
}

/// Plays one day after the other. Each is drawn from a seed of its own, so that it can be played alone.
async fn play(steps: u64, seed: u64) -> Result<(), Box<dyn Error>> {
    let mut homes = Homes::open()?;
    let start = Instant::now();
    let mut seen = Seen::new();
    let (mut played, mut days) = (0, 0);
    while played < steps {
        let seed = seed.wrapping_add(STRIDE.wrapping_mul(days));
        let day = Day::drawn(seed, LENGTHS);
        let outcome = homes.play(&day).await;
        match outcome.map_err(|error| format!("{}: {error}", alone(seed)))? {
            Ok(kinds) => add(&mut seen, kinds),
            Err(difference) => return Err(report(played, seed, day, difference, &mut homes).await?),
        }
        played += u64::try_from(day.steps())?;
        days += 1;
    }
    println!(
        "seed {seed}: {played} steps in {days} days by {}: {} kinds of answers, all of them the model's, \
         in {:.1} s",
        homes::names(),
        seen.len(),
        start.elapsed().as_secs_f64()
    );
    if let Some((kind, times)) = seen.iter().min_by_key(|(_, times)| **times) {
        println!("the rarest: {kind} ({times} times)");
    }
    if played < ENOUGH {
        return Ok(());
    }
    missing(&seen)
}

fn add(seen: &mut Seen, kinds: Seen) {
    for (kind, times) in kinds {
        *seen.entry(kind).or_default() += times;
    }
}

/// The comparison is worth something only if every kind of answer comes up in it.
fn missing(seen: &Seen) -> Result<(), Box<dyn Error>> {
    let missed: Vec<_> = KINDS
        .into_iter()
        .filter(|kind| !seen.contains_key(*kind))
        .collect();
    if missed.is_empty() {
        return Ok(());
    }
    Err(format!("these kinds of answers never came up: {missed:?}").into())
}

/// What differs and where, how to play that day alone, and the least of it that still differs.
async fn report(
    played: u64,
    seed: u64,
    day: Day,
    difference: Difference,
    homes: &mut Homes,
) -> Result<Box<dyn Error>, Box<dyn Error>> {
    let found = format!("after {played} steps, {}: {difference}", alone(seed));
    let (day, difference) = shortened(day, difference, homes).await?;
    Ok(format!("{found}\n\nshortened to\n{day}\n{difference}").into())
}

/// How to play one day alone.
fn alone(seed: u64) -> String {
    format!("on the day of --seed {seed} --steps 1")
}

/// Leaves out one event after the other, as long as the stores still differ.
async fn shortened(
    day: Day,
    difference: Difference,
    homes: &mut Homes,
) -> Result<(Day, Difference), Box<dyn Error>> {
    let mut shortest = day.until(difference.step);
    let mut difference = difference;
    for place in (0..shortest.steps()).rev() {
        let shorter = shortest.without(place);
        if let Err(still) = homes.play(&shorter).await? {
            shortest = shorter.until(still.step);
            difference = still;
        }
    }
    Ok((shortest, difference))
}
