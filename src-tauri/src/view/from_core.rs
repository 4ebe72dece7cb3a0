//! Turns the core's outcomes into what crosses to the webview. Every match is exhaustive, so that a new
//! outcome in the core can't be forgotten on the screen.

use std::time::Duration;

use countersign_core::challenge::{By, Channel, Gone, Route, SendState, Verdict};
use countersign_core::desk::{self, OpenChallenge, Reference};
use countersign_core::phone::{NumberType, PhoneError, PhoneNumber, Region};
use countersign_core::policy::{Overrides, Refusal, Rule};
use countersign_core::sinch::error::SinchError;
use countersign_core::text::Language;
use countersign_core::time::{SignedDuration, Timestamp, between};

use super::{
    ChallengeView, ChannelView, Checked, CodesThatCount, DeliveryView, GoneView, NumberReading,
    NumberTypeView, PhoneProblem, RefusalView, RegionView, Requested, RouteView, RuleView,
    SendView, SinchReason, StartUp, TakenOver,
};
use crate::desk_state::Opened;
use crate::training::Training;

/// A length of time as the front end counts it.
pub(crate) fn milliseconds(length: Duration) -> u64 {
    u64::try_from(length.as_millis()).unwrap_or(u64::MAX)
}

impl StartUp {
    pub(crate) fn of(opened: &Opened) -> Self {
        let Opened {
            desk: open,
            appearance,
            handing_over,
            opening,
        } = opened;
        let desk = open.desk();
        let policy = desk.policy();
        let regions = std::iter::once(policy.home).chain(policy.also_allowed.iter().copied());
        let mut regions: Vec<Region> = regions.collect();
        regions.sort_unstable();
        regions.dedup();
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            desk: desk.name().to_owned(),
            site: desk.site().to_owned(),
            training: open.training().is_some(),
            sandbox: open.is_at_sandbox(),
            store_shared: open.store_is_shared(),
            time_can_pass: open.training().is_some_and(Training::time_can_pass),
            home: policy.home.as_str().to_owned(),
            regions: regions.into_iter().map(Into::into).collect(),
            channels: desk.channels().into_iter().map(Into::into).collect(),
            sends_allowed: policy.limits.sends_per_challenge,
            tries_allowed: policy.limits.tries,
            customer_view: *handing_over,
            appearance: *appearance,
            looks_numbers_up: !policy.lookup.is_off(),
            override_allowed: policy.overrides == Overrides::Supervisor,
            admin_allowed: true,
            opening: *opening,
        }
    }
}

impl From<Region> for RegionView {
    fn from(region: Region) -> Self {
        Self {
            region: region.as_str().to_owned(),
            calling_code: region.calling_code(),
            language: Language::usual_in(region),
        }
    }
}

impl From<Channel> for ChannelView {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Sms => Self::Sms,
            Channel::Call => Self::Call,
            Channel::WhatsApp => Self::WhatsApp,
            Channel::FlashCall => Self::FlashCall,
        }
    }
}

impl From<ChannelView> for Channel {
    fn from(channel: ChannelView) -> Self {
        match channel {
            ChannelView::Sms => Self::Sms,
            ChannelView::Call => Self::Call,
            ChannelView::WhatsApp => Self::WhatsApp,
            ChannelView::FlashCall => Self::FlashCall,
        }
    }
}

impl From<Route> for RouteView {
    fn from(route: Route) -> Self {
        match route {
            Route::SinchSms => Self::SinchSms,
            Route::SinchVerification => Self::SinchVerification,
        }
    }
}

impl From<RouteView> for Route {
    fn from(route: RouteView) -> Self {
        match route {
            RouteView::SinchSms => Self::SinchSms,
            RouteView::SinchVerification => Self::SinchVerification,
        }
    }
}

impl NumberReading {
    /// A reading, with the channels that fit the number, and another number that may have been meant. The
    /// rules that a reading can run into don't pass with time.
    pub(crate) fn of(
        read: Result<(PhoneNumber, Option<Refusal>), PhoneError>,
        meant: Option<&PhoneNumber>,
        channels_for: impl Fn(&PhoneNumber) -> Vec<Channel>,
    ) -> Self {
        let suggestion = meant.map(PhoneNumber::read_back);
        match read {
            Ok((number, refusal)) => Self::Understood {
                channels: channels_for(&number).into_iter().map(Into::into).collect(),
                read_back: number.read_back(),
                region: number.region().as_str().to_owned(),
                language: Language::usual_in(number.region()),
                number_type: number.number_type().into(),
                refusal: refusal.map(|refusal| RefusalView::of(refusal, None)),
                suggestion,
            },
            Err(problem) => Self::Unreadable {
                problem: problem.into(),
                suggestion,
            },
        }
    }
}

