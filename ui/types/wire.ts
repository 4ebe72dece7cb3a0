// Generated from src-tauri/src/view.rs: never edit. UPDATE_WIRE=1 cargo test wire_types

export type StartUp = { 
/**
 * The app's version.
 */
version: string, 
/**
 * This desk's name.
 */
desk: string, 
/**
 * The organisation's name.
 */
site: string, 
/**
 * Whether this is training: nothing leaves the machine.
 */
training: boolean, 
/**
 * Whether other desks share this desk's store.
 */
storeShared: boolean, 
/**
 * Whether training time can be skipped: not where the store goes by its own.
 */
timeCanPass: boolean, 
/**
 * The region that numbers without a country code belong to, two letters.
 */
home: string, 
/**
 * The regions that may be written to.
 */
regions: Array<RegionView>, 
/**
 * The channels that are set up, the usual one first.
 */
channels: Array<ChannelView>, 
/**
 * Sends a challenge may have.
 */
sendsAllowed: number, };

export type RegionView = { 
/**
 * ISO 3166-1 alpha-2.
 */
region: string, 
/**
 * The calling code without `+`.
 */
callingCode: number, };

export type ChannelView = "sms" | "call" | "whatsApp" | "flashCall";

export type RouteView = "sinchSms" | "sinchVerification";

export type NumberReading = { "outcome": "understood", 
/**
 * Groups to read aloud, the country code first.
 */
readBack: Array<string>, 
/**
 * Two letters.
 */
region: string, 
/**
 * What kind of line it is.
 */
numberType: NumberTypeView, 
/**
 * The rule that forbids writing to it by the chosen channel, if any.
 */
refusal: RefusalView | null, } | { "outcome": "unreadable", 
/**
 * Why not.
 */
problem: PhoneProblem, };

export type PhoneProblem = { 
/**
 * `phone.too_short` and the like.
 */
code: string, 
/**
 * The region it was held against, two letters, where that matters.
 */
region: string | null, };

export type NumberTypeView = "mobile" | "fixedLine" | "fixedLineOrMobile" | "premium" | "sharedCost" | "tollFree" | "pager" | "voicemail" | "voip" | "personal" | "companyWide" | "unknown";

export type RefusalView = { 
/**
 * The rule.
 */
rule: RuleView, 
/**
 * Milliseconds until it would be allowed; nothing where time won't help.
 */
retryInMs: number | null, };

export type RuleView = "numberLocked" | "resendPause" | "sendsPerChallenge" | "numberHourly" | "numberDaily" | "deskHourly" | "siteDaily" | "countryNotAllowed" | "numberTypeRefused" | "landlineNeedsCall" | "channelNotSetUp";

export type ChallengeView = { 
/**
 * Its name.
 */
id: string, 
/**
 * The number's last two digits.
 */
lastTwo: string, 
/**
 * The customer reference, if one was given.
 */
reference: string | null, 
/**
 * The name of the desk that began it.
 */
desk: string, 
/**
 * Whether this desk began it.
 */
ours: boolean, 
/**
 * How the newest send travels.
 */
channel: ChannelView, 
/**
 * Which product carries it.
 */
route: RouteView, 
/**
 * How far the newest send has come.
 */
send: SendView, 
/**
 * Digits of the code; nothing where Sinch drew it and only Sinch knows.
 */
codeLength: number | null, 
/**
 * Milliseconds the code still counts.
 */
expiresInMs: number, 
/**
 * Milliseconds until it may be sent again, zero for now; nothing when no send is left.
 */
resendInMs: number | null, 
/**
 * Wrong tries left before the number is locked.
 */
triesLeft: number, 
/**
 * Sends made, the first included.
 */
sends: number, };

export type SendView = "sending" | "sent" | "unknown";

export type SinchReason = { 
/**
 * `sinch.no_credit` and the like.
 */
code: string, 
/**
 * Milliseconds until it makes sense to try again, where Sinch says so.
 */
retryInMs: number | null, 
/**
 * Where the computer's clock is why: milliseconds that it is ahead of Sinch's, less than zero when
 * it is behind.
 */
clockAheadMs: number | null, };

export type Requested = { "outcome": "open", 
/**
 * The challenge.
 */
challenge: ChallengeView, } | { "outcome": "unreadable", 
/**
 * Why not.
 */
problem: PhoneProblem, } | { "outcome": "refused", 
/**
 * The rule.
 */
refusal: RefusalView, } | { "outcome": "notSent", 
/**
 * Why.
 */
reason: SinchReason, 
/**
 * The challenge, where an earlier send of it still counts.
 */
challenge: ChallengeView | null, } | { "outcome": "expired" } | { "outcome": "gone", 
/**
 * Why.
 */
because: GoneView, };

export type GoneView = "alreadyVerified" | "cancelled" | "superseded" | "notFound";

export type Checked = { "outcome": "unreadable", 
/**
 * Why not: `code.too_short`, `phone.too_short` and the like.
 */
problem: string, } | { "outcome": "verified", 
/**
 * When, as milliseconds since 1970 in UTC.
 */
atMs: number, } | { "outcome": "wrong", 
/**
 * Tries left before the number is locked.
 */
left: number, } | { "outcome": "expired" } | { "outcome": "locked", 
/**
 * Milliseconds until the lock opens; nothing where the store no longer says.
 */
retryInMs: number | null, } | { "outcome": "gone", 
/**
 * Why.
 */
because: GoneView, } | { "outcome": "nothingSent" } | { "outcome": "notKnown" } | { "outcome": "notCounted" };

export type WatchedView = { "state": "open", 
/**
 * The challenges.
 */
challenges: Array<ChallengeView>, } | { "state": "away", 
/**
 * Why: `store.no-answer` and the like.
 */
code: string, 
/**
 * For how many milliseconds it has been so, as far as this desk knows.
 */
awayMs: number, };

export type DeliveryNews = { 
/**
 * The challenge as it stands.
 */
challenge: ChallengeView, 
/**
 * Where its newest send is.
 */
delivery: DeliveryView, 
/**
 * How long deliveries usually take at this desk, where enough were seen.
 */
usualMs: number | null, };

export type DeliveryView = { "state": "waiting" } | { "state": "queued" } | { "state": "withCarrier" } | { "state": "delivered", 
/**
 * How long it took.
 */
tookMs: number, } | { "state": "failed", 
/**
 * Why: `delivery.unroutable` and the like.
 */
reason: string, };

export type Fault = { 
/**
 * `store.unreachable` and the like.
 */
code: string, 
/**
 * One sentence in English that holds no library's words.
 */
message: string, 
/**
 * Milliseconds until it makes sense to try again, where that is known.
 */
retryInMs: number | null, 
/**
 * Where the computer's clock is why: see [`SinchReason::clock_ahead_ms`].
 */
clockAheadMs: number | null, 
/**
 * Where the store is out of reach: milliseconds since then.
 */
awayMs: number | null, };

export type PhoneMessage = { 
/**
 * Its name, for telling one from another.
 */
id: string, 
/**
 * What it is.
 */
kind: PhoneMessageKind, 
/**
 * The number it came to, as people write it.
 */
to: string, 
/**
 * Who sent it or called.
 */
from: string, 
/**
 * The text, or the spoken words; empty for a missed call.
 */
body: string, };

export type PhoneMessageKind = "text" | "call" | "missedCall" | "whatsApp";
