//! Pictures of states: taken of the display, made small, and shown on one page.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::process::Command;

use crate::error::Error;
use crate::look::Look;
use crate::state::State;
use crate::step::Step;
use crate::tours::TOURS;
use crate::walk::Scene;

/// More colours than the screen's own design has, with room for the edges of its letters.
const COLOURS: &str = "128";

/// Takes a picture of the state as it shows in this look, and puts it into `folder`.
///
/// # Errors
/// What the look, the display or the file fails with.
pub async fn take(scene: &mut Scene<'_>, look: Look, folder: &Path) -> Result<PathBuf, Error> {
    scene.look(look).await?;
    show_the_point(scene).await?;
    let path = folder.join(file_name(scene.state, look));
    scene
        .window()
        .screenshot(&path)
        .await
        .map_err(scene.here())?;
    shrink(&path).await?;
    Ok(path)
}

/// Where the page is longer than the window, scrolls to what the state is about, as the app does when it comes.
async fn show_the_point(scene: &Scene<'_>) -> Result<(), Error> {
    let script = "
        const points = [
            '#health-why', '#view-panel', '#practise[open] ul', '#link-notice p', '#refusal p', '#not-known', '#code-error:not(:empty)', '#number-error:not(:empty)', '#away[data-code]',
            '#unverified-error:not(:empty)', '#supervisor-reason-error:not(:empty)', '#supervisor-error:not(:empty)',
            '#waiting-none', '#waiting-filter:focus', '#other-ways', '#delivery-number:not(:empty)', '#advice',
        ];
        const point = points.flatMap((each) => [...document.querySelectorAll(each)]).find((each) => each.checkVisibility() && each.offsetHeight > 0);
        for (const room of [document.documentElement, document.querySelector('main')]) room.scrollTop = 0;
        point?.scrollIntoView({ block: 'nearest' });";
    let scrolled = scene.window().execute(script, vec![]).await;
    scrolled.map_err(scene.here())?;
    Ok(())
}

/// The picture's file, as in `code-wrong.dark-200.png`.
#[must_use]
pub fn file_name(state: &State, look: Look) -> String {
    format!("{}.{}.png", state.name, look.name())
}

/// Keeps no more colours than the picture needs, and nothing that is not seen.
async fn shrink(path: &Path) -> Result<(), Error> {
    let mut small = std::ffi::OsString::from("PNG8:");
    small.push(path);
    let status = Command::new("convert")
        .arg(path)
        .args(["-strip", "+dither", "-colors", COLOURS])
        .args(["-define", "png:compression-level=9"])
        .arg(small)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .status()
        .await
        .map_err(Error::file("convert"))?;
    if !status.success() {
        return Err(Error::Shrinking {
            path: path.to_owned(),
            status,
        });
    }
    Ok(())
}

/// A page with the pictures that were taken, in narrow windows or not, state by state, and how to get to each.
///
/// # Errors
/// [`Error::File`] when it can't be written.
pub fn write_index(folder: &Path, narrow: bool) -> Result<PathBuf, Error> {
    let mut page = String::from(HEAD);
    for tour in TOURS {
        let mut way: Vec<&Step> = Vec::new();
        for state in tour.states {
            way.extend(state.steps);
            let looks = state.screen.looks(narrow).into_iter();
            let figures: String = looks
                .map(|look| (look.name(), file_name(state, look)))
                .filter(|(_, file)| folder.join(file).is_file())
                .map(|(look, file)| figure(&look, &file))
                .collect();
            if figures.is_empty() {
                continue;
            }
            let steps: Vec<_> = way.iter().map(ToString::to_string).collect();
            // Writing to a string does not fail.
            let _ = write!(
                page,
                "<section><h2 id=\"{0}\">{1} <code>{0}</code></h2>\n<details><summary>How to get there</summary><p>{2}</p></details>\n{figures}</section>\n",
                state.name,
                escaped(state.title),
                escaped(&steps.join("; ")),
            );
        }
    }
    page.push_str("</body>\n</html>\n");
    let path = folder.join("index.html");
    std::fs::write(&path, page).map_err(Error::file(&path))?;
    Ok(path)
}

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<title>Countersign: every state of the screen</title>
<style>
body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; background: #e8e8e8; color: #191d23; }
section { margin-block: 2rem; }
figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top; }
img { display: block; max-width: 46vw; border: 1px solid #999; }
</style>
</head>
<body>
<h1>Every state of the screen</h1>
";

fn figure(look: &str, file: &str) -> String {
    format!(
        "<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"\" loading=\"lazy\"></a><figcaption>{look}</figcaption></figure>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_shows_the_pictures_that_are_there_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let state = &TOURS[0].states[0];
        let taken = file_name(state, Look::USUAL);
        std::fs::write(folder.path().join(&taken), "").unwrap();
        let path = write_index(folder.path(), false).unwrap();
        let page = std::fs::read_to_string(path).unwrap();
        assert_eq!(page.matches("<img").count(), 1);
        assert!(page.contains(&taken), "{page}");
    }
}
