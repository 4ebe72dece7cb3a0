//! Training mode only: the phone that is drawn beside the desk, and its time.

use std::time::Duration;

use tauri::State;
use tauri::ipc::Channel;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::training::TimeIsShared;
use crate::view::PhoneMessage;

/// As much time as can be skipped at once: a day, the longest window of any limit.
const LONGEST_SKIP: Duration = Duration::from_secs(24 * 60 * 60);

/// Tells each message that arrives on the drawn phone, those already there first.
#[tauri::command]
pub(crate) async fn watch_training_phone(
    state: State<'_, DeskState>,
    messages: Channel<PhoneMessage>,
) -> Result<(), Fault> {
    let desk = state.open_desk()?;
    let training = desk.training().ok_or_else(Fault::not_training)?;
    let tell = |message| messages.send(message).is_ok();
    tokio::select! {
        () = training.watch_phone(tell) => {}
        () = state.replaced(&desk) => {}
    }
    Ok(())
}

/// Lets time pass for the training desk, its store and its Sinch alike. A store that goes by its own
/// time can't be told to: then no time passes at all.
#[tauri::command]
pub(crate) async fn skip_training_time(
    state: State<'_, DeskState>,
    seconds: u32,
) -> Result<(), Fault> {
    let step = Duration::from_secs(seconds.into());
    if step > LONGEST_SKIP {
        return Err(Fault::argument("At most a day can be skipped at once."));
    }
    let desk = state.open_desk()?;
    let training = desk.training().ok_or_else(Fault::not_training)?;
    training
        .skip(step)
        .map_err(|TimeIsShared| Fault::time_is_shared())
}
