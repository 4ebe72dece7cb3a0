//! Where the window is and how large: remembered, and always in sight.

use countersign_driver::{Desk, Error, Home, Options, View, Window};
use serde_json::{Value, json};

use crate::{APP, SOON};

/// Where the place is written down, in the folder of configurations.
const FILE: &str = "io.countersign.desk/window.json";

async fn place(window: &Window) -> Result<Value, Error> {
    let place = "return [screenX, screenY, outerWidth, outerHeight]";
    window.execute(place, vec![]).await
}

async fn wait_for_place(window: &Window, expected: [u32; 4]) -> Result<(), Error> {
    let awaited = format!("a window at {expected:?}");
    window
        .wait_until(&awaited, SOON, async || {
            Ok(place(window).await? == json!(expected))
        })
        .await
}

/// Waits until the place that is written down is so far from the left.
async fn wait_until_written_down(window: &Window, left: u32) -> Result<(), Error> {
    let file = window.home().config_dir().join(FILE);
    window
        .wait_until("a place that is written down", SOON, async || {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let written: Value = serde_json::from_str(&text).unwrap_or_default();
            Ok(written["main"]["x"] == json!(left))
        })
        .await
}

async fn open_on(home: Home, width: u32, height: u32) -> Result<Window, Error> {
    let options = Options::new(APP).in_home(home).on_screen(width, height);
    let window = Window::open(options).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    Ok(window)
}

#[tokio::test]
async fn the_window_comes_back_where_it_was_and_always_in_sight() -> Result<(), Error> {
    let window = open_on(Home::new()?, 1600, 1000).await?;
    window.set_size(900, 640).await?;
    window.move_to(650, 300).await?;
    wait_for_place(&window, [650, 300, 900, 640]).await?;
    wait_until_written_down(&window, 650).await?;

    let window = open_on(window.close().await?, 1600, 1000).await?;
    wait_for_place(&window, [650, 300, 900, 640]).await?;

    // The large monitor is gone: what was at its right comes in, no further than it has to.
    let window = open_on(window.close().await?, 1280, 800).await?;
    wait_for_place(&window, [380, 160, 900, 640]).await?;

    // A monitor that is smaller than the window.
    let window = open_on(window.close().await?, 800, 600).await?;
    wait_for_place(&window, [0, 0, 800, 600]).await
}

/// What stands in the file is another program's word.
#[tokio::test]
async fn a_place_that_makes_no_sense_is_none() -> Result<(), Error> {
    for text in [
        "not json",
        "{}",
        r#"{"main":{"x":-90000,"y":90000,"width":4000000000,"height":1,"maximized":false}}"#,
    ] {
        let home = Home::new()?;
        let file = home.config_dir().join(FILE);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, text).expect("a file");
        let window = open_on(home, 1280, 800).await?;
        let shown = place(&window).await?;
        let [left, top, width, height] = [0, 1, 2, 3].map(|at| shown[at].as_i64().expect("pixels"));
        assert!(left >= 0 && top >= 0, "{text}: {shown}");
        assert!(
            left + width <= 1280 && top + height <= 800,
            "{text}: {shown}"
        );
        assert!(width >= 420 && height >= 560, "{text}: {shown}");
    }
    Ok(())
}
