//! What the calls of one product of Sinch have met: how fast Sinch answers, what keeps it from doing its
//! part, how far this computer's clock is off. Only remembers; what is said of it is in `health`.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use tokio::time::Instant;

use super::answer::Answer;
use super::error::{RefusedBecause, SinchError};

/// How far a call proves that Sinch can be worked with. What failed at one step is made good by success
/// at that step or a later one: a connection says nothing of credit.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Reach {
    /// Something answers.
    Line,
    /// Sinch knows the caller, and serves.
    Service,
    /// Sinch took a message.
    Sending,
}

/// What a product's calls have met, as far as it still matters.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// How long the newest answer took.
    pub took: Option<Duration>,
    /// How far this computer's clock is ahead of Sinch's (negative: behind), by the newest answer that
    /// told the time; to a second, and to the time that answer took.
    pub clock_ahead: Option<SignedDuration>,
    /// What keeps Sinch from doing its part, by the step that failed.
    pub(crate) troubles: BTreeMap<Reach, Trouble>,
}

/// What keeps Sinch from doing its part.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Trouble {
    /// The stable name, as of [`SinchError::code`].
    pub code: &'static str,
    /// Since when, as far as this desk knows.
    pub since: Instant,
}

impl Heard {
    /// What keeps Sinch from doing its part: of several, what has to be put right first.
    pub fn trouble(&self) -> Option<Trouble> {
        self.troubles.first_key_value().map(|(_, trouble)| *trouble)
    }

    /// Success at one step makes good what failed at it and before it.
    fn succeeded(&mut self, reach: Reach) {
        self.troubles.retain(|failed, _| *failed > reach);
    }

    /// A failure at one step says that the steps before it work. The same failure goes on.
    fn failed(&mut self, error: &SinchError, now: Instant) {
        let Some(step) = failed_at(error) else {
            return;
        };
        self.troubles.retain(|failed, _| *failed >= step);
        let code = error.code();
        let trouble = Trouble { code, since: now };
        let known = self.troubles.entry(step).or_insert(trouble);
        if known.code != code {
            *known = trouble;
        }
        if let Some(off_by) = error.clock_off_by() {
            self.clock_ahead = Some(off_by);
        }
    }
}

/// Remembers what a product's calls meet, and tells whoever watches. Clones are the same one.
#[derive(Clone, Debug)]
pub(crate) struct Pulse(Arc<watch::Sender<Heard>>);

impl Default for Pulse {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Heard::default())))
    }
}

impl Pulse {
    /// An answer came, at `now` by this computer, and refused what was asked or did not.
    pub(crate) fn answered(
        &self,
        reach: Reach,
        answer: &Answer,
        refusal: Option<&SinchError>,
        now: Timestamp,
    ) {
        self.0.send_modify(|heard| {
            heard.took = Some(answer.took);
            if let Some(ahead) = answer.clock_ahead_by(now) {
                heard.clock_ahead = Some(ahead);
            }
            match refusal {
                None => heard.succeeded(reach),
                Some(error) if failed_at(error).is_some() => heard.failed(error, Instant::now()),
                // A refusal that is about the customer's number or code: Sinch itself does its part.
                Some(_) => heard.succeeded(reach.min(Reach::Service)),
            }
        });
    }

    /// No answer came, or none that can be used.
    pub(crate) fn failed(&self, error: &SinchError) {
        self.0
            .send_modify(|heard| heard.failed(error, Instant::now()));
    }

    /// What was met so far, and each change.
    pub(crate) fn watch(&self) -> watch::Receiver<Heard> {
        self.0.subscribe()
    }
}

/// The step at which a call failed; nothing where the failure is about that call alone.
fn failed_at(error: &SinchError) -> Option<Reach> {
    match error {
        SinchError::Refused { because, .. } => refused_at(*because),
        SinchError::NoToken(beneath) => failed_at(beneath),
        SinchError::Unreachable { .. } => Some(Reach::Line),
        SinchError::ClockSkew { .. }
        | SinchError::TimedOut
        | SinchError::Cut { .. }
        | SinchError::Unreadable
        | SinchError::TooLarge
        | SinchError::Redirected
        | SinchError::ServerError { .. }
        | SinchError::Unavailable { .. } => Some(Reach::Service),
        SinchError::Unfit(_) => None,
    }
}

