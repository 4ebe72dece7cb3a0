//! Closes a window of the app as its title bar does: by asking, which the app may answer as it likes. The
//! displays of these tests have no window manager to do it.

use x11rb::connection::Connection as _;
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, Window,
};
use x11rb::rust_connection::RustConnection;

/// As many bytes of a title as are read, in units of four.
const LONGEST_TITLE: u32 = 64;

/// Asks the window of that title to close; answers whether there is one.
///
/// # Errors
/// What the display says.
pub(crate) fn ask_to_close(display: &str, title: &str) -> Result<bool, ReplyOrIdError> {
    let (connection, screen) = x11rb::connect(Some(display)).map_err(closed)?;
    let root = connection.setup().roots[screen].root;
    let windows = connection.query_tree(root)?.reply()?.children;
    for window in windows {
        if title_of(&connection, window)? == title.as_bytes() {
            let message = delete(&connection, window)?;
            connection
                .send_event(false, window, EventMask::NO_EVENT, message)?
                .check()?;
            return Ok(true);
        }
    }
    Ok(false)
}

fn title_of(connection: &RustConnection, window: Window) -> Result<Vec<u8>, ReplyOrIdError> {
    let name = AtomEnum::WM_NAME;
    let property = connection.get_property(false, window, name, AtomEnum::ANY, 0, LONGEST_TITLE)?;
    Ok(property.reply()?.value)
}

/// ICCCM 4.2.8: how a window manager asks a window to close.
fn delete(
    connection: &RustConnection,
    window: Window,
) -> Result<ClientMessageEvent, ReplyOrIdError> {
    let atom = |name: &[u8]| -> Result<u32, ReplyOrIdError> {
        Ok(connection.intern_atom(false, name)?.reply()?.atom)
    };
    let data = [atom(b"WM_DELETE_WINDOW")?, x11rb::CURRENT_TIME, 0, 0, 0];
    let protocols = atom(b"WM_PROTOCOLS")?;
    Ok(ClientMessageEvent::new(32, window, protocols, data))
}

fn closed(_: x11rb::errors::ConnectError) -> ReplyOrIdError {
    x11rb::errors::ConnectionError::UnknownError.into()
}
