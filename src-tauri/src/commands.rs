//! The commands that the window may give: parse, ask the desk, answer. Which window may give which is
//! in `src-tauri/permissions` and `tauri.conf.json`.

use tauri::Runtime;
use tauri::ipc::Invoke;

mod admin;
mod checks;
mod choices;
mod customer;
mod desk;
mod endings;
mod hand_over;
mod health;
mod links;
mod numbers;
mod roll_out;
mod secrets;
mod settings;
mod texts;
mod training;
mod updates;
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
        numbers::advise_number,
        desk::request_code,
        desk::resend_code,
        desk::check_code,
        desk::check_again,
        desk::cancel_challenge,
        desk::open_challenges,
        desk::take_over,
        desk::request_anew,
        desk::watch_challenges,
        desk::follow_delivery,
        desk::watch_site_deliveries,
        desk::warm_up,
        endings::end_unverified,
        endings::override_challenge,
        endings::how_it_ended,
        endings::supervisor_status,
        endings::set_supervisor_passcode,
        endings::forget_supervisor_passcode,
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
        updates::watch_updates,
        roll_out::bundle_place,
        roll_out::export_bundle,
        roll_out::look_into_bundle,
        roll_out::import_bundle,
        roll_out::site_key_plan,
        roll_out::plan_site_key,
        window::zoom_window,
        choices::read_choices,
        choices::keep_choices,
        links::watch_links,
        links::forget_link,
        choices::computer_language,
        checks::run_checks,
        checks::stop_checks,
        hand_over::open_customer_window,
        hand_over::hand_over,
        hand_over::take_back,
        hand_over::watch_customer_window,
        customer::customer_watch,
        customer::customer_check,
        customer::customer_tells,
        customer::customer_choose_language,
        customer::customer_ready,
    ]
}
