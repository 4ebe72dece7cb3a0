//! `countersign smoke-test`: does this installation work? Opens the real window, plays one training
//! verification through the real front end and the real IPC, and says what came of it. Not a test of
//! rules: those are in `tests/`.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Builder, Manager, Runtime};

use crate::shell::{self, Failure, Purpose};

/// For the whole play; a slow computer under a virtual display needs some seconds.
const TIME_ALLOWED: Duration = Duration::from_secs(60);
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// One thing to do in the page. Its script answers `true` once it is done; until then it is run again.
struct Step {
    name: &'static str,
    script: &'static str,
}

const STEPS: [Step; 4] = [
    Step {
        name: "type a training number and send",
        script: include_str!("smoke_test/send.js"),
    },
    Step {
        name: "read the code from the drawn phone and check it",
        script: include_str!("smoke_test/check.js"),
    },
    Step {
        name: "see the verdict",
        script: include_str!("smoke_test/verdict.js"),
    },
    Step {
        name: "go on to the next customer",
        script: include_str!("smoke_test/next.js"),
    },
];

/// Plays one training verification in the real window.
///
/// # Errors
/// [`Failure::SmokeTest`] names the step that was not reached; [`Failure::Window`] where no window
/// opens.
pub(crate) fn run() -> Result<(), Failure> {
    let app = shell::build(Builder::default(), shell::context(), Purpose::Rehearsal)?;
    let handle = app.handle().clone();
    let (told, outcome) = mpsc::channel();
    thread::spawn(move || {
        let played = play(&handle);
        // The receiver lives until the window is closed, which is what comes next.
        let _ = told.send(played);
        handle.exit(0);
    });
    app.run_return(|_, _| {});
    outcome
        .recv()
        .unwrap_or_else(|_| Err(Failure::SmokeTest("the window was closed".to_owned())))
}

fn play<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    let deadline = Instant::now() + TIME_ALLOWED;
    for step in &STEPS {
        while !done(app, step.script) {
            if Instant::now() > deadline {
                return Err(Failure::SmokeTest(format!("could not {}", step.name)));
            }
            thread::sleep(BETWEEN_LOOKS);
        }
    }
    Ok(())
}

/// Runs a step's script in the page. A window or a page that is not there yet answers nothing.
fn done<R: Runtime>(app: &AppHandle<R>, script: &str) -> bool {
    let Some(window) = app.get_webview_window("main") else {
        return false;
    };
    let (told, answer) = mpsc::channel();
    let tell = move |json: String| {
        // Too late an answer has nobody to hear it.
        let _ = told.send(json);
    };
    window.eval_with_callback(script, tell).is_ok()
        && answer
            .recv_timeout(Duration::from_secs(2))
            .is_ok_and(|json| json == "true")
}
