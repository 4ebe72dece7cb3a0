//! The program `countersign-sandbox`: serves the sandbox until it is interrupted.
//! Everything it serves is in the library.

use std::error::Error;
use std::io::{self, Write};
use std::iter::successors;
use std::net::SocketAddr;
use std::process::ExitCode;

use clap::Parser;
use countersign_sandbox::{Options, Sandbox, SmsRegion, StartError};

const CREDENTIALS: &str = "\
Credentials:
  Verification  key sandbox, secret c2FuZGJveC1zZWNyZXQtMA==
  SMS           service plan sandbox-plan, token sandbox-token
  Project       sandbox-project, key id sandbox-key, key secret sandbox-key-secret

Control paths:
  GET  /_sandbox/messages?to=NUMBER   what that phone has received
  POST /_sandbox/faults               {\"next\": \"no_credit\"} or {\"to\": \"+…\", \"outcome\": \"landline\"}
  POST /_sandbox/clock                {\"advance_ms\": 60000}
  POST /_sandbox/reset
  GET  /_sandbox/warnings             what a client probably got wrong";

/// A simulator of Sinch's Verification, SMS, OAuth2 and Number Lookup APIs on this machine.
#[derive(Parser)]
#[command(version, after_help = CREDENTIALS)]
struct Arguments {
    /// The loopback address and port to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:0", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The region that the SMS accounts live in: us, eu, au, br or ca. Requests to the hosts of another
    /// region are refused as Sinch refuses them; without it, any region will do
    #[arg(long, value_name = "REGION")]
    sms_region: Option<SmsRegion>,
}

/// Why the program ended badly.
#[derive(Debug, thiserror::Error)]
enum ProgramError {
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("cannot write to standard output or wait for Ctrl-C")]
    System(#[from] io::Error),
}

#[tokio::main]
async fn main() -> ExitCode {
    let Err(error) = run(&Arguments::parse()).await else {
        return ExitCode::SUCCESS;
    };
    // With no standard error there is nobody left to tell.
    let _ = writeln!(io::stderr(), "countersign-sandbox: {}", in_full(&error));
    ExitCode::FAILURE
}

async fn run(arguments: &Arguments) -> Result<(), ProgramError> {
    let sandbox = Sandbox::start(Options {
        listen: arguments.listen,
        sms_region: arguments.sms_region,
        ..Options::default()
    })
    .await?;
    writeln!(io::stdout(), "{}", sandbox.origin())?;
    tokio::signal::ctrl_c().await?;
    sandbox.stop().await;
    Ok(())
}

/// An error and what lies beneath it, in one line.
fn in_full(error: &(dyn Error + 'static)) -> String {
    let causes = successors(Some(error), |error: &&dyn Error| (*error).source());
    let words: Vec<_> = causes.map(ToString::to_string).collect();
    words.join(": ")
}
