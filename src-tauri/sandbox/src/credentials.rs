//! The credentials that the sandbox accepts: one set for each of Sinch's three doors.
//! They guard nothing real; they are here so that a client's authentication is really exercised.

use std::fmt;

/// The credentials a sandbox accepts. [`Default`] gives the published training set.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Key of the Verification application.
    pub application_key: String,
    /// Secret of the Verification application, in base64 as Sinch's dashboard shows it.
    pub application_secret: String,
    /// Id of the SMS service plan, which stands in the path.
    pub service_plan: String,
    /// API token of the SMS service plan.
    pub service_plan_token: String,
    /// Id of the project, which stands in the path of project-scoped APIs.
    pub project: String,
    /// Id of the project's access key, the user name at the OAuth2 token endpoint.
    pub key_id: String,
    /// Secret of the project's access key.
    pub key_secret: String,
}

impl Default for Credentials {
    fn default() -> Self {
        Self {
            application_key: "sandbox".to_owned(),
            // base64 of `sandbox-secret-0`
            application_secret: "c2FuZGJveC1zZWNyZXQtMA==".to_owned(),
            service_plan: "sandbox-plan".to_owned(),
            service_plan_token: "sandbox-token".to_owned(),
            project: "sandbox-project".to_owned(),
            key_id: "sandbox-key".to_owned(),
            key_secret: "sandbox-key-secret".to_owned(),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Credentials")
            .field("application_key", &self.application_key)
            .field("service_plan", &self.service_plan)
            .field("project", &self.project)
            .field("key_id", &self.key_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::{Engine, engine::general_purpose::STANDARD};

    #[test]
    fn the_default_application_secret_is_the_documented_one_in_base64() {
        let secret = Credentials::default().application_secret;
        assert_eq!(STANDARD.decode(secret).unwrap(), b"sandbox-secret-0");
    }

    #[test]
    fn debug_output_holds_no_secret() {
        let credentials = Credentials::default();
        let shown = format!("{credentials:?}");
        for secret in [
            &credentials.application_secret,
            &credentials.service_plan_token,
            &credentials.key_secret,
        ] {
            assert!(!shown.contains(secret.as_str()));
        }
    }
}
