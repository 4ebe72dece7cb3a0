//! What an admin should know of a store's state, by stable codes. The words are the screen's.

use std::time::Duration;

use super::report::{Flushing, Memory, Persistence, Replica, Replication, Report};
use super::{Home, Inspection, Latency, Permissions, Shared, Way};
use crate::time::SignedDuration;

/// The oldest Redis that has all that the scripts need.
const OLDEST: [u32; 2] = [6, 2];

/// Staff compare the countdown with no other clock, but logs are read side by side.
const CLOCK_TOLERANCE: Duration = Duration::from_secs(2);

/// A check is one question. Beyond this, staff feel that the store is slow and not Sinch.
const SLOW: Duration = Duration::from_millis(200);

/// Something about a store that an admin should know. None of them keeps the desk from working.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum StoreWarning {
    /// Redis is older than 6.2.
    OldVersion(String),
    /// Others on the way can read and change what desk and store tell each other.
    NotEncrypted,
    /// A full memory makes it forget locks, counts and open challenges. All keys have a time to live,
    /// so that only `noeviction` keeps them.
    EvictsKeys {
        /// Its policy.
        policy: String,
    },
    /// A restart may bring an older state back: a code that was just used could be used once more
    /// within its life.
    LosesLastWrites,
    /// A restart forgets everything: open challenges end, locks and counts are gone. No code comes back.
    NoPersistence,
    /// It could not write to its disk the last time.
    LastSaveFailed,
    /// The desks' user lacks something, as the access rule writes it.
    MissingPermissions(Vec<String>),
    /// The desks' user may do what no desk needs.
    TooManyPermissions,
    /// The two clocks differ; positive where the store's is ahead.
    ClockOff(SignedDuration),
    /// One answer of a hundred takes longer than a customer should notice.
    SlowAnswers(Duration),
    /// Fewer replicas are being fed than the settings ask for: every step will count as unknown.
    TooFewReplicas {
        /// What the settings ask for.
        asked: u8,
        /// How many there are.
        online: usize,
    },
    /// Four fifths of its memory are used. When it is full it refuses to work.
    AlmostFull,
}

impl StoreWarning {
    /// The warning's stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OldVersion(_) => "store.old-version",
            Self::NotEncrypted => "store.not-encrypted",
            Self::EvictsKeys { .. } => "store.evicts-keys",
            Self::LosesLastWrites => "store.loses-last-writes",
            Self::NoPersistence => "store.no-persistence",
            Self::LastSaveFailed => "store.last-save-failed",
            Self::MissingPermissions(_) => "store.missing-permissions",
            Self::TooManyPermissions => "store.too-many-permissions",
            Self::ClockOff(_) => "store.clock-off",
            Self::SlowAnswers(_) => "store.slow-answers",
            Self::TooFewReplicas { .. } => "store.too-few-replicas",
            Self::AlmostFull => "store.almost-full",
        }
    }
}

impl Inspection {
    /// What follows from the facts, each warning once. Nothing follows from what is unknown.
    pub fn warnings(&self) -> Vec<StoreWarning> {
        let mut found = match &self.home {
            Home::Embedded { .. } => Vec::new(),
            Home::Redis(shared) => shared.warnings(),
        };
        if self.latency.is_slow() {
            found.push(StoreWarning::SlowAnswers(self.latency.p99));
        }
        found
    }
}

impl Latency {
    /// Whether staff would feel it.
    pub(crate) fn is_slow(&self) -> bool {
        self.p99 > SLOW
    }
}

impl Shared {
    /// What follows from the facts, each warning once.
    pub(crate) fn warnings(&self) -> Vec<StoreWarning> {
        let mut found = Vec::new();
        match self.way {
            Way::Encrypted | Way::WithinComputer => {}
            Way::Clear => found.push(StoreWarning::NotEncrypted),
        }
        found.extend(self.permissions.warnings());
        if let Some(offset) = self.clock_offset
            && offset.unsigned_abs() > CLOCK_TOLERANCE
        {
            found.push(StoreWarning::ClockOff(offset));
        }
        for server in &self.servers {
            for warning in server.warnings(self.replicas_asked) {
                if !found.contains(&warning) {
                    found.push(warning);
                }
            }
        }
        found
    }
}

impl Permissions {
    fn warnings(&self) -> Vec<StoreWarning> {
        let Self::Known {
            missing,
            has_too_many,
        } = self
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        if !missing.is_empty() {
            found.push(StoreWarning::MissingPermissions(missing.clone()));
        }
        if *has_too_many {
            found.push(StoreWarning::TooManyPermissions);
        }
        found
    }
}

