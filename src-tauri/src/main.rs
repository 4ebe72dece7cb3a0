//! x
fn main() { let _ = tauri::generate_context!(); }
