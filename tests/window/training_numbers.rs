//! Every training number, from the first key to the last sentence, in the real window; and `docs/training.md`, whose
//! tables are the sentences that were read there. `UPDATE_DOCS=1 cargo test --test window training_numbers` writes
//! them anew. What the core makes of each number is tested in `tests/desk`.

mod lessons;

use std::fs;
use std::path::{Path, PathBuf};

use countersign_driver::{Desk, Error, Key, Verdict, View, Window};

use self::lessons::{ARRIVING, BY_VERIFICATION, Lesson, REFUSED};
use crate::{ANSWER_LOST, SOON, open};

/// A verdict that nobody asked for ignores keys at first: they were meant for the code.
const SETTLED: std::time::Duration = std::time::Duration::from_secs(1);

/// What staff meet.
#[derive(Clone, Copy)]
enum Moment {
    /// The send comes to this state.
    Delivery(&'static str),
    /// Minutes pass.
    Minutes(u32),
    /// "Call instead" is pressed.
    Call,
    /// Nothing was sent.
    Refused,
    /// The code is typed, and it is right.
    Verified,
    /// The code is typed, and the desk does not take it.
    NotAccepted,
    /// The time of the code is over.
    Expired,
}

/// A window in which lessons are played one after the other.
struct Classroom {
    window: Window,
    /// Messages on the drawn phone before the newest send.
    messages: usize,
}

impl Classroom {
    async fn open() -> Result<Self, Error> {
        let window = open().await?;
        Desk::new(&window).wait_for_view(View::Request).await?;
        Ok(Self {
            window,
            messages: 0,
        })
    }

    /// As [`Classroom::open`], with texts sent by Sinch Verification.
    async fn open_by_verification() -> Result<Self, Error> {
        let classroom = Self::open().await?;
        classroom.window.tab_to("#via-verification").await?;
        classroom.window.type_text(" ").await?;
        classroom
            .window
            .wait_for("#via-verification:checked", SOON)
            .await?;
        Ok(classroom)
    }

    /// The rows of a table: number, what happens, and what was read of it.
    async fn play(&mut self, lessons: &[Lesson]) -> Result<Vec<[String; 3]>, Error> {
        let mut rows = Vec::new();
        for lesson in lessons {
            let mut readings = Vec::new();
            for number in lesson.numbers {
                let read = self.play_number(number, lesson.moments).await?;
                readings.push(match lesson.numbers.len() {
                    1 => read,
                    _ => of_any_number(&read, number),
                });
            }
            let read = readings[0].clone();
            assert!(readings.iter().all(|each| *each == read), "{readings:#?}");
            rows.push([lesson.named.to_owned(), lesson.happens.to_owned(), read]);
        }
        Ok(rows)
    }

    async fn play_number(&mut self, number: &str, moments: &[Moment]) -> Result<String, Error> {
        let desk = Desk::new(&self.window);
        self.messages = desk.messages().await?;
        self.window.tab_to("#phone").await?;
        desk.retype_number(number).await?;
        self.window.press(Key::Enter).await?;
        let mut read = Vec::new();
        for moment in moments {
            if let Some(sentence) = self.meet(*moment).await? {
                read.push(steady(&sentence));
            }
        }
        self.next_customer().await?;
        Ok(read.join("<br>"))
    }

    /// Does what the moment asks for, and reads what the screen says then.
    async fn meet(&self, moment: Moment) -> Result<Option<String>, Error> {
        let window = &self.window;
        let desk = Desk::new(window);
        match moment {
            Moment::Delivery(state) => {
                let reached = format!("body[data-view=code] #delivery[data-state={state}]");
                window.wait_for(&reached, ANSWER_LOST).await?;
                window.text("#delivery p").await.map(Some)
            }
            Moment::Minutes(minutes) => {
                desk.pass_minutes(minutes).await?;
                Ok(None)
            }
            Moment::Call => {
                desk.send_another_way("call", SOON).await?;
                window.wait_for("[data-kind=call]", SOON).await?;
                Ok(None)
            }
            Moment::Refused => {
                window.wait_for("#refusal p", SOON).await?;
                window.text("#refusal").await.map(Some)
            }
            Moment::Verified => {
                self.type_code().await?;
                desk.check(Verdict::Verified).await?;
                self.verdict().await.map(Some)
            }
            Moment::NotAccepted => {
                self.type_code().await?;
                window.press(Key::Enter).await?;
                self.what_is_amiss().await.map(Some)
            }
            Moment::Expired => {
                window.wait_for("[data-verdict=expired]", SOON).await?;
                self.verdict().await.map(Some)
            }
        }
    }

    /// What the desk says where it does not take a code.
    async fn what_is_amiss(&self) -> Result<String, Error> {
        let places = ["#code-error", "#refusal"];
        self.window
            .wait_until("why the code is not taken", SOON, async || {
                for place in places {
                    if !self.window.text(place).await?.is_empty() {
                        return Ok(true);
                    }
                }
                Ok(false)
            })
            .await?;
        let said = [
            self.window.text(places[0]).await?,
            self.window.text(places[1]).await?,
        ];
        Ok(said.concat())
    }

