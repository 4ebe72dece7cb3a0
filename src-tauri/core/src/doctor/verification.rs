//! Sinch Verification, looked at: whether the application's key and secret are taken, and, at the
//! admin's word, whether a code leaves for their phone.

use std::sync::Arc;
use std::time::Duration;

use rand::CryptoRng;
use secrecy::SecretString;
use tokio::time::sleep;

use super::clocks::Witness;
use super::finding::{Skipped, Stage, Subject};
use super::remedy::Remedy;
use super::round::{Problem, Round, Seen, Tell};
use super::secrets::{Held, Secrets};
use super::sinch::{Door, Product, credentials_were_taken, facts_of};
use super::{Doctor, Examination};
use crate::challenge::{Channel, ProviderId, Route, SendId};
use crate::phone::PhoneNumber;
use crate::settings::VerificationAccount;
use crate::sinch::place::Host;
use crate::sinch::retry::RandomJitter;
use crate::sinch::signature::ApplicationSecret;
use crate::sinch::transport::Transport;
use crate::sinch::verification::{Reason, Start, Status, StatusOf, Verification};
use crate::vault::SecretName;

const STAGES: &[Stage] = &[
    Stage::Settings,
    Stage::Name,
    Stage::Connection,
    Stage::Encryption,
    Stage::Clock,
    Stage::Authentication,
    Stage::Permission,
    Stage::Text,
    Stage::Delivery,
];

/// How long the code that is sent counts. Nobody will type it.
const LIFETIME: Duration = Duration::from_secs(60);

/// When it is asked what became of the code. What hasn't failed by then is on its way: Sinch tells no
/// more (Sinch wire facts §1.8).
const PAUSES: [Duration; 4] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(3),
    Duration::from_secs(5),
];

impl Doctor {
    pub(super) async fn verification(
        &self,
        examination: &Examination,
        secrets: &Secrets,
        randomness: &mut (dyn CryptoRng + Send),
        witness: &mut Witness,
        tell: Tell<'_>,
    ) {
        let Some(account) = &examination.settings.sinch.verification else {
            return;
        };
        let round = self.round(Subject::SinchVerification, STAGES, tell);
        let held = secrets.of(SecretName::SinchApplicationSecret);
        let reference = SendId::draw(randomness);
        self.look_at_verification(&round, examination, account, held, reference, witness)
            .await;
    }

    /// Nothing where a stage failed.
    async fn look_at_verification(
        &self,
        round: &Round<'_>,
        examination: &Examination,
        account: &VerificationAccount,
        held: &Held,
        reference: SendId,
        witness: &mut Witness,
    ) -> Option<()> {
        let transport = Transport::new(self.place, self.timeouts);
        let shaped = async {
            let transport = transport.map_err(|_| Problem::new(Remedy::TryLater))?;
            let secret = match held {
                Held::Secret(secret) => Some(read(secret)?),
                Held::Missing | Held::Unknown => None,
            };
            Ok(Seen::well((transport, secret)))
        };
        let (transport, secret) = round.stage(Stage::Settings, shaped).await?;
        let door = Door {
            place: self.place,
            host: Host::Verification,
            transport: &transport,
            clock: &*self.clock,
        };
        door.reach(round, witness).await?;
        let Some(secret) = secret else {
            round.skip(Stage::Authentication, Skipped::NoSecret);
            round.skip_after(Stage::Authentication, Skipped::NoSecret);
            return None;
        };
        let verification = Verification::new(
            transport.clone(),
            account.application_key.clone(),
            secret,
            Arc::clone(&self.clock),
            Arc::new(RandomJitter),
        );
        let entered = enter(&door, &verification, reference);
        let denied = round.stage(Stage::Authentication, entered).await?;
        let allowed = async { denied.map_or(Ok(Seen::well(())), Err) };
        round.stage(Stage::Permission, allowed).await?;
        let Some(phone) = &examination.phone else {
            round.skip_after(Stage::Permission, Skipped::NoPhone);
            return Some(());
        };
        let carried = &examination.settings.channels;
        let by_verification = (Channel::Sms, Route::SinchVerification);
        if !carried
            .carried(&examination.settings.sinch)
            .contains(&by_verification)
        {
            round.skip_after(Stage::Permission, Skipped::OtherRoute);
            return Some(());
        }
        let sent = send(&door, &verification, phone, reference);
        let id = round.stage(Stage::Text, sent).await?;
        round
            .stage(Stage::Delivery, follow(&verification, &id))
            .await
    }
}

fn read(secret: &SecretString) -> Result<ApplicationSecret, Problem> {
    let read = ApplicationSecret::from_base64(secret);
    read.map_err(|_| Problem::new(Remedy::CopyApplicationSecret))
}

/// Asks about a verification that nobody began. Answers why not all is allowed, where the credentials
/// were taken.
async fn enter(
    door: &Door<'_>,
    verification: &Verification,
    unknown: SendId,
) -> Result<Seen<Option<Problem>>, Problem> {
    match verification.status_by_reference(unknown).await {
        Ok(_) => Ok(Seen::well(None)),
        Err(error) => {
            let problem = door.problem_of(&error, Product::Verification);
            match credentials_were_taken(&error) {
                true => Ok(Seen::well(Some(problem))),
                false => Err(problem),
            }
        }
    }
}

async fn send(
    door: &Door<'_>,
    verification: &Verification,
    number: &PhoneNumber,
    reference: SendId,
) -> Result<Seen<ProviderId>, Problem> {
    let start = Start {
        channel: Channel::Sms,
        number,
        reference,
        lifetime: LIFETIME,
        language: None,
    };
    let started = verification.start(&start).await;
    let started = started.map_err(|error| door.problem_of(&error, Product::Verification))?;
    Ok(Seen::well(started.id))
}

async fn follow(verification: &Verification, id: &ProviderId) -> Result<Seen<()>, Problem> {
    for pause in PAUSES {
        sleep(pause).await;
        match verification.status(id).await {
            Ok(StatusOf { status, reason, .. }) => match status {
                Status::Pending | Status::Other => {}
                Status::Successful => return Ok(Seen::well(())),
                Status::Fail | Status::Denied | Status::Aborted | Status::Error => {
                    return Err(Problem::new(remedy_for(reason)));
                }
            },
            Err(error) => {
                let seen = Seen::well(()).with(facts_of(&error));
                return Ok(seen.warned(Some(Remedy::LookAtPhone)));
            }
        }
    }
    Ok(Seen::skipped((), Skipped::NotTold))
}

fn remedy_for(reason: Option<Reason>) -> Remedy {
    let Some(reason) = reason else {
        return Remedy::GiveAnotherPhone;
    };
    match reason {
        Reason::NotEnoughCredit => Remedy::TopUp,
        Reason::DeniedByCallback | Reason::InvalidCallback => Remedy::FinishSinchSetUp,
        Reason::InternalError => Remedy::TryLater,
        Reason::DestinationDenied => Remedy::EnableVerification,
        Reason::Fraud
        | Reason::Blocked
        | Reason::Unreachable
        | Reason::FailedPending
        | Reason::SmsDeliveryFailure
        | Reason::InvalidCli
        | Reason::InvalidCode
        | Reason::Expired
        | Reason::HungUp
        | Reason::Other => Remedy::GiveAnotherPhone,
    }
}
