//! The least that a Tauri window can be, with Tauri's own settings. It says when its page is painted, in the app's
//! words, so that both are measured by the same.

mod ready;

fn main() -> Result<(), tauri::Error> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![ready::ready])
        .run(tauri::generate_context!())
}