    async fn type_code(&self) -> Result<(), Error> {
        let desk = Desk::new(&self.window);
        let code = desk.code_in_message(self.messages + 1, SOON).await?;
        self.window.tab_to("#code").await?;
        desk.type_code(&code).await
    }

    /// The verdict's word, and its sentences.
    async fn verdict(&self) -> Result<String, Error> {
        let heading = self.window.text("#verdict-heading").await?;
        let what = self.window.text("#verdict-what").await?;
        let what_now = self.window.text("#verdict-what-now").await?;
        let said = format!("**{heading}.** {what} {what_now}");
        Ok(said.trim_end().to_owned())
    }

    async fn next_customer(&self) -> Result<(), Error> {
        if self.window.find("body[data-view=code]").await? {
            self.window.press(Key::Escape).await?;
        } else if self.window.find("body[data-view=verdict]").await? {
            tokio::time::sleep(SETTLED).await;
            self.window.press(Key::Enter).await?;
        }
        self.window.wait_for("body[data-view=request]", SOON).await
    }
}

/// A sentence without what differs from run to run: times of day, countdowns and seconds.
fn steady(sentence: &str) -> String {
    let is_clock = |word: &str| {
        let mut parts = word.split(':');
        let digits = |part: Option<&str>| {
            part.is_some_and(|part| {
                !part.is_empty() && part.bytes().all(|each| each.is_ascii_digit())
            })
        };
        digits(parts.next()) && digits(parts.next()) && parts.next().is_none()
    };
    let steady_word = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        if is_clock(bare) {
            return word.replace(bare, "…");
        }
        match word.split_once('\u{a0}') {
            Some((number, unit)) if number.bytes().all(|each| each.is_ascii_digit()) => {
                format!("… {unit}")
            }
            Some(_) | None => word.to_owned(),
        }
    };
    let words: Vec<String> = sentence
        .split([' ', '\n'])
        .filter(|word| !word.is_empty())
        .map(steady_word)
        .collect();
    words.join(" ")
}

/// What was read, with the number's last two digits left open.
fn of_any_number(read: &str, number: &str) -> String {
    let last_two = &number[number.len() - 2..];
    read.replace(&format!("ending {last_two}"), "ending NN")
}

fn table(rows: &[[String; 3]]) -> String {
    let mut table = "| Number | What happens | What staff read |\n|---|---|---|\n".to_owned();
    for [number, happens, read] in rows {
        table.push_str(&format!("| `{number}` | {happens} | {read} |\n"));
    }
    table
}

/// The document with the tables in their places.
fn with_tables(document: &str, tables: &[(&str, String)]) -> String {
    let mut filled = document.to_owned();
    for (name, table) in tables {
        let begin = format!("<!-- {name} -->\n");
        let end = format!("<!-- end of {name} -->");
        let (before, rest) = filled.split_once(&begin).expect("the table's place");
        let (_, after) = rest.split_once(&end).expect("the table's end");
        filled = format!("{before}{begin}\n{table}\n{end}{after}");
    }
    filled
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/training.md")
}

#[tokio::test]
async fn every_training_number_says_what_the_document_says() -> Result<(), Error> {
    // Three windows at once: most of the time is spent on waiting for answers.
    let by_text = async {
        let mut classroom = Classroom::open().await?;
        classroom.play(ARRIVING).await
    };
    let refused = async {
        let mut classroom = Classroom::open().await?;
        classroom.play(REFUSED).await
    };
    let by_verification = async {
        let mut classroom = Classroom::open_by_verification().await?;
        classroom.play(BY_VERIFICATION).await
    };
    let (arriving, refused, by_verification) = tokio::try_join!(by_text, refused, by_verification)?;
    let document = fs::read_to_string(path()).expect("docs/training.md");
    let tables = [
        ("by text", table(&[arriving, refused].concat())),
        ("by verification", table(&by_verification)),
    ];
    let filled = with_tables(&document, &tables);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path(), &filled).expect("docs can be written");
        return Ok(());
    }
    let advice = "run: UPDATE_DOCS=1 cargo test --test window training_numbers";
    assert_eq!(document, filled, "{advice}");
    Ok(())
}

#[test]
fn no_training_number_is_left_out() {
    let played: Vec<&str> = [ARRIVING, REFUSED]
        .concat()
        .iter()
        .flat_map(|lesson| lesson.numbers)
        .copied()
        .collect();
    for last_two in (0..=13).chain(20..=36) {
        let number = format!("+1 202 555 01{last_two:02}");
        assert!(played.contains(&number.as_str()), "{number}");
    }
}

#[test]
fn what_differs_from_run_to_run_is_left_open() {
    assert_eq!(
        steady("Delivered to a phone ending 00 after 1\u{a0}s"),
        "Delivered to a phone ending 00 after … s"
    );
    assert_eq!(
        steady("It is locked for another 14:53 (until 08:50)."),
        "It is locked for another … (until …)."
    );
    assert_eq!(steady("09:41, by text."), "…, by text.");
}
