//! What staff may want to know of a number before they send to it.

use countersign_core::desk::{Question, Reference};
use tauri::State;

use super::desk::parse_region;
use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{ChannelView, NumberAdvice};

/// What is known of a number that is typed. It sends nothing, and whether a code is sent does not wait for it.
#[tauri::command]
pub(crate) async fn advise_number(
    state: State<'_, DeskState>,
    typed: String,
    region: String,
    channel: ChannelView,
    reference: String,
    look_up: bool,
) -> Result<NumberAdvice, Fault> {
    let question = Question {
        typed: &typed,
        region: parse_region(&region)?,
        channel: channel.into(),
        // One that is too long is told where it is sent.
        reference: Reference::typed(&reference).unwrap_or_default(),
        look_up,
    };
    Ok(state.open_desk()?.desk().advise(question).await.into())
}
