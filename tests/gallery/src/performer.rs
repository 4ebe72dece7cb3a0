//! Does the steps in the windows. It remembers what a person would: how many messages were there before the code was
//! sent, so that an older code is not typed for it.

use std::time::Duration;

use countersign_driver::{Customer, Desk, Key, View, Window};
use serde_json::json;

use crate::error::Error;
use crate::screen::Screen;
use crate::stage::{Set, Site};
use crate::step::{Mishap, Step};

/// What takes a second or two on an idle machine, or what Sinch never answers, takes no longer than this.
const LIMIT: Duration = Duration::from_secs(40);

/// Puts what the core tells the page aside.
const HOLD: &str = "
    const { callbacks } = window.__TAURI_INTERNALS__;
    const heard = new Map(callbacks);
    const aside = [];
    for (const id of heard.keys()) callbacks.set(id, (news) => aside.push([id, news]));
    window.letGo = () => {
        for (const [id, hear] of heard) callbacks.set(id, hear);
        for (const [id, news] of aside) heard.get(id)(news);
    };";

/// Has the page hear it after all.
const LET_GO: &str = "window.letGo();";

/// The set, and what was seen on it.
#[derive(Debug)]
pub(crate) struct Performer {
    pub(crate) set: Set,
    seen: Seen,
    seen_elsewhere: Seen,
    /// What the customer reads on the phone, once the challenge is theirs.
    customers_code: String,
}

/// Messages that were on a drawn phone before the newest send.
#[derive(Debug, Default)]
struct Seen(usize);

impl Performer {
    pub(crate) fn on(set: Set) -> Self {
        Self {
            set,
            seen: Seen::default(),
            seen_elsewhere: Seen::default(),
            customers_code: String::new(),
        }
    }

    pub(crate) async fn perform(&mut self, steps: &[Step]) -> Result<(), Error> {
        for step in steps {
            match step {
                Step::AtOther(steps) => {
                    let site = site(&self.set)?;
                    for step in *steps {
                        act(&site.other, &mut self.seen_elsewhere, *step).await?;
                    }
                }
                Step::OthersWrongCode => {
                    let code = newest_code(&site(&self.set)?.other, &self.seen_elsewhere).await?;
                    type_code(&self.set.window, *step, &code).await?;
                }
                Step::Store(mishap) => befall(site(&self.set)?, *mishap),
                Step::Follow(link) => self.set.follow(link).await?,
                Step::HandOver => self.hand_over().await?,
                Step::TurnTo(screen) => self.turn_to(*screen).await?,
                Step::CustomersLanguage => self.choose_customers_language().await?,
                Step::Touch(button) => self.set.window.click(button).await?,
                Step::Hold => self.tell_page(HOLD).await?,
                Step::LetGo => self.tell_page(LET_GO).await?,
                Step::CustomersCode => self.give(&self.customers_code).await?,
                Step::CustomersWrongCode => self.give(&wrong(&self.customers_code)).await?,
                Step::Press(_)
                | Step::Chord(..)
                | Step::Type(_)
                | Step::TabTo(_)
                | Step::Activate(_)
                | Step::Fill(..)
                | Step::Ask(_)
                | Step::Send(_)
                | Step::SendFor(..)
                | Step::SentTo(_)
                | Step::Channel(_)
                | Step::Code
                | Step::WrongCode
                | Step::Minutes(_)
                | Step::Rest(_)
                | Step::Shows(_)
                | Step::Says(..) => act(&self.set.window, &mut self.seen, *step).await?,
            }
        }
        Ok(())
    }
}

impl Performer {
    async fn hand_over(&mut self) -> Result<(), Error> {
        let window = &self.set.window;
        self.customers_code = newest_code(window, &self.seen).await?;
        window.press_with(&[Key::Alt], 'l').await?;
        Ok(window.wait_for("#handed-over", LIMIT).await?)
    }

    async fn turn_to(&self, screen: Screen) -> Result<(), Error> {
        let customer = Customer::of(&self.set.window);
        match screen {
            Screen::Staff => customer.back_to_staff().await?,
            Screen::Customer => customer.step_up().await.map(drop)?,
        }
        Ok(())
    }

    async fn choose_customers_language(&self) -> Result<(), Error> {
        let Set {
            window, language, ..
        } = &self.set;
        window
            .click(&format!("#languages [lang={language}]"))
            .await?;
        let spoken = format!("html[lang={language}]");
        Ok(window.wait_for(&spoken, LIMIT).await?)
    }

    async fn tell_page(&self, script: &str) -> Result<(), Error> {
        self.set.window.execute(script, vec![]).await?;
        Ok(())
    }

    /// Types a code in the customer's window, which has no field, and Enter.
    async fn give(&self, code: &str) -> Result<(), Error> {
        let window = &self.set.window;
        window.type_text(code).await?;
        Ok(window.press(Key::Enter).await?)
    }
}

