//! The organisation's Redis, looked at: files, the way to each host, who is let in, what they may do,
//! what is kept, the clock, and a real step beside the site's work.

use std::net::SocketAddr;
use std::sync::Arc;

use rand::CryptoRng;

use super::Doctor;
use super::clocks::{self, Witness};
use super::fact::{Fact, Plain};
use super::finding::{Skipped, Stage, Subject};
use super::redis_faults::{encryption_remedy, remedy_of};
use super::remedy::Remedy;
use super::round::{Problem, Round, Seen, Tell};
use super::secrets::{Held, Secrets};
use crate::network::certificate::Certificate;
use crate::store::redis::probe::{CertificateFile, Encryption, Probe, UnfitFiles};
use crate::store::redis::{Host, RedisSecrets, RedisSettings, RedisStore};
use crate::store::{
    Home, Inspection, Latency, Permissions, Shared, Store, StoreFault, StoreWarning, trial,
};
use crate::time::{Clock, SignedDuration, Timestamp, after};
use crate::vault::SecretName;

const STAGES: &[Stage] = &[
    Stage::Settings,
    Stage::Files,
    Stage::Name,
    Stage::Connection,
    Stage::Encryption,
    Stage::Authentication,
    Stage::Permission,
    Stage::Durability,
    Stage::Clock,
    Stage::Step,
];

/// How long before its end a certificate is told of.
const RENEW_WITHIN: SignedDuration = SignedDuration::from_hours(14 * 24);

/// A host whose name was found.
type Found = (Host, Vec<SocketAddr>);

/// Redis, and what is known of it before it is asked.
struct Patient<'a> {
    settings: &'a RedisSettings,
    secrets: RedisSecrets,
    probe: Probe,
    clock: Arc<dyn Clock>,
}

impl Doctor {
    pub(super) async fn redis(
        &self,
        settings: &RedisSettings,
        secrets: &Secrets,
        randomness: &mut (dyn CryptoRng + Send),
        witness: Witness,
        tell: Tell<'_>,
    ) {
        let round = self.round(Subject::Store, STAGES, tell);
        self.look_at_redis(&round, settings, secrets, randomness, witness)
            .await;
    }

    /// Nothing where a stage failed.
    async fn look_at_redis(
        &self,
        round: &Round<'_>,
        settings: &RedisSettings,
        secrets: &Secrets,
        randomness: &mut (dyn CryptoRng + Send),
        witness: Witness,
    ) -> Option<()> {
        let shaped = async {
            let probe = Probe::new(settings).map_err(|_| Problem::new(Remedy::CorrectStore))?;
            Ok(Seen::well(probe))
        };
        let probe = round.stage(Stage::Settings, shaped).await?;
        let (password, sentinel_password, are_known) = passwords(secrets);
        let patient = Patient {
            settings,
            secrets: RedisSecrets {
                password,
                sentinel_password,
            },
            probe,
            clock: Arc::clone(&self.clock),
        };
        let files = round.stage(Stage::Files, async { patient.files() }).await?;
        patient.reach(round, files).await?;
        if !are_known {
            round.skip(Stage::Authentication, Skipped::NoSecret);
            round.skip_after(Stage::Authentication, Skipped::NoSecret);
            return None;
        }
        let store = round.stage(Stage::Authentication, patient.enter()).await?;
        let (latency, shared) = round.stage(Stage::Permission, look_over(&store)).await?;
        let kept = async { Ok(durability(&shared)) };
        round.stage(Stage::Durability, kept).await?;
        let compared = async { compare_clocks(&shared, witness) };
        round.stage(Stage::Clock, compared).await?;
        let step = patient.step(latency, randomness);
        round.stage(Stage::Step, step).await
    }
}

/// The passwords that are kept, and whether the keyring said which are.
fn passwords(secrets: &Secrets) -> (Password, Password, bool) {
    let read = |name| match secrets.of(name) {
        Held::Secret(secret) => (Some(secret.clone()), true),
        Held::Missing => (None, true),
        Held::Unknown => (None, false),
    };
    let (password, password_known) = read(SecretName::RedisPassword);
    let (sentinel, sentinel_known) = read(SecretName::SentinelPassword);
    (password, sentinel, password_known && sentinel_known)
}

type Password = Option<secrecy::SecretString>;

