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
 * Wrong tries that a number has before it is locked.
 */
triesAllowed: number, 
/**
 * Whether customers may type codes themselves, on a screen of their own.
 */
customerView: HandingOver, 
/**
 * How the window looks.
 */
appearance: AppearanceSettings, 
/**
 * Whether numbers are looked up at Sinch.
 */
looksNumbersUp: boolean, 
/**
 * Whether a supervisor may accept a customer who could not be verified.
 */
overrideAllowed: boolean, 
/**
 * Whether the admin's pages may be opened at this desk.
 */
adminAllowed: boolean, 
/**
 * How often a desk has been opened since the app was started: which one this is.
 */
opening: number, };

export type Choices = { 
/**
 * The language of the screen.
 */
language: Language | null, 
/**
 * How large all is.
 */
zoomPercent: number | null, 
/**
 * Whether an end is heard as well as seen.
 */
sounds: boolean, };

export type Language = "en" | "es" | "fr" | "de" | "pt" | "sv";

export type RegionView = { 
/**
 * ISO 3166-1 alpha-2.
 */
region: string, 
/**
 * The calling code without `+`.
 */
callingCode: number, 
/**
 * The language that texts are usually written in there; nothing where that is none of ours.
 */
language: Language | null, };

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
 * The language that texts are usually written in there; nothing where that is none of ours.
 */
language: Language | null, 
/**
 * What kind of line it is.
 */
numberType: NumberTypeView, 
/**
 * The rule that forbids writing to it by the chosen channel, if any.
 */
refusal: RefusalView | null, 
/**
 * The channels that are set up and fit it, the usual one first.
 */
channels: Array<ChannelView>, 
/**
 * Another number that may have been meant, in groups: only where a rule is against this one.
 */
suggestion: Array<string> | null, } | { "outcome": "unreadable", 
/**
 * Why not.
 */
problem: PhoneProblem, 
/**
 * The number that may have been meant, in groups.
 */
suggestion: Array<string> | null, };

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

export type RuleView = "numberLocked" | "resendPause" | "sendsPerChallenge" | "numberHourly" | "numberDaily" | "deskHourly" | "siteDaily" | "countryNotAllowed" | "numberTypeRefused" | "landlineNeedsCall" | "channelNotSetUp" | "lineTypeRefused" | "simSwapped" | "notLookedUp";

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
 * The name of the desk that has it in hand.
 */
desk: string, 
/**
 * Whether this desk has it in hand.
 */
ours: boolean, 
/**
 * The language of its texts and calls.
 */
language: Language, 
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
 * How that send ended, where another desk has it in hand and told the site so.
 */
toldEnd: DeliveryView | null, 
/**
 * Milliseconds since the newest send.
 */
sentAgoMs: number, 
/**
 * Which of the codes that were sent count.
 */
codes: CodesThatCount, 
/**
 * The channels that are set up and fit the number, the usual one first.
 */
channels: Array<ChannelView>, 
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

