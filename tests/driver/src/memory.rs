//! What memory the app and its page take, and what can be done with it: its processes' as /proc tells of them, and the nodes
//! of the page's document. It reads and judges nothing.

use std::fs;

use crate::error::Error;
use crate::window::Window;

/// The process of WebKitGTK in which a page lives.
const PAGE_PROCESS: &str = "WebKitWebProcess";

/// What a page takes at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Memory {
    /// Resident memory of the page's process, in KiB (`VmRSS` of proc(5)).
    pub resident_kib: u64,
    /// Nodes of its document: elements, texts and comments.
    pub nodes: u64,
}

/// What the page takes now.
///
/// # Errors
/// [`Error::NotRunning`] when the app or the page's process has ended; [`Error::Command`] when the page does not answer.
pub async fn of_page(window: &Window) -> Result<Memory, Error> {
    let counted = "
        const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
        let nodes = 1;
        while (walker.nextNode()) nodes += 1;
        return nodes;";
    let nodes = window.read(counted, vec![]).await?;
    let resident_kib = window
        .processes()?
        .into_iter()
        .find(|&id| is_page(id))
        .and_then(resident_kib)
        .ok_or_else(|| Error::NotRunning {
            binary: PAGE_PROCESS.into(),
        })?;
    Ok(Memory {
        resident_kib,
        nodes,
    })
}

/// Every part of the memory of the app's processes that can be both written and executed, as a line of `maps` of proc(5).
///
/// # Errors
/// [`Error::NotRunning`] when the app has ended.
pub fn written_and_executed(window: &Window) -> Result<Vec<String>, Error> {
    let processes = window.processes()?;
    let maps = processes
        .into_iter()
        .filter_map(|id| fs::read_to_string(format!("/proc/{id}/maps")).ok());
    Ok(maps
        .flat_map(|map| map.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| can_be_both(line))
        .collect())
}

/// `7f552fffe000-7f5570000000 rwxp 00000000 00:00 0`
fn can_be_both(line: &str) -> bool {
    let permissions = line.split(' ').nth(1).unwrap_or_default();
    permissions.contains('w') && permissions.contains('x')
}

/// What a process and all below it take, in KiB: pages that they share count by their share (`Pss` of proc(5)). One that
/// has ended takes nothing.
pub(crate) fn of_family(ancestor: u32) -> u64 {
    let family = crate::process::below(ancestor)
        .into_iter()
        .chain([ancestor]);
    family.filter_map(proportional_kib).sum()
}

fn proportional_kib(id: u32) -> Option<u64> {
    kib_of(
        "Pss:",
        &fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?,
    )
}

fn is_page(id: u32) -> bool {
    crate::process::executable(id)
        .is_some_and(|program| program.file_name().is_some_and(|name| name == PAGE_PROCESS))
}

fn resident_kib(id: u32) -> Option<u64> {
    kib_of(
        "VmRSS:",
        &fs::read_to_string(format!("/proc/{id}/status")).ok()?,
    )
}

/// The number in the line that begins so.
fn kib_of(field: &str, text: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(field))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_from_its_line() {
        let status = "Name:\tWebKit\nVmHWM:\t  9000 kB\nVmRSS:\t  8123 kB\nThreads:\t9\n";
        assert_eq!(kib_of("VmRSS:", status), Some(8123));
        assert_eq!(kib_of("VmRSS:", "Name:\tWebKit\n"), None);
    }

    #[test]
    fn code_that_can_be_written_is_told_from_code_and_from_data() {
        assert!(can_be_both(
            "7f552fffe000-7f5570000000 rwxp 00000000 00:00 0"
        ));
        assert!(!can_be_both(
            "559ec4a00000-559ec4a01000 r-xp 00000000 fe:00 1 /usr/bin/rwx"
        ));
        assert!(!can_be_both(
            "7f5570000000-7f5570021000 rw-p 00000000 00:00 0"
        ));
        assert!(!can_be_both(""));
    }

    #[test]
    fn this_process_takes_some() {
        let id = std::process::id();
        assert!(resident_kib(id).is_some_and(|resident| resident > 100));
        assert!(of_family(id) > 100);
    }
}
