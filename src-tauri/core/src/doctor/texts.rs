//! Texts of Sinch SMS, tried out: one as it would be sent, without sending it, and one to the admin's
//! own phone that says that it is a test and carries no code.

use std::collections::BTreeSet;
use std::time::Duration;

use secrecy::SecretString;
use tokio::time::sleep;

use super::fact::Fact;
use super::finding::Stage;
use super::remedy::Remedy;
use super::round::{Problem, Seen, Teller};
use super::sinch::{Door, Product, facts_of};
use crate::challenge::{ProviderId, SendId};
use crate::code::{Code, CodeLength, Expected};
use crate::phone::PhoneNumber;
use crate::settings::Settings;
use crate::sinch::error::{RefusedBecause, SinchError};
use crate::sinch::sms::{
    Body, DeliveryReport, DeliveryStatus, DryRun, FailureCause, Sender, Sms, Text,
};
use crate::text::{Language, Wording, compose};

/// What the admin reads on their phone.
const TEST: &str = "This is a test by Countersign. It carries no code, and there is nothing to do.";

/// How long the text may be under way.
const LIFETIME: Duration = Duration::from_secs(5 * 60);

/// When it is asked how far the text has come; a minute in all.
const PAUSES: [Duration; 9] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(3),
    Duration::from_secs(5),
    Duration::from_secs(8),
    Duration::from_secs(8),
    Duration::from_secs(10),
    Duration::from_secs(10),
    Duration::from_secs(13),
];

/// Asks what the texts of this desk would be: in the usual language, and in each that it words itself.
/// The longest is what is told.
pub(super) async fn dry_run(
    door: &Door<'_>,
    sms: &Sms,
    settings: &Settings,
    to: &PhoneNumber,
) -> Result<Seen<()>, Problem> {
    let sender = settings.sinch.sender.as_ref();
    let mut longest: Option<DryRun> = None;
    for language in languages(settings) {
        let body = sample(settings, language).and_then(|words| Body::new(words).ok());
        let body = body.ok_or(Problem::new(Remedy::ShortenText))?;
        let told = sms.dry_run(to, sender, &body).await;
        let told = told.map_err(|error| problem_of(door, &error, sender))?;
        if longest.is_none_or(|longest| told.parts > longest.parts) {
            longest = Some(told);
        }
    }
    let facts = longest.map(|text| [Fact::Parts(text.parts), Fact::Encoding(text.encoding)]);
    let is_long = longest.is_some_and(|text| text.parts > 1);
    let warning = is_long.then_some(Remedy::ShortenText);
    let seen = Seen::well(()).with(facts.into_iter().flatten());
    Ok(seen.warned(warning))
}

fn languages(settings: &Settings) -> BTreeSet<Language> {
    let own = settings.texts.0.keys().copied();
    own.chain([Language::default()]).collect()
}

/// A text as this desk would send it, with digits that nobody drew.
fn sample(settings: &Settings, language: Language) -> Option<SecretString> {
    let length = CodeLength::new(settings.rules.code_digits).unwrap_or_default();
    let digits = "0".repeat(length.digits().into());
    let code = Code::typed(&digits, Expected::Exactly(length)).ok()?;
    let site = settings.organisation.name.as_ref();
    let wording = Wording {
        site: site.unwrap_or(&settings.desk.name).as_str(),
        desk: settings.desk.name.as_str(),
        language,
        own: settings.texts.of(language),
    };
    let minutes = u8::try_from(settings.rules.lifetime_minutes).unwrap_or(u8::MAX);
    Some(compose(&wording, &code, minutes))
}

/// Sends the test.
pub(super) async fn send(
    door: &Door<'_>,
    sms: &Sms,
    sender: Option<&Sender>,
    to: &PhoneNumber,
    reference: SendId,
) -> Result<Seen<ProviderId>, Problem> {
    let body = Body::new(TEST.into()).map_err(|_| Problem::new(Remedy::ShortenText))?;
    let text = Text {
        to,
        from: sender,
        body: &body,
        reference,
        lifetime: LIFETIME,
    };
    let sent = sms.send(&text).await;
    let sent = sent.map_err(|error| problem_of(door, &error, sender))?;
    Ok(Seen::well(sent))
}

/// A refused kind of number is the sender's where one is set: the other is the admin's own phone.
fn problem_of(door: &Door<'_>, error: &SinchError, sender: Option<&Sender>) -> Problem {
    let is_about_numbers = error.because() == Some(RefusedBecause::IllegalNumberType);
    if is_about_numbers && sender.is_some() {
        return Problem::new(Remedy::CorrectSender).with(facts_of(error));
    }
    door.problem_of(error, Product::ServicePlan)
}

/// Follows the test to the phone, and tells each step of it.
pub(super) async fn follow(
    teller: Teller<'_>,
    sms: &Sms,
    batch: &ProviderId,
    to: &PhoneNumber,
) -> Result<Seen<()>, Problem> {
    let mut facts = Vec::new();
    for pause in PAUSES {
        sleep(pause).await;
        match sms.delivery(batch, to).await {
            Ok(Some(report)) if report.status.is_final() => return ended(&report),
            Ok(Some(report)) => {
                facts = vec![Fact::Delivery(report.status)];
                teller.running(Stage::Delivery, facts.clone());
            }
            Ok(None) => {}
            Err(error) => facts = facts_of(&error),
        }
    }
    Ok(Seen::well(()).with(facts).warned(Some(Remedy::LookAtPhone)))
}

fn ended(report: &DeliveryReport) -> Result<Seen<()>, Problem> {
    let fact = Fact::Delivery(report.status);
    if report.status == DeliveryStatus::Delivered {
        return Ok(Seen::well(()).with([fact]));
    }
    let remedy = match report.failure().unwrap_or(FailureCause::Unknown) {
        FailureCause::Account => Remedy::TopUp,
        FailureCause::Text => Remedy::CorrectSender,
        FailureCause::Temporary | FailureCause::TooLate => Remedy::TryLater,
        FailureCause::Unroutable
        | FailureCause::Blocked
        | FailureCause::NobodyThere
        | FailureCause::Unknown => Remedy::GiveAnotherPhone,
    };
    Err(Problem::new(remedy).with([fact]))
}
