//! The rules of the customer's seat, with what a store would have told it.

use countersign_core::challenge::{
    By, Challenge, Channel, DeskId, Gone, Route, Sealed, SendId, SendRecord, SendState,
};
use countersign_core::desk::CodesThatCount;
use countersign_core::time::{Timestamp, after};

use super::*;

const LIFE: Duration = Duration::from_secs(300);

fn id(digit: char) -> ChallengeId {
    let name: String = std::iter::repeat_n(digit, 48).collect();
    name.parse().expect("48 digits")
}

fn open(digit: char) -> OpenChallenge {
    let now = Timestamp::UNIX_EPOCH;
    OpenChallenge {
        challenge: Challenge {
            id: id(digit),
            desk: DeskId::from_bytes([1; 16]),
            sealed: Sealed(Vec::new()),
            expires_at: after(now, LIFE),
            send: SendRecord {
                id: SendId::from_bytes([2; 16]),
                channel: Channel::Sms,
                route: Route::SinchSms,
                state: SendState::Unknown,
                at: now,
            },
            sends: 1,
            resend_at: None,
            tries_left: 5,
            as_of: now,
        },
        last_two: "05".to_owned(),
        reference: None,
        language: Language::En,
        desk: "Reception 1".to_owned(),
        ours: true,
        told_end: None,
        channels: vec![Channel::Sms],
        codes: CodesThatCount::Only,
        code_length: Some(6),
    }
}

fn decided(verdict: Verdict) -> Checked {
    Checked::Decided {
        verdict,
        by: Some(By::Customer),
        wait: None,
    }
}

fn shown(verdict: Verdict) -> view::Checked {
    view::Checked::of(&decided(verdict), Timestamp::UNIX_EPOCH)
}

fn view_of(seat: &CustomerSeat) -> CustomerView {
    seat.view(Surroundings {
        site: "Harbour Clinic".to_owned(),
        training: false,
        theme: Theme::System,
    })
}

fn asked(seat: &CustomerSeat) -> CustomerAsked {
    match view_of(seat).turn {
        CustomerTurn::Asked(asked) => asked,
        other @ (CustomerTurn::Nobody | CustomerTurn::Told { .. }) => {
            panic!("nobody is asked: {other:?}")
        }
    }
}

fn is_nobodys(seat: &CustomerSeat) -> bool {
    matches!(view_of(seat).turn, CustomerTurn::Nobody)
}

fn give(seat: &CustomerSeat, verdict: Verdict) {
    let turn = seat.begin_check().expect("somebody is asked");
    seat.end_check(turn, &decided(verdict), shown(verdict));
}

/// All that the staff's page was told, as it crosses.
fn told(news: &mut mpsc::UnboundedReceiver<CustomerNews>) -> Vec<String> {
    std::iter::from_fn(|| news.try_recv().ok())
        .map(|news| serde_json::to_string(&news).expect("plain data"))
        .collect()
}

#[tokio::test]
async fn while_nobody_is_asked_nothing_about_anybody_is_shown() {
    let seat = CustomerSeat::new();
    seat.ask(open('a'), Language::Sv);
    seat.take_back();
    let view = serde_json::to_value(view_of(&seat)).expect("plain data");
    let idle = serde_json::json!({
        "site": "Harbour Clinic", "training": false, "theme": "system", "language": "en",
        "turn": { "state": "nobody" },
    });
    assert_eq!(view, idle);
}

#[tokio::test]
async fn a_code_counts_only_while_somebody_is_asked_and_one_at_a_time() {
    let seat = CustomerSeat::new();
    assert_eq!(seat.begin_check(), None);
    seat.ask(open('a'), Language::En);
    let turn = seat.begin_check().expect("somebody is asked");
    assert_eq!(turn.challenge, id('a'));
    assert_eq!(seat.begin_check(), None, "one is out");
    let wrong = Verdict::Wrong { left: 4 };
    seat.end_check(turn, &decided(wrong), shown(wrong));
    assert_eq!(asked(&seat).answer, Some(CustomerAnswer::Wrong { left: 4 }));
    give(&seat, Verdict::Verified);
    assert_eq!(seat.begin_check(), None, "the customer is done");
}

