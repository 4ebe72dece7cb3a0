//! What a program for Windows asks of other libraries and offers to others, as MinGW's objdump reads it. A library that
//! Windows does not have would keep the app from starting on every desk but the developer's.

use std::path::Path;

use crate::failure::Failure;
use crate::program;
use crate::run::text;

const OBJDUMP: &str = "x86_64-w64-mingw32-objdump";
/// The libraries that the program asks for, in lower case. All are Windows' own, from Windows 10 on, but for
/// `webview2loader.dll`, which lies beside the program.
const EXPECTED: [&str; 25] = [
    "advapi32.dll",
    "api-ms-win-core-synch-l1-2-0.dll",
    "api-ms-win-core-winrt-error-l1-1-0.dll",
    "bcrypt.dll",
    "bcryptprimitives.dll",
    "combase.dll",
    "comctl32.dll",
    "crypt32.dll",
    "dwmapi.dll",
    "gdi32.dll",
    "imm32.dll",
    "kernel32.dll",
    "ktmw32.dll",
    "msvcrt.dll",
    "ntdll.dll",
    "ole32.dll",
    "oleaut32.dll",
    "propsys.dll",
    "rpcrt4.dll",
    "shell32.dll",
    "shlwapi.dll",
    "user32.dll",
    "userenv.dll",
    "webview2loader.dll",
    "ws2_32.dll",
];

/// A program's tables.
pub(super) struct Executable {
    imports: Vec<String>,
    exports: Vec<String>,
}

impl Executable {
    pub(super) fn read(program: &Path) -> Result<Self, Failure> {
        let tables = program::read(OBJDUMP, &["--private-headers", &text(program)])?;
        Ok(Self::of(&tables))
    }

    /// What `objdump --private-headers` prints: a line `DLL Name: …` for each library that it asks for, and after the
    /// heading of the name table a line for each name that it offers.
    fn of(tables: &str) -> Self {
        let imports = tables
            .lines()
            .filter_map(|line| line.trim().strip_prefix("DLL Name: "))
            .map(str::to_lowercase);
        let exports = tables
            .lines()
            .skip_while(|line| !line.contains("[Ordinal/Name Pointer] Table"))
            .skip(1)
            .map_while(|line| line.trim().strip_prefix('['))
            .filter_map(|line| line.split_whitespace().last())
            .map(str::to_owned);
        let mut this = Self {
            imports: imports.collect(),
            exports: exports.collect(),
        };
        this.imports.sort_unstable();
        this.imports.dedup();
        this
    }

    /// Refuses any library that is not on the list, and a list that is longer than the truth.
    pub(super) fn check_imports(&self) -> Result<(), Failure> {
        println!("{}", self.imports.join(" "));
        let unexpected: Vec<&str> = self
            .imports
            .iter()
            .map(String::as_str)
            .filter(|library| !EXPECTED.contains(library))
            .collect();
        let absent: Vec<&str> = EXPECTED
            .into_iter()
            .filter(|library| !self.imports.iter().any(|import| import == library))
            .collect();
        if unexpected.is_empty() && absent.is_empty() {
            return Ok(());
        }
        Err(Failure::Refused(format!(
            "Unexpected: {unexpected:?}; expected and not asked for: {absent:?}"
        )))
    }

    /// A program has nothing to offer.
    pub(super) fn check_exports(&self) -> Result<(), Failure> {
        if self.exports.is_empty() {
            println!("None.");
            return Ok(());
        }
        Err(Failure::Refused(format!("It exports {:?}", self.exports)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As binutils 2.40 prints them, shortened.
    const TABLES: &str = "
The Import Tables (interpreted .idata section contents)
 00009000\t00009050 00000000 00000000 00009344 00009120

\tDLL Name: KERNEL32.dll
\tvma:  Hint/Ord Member-Name Bound-To
\t9204\t  283  DeleteCriticalSection

\tDLL Name: ADVAPI32.dll
\tvma:  Hint/Ord Member-Name Bound-To
\t91f0\t 1805  SystemFunction036

\tDLL Name: KERNEL32.dll
\tvma:  Hint/Ord Member-Name Bound-To
\t9204\t  283  CreateFileW
";

    #[test]
    fn a_library_is_named_once_however_often_it_is_asked() {
        let executable = Executable::of(TABLES);
        assert_eq!(executable.imports, ["advapi32.dll", "kernel32.dll"]);
        assert!(executable.check_exports().is_ok());
    }

    #[test]
    fn a_library_that_is_not_on_the_list_is_refused() {
        let expected: String = EXPECTED
            .iter()
            .map(|library| format!("\tDLL Name: {library}\n"))
            .collect();
        assert!(Executable::of(&expected).check_imports().is_ok());
        let more = format!("{expected}\tDLL Name: libgcc_s_seh-1.dll\n");
        assert!(Executable::of(&more).check_imports().is_err());
        assert!(Executable::of("").check_imports().is_err());
    }

    #[test]
    fn what_is_offered_is_refused() {
        let tables = "
[Ordinal/Name Pointer] Table
\t[   0] ProcessPrng

The Function Table (interpreted .pdata section contents)
";
        let executable = Executable::of(tables);
        assert_eq!(executable.exports, ["ProcessPrng"]);
        assert!(executable.check_exports().is_err());
    }
}
