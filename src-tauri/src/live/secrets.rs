//! The secrets that a desk's settings need, out of the vault and into the types that use them. Which can
//! be a secret at all is decided here too, before it is kept.

use countersign_core::settings::{Settings, SmsAccount, StoreChoice};
use countersign_core::sinch::credentials::looks::{
    CredentialField, Look, LookProblem, Looks, look,
};
use countersign_core::sinch::credentials::{ApiToken, KeySecret};
use countersign_core::sinch::signature::ApplicationSecret;
use countersign_core::store::redis::{Place, RedisSecrets, RedisSettings};
use countersign_core::vault::{SecretName, SecretSet, Vault};
use secrecy::{ExposeSecret, SecretString};

use super::LiveError;

/// All that the settings need, the site key apart.
pub(super) struct Secrets {
    pub(super) sinch: SinchSecrets,
    pub(super) redis: RedisSecrets,
}

/// What proves to Sinch who asks, for each account that is named.
pub(super) struct SinchSecrets {
    pub(super) application: Option<ApplicationSecret>,
    pub(super) sms: Option<SmsSecret>,
}

/// What proves whose texts they are.
pub(super) enum SmsSecret {
    /// For a service plan.
    Token(ApiToken),
    /// For a project.
    Key(KeySecret),
}

impl Secrets {
    /// Reads what the settings need.
    pub(super) async fn of(settings: &Settings, vault: &Vault) -> Result<Self, LiveError> {
        let set = Set {
            vault,
            name: &settings.secrets,
        };
        let application = match &settings.sinch.verification {
            None => None,
            Some(_) => Some(set.application_secret().await?),
        };
        let sms = match &settings.sinch.sms {
            None => None,
            Some(SmsAccount::ServicePlan { .. }) => Some(SmsSecret::Token(set.token().await?)),
            Some(SmsAccount::Project { .. }) => Some(SmsSecret::Key(set.key_secret().await?)),
        };
        let redis = match &settings.store {
            StoreChoice::Embedded {} => RedisSecrets::default(),
            StoreChoice::Redis(redis) => set.redis_secrets(redis).await?,
        };
        Ok(Self {
            sinch: SinchSecrets { application, sms },
            redis,
        })
    }
}

/// The set of secrets that goes with the settings.
struct Set<'a> {
    vault: &'a Vault,
    name: &'a SecretSet,
}

impl Set<'_> {
    async fn application_secret(&self) -> Result<ApplicationSecret, LiveError> {
        let name = SecretName::SinchApplicationSecret;
        let secret = self.needed(name).await?;
        ApplicationSecret::from_base64(&secret).map_err(|_| LiveError::Unfit(name))
    }

    async fn token(&self) -> Result<ApiToken, LiveError> {
        let name = SecretName::SinchSmsToken;
        let secret = self.needed(name).await?;
        ApiToken::new(secret).map_err(|_| LiveError::Unfit(name))
    }

    async fn key_secret(&self) -> Result<KeySecret, LiveError> {
        let name = SecretName::SinchKeySecret;
        let secret = self.needed(name).await?;
        KeySecret::new(secret).map_err(|_| LiveError::Unfit(name))
    }

    /// A user that has a name has a password; the default user need have none.
    async fn redis_secrets(&self, redis: &RedisSettings) -> Result<RedisSecrets, LiveError> {
        Ok(RedisSecrets {
            password: self
                .password(SecretName::RedisPassword, redis.user.is_some())
                .await?,
            sentinel_password: match &redis.place {
                Place::Single { .. } | Place::Cluster { .. } => None,
                Place::Sentinel { user, .. } => {
                    self.password(SecretName::SentinelPassword, user.is_some())
                        .await?
                }
            },
        })
    }

    async fn password(
        &self,
        name: SecretName,
        is_needed: bool,
    ) -> Result<Option<SecretString>, LiveError> {
        if is_needed {
            return Ok(Some(self.needed(name).await?));
        }
        Ok(self.vault.read(self.name, name).await?)
    }

    async fn needed(&self, name: SecretName) -> Result<SecretString, LiveError> {
        let kept = self.vault.read(self.name, name).await?;
        kept.ok_or(LiveError::Missing(name))
    }
}

/// Whether a text can be the secret of that name; if not, why, as the front end has words for it.
pub(crate) fn check(name: SecretName, secret: &SecretString) -> Result<(), LookProblem> {
    let problem = match CredentialField::of(name) {
        Some(field) => unfit(look(field, secret)),
        None => secret
            .expose_secret()
            .is_empty()
            .then_some(LookProblem::Empty),
    };
    problem.map_or(Ok(()), Err)
}

fn unfit(look: Look) -> Option<LookProblem> {
    match look.looks {
        Looks::Unfit => look.problem,
        Looks::Right | Looks::Unsure => None,
    }
}
