//! How Redis is looked over. What the desks' user may not ask stays unknown; only a store that doesn't
//! answer is a fault.

use std::collections::HashMap;
use std::time::Duration;

use ::redis::{self, Cmd, FromRedisValue};

use super::settings::{Address, Plan, Whereabouts};
use super::{RedisStore, from_value};
use crate::store::StoreFault;
use crate::store::inspection::{
    Flushing, Home, Inspection, Latency, QUESTIONS, Report, Shared, Way,
};
use crate::time::SignedDuration;

mod coverage;
mod info;

use info::Info;

/// What the settings say that matters to an inspection.
pub(super) struct Intent {
    way: Way,
    user: String,
    replicas: u8,
}

impl Intent {
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            way: way(&plan.whereabouts),
            user: plan.user.clone().unwrap_or_else(|| "default".to_owned()),
            replicas: plan.replicas,
        }
    }
}

impl RedisStore {
    pub(super) async fn looked_over(&self) -> Result<Inspection, StoreFault> {
        let (latency, clock_offset) = self.timed().await?;
        let (servers, is_whole) = self.reports().await?;
        Ok(Inspection {
            latency,
            home: Home::Redis(Shared {
                way: self.intent.way,
                permissions: self.coverage().await?,
                clock_offset,
                replicas_asked: self.intent.replicas,
                servers,
                is_whole,
            }),
        })
    }

    /// How fast it answers, and how far its clock is ahead, by the fastest of the answers: its two
    /// ways are the likeliest to have taken as long as each other.
    async fn timed(&self) -> Result<(Latency, Option<SignedDuration>), StoreFault> {
        let mut taken = Vec::with_capacity(QUESTIONS);
        let mut best: Option<(Duration, SignedDuration)> = None;
        for _ in 0..QUESTIONS {
            let (asked_at, asked) = (self.clock.now(), self.clock.steady());
            let told = permitted(self.time().await)?;
            let took = self.clock.steady().saturating_duration_since(asked);
            taken.push(took);
            let Some(told) = told else { continue };
            let halfway = SignedDuration::try_from(took / 2).unwrap_or(SignedDuration::ZERO);
            let offset = told.duration_since(asked_at).saturating_sub(halfway);
            if best.is_none_or(|(shortest, _)| took < shortest) {
                best = Some((took, offset));
            }
        }
        Ok((Latency::of(taken), best.map(|(_, offset)| offset)))
    }

    /// What each server tells, and whether all of them did.
    async fn reports(&self) -> Result<(Vec<Report>, bool), StoreFault> {
        let mut reports = Vec::new();
        let mut is_whole = true;
        for (name, told) in self.told::<String>(&redis::cmd("INFO")).await? {
            match told {
                Some(told) => reports.push(Report {
                    name: (!name.is_empty()).then_some(name),
                    ..Info::read(&told).report()
                }),
                None => is_whole = false,
            }
        }
        self.complete(&mut reports).await?;
        Ok((reports, is_whole))
    }

    /// Adds what only the configuration tells, which the desks' user need not be let see: it holds
    /// passwords. Where the server says that it isn't, it is not asked, and logs no denial.
    async fn complete(&self, reports: &mut [Report]) -> Result<(), StoreFault> {
        if self.may(&["config", "get", "save"]).await? == Some(false) {
            return Ok(());
        }
        let flushing = self.configured("appendfsync").await?;
        let snapshots = self.configured("save").await?;
        for report in reports {
            let name = report.name.as_deref().unwrap_or_default();
            let Some(persistence) = &mut report.persistence else {
                continue;
            };
            if let (Some(when), Some(policy)) = (&mut persistence.append_only, flushing.get(name)) {
                *when = flushing_of(policy);
            }
            persistence.snapshots = snapshots.get(name).map(|points| !points.is_empty());
        }
        Ok(())
    }

