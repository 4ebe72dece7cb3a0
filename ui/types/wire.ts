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
 * Whether Sinch is played by a sandbox outside of the app: nothing leaves the machine either.
 */
sandbox: boolean, 
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
sendsAllowed: number, 
/**
 * How the window looks.
 */
appearance: AppearanceSettings, 
/**
 * Whether the admin's pages may be opened at this desk.
 */
adminAllowed: boolean, 
/**
 * How often a desk has been opened since the app was started: which one this is.
 */
opening: number, };

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
awayMs: number | null, 
/**
 * Where a file can't be used: where in it, and why, in one sentence in English for whoever wrote it.
 */
place: string | null, };

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

export type AdminStatus = { 
/**
 * How it stands.
 */
state: AdminState, 
/**
 * Milliseconds until a passcode may be tried again; nothing for now.
 */
waitMs: number | null, 
/**
 * After how many minutes without use the pages lock themselves.
 */
lockAfterMinutes: number, 
/**
 * What is the matter with the keyring, as far as it was asked: `keyring.locked` and the like.
 */
keyring: string | null, 
/**
 * Whether the desk sends, or everything is named that it needs for that.
 */
configured: boolean, };

export type AdminState = "notSet" | "locked" | "open" | "shut";

export type KeepIn = "keyring" | "session";

export type PasscodeSet = { "outcome": "set" } | { "outcome": "unfit", 
/**
 * Why not.
 */
problem: PasscodeProblem, };

export type PasscodeProblem = "short" | "long";

export type AdminUnlocked = { "outcome": "open" } | { "outcome": "wrong", 
/**
 * Milliseconds until the next try.
 */
waitMs: number, } | { "outcome": "wait", 
/**
 * Milliseconds until the next try.
 */
waitMs: number, };

export type SettingsView = { 
/**
 * The desk's own.
 */
own: Settings, 
/**
 * What is in force: its own, but for what the machine's policy manages.
 */
effective: Settings, 
/**
 * The JSON pointers of what the machine's policy manages.
 */
managed: Array<string>, 
/**
 * How the machine's policy stands.
 */
policy: PolicyView, 
/**
 * Which secrets are kept, and where.
 */
secrets: Array<SecretView>, 
/**
 * The country that the computer is set to, two letters.
 */
computerHome: string, 
/**
 * Every country there is.
 */
regions: Array<RegionView>, };

export type PolicyView = { "state": "none" } | { "state": "inForce", 
/**
 * Its file.
 */
path: string, } | { "state": "unusable", 
/**
 * Its file.
 */
path: string, 
/**
 * The line, from 1; nothing where no place can be named.
 */
line: number | null, 
/**
 * The column, from 1.
 */
column: number | null, 
/**
 * The JSON pointer of the value that is at fault, where it is one.
 */
pointer: string | null, 
/**
 * Why: `unknown` and the like.
 */
problem: string, };

export type SecretView = { 
/**
 * Which.
 */
name: SecretName, 
/**
 * Where.
 */
kept: KeptView, };

export type SecretName = "sinchApplicationSecret" | "sinchSmsToken" | "sinchKeySecret" | "redisPassword" | "sentinelPassword" | "siteKey" | "otherSiteKey" | "adminPasscode";

export type KeptView = "keyring" | "session" | "missing" | "unknown";

export type SettingsSaved = { "outcome": "saved" } | { "outcome": "invalid", 
/**
 * The JSON pointer of the value that is at fault, where it is one.
 */
pointer: string | null, 
/**
 * Why: `rules.lifetime` and the like.
 */
problem: string, };

export type SecretReplaced = { "outcome": "kept", 
/**
 * Where.
 */
kept: KeepIn, } | { "outcome": "unfit", 
/**
 * Why not: `empty`, `stray` and the like.
 */
problem: string, };

export type DeskNews = { "kind": "reopened" };

export type HealthView = { 
/**
 * Sinch.
 */
sinch: PartView, 
/**
 * The store.
 */
store: PartView, 
/**
 * The keyring of this computer's user.
 */
keyring: PartView, 
/**
 * This computer's clock.
 */
clock: PartView, };

export type PartView = { 
/**
 * In a word.
 */
state: StateView, 
/**
 * Why it is in trouble: `sinch.no_credit`, `store.no-answer`, `keyring.locked` and the like.
 */
code: string | null, 
/**
 * For how many milliseconds it has been in trouble, where that is known.
 */
sinceMs: number | null, 
/**
 * What else is known.
 */
facts: FactsView, };

