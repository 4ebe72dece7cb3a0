//! The program around the window: what the command line says, a second start, a start after a crash.

use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use countersign_driver::memory;
use countersign_driver::{Desk, Error, Home, Options, Seat, Verdict, View, Window};
use tokio::time::timeout;

use crate::{APP, SOON, WELL, open};

/// The smoke test gives itself a minute.
const SMOKE_TEST: Duration = Duration::from_secs(80);

/// Runs the program where there is no display at all.
fn without_display(arguments: &[&str]) -> Output {
    Command::new(APP)
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn it_tells_its_version_without_a_display() {
    let output = without_display(&["--version"]);
    assert!(output.status.success());
    let expected = concat!("countersign ", env!("CARGO_PKG_VERSION"));
    assert_eq!(said(&output.stdout).trim(), expected);
}

#[test]
fn its_help_names_the_smoke_test() {
    let output = without_display(&["--help"]);
    assert!(output.status.success());
    let help = said(&output.stdout);
    assert!(help.contains("smoke-test"), "{help}");
    assert!(help.contains("training"), "{help}");
}

#[test]
fn an_unknown_argument_is_refused_by_name() {
    let output = without_display(&["--number=1"]);
    assert_eq!(output.status.code(), Some(2));
    let error = said(&output.stderr);
    assert!(error.contains("--number"), "{error}");
}

#[test]
fn without_a_display_one_sentence_says_what_to_do() {
    for arguments in [&[][..], &["smoke-test"]] {
        let output = without_display(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        let error = said(&output.stderr);
        assert_eq!(error.trim_end().lines().count(), 1, "{error}");
        assert!(error.contains("no display"), "{error}");
        assert!(error.contains("xvfb-run"), "{error}");
    }
}

#[tokio::test]
async fn the_smoke_test_plays_a_verification_and_stores_nothing() -> Result<(), Error> {
    let seat = Seat::start(Home::new()?, vec![]).await?;
    let running = seat.command(Path::new(APP)).arg("smoke-test").output();
    let output = timeout(SMOKE_TEST, running)
        .await
        .expect("it ends by itself")
        .expect("it starts");
    assert!(output.status.success(), "{}", said(&output.stderr));
    let kept = files_below(&seat.home().path());
    let ours = |path: &&String| path.contains("training.sqlite3") || path.ends_with(".log");
    assert_eq!(kept.iter().find(ours), None);
    Ok(())
}

fn files_below(folder: &Path) -> Vec<String> {
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .flat_map(|path| match path.is_dir() {
            true => files_below(&path),
            false => vec![path.display().to_string()],
        })
        .collect()
}

#[tokio::test]
async fn a_second_start_ends_and_leaves_the_first_at_work() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let first = window.app_pid()?;

    let starting = window.seat().command(Path::new(APP)).output();
    let second = timeout(SOON, starting)
        .await
        .expect("it ends by itself")
        .expect("it starts");
    assert!(second.status.success(), "{}", said(&second.stderr));

    assert_eq!(window.app_pid()?, first);
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn after_a_kill_it_starts_and_works_again() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    desk.code_on_phone(SOON).await?;
    let home = window.kill();

    let window = Window::open(Options::new(APP).in_home(home)).await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    assert!(!window.find("#waiting").await?, "training begins anew");
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn the_window_opens_painted_and_as_large_as_it_should() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    // The window is shown once its page is laid out; the frame that it is then painted with comes a moment later.
    window
        .wait_until("a first paint", SOON, async || {
            let painted = "return performance.getEntriesByType('paint').length > 0";
            Ok(window.execute(painted, vec![]).await? == true)
        })
        .await?;
    let shown = window
        .execute(
            "return [document.visibilityState, innerWidth, innerHeight]",
            vec![],
        )
        .await?;
    assert_eq!(shown, serde_json::json!(["visible", 1040, 680]));
    Ok(())
}

/// A window in which a verification was played, so that its scripts have run.
async fn at_work(options: Options) -> Result<Window, Error> {
    let window = Window::open(options).await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    Ok(window)
}

#[tokio::test]
async fn no_memory_can_be_both_written_and_executed() -> Result<(), Error> {
    let window = at_work(Options::new(APP)).await?;
    let found = memory::written_and_executed(&window)?;
    assert_eq!(found, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn what_whoever_starts_it_tells_the_web_engine_counts() -> Result<(), Error> {
    let mut options = Options::new(APP);
    options.env.push(("JSC_useJIT".into(), "1".into()));
    let window = at_work(options).await?;
    assert!(!memory::written_and_executed(&window)?.is_empty());
    Ok(())
}
