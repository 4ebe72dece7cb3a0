//! The ends that are no proof, and the supervisor's passcode: asked for at the desk, set on the admin's pages.

use countersign_core::admin_lock::{Passcode, Salt};
use countersign_core::desk::{Remark, UnverifiedBecause};
use countersign_core::policy::Overrides;
use countersign_core::supervisor::Asked;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use secrecy::SecretString;
use tauri::State;

use super::desk::parse_challenge;
use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{
    EndedView, EndingView, KeepIn, PasscodeSet, SupervisorStatusView, UnverifiedReason,
};

/// Ends a challenge whose customer could not be verified.
#[tauri::command]
pub(crate) async fn end_unverified(
    state: State<'_, DeskState>,
    challenge: String,
    because: UnverifiedReason,
    remark: String,
) -> Result<EndedView, Fault> {
    let id = parse_challenge(&challenge)?;
    let remark = parse_remark(&remark)?;
    let because = UnverifiedBecause::from(because);
    let open = state.open_desk()?;
    let ended = open.desk().end_unverified(id, because, remark).await?;
    Ok(ended.into())
}

/// Accepts a customer without proof, at the word of a supervisor who gives the passcode and a reason.
#[tauri::command]
pub(crate) async fn override_challenge(
    state: State<'_, DeskState>,
    challenge: String,
    passcode: SecretString,
    reason: String,
) -> Result<EndedView, Fault> {
    let id = parse_challenge(&challenge)?;
    let open = state.open_desk()?;
    match open.desk().policy().overrides {
        Overrides::Never => return Ok(EndedView::NotAllowed),
        Overrides::Supervisor => {}
    }
    let Some(reason) = parse_remark(&reason)? else {
        return Ok(EndedView::NoReason);
    };
    match state.supervisor().ask(passcode).await? {
        Asked::Granted(leave) => {
            let ended = open.desk().accept_unproven(id, leave, reason).await?;
            Ok(ended.into())
        }
        Asked::Wrong { wait } => Ok(EndedView::wrong(wait)),
        Asked::Wait { wait } => Ok(EndedView::wait(wait)),
    }
}

/// How a challenge was ended without proof, at whatever desk of the site; nothing where nobody said so.
#[tauri::command]
pub(crate) async fn how_it_ended(
    state: State<'_, DeskState>,
    challenge: String,
) -> Result<Option<EndingView>, Fault> {
    let id = parse_challenge(&challenge)?;
    let open = state.open_desk()?;
    Ok(open.desk().ending_of(id).await.map(Into::into))
}

/// Whether a supervisor's passcode is set at this desk. For the admin's pages.
#[tauri::command]
pub(crate) async fn supervisor_status(
    state: State<'_, DeskState>,
) -> Result<SupervisorStatusView, Fault> {
    state.admin()?;
    Ok(state.supervisor().status().await?.into())
}

/// Sets the supervisor's passcode, the first or another.
#[tauri::command]
pub(crate) async fn set_supervisor_passcode(
    state: State<'_, DeskState>,
    passcode: SecretString,
    keep: KeepIn,
) -> Result<PasscodeSet, Fault> {
    state.admin()?;
    let passcode = match Passcode::new(passcode) {
        Ok(passcode) => passcode,
        Err(unfit) => return Ok(PasscodeSet::unfit(unfit)),
    };
    let salt = Salt::draw(&mut UnwrapErr(SysRng));
    let supervisor = state.supervisor();
    supervisor.set_passcode(passcode, keep.into(), salt).await?;
    Ok(PasscodeSet::Set)
}

/// Forgets the supervisor's passcode: then nothing can be left to one at this desk.
#[tauri::command]
pub(crate) async fn forget_supervisor_passcode(state: State<'_, DeskState>) -> Result<(), Fault> {
    state.admin()?;
    Ok(state.supervisor().forget_passcode().await?)
}

fn parse_remark(text: &str) -> Result<Option<Remark>, Fault> {
    Remark::typed(text).map_err(|_| Fault::argument("A remark has at most 200 characters."))
}