export type StateView = "well" | "slow" | "trouble" | "unknown" | "training" | "session";

export type FactsView = { 
/**
 * Milliseconds that the newest answer took.
 */
tookMs: number | null, 
/**
 * Milliseconds that this computer's clock is ahead, less than zero when it is behind.
 */
clockAheadMs: number | null, 
/**
 * Which product of Sinch is meant.
 */
product: RouteView | null, 
/**
 * What the store warns of: `store.not-encrypted` and the like.
 */
warnings: Array<string>, };

export type TextPreview = { 
/**
 * The text as it would arrive, with a code that is none.
 */
text: string, 
/**
 * What it is sent in.
 */
encoding: EncodingView, 
/**
 * Septets of GSM-7, or 16-bit units of UCS-2.
 */
units: number, 
/**
 * The parts it is sent, and paid for, in.
 */
parts: number, 
/**
 * The units that are left before it takes one part more.
 */
oneMore: number, 
/**
 * What there is to say about it, by where it is.
 */
problems: Array<TextProblem>, 
/**
 * The app's own wording in that language, to begin an own one with.
 */
standard: string, };

export type EncodingView = "gsm7" | "ucs2";

export type TextProblem = { 
/**
 * `text.no_code` and the like.
 */
code: string, 
/**
 * Where in the wording, in units of UTF-16; nothing where it is about the whole.
 */
at: number | null, 
/**
 * Whether the wording can't be used with it.
 */
refused: boolean, };

export type CredentialLook = { 
/**
 * Whether it looks like what it was pasted as.
 */
looks: "right" | "unsure" | "unfit", 
/**
 * What speaks against it: `stray` and the like.
 */
problem: string | null, 
/**
 * What it looks like instead.
 */
otherwise: "uuid" | "planOrToken" | "applicationSecret" | null, };

export type BundleMade = { "outcome": "written", 
/**
 * Where.
 */
path: string, } | { "outcome": "unfit", 
/**
 * Why not: `lock.nothing`, `bundle.exists` and the like.
 */
problem: string, };

export type BundleLook = { "outcome": "opened", 
/**
 * What that would change.
 */
changes: BundleChanges, } | { "outcome": "refused", 
/**
 * Why not: `bundle.wrongPassphrase` and the like.
 */
problem: string, };

export type BundleTaken = { "outcome": "imported" } | { "outcome": "refused", 
/**
 * Why not: `bundle.wrongPassphrase` and the like.
 */
problem: string, };

export type BundleChanges = { 
/**
 * The settings that get another value.
 */
settings: Array<SettingChange>, 
/**
 * The secrets that are there before or after.
 */
secrets: Array<SecretChangeView>, };

export type SettingChange = { 
/**
 * Which: a JSON pointer.
 */
pointer: string, 
/**
 * Its value before; null where there was none.
 */
from: unknown, 
/**
 * Its value afterwards; null where there will be none.
 */
to: unknown, };

export type SecretChangeView = { 
/**
 * Which.
 */
name: SecretName, 
/**
 * What becomes of it.
 */
change: 'added' | 'replaced' | 'same' | 'removed', };

export type SiteKeyView = { "state": "none" } | { "state": "one" } | { "state": "before", 
/**
 * When the next key is used, in milliseconds since 1970, in UTC.
 */
switchAtMs: number, 
/**
 * When the key of now is forgotten.
 */
endsAtMs: number, } | { "state": "overlap", 
/**
 * Since when, in milliseconds since 1970, in UTC.
 */
switchAtMs: number, 
/**
 * When the key before is forgotten.
 */
endsAtMs: number, };

export type SiteKeyPlanned = { "outcome": "planned", 
/**
 * How the site key stands now.
 */
plan: SiteKeyView, } | { "outcome": "unfit", 
/**
 * Why not: `siteKey.overlap` and the like.
 */
problem: string, };

export type CheckView = { 
/**
 * What is looked at.
 */
subject: "settings" | "keyring" | "sinchVerification" | "sinchSms" | "store", 
/**
 * Which stage it is.
 */
stage: "settings" | "secrets" | "files" | "name" | "connection" | "encryption" | "clock" | "authentication" | "permission" | "durability" | "step" | "dryRun" | "text" | "delivery", 
/**
 * How it stands.
 */
state: "running" | "passed" | "warned" | "failed" | "skipped", 
/**
 * How many milliseconds it took; nothing as long as it runs, and where it was passed over.
 */
tookMs: number | null, 
/**
 * The one thing to do, by its code: `choose-region` and the like.
 */
remedy: string | null, 
/**
 * What was seen, by stable names. `skipped` says why it was passed over.
 */
facts: { [key in string]: string | number | Array<string> }, };

