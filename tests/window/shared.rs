//! Two windows side by side on one Redis, each a desk of its own: what one begins the other ends, and both say
//! so within a second.

use std::time::{Duration, Instant};

use countersign_driver::{Desk, Error, Verdict, View, Window};

use countersign_servers::tell;

use crate::site_redis::{SiteRedis, settings};
use crate::{SOON, WELL, open_with};

/// Two screens agree within this. Desks look by themselves only every 5 seconds.
const AGREED: Duration = Duration::from_secs(1);

async fn open(id: u8, name: &str, server: &SiteRedis) -> Result<Window, Error> {
    let window = open_with(&settings(id, name, &server.url())).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    Ok(window)
}

#[tokio::test]
async fn what_is_begun_at_one_desk_is_ended_at_another() -> Result<(), Error> {
    let server = SiteRedis::start();
    let one = open(1, "Reception 1", &server).await?;
    let two = open(2, "Reception 2", &server).await?;
    let (at_one, at_two) = (Desk::new(&one), Desk::new(&two));

    at_one.send_to(WELL).await?;
    let begun = Instant::now();
    two.wait_for_text("#waiting-list", "Reception 1", AGREED)
        .await?;
    let seen = begun.elapsed();
    let row = two.text("#waiting-list").await?;
    assert!(row.contains("00"), "the number's last two digits: {row}");

    let code = at_one.code_on_phone(SOON).await?;
    two.activate("#waiting-list button").await?;
    at_two.wait_for_view(View::Code).await?;
    at_two.type_code(&code).await?;
    at_two.check(Verdict::Verified).await?;
    let ended = Instant::now();
    one.wait_for_text("#verdict-heading", "Verified at another desk", AGREED)
        .await?;
    tell(&format!(
        "two windows agree {} ms after a challenge begins and {} ms after it ends",
        seen.as_millis(),
        ended.elapsed().as_millis()
    ));
    Ok(())
}
