//! What the staff's window does all day.

use countersign_core::challenge::ChallengeId;
use countersign_core::desk::{Again, News, Reference, Request, Watched};
use countersign_core::phone::Region;
use countersign_core::text::Language;
use serde::Deserialize;
use tauri::State;
use tauri::ipc::Channel;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{
    ChallengeView, ChannelView, Checked, DeliveryNews, DeskNews, NumberReading, Requested,
    RouteView, StartUp, WatchedView,
};

/// Step 1 as it was filled in.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CodeRequest {
    typed: String,
    region: String,
    channel: ChannelView,
    route: Option<RouteView>,
    reference: Option<String>,
}

#[tauri::command]
pub(crate) async fn start_up(state: State<'_, DeskState>) -> Result<StartUp, Fault> {
    Ok(StartUp::of(&state.opened().await?))
}

/// Opens a desk where there is none, by what settings and keyring say now.
#[tauri::command]
pub(crate) async fn open_again(state: State<'_, DeskState>) -> Result<(), Fault> {
    state.try_again().await;
    Ok(())
}

/// Begins with first settings, in training, where the file of settings can't be used. That file is kept.
/// Where the settings are well, nothing is changed.
#[tauri::command]
pub(crate) async fn begin_with_new_settings(state: State<'_, DeskState>) -> Result<(), Fault> {
    Ok(state.begin_with_new_settings().await?)
}

/// Tells whenever another desk takes the place of the one that the window knows, as long as the window
/// listens.
#[tauri::command]
pub(crate) async fn watch_desk(
    state: State<'_, DeskState>,
    opening: Option<u32>,
    news: Channel<DeskNews>,
) -> Result<(), Fault> {
    let mut known = opening.unwrap_or_else(|| state.openings());
    loop {
        known = state.reopened(known).await;
        if news.send(DeskNews::Reopened).is_err() {
            return Ok(());
        }
    }
}

#[tauri::command]
pub(crate) async fn read_number(
    state: State<'_, DeskState>,
    typed: String,
    region: String,
    channel: ChannelView,
) -> Result<NumberReading, Fault> {
    let open = state.open_desk()?;
    let read = open
        .desk()
        .read_number(&typed, parse_region(&region)?, channel.into());
    Ok(NumberReading::of(read))
}

#[tauri::command]
pub(crate) async fn request_code(
    state: State<'_, DeskState>,
    request: CodeRequest,
) -> Result<Requested, Fault> {
    let reference = Reference::typed(request.reference.as_deref().unwrap_or_default())
        .map_err(|_| Fault::argument("The reference has at most 64 characters."))?;
    let request = Request {
        typed: &request.typed,
        region: parse_region(&request.region)?,
        channel: request.channel.into(),
        route: request.route.map(Into::into),
        reference,
        language: Language::En,
    };
    Ok(state.open_desk()?.desk().request(request).await?.into())
}

#[tauri::command]
pub(crate) async fn resend_code(
    state: State<'_, DeskState>,
    challenge: String,
    channel: ChannelView,
    retry: bool,
) -> Result<Requested, Fault> {
    let again = if retry { Again::Retry } else { Again::Resend };
    let id = parse_challenge(&challenge)?;
    let open = state.open_desk()?;
    let sent = open.desk().send_again(id, channel.into(), again).await?;
    Ok(sent.into())
}

#[tauri::command]
pub(crate) async fn check_code(
    state: State<'_, DeskState>,
    challenge: String,
    typed: String,
) -> Result<Checked, Fault> {
    let id = parse_challenge(&challenge)?;
    let open = state.open_desk()?;
    let checked = open.desk().check(id, &typed).await?;
    Ok(Checked::of(&checked, open.now()))
}

/// Asks once more what became of a try whose answer was lost. Never tries a code.
#[tauri::command]
pub(crate) async fn check_again(
    state: State<'_, DeskState>,
    challenge: String,
) -> Result<Checked, Fault> {
    let id = parse_challenge(&challenge)?;
    let open = state.open_desk()?;
    let checked = open.desk().check_again(id).await?;
    Ok(Checked::of(&checked, open.now()))
}

#[tauri::command]
pub(crate) async fn cancel_challenge(
    state: State<'_, DeskState>,
    challenge: String,
) -> Result<bool, Fault> {
    let id = parse_challenge(&challenge)?;
    Ok(state.open_desk()?.desk().cancel(id).await?)
}

#[tauri::command]
pub(crate) async fn open_challenges(
    state: State<'_, DeskState>,
) -> Result<Vec<ChallengeView>, Fault> {
    let open = state.open_desk()?.desk().open_challenges().await?;
    Ok(open.into_iter().map(Into::into).collect())
}

/// Tells how the site's challenges stand, at once and on each change, as long as the window listens.
#[tauri::command]
pub(crate) async fn watch_challenges(
    state: State<'_, DeskState>,
    challenges: Channel<WatchedView>,
) -> Result<(), Fault> {
    let tell = |watched: Watched| challenges.send(watched.into()).is_ok();
    loop {
        let open = state.open_desk()?;
        tokio::select! {
            () = open.desk().watch(tell) => return Ok(()),
            () = state.replaced(&open) => {}
        }
    }
}

/// Tells each change of a challenge's newest send; answers when there is nothing more to tell.
#[tauri::command]
pub(crate) async fn follow_delivery(
    state: State<'_, DeskState>,
    challenge: String,
    news: Channel<DeliveryNews>,
) -> Result<(), Fault> {
    // A window that has gone away hears nothing; the challenge's end ends the following.
    let tell = |change: News| drop(news.send(change.into()));
    let id = parse_challenge(&challenge)?;
    Ok(state.open_desk()?.desk().follow(id, tell).await?)
}

/// The phone field has focus: a request is near.
#[tauri::command]
pub(crate) async fn warm_up(state: State<'_, DeskState>) -> Result<(), Fault> {
    state.open_desk()?.desk().warm_up().await;
    Ok(())
}

fn parse_region(text: &str) -> Result<Region, Fault> {
    text.parse()
        .map_err(|_| Fault::argument("Not a region: two letters are expected."))
}

fn parse_challenge(text: &str) -> Result<ChallengeId, Fault> {
    text.parse()
        .map_err(|_| Fault::argument("Not a challenge's id."))
}