export type Checks = { 
/**
 * The worst of what was found, or that they were stopped before the end.
 */
verdict: "well" | "warned" | "failed" | "stopped", };

export type Settings = { version: 2, 
/**
 * Whether codes are sent to real phones. Risk: in training nobody is verified, however convincing
 * it looks; set it for all desks at once, so that none stays behind.
 */
mode: Mode, 
/**
 * Which desk this is.
 */
desk: DeskSettings, 
/**
 * Whose desk it is.
 */
organisation: OrganisationSettings, 
/**
 * The organisation's accounts at Sinch.
 */
sinch: SinchSettings, 
/**
 * Which channels are offered, and what carries each.
 */
channels: ChannelSettings, 
/**
 * Where challenges live: in a file of this computer, or in a Redis that all desks of a site share.
 * Managed as a whole. Risk: desks with different stores don't see each other's wrong tries and
 * sends, so every limit counts once per store; challenges that are open are lost when it changes.
 */
store: StoreChoice, 
/**
 * The site's rules.
 */
rules: RulesSettings, 
/**
 * The texts that carry codes of our own.
 */
texts: TextSettings, 
/**
 * How the window looks.
 */
appearance: AppearanceSettings, 
/**
 * The guard before the admin's pages.
 */
admin: AdminSettings, 
/**
 * Which set of secrets in the vault belongs to these settings.
 */
secrets: string, };

export type Mode = "training" | "live";

export type DeskSettings = { 
/**
 * Which installation: drawn once, and kept, so that what it left behind is known as its own.
 */
id: string, 
/**
 * The desk's name, as staff, other desks and customers know it; texts end with it. Risk: managed, it
 * is the same at every desk, and nobody can tell them apart.
 */
name: string, };

export type OrganisationSettings = { 
/**
 * The organisation's name, as its customers know it: texts begin with it. Risk: a text that names
 * nobody, or somebody else, looks like fraud to customers.
 */
name: string | null, 
/**
 * The country that numbers without a country code belong to, and the one that may always be
 * written to; the computer's own where none is set. Risk: with the wrong one, a number typed
 * without its country code is another person's.
 */
home: string | null, };

export type SinchSettings = { 
/**
 * The application at Sinch Verification, where it is used. Managed as a whole; its secret is put into
 * the keyring of each desk. Risk: with another application's key every desk fails to send.
 */
verification: VerificationAccount | null, 
/**
 * The account at Sinch SMS, where it is used: a service plan, or a project with an access key.
 * Managed as a whole; its secret is put into the keyring of each desk. Risk: with the wrong region or
 * plan every desk fails to send texts.
 */
sms: SmsAccount | null, 
/**
 * Who our texts say they are from: a number, or a name of up to 11 letters, digits and spaces; the
 * account's default where none is set. Risk: many countries drop texts whose sender is not registered.
 */
sender: string | null, };

export type VerificationAccount = { 
/**
 * The application key.
 */
applicationKey: string, };

export type SmsAccount = { "kind": "servicePlan", 
/**
 * Where the plan lives.
 */
region: 'us' | 'eu' | 'au' | 'br' | 'ca', 
/**
 * The plan's id.
 */
plan: string, } | { "kind": "project", 
/**
 * Where the project's SMS lives.
 */
region: 'us' | 'eu', 
/**
 * The project's id.
 */
project: string, 
/**
 * The access key's id.
 */
keyId: string, };

export type ChannelSettings = { 
/**
 * What carries text messages. Risk: texts can be read by whoever has taken over the number.
 */
sms: Carrier, 
/**
 * What carries calls that speak the code: only Sinch Verification can. Risk: calls cost more than
 * texts.
 */
call: Carrier, 
/**
 * What carries WhatsApp messages: only Sinch Verification can. Risk: they reach the account, which
 * may be on another phone than the number.
 */
whatsApp: Carrier, 
/**
 * What carries missed calls whose number is the code: only Sinch Verification can. Risk: in some
 * countries carriers block them.
 */
flashCall: Carrier, };