fn refused_at(because: RefusedBecause) -> Option<Reach> {
    match because {
        RefusedBecause::BadCredentials
        | RefusedBecause::WrongRegionOrPlan
        | RefusedBecause::InsufficientAuthLevel
        | RefusedBecause::Capacity { .. } => Some(Reach::Service),
        RefusedBecause::NoCredit
        | RefusedBecause::AccountBlocked
        | RefusedBecause::NotConfigured => Some(Reach::Sending),
        RefusedBecause::InvalidNumber
        | RefusedBecause::IllegalNumberType
        | RefusedBecause::InvalidRequest
        | RefusedBecause::WrongCode
        | RefusedBecause::NotFound
        | RefusedBecause::Blacklisted
        | RefusedBecause::Denied
        | RefusedBecause::NoRoute
        | RefusedBecause::TooSoon
        | RefusedBecause::DuplicateReference
        | RefusedBecause::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use reqwest::header::DATE;

    use super::*;

    const NOON: &str = "Sun, 22 Nov 2026 12:00:00 GMT";

    fn noon() -> Timestamp {
        "2026-11-22T12:00:00Z".parse().unwrap()
    }

    fn refused(because: RefusedBecause) -> SinchError {
        SinchError::refused(because)
    }

    fn unreachable() -> SinchError {
        SinchError::Unreachable {
            stage: crate::sinch::error::Stage::Connection,
            cause: Arc::new(std::io::Error::other("beneath")),
        }
    }

    fn answer(pulse: &Pulse, reach: Reach, refusal: Option<&SinchError>) {
        let answer = Answer::for_tests(200, &[(DATE, NOON)], "");
        pulse.answered(reach, &answer, refusal, noon());
    }

    fn trouble(pulse: &Pulse) -> Option<&'static str> {
        pulse.watch().borrow().trouble().map(|trouble| trouble.code)
    }

    #[test]
    fn a_step_is_made_good_by_itself_and_by_later_ones() {
        for (error, made_good) in [
            (unreachable(), [true, true, true]),
            (refused(RefusedBecause::BadCredentials), [false, true, true]),
            (SinchError::TimedOut, [false, true, true]),
            (refused(RefusedBecause::NoCredit), [false, false, true]),
        ] {
            let reaches = [Reach::Line, Reach::Service, Reach::Sending];
            for (reach, is_well) in reaches.into_iter().zip(made_good) {
                let pulse = Pulse::default();
                pulse.failed(&error);
                answer(&pulse, reach, None);
                assert_eq!(trouble(&pulse).is_none(), is_well, "{error:?} {reach:?}");
            }
        }
    }

    #[test]
    fn a_refusal_about_the_customer_says_that_sinch_does_its_part() {
        for because in [
            RefusedBecause::InvalidNumber,
            RefusedBecause::WrongCode,
            RefusedBecause::NotFound,
            RefusedBecause::Blacklisted,
            RefusedBecause::TooSoon,
        ] {
            let pulse = Pulse::default();
            pulse.failed(&refused(RefusedBecause::BadCredentials));
            answer(&pulse, Reach::Sending, Some(&refused(because)));
            assert_eq!(trouble(&pulse), None, "{because:?}");
        }
    }

    #[test]
    fn a_refusal_about_the_customer_says_nothing_of_credit() {
        let pulse = Pulse::default();
        pulse.failed(&refused(RefusedBecause::NoCredit));
        let number = refused(RefusedBecause::InvalidNumber);
        answer(&pulse, Reach::Sending, Some(&number));
        assert_eq!(trouble(&pulse), Some("sinch.no_credit"));
    }

    #[test]
    fn a_line_that_is_back_leaves_the_account_as_it_was() {
        let pulse = Pulse::default();
        pulse.failed(&refused(RefusedBecause::NoCredit));
        pulse.failed(&unreachable());
        assert_eq!(trouble(&pulse), Some("sinch.unreachable"));
        answer(&pulse, Reach::Line, None);
        assert_eq!(trouble(&pulse), Some("sinch.no_credit"));
    }

    #[test]
    fn what_is_refused_was_reached() {
        let pulse = Pulse::default();
        pulse.failed(&unreachable());
        let credentials = refused(RefusedBecause::BadCredentials);
        answer(&pulse, Reach::Service, Some(&credentials));
        assert_eq!(trouble(&pulse), Some("sinch.bad_credentials"));
    }

    #[test]
    fn a_missing_token_fails_where_its_own_call_did() {
        let pulse = Pulse::default();
        pulse.failed(&SinchError::NoToken(Box::new(unreachable())));
        answer(&pulse, Reach::Line, None);
        assert_eq!(trouble(&pulse), None);
    }

    #[test]
    fn what_was_never_asked_says_nothing_of_sinch() {
        let pulse = Pulse::default();
        pulse.failed(&SinchError::Unfit(crate::sinch::error::Unfit::Id));
        assert_eq!(trouble(&pulse), None);
    }

    #[tokio::test(start_paused = true)]
    async fn the_same_trouble_goes_on_and_another_one_begins() {
        let pulse = Pulse::default();
        let since = || {
            pulse
                .watch()
                .borrow()
                .trouble()
                .map(|trouble| trouble.since)
        };
        let begin = Instant::now();
        pulse.failed(&SinchError::TimedOut);
        tokio::time::advance(Duration::from_secs(5)).await;
        pulse.failed(&SinchError::TimedOut);
        assert_eq!(since(), Some(begin));
        pulse.failed(&SinchError::Redirected);
        assert_eq!(since(), Some(begin + Duration::from_secs(5)));
    }

    #[test]
    fn each_answer_tells_how_far_the_clock_is_off() {
        let pulse = Pulse::default();
        let answer = Answer::for_tests(404, &[(DATE, NOON)], "");
        let later = "2026-11-22T12:10:00Z".parse().unwrap();
        pulse.answered(Reach::Line, &answer, None, later);
        let ahead = pulse.watch().borrow().clock_ahead;
        assert_eq!(ahead, Some(SignedDuration::from_mins(10)));
    }
}
