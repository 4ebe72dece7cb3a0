//! A Redis Cluster of primaries that share the slots evenly and have no replicas.

use std::time::Duration;

use crate::clock::Clock;
use crate::error::Error;
use crate::port;
use crate::server::{Options, Part, Server};
use crate::wait::{Look, until};

/// How many hash slots a cluster has (Redis Cluster specification, "Key distribution model").
const SLOTS: usize = 16384;

/// How long the nodes may take to know each other.
const START: Duration = Duration::from_secs(60);

/// A node takes no writes in its first 2 seconds, by the time of day (`CLUSTER_WRITABLE_DELAY` in Redis' source).
const WRITABLE_DELAY: Duration = Duration::from_secs(3);

/// Milliseconds of silence after which a node counts as gone, by the machine's clock.
const NODE_TIMEOUT: &str = "2000";

/// The same by a held clock, of which a test can skip years: 30 years.
const NODE_TIMEOUT_HELD: &str = "946080000000";

/// Nodes of one Redis Cluster.
#[derive(Debug)]
pub struct Cluster {
    nodes: Vec<Server>,
}

impl Cluster {
    /// Starts that many primaries, and waits until each of them takes writes: about 2 seconds.
    /// A held clock is 3 seconds further on afterwards, for nodes take no writes before.
    ///
    /// # Errors
    /// As [`Server::start`]; [`Error::Command`] and [`Error::TimedOut`] when they do not come to know each other.
    pub fn start(primaries: usize, options: &Options) -> Result<Self, Error> {
        let nodes = (0..primaries)
            .map(|_| start_node(options))
            .collect::<Result<_, _>>()?;
        let cluster = Self { nodes };
        cluster.share_slots()?;
        cluster.introduce()?;
        cluster.until_introduced()?;
        // The first time a node's slots went unheard by those that did not know it yet; it would next speak by chance,
        // once a second to one of them.
        cluster.introduce()?;
        cluster.until_slots_are_known()?;
        cluster.until_introduced()?;
        match &options.clock {
            Clock::System => {}
            Clock::Held(clock) => clock.advance(WRITABLE_DELAY)?,
        }
        cluster.until_all_take_writes()?;
        Ok(cluster)
    }

    /// The nodes, in the order of their slots.
    #[must_use]
    pub fn nodes(&self) -> &[Server] {
        &self.nodes
    }

    /// The nodes' ports on 127.0.0.1, in the order of their slots.
    #[must_use]
    pub fn ports(&self) -> Vec<u16> {
        self.nodes.iter().map(Server::port).collect()
    }

    /// The nodes' addresses without user and password.
    #[must_use]
    pub fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(Server::url).collect()
    }

    /// The keys with this prefix, of all nodes, that would stay for ever.
    ///
    /// # Errors
    /// [`Error::Command`].
    pub fn keys_without_ttl(&self, prefix: &str) -> Result<Vec<String>, Error> {
        let mut keys = Vec::new();
        for node in &self.nodes {
            keys.extend(node.keys_without_ttl(prefix)?);
        }
        Ok(keys)
    }

    /// Everything that is in the nodes, as [`Server::dump`] gives it.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::File`].
    pub fn dump(&self) -> Result<Vec<u8>, Error> {
        let mut contents = Vec::new();
        for node in &self.nodes {
            contents.extend(node.dump()?);
        }
        Ok(contents)
    }

    fn share_slots(&self) -> Result<(), Error> {
        let nodes = self.nodes.len();
        for (index, node) in self.nodes.iter().enumerate() {
            let first = (SLOTS * index / nodes).to_string();
            let last = (SLOTS * (index + 1) / nodes - 1).to_string();
            node.command(&["CLUSTER", "ADDSLOTSRANGE", &first, &last])?;
            // Equal numbers would have to be settled between the nodes first.
            let epoch = (index + 1).to_string();
            node.command(&["CLUSTER", "SET-CONFIG-EPOCH", &epoch])?;
        }
        Ok(())
    }

    /// Every node meets every other: to hear of them from a third one takes a second or more.
    fn introduce(&self) -> Result<(), Error> {
        for (index, node) in self.nodes.iter().enumerate() {
            for other in &self.nodes[index + 1..] {
                let port = other.port().to_string();
                let bus = bus_port(other)?;
                node.command(&["CLUSTER", "MEET", "127.0.0.1", &port, &bus])?;
            }
        }
        Ok(())
    }

    fn until_introduced(&self) -> Result<(), Error> {
        self.until_all_say("the nodes' acquaintance", &["CLUSTER", "NODES"], |said| {
            said.lines().count() == self.nodes.len() && !said.contains("handshake")
        })
    }

    fn until_slots_are_known(&self) -> Result<(), Error> {
        let slots = format!("cluster_slots_assigned:{SLOTS}");
        self.until_all_say("the sharing of the slots", &["CLUSTER", "INFO"], |said| {
            said.lines().any(|line| line == slots)
        })
    }

    fn until_all_take_writes(&self) -> Result<(), Error> {
        self.until_all_say(
            "a cluster that takes writes",
            &["CLUSTER", "INFO"],
            |said| said.lines().any(|line| line == "cluster_state:ok"),
        )
    }

    fn until_all_say(
        &self,
        awaited: &'static str,
        question: &[&str],
        is_it: impl Fn(&str) -> bool,
    ) -> Result<(), Error> {
        until(awaited, START, || {
            for node in &self.nodes {
                let said = node.command(question)?;
                if !is_it(&said) {
                    return Ok(Look::NotYet(said));
                }
            }
            Ok(Look::Found(()))
        })
    }
}

fn start_node(options: &Options) -> Result<Server, Error> {
    let timeout = match &options.clock {
        Clock::System => NODE_TIMEOUT,
        Clock::Held(_) => NODE_TIMEOUT_HELD,
    };
    let lines = || -> Result<Vec<String>, Error> {
        Ok(vec![
            "cluster-enabled yes".to_owned(),
            // By default it is 10000 above the other port, which may be no port at all.
            format!("cluster-port {}", port::free()?),
            format!("cluster-node-timeout {timeout}"),
        ])
    };
    Server::start_part(options, || Ok(Part::data(lines()?)))
}

fn bus_port(node: &Server) -> Result<String, Error> {
    let words = ["CONFIG", "GET", "cluster-port"];
    let (_, port): (String, String) = node.query(&words)?;
    Ok(port)
}
