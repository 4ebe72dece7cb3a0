//! What must hold in every state of the screen, on one walk through each tour of the gallery: no barrier that axe-core
//! knows, room for every text in the narrowest window and at twice its size, and nothing that jumps while the
//! states of a view change. In English all of it is looked at in every look; in the other languages, whose words alone
//! differ, where words have least room. Which states there are is in `tests/gallery`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use countersign_driver::axe;
use countersign_gallery::room::{self, Place};
use countersign_gallery::{
    Frame, Language, Look, Purpose, Scene, Screen, Size, State, TOURS, Theme, Tour, Zoom, walk,
};
use countersign_servers::tell;

use crate::APP;
use crate::access::in_words;

/// What rounding to whole pixels can move, in the page's own pixels.
const STILL: f64 = 1.5;

/// Where it is `whole`, every look is taken in every language.
const HOW_MUCH: &str = "COUNTERSIGN_GALLERY";

/// How closely a walk looks.
#[derive(Clone, Copy)]
enum Looks {
    /// In every look that differs from another.
    Whole,
    /// Where words have least room and where most states are seen, and for barriers as this language's turn is.
    Words { turn: usize },
}

impl Looks {
    fn of(language: Language) -> Self {
        let whole = std::env::var_os(HOW_MUCH).is_some_and(|much| much == "whole");
        let turn = Language::ALL.iter().position(|each| *each == language);
        match turn {
            Some(turn) if !whole && language != Language::English => Self::Words { turn },
            Some(_) | None => Self::Whole,
        }
    }

    /// Where everything must have room: as wide as the window opens and as narrow as it gets, as large as it is made
    /// and at twice that.
    fn for_room(self, screen: Screen) -> Vec<Look> {
        let of_words = [
            screen.usual(),
            Look {
                size: narrowest(screen),
                zoom: largest(screen),
                ..Look::USUAL
            },
        ];
        match self {
            Self::Words { .. } => of_words.into(),
            Self::Whole => every_size_and_zoom(screen),
        }
    }

    /// Where axe-core looks: contrast hangs on the theme, and what lies where on the size.
    fn for_barriers(self, screen: Screen) -> Vec<Look> {
        let usual = screen.usual();
        let narrow = Look {
            size: narrowest(screen),
            ..usual
        };
        let dark = |look: Look| Look {
            theme: Theme::Dark,
            ..look
        };
        match self {
            Self::Whole => vec![dark(usual), narrow, usual],
            Self::Words { turn } => {
                let turns = [usual, dark(narrow), narrow, dark(usual)];
                vec![turns[turn % turns.len()]]
            }
        }
    }
}

fn narrowest(screen: Screen) -> Size {
    screen.sizes()[1]
}

fn largest(screen: Screen) -> Zoom {
    screen.zooms()[screen.zooms().len() - 1]
}

fn every_size_and_zoom(screen: Screen) -> Vec<Look> {
    let zooms_at = |size: &Size| {
        let size = *size;
        let zooms = screen.zooms().iter();
        zooms.map(move |zoom| Look {
            theme: Theme::Light,
            zoom: *zoom,
            size,
        })
    };
    screen.sizes().iter().flat_map(zooms_at).collect()
}

/// All that is amiss in a tour, so that one run tells of all of it.
#[derive(Default)]
struct Findings {
    sentences: String,
    /// For each frame and size, where everything was in the first state that had it.
    frames: BTreeMap<(&'static str, u32), (&'static str, Vec<Place>)>,
}

impl Findings {
    fn add(&mut self, state: &State, look: Look, finding: &str) {
        let Size { width, height } = look.size;
        // Writing to a string does not fail.
        let _ = writeln!(
            self.sentences,
            "{}, {}, {width}x{height}: {finding}",
            state.name,
            look.name()
        );
    }

    async fn look_for_barriers(
        &mut self,
        scene: &mut Scene<'_>,
        looks: Looks,
    ) -> Result<(), countersign_gallery::Error> {
        for look in looks.for_barriers(scene.state.screen) {
            scene.look(look).await?;
            let found = axe::violations(scene.window()).await;
            for violation in found.map_err(scene.here())? {
                self.add(scene.state, look, &in_words(&violation));
            }
        }
        Ok(())
    }

    async fn look_for_room(
        &mut self,
        scene: &mut Scene<'_>,
        looks: Looks,
    ) -> Result<(), countersign_gallery::Error> {
        for look in looks.for_room(scene.state.screen) {
            scene.look(look).await?;
            let found = room::without_room(scene.window()).await;
            for sentence in found.map_err(scene.here())? {
                self.add(scene.state, look, &sentence);
            }
            if look.zoom == Zoom::Natural {
                self.compare(scene, look).await?;
            }
        }
        Ok(())
    }