export type Carrier = "usual" | "sinchSms" | "sinchVerification" | "off";

export type StoreChoice = { "kind": "embedded", } | { "kind": "redis" } & RedisSettings;

export type RedisSettings = { 
/**
 * The site's name, 1 to 32 of a–z, 0–9 and `-`. Every key of the site begins with it, so that
 * several sites can share a server.
 */
site: string, 
/**
 * What to connect to.
 */
place: Place, 
/**
 * The user that the server's access list knows the desks by; nothing means its default user.
 */
user?: string | null, 
/**
 * A file with the certificates, in PEM, of the authorities to trust *instead* of those that this
 * computer trusts.
 */
caFile?: string | null, 
/**
 * A file with the certificate, in PEM, by which this desk shows who it is.
 */
clientCertificate?: string | null, 
/**
 * A file with the key, in PEM and without a passphrase, of the client certificate.
 */
clientKey?: string | null, 
/**
 * How many replicas must have a step before the desk is told of it. Unless it is set: 1 behind
 * Sentinel, where a failover is to be expected, and 0 elsewhere.
 */
replicas?: number | null, };

export type Place = { "single": { 
/**
 * `redis://host:6379/0`, `rediss://host:6380/0` with TLS, or `redis+unix:///path/of/a.sock?db=0`.
 */
url: string, } } | { "sentinel": { 
/**
 * The Sentinels, as `redis://host:26379` or `rediss://host:26379` with TLS.
 */
sentinels: Array<string>, 
/**
 * The name by which they know the primary.
 */
primary: string, 
/**
 * Whether the primary is spoken to with TLS.
 */
tls: boolean, 
/**
 * The primary's database number.
 */
database: number, 
/**
 * The user that the Sentinels' own access lists know the desks by.
 */
user?: string | null, } } | { "cluster": { 
/**
 * Some of its nodes, as `redis://host:6379` or, all of them, `rediss://host:6379` with TLS.
 */
nodes: Array<string>, } };

export type RulesSettings = { 
/**
 * Digits of a code that we draw. Risk: each digit fewer makes guessing ten times as easy.
 */
codeDigits: number, 
/**
 * How many minutes a code counts. Risk: long enough for a customer to be talked into reading it out
 * to somebody else; too short, and texts that are late are useless.
 */
lifetimeMinutes: number, 
/**
 * How many wrong tries lock a number, whatever desk they were made at. Risk: each one is a guess
 * that somebody has; PSD2 allows 5.
 */
wrongTries: number, 
/**
 * How many minutes the first lock lasts; each further one lasts twice as long. Risk: short locks
 * allow more guesses a day.
 */
firstLockMinutes: number, 
/**
 * How many minutes a lock lasts at the most. Risk: as for the first lock.
 */
longestLockMinutes: number, 
/**
 * How many seconds to wait after the first, the second and every later send of a challenge. Risk:
 * short pauses bring several codes under way at once, and a bill.
 */
resendPausesSeconds: [number, number, number], 
/**
 * How often one challenge is sent, the first time included. Risk: each send costs.
 */
sendsPerChallenge: number, 
/**
 * Sends to one number within an hour. Risk: what one person can be molested with.
 */
numberHourly: number, 
/**
 * Sends to one number within 24 hours. Risk: as within an hour.
 */
numberDaily: number, 
/**
 * Sends by one desk within an hour. Risk: too few stop a busy desk; many are what a desk in the
 * wrong hands can spend.
 */
deskHourly: number, 
/**
 * Sends by the whole site within 24 hours. Risk: the most that a day of fraud can cost; too few stop
 * every desk until tomorrow.
 */
siteDaily: number, 
/**
 * Countries that may be written to beside the home country. Risk: each one adds numbers that earn
 * somebody money with every text.
 */
alsoAllowed: string[], };

export type TextSettings = { [language in 'en' | 'es' | 'fr' | 'de' | 'pt' | 'sv']?: string };

export type AppearanceSettings = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * How large words are.
 */
textSize: TextSize, };

export type Theme = "system" | "light" | "dark";

export type TextSize = "normal" | "large" | "largest";

export type AdminSettings = { 
/**
 * Whether a passcode was set, so that a keyring that can't be read does not count as one without it.
 */
passcodeSet: boolean, 
/**
 * After how many minutes without use the admin's pages lock themselves. Risk: the longer, the
 * likelier it is that staff find them open.
 */
lockAfterMinutes: number, };
