//! Plays the main job in the real window, as a newcomer would: number in, code out, verdict shown.
//! `cargo xtask run` runs it where there is no display; it is not a test, it stops at the first thing amiss.
#![expect(clippy::print_stdout, reason = "telling each step is what it is for")]

#[cfg(target_os = "linux")]
mod main_job {
    use std::path::{Path, PathBuf};
    use std::time::{Duration, Instant};

    use clap::Parser;
    use countersign_driver::{Desk, Error, Options, Verdict, View, Window};

    /// A training number whose texts arrive in a second.
    const NUMBER: &str = "+1 202 555 0100";
    const TEXT_LIMIT: Duration = Duration::from_secs(30);

    /// Plays Countersign's main job in a window on a virtual display.
    #[derive(Debug, Parser)]
    pub(crate) struct Arguments {
        /// The app's executable
        #[arg(long)]
        binary: PathBuf,
        /// The folder for the three pictures
        #[arg(long)]
        screenshots: PathBuf,
    }

    pub(crate) async fn play(arguments: Arguments) -> Result<(), Error> {
        let Arguments {
            binary,
            screenshots,
        } = arguments;
        std::fs::create_dir_all(&screenshots).map_err(|source| Error::File {
            path: screenshots.clone(),
            source,
        })?;
        let start = Instant::now();
        let window = Window::open(Options::new(binary)).await?;
        let desk = Desk::new(&window);
        desk.wait_for_view(View::Request).await?;
        println!(
            "The window opened in {:.1} s and asks for a number.",
            start.elapsed().as_secs_f32()
        );

        desk.type_number(NUMBER).await?;
        println!("Typed the training number {NUMBER}.");
        let number = picture(&window, &screenshots, "1-number.png").await?;

        window.press(countersign_driver::Key::Enter).await?;
        desk.wait_for_view(View::Code).await?;
        println!("Pressed Enter: the desk asks for the code.");
        let sent = Instant::now();
        let code = desk.code_on_phone(TEXT_LIMIT).await?;
        println!(
            "The text arrived on the drawn phone after {:.1} s.",
            sent.elapsed().as_secs_f32()
        );
        let arrived = picture(&window, &screenshots, "2-code.png").await?;

        desk.type_code(&code).await?;
        println!("Typed the code from the drawn phone.");
        desk.check(Verdict::Verified).await?;
        println!("Pressed Enter: the desk says that the number is verified.");
        let verdict = picture(&window, &screenshots, "3-verdict.png").await?;

        window.close().await?;
        println!("Closed the window. It looked like this:");
        for path in [number, arrived, verdict] {
            println!("{}", path.display());
        }
        Ok(())
    }

    async fn picture(window: &Window, folder: &Path, name: &str) -> Result<PathBuf, Error> {
        let path = folder.join(name);
        window.screenshot(&path).await?;
        Ok(path)
    }
}

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use clap::Parser as _;

    let arguments = main_job::Arguments::parse();
    let played = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|source| countersign_driver::Error::Start {
            program: "tokio",
            source,
        })
        .and_then(|runtime| runtime.block_on(main_job::play(arguments)));
    match played {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            println!("The main job did not go through: {}", sentence(&error));
            std::process::ExitCode::FAILURE
        }
    }
}

/// The error and what caused it, in one line.
#[cfg(target_os = "linux")]
fn sentence(error: &dyn std::error::Error) -> String {
    std::iter::successors(error.source(), |cause| cause.source())
        .fold(error.to_string(), |sentence, cause| {
            format!("{sentence}: {cause}")
        })
}

#[cfg(not(target_os = "linux"))]
fn main() -> std::process::ExitCode {
    println!("The main job is played on Linux only: there is no virtual display here.");
    std::process::ExitCode::FAILURE
}
