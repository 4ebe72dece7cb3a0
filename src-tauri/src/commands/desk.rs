//! What the staff's window does all day.

use std::time::Instant;

use countersign_core::challenge::{By, ChallengeId};
use countersign_core::desk::{Again, News, Reference, Request, Watched};
use countersign_core::phone::Region;
use countersign_core::supervisor::Asked;
use countersign_core::text::Language;
use secrecy::SecretString;
use serde::Deserialize;
use tauri::State;
use tauri::ipc::Channel;

use crate::customer_seat::CustomerSeat;
use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::told_challenges::ToldChallenges;
use crate::view::{
    ChallengeView, ChannelView, Checked, DeliveryNews, DeskNews, NumberReading, Requested,
    RouteView, SiteDeliveryView, StartUp, TakenOver, WatchedView,
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
    /// Of the text or the call.
    language: Language,
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
    let (desk, region, channel) = (open.desk(), parse_region(&region)?, channel.into());
    let read = desk.read_number(&typed, region, channel);
    let meant = desk.suggestion(&typed, region, channel);
    let channels_for = |number: &_| desk.channels_for(number);
    Ok(NumberReading::of(read, meant.as_ref(), channels_for))
}

/// Asks for a code. With a supervisor's passcode, also for a number that the rules leave to a supervisor.
#[tauri::command]
pub(crate) async fn request_code(
    state: State<'_, DeskState>,
    request: CodeRequest,
    supervisor: Option<SecretString>,
) -> Result<Requested, Fault> {
    let reference = Reference::typed(request.reference.as_deref().unwrap_or_default())
        .map_err(|_| Fault::argument("The reference has at most 64 characters."))?;
    let request = Request {
        typed: &request.typed,
        region: parse_region(&request.region)?,
        channel: request.channel.into(),
        route: request.route.map(Into::into),
        reference,
        language: request.language,
    };
    let open = state.open_desk()?;
    let Some(passcode) = supervisor else {
        return Ok(open.desk().request(request).await?.into());
    };
    match state.supervisor().ask(passcode).await? {
        Asked::Granted(leave) => {
            let requested = open.desk().request_with_leave(request, leave).await?;
            Ok(requested.into())
        }
        Asked::Wrong { wait } => Ok(Requested::wrong_passcode(wait)),
        Asked::Wait { wait } => Ok(Requested::wait_for_passcode(wait)),
    }
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
    seat: State<'_, CustomerSeat>,
    challenge: String,
    typed: String,
) -> Result<Checked, Fault> {
    let id = parse_challenge(&challenge)?;
    let open = state.open_desk()?;
    let checked = open.desk().check(id, &typed, By::Staff).await?;
    seat.learn(id, &checked);
    Ok(Checked::of(&checked, open.now()))
}

/// Asks once more what became of a try whose answer was lost. Never tries a code.
#[tauri::command]
pub(crate) async fn check_again(
    state: State<'_, DeskState>,
    seat: State<'_, CustomerSeat>,
    challenge: String,
) -> Result<Checked, Fault> {
    let id = parse_challenge(&challenge)?;
    let open = state.open_desk()?;
    let checked = open.desk().check_again(id).await?;
    seat.learn(id, &checked);
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

/// Takes a challenge over from the desk that has it in hand.
#[tauri::command]
pub(crate) async fn take_over(
    state: State<'_, DeskState>,
    challenge: String,
) -> Result<TakenOver, Fault> {
    let id = parse_challenge(&challenge)?;
    Ok(state.open_desk()?.desk().take_over(id).await?.into())
}

/// Asks for a code as for a challenge that ran out lately: its number, by its channel.
#[tauri::command]
pub(crate) async fn request_anew(
    state: State<'_, DeskState>,
    challenge: String,
) -> Result<Requested, Fault> {
    let id = parse_challenge(&challenge)?;
    Ok(state.open_desk()?.desk().request_anew(id).await?.into())
}

/// Tells how the site's challenges stand, at once and on each change, until another desk takes the place of
/// this one: who hears of that asks anew.
#[tauri::command]
pub(crate) async fn watch_challenges(
    state: State<'_, DeskState>,
    challenges: Channel<WatchedView>,
) -> Result<(), Fault> {
    let mut told = ToldChallenges::default();
    let tell = |watched: Watched| {
        let news = told.news(watched, Instant::now());
        news.is_none_or(|news| challenges.send(news).is_ok())
    };
    let open = state.open_desk()?;
    tokio::select! {
        () = open.desk().watch(tell) => {}
        () = state.replaced(&open) => {}
    }
    Ok(())
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

/// Tells how deliveries fare at the site, channel by channel, at once and now and again, until another desk
/// takes the place of this one: who hears of that asks anew.
#[tauri::command]
pub(crate) async fn watch_site_deliveries(
    state: State<'_, DeskState>,
    deliveries: Channel<Vec<SiteDeliveryView>>,
) -> Result<(), Fault> {
    let open = state.open_desk()?;
    let watch = open.desk().watch_site_deliveries(|courses| {
        let told = courses.into_iter().map(Into::into).collect();
        deliveries.send(told).is_ok()
    });
    tokio::select! {
        () = watch => {}
        () = state.replaced(&open) => {}
    }
    Ok(())
}

/// The phone field has focus: a request is near.
#[tauri::command]
pub(crate) async fn warm_up(state: State<'_, DeskState>) -> Result<(), Fault> {
    state.open_desk()?.desk().warm_up().await;
    Ok(())
}

pub(super) fn parse_region(text: &str) -> Result<Region, Fault> {
    text.parse()
        .map_err(|_| Fault::argument("Not a region: two letters are expected."))
}

pub(super) fn parse_challenge(text: &str) -> Result<ChallengeId, Fault> {
    text.parse()
        .map_err(|_| Fault::argument("Not a challenge's id."))
}