fn site(set: &Set) -> Result<&Site, Error> {
    set.site.as_ref().ok_or(Error::NotHere("other desk"))
}

fn befall(site: &Site, mishap: Mishap) {
    match mishap {
        Mishap::LosesAnswers => site.line.lose_answers(),
        Mishap::IsMended => site.line.mend(),
        Mishap::Ends => site.store.kill(),
    }
}

/// What is done in one window alone.
async fn act(window: &Window, seen: &mut Seen, step: Step) -> Result<(), Error> {
    let desk = Desk::new(window);
    match step {
        Step::Press(key) => window.press(key).await?,
        Step::Chord(held, key) => window.press_with(&[held], key).await?,
        Step::Type(text) => window.type_text(text).await?,
        Step::TabTo(element) => window.tab_to(element).await?,
        Step::Activate(button) => window.activate(button).await?,
        Step::Fill(field, text) => fill(window, field, text).await?,
        Step::Ask(number) => ask(window, seen, number, None).await?,
        Step::Send(number) => {
            ask(window, seen, number, None).await?;
            desk.wait_for_view(View::Code).await?;
        }
        Step::SendFor(number, reference) => {
            ask(window, seen, number, Some(reference)).await?;
            desk.wait_for_view(View::Code).await?;
        }
        Step::SentTo(customers) => {
            for (number, reference) in customers {
                begin(window, number, reference).await?;
            }
        }
        Step::Channel(channel) => desk.choose_channel(channel).await?,
        Step::Code | Step::WrongCode => {
            let code = newest_code(window, seen).await?;
            type_code(window, step, &code).await?;
        }
        Step::Minutes(minutes) => desk.pass_minutes(minutes).await?,
        Step::Rest(milliseconds) => tokio::time::sleep(Duration::from_millis(milliseconds)).await,
        Step::Shows(element) => window.wait_for(element, LIMIT).await?,
        Step::Says(element, text) => window.wait_for_text(element, text, LIMIT).await?,
        Step::AtOther(_) => return Err(Error::NotHere("third desk")),
        Step::OthersWrongCode => return Err(Error::NotHere("third desk")),
        Step::Follow(_)
        | Step::HandOver
        | Step::TurnTo(_)
        | Step::CustomersLanguage
        | Step::Touch(_)
        | Step::Hold
        | Step::LetGo
        | Step::CustomersCode
        | Step::CustomersWrongCode => return Err(Error::NotHere("customer at the other desk")),
        Step::Store(_) => return Err(Error::NotHere("store of its own at the other desk")),
    }
    Ok(())
}

async fn fill(window: &Window, field: &str, text: &str) -> Result<(), Error> {
    window.tab_to(field).await?;
    window.press_with(&[Key::Control], 'a').await?;
    Ok(window.type_text(text).await?)
}

async fn ask(
    window: &Window,
    seen: &mut Seen,
    number: &str,
    reference: Option<&str>,
) -> Result<(), Error> {
    window.wait_for("body[data-view=request]", LIMIT).await?;
    seen.0 = Desk::new(window).messages().await?;
    fill(window, "#phone", number).await?;
    if let Some(reference) = reference {
        fill(window, "#reference", reference).await?;
    }
    Ok(window.press(Key::Enter).await?)
}

async fn begin(window: &Window, number: &str, reference: &str) -> Result<(), Error> {
    let script = "
        const [typed, reference, done] = arguments;
        const language = document.documentElement.lang;
        const request = { typed, reference, language, region: 'SE', channel: 'sms', route: null };
        window.__TAURI_INTERNALS__.invoke('request_code', { request, supervisor: null }).then(
            ({ outcome }) => done(outcome), () => done('fault'));";
    let arguments = vec![json!(number), json!(reference)];
    if window.execute_async(script, arguments).await? == "open" {
        return Ok(());
    }
    Err(Error::NotHere("code that was sent"))
}

async fn newest_code(window: &Window, seen: &Seen) -> Result<String, Error> {
    Ok(Desk::new(window).code_in_message(seen.0 + 1, LIMIT).await?)
}

/// Types the code that the customer has, or a wrong one, which is then checked and counted.
async fn type_code(window: &Window, step: Step, code: &str) -> Result<(), Error> {
    let desk = Desk::new(window);
    if matches!(step, Step::Code) {
        return Ok(desk.type_code(code).await?);
    }
    window.wait_for("#code:not([readonly])", LIMIT).await?;
    desk.type_code(&wrong(code)).await?;
    window.press(Key::Enter).await?;
    Ok(())
}

/// A code as long as `code` that is not it.
fn wrong(code: &str) -> String {
    let other = |digit: char| if digit == '9' { '0' } else { '9' };
    code.chars().map(other).collect()
}