export type CodesThatCount = "only" | "same" | "newest";

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
refusal: RefusalView, } | { "outcome": "supervisor", 
/**
 * Why.
 */
concerns: Array<ConcernView>, } | { "outcome": "wrongPasscode", 
/**
 * Milliseconds until the next try.
 */
waitMs: number, } | { "outcome": "passcodeWait", 
/**
 * Milliseconds until the next try.
 */
waitMs: number, } | { "outcome": "notSent", 
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

export type TakenOver = { "outcome": "open", 
/**
 * The challenge.
 */
challenge: ChallengeView, } | { "outcome": "expired" } | { "outcome": "locked", 
/**
 * Milliseconds until the lock opens; nothing where the store no longer says.
 */
retryInMs: number | null, } | { "outcome": "gone", 
/**
 * Why.
 */
because: GoneView, };

export type Checked = { "outcome": "unreadable", 
/**
 * Why not: `code.too_short`, `phone.too_short` and the like.
 */
problem: string, } | { "outcome": "verified", 
/**
 * When, as milliseconds since 1970 in UTC.
 */
atMs: number, 
/**
 * Who typed the code.
 */
by: ByView, } | { "outcome": "wrong", 
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
challenges: Array<ChallengeView>, } | { "state": "changed", 
/**
 * Those that changed where they are, then those that are new, oldest first.
 */
changed: Array<ChallengeView>, 
/**
 * The names of those that are open no more.
 */
ended: Array<string>, } | { "state": "away", 
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
usualMs: number | null, 
/**
 * From when on this one is clearly later than usual, counted from when it was sent.
 */
lateAfterMs: number, };

export type DeliveryView = { "state": "waiting" } | { "state": "queued" } | { "state": "withCarrier" } | { "state": "delivered", 
/**
 * How long it took; nothing where nobody looked meanwhile.
 */
tookMs: number | null, } | { "state": "failed", 
/**
 * Why: `delivery.unroutable` and the like.
 */
reason: string, };

export type SiteDeliveryView = { 
/**
 * The channel.
 */
channel: ChannelView, 
/**
 * The course it takes.
 */
course: CourseView, 
/**
 * Whether something is known to have arrived by it lately.
 */
arrives: boolean, };

export type CourseView = { "state": "usual" } | { "state": "slow", 
/**
 * Phones that had to wait over a minute.
 */
slow: number, 
/**
 * Phones that nothing reached.
 */
failed: number, 
/**
 * Phones looked at.
 */
of: number, } | { "state": "failing", 
/**
 * Phones that nothing reached.
 */
failed: number, 
/**
 * Phones looked at.
 */
of: number, };

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

export type LinkNews = { "outcome": "fill", 
/**
 * Which link it is.
 */
id: number, 
/**
 * The number as the link has it.
 */
phone: string, 
/**
 * The customer's reference.
 */
reference: string | null, } | { "outcome": "refused", 
/**
 * Which link it is.
 */
id: number, 
/**
 * Why.
 */
problem: LinkProblem, };

export type LinkProblem = "tooLong" | "otherPurpose" | "unknownParameter" | "repeated" | "hidden" | "noNumber" | "notANumber" | "referenceTooLong";

export type NumberAdvice = { 
/**
 * That it was verified a short time ago.
 */
verified: VerifiedBeforeView | null, 
/**
 * For how many references it was used today, where that is many.
 */
references: number | null, 
/**
 * What Sinch's lookup has against it.
 */
concerns: Array<ConcernView>, };

export type VerifiedBeforeView = { 
/**
 * When, as milliseconds since 1970 in UTC.
 */
atMs: number, 
/**
 * The name of the desk.
 */
desk: string, 
/**
 * For which other reference, if there was one.
 */
reference: string | null, };

export type ConcernView = { 
/**
 * What.
 */
objection: ObjectionView, 
/**
 * What is done about it.
 */
measure: 'warn' | 'supervisor' | 'refuse', };

export type ObjectionView = "landline" | "voip" | "otherLine" | "simSwapped" | "notLookedUp";

export type EndedView = { "outcome": "ended", 
/**
 * How.
 */
ending: EndingView, } | { "outcome": "notAllowed" } | { "outcome": "noReason" } | { "outcome": "wrong", 
/**
 * Milliseconds until the next try.
 */
waitMs: number, } | { "outcome": "wait", 
/**
 * Milliseconds until the next try.
 */
waitMs: number, } | { "outcome": "gone", 
/**
 * How.
 */
because: GoneView, };

export type EndingView = { "kind": "unverified", 
/**
 * Why.
 */
because: UnverifiedReason, 
/**
 * What staff wrote beside.
 */
remark: string | null, 
/**
 * At which desk.
 */
desk: string, 
/**
 * When, as milliseconds since 1970 in UTC.
 */
atMs: number, } | { "kind": "acceptedBySupervisor", 
/**
 * Why.
 */
reason: string, 
/**
 * At which desk.
 */
desk: string, 
/**
 * When, as milliseconds since 1970 in UTC.
 */
atMs: number, };

export type UnverifiedReason = "noPhone" | "phoneOff" | "noReception" | "wrongNumber" | "customerLeft" | "other";

export type SupervisorStatusView = "notSet" | "set";

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

export type SecretName = "sinchApplicationSecret" | "sinchSmsToken" | "sinchKeySecret" | "redisPassword" | "sentinelPassword" | "siteKey" | "otherSiteKey" | "adminPasscode" | "supervisorPasscode";

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

export type UpdateNews = { 
/**
 * Its three numbers, as in `1.2.3`; nothing where there is none, or staff are not to hear of it.
 */
version: string | null, };

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

export type ByView = "staff" | "customer";

export type CustomerView = { 
/**
 * The organisation's name; empty while there is no desk.
 */
site: string, 
/**
 * Whether this is training: nothing leaves the machine.
 */
training: boolean, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * The language to speak.
 */
language: "en" | "es" | "fr" | "de" | "pt" | "sv", 
/**
 * Whose turn it is.
 */
turn: CustomerTurn, };

export type CustomerTurn = { "state": "nobody" } | { "state": "asked" } & CustomerAsked | { "state": "told", 
/**
 * Which.
 */
ending: CustomerEnding, };

export type CustomerAsked = { 
/**
 * Which turn this is since the app was started: another one begins with an empty field.
 */
turn: number, 
/**
 * The number's last two digits.
 */
lastTwo: string, 
/**
 * How the code travels.
 */
channel: ChannelView, 
/**
 * Digits of the code; nothing where only Sinch knows.
 */
codeLength: number | null, 
/**
 * Milliseconds the code still counts.
 */
expiresInMs: number, 
/**
 * Whether a code is being checked, or it is not known yet what came of it: nothing can be typed.
 */
isChecking: boolean, 
/**
 * Whether the customer said that no code has come.
 */
hasNoCode: boolean, 
/**
 * How many codes were answered in this turn: each answer begins with an empty field.
 */
answers: number, 
/**
 * The answer to the code that was typed last.
 */
answer: CustomerAnswer | null, };

export type CustomerAnswer = { "answer": "wrong", 
/**
 * Tries left.
 */
left: number, } | { "answer": "notACode" } | { "answer": "again" } | { "answer": "askStaff" };

export type CustomerEnding = "verified" | "locked" | "expired" | "over";

export type CustomerWord = "typing" | "empty" | "noCode" | "giveBack";

export type CustomerNews = { "news": "stands", 
/**
 * The challenge whose code is asked for there; nothing while none is.
 */
challenge: string | null, 
/**
 * What the customer is doing.
 */
doing: CustomerDoing, 
/**
 * Whether the customer said that no code has come.
 */
hasNoCode: boolean, } | { "news": "checked", 
/**
 * The challenge.
 */
challenge: string, 
/**
 * The outcome.
 */
checked: Checked, } | { "news": "failed", 
/**
 * The challenge.
 */
challenge: string, 
/**
 * Why not.
 */
fault: Fault, };

export type CustomerDoing = "reading" | "typing" | "checking" | "waiting";

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
 * Whether staff hear of newer versions.
 */
updates: UpdateSettings, 
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
name: string, 
/**
 * Whether customers may type the code themselves, on a second screen that faces them. Risk: off,
 * every code is said aloud at the counter.
 */
customerView: HandingOver, };

