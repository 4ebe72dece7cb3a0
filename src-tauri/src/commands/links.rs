//! Links that fill in step 1.

use tauri::State;
use tauri::ipc::Channel;

use crate::fault::Fault;
use crate::links::Links;
use crate::view::LinkNews;

/// Tells the link that waits and each that comes, until another page listens. It fills in nothing.
#[tauri::command]
pub(crate) async fn watch_links(
    links: State<'_, Links>,
    news: Channel<LinkNews>,
) -> Result<(), Fault> {
    links
        .listen(|received| news.send(received.into()).is_ok())
        .await;
    Ok(())
}

/// Staff have decided about a link: it is not told again.
#[tauri::command]
pub(crate) async fn forget_link(links: State<'_, Links>, id: u32) -> Result<(), Fault> {
    links.forget(id);
    Ok(())
}
