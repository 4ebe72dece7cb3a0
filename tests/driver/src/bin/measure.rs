//! Measures start and memory of the app beside those of another program, in turns, so that what else the machine does
//! meets both. It prints figures and ratios and judges nothing.
#![expect(
    clippy::print_stdout,
    reason = "printing the figures is what it is for"
)]

#[cfg(target_os = "linux")]
mod measure {
    use std::fmt;
    use std::path::PathBuf;
    use std::time::Duration;

    use clap::Parser;
    use countersign_driver::Error;
    use countersign_driver::start_time::{self, Start};

    /// After its first view, a window is left alone so long before its memory is read.
    const IDLE: Duration = Duration::from_secs(5);

    /// Starts two programs in turns, and prints their times to the first view, their memory, and the ratios.
    #[derive(Debug, Parser)]
    pub(crate) struct Arguments {
        /// The app's executable
        #[arg(long)]
        binary: PathBuf,
        /// What it is measured beside
        #[arg(long)]
        beside: PathBuf,
        /// How many starts of each are counted, after one that is not
        #[arg(long, default_value_t = 9)]
        runs: usize,
    }

    /// What was measured of one program: milliseconds, and KiB.
    #[derive(Default)]
    struct Figures {
        starts: Vec<u64>,
        memories: Vec<u64>,
    }

    impl Figures {
        fn add(&mut self, start: Start) {
            self.starts.push(start.took_ms);
            self.memories.push(start.memory_kib);
        }

        fn print(&self, name: &str) {
            let (start, memory) = (Spread::of(&self.starts), Spread::of(&self.memories));
            println!("{name:<12}  start {start} ms, memory {memory} KiB");
        }

        /// Ratios of the medians to those of `other`.
        fn ratios(&self, other: &Self) -> (f64, f64) {
            (
                ratio(&self.starts, &other.starts),
                ratio(&self.memories, &other.memories),
            )
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "both are far below 2^52")]
    fn ratio(ours: &[u64], theirs: &[u64]) -> f64 {
        Spread::of(ours).median as f64 / Spread::of(theirs).median as f64
    }

    struct Spread {
        least: u64,
        median: u64,
        most: u64,
    }

    impl Spread {
        /// Of what was measured; there is always something.
        fn of(values: &[u64]) -> Self {
            let mut sorted = values.to_owned();
            sorted.sort_unstable();
            Self {
                least: sorted[0],
                median: sorted[sorted.len() / 2],
                most: sorted[sorted.len() - 1],
            }
        }
    }

    impl fmt::Display for Spread {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            let Self {
                least,
                median,
                most,
            } = self;
            write!(formatter, "{median} ({least} to {most})")
        }
    }

    pub(crate) async fn measure(arguments: Arguments) -> Result<(), Error> {
        let Arguments {
            binary,
            beside,
            runs,
        } = arguments;
        start_time::measure(&binary).await?;
        start_time::measure(&beside).await?;
        let (mut app, mut other) = (Figures::default(), Figures::default());
        for _ in 0..runs.max(1) {
            app.add(start_time::measure_idle(&binary, IDLE).await?);
            other.add(start_time::measure_idle(&beside, IDLE).await?);
        }
        println!(
            "medians of {} starts (least to most), memory as PSS of all processes {} s after the first view",
            runs.max(1),
            IDLE.as_secs()
        );
        app.print("Countersign");
        other.print("empty window");
        let (start, memory) = app.ratios(&other);
        println!("Countersign / empty window: start {start:.2}, memory {memory:.2}");
        Ok(())
    }
}

#[cfg(target_os = "linux")]
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), countersign_driver::Error> {
    use clap::Parser as _;
    measure::measure(measure::Arguments::parse()).await
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("Windows can be started for measuring on Linux only.");
}
