//! What the customer's window may ask for: what to show, and the outcome of the code that was typed
//! there. No command takes a challenge: it is the one that staff handed over.

use countersign_core::challenge::By;
use countersign_core::text::Language;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};

use crate::customer_seat::{CustomerSeat, Surroundings};
use crate::customer_window;
use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{Checked, CustomerView, CustomerWord};

/// Tells what to show, at once and on each change, as long as the window listens; and follows the
/// challenge that it shows.
#[tauri::command]
pub(crate) async fn customer_watch(
    state: State<'_, DeskState>,
    seat: State<'_, CustomerSeat>,
    view: Channel<CustomerView>,
) -> Result<(), Fault> {
    tokio::select! {
        () = show(&state, &seat, view) => {}
        () = follow(&state, &seat) => {}
    }
    Ok(())
}

async fn show(state: &DeskState, seat: &CustomerSeat, view: Channel<CustomerView>) {
    let mut changes = seat.changes();
    loop {
        let opening = state.openings();
        if view.send(seat.view(surroundings(state))).is_err() {
            return;
        }
        tokio::select! {
            () = changes.next() => {}
            () = seat.clear_when_read() => {}
            _ = state.reopened(opening) => {}
        }
    }
}

fn surroundings(state: &DeskState) -> Surroundings {
    let open = state.open_desk().ok();
    Surroundings {
        site: open
            .as_ref()
            .map_or_else(String::new, |open| open.desk().site().to_owned()),
        training: open.is_some_and(|open| open.training().is_some()),
        theme: state.theme(),
    }
}

/// Follows each challenge that is asked about until its turn is over: it may be sent again, be ended
/// elsewhere, or run out.
async fn follow(state: &DeskState, seat: &CustomerSeat) {
    loop {
        let turn = seat.next_asked().await;
        if let Ok(open) = state.open_desk() {
            let tell = |challenge| seat.refresh(turn, challenge);
            tokio::select! {
                verdict = open.desk().watch_one(turn.challenge, tell) => seat.end(turn, verdict),
                () = seat.over(turn) => {}
            }
        }
        seat.over(turn).await;
    }
}

/// Tries the code that the customer typed. What came of it is told where it is awaited: on the screen,
/// and to the staff.
#[tauri::command]
pub(crate) async fn customer_check<R: Runtime>(
    app: AppHandle<R>,
    state: State<'_, DeskState>,
    seat: State<'_, CustomerSeat>,
    typed: String,
) -> Result<(), Fault> {
    let Some(turn) = seat.begin_check() else {
        return Ok(());
    };
    let checked = async {
        let open = state.open_desk()?;
        let checked = open
            .desk()
            .check(turn.challenge, &typed, By::Customer)
            .await?;
        Ok::<_, Fault>((Checked::of(&checked, open.now()), checked))
    };
    match checked.await {
        Ok((shown, checked)) => seat.end_check(turn, &checked, shown),
        Err(fault) => seat.fail_check(turn, fault),
    }
    if seat.asked().is_none() {
        customer_window::return_to_staff(&app);
    }
    Ok(())
}

/// What the customer tells beside the code.
#[tauri::command]
pub(crate) async fn customer_tells<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, CustomerSeat>,
    word: CustomerWord,
) -> Result<(), Fault> {
    seat.hear(word);
    if word == CustomerWord::GiveBack {
        customer_window::return_to_staff(&app);
    }
    Ok(())
}

#[tauri::command]
pub(crate) async fn customer_choose_language(
    seat: State<'_, CustomerSeat>,
    language: Language,
) -> Result<(), Fault> {
    seat.choose_language(language);
    Ok(())
}

/// The first paint is done: shows the window.
#[tauri::command]
pub(crate) async fn customer_ready<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, CustomerSeat>,
) -> Result<(), Fault> {
    customer_window::show(&app, seat.asked().is_some()).map_err(|_| Fault::window())?;
    tracing::info!("the customer's window is ready");
    Ok(())
}
