//! The lines to a cluster's nodes, and which of them leads to a key. Written here since the library's
//! cluster connection repeats commands whose answer was lost, which a step must never be.

use std::collections::HashMap;
use std::sync::Arc;

use redis::{Pipeline, Value};
use tokio::sync::Mutex;

use super::faults::{self, LinkError};
use super::line::{End, Line, Manner};
use super::slots::{Owners, Slot};
use crate::store::redis::settings::{Address, Host};
use crate::store::{RefusedBecause, StoreFault};

/// The commands by which nodes are found and redirections followed.
pub(super) const COMMANDS: &[&str] = &["asking", "cluster|slots"];

/// A cluster.
pub(super) struct Cluster {
    /// At least one.
    seeds: Vec<Host>,
    manner: Manner,
    map: Mutex<Map>,
}

#[derive(Default)]
struct Map {
    lines: HashMap<Host, Arc<Line>>,
    /// None until a node has told, and when there is reason to ask anew.
    owners: Option<Owners>,
}

impl Cluster {
    /// Connects to nothing yet.
    pub(super) fn new(seeds: Vec<Host>, manner: Manner) -> Self {
        let map = Mutex::new(Map::default());
        Self { seeds, manner, map }
    }

    /// The node that has a slot.
    pub(super) async fn owner(&self, slot: Slot) -> Result<Host, StoreFault> {
        let mut map = self.map.lock().await;
        let owners = match map.owners.take() {
            Some(owners) => owners,
            None => self.ask_for_owners(&mut map).await?,
        };
        let owner = owners.of(slot).cloned();
        map.owners = Some(owners);
        owner.ok_or_else(|| {
            map.owners = None;
            no_node()
        })
    }

    /// The line to a node.
    pub(super) async fn line_to(&self, node: &Host) -> Arc<Line> {
        self.map.lock().await.line_to(node, &self.manner)
    }

    /// Forgets who has which slot: the next step asks anew.
    pub(super) async fn doubt(&self) {
        self.map.lock().await.owners = None;
    }

    /// Sends commands to any node that answers.
    pub(super) async fn exchange_anywhere(
        &self,
        commands: &Pipeline,
    ) -> Result<Vec<Value>, StoreFault> {
        let mut fault = no_node();
        for node in self.nodes().await? {
            match self.line_to(&node).await.exchange(commands).await {
                Ok(answers) => return Ok(answers),
                Err(reason) => fault = reason,
            }
        }
        self.doubt().await;
        Err(fault)
    }

    /// All nodes that have slots.
    pub(super) async fn nodes(&self) -> Result<Vec<Host>, StoreFault> {
        let mut map = self.map.lock().await;
        let owners = match map.owners.take() {
            Some(owners) => owners,
            None => self.ask_for_owners(&mut map).await?,
        };
        let mut nodes: Vec<Host> = Vec::new();
        for node in owners.nodes() {
            if !nodes.contains(node) {
                nodes.push(node.clone());
            }
        }
        map.owners = Some(owners);
        Ok(nodes)
    }

    /// Asks the nodes one after the other, and lets go of the lines to nodes that have no slots.
    async fn ask_for_owners(&self, map: &mut Map) -> Result<Owners, StoreFault> {
        let mut question = Pipeline::new();
        question.cmd("CLUSTER").arg("SLOTS");
        let mut fault = None;
        for node in self.known_nodes(map) {
            let line = map.line_to(&node, &self.manner);
            match line.exchange(&question).await.and_then(only) {
                Ok(answer) => {
                    let owners = Owners::read(&answer, &node).ok_or_else(|| {
                        StoreFault::Unreadable(Box::new(LinkError::UnexpectedAnswer))
                    })?;
                    map.lines
                        .retain(|node, _| owners.nodes().any(|owner| owner == node));
                    return Ok(owners);
                }
                Err(reason) => {
                    fault.get_or_insert(reason);
                }
            }
        }
        Err(fault.unwrap_or_else(no_node))
    }

    /// The nodes with lines, then the others that the settings name.
    fn known_nodes(&self, map: &Map) -> Vec<Host> {
        let mut nodes: Vec<Host> = map.lines.keys().cloned().collect();
        let others = self
            .seeds
            .iter()
            .filter(|seed| !map.lines.contains_key(seed));
        nodes.extend(others.cloned());
        nodes
    }
}

impl Map {
    fn line_to(&mut self, node: &Host, manner: &Manner) -> Arc<Line> {
        let line = self.lines.entry(node.clone()).or_insert_with(|| {
            let end = End::Server(Address::Host(node.clone()));
            Arc::new(Line::new(end, manner.clone()))
        });
        Arc::clone(line)
    }
}

fn no_node() -> StoreFault {
    StoreFault::refused(RefusedBecause::ClusterDown, LinkError::UnservedSlot)
}

/// The only answer, if it is no refusal.
pub(super) fn only(answers: Vec<Value>) -> Result<Value, StoreFault> {
    match answers.into_iter().next() {
        Some(Value::ServerError(error)) => Err(faults::refusal(error)),
        Some(answer) => Ok(answer),
        None => Err(StoreFault::Unreadable(Box::new(
            LinkError::UnexpectedAnswer,
        ))),
    }
}
