//! How deliveries fare at the site as a whole: what its desks tell each other of each, in one line that
//! names nobody, and what follows from the newest lines. Advice for people: nothing is decided by it.

use std::fmt;
use std::time::Duration;

use super::DeliveryFailure;
use crate::challenge::ChallengeId;

/// What was told longer ago counts no more.
pub const WINDOW: Duration = Duration::from_secs(15 * 60);
/// What has not arrived by then is slow, whatever is usual.
pub const SLOW_AFTER: Duration = Duration::from_secs(60);

/// So many phones are looked at, those that were told of last.
const NEWEST: usize = 10;
/// Fewer phones say nothing about a site.
const ENOUGH: usize = 5;

/// How one send fared.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fared {
    /// It was delivered, after this long.
    Delivered(Duration),
    /// It arrived, and nobody saw when: the customer gave its code back.
    Arrived,
    /// It has been under way for this long.
    UnderWay(Duration),
    /// It will not arrive.
    Failed(DeliveryFailure),
}

/// One line of a site's notebook about deliveries.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Line {
    phone: PhoneMark,
    fared: Fared,
}

/// Tells phones apart and says nothing else of them: four bytes of the number's keyed digest.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct PhoneMark([u8; 4]);

impl PhoneMark {
    fn of(challenge: ChallengeId) -> Self {
        let [first, second, third, fourth, ..] = *challenge.number().as_bytes();
        Self([first, second, third, fourth])
    }
}

impl Line {
    /// The line about a challenge's send.
    pub fn about(challenge: ChallengeId, fared: Fared) -> Self {
        Self {
            phone: PhoneMark::of(challenge),
            fared,
        }
    }

    /// Whether it is about the phone of this challenge.
    #[must_use]
    pub fn is_about(self, challenge: ChallengeId) -> bool {
        self.phone == PhoneMark::of(challenge)
    }

    /// How the send fared.
    #[must_use]
    pub fn fared(self) -> Fared {
        self.fared
    }

    /// Reads a line; nothing where another version wrote what this one does not know.
    pub fn read(line: &[u8]) -> Option<Self> {
        let mut words = std::str::from_utf8(line).ok()?.split(' ');
        let phone = u32::from_str_radix(words.next()?, 16).ok()?;
        let (how, detail) = (words.next()?, words.next());
        let fared = match how {
            "delivered" => Fared::Delivered(milliseconds(detail?)?),
            "arrived" => Fared::Arrived,
            "under-way" => Fared::UnderWay(milliseconds(detail?)?),
            "failed" => Fared::Failed(failure(detail?)?),
            _ => return None,
        };
        Some(Self {
            phone: PhoneMark(phone.to_be_bytes()),
            fared,
        })
    }
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phone = u32::from_be_bytes(self.phone.0);
        write!(formatter, "{phone:08x} ")?;
        match self.fared {
            Fared::Delivered(took) => write!(formatter, "delivered {}", took.as_millis()),
            Fared::Arrived => formatter.write_str("arrived"),
            Fared::UnderWay(so_far) => write!(formatter, "under-way {}", so_far.as_millis()),
            Fared::Failed(failure) => write!(formatter, "failed {}", failure.code()),
        }
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Line({:?})", self.fared)
    }
}

fn milliseconds(text: &str) -> Option<Duration> {
    text.parse().ok().map(Duration::from_millis)
}

fn failure(code: &str) -> Option<DeliveryFailure> {
    DeliveryFailure::ALL
        .into_iter()
        .find(|failure| failure.code() == code)
}

/// How one channel fares at the site.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SiteCourse {
    /// The course it takes.
    pub course: Course,
    /// Whether something is known to have arrived by it lately.
    pub arrives: bool,
}

/// The course that deliveries take at a site.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Course {
    /// As it should be, or too little is known to say otherwise.
    Usual,
    /// At least half of the newest took over a minute, or failed.
    Slow {
        /// Phones that had to wait so long.
        slow: usize,
        /// Phones that nothing reached.
        failed: usize,
        /// Phones looked at.
        of: usize,
    },
    /// At least half of the newest failed.
    Failing {
        /// Phones that nothing reached.
        failed: usize,
        /// Phones looked at.
        of: usize,
    },
}

impl SiteCourse {
    /// What follows from a channel's lines within [`WINDOW`], oldest first.
    ///
    /// The ten phones that were told of last are looked at, each by how its newest send fared, and at
    /// least five: one phone that is switched off makes no site slow, however often it is tried. Half
    /// of them or more in trouble is trouble. What is the number's own fault is left out.
    pub fn of(lines: &[Line]) -> Self {
        let newest = newest_of_each_phone(lines);
        let looked_at = &newest[newest.len().saturating_sub(NEWEST)..];
        let count = |of: Ending| looked_at.iter().filter(|(_, each)| *each == of).count();
        let (slow, failed) = (count(Ending::Slow), count(Ending::Failed));
        let of = looked_at.len();
        let course = if of < ENOUGH || 2 * (slow + failed) < of {
            Course::Usual
        } else if 2 * failed >= of {
            Course::Failing { failed, of }
        } else {
            Course::Slow { slow, failed, of }
        };
        Self {
            course,
            arrives: course == Course::Usual && count(Ending::Well) > 0,
        }
    }
}

/// What a send says about the site.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Ending {
    Well,
    Slow,
    Failed,
}

/// How the newest send to each phone ended, the phone told of last at the end.
fn newest_of_each_phone(lines: &[Line]) -> Vec<(PhoneMark, Ending)> {
    let mut newest: Vec<(PhoneMark, Ending)> = Vec::new();
    for Line { phone, fared } in lines {
        let Some(ending) = ending(*fared) else {
            continue;
        };
        let before = newest.iter().position(|(known, _)| known == phone);
        let before = before.map(|place| newest.remove(place).1);
        // That it arrived does not say how fast: who waited for over a minute did wait.
        let ending = match (before, fared) {
            (Some(Ending::Slow), Fared::Arrived) => Ending::Slow,
            _ => ending,
        };
        newest.push((*phone, ending));
    }
    newest
}

/// Nothing where it says nothing about the site: a number that nobody has or that no text can reach, and
/// what was called back or replaced here.
fn ending(fared: Fared) -> Option<Ending> {
    match fared {
        Fared::Delivered(took) | Fared::UnderWay(took) if took > SLOW_AFTER => Some(Ending::Slow),
        Fared::Delivered(_) | Fared::Arrived => Some(Ending::Well),
        Fared::UnderWay(_) => None,
        Fared::Failed(failure) => match failure {
            DeliveryFailure::OutOfReach
            | DeliveryFailure::Blocked
            | DeliveryFailure::Rejected
            | DeliveryFailure::Expired
            | DeliveryFailure::CarrierFailure
            | DeliveryFailure::Denied => Some(Ending::Failed),
            DeliveryFailure::Unroutable
            | DeliveryFailure::NobodyThere
            | DeliveryFailure::Cancelled
            | DeliveryFailure::Replaced => None,
        },
    }
}

#[cfg(test)]
mod tests;
