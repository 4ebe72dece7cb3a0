//! Two windows side by side on one Redis, each a desk of its own: what one begins the other ends, and both say
//! so at once.

use std::time::{Duration, Instant};

use countersign_driver::{Desk, Error, Verdict, View, Window};

use countersign_servers::tell;

use crate::site_redis::{SiteRedis, settings};
use crate::{SOON, WELL, open_with};

/// Windows look by themselves only every 5 seconds, so what shows sooner was pushed. On a machine at leisure it
/// takes a tenth of a second, which is printed; that two desks agree within one second is held in `tests/site`,
/// where no browser competes for the processor.
const PUSHED: Duration = Duration::from_secs(3);

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
    two.wait_for_text("#waiting-list", "Reception 1", PUSHED)
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
    one.wait_for_text("#verdict-heading", "Verified at another desk", PUSHED)
        .await?;
    tell(&format!(
        "two windows agree {} ms after a challenge begins and {} ms after it ends",
        seen.as_millis(),
        ended.elapsed().as_millis()
    ));
    Ok(())
}
