//! The command line's way to the file; the app's is tested in the real window.

use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use tempfile::TempDir;

use super::*;

fn first() -> Settings {
    Settings::first(&mut UnwrapErr(SysRng))
}

fn files(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn the_folder_is_the_one_that_tauri_gives_the_app() {
    let config: serde_json::Value =
        serde_json::from_str(include_str!("../../../tauri.conf.json")).unwrap();
    assert_eq!(config["identifier"], APP);
}

#[test]
fn what_was_written_is_read_and_nothing_is_left_beside_it() {
    let folder = TempDir::new().unwrap();
    let below = folder.path().join("new");
    assert_eq!(read(&below).unwrap(), None);
    for settings in [first(), first()] {
        write(&below, &settings).unwrap();
        assert_eq!(read(&below).unwrap(), Some(settings));
        assert_eq!(files(&below), [FILE]);
    }
}

#[test]
fn what_cant_be_written_leaves_the_old_settings() {
    let folder = TempDir::new().unwrap();
    let old = first();
    write(folder.path(), &old).unwrap();
    let in_the_way = Replacement::of(folder.path(), FILE).unwrap();
    fs::create_dir(in_the_way.path()).unwrap();
    assert!(matches!(
        write(folder.path(), &first()),
        Err(SettingsFault::Unwritten(_))
    ));
    assert_eq!(read(folder.path()).unwrap(), Some(old));
}

#[test]
fn a_file_that_is_none_is_told_from_one_that_holds_something_else() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(FILE);
    fs::write(&file, "{").unwrap();
    assert!(matches!(
        read(folder.path()),
        Err(SettingsFault::Unusable(_))
    ));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(matches!(
        read(folder.path()),
        Err(SettingsFault::Unreadable(_))
    ));
}
