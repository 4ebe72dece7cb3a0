//! A desk at work: its settings, a Sinch in its place, and what an admin enters there. It is entered by the admin's
//! commands and not by their pages, which are no state of the staff's screen.

use std::time::{Duration, Instant};

use countersign_driver::Window;
use countersign_sandbox::{Credentials, Fault, Outcome, Sandbox};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::error::Error;

/// A desk whose secrets are complete opens within this.
const OPENED: Duration = Duration::from_secs(40);
/// A page that has not begun anew for so long has done so.
const SETTLED: Duration = Duration::from_secs(2);

/// Settings of a desk at work, with both products of Sinch.
pub(crate) fn settings(name: &str) -> String {
    let Credentials {
        application_key,
        service_plan,
        ..
    } = Credentials::default();
    json!({
        "version": 2,
        "mode": "live",
        "desk": { "id": format!("{:032x}", 1), "name": name },
        "organisation": { "name": "Harbour Clinic", "home": "US" },
        "sinch": {
            "verification": { "applicationKey": application_key },
            "sms": { "kind": "servicePlan", "region": "eu", "plan": service_plan },
        },
        "store": { "kind": "embedded" },
    })
    .to_string()
}

/// A Sinch whose carriers fail at the first five training numbers.
pub(crate) async fn failing_sandbox() -> Result<Sandbox, Error> {
    let options = countersign_sandbox::Options::default();
    let sandbox = Sandbox::start(options).await?;
    for ending in 0..5 {
        let fault = Fault::Number {
            to: format!("+1202555010{ending}"),
            outcome: Outcome::CarrierFailure,
        };
        sandbox
            .set_fault(fault)
            .map_err(|_| Error::NotHere("such number"))?;
    }
    Ok(sandbox)
}

/// What leads the app to that Sinch.
pub(crate) fn variable(sandbox: &Sandbox) -> (String, String) {
    let address = sandbox.address().to_string();
    ("COUNTERSIGN_SANDBOX".to_owned(), address)
}

/// Enters Sinch's secrets for the session, and waits until the desk is open.
pub(crate) async fn enter_secrets(window: &Window) -> Result<(), Error> {
    let Credentials {
        application_secret,
        service_plan_token,
        ..
    } = Credentials::default();
    set_passcode(window).await?;
    for (name, value) in [
        ("sinchApplicationSecret", application_secret),
        ("sinchSmsToken", service_plan_token),
    ] {
        let secret = json!({ "name": name, "value": value, "keep": "session" });
        give(window, "replace_secret", secret).await?;
    }
    wait_until_settled(window).await
}

/// Sets the supervisor's passcode for the session. The page begins anew, to know of it.
pub(crate) async fn set_supervisors_passcode(window: &Window, passcode: &str) -> Result<(), Error> {
    set_passcode(window).await?;
    let given = json!({ "passcode": passcode, "keep": "session" });
    give(window, "set_supervisor_passcode", given).await?;
    window.execute("location.reload()", vec![]).await?;
    wait_until_settled(window).await
}

async fn set_passcode(window: &Window) -> Result<(), Error> {
    let given = json!({ "passcode": "orchard-5820", "keep": "session" });
    give(window, "set_passcode", given).await
}

/// Gives a command as the page would. A page that begins anew meanwhile hears no answer: it is given again.
async fn give(window: &Window, command: &str, arguments: Value) -> Result<(), Error> {
    let script = "const [command, given, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, given).then(done, (fault) => done({ fault }))";
    let given = vec![json!(command), arguments];
    let answer = match window.execute_async(script, given.clone()).await {
        Ok(answer) => answer,
        Err(_) => {
            sleep(SETTLED).await;
            window.execute_async(script, given).await?
        }
    };
    if answer.get("fault").is_some() {
        return Err(Error::NotHere("command that works"));
    }
    Ok(())
}

/// Each secret opens the desk anew, and then its page begins anew: a key that is pressed just then is lost.
async fn wait_until_settled(window: &Window) -> Result<(), Error> {
    let begun = Instant::now();
    let mut page = Value::Null;
    while begun.elapsed() < OPENED {
        let began = window
            .execute("return performance.timeOrigin", vec![])
            .await;
        match began {
            Ok(now) if now == page => return Ok(()),
            Ok(now) => page = now,
            // Between two pages there is none to ask.
            Err(_) => page = Value::Null,
        }
        sleep(SETTLED).await;
    }
    Err(Error::NotHere("page that rests"))
}
