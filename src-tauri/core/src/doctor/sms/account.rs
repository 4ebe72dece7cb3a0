//! An account for texts with its secret, in its own region or as if it lived in another.

use std::sync::Arc;

use secrecy::SecretString;

use crate::doctor::remedy::Remedy;
use crate::doctor::round::Problem;
use crate::doctor::sinch::Product;
use crate::settings::SmsAccount;
use crate::sinch::credentials::{ApiToken, KeySecret, ProjectId, ServicePlanId};
use crate::sinch::region::{ProjectRegion, SmsRegion};
use crate::sinch::retry::RandomJitter;
use crate::sinch::sms::Sms;
use crate::sinch::token::TokenSource;
use crate::sinch::transport::Transport;
use crate::time::Clock;

/// An account for texts.
#[derive(Clone)]
pub(super) struct TextAccount {
    transport: Transport,
    credentials: Credentials,
}

#[derive(Clone)]
enum Credentials {
    ServicePlan {
        region: SmsRegion,
        plan: ServicePlanId,
        token: ApiToken,
    },
    Project {
        region: ProjectRegion,
        project: ProjectId,
        tokens: Arc<TokenSource>,
    },
}

impl TextAccount {
    pub(super) fn of(
        account: &SmsAccount,
        secret: &SecretString,
        transport: &Transport,
    ) -> Result<Self, Problem> {
        let credentials = match account {
            SmsAccount::ServicePlan { region, plan } => Credentials::ServicePlan {
                region: *region,
                plan: plan.clone(),
                token: ApiToken::new(secret.clone())
                    .map_err(|_| Problem::new(Remedy::CopySmsToken))?,
            },
            SmsAccount::Project {
                region,
                project,
                key_id,
            } => {
                let secret = KeySecret::new(secret.clone())
                    .map_err(|_| Problem::new(Remedy::CopyKeySecret))?;
                let jitter = Arc::new(RandomJitter);
                let tokens = TokenSource::new(transport.clone(), key_id.clone(), secret, jitter);
                Credentials::Project {
                    region: *region,
                    project: project.clone(),
                    tokens: Arc::new(tokens),
                }
            }
        };
        Ok(Self {
            transport: transport.clone(),
            credentials,
        })
    }

    pub(super) fn product(&self) -> Product {
        match self.credentials {
            Credentials::ServicePlan { .. } => Product::ServicePlan,
            Credentials::Project { .. } => Product::Project,
        }
    }

    /// The region as settings write it.
    pub(super) fn region(&self) -> &'static str {
        match self.credentials {
            Credentials::ServicePlan { region, .. } => region.as_str(),
            Credentials::Project { region, .. } => region.as_str(),
        }
    }

    /// The client that speaks for it.
    pub(super) fn sms(&self, clock: &Arc<dyn Clock>) -> Sms {
        let (transport, clock) = (self.transport.clone(), Arc::clone(clock));
        let jitter = Arc::new(RandomJitter);
        match &self.credentials {
            Credentials::ServicePlan {
                region,
                plan,
                token,
            } => {
                let (plan, token) = (plan.clone(), token.clone());
                Sms::service_plan(transport, *region, plan, token, clock, jitter)
            }
            Credentials::Project {
                region,
                project,
                tokens,
            } => {
                let (project, tokens) = (project.clone(), Arc::clone(tokens));
                Sms::project(transport, *region, project, tokens, clock, jitter)
            }
        }
    }

    /// The same account as if it lived in each of the other regions that have its kind.
    pub(super) fn elsewhere(&self) -> Vec<Self> {
        let moved = |credentials| Self {
            transport: self.transport.clone(),
            credentials,
        };
        match &self.credentials {
            Credentials::ServicePlan {
                region: home,
                plan,
                token,
            } => SmsRegion::ALL
                .into_iter()
                .filter(|region| region != home)
                .map(|region| {
                    moved(Credentials::ServicePlan {
                        region,
                        plan: plan.clone(),
                        token: token.clone(),
                    })
                })
                .collect(),
            Credentials::Project {
                region: home,
                project,
                tokens,
            } => ProjectRegion::ALL
                .into_iter()
                .filter(|region| region != home)
                .map(|region| {
                    moved(Credentials::Project {
                        region,
                        project: project.clone(),
                        tokens: Arc::clone(tokens),
                    })
                })
                .collect(),
        }
    }

    /// What to do where no region knows it. A project's token was given, so its key is right.
    pub(super) fn unknown_everywhere(&self) -> Remedy {
        match self.credentials {
            Credentials::ServicePlan { .. } => Remedy::CopySmsToken,
            Credentials::Project { .. } => Remedy::CopyProject,
        }
    }
}
