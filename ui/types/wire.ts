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
sends_allowed: number, };

export type RegionView = { 
/**
 * ISO 3166-1 alpha-2.
 */
region: string, 
/**
 * The calling code without `+`.
 */
calling_code: number, };

export type ChannelView = "Sms" | "Call" | "WhatsApp" | "FlashCall";

export type RouteView = "SinchSms" | "SinchVerification";

export type NumberReading = { "Understood": { 
/**
 * Groups to read aloud, the country code first.
 */
read_back: Array<string>, 
/**
 * Two letters.
 */
region: string, 
/**
 * What kind of line it is.
 */
number_type: NumberTypeView, 
/**
 * The rule that forbids writing to it by the chosen channel, if any.
 */
refusal: RefusalView | null, } } | { "Unreadable": { 
/**
 * Why not: `phone.too_short` and the like.
 */
problem: string, } };

export type NumberTypeView = "Mobile" | "FixedLine" | "FixedLineOrMobile" | "Premium" | "SharedCost" | "TollFree" | "Pager" | "Voicemail" | "Voip" | "Personal" | "CompanyWide" | "Unknown";

export type RefusalView = { 
/**
 * The rule.
 */
rule: RuleView, 
/**
 * Milliseconds until it would be allowed; nothing where time won't help.
 */
retry_in_ms: number | null, };

export type RuleView = "NumberLocked" | "ResendPause" | "SendsPerChallenge" | "NumberHourly" | "NumberDaily" | "DeskHourly" | "SiteDaily" | "CountryNotAllowed" | "NumberTypeRefused" | "LandlineNeedsCall" | "ChannelNotSetUp";

export type ChallengeView = { 
/**
 * Its name.
 */
id: string, 
/**
 * The number's last two digits.
 */
last_two: string, 
/**
 * The customer reference, if one was given.
 */
reference: string | null, 
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
code_length: number | null, 
/**
 * Milliseconds the code still counts.
 */
expires_in_ms: number, 
/**
 * Milliseconds until it may be sent again, zero for now; nothing when no send is left.
 */
resend_in_ms: number | null, 
/**
 * Wrong tries left before the number is locked.
 */
tries_left: number, 
/**
 * Sends made, the first included.
 */
sends: number, };

export type SendView = "Sending" | "Sent" | "Unknown";

export type Requested = { "Open": { 
/**
 * The challenge.
 */
challenge: ChallengeView, } } | { "Unreadable": { 
/**
 * Why not: `phone.too_short` and the like.
 */
problem: string, } } | { "Refused": { 
/**
 * The rule.
 */
refusal: RefusalView, } } | { "NotSent": { 
/**
 * Why: `sinch.no_credit` and the like.
 */
reason: string, 
/**
 * The challenge, where an earlier send of it still counts.
 */
challenge: ChallengeView | null, } } | "Expired" | { "Gone": { 
/**
 * Why.
 */
because: GoneView, } };

export type GoneView = "AlreadyVerified" | "Cancelled" | "Superseded" | "NotFound";

export type Checked = { "Unreadable": { 
/**
 * Why not: `code.too_short` and the like.
 */
problem: string, } } | { "Verified": { 
/**
 * When, as milliseconds since 1970 in UTC.
 */
at_ms: number, } } | { "Wrong": { 
/**
 * Tries left before the number is locked.
 */
left: number, } } | "Expired" | { "Locked": { 
/**
 * Milliseconds until the lock opens.
 */
retry_in_ms: number, } } | { "Gone": { 
/**
 * Why.
 */
because: GoneView, } } | "NothingSent";

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
usual_ms: number | null, };

export type DeliveryView = "Waiting" | "Queued" | "WithCarrier" | { "Delivered": { 
/**
 * How long it took.
 */
took_ms: number, } } | { "Failed": { 
/**
 * Why: `delivery.unroutable` and the like.
 */
reason: string, } };

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
retry_in_ms: number | null, };

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

export type PhoneMessageKind = "Text" | "Call" | "MissedCall" | "WhatsApp";
