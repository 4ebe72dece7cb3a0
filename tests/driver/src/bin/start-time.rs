//! Measures how long the app takes to a window that can be used: each start on a display of its own.
//! It prints what it measured and judges nothing.
#![expect(
    clippy::print_stdout,
    reason = "printing the figures is what it is for"
)]

#[cfg(target_os = "linux")]
mod measure {
    use std::path::PathBuf;

    use clap::Parser;
    use countersign_driver::{Error, start_time};

    /// Starts Countersign several times and prints the time to its first view.
    #[derive(Debug, Parser)]
    pub(crate) struct Arguments {
        /// The app's executable
        #[arg(long)]
        binary: PathBuf,
        /// How many starts are counted, after one that is not
        #[arg(long, default_value_t = 9)]
        runs: usize,
    }

    pub(crate) async fn measure(arguments: Arguments) -> Result<(), Error> {
        start_time::measure(&arguments.binary).await?;
        let mut times = Vec::new();
        for _ in 0..arguments.runs.max(1) {
            times.push(start_time::measure(&arguments.binary).await?.as_millis());
        }
        times.sort_unstable();
        let median = times[times.len() / 2];
        let (least, most) = (times[0], times[times.len() - 1]);
        println!(
            "start to first view, {} starts: median {median} ms ({least} to {most} ms)",
            times.len()
        );
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