    /// One setting of each server that tells it, by the server's name.
    async fn configured(&self, setting: &str) -> Result<HashMap<String, String>, StoreFault> {
        let question = redis::cmd("CONFIG").arg("GET").arg(setting).to_owned();
        let told = self.told::<HashMap<String, String>>(&question).await?;
        let told = told.into_iter();
        Ok(told
            .filter_map(|(name, settings)| Some((name, settings?.remove(setting)?)))
            .collect())
    }

    /// What each server answers, by its name, which is empty where there is but one. Nothing of one
    /// that refuses, or of one of several that is away.
    async fn told<T: FromRedisValue>(
        &self,
        question: &Cmd,
    ) -> Result<Vec<(String, Option<T>)>, StoreFault> {
        let answers = self.link.ask_each(question).await?;
        let is_alone = answers.len() == 1;
        let mut told = Vec::with_capacity(answers.len());
        for (name, answer) in answers {
            let heard = match permitted(answer) {
                Ok(heard) => heard,
                Err(fault) if is_alone => return Err(fault),
                Err(_) => None,
            };
            told.push((name, heard.map(from_value).transpose()?));
        }
        Ok(told)
    }
}

fn flushing_of(policy: &str) -> Flushing {
    match policy {
        "always" => Flushing::Always,
        "everysec" => Flushing::EverySecond,
        "no" => Flushing::Never,
        _ => Flushing::Unknown,
    }
}

/// What a refusal hides is unknown.
fn permitted<T>(answer: Result<T, StoreFault>) -> Result<Option<T>, StoreFault> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(StoreFault::Refused { .. }) => Ok(None),
        Err(
            fault @ (StoreFault::Unreachable { .. }
            | StoreFault::Interrupted(_)
            | StoreFault::Unreadable(_)),
        ) => Err(fault),
    }
}

fn way(whereabouts: &Whereabouts) -> Way {
    match whereabouts {
        Whereabouts::Single { address, .. } => match address {
            Address::Socket(_) => Way::WithinComputer,
            Address::Host(host) if host.tls => Way::Encrypted,
            Address::Host(host) if host.is_this_computer() => Way::WithinComputer,
            Address::Host(_) => Way::Clear,
        },
        // Where these lead to is not in the settings: it may be another computer.
        Whereabouts::Sentinel(watched) => encrypted(watched.tls),
        Whereabouts::Cluster { nodes } => encrypted(nodes.iter().all(|node| node.tls)),
    }
}

fn encrypted(tls: bool) -> Way {
    if tls { Way::Encrypted } else { Way::Clear }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::RedisSettings;
    use super::*;

    fn way_to(place: &serde_json::Value) -> Way {
        let settings = json!({ "site": "harbour-clinic", "place": place });
        let settings: RedisSettings = serde_json::from_value(settings).unwrap();
        Intent::of(&Plan::of(&settings).unwrap()).way
    }

    #[test]
    fn a_way_in_clear_is_safe_within_this_computer_only() {
        for (url, expected) in [
            ("rediss://redis.example:6380", Way::Encrypted),
            ("redis://redis.example:6379", Way::Clear),
            ("redis://127.0.0.1:6379", Way::WithinComputer),
            ("redis://[::1]:6379", Way::WithinComputer),
            ("redis://localhost", Way::WithinComputer),
            ("redis+unix:///run/redis.sock", Way::WithinComputer),
        ] {
            assert_eq!(
                way_to(&json!({ "single": { "url": url } })),
                expected,
                "{url}"
            );
        }
    }

    #[test]
    fn encrypted_sentinels_do_not_make_the_primary_so() {
        let place = |tls| {
            json!({ "sentinel": {
                "sentinels": ["rediss://s1.example"], "primary": "countersign", "tls": tls,
            } })
        };
        assert_eq!(way_to(&place(true)), Way::Encrypted);
        assert_eq!(way_to(&place(false)), Way::Clear);
    }
}
