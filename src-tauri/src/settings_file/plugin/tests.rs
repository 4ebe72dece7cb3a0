//! The app's way to the file, through the plugin, in an app without a window.

use std::fs;

use tauri::App;
use tauri::test::{MockRuntime, mock_builder, mock_context, noop_assets};
use tempfile::TempDir;

use super::super::write;
use super::*;

fn app() -> App<MockRuntime> {
    mock_builder()
        .plugin(tauri_plugin_store::Builder::new().build())
        .build(mock_context(noop_assets()))
        .unwrap()
}

fn loaded(folder: &TempDir) -> Result<Settings, SettingsFault> {
    load(app().handle(), folder.path(), &mut rand::rng())
}

fn begun_anew(folder: &TempDir) -> Result<Settings, SettingsFault> {
    begin_anew(app().handle(), folder.path(), &mut rand::rng())
}

fn in_file(folder: &TempDir) -> Option<String> {
    fs::read_to_string(folder.path().join(FILE)).ok()
}

fn put(folder: &TempDir, text: &str) {
    fs::write(folder.path().join(FILE), text).unwrap();
}

#[test]
fn the_first_settings_are_written_and_then_kept() {
    let folder = TempDir::new().unwrap();
    let first = loaded(&folder).unwrap();
    let written = in_file(&folder);
    assert_eq!(loaded(&folder).unwrap(), first);
    assert_eq!(in_file(&folder), written);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_app_writes_the_bytes_that_the_command_line_writes() {
    let [app_s, command_line_s] = [(); 2].map(|()| TempDir::new().unwrap());
    let settings = Settings::first(&mut rand::rng());
    save(app().handle(), app_s.path(), &settings).unwrap();
    write(command_line_s.path(), &settings).unwrap();
    assert_eq!(in_file(&app_s), in_file(&command_line_s));
    assert!(in_file(&app_s).is_some());
}

#[test]
fn a_damaged_file_is_kept_aside_and_reported_until_new_settings_are_asked_for() {
    for damaged in ["", "{", "\0\0\0\0", r#"{"version":2,"#] {
        let folder = TempDir::new().unwrap();
        put(&folder, damaged);
        let Err(SettingsFault::KeptAside { kept, error }) = loaded(&folder) else {
            panic!("{damaged:?}");
        };
        assert!(
            error.is_some_and(|error| error.spot.is_some()),
            "{damaged:?}"
        );
        assert_eq!(fs::read_to_string(&kept).unwrap(), damaged);
        assert_eq!(in_file(&folder), None);

        let Err(SettingsFault::KeptAside { kept: still, .. }) = loaded(&folder) else {
            panic!("{damaged:?} was forgotten");
        };
        assert_eq!(still, kept);

        let anew = begun_anew(&folder).unwrap();
        assert_eq!(loaded(&folder).unwrap(), anew);
        assert!(kept.exists());
    }
}

#[test]
fn a_file_that_is_put_back_in_order_ends_the_report() {
    let folder = TempDir::new().unwrap();
    let settings = Settings::first(&mut rand::rng());
    put(&folder, "{");
    assert!(loaded(&folder).is_err());
    write(folder.path(), &settings).unwrap();
    assert_eq!(loaded(&folder).unwrap(), settings);
}

#[test]
fn a_file_that_is_wrongly_filled_in_stays_until_new_settings_are_asked_for() {
    let folder = TempDir::new().unwrap();
    let wrong = r#"{"version":2}"#;
    put(&folder, wrong);
    assert!(matches!(loaded(&folder), Err(SettingsFault::Unusable(_))));
    assert_eq!(in_file(&folder).as_deref(), Some(wrong));
    begun_anew(&folder).unwrap();
    let kept = aside::newest(folder.path()).unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), wrong);
}

#[test]
fn a_later_versions_file_is_never_moved() {
    let folder = TempDir::new().unwrap();
    let later = r#"{"version":3,"something":"new"}"#;
    put(&folder, later);
    for read in [loaded, begun_anew] {
        let Err(SettingsFault::Unusable(error)) = read(&folder) else {
            panic!("it was used");
        };
        assert_eq!(error.problem, SettingsProblem::Newer);
        assert_eq!(in_file(&folder).as_deref(), Some(later));
    }
    assert_eq!(aside::newest(folder.path()), None);
}

#[test]
fn settings_that_can_be_used_are_not_thrown_away_for_new_ones() {
    let folder = TempDir::new().unwrap();
    let settings = loaded(&folder).unwrap();
    assert_eq!(begun_anew(&folder).unwrap(), settings);
}