export type HandingOver = "off" | "offered" | "usual";

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
alsoAllowed: string[], 
/**
 * From how many customer references within 24 hours on staff are told that a number is used for many.
 * Risk: too many, and nobody notices one phone that vouches for everybody.
 */
manyReferences: number, 
/**
 * What is asked of Sinch Number Lookup before a code is sent.
 */
numberLookup: NumberLookupSettings, 
/**
 * Whether a supervisor may accept a customer whose number could not be verified, by a passcode of
 * their own and with a reason. Risk: it is a way past the verification for whoever learns that
 * passcode; such a customer is never shown as verified.
 */
override: Overrides, };

export type NumberLookupSettings = { 
/**
 * What is done about a line that is none of a mobile phone: nothing (it is not looked up), tell
 * staff, ask a supervisor, or refuse. Risk: numbers on the internet are rented by the minute; each
 * lookup costs, and when Sinch can't look up, the two stricter ones stop staff.
 */
lineType: Measure, 
/**
 * What is done about a SIM that was changed lately.
 */
simSwap: SimSwapSettings, };

export type SimSwapSettings = { 
/**
 * Nothing (it is not looked up), tell staff, ask a supervisor, or refuse. Risk: who takes over a
 * number takes its codes over; each lookup costs, and people change phones for good reasons too.
 */
measure: Measure, 
/**
 * For how many days a change counts. Risk: who took a number over only has to wait for as long.
 */
withinDays: number, };

export type Measure = "off" | "warn" | "supervisor" | "refuse";

export type Overrides = "never" | "supervisor";

export type TextSettings = { [language in 'en' | 'es' | 'fr' | 'de' | 'pt' | 'sv']?: string };

export type AppearanceSettings = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * How large words are.
 */
textSize: TextSize, 
/**
 * What the staff's screen speaks, where staff chose nothing for themselves.
 */
language: ScreenLanguage, };

export type Theme = "system" | "light" | "dark";

export type TextSize = "normal" | "large" | "largest";

export type ScreenLanguage = "system" | "en" | "es" | "fr" | "de" | "pt" | "sv";

export type UpdateSettings = { 
/**
 * Whether step 1 says, while nobody waits, that a newer version is there, for which the feed that the
 * program was built with is asked once a day; one built without a feed asks nobody. Set it to `false`
 * where a package system updates the desks. Risk: off, a desk that nobody updates stays at a version
 * whose faults are known, and nobody notices.
 */
notice: boolean, };

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
