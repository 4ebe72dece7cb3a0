//! The staged tests, at the admin's word: run, watched stage by stage, and stopped.

use std::sync::Arc;

use countersign_core::doctor::{Doctor, Examination, Finding, Of};
use countersign_core::phone::{PhoneNumber, Region};
use countersign_core::sinch::transport::Timeouts;
use countersign_core::time::SystemClock;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use tauri::State;
use tauri::ipc::Channel;
use tokio::sync::watch;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{CheckView, Checks, ChecksOf};

/// Which run of the tests is under way: a newer one, or the admin's word, ends it.
pub(crate) struct ChecksUnderWay(watch::Sender<u64>);

impl Default for ChecksUnderWay {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl ChecksUnderWay {
    fn stop(&self) {
        self.0.send_modify(|run| *run += 1);
    }

    /// Ends the run before, and resolves when this one is to end.
    fn begin(&self) -> impl Future<Output = ()> + use<> {
        self.stop();
        let mut runs = self.0.subscribe();
        let this = *runs.borrow_and_update();
        async move {
            // The sender lives as long as the app.
            let _ = runs.wait_for(|run| *run != this).await;
        }
    }
}

/// Runs the tests and tells each stage. With a phone, a live text is sent to it. Dropped when they are
/// stopped, wherever they are.
#[tauri::command]
pub(crate) async fn run_checks(
    state: State<'_, DeskState>,
    under_way: State<'_, ChecksUnderWay>,
    of: ChecksOf,
    phone: Option<String>,
    region: String,
    checks: Channel<CheckView>,
) -> Result<Checks, Fault> {
    state.admin()?;
    let examination = Examination {
        of: of.into(),
        settings: state.effective().await?,
        store_file: state.store_file(),
        phone: phone.map(|typed| read(&typed, &region)).transpose()?,
    };
    let stopped = under_way.begin();
    let vault = state.vault().clone();
    let clock = Arc::new(SystemClock);
    let doctor = Doctor::new(state.place(), Timeouts::default(), vault, clock);
    let mut randomness = UnwrapErr(SysRng);
    // A window that has gone away hears nothing.
    let tell = |finding: &Finding| drop(checks.send(finding.into()));
    tokio::select! {
        diagnosis = doctor.run(&examination, &mut randomness, tell) => Ok(diagnosis.into()),
        () = stopped => Ok(Checks::STOPPED),
    }
}

/// Ends the tests, if any run.
#[tauri::command]
pub(crate) async fn stop_checks(
    state: State<'_, DeskState>,
    under_way: State<'_, ChecksUnderWay>,
) -> Result<(), Fault> {
    state.admin()?;
    under_way.stop();
    Ok(())
}

fn read(typed: &str, region: &str) -> Result<PhoneNumber, Fault> {
    let region: Region = region
        .parse()
        .map_err(|_| Fault::argument("Not a region: two letters are expected."))?;
    PhoneNumber::parse(typed, region).map_err(|error| Fault::phone(&error))
}

impl From<ChecksOf> for Of {
    fn from(of: ChecksOf) -> Self {
        match of {
            ChecksOf::Sinch => Self::Sinch,
            ChecksOf::Store => Self::Store,
            ChecksOf::All => Self::All,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn a_run_ends_at_the_admins_word_or_when_another_begins() {
        let under_way = ChecksUnderWay::default();
        let first = under_way.begin();
        let second = under_way.begin();
        first.await;
        let third = tokio::time::timeout(Duration::from_millis(20), second);
        assert!(third.await.is_err(), "nobody stopped it");
        let last = under_way.begin();
        under_way.stop();
        last.await;
    }
}