impl From<PhoneError> for PhoneProblem {
    fn from(problem: PhoneError) -> Self {
        Self {
            code: problem.code().to_owned(),
            region: problem.region().map(|region| region.as_str().to_owned()),
        }
    }
}

impl From<NumberType> for NumberTypeView {
    fn from(number_type: NumberType) -> Self {
        match number_type {
            NumberType::Mobile => Self::Mobile,
            NumberType::FixedLine => Self::FixedLine,
            NumberType::FixedLineOrMobile => Self::FixedLineOrMobile,
            NumberType::Premium => Self::Premium,
            NumberType::SharedCost => Self::SharedCost,
            NumberType::TollFree => Self::TollFree,
            NumberType::Pager => Self::Pager,
            NumberType::Voicemail => Self::Voicemail,
            NumberType::Voip => Self::Voip,
            NumberType::Personal => Self::Personal,
            NumberType::CompanyWide => Self::CompanyWide,
            NumberType::Unknown => Self::Unknown,
        }
    }
}

impl RefusalView {
    fn of(refusal: Refusal, wait: Option<Duration>) -> Self {
        Self {
            rule: refusal.rule.into(),
            retry_in_ms: wait.map(milliseconds),
        }
    }
}

impl From<Rule> for RuleView {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::NumberLocked => Self::NumberLocked,
            Rule::ResendPause => Self::ResendPause,
            Rule::SendsPerChallenge => Self::SendsPerChallenge,
            Rule::NumberHourly => Self::NumberHourly,
            Rule::NumberDaily => Self::NumberDaily,
            Rule::DeskHourly => Self::DeskHourly,
            Rule::SiteDaily => Self::SiteDaily,
            Rule::CountryNotAllowed => Self::CountryNotAllowed,
            Rule::NumberTypeRefused => Self::NumberTypeRefused,
            Rule::LandlineNeedsCall => Self::LandlineNeedsCall,
            Rule::ChannelNotSetUp => Self::ChannelNotSetUp,
            Rule::LineTypeRefused => Self::LineTypeRefused,
            Rule::SimSwapped => Self::SimSwapped,
            Rule::NotLookedUp => Self::NotLookedUp,
        }
    }
}

impl From<OpenChallenge> for ChallengeView {
    fn from(open: OpenChallenge) -> Self {
        let challenge = open.challenge;
        let now = challenge.as_of;
        let until = |moment: Timestamp| milliseconds(between(now, moment));
        Self {
            id: challenge.id.to_string(),
            last_two: open.last_two,
            reference: open
                .reference
                .as_ref()
                .map(Reference::as_str)
                .map(str::to_owned),
            desk: open.desk,
            ours: open.ours,
            language: open.language,
            channel: challenge.send.channel.into(),
            route: challenge.send.route.into(),
            send: (&challenge.send.state).into(),
            told_end: open.told_end.and_then(DeliveryView::told),
            sent_ago_ms: milliseconds(between(challenge.send.at, now)),
            codes: open.codes.into(),
            channels: open.channels.into_iter().map(Into::into).collect(),
            code_length: open.code_length,
            expires_in_ms: until(challenge.expires_at),
            resend_in_ms: challenge.resend_at.map(until),
            tries_left: challenge.tries_left,
            sends: challenge.sends,
        }
    }
}

impl From<desk::CodesThatCount> for CodesThatCount {
    fn from(codes: desk::CodesThatCount) -> Self {
        match codes {
            desk::CodesThatCount::Only => Self::Only,
            desk::CodesThatCount::Same => Self::Same,
            desk::CodesThatCount::Newest => Self::Newest,
        }
    }
}

impl From<&SendState> for SendView {
    fn from(state: &SendState) -> Self {
        match state {
            SendState::Intent => Self::Sending,
            SendState::Sent(_) => Self::Sent,
            SendState::Unknown => Self::Unknown,
        }
    }
}

