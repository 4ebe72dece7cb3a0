//! The language in which a customer is written and spoken to, through a desk to the phone.

use std::time::Duration;

use countersign_core::challenge::{ChallengeId, Channel};
use countersign_core::desk::{Again, Desk, OpenChallenge, Request, Requested};
use countersign_core::phone::Region;
use countersign_core::text::Language;

use crate::rehearsal::Rehearsal;

const TOTAL: Duration = Duration::from_secs(10);
const PHONE: &str = "+1 202 555 0100";

/// The pauses before a second send and a third.
const PAUSES: [Duration; 2] = [Duration::from_secs(30), Duration::from_secs(60)];

fn opened(requested: Requested) -> OpenChallenge {
    let Requested::Open(open) = requested else {
        panic!("not open: {requested:?}");
    };
    open
}

async fn ask(desk: &Desk, channel: Channel) -> OpenChallenge {
    let request = Request {
        typed: PHONE,
        region: Region::UNITED_STATES,
        channel,
        route: None,
        reference: None,
        language: Language::Sv,
    };
    opened(desk.request(request).await.expect("the store works"))
}

async fn again(desk: &Desk, id: ChallengeId, channel: Channel) -> OpenChallenge {
    let requested = desk.send_again(id, channel, Again::Resend).await;
    opened(requested.expect("the store works"))
}

/// What the phone got last.
async fn newest(rehearsal: &Rehearsal, messages: usize) -> String {
    rehearsal.hurry_to_phone(PHONE, messages).await;
    let message = rehearsal.sandbox.messages(PHONE).pop();
    message.and_then(|message| message.body).expect("words")
}

#[tokio::test]
async fn a_customers_language_outlives_a_resend_a_restart_and_a_change_of_channel() {
    let mut rehearsal = Rehearsal::begin(TOTAL).await;
    let open = ask(&rehearsal.desk, Channel::Sms).await;
    assert_eq!(open.language, Language::Sv);
    let first = newest(&rehearsal, 1).await;
    assert!(first.contains("är din kod"), "{first}");

    rehearsal.restart();
    let id = open.challenge.id;
    rehearsal.advance(PAUSES[0]);
    let open = again(&rehearsal.desk, id, Channel::Sms).await;
    assert_eq!(open.language, Language::Sv);
    let second = newest(&rehearsal, 2).await;
    assert!(second.contains("är din kod"), "{second}");

    rehearsal.advance(PAUSES[1]);
    again(&rehearsal.desk, id, Channel::Call).await;
    let spoken = newest(&rehearsal, 3).await;
    assert!(spoken.contains("Din verifieringskod är"), "{spoken}");
}

#[tokio::test]
async fn sinch_is_told_the_language_of_what_it_words_itself() {
    for channel in [Channel::Call, Channel::WhatsApp] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        ask(&rehearsal.desk, channel).await;
        let said = newest(&rehearsal, 1).await;
        assert!(
            said.contains("Din verifieringskod är"),
            "{channel:?}: {said}"
        );
    }
}
