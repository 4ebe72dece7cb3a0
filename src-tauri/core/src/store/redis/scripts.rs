//! The Lua scripts: what each consists of. What they do is written in them.

use super::link::Script;

macro_rules! scripts {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// All steps there are. Each is the ledger's text, the book's, a page's and its own.
        pub(super) struct Scripts {
            $($(#[$doc])* pub(super) $name: Script,)+
        }

        impl Scripts {
            pub(super) fn load() -> Self {
                Self {
                    $($name: Script::new(stringify!($name), text_of!($name)),)+
                }
            }
        }

        /// The texts of all steps.
        #[cfg(test)]
        pub(super) const TEXTS: &[&str] = &[$(text_of!($name)),+];
    };
}

macro_rules! text_of {
    ($name:ident) => {
        concat!(
            include_str!("ledger.lua"),
            "\n",
            include_str!("book.lua"),
            "\n",
            include_str!("page.lua"),
            "\n",
            include_str!(concat!(stringify!($name), ".lua")),
        )
    };
}

scripts! {
    reserve,
    settle,
    check,
    count_try,
    finish,
    cancel,
    take_over,
    standing,
    open,
    remembers,
    note,
    notes,
    recover,
    /// In a Cluster only, as all that follow.
    take,
    put_back,
    contents,
}
