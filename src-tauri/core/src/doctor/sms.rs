//! Sinch SMS, looked at: whether the credentials are taken, in which region if not in this one, what a
//! text would be, and, at the admin's word, whether one arrives.

use std::sync::Arc;

use rand::CryptoRng;

use super::clocks::Witness;
use super::fact::Fact;
use super::finding::{Skipped, Stage, Subject};
use super::remedy::Remedy;
use super::round::{Problem, Round, Seen, Tell};
use super::secrets::{Held, Secrets, secret_of};
use super::sinch::{Door, credentials_were_taken, facts_of};
use super::texts;
use super::{Doctor, Examination};
use crate::challenge::{Channel, Route, SendId};
use crate::phone::PhoneNumber;
use crate::settings::SmsAccount;
use crate::sinch::error::{RefusedBecause, SinchError};
use crate::sinch::place::Host;
use crate::sinch::sms::Sms;
use crate::sinch::transport::Transport;
use crate::time::Clock;

mod account;

use account::TextAccount;

const STAGES: &[Stage] = &[
    Stage::Settings,
    Stage::Name,
    Stage::Connection,
    Stage::Encryption,
    Stage::Clock,
    Stage::Authentication,
    Stage::Permission,
    Stage::DryRun,
    Stage::Text,
    Stage::Delivery,
];

/// A number that is nobody's (NANPA reserves 555-0100 to 0199 for fiction): nothing is sent to it.
const NOBODY: &str = "+12025550100";

impl Doctor {
    pub(super) async fn sms(
        &self,
        examination: &Examination,
        secrets: &Secrets,
        randomness: &mut (dyn CryptoRng + Send),
        witness: &mut Witness,
        tell: Tell<'_>,
    ) {
        let Some(account) = &examination.settings.sinch.sms else {
            return;
        };
        let round = self.round(Subject::SinchSms, STAGES, tell);
        let held = secrets.of(secret_of(account));
        let reference = SendId::draw(randomness);
        self.look_at_sms(&round, examination, account, held, reference, witness)
            .await;
    }

    /// Nothing where a stage failed.
    async fn look_at_sms(
        &self,
        round: &Round<'_>,
        examination: &Examination,
        account: &SmsAccount,
        held: &Held,
        reference: SendId,
        witness: &mut Witness,
    ) -> Option<()> {
        let transport = Transport::new(self.place, self.timeouts);
        let shaped = async {
            let transport = transport.map_err(|_| Problem::new(Remedy::TryLater))?;
            let texts = match held {
                Held::Secret(secret) => Some(TextAccount::of(account, secret, &transport)?),
                Held::Missing | Held::Unknown => None,
            };
            Ok(Seen::well((transport, texts)))
        };
        let (transport, texts) = round.stage(Stage::Settings, shaped).await?;
        let door = Door {
            place: self.place,
            host: host_of(account),
            transport: &transport,
            clock: &*self.clock,
        };
        door.reach(round, witness).await?;
        let Some(texts) = texts else {
            round.skip(Stage::Authentication, Skipped::NoSecret);
            round.skip_after(Stage::Authentication, Skipped::NoSecret);
            return None;
        };
        let entered = enter(&door, &texts, &self.clock, reference);
        let denied = round.stage(Stage::Authentication, entered).await?;
        let allowed = async { denied.map_or(Ok(Seen::well(())), Err) };
        round.stage(Stage::Permission, allowed).await?;
        let sms = texts.sms(&self.clock);
        self.try_texts(round, &door, &sms, examination, reference)
            .await
    }

    async fn try_texts(
        &self,
        round: &Round<'_>,
        door: &Door<'_>,
        sms: &Sms,
        examination: &Examination,
        reference: SendId,
    ) -> Option<()> {
        let settings = &examination.settings;
        let sender = settings.sinch.sender.as_ref();
        let to = examination.phone.clone();
        if let Some(to) = to.or_else(|| PhoneNumber::from_e164(NOBODY).ok()) {
            let dry = texts::dry_run(door, sms, settings, &to);
            round.stage(Stage::DryRun, dry).await?;
        }
        let Some(phone) = &examination.phone else {
            round.skip_after(Stage::DryRun, Skipped::NoPhone);
            return Some(());
        };
        let carried = settings.channels.carried(&settings.sinch);
        if !carried.contains(&(Channel::Sms, Route::SinchSms)) {
            round.skip_after(Stage::DryRun, Skipped::OtherRoute);
            return Some(());
        }
        let sent = texts::send(door, sms, sender, phone, reference);
        let batch = round.stage(Stage::Text, sent).await?;
        let followed = texts::follow(round.teller(), sms, &batch, phone);
        round.stage(Stage::Delivery, followed).await
    }
}

/// The host that an account's own region has.
fn host_of(account: &SmsAccount) -> Host {
    match account {
        SmsAccount::ServicePlan { region, .. } => Host::Sms(*region),
        SmsAccount::Project { region, .. } => Host::ProjectSms(*region),
    }
}

/// Asks for a text that nobody sent. Answers why not all is allowed, where the credentials were taken.
/// Where they weren't, the other regions are asked: a right token looks wrong in all regions but one
/// (Sinch wire facts §4.4).
async fn enter(
    door: &Door<'_>,
    account: &TextAccount,
    clock: &Arc<dyn Clock>,
    unknown: SendId,
) -> Result<Seen<Option<Problem>>, Problem> {
    let Err(error) = account.sms(clock).find(unknown).await else {
        return Ok(Seen::well(None));
    };
    let problem = door.problem_of(&error, account.product());
    if credentials_were_taken(&error) {
        return Ok(Seen::well(Some(problem)));
    }
    if !may_live_elsewhere(&error) {
        return Err(problem);
    }
    for elsewhere in account.elsewhere() {
        if is_known(elsewhere.sms(clock).find(unknown).await) {
            let region = Fact::LivesIn(elsewhere.region());
            return Err(Problem::new(Remedy::ChooseRegion).with([region]));
        }
    }
    Err(Problem::new(account.unknown_everywhere()).with(facts_of(&error)))
}

fn may_live_elsewhere(error: &SinchError) -> bool {
    // Tokens are given by one host for all regions.
    let has_token = !matches!(error, SinchError::NoToken(_));
    let is_unknown = matches!(
        error.because(),
        Some(RefusedBecause::BadCredentials | RefusedBecause::WrongRegionOrPlan)
    );
    has_token && is_unknown
}

fn is_known<T>(answer: Result<T, SinchError>) -> bool {
    match answer {
        Ok(_) => true,
        Err(error) => credentials_were_taken(&error),
    }
}
