//! An hour in front of a waiting list: its clocks tick five times a second, and the page takes no more memory for it.
//!
//! The hour is made short by the page's own clock: `performance.now` and the timers of this page run fifty times as
//! fast, so that every tick of an hour runs, through the code that ships, in a little more than a minute. The store
//! keeps real time: whenever the page's rows have run out by its fast clock, the page asks the store again, as it
//! does when its window gets the focus, and the rows are there once more. So rows also come and go far more often
//! than in a real hour.

use std::time::{Duration, Instant};

use countersign_driver::memory::{self, Memory};
use countersign_driver::{Desk, Error, Key, View, Window};
use countersign_servers::tell;
use serde_json::json;

use crate::{SOON, open};

/// How many times as fast the page's clock runs.
const PACE: u32 = 50;

/// Rows tick five times a second.
const TICKS_OF_AN_HOUR: u64 = 5 * 3_600;

/// What WebKit takes for its caches, and the engine to compile what runs often, it takes once.
const TICKS_TO_WARM_UP: u64 = TICKS_OF_AN_HOUR / 4;

/// Customers who wait meanwhile.
const CUSTOMERS: u32 = 10;

/// Shorter than the fast clock takes for the life of a code.
const ASK_AGAIN: Duration = Duration::from_secs(2);

/// In percent. What WebKit frees and when differs from run to run; a leak of a row a tick would be ten times that.
const MOST_GROWTH: f64 = 5.0;

/// What all rows in their last minute have more than others, twice; a leak of a node a tick would be 18,000.
const MOST_NODES: u64 = 2 * CUSTOMERS as u64;

async fn make_customers_wait(window: &Window) -> Result<(), Error> {
    let desk = Desk::new(window);
    for last_two in 5..5 + CUSTOMERS {
        desk.send_to(&format!("+46 70 174 06 {last_two:02}"))
            .await?;
        window.press(Key::Escape).await?;
        desk.wait_for_view(View::Request).await?;
    }
    let last = format!("#waiting-list li:nth-child({CUSTOMERS})");
    window.wait_for(&last, SOON).await
}

/// Has the page's clock and timers run at [`PACE`], and counts the ticks from now on.
async fn quicken(window: &Window) -> Result<(), Error> {
    let script = "
        const pace = arguments[0];
        const steady = performance.now.bind(performance);
        const begun = steady();
        performance.now = () => begun + (steady() - begun) * pace;
        window.ticks = 0;
        for (const name of ['setInterval', 'setTimeout']) {
            const later = window[name].bind(window);
            window[name] = (run, wait, ...given) =>
                later(() => { window.ticks += 1; run(...given); }, wait / pace);
        }";
    window.execute(script, vec![json!(PACE)]).await?;
    Ok(())
}

/// Lets the clocks tick so many times, and tells what the page took meanwhile.
async fn tick(window: &Window, ticks: u64) -> Result<Vec<Memory>, Error> {
    let mut samples = Vec::new();
    let before = counted(window).await?;
    while counted(window).await? < before + ticks {
        window
            .execute("window.dispatchEvent(new Event('focus'))", vec![])
            .await?;
        tokio::time::sleep(ASK_AGAIN).await;
        samples.push(memory::of_page(window).await?);
    }
    Ok(samples)
}

/// Seconds left of the first row, as it shows them.
async fn seconds_left(window: &Window) -> Result<u32, Error> {
    let time = window.text("#waiting-list li:first-child .time").await?;
    let (minutes, seconds) = time.split_once(':').expect("minutes and seconds");
    let [minutes, seconds] = [minutes, seconds].map(|part| part.parse().unwrap_or(0));
    Ok(minutes * 60 + seconds)
}

/// That the fast clock is the rows' clock, and not only the page's.
async fn rows_run_fast(window: &Window) -> Result<(), Error> {
    window
        .execute("window.dispatchEvent(new Event('focus'))", vec![])
        .await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let before = seconds_left(window).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let after = seconds_left(window).await?;
    assert!(
        before >= after + PACE / 2,
        "{before} s, {after} s a second later"
    );
    Ok(())
}

async fn counted(window: &Window) -> Result<u64, Error> {
    let ticks = window.execute("return window.ticks", vec![]).await?;
    Ok(ticks.as_u64().expect("a count"))
}

/// The middle one of the first or last few: one sample may fall just before memory is given back.
fn middle(samples: &[Memory]) -> u64 {
    let mut resident: Vec<u64> = samples.iter().map(|each| each.resident_kib).collect();
    resident.sort_unstable();
    resident[resident.len() / 2]
}

/// Of a few samples: a row says more in its last minute, and one sample may see many rows in theirs.
fn fewest_nodes(samples: &[Memory]) -> u64 {
    let nodes = samples.iter().map(|each| each.nodes);
    nodes.min().expect("a sample")
}

#[tokio::test]
async fn an_hour_of_ticking_takes_no_more_memory() -> Result<(), Error> {
    const FEW: usize = 5;
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    make_customers_wait(&window).await?;
    quicken(&window).await?;
    rows_run_fast(&window).await?;
    tick(&window, TICKS_TO_WARM_UP).await?;

    let begun = Instant::now();
    let samples = tick(&window, TICKS_OF_AN_HOUR).await?;
    assert!(samples.len() >= 2 * FEW, "{} samples", samples.len());
    let (before, after) = (
        middle(&samples[..FEW]),
        middle(&samples[samples.len() - FEW..]),
    );
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share, of some hundred thousand KiB"
    )]
    let growth = (after as f64 / before as f64 - 1.0) * 100.0;
    let (nodes_before, nodes_after) = (
        fewest_nodes(&samples[..FEW]),
        fewest_nodes(&samples[samples.len() - FEW..]),
    );
    tell(&format!(
        "{TICKS_OF_AN_HOUR} ticks of {CUSTOMERS} waiting rows, an hour's, in {} s: the page's process takes {before} KiB \
         before and {after} KiB after ({growth:+.1} %), its document {nodes_before} nodes and {nodes_after}",
        begun.elapsed().as_secs()
    ));
    assert!(growth <= MOST_GROWTH, "{growth:.1} %");
    assert!(
        nodes_after <= nodes_before + MOST_NODES,
        "{nodes_before} nodes, {nodes_after} an hour later"
    );
    Ok(())
}
