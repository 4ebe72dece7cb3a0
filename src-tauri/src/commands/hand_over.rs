//! What the staff's window may ask of the customer's: to be opened, to ask for a code, to stop asking,
//! and how it stands there. Never what is typed.

use countersign_core::challenge::ChallengeId;
use countersign_core::settings::HandingOver;
use countersign_core::text::Language;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};

use super::desk::parse_challenge;
use crate::customer_seat::CustomerSeat;
use crate::customer_window;
use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::CustomerNews;

/// Opens the customer's window, which shows nothing about anybody until a challenge is handed over.
#[tauri::command]
pub(crate) async fn open_customer_window<R: Runtime>(
    app: AppHandle<R>,
    state: State<'_, DeskState>,
) -> Result<(), Fault> {
    require_offered(&state)?;
    customer_window::open(&app).map_err(|_| Fault::window())
}

/// Asks the customer for the code of a challenge, on their own screen. Answers whether it was still open.
#[tauri::command]
pub(crate) async fn hand_over<R: Runtime>(
    app: AppHandle<R>,
    state: State<'_, DeskState>,
    seat: State<'_, CustomerSeat>,
    challenge: String,
    language: Language,
) -> Result<bool, Fault> {
    require_offered(&state)?;
    let id: ChallengeId = parse_challenge(&challenge)?;
    let Ok(open) = state.open_desk()?.desk().open_challenge(id).await? else {
        return Ok(false);
    };
    seat.ask(open, language);
    if customer_window::open(&app).is_err() {
        seat.take_back();
        return Err(Fault::window());
    }
    Ok(true)
}

/// Asks the customer no more, and takes the keys back.
#[tauri::command]
pub(crate) async fn take_back<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, CustomerSeat>,
) -> Result<(), Fault> {
    if seat.take_back() {
        customer_window::return_to_staff(&app);
    }
    Ok(())
}

/// Tells how it stands at the customer's window, at once and on each change, and what came of each code
/// that was typed there, to the page that asked last. While nobody is asked, that window speaks
/// `language`.
#[tauri::command]
pub(crate) async fn watch_customer_window(
    seat: State<'_, CustomerSeat>,
    language: Language,
    news: Channel<CustomerNews>,
) -> Result<(), Fault> {
    seat.set_house_language(language);
    let mut told = seat.listen();
    while let Some(each) = told.recv().await {
        if news.send(each).is_err() {
            break;
        }
    }
    Ok(())
}

fn require_offered(state: &DeskState) -> Result<(), Fault> {
    match state.handing_over() {
        HandingOver::Offered | HandingOver::Usual => Ok(()),
        HandingOver::Off => Err(Fault::argument("This desk has no customer's window.")),
    }
}