    /// Compares where everything is to the first state of the view, in the same size.
    async fn compare(
        &mut self,
        scene: &Scene<'_>,
        look: Look,
    ) -> Result<(), countersign_gallery::Error> {
        let Some(frame) = name(scene.state.frame) else {
            return Ok(());
        };
        let now = room::places(scene.window(), scene.state.frame).await;
        let now = now.map_err(scene.here())?;
        // A state that passed while it was measured is another state.
        if !scene.still_shows().await? {
            return Ok(());
        }
        let (first, before) = self
            .frames
            .entry((frame, look.size.width))
            .or_insert_with(|| (scene.state.name, now.clone()))
            .clone();
        for (before, now) in before.iter().zip(&now) {
            let moved = now.moved_from(before);
            if moved > STILL {
                let element = &now.element;
                let finding = format!("{element} is {moved} px from where it is in {first}");
                self.add(scene.state, look, &finding);
            }
        }
        Ok(())
    }
}

fn name(frame: Frame) -> Option<&'static str> {
    match frame {
        Frame::Request => Some("request"),
        Frame::Code => Some("code"),
        Frame::Verdict => Some("verdict"),
        Frame::Unverified => Some("unverified"),
        Frame::Supervisor => Some("supervisor"),
        Frame::Customer => Some("customer"),
        Frame::Loose(_) => None,
    }
}

/// What is amiss on a tour in this language, in lines; nothing where nothing is.
async fn amiss_on(tour: &Tour, language: Language) -> String {
    let mut findings = Findings::default();
    let looks = Looks::of(language);
    let begun = Instant::now();
    let walked = walk(
        tour,
        APP.as_ref(),
        language,
        |_| true,
        async |scene| {
            findings.look_for_room(scene, looks).await?;
            findings.look_for_barriers(scene, looks).await
        },
    );
    if let Err(error) = walked.await {
        // What was found on the way there may be why it ended.
        let _ = writeln!(findings.sentences, "the walk ended: {error:?}");
    }
    let seconds = begun.elapsed().as_secs();
    tell(&format!("{}, {language}: {seconds} s", tour.name));
    if findings.sentences.is_empty() {
        return String::new();
    }
    format!("{}, {language}:\n{}", tour.name, findings.sentences)
}

/// The tour of this name, in English.
async fn nothing_is_amiss(name: &str) {
    let tour = TOURS.iter().find(|tour| tour.name == name);
    let amiss = amiss_on(tour.expect("a tour of that name"), Language::English).await;
    assert!(amiss.is_empty(), "{amiss}");
}

/// All tours, one after the other.
async fn nothing_is_amiss_in(language: Language) {
    let mut amiss = String::new();
    for tour in TOURS.iter().filter(|tour| tour.purpose == Purpose::Whole) {
        amiss += &amiss_on(tour, language).await;
    }
    assert!(amiss.is_empty(), "{amiss}");
}

#[tokio::test]
async fn nothing_is_amiss_in_step_1() {
    nothing_is_amiss("step 1").await;
}

#[tokio::test]
async fn nothing_is_amiss_in_step_2() {
    nothing_is_amiss("step 2").await;
}

#[tokio::test]
async fn nothing_is_amiss_in_other_ways_and_ends() {
    nothing_is_amiss("other ways and ends").await;
}

#[tokio::test]
async fn nothing_is_amiss_in_help_with_the_number() {
    nothing_is_amiss("help with the number").await;
}

#[tokio::test]
async fn nothing_is_amiss_in_ends_without_proof() {
    nothing_is_amiss("ends without proof").await;
}

#[tokio::test]
async fn nothing_is_amiss_with_many_customers() {
    nothing_is_amiss("many customers").await;
}

#[tokio::test]
async fn nothing_is_amiss_while_texts_fail() {
    nothing_is_amiss("texts that fail").await;
}

#[tokio::test]
async fn nothing_is_amiss_in_the_customers_window() {
    nothing_is_amiss("the customer’s window").await;
}

#[tokio::test]
async fn nothing_is_amiss_beside_another_desk() {
    nothing_is_amiss("a shared store").await;
}

#[tokio::test]
async fn nothing_is_amiss_where_there_is_no_desk() {
    nothing_is_amiss("damaged settings").await;
    nothing_is_amiss("a silent keyring").await;
}

#[tokio::test]
async fn nothing_is_amiss_in_spanish() {
    nothing_is_amiss_in(Language::Spanish).await;
}

#[tokio::test]
async fn nothing_is_amiss_in_french() {
    nothing_is_amiss_in(Language::French).await;
}

#[tokio::test]
async fn nothing_is_amiss_in_german() {
    nothing_is_amiss_in(Language::German).await;
}

#[tokio::test]
async fn nothing_is_amiss_in_portuguese() {
    nothing_is_amiss_in(Language::Portuguese).await;
}

#[tokio::test]
async fn nothing_is_amiss_in_swedish() {
    nothing_is_amiss_in(Language::Swedish).await;
}

#[test]
fn every_tour_is_walked_and_in_every_language() {
    let here = include_str!("gallery.rs");
    for tour in TOURS.iter().filter(|tour| tour.purpose == Purpose::Whole) {
        let walked = format!("nothing_is_amiss(\"{}\")", tour.name);
        assert!(here.contains(&walked), "{}", tour.name);
    }
    for language in Language::ALL.into_iter().skip(1) {
        let walked = format!("nothing_is_amiss_in(Language::{language:?})");
        assert!(here.contains(&walked), "{language}");
    }
}