impl Patient<'_> {
    fn files(&self) -> Result<Seen<Option<Encryption>>, Problem> {
        let read = self.probe.read_files().map_err(unfit)?;
        let now = self.clock.now();
        if let Some(ours) = &read.identity
            && ours.not_after <= now
        {
            return Err(Problem::new(Remedy::RenewClientCertificate).with(facts_of(ours)));
        }
        let ended = read.authorities.iter().find(|other| other.not_after <= now);
        let warning = ended.map(|_| Remedy::RenewAuthority);
        let facts = ended.into_iter().flat_map(facts_of);
        Ok(Seen::well(read.encryption).with(facts).warned(warning))
    }

    /// Goes to each of the hosts as far as it leads. One that gets through is enough.
    async fn reach(&self, round: &Round<'_>, files: Option<Encryption>) -> Option<()> {
        let hosts = self.probe.hosts();
        if hosts.is_empty() {
            for stage in [Stage::Name, Stage::Connection, Stage::Encryption] {
                round.skip(stage, Skipped::Socket);
            }
            return Some(());
        }
        let found = round.stage(Stage::Name, self.find(hosts)).await?;
        let reached = round.stage(Stage::Connection, self.connect(found)).await?;
        let (encrypted, clear): (Vec<_>, Vec<_>) =
            reached.into_iter().partition(|(host, _)| host.tls);
        match files {
            Some(encryption) if !encrypted.is_empty() => {
                let looked = self.encrypt(&encryption, encrypted);
                round.stage(Stage::Encryption, looked).await
            }
            Some(_) | None => {
                if clear.iter().all(|(host, _)| host.is_this_computer()) {
                    round.skip(Stage::Encryption, Skipped::InClear);
                    return Some(());
                }
                let warned = Seen::well(()).warned(Some(Remedy::EncryptRedis));
                round.stage(Stage::Encryption, async { Ok(warned) }).await
            }
        }
    }

    async fn find(&self, hosts: Vec<Host>) -> Result<Seen<Vec<Found>>, Problem> {
        let mut found = Vec::new();
        let mut away = Vec::new();
        for host in hosts {
            match self.probe.find(&host).await {
                Ok(addresses) => found.push((host, addresses)),
                Err(_) => away.push(named(&host)),
            }
        }
        let address = found.first().and_then(|(_, addresses)| addresses.first());
        let fact = address.map(|address| Fact::Address(address.ip()));
        some_of(found, away, Remedy::FindName).map(|seen| seen.with(fact))
    }

    async fn connect(&self, found: Vec<Found>) -> Result<Seen<Vec<Found>>, Problem> {
        let mut reached = Vec::new();
        let mut away = Vec::new();
        for (host, addresses) in found {
            match self.probe.connect(&addresses).await {
                Ok(_) => reached.push((host, addresses)),
                Err(_) => away.push(named(&host)),
            }
        }
        let fact = reached.first().map(|(host, _)| Fact::Host(named(host)));
        some_of(reached, away, Remedy::StartRedis).map(|seen| seen.with(fact))
    }

    /// All of them are looked at, and the worst is told: a certificate that has ended is no less so for
    /// its neighbour's being good.
    async fn encrypt(
        &self,
        encryption: &Encryption,
        reached: Vec<Found>,
    ) -> Result<Seen<()>, Problem> {
        let mut seen = Seen::well(());
        for (host, addresses) in reached {
            let Ok(stream) = self.probe.connect(&addresses).await else {
                continue;
            };
            let looked = encryption.look(&host, stream).await;
            let facts = looked.certificate.iter().flat_map(facts_of);
            let facts: Vec<_> = [Fact::Host(named(&host))]
                .into_iter()
                .chain(facts)
                .collect();
            if let Some(trouble) = looked.trouble {
                return Err(Problem::new(encryption_remedy(trouble)).with(facts));
            }
            let ends = looked.certificate.map(|certificate| certificate.not_after);
            if ends.is_some_and(|ends| ends_soon(ends, self.clock.now())) {
                let warning = Some(Remedy::RenewRedisCertificate);
                seen = Seen::well(()).with(facts).warned(warning);
            } else if seen.has_no_facts() {
                seen = seen.with(facts);
            }
        }
        Ok(seen)
    }

    async fn enter(&self) -> Result<Seen<RedisStore>, Problem> {
        let clock = Arc::clone(&self.clock);
        let store = RedisStore::new(self.settings, self.secrets.clone(), clock);
        let store = store.map_err(|fault| problem_of(&fault))?;
        match store.enter().await {
            Ok(()) => Ok(Seen::well(store)),
            Err(fault) => {
                Err(Problem::new(self.remedy_at_the_door(&fault)).with([Fact::Code(fault.code())]))
            }
        }
    }

    /// A password that was never given is another matter than a wrong one; and who hangs up as soon as it
    /// hears clear words speaks TLS.
    fn remedy_at_the_door(&self, fault: &StoreFault) -> Remedy {
        let remedy = remedy_of(fault);
        if remedy == Remedy::RetypeRedisPassword && self.secrets.password.is_none() {
            return Remedy::TypeRedisPassword;
        }
        if remedy == Remedy::StartRedis && self.probe.speaks_in_clear() {
            return Remedy::MatchTls;
        }
        remedy
    }

    /// One step among the keys that training has: the site's work doesn't see it.
    async fn step(
        &self,
        latency: Latency,
        randomness: &mut (dyn CryptoRng + Send),
    ) -> Result<Seen<()>, Problem> {
        let clock = Arc::clone(&self.clock);
        let store = RedisStore::for_training(self.settings, self.secrets.clone(), clock);
        let store = store.map_err(|fault| problem_of(&fault))?;
        let done = trial::step(&store, randomness).await;
        done.map_err(|fault| problem_of(&fault))?;
        let warning = latency.is_slow().then_some(Remedy::HastenStore);
        Ok(Seen::well(())
            .with([Fact::Latency(latency)])
            .warned(warning))
    }
}