impl From<desk::Requested> for Requested {
    fn from(requested: desk::Requested) -> Self {
        match requested {
            desk::Requested::Open(open) => Self::Open {
                challenge: open.into(),
            },
            desk::Requested::Unreadable(problem) => Self::Unreadable {
                problem: problem.into(),
            },
            desk::Requested::Refused { refusal, wait } => Self::Refused {
                refusal: RefusalView::of(refusal, wait),
            },
            desk::Requested::Supervisor(concerns) => Self::Supervisor {
                concerns: concerns.into_iter().map(Into::into).collect(),
            },
            desk::Requested::NotSent(error, earlier) => Self::NotSent {
                reason: (&error).into(),
                challenge: earlier.map(Into::into),
            },
            desk::Requested::Expired => Self::Expired,
            desk::Requested::Gone(gone) => Self::Gone {
                because: gone.into(),
            },
        }
    }
}

impl Requested {
    pub(crate) fn wrong_passcode(wait: Option<Duration>) -> Self {
        Self::WrongPasscode {
            wait_ms: wait.map_or(0, milliseconds),
        }
    }

    pub(crate) fn wait_for_passcode(wait: Duration) -> Self {
        Self::PasscodeWait {
            wait_ms: milliseconds(wait),
        }
    }
}

impl From<&SinchError> for SinchReason {
    fn from(error: &SinchError) -> Self {
        let ahead = |off_by: SignedDuration| i64::try_from(off_by.as_millis()).ok();
        Self {
            code: error.code().to_owned(),
            retry_in_ms: error.retry_after().map(milliseconds),
            clock_ahead_ms: error.clock_off_by().and_then(ahead),
        }
    }
}

impl From<Gone> for GoneView {
    fn from(gone: Gone) -> Self {
        match gone {
            Gone::AlreadyVerified => Self::AlreadyVerified,
            Gone::Cancelled => Self::Cancelled,
            Gone::Superseded => Self::Superseded,
            Gone::NotFound => Self::NotFound,
        }
    }
}

impl Checked {
    /// The outcome of a try that ended at `now`.
    pub(crate) fn of(checked: &desk::Checked, now: Timestamp) -> Self {
        match checked {
            desk::Checked::NotACode(problem) => Self::Unreadable {
                problem: problem.code().to_owned(),
            },
            desk::Checked::NotANumber(problem) => Self::Unreadable {
                problem: problem.code().to_owned(),
            },
            desk::Checked::NothingSent => Self::NothingSent,
            desk::Checked::Decided { verdict, by, wait } => {
                Self::decided(*verdict, *by, *wait, now)
            }
            desk::Checked::NotKnown => Self::NotKnown,
            desk::Checked::NotCounted => Self::NotCounted,
        }
    }

    fn decided(verdict: Verdict, by: Option<By>, wait: Option<Duration>, now: Timestamp) -> Self {
        match verdict {
            Verdict::Verified => Self::Verified {
                at_ms: now.as_millisecond(),
                // Only a code that somebody typed is verified.
                by: by.unwrap_or(By::Staff).into(),
            },
            Verdict::Wrong { left } => Self::Wrong { left },
            Verdict::Expired => Self::Expired,
            Verdict::Locked { .. } => Self::Locked {
                retry_in_ms: wait.map(milliseconds),
            },
            Verdict::Gone(gone) => Self::Gone {
                because: gone.into(),
            },
        }
    }
}

impl From<desk::TakenOver> for TakenOver {
    fn from(taken: desk::TakenOver) -> Self {
        match taken {
            desk::TakenOver::Open(open) => Self::Open {
                challenge: (*open).into(),
            },
            desk::TakenOver::Expired => Self::Expired,
            desk::TakenOver::Locked { wait } => Self::Locked {
                retry_in_ms: wait.map(milliseconds),
            },
            desk::TakenOver::Gone(gone) => Self::Gone {
                because: gone.into(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_told_only_in_groups_to_read_back() {
        let home = "SE".parse().expect("a region");
        let number = PhoneNumber::parse("070-174 06 05", home).expect("a number");
        let reading = NumberReading::of(Ok((number.clone(), None)), Some(&number), |_| {
            vec![Channel::Sms]
        });
        let json = serde_json::to_string(&reading).expect("plain data");
        assert!(json.contains(r#"["+46","70","174","06","05"]"#), "{json}");
        assert!(!json.contains("46701740605"), "{json}");
    }
}
