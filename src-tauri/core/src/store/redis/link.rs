//! The way to the organisation's Redis: runs scripts there, says exactly what a failure leaves known,
//! and hears what other desks change. Knows no challenge and none of the store's rules.

use redis::{Cmd, Pipeline, Value};
use tokio::sync::broadcast;

use super::settings::{Plan, RedisSecrets, RedisSettings, Whereabouts};
use crate::network::certificate::Shown;
use crate::store::{Change, StoreFault, UnreachableBecause};

mod cluster;
mod connection;
mod encryption;
mod faults;
mod line;
pub(crate) mod probe;
mod push;
mod running;
mod script;
mod sentinel;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod server_tests;
mod slots;

use cluster::Cluster;
use connection::Login;
pub(crate) use faults::trouble_behind;
use line::{End, Line, Manner};
use script::Call;
pub(crate) use script::Script;
use sentinel::Sentinels;

/// How many changes may wait for a slow listener before it is told that some were missed.
const CHANGES_KEPT: usize = 256;

/// The commands that a link sends, as an access list names them. The scripts' own come on top.
pub(crate) fn commands() -> Vec<&'static str> {
    let lists = [running::COMMANDS, connection::COMMANDS, cluster::COMMANDS];
    lists.concat()
}

/// The commands that a link sends to Sentinels.
pub(crate) fn sentinel_commands() -> &'static [&'static str] {
    sentinel::COMMANDS
}

/// The way to one site's store. It connects when it is first asked.
pub(crate) struct Link {
    way: Way,
    changes: broadcast::Sender<Change>,
    replicas: u8,
}

enum Way {
    One(Line),
    Cluster(Box<Cluster>),
}

impl Link {
    /// Reads the certificate files, if there are any, and connects to nothing.
    ///
    /// # Errors
    /// [`StoreFault::Unreachable`] because of the settings, when they or a file can't be used.
    pub(crate) fn new(settings: &RedisSettings, secrets: RedisSecrets) -> Result<Self, StoreFault> {
        let unusable = UnreachableBecause::Settings;
        let plan = Plan::of(settings).map_err(|error| StoreFault::unreachable(unusable, error))?;
        let encryption = if plan.whereabouts.uses_tls() {
            let config = encryption::configured(&plan.certificates, &Shown::default());
            Some(config.map_err(|error| StoreFault::unreachable(unusable, error))?)
        } else {
            None
        };
        let (changes, _) = broadcast::channel(CHANGES_KEPT);
        let manner = |database| Manner {
            login: Login {
                user: plan.user.clone(),
                password: secrets.password,
                database,
            },
            encryption,
            site: plan.site.clone(),
            changes: changes.clone(),
        };
        let way = match plan.whereabouts {
            Whereabouts::Single { address, database } => {
                Way::One(Line::new(End::Server(address), manner(database)))
            }
            Whereabouts::Sentinel(watched) => {
                let manner = manner(watched.database);
                let sentinels = Sentinels::new(watched, secrets.sentinel_password);
                Way::One(Line::new(End::Primary(sentinels), manner))
            }
            Whereabouts::Cluster { nodes } => {
                Way::Cluster(Box::new(Cluster::new(nodes, manner(0))))
            }
        };
        Ok(Self {
            way,
            changes,
            replicas: plan.replicas,
        })
    }

    /// Runs a step that writes, where `keys` are; all of them share a slot. Answers what the script
    /// answers, once as many replicas have it as the settings ask for.
    ///
    /// # Errors
    /// [`StoreFault::Unreachable`] and [`StoreFault::Refused`]: the step was not done.
    /// [`StoreFault::Interrupted`]: nobody knows, also when it was done but too few replicas have it.
    /// [`StoreFault::Unreadable`]: the script met something it can't read.
    pub(crate) async fn step(
        &self,
        script: &Script,
        keys: &[&str],
        arguments: &[&str],
    ) -> Result<String, StoreFault> {
        let replicas = self.replicas;
        self.run(Call {
            script,
            keys,
            arguments,
            replicas,
        })
        .await
    }

    /// Runs a script that only reads.
    ///
    /// # Errors
    /// As [`Link::step`].
    pub(crate) async fn look(
        &self,
        script: &Script,
        keys: &[&str],
        arguments: &[&str],
    ) -> Result<String, StoreFault> {
        let replicas = 0;
        self.run(Call {
            script,
            keys,
            arguments,
            replicas,
        })
        .await
    }

    /// Asks a plain question; in a cluster, one of its nodes.
    ///
    /// # Errors
    /// As [`Link::step`].
    pub(crate) async fn ask(&self, question: &Cmd) -> Result<Value, StoreFault> {
        let mut commands = Pipeline::new();
        commands.add_command(question.clone());
        let answers = match &self.way {
            Way::One(line) => line.exchange(&commands).await?,
            Way::Cluster(cluster) => cluster.exchange_anywhere(&commands).await?,
        };
        cluster::only(answers)
    }

    /// Asks each server that has a share of the data: the only one, or each primary of a cluster, named
    /// by host and port.
    ///
    /// # Errors
    /// As [`Link::step`], when the nodes can't be told; what each answers is among the answers.
    pub(crate) async fn ask_each(
        &self,
        question: &Cmd,
    ) -> Result<Vec<(String, Result<Value, StoreFault>)>, StoreFault> {
        let mut commands = Pipeline::new();
        commands.add_command(question.clone());
        let cluster = match &self.way {
            Way::One(line) => {
                let answer = line.exchange(&commands).await.and_then(cluster::only);
                return Ok(vec![(String::new(), answer)]);
            }
            Way::Cluster(cluster) => cluster,
        };
        let mut answers = Vec::new();
        for node in cluster.nodes().await? {
            let answered = cluster.line_to(&node).await.exchange(&commands).await;
            answers.push((node.to_string(), answered.and_then(cluster::only)));
        }
        Ok(answers)
    }

    /// Whether keys must share a slot to be in one step.
    pub(crate) fn is_cluster(&self) -> bool {
        match self.way {
            Way::One(_) => false,
            Way::Cluster(_) => true,
        }
    }

    /// Tells what other desks change from now on, once the link is connected.
    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    async fn run(&self, call: Call<'_>) -> Result<String, StoreFault> {
        match &self.way {
            Way::One(line) => running::run_at(line, &call).await,
            Way::Cluster(cluster) => running::run_in(cluster, &call).await,
        }
    }
}
