//! The commands that the window may give: parse, ask the desk, answer. Which window may give which is
//! in `src-tauri/permissions` and `tauri.conf.json`.

use tauri::Runtime;
use tauri::ipc::Invoke;

mod admin;
mod checks;
mod desk;
mod health;
mod roll_out;
mod secrets;
mod settings;
mod texts;
mod training;
mod window;

pub(crate) use checks::ChecksUnderWay;

/// All commands. A test holds this list, the permissions and `ui/ipc.js` together.
pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        desk::start_up,
        desk::open_again,
        desk::begin_with_new_settings,
        desk::watch_desk,
        desk::read_number,
        desk::request_code,
        desk::resend_code,
        desk::check_code,
        desk::check_again,
        desk::cancel_challenge,
        desk::open_challenges,
        desk::watch_challenges,
        desk::follow_delivery,
        desk::warm_up,
        training::watch_training_phone,
        training::skip_training_time,
        window::window_ready,
        admin::admin_status,
        admin::set_passcode,
        admin::unlock_admin,
        admin::lock_admin,
        settings::read_settings,
        settings::save_settings,
        secrets::replace_secret,
        secrets::forget_secret,
        texts::preview_text,
        texts::look_at_credential,
        health::watch_health,
        roll_out::bundle_place,
        roll_out::export_bundle,
        roll_out::look_into_bundle,
        roll_out::import_bundle,
        roll_out::site_key_plan,
        roll_out::plan_site_key,
        window::size_text,
        checks::run_checks,
        checks::stop_checks,
    ]
}
