//! What both products of Sinch have in common when they are looked at: the way to the host, the clock,
//! and what Sinch's answers mean for an admin.

use super::clocks::{self, Witness};
use super::fact::{Fact, Plain};
use super::finding::{Skipped, Stage};
use super::remedy::Remedy;
use super::round::{Problem, Round, Seen};
use crate::network::NotReached;
use crate::network::encryption::{Trouble, trouble_in};
use crate::sinch::error::{RefusedBecause, SinchError, Stage as Reached};
use crate::sinch::place::{Host, Place};
use crate::sinch::probe::{self, Knocked, Way};
use crate::sinch::transport::Transport;
use crate::time::Clock;

/// Whose credentials are looked at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Product {
    Verification,
    ServicePlan,
    Project,
}

/// A host of Sinch, and how it is asked.
pub(super) struct Door<'a> {
    pub(super) place: Place,
    pub(super) host: Host,
    pub(super) transport: &'a Transport,
    pub(super) clock: &'a dyn Clock,
}

impl Door<'_> {
    /// Goes through the stages before Sinch looks at any credential.
    pub(super) async fn reach(&self, round: &Round<'_>, witness: &mut Witness) -> Option<()> {
        let way = Way::to(self.place, self.host);
        let addresses = match &way {
            Way::Sandbox(address) => {
                round.skip(Stage::Name, Skipped::Sandbox);
                vec![*address]
            }
            Way::Direct { .. } | Way::Proxied { .. } => {
                let found = async {
                    let found = way
                        .find()
                        .await
                        .map_err(|error| not_reached(&error, &way))?;
                    let first = found.first().map(|found| Fact::Address(found.ip()));
                    Ok(Seen::well(found).with(place_of(&way)).with(first))
                };
                round.stage(Stage::Name, found).await?
            }
        };
        let connected = async {
            let stream = probe::connect(&addresses).await;
            stream.map_err(|error| not_reached(&error, &way))?;
            Ok(Seen::well(()).with(place_of(&way)))
        };
        round.stage(Stage::Connection, connected).await?;
        let ahead = self.encryption(round, &way).await?;
        self.clocks(round, &way, ahead, witness).await
    }

    /// What the other side's clock shows, where it was asked already.
    async fn encryption(&self, round: &Round<'_>, way: &Way) -> Option<Option<Knocked>> {
        match way {
            Way::Sandbox(_) => {
                round.skip(Stage::Encryption, Skipped::Sandbox);
                Some(None)
            }
            Way::Direct { .. } | Way::Proxied { .. } => {
                let knocked = async {
                    let knocked = self.knock(way).await?;
                    let facts = self.certificate();
                    Ok(Seen::well(knocked).with(place_of(way)).with(facts))
                };
                round.stage(Stage::Encryption, knocked).await.map(Some)
            }
        }
    }

    async fn clocks(
        &self,
        round: &Round<'_>,
        way: &Way,
        knocked: Option<Knocked>,
        witness: &mut Witness,
    ) -> Option<()> {
        let compared = async {
            let knocked = match knocked {
                Some(knocked) => knocked,
                None => self.knock(way).await?,
            };
            let Some(ahead) = knocked.clock_ahead else {
                return Ok(Seen::skipped((), Skipped::NotTold));
            };
            witness.heard(ahead);
            clocks::compare(ahead, Remedy::SetClock)
        };
        round.stage(Stage::Clock, compared).await
    }

    async fn knock(&self, way: &Way) -> Result<Knocked, Problem> {
        let knocked = probe::knock(self.transport, self.host, self.clock).await;
        knocked.map_err(|error| {
            let problem = problem_of(&error, way, None);
            problem.with(place_of(way)).with(self.certificate())
        })
    }

    fn certificate(&self) -> Vec<Fact> {
        let Some(shown) = self.transport.certificate() else {
            return Vec::new();
        };
        let issuer = Plain::new(&shown.issuer);
        vec![Fact::Issuer(issuer), Fact::Expires(shown.not_after)]
    }

    /// What a fault of a call means here.
    pub(super) fn problem_of(&self, error: &SinchError, product: Product) -> Problem {
        problem_of(error, &Way::to(self.place, self.host), Some(product))
    }
}

/// Whether credentials were taken although the call was refused for another reason.
pub(super) fn credentials_were_taken(error: &SinchError) -> bool {
    matches!(
        error.because(),
        Some(
            RefusedBecause::InsufficientAuthLevel
                | RefusedBecause::NoCredit
                | RefusedBecause::AccountBlocked
                | RefusedBecause::NotConfigured
                | RefusedBecause::Denied
        )
    )
}

fn place_of(way: &Way) -> Option<Fact> {
    let named = |name: &str, port: u16| Plain::new(&format!("{name}:{port}"));
    let fact = match way {
        Way::Sandbox(address) => Fact::Host(Plain::new(&address.to_string())),
        Way::Direct { name, port } => Fact::Host(named(name, *port)),
        Way::Proxied { name, port } => Fact::Proxy(named(name, *port)),
    };
    Some(fact)
}

fn not_reached(error: &NotReached, way: &Way) -> Problem {
    let remedy = match error.is_about_the_name() {
        true => name_remedy(way),
        false => connection_remedy(way),
    };
    Problem::new(remedy).with(place_of(way))
}

