//! What staff may want to know of a number before they send to it. Nothing is decided here: what the rules say
//! of it is carried out where the code is asked for, whether anybody asked for advice or not.

use crate::challenge::Channel;
use crate::phone::Region;

use super::Desk;
use super::concerns::Concern;
use super::history::History;
use super::record::Reference;

/// A number as it stands in step 1.
#[derive(Debug)]
pub struct Question<'a> {
    /// As it was typed.
    pub typed: &'a str,
    /// The region it belongs to if it has no country code.
    pub region: Region,
    /// How a code would travel.
    pub channel: Channel,
    /// Whom it is about.
    pub reference: Option<Reference>,
    /// Whether it may be looked up at Sinch, which costs: not while it is still being typed.
    pub look_up: bool,
}

/// What is known of a number.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Advice {
    /// What the site's desks remember of it.
    pub history: History,
    /// What Sinch has against it, and what the site makes of that.
    pub concerns: Vec<Concern>,
}

impl Desk {
    /// What is known of a number; nothing of one that can't be read or that a rule is against anyway.
    pub async fn advise(&self, question: Question<'_>) -> Advice {
        let Question {
            typed,
            region,
            channel,
            reference,
            look_up,
        } = question;
        let Ok((number, None)) = self.read_number(typed, region, channel) else {
            return Advice::default();
        };
        let concerns = async {
            match look_up {
                true => self.concerns(&number, channel).await,
                false => Vec::new(),
            }
        };
        let (history, concerns) = tokio::join!(self.history(&number, reference.as_ref()), concerns);
        Advice { history, concerns }
    }
}