fn named(host: &Host) -> Plain {
    Plain::new(&host.to_string())
}

fn facts_of(certificate: &Certificate) -> [Fact; 2] {
    let issuer = Plain::new(&certificate.issuer);
    [Fact::Issuer(issuer), Fact::Expires(certificate.not_after)]
}

fn ends_soon(ends: Timestamp, now: Timestamp) -> bool {
    ends <= after(now, RENEW_WITHIN.unsigned_abs())
}

fn unfit(files: UnfitFiles) -> Problem {
    match files {
        UnfitFiles::Unreadable(file) => {
            let setting = match file {
                CertificateFile::Authorities => "caFile",
                CertificateFile::Certificate => "clientCertificate",
                CertificateFile::Key => "clientKey",
            };
            Problem::new(Remedy::ReadableCertificate).with([Fact::File(setting)])
        }
        UnfitFiles::Unusable => Problem::new(Remedy::MatchKey),
    }
}

/// What is left where some hosts are away: a problem if nothing is.
fn some_of<T>(there: Vec<T>, away: Vec<Plain>, remedy: Remedy) -> Result<Seen<Vec<T>>, Problem> {
    if there.is_empty() {
        let first = away.into_iter().next().map(Fact::Host);
        return Err(Problem::new(remedy).with(first));
    }
    if away.is_empty() {
        return Ok(Seen::well(there));
    }
    let warned = Seen::well(there).warned(Some(Remedy::RestoreHosts));
    Ok(warned.with([Fact::Away(away)]))
}

fn problem_of(fault: &StoreFault) -> Problem {
    Problem::new(remedy_of(fault)).with([Fact::Code(fault.code())])
}

async fn look_over(store: &RedisStore) -> Result<Seen<(Latency, Shared)>, Problem> {
    let inspection = store.inspect().await;
    let Inspection { latency, home } = inspection.map_err(|fault| problem_of(&fault))?;
    let shared = match home {
        Home::Redis(shared) => shared,
        Home::Embedded { .. } => return Err(Problem::new(Remedy::CorrectStore)),
    };
    match &shared.permissions {
        Permissions::Unknown => Ok(Seen::skipped((latency, shared), Skipped::NotTold)),
        Permissions::Known { missing, .. } if !missing.is_empty() => {
            let missing = missing.iter().map(|missing| Plain::new(missing)).collect();
            Err(Problem::new(Remedy::GrantPermissions).with([Fact::Missing(missing)]))
        }
        Permissions::Known { has_too_many, .. } => {
            let warning = has_too_many.then_some(Remedy::LimitPermissions);
            Ok(Seen::well((latency, shared)).warned(warning))
        }
    }
}

/// What it warns of that lets it forget, or lets it stop soon.
fn durability(shared: &Shared) -> Seen<()> {
    if shared.servers.is_empty() {
        return Seen::skipped((), Skipped::NotTold);
    }
    let warnings = shared.warnings();
    let told: Vec<_> = warnings
        .iter()
        .filter_map(|warning| Some((warning.code(), durability_remedy(warning)?)))
        .collect();
    let versions = shared
        .servers
        .iter()
        .filter_map(|server| server.version.as_deref());
    let mut versions: Vec<_> = versions.map(Plain::new).collect();
    versions.dedup();
    let codes: Vec<_> = told.iter().map(|(code, _)| *code).collect();
    let codes = (!codes.is_empty()).then_some(Fact::Warnings(codes));
    Seen::well(())
        .with([Fact::Versions(versions)])
        .with(codes)
        .warned(told.first().map(|(_, remedy)| *remedy))
}

/// Nothing of what other stages tell.
fn durability_remedy(warning: &StoreWarning) -> Option<Remedy> {
    let remedy = match warning {
        StoreWarning::OldVersion(_) => Remedy::UpdateRedis,
        StoreWarning::EvictsKeys { .. } => Remedy::KeepKeys,
        StoreWarning::LosesLastWrites | StoreWarning::NoPersistence => Remedy::KeepWrites,
        StoreWarning::LastSaveFailed => Remedy::RepairRedisDisk,
        StoreWarning::TooFewReplicas { .. } => Remedy::RestoreReplicas,
        StoreWarning::AlmostFull => Remedy::FreeRedisMemory,
        StoreWarning::NotEncrypted
        | StoreWarning::MissingPermissions(_)
        | StoreWarning::TooManyPermissions
        | StoreWarning::ClockOff(_)
        | StoreWarning::SlowAnswers(_) => return None,
    };
    Some(remedy)
}

fn compare_clocks(shared: &Shared, witness: Witness) -> Result<Seen<()>, Problem> {
    match shared.clock_offset {
        None => Ok(Seen::skipped((), Skipped::NotTold)),
        Some(offset) => clocks::compare(-offset, witness.remedy_for_the_store()),
    }
}