fn name_remedy(way: &Way) -> Remedy {
    match way {
        Way::Sandbox(_) => Remedy::StartSandbox,
        Way::Direct { .. } => Remedy::FindName,
        Way::Proxied { .. } => Remedy::FindProxy,
    }
}

fn connection_remedy(way: &Way) -> Remedy {
    match way {
        Way::Sandbox(_) => Remedy::StartSandbox,
        Way::Direct { .. } => Remedy::OpenWay,
        Way::Proxied { .. } => Remedy::StartProxy,
    }
}

/// What a fault means. Without a product, no credentials were shown.
fn problem_of(error: &SinchError, way: &Way, product: Option<Product>) -> Problem {
    let remedy = match error {
        SinchError::NoToken(beneath) => return problem_of(beneath, way, product),
        SinchError::Refused { because, .. } => refused(*because, error, product),
        SinchError::ClockSkew { .. } => Remedy::SetClock,
        SinchError::Unreachable { stage, cause } => match stage {
            Reached::Name => name_remedy(way),
            Reached::Connection => connection_remedy(way),
            Reached::Encryption => {
                let trouble = trouble_in(&**cause);
                trouble.map_or(Remedy::LetPass, encryption_remedy)
            }
        },
        SinchError::Redirected | SinchError::Unreadable | SinchError::TooLarge => Remedy::LetPass,
        SinchError::TimedOut
        | SinchError::Cut { .. }
        | SinchError::ServerError { .. }
        | SinchError::Unavailable { .. } => Remedy::TryLater,
        SinchError::Unfit(_) => Remedy::ShortenText,
    };
    Problem::new(remedy).with(facts_of(error))
}

/// Sinch renews its certificates, so one that seems to have ended, or not to have begun, tells of this
/// computer's clock.
fn encryption_remedy(trouble: Trouble) -> Remedy {
    match trouble {
        Trouble::Expired | Trouble::NotYetValid => Remedy::SetClock,
        Trouble::OtherName | Trouble::UnknownAuthority | Trouble::BadCertificate => {
            Remedy::TrustProxy
        }
        Trouble::WantsOurs | Trouble::NotSpoken => Remedy::LetPass,
    }
}

fn refused(because: RefusedBecause, error: &SinchError, product: Option<Product>) -> Remedy {
    match because {
        RefusedBecause::BadCredentials | RefusedBecause::WrongRegionOrPlan => {
            product.map_or(Remedy::LetPass, |product| credentials(product, error))
        }
        RefusedBecause::InsufficientAuthLevel | RefusedBecause::Denied => match product {
            Some(Product::Verification) => Remedy::EnableVerification,
            Some(Product::ServicePlan | Product::Project) => Remedy::EnableSms,
            None => Remedy::LetPass,
        },
        RefusedBecause::NoCredit | RefusedBecause::AccountBlocked => Remedy::TopUp,
        RefusedBecause::NotConfigured => Remedy::FinishSinchSetUp,
        // Without Sinch's own number, somebody else said so.
        RefusedBecause::NotFound => Remedy::LetPass,
        RefusedBecause::TooSoon | RefusedBecause::Capacity { .. } => Remedy::TryLater,
        RefusedBecause::InvalidNumber
        | RefusedBecause::IllegalNumberType
        | RefusedBecause::Blacklisted
        | RefusedBecause::NoRoute => Remedy::GiveAnotherPhone,
        RefusedBecause::InvalidRequest
        | RefusedBecause::WrongCode
        | RefusedBecause::DuplicateReference
        | RefusedBecause::Other => Remedy::AskSinch,
    }
}

/// Which of the credentials is wrong. Only Verification says: a wrong signature is a wrong secret
/// (40102), all else a key that it doesn't know (Sinch wire facts §5).
fn credentials(product: Product, error: &SinchError) -> Remedy {
    match product {
        Product::Verification if sinch_code(error) == Some("40102") => {
            Remedy::CopyApplicationSecret
        }
        Product::Verification => Remedy::CopyApplicationKey,
        Product::ServicePlan => Remedy::CopySmsToken,
        Product::Project => Remedy::CopyKeySecret,
    }
}

fn sinch_code(error: &SinchError) -> Option<&str> {
    match error {
        SinchError::Refused { code, .. } => code.as_ref().map(|code| code.as_str()),
        SinchError::NoToken(beneath) => sinch_code(beneath),
        SinchError::ClockSkew { .. }
        | SinchError::Unfit(_)
        | SinchError::Unreachable { .. }
        | SinchError::TimedOut
        | SinchError::Cut { .. }
        | SinchError::Unreadable
        | SinchError::TooLarge
        | SinchError::Redirected
        | SinchError::ServerError { .. }
        | SinchError::Unavailable { .. } => None,
    }
}

/// What can be told of a fault.
pub(super) fn facts_of(error: &SinchError) -> Vec<Fact> {
    let mut facts = vec![Fact::Code(error.code())];
    facts.extend(sinch_code(error).map(|code| Fact::SinchCode(Plain::new(code))));
    facts.extend(error.clock_off_by().map(Fact::ClockAhead));
    facts.extend(error.retry_after().map(Fact::RetryIn));
    facts
}
