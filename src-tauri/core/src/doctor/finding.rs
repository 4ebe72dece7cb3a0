//! What is looked at, step by step, and what came of each step. Plain data: words for people are the
//! front end's and the command line's.

use std::time::Duration;

use super::fact::Fact;
use super::remedy::Remedy;

macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($(#[$of:meta])* $name:ident = $stable:literal: $title:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum $kind {
            $($(#[$of])* $name,)*
        }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $stable,)*
                }
            }

            /// In English, for people.
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)*
                }
            }
        }
    };
}

named! {
    /// What is looked at, in the order in which it is.
    Subject {
        /// The settings, and the policy of this computer that overrides them.
        Settings = "settings": "Settings",
        /// The keyring with the secrets.
        Keyring = "keyring": "Keyring",
        /// Sinch Verification.
        SinchVerification = "sinchVerification": "Sinch Verification",
        /// Sinch SMS.
        SinchSms = "sinchSms": "Sinch SMS",
        /// The store.
        Store = "store": "Store",
    }
}

named! {
    /// One step of looking at a subject. Where one fails, those after it are passed over.
    Stage {
        /// The settings and credentials have the right shape.
        Settings = "settings": "settings can be used",
        /// The secrets that the settings ask for are kept.
        Secrets = "secrets": "secrets are kept",
        /// The files that are named or needed can be used.
        Files = "files": "files can be used",
        /// The name of the host, or of the proxy before it, is found.
        Name = "name": "name is found",
        /// The host, or the proxy before it, takes a connection.
        Connection = "connection": "connection is made",
        /// Encryption is agreed on, with a certificate that is trusted.
        Encryption = "encryption": "encryption is trusted",
        /// The clocks agree: less than a minute apart; from five minutes on, the stage fails.
        Clock = "clock": "clocks agree",
        /// The credentials are taken.
        Authentication = "authentication": "credentials are taken",
        /// What the desk must be allowed, it is.
        Permission = "permission": "all is allowed",
        /// What the store is told outlives a restart, and is not removed to make room.
        Durability = "durability": "what is kept stays kept",
        /// One real step of the store, on nobody's challenge.
        Step = "step": "a step is done",
        /// A text as it would be sent, without sending it.
        DryRun = "dryRun": "a text fits",
        /// A real text to the admin's own phone; only where one was given.
        Text = "text": "a text is taken",
        /// The way of that text to the phone.
        Delivery = "delivery": "the text arrives",
    }
}

named! {
    /// Why a stage was passed over.
    Skipped {
        /// A stage before it failed.
        Earlier = "earlier": "something before it failed",
        /// The secret that it takes is not there.
        NoSecret = "noSecret": "its secret is not there",
        /// A sandbox on this computer stands in for Sinch, in clear.
        Sandbox = "sandbox": "a sandbox stands in for Sinch",
        /// The settings ask for no encryption, and none is needed within this computer.
        InClear = "inClear": "it is on this computer, in clear",
        /// A socket of this computer has neither name nor encryption.
        Socket = "socket": "a socket of this computer needs none",
        /// The other side does not tell.
        NotTold = "notTold": "the other side does not tell",
        /// No phone was given to send to.
        NoPhone = "noPhone": "no phone was given",
        /// What it would send goes by the other product.
        OtherRoute = "otherRoute": "texts go by another way",
        /// There is no file yet: it is made when the desk goes live.
        NotYet = "notYet": "the store is made when the desk goes live",
    }
}

/// How a stage stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// It is under way.
    Running,
    /// All is well.
    Passed,
    /// The desk can work, and something ought to be done.
    Warned(Remedy),
    /// The desk can't work until something is done.
    Failed(Remedy),
    /// It was passed over.
    Skipped(Skipped),
}

impl State {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Passed => "passed",
            Self::Warned(_) => "warned",
            Self::Failed(_) => "failed",
            Self::Skipped(_) => "skipped",
        }
    }
}

/// What came of one stage, or how it comes along. Holds no secret, no code and no phone number.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What was looked at.
    pub subject: Subject,
    /// Which step it is.
    pub stage: Stage,
    /// How it stands.
    pub state: State,
    /// How long it took; zero as long as it has not ended.
    pub took: Duration,
    /// What was seen.
    pub facts: Vec<Fact>,
}

impl Finding {
    /// The one thing to do about it, if there is one.
    pub fn remedy(&self) -> Option<Remedy> {
        match self.state {
            State::Running | State::Passed | State::Skipped(_) => None,
            State::Warned(remedy) | State::Failed(remedy) => Some(remedy),
        }
    }
}