impl Report {
    fn warnings(&self, replicas_asked: u8) -> Vec<StoreWarning> {
        let old = self.version.iter().filter(|version| is_old(version));
        let evicts = self
            .eviction
            .iter()
            .filter(|policy| *policy != "noeviction");
        let mut found: Vec<_> = old.cloned().map(StoreWarning::OldVersion).collect();
        found.extend(evicts.map(|policy| StoreWarning::EvictsKeys {
            policy: policy.clone(),
        }));
        if let Some(persistence) = &self.persistence {
            found.extend(persistence.warnings(replicas_asked));
        }
        if let Some(Replication::Primary { replicas }) = &self.replication {
            found.extend(too_few(replicas, replicas_asked));
        }
        if self.memory.is_some_and(Memory::is_almost_full) {
            found.push(StoreWarning::AlmostFull);
        }
        found
    }
}

impl Persistence {
    fn warnings(self, replicas_asked: u8) -> Vec<StoreWarning> {
        let mut found = Vec::new();
        if self.loses_last_writes(replicas_asked) {
            found.push(StoreWarning::LosesLastWrites);
        }
        if self.append_only.is_none() && self.snapshots == Some(false) {
            found.push(StoreWarning::NoPersistence);
        }
        if self.last_failed {
            found.push(StoreWarning::LastSaveFailed);
        }
        found
    }

    /// Whether a restart may bring an older state back.
    fn loses_last_writes(self, replicas_asked: u8) -> bool {
        match self.append_only {
            Some(Flushing::Always | Flushing::Unknown) => false,
            // Lost only with the whole computer; by the time that is back, a replica has taken over.
            Some(Flushing::EverySecond | Flushing::Never) => replicas_asked == 0,
            // A primary that is back before anybody missed it makes its replicas copy the old state.
            None => self.snapshots != Some(false),
        }
    }
}

impl Memory {
    fn is_almost_full(self) -> bool {
        self.limit
            .is_some_and(|limit| self.used.saturating_mul(5) >= limit.saturating_mul(4))
    }
}

fn too_few(replicas: &[Replica], asked: u8) -> Option<StoreWarning> {
    let online = replicas.iter().filter(|replica| replica.is_online).count();
    (online < usize::from(asked)).then_some(StoreWarning::TooFewReplicas { asked, online })
}

