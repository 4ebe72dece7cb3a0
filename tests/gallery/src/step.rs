//! What a person does at the keyboard on the way to a state, and what they wait for before they go on. The steps are
//! data, so that the table of states can be read, printed and counted; `performer` does them.

use std::fmt;

use countersign_driver::Key;

use crate::screen::Screen;

/// One thing that is done, or waited for.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Presses a key.
    Press(Key),
    /// Presses a key while another is down.
    Chord(Key, char),
    /// Types into whatever has the focus.
    Type(&'static str),
    /// Goes to an element (a CSS selector) by Tab.
    TabTo(&'static str),
    /// Goes to a button by Tab and presses Enter.
    Activate(&'static str),
    /// Goes to a field by Tab and types over what it holds.
    Fill(&'static str, &'static str),
    /// In step 1: types a number over the one that is there and presses Enter.
    Ask(&'static str),
    /// As [`Step::Ask`], and step 2 comes.
    Send(&'static str),
    /// As [`Step::Send`], with a reference.
    SendFor(&'static str, &'static str),
    /// Codes were sent to these numbers, each for a reference, while nobody looked: by the page's own command, since
    /// typing each would take long and show nothing.
    SentTo(&'static [(&'static str, &'static str)]),
    /// Chooses how the code travels: `sms`, `call`, `whatsApp` or `flashCall`.
    Channel(&'static str),
    /// In step 2: types the code that the customer has.
    Code,
    /// As [`Step::Code`], with each digit changed, and presses Enter.
    WrongCode,
    /// Lets minutes pass, on the training phone's button.
    Minutes(u32),
    /// Waits so many milliseconds: for what the screen does not say.
    Rest(u64),
    /// Waits until an element shows.
    Shows(&'static str),
    /// Waits until an element shows this text.
    Says(&'static str, &'static str),
    /// Does these at the site's other desk.
    AtOther(&'static [Step]),
    /// As [`Step::WrongCode`], with the code that the phone at the site's other desk shows.
    OthersWrongCode,
    /// Another program opens a link of Countersign's.
    Follow(&'static str),
    /// In step 2: has the customer type the code, once it is on the phone.
    HandOver,
    /// Turns to what this window shows.
    TurnTo(Screen),
    /// At the customer's window: the walk's language, by its button.
    CustomersLanguage,
    /// At the customer's window: presses a button.
    Touch(&'static str),
    /// Keeps what the customer's window shows, whatever the app tells it meanwhile.
    Hold,
    /// Lets the customer's window hear what it was told since [`Step::Hold`].
    LetGo,
    /// At the customer's window: types the code, Enter.
    CustomersCode,
    /// As [`Step::CustomersCode`], with each digit changed.
    CustomersWrongCode,
    /// Something befalls the shared store.
    Store(Mishap),
}

/// What befalls a shared store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// From the next try on, its answers to this desk are lost.
    LosesAnswers,
    /// They arrive again.
    IsMended,
    /// Its server ends.
    Ends,
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Press(key) => write!(formatter, "press {key:?}"),
            Self::Chord(held, key) => write!(formatter, "press {held:?}+{key}"),
            Self::Type(text) => write!(formatter, "type “{text}”"),
            Self::TabTo(selector) => write!(formatter, "Tab to {selector}"),
            Self::Activate(selector) => write!(formatter, "Tab to {selector}, Enter"),
            Self::Fill(selector, text) => write!(formatter, "Tab to {selector}, type “{text}”"),
            Self::Ask(number) | Self::Send(number) => write!(formatter, "type {number}, Enter"),
            Self::SendFor(number, reference) => {
                write!(
                    formatter,
                    "type {number}, Tab, type “{reference}” as the reference, Enter"
                )
            }
            Self::SentTo(customers) => {
                let customers = customers.len();
                write!(formatter, "send codes to {customers} customers")
            }
            Self::Channel(channel) => write!(formatter, "choose {channel} by the arrow keys"),
            Self::Code => formatter.write_str("type the code"),
            Self::WrongCode | Self::OthersWrongCode => {
                formatter.write_str("type a wrong code, Enter")
            }
            Self::Minutes(minutes) => write!(formatter, "let {minutes} min pass"),
            Self::Rest(milliseconds) => write!(formatter, "wait {milliseconds} ms"),
            Self::Shows(selector) => write!(formatter, "wait for {selector}"),
            Self::Says(selector, text) => write!(formatter, "wait for “{text}” in {selector}"),
            Self::AtOther(steps) => {
                formatter.write_str("at the other desk: ")?;
                write_all(formatter, steps)
            }
            Self::Follow(link) => write!(formatter, "open the link {link}"),
            Self::HandOver => formatter.write_str("press Alt+l once the code is there"),
            Self::TurnTo(Screen::Staff) => formatter.write_str("in the staff’s window"),
            Self::TurnTo(Screen::Customer) => formatter.write_str("in the customer’s window"),
            Self::CustomersLanguage => formatter.write_str("touch the language"),
            Self::Touch(button) => write!(formatter, "touch {button}"),
            Self::Hold => formatter.write_str("look before it passes"),
            Self::LetGo => formatter.write_str("let it pass"),
            Self::CustomersCode => formatter.write_str("type the code, Enter"),
            Self::CustomersWrongCode => formatter.write_str("type a wrong code, Enter"),
            Self::Store(mishap) => formatter.write_str(match mishap {
                Mishap::LosesAnswers => "the store’s answers are lost",
                Mishap::IsMended => "the store’s answers arrive again",
                Mishap::Ends => "the store ends",
            }),
        }
    }
}

fn write_all(formatter: &mut fmt::Formatter<'_>, steps: &[Step]) -> fmt::Result {
    for (place, step) in steps.iter().enumerate() {
        let comma = if place == 0 { "" } else { "; " };
        write!(formatter, "{comma}{step}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_reads_as_what_a_person_does() {
        let way = Step::AtOther(&[Step::Send("+1 202 555 0100"), Step::Press(Key::Escape)]);
        assert_eq!(
            way.to_string(),
            "at the other desk: type +1 202 555 0100, Enter; press Escape"
        );
    }
}