#[tokio::test]
async fn the_staff_learn_the_outcome_before_they_learn_that_the_turn_is_over() {
    let seat = CustomerSeat::new();
    let mut news = seat.listen();
    seat.ask(open('a'), Language::En);
    give(&seat, Verdict::Verified);
    let told = told(&mut news);
    let outcome = told.iter().position(|news| news.contains("verified"));
    let over = told
        .iter()
        .rposition(|news| news.contains(r#""challenge":null"#));
    assert!(outcome.is_some() && outcome < over, "{told:#?}");
    assert!(
        told[outcome.unwrap_or(0)].contains(r#""by":"customer""#),
        "{told:#?}"
    );
}

#[tokio::test]
async fn a_verdict_reaches_the_staff_even_if_the_turn_was_over_before_it() {
    let seat = CustomerSeat::new();
    let mut news = seat.listen();
    seat.ask(open('a'), Language::En);
    let turn = seat.begin_check().expect("somebody is asked");
    seat.closed();
    seat.ask(open('b'), Language::En);
    seat.end_check(turn, &decided(Verdict::Verified), shown(Verdict::Verified));
    assert!(told(&mut news).iter().any(|news| news.contains("verified")));
    assert_eq!(seat.asked().map(|turn| turn.challenge), Some(id('b')));
    assert_eq!(
        asked(&seat).answer,
        None,
        "the next customer is told nothing of it"
    );
}

#[tokio::test]
async fn the_next_customer_begins_with_nothing_of_the_one_before() {
    let seat = CustomerSeat::new();
    seat.ask(open('a'), Language::De);
    seat.hear(CustomerWord::NoCode);
    give(&seat, Verdict::Wrong { left: 2 });
    let before = asked(&seat);
    seat.ask(open('b'), Language::En);
    let now = asked(&seat);
    assert_ne!(now.turn, before.turn);
    assert_eq!((now.answer, now.answers, now.has_no_code), (None, 0, false));
    assert_eq!(view_of(&seat).language, Language::En);
}

#[tokio::test]
async fn whoever_is_told_the_end_may_read_it() {
    let seat = CustomerSeat::new();
    seat.ask(open('a'), Language::Fr);
    give(&seat, Verdict::Gone(Gone::Cancelled));
    let ending = CustomerEnding::Over;
    assert!(matches!(view_of(&seat).turn, CustomerTurn::Told { ending: now } if now == ending));
    assert!(!seat.take_back());
    let soon = Duration::from_millis(50);
    let cleared = tokio::time::timeout(soon, seat.clear_when_read()).await;
    assert!(cleared.is_err());
    assert_eq!(view_of(&seat).language, Language::Fr, "in their language");
}

#[tokio::test]
async fn a_further_send_answers_whoever_had_no_code() {
    let seat = CustomerSeat::new();
    seat.ask(open('a'), Language::En);
    let turn = seat.asked().expect("somebody is asked");
    seat.hear(CustomerWord::NoCode);
    seat.refresh(turn, open('a'));
    assert!(asked(&seat).has_no_code, "the same send");
    let mut again = open('a');
    again.challenge.sends = 2;
    again.challenge.send.channel = Channel::Call;
    seat.refresh(turn, again);
    assert!(!asked(&seat).has_no_code);
    assert_eq!(asked(&seat).channel, view::ChannelView::Call);
}

#[tokio::test]
async fn what_ended_elsewhere_is_no_news_while_a_code_of_the_turn_is_out() {
    let seat = CustomerSeat::new();
    seat.ask(open('a'), Language::En);
    let turn = seat.begin_check().expect("somebody is asked");
    seat.end(turn, Verdict::Gone(Gone::AlreadyVerified));
    assert!(asked(&seat).is_checking);
    seat.hear(CustomerWord::GiveBack);
    assert!(asked(&seat).is_checking, "nor can it be left just now");
    seat.end_check(turn, &Checked::NotKnown, view::Checked::NotKnown);
    seat.end(turn, Verdict::Gone(Gone::AlreadyVerified));
    assert!(asked(&seat).is_checking, "it is not known yet");
    seat.learn(id('b'), &decided(Verdict::Verified));
    assert!(asked(&seat).is_checking, "of another challenge");
    seat.learn(id('a'), &decided(Verdict::Verified));
    let ending = CustomerEnding::Verified;
    assert!(matches!(view_of(&seat).turn, CustomerTurn::Told { ending: now } if now == ending));
}

#[tokio::test]
async fn the_time_left_is_counted_from_when_it_was_asked() {
    let seat = CustomerSeat::new();
    seat.ask(open('a'), Language::En);
    let passed = Duration::from_millis(50);
    tokio::time::sleep(passed).await;
    assert!(asked(&seat).expires_in_ms <= milliseconds(LIFE - passed));
}

#[tokio::test]
async fn a_customers_language_lasts_as_long_as_their_turn() {
    let seat = CustomerSeat::new();
    seat.set_house_language(Language::Sv);
    seat.choose_language(Language::Pt);
    assert_eq!(
        view_of(&seat).language,
        Language::Sv,
        "nobody is there to choose"
    );
    seat.ask(open('a'), Language::Sv);
    seat.choose_language(Language::Pt);
    assert_eq!(view_of(&seat).language, Language::Pt);
    seat.hear(CustomerWord::GiveBack);
    assert!(is_nobodys(&seat));
    assert_eq!(view_of(&seat).language, Language::Sv);
}