/// A version that can't be read is not called old.
fn is_old(version: &str) -> bool {
    let parts: Vec<u32> = version
        .split('.')
        .map_while(|part| part.parse().ok())
        .collect();
    matches!(parts[..], [major, minor, ..] if [major, minor] < OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn well() -> Shared {
        Shared {
            way: Way::Encrypted,
            permissions: Permissions::Known {
                missing: Vec::new(),
                has_too_many: false,
            },
            clock_offset: Some(SignedDuration::ZERO),
            replicas_asked: 0,
            servers: vec![Report {
                name: None,
                version: Some("7.0.15".to_owned()),
                eviction: Some("noeviction".to_owned()),
                persistence: Some(kept(Some(Flushing::Always), Some(false))),
                replication: Some(Replication::Primary {
                    replicas: Vec::new(),
                }),
                memory: Some(Memory {
                    used: 79,
                    limit: Some(100),
                }),
            }],
            is_whole: true,
        }
    }

    fn kept(append_only: Option<Flushing>, snapshots: Option<bool>) -> Persistence {
        Persistence {
            append_only,
            snapshots,
            last_failed: false,
        }
    }

    fn codes(change: impl FnOnce(&mut Shared)) -> Vec<&'static str> {
        let mut shared = well();
        change(&mut shared);
        let inspection = Inspection {
            latency: Latency::of(vec![SLOW]),
            home: Home::Redis(shared),
        };
        let warnings = inspection.warnings();
        warnings.iter().map(StoreWarning::code).collect()
    }

    fn of_server(change: impl FnOnce(&mut Report)) -> Vec<&'static str> {
        codes(|shared| change(&mut shared.servers[0]))
    }

    fn of_persistence(
        replicas: u8,
        append_only: Option<Flushing>,
        snapshots: Option<bool>,
    ) -> Vec<&'static str> {
        codes(|shared| {
            shared.replicas_asked = replicas;
            let server = &mut shared.servers[0];
            server.persistence = Some(kept(append_only, snapshots));
            // Enough of them: this is not about their number.
            server.replication = None;
        })
    }

    #[test]
    fn a_store_that_is_well_warns_of_nothing() {
        assert!(codes(|_| {}).is_empty());
    }

    #[test]
    fn nothing_follows_from_what_is_unknown() {
        let all_unknown = codes(|shared| {
            shared.permissions = Permissions::Unknown;
            shared.clock_offset = None;
            shared.servers = vec![Report::default()];
        });
        assert!(all_unknown.is_empty(), "{all_unknown:?}");
    }

    #[test]
    fn what_is_older_than_6_2_is_old() {
        for (version, is_old) in [
            ("5.0.14", true),
            ("6.0.16", true),
            ("6.2.0", false),
            ("7.0.15", false),
            ("10.1.0", false),
            ("unstable", false),
        ] {
            let found = of_server(|server| server.version = Some(version.to_owned()));
            assert_eq!(found == ["store.old-version"], is_old, "{version}");
        }
    }

    #[test]
    fn every_policy_but_noeviction_removes_our_keys() {
        for policy in ["allkeys-lru", "volatile-lru", "volatile-ttl"] {
            let found = of_server(|server| server.eviction = Some(policy.to_owned()));
            assert_eq!(found, ["store.evicts-keys"], "{policy}");
        }
    }

    #[test]
    fn a_restart_that_brings_an_older_state_back_is_the_danger() {
        use Flushing::{Always, EverySecond, Never};
        let loses = ["store.loses-last-writes"];
        assert!(of_persistence(0, Some(Always), Some(true)).is_empty());
        assert_eq!(of_persistence(0, Some(EverySecond), Some(false)), loses);
        assert_eq!(of_persistence(0, Some(Never), Some(false)), loses);
        assert_eq!(of_persistence(0, None, Some(true)), loses);
        assert_eq!(of_persistence(0, None, None), loses);
        assert!(of_persistence(1, Some(EverySecond), None).is_empty());
        assert_eq!(of_persistence(1, None, Some(true)), loses);
    }

    #[test]
    fn a_restart_that_forgets_everything_brings_no_code_back() {
        let forgets = ["store.no-persistence"];
        assert_eq!(of_persistence(0, None, Some(false)), forgets);
        assert_eq!(of_persistence(1, None, Some(false)), forgets);
    }

    #[test]
    fn replicas_that_are_not_fed_do_not_count() {
        let found = codes(|shared| {
            shared.replicas_asked = 1;
            shared.servers[0].replication = Some(Replication::Primary {
                replicas: vec![Replica {
                    is_online: false,
                    lag: Duration::ZERO,
                }],
            });
        });
        assert_eq!(found, ["store.too-few-replicas"]);
    }

    #[test]
    fn several_servers_warn_of_the_same_once() {
        let found = codes(|shared| {
            shared.servers[0].eviction = Some("allkeys-lru".to_owned());
            let again = shared.servers[0].clone();
            shared.servers.push(again);
        });
        assert_eq!(found, ["store.evicts-keys"]);
    }

    #[test]
    fn clocks_may_differ_by_two_seconds_either_way() {
        for (milliseconds, is_off) in [(2_000, false), (2_001, true), (-2_001, true)] {
            let offset = SignedDuration::from_millis(milliseconds);
            let found = codes(|shared| shared.clock_offset = Some(offset));
            assert_eq!(found == ["store.clock-off"], is_off, "{milliseconds}");
        }
    }

    #[test]
    fn four_fifths_of_the_memory_are_almost_all() {
        for (used, limit, is_full) in [
            (79, Some(100), false),
            (80, Some(100), true),
            (80, None, false),
        ] {
            let found = of_server(|server| server.memory = Some(Memory { used, limit }));
            assert_eq!(found == ["store.almost-full"], is_full, "{used} {limit:?}");
        }
    }

    #[test]
    fn what_is_sent_in_clear_beyond_this_computer_is_told() {
        assert_eq!(
            codes(|shared| shared.way = Way::Clear),
            ["store.not-encrypted"]
        );
        assert!(codes(|shared| shared.way = Way::WithinComputer).is_empty());
    }

    #[test]
    fn answers_slower_than_a_fifth_of_a_second_are_slow() {
        let inspection = Inspection {
            latency: Latency::of(vec![SLOW + Duration::from_millis(1)]),
            home: Home::Embedded {
                version: "3.50.4".to_owned(),
            },
        };
        let codes: Vec<_> = inspection
            .warnings()
            .iter()
            .map(StoreWarning::code)
            .collect();
        assert_eq!(codes, ["store.slow-answers"]);
    }
}
