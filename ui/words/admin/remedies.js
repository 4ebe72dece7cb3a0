// English: what to do about a stage that failed or wants a look, by the core's stable codes, and what was seen.
// A test holds the codes to the core's.

import { timeOfDay, day } from "../../local.js";
import { storeFault } from "../../reason-words.js";

/** @typedef {string | number | string[]} Value */

/** @type {Readonly<Record<string, string>>} */
const remedies = {
  "repair-settings": "Repair settings.json at the place named, or move it away to begin anew.",
  "repair-policy": "Correct this computer’s policy file at the place named.",
  "readable-folder": "Let this user read and write the app’s data folder.",
  "set-up-sinch": "Set up an account on the page Sinch that carries one of the channels offered.",
  "go-live": "Set the desk to live on the page Desk and site: in training nothing is sent.",
  "install-keyring": "Install a keyring (on Linux, gnome-keyring or KWallet) and log in to the desktop, so that secrets can be kept.",
  "unlock-keyring": "Unlock this user’s keyring.",
  "allow-keyring": "Allow Countersign to use the keyring, in the system’s own settings.",
  "answer-keyring": "Answer the prompt that the keyring shows, or log in anew: it does not answer.",
  "type-secret": "Enter the missing secret on the page Sinch or Store, or import the site’s bundle on the page Roll-out.",
  "retype-secret": "Enter the secret anew: what the keyring has can’t be read as one.",
  "find-name": "Bring this computer online, and let its DNS server know the host’s name.",
  "find-proxy": "Correct the proxy in this computer’s network settings: its name is not found.",
  "open-way": "Let this computer reach the named host on its port: a firewall may be in the way.",
  "start-proxy": "Correct the proxy in this computer’s network settings, or start it: it takes no connection.",
  "start-sandbox": "Start the sandbox at the named address.",
  "let-pass": "Log in to this network’s own page, or let the host pass: something else answers in Sinch’s place.",
  "trust-proxy": "Let the host pass without looking into it, or trust the named issuer on this computer.",
  "set-clock": "Set this computer’s clock, best by a time server.",
  "try-later": "Try again in a few minutes: Sinch could not answer.",
  "ask-sinch": "Ask Sinch’s support, and name the code.",
  "copy-application-key": "Copy the application key again from the app’s page in Sinch’s dashboard.",
  "copy-application-secret": "Copy the application secret again, whole, from the app’s page in Sinch’s dashboard.",
  "copy-sms-token": "Copy service plan id and API token again from the SMS page in Sinch’s dashboard.",
  "copy-key-secret": "Make a new access key in Sinch’s dashboard, and copy its id and secret.",
  "copy-project": "Copy the project id again from Sinch’s dashboard: the access key is not that project’s.",
  "choose-region": "On the page Sinch, choose the region in which the account lives: it is named here.",
  "enable-verification": "Enable Verification for the app in Sinch’s dashboard, with application-signed requests.",
  "enable-sms": "Enable SMS for the account in Sinch’s dashboard.",
  "finish-sinch-set-up": "Finish setting up the app in Sinch’s dashboard.",
  "top-up": "Top up the account at Sinch, or ask Sinch why it is blocked.",
  "shorten-text": "On the page Texts, shorten the text, or leave out letters that GSM-7 lacks: it takes more than one part.",
  "correct-sender": "On the page Sinch, set another sender: Sinch does not take this one.",
  "give-another-phone": "Give another phone: no text gets through to this one.",
  "look-at-phone": "Look at the phone: nobody says yet whether the text arrived.",
  "correct-store": "On the page Store, correct the address and the options.",
  "readable-certificate": "Put a readable PEM file where the named setting points.",
  "match-key": "Give the client certificate and the key that belongs to it.",
  "renew-authority": "Renew the authority’s certificate: it has expired.",
  "renew-client-certificate": "Renew this desk’s client certificate: it has expired.",
  "start-redis": "Start Redis at the named address, or let this computer reach it.",
  "renew-redis-certificate": "Renew the Redis server’s certificate: it has expired, or soon will.",
  "match-redis-name": "Name Redis as its certificate does, or issue it a certificate for the name used.",
  "trust-redis-authority": "Name the file of the authority that issued the Redis server’s certificate.",
  "replace-redis-certificate": "Issue the Redis server another certificate: this one can’t be used.",
  "show-client-certificate": "Give the desk a client certificate that the Redis server accepts.",
  "match-tls": "Write rediss:// where Redis speaks TLS at that port, and redis:// where it does not.",
  "encrypt-redis": "Let Redis speak TLS: others on the way can read and change what is sent.",
  "type-redis-password": "Type the Redis password: the server asks for one.",
  "retype-redis-password": "Type the Redis user and password again: the server does not take them.",
  "grant-permissions": "Give the desks’ user in Redis what it lacks.",
  "limit-permissions": "Give the desks’ user in Redis no more than the rule in docs/redis.md.",
  "name-primary": "Correct the Sentinels’ addresses and the primary’s name: no primary was found.",
  "reach-primary": "Name a Redis server that may be written to: this one is a replica.",
  "wait-for-redis": "Wait until Redis has loaded its data or ended somebody’s script, and try again.",
  "free-redis-memory": "Give Redis more memory or disk: it is full, or almost.",
  "allow-clients": "Raise maxclients in Redis: it takes no more.",
  "repair-cluster": "Repair the Cluster: it does not serve all of its slots.",
  "restore-replicas": "Bring the replicas back that the settings ask for.",
  "repair-redis-disk": "Repair the disk of the Redis server: it could not save.",
  "remove-foreign-keys": "Remove the keys with this site’s prefix that are not Countersign’s.",
  "update-app": "Update Countersign: a newer version wrote what is in the store.",
  "restore-hosts": "Bring the named hosts back: the others still answer.",
  "update-redis": "Update Redis to 6.2 or newer.",
  "keep-keys": "Set maxmemory-policy noeviction in Redis: a full Redis forgets locks and counts.",
  "keep-writes": "Set appendonly yes and appendfsync always in Redis: a restart brings back an older state, or none.",
  "set-redis-clock": "Set the clock of the Redis server, best by a time server.",
  "set-both-clocks": "Set the clocks of this computer and of the Redis server by one time server: they differ.",
  "hasten-store": "Bring the store nearer to the desks, or give it less else to do: it answers slowly.",
  "ask-redis-admin": "Ask who runs Redis what its log says: it refuses to work.",
  "free-disk": "Free some space on this computer’s disk.",
  "replace-store-file": "Move the store’s file away, since it is damaged: a new one is made.",
  "close-other-program": "Close the other program that holds the store’s file.",
};

/** @param {string} code */
export const remedy = (code) => remedies[code] ?? `Ask whoever looks after this computer, and name this: ${code}.`;

/** Why a stage was passed over. @type {Readonly<Record<string, string>>} */
const skipped = {
  earlier: "Something before it failed.",
  noSecret: "Its secret is not there.",
  sandbox: "A sandbox on this computer stands in for Sinch.",
  inClear: "The store is on this computer and is spoken to in clear.",
  socket: "A socket of this computer needs none.",
  notTold: "The other side does not tell.",
  noPhone: "No phone was given.",
  notYet: "The store is made when the desk goes live.",
};

/** @type {Readonly<Record<string, string>>} */
const deliveries = {
  queued: "queued at Sinch",
  withCarrier: "with the carrier",
  aborted: "aborted",
  cancelled: "called back",
  rejected: "refused by the carrier",
  deleted: "deleted",
  delivered: "delivered",
  failed: "failed",
  expired: "not delivered in time",
  unknown: "not known",
  other: "not known",
};

/** @type {Readonly<Record<string, (value: Value) => string>>} */
const facts = {
  skipped: (why) => skipped[String(why)] ?? "",
  host: (host) => `Host ${host}.`,
  address: (address) => `Address ${address}.`,
  proxy: (proxy) => `Through the proxy ${proxy}.`,
  away: (hosts) => `These do not answer: ${list(hosts)}.`,
  issuer: (issuer) => `Certificate issued by ${issuer}.`,
  expires: (moment) => `It is valid until ${day(String(moment))}.`,
  clockAheadMs: clockDifference,
  code: (code) => storeFault(String(code))?.what ?? `(${code})`,
  sinchCode: (code) => `Sinch says ${code}.`,
  livesIn: (region) => `The account lives in ${String(region).toUpperCase()}.`,
  parts: (parts) => `${parts} ${parts === 1 ? "part" : "parts"}.`,
  encoding: (encoding) => `Encoding ${String(encoding).toUpperCase().replace("GSM7", "GSM-7").replace("UCS2", "UCS-2")}.`,
  delivery: (status) => `The text is ${deliveries[String(status)] ?? status}.`,
  missing: (names) => `Missing: ${list(names)}.`,
  warnings: (codes) => `Noticed: ${list(codes)}.`,
  versions: (versions) => `Version ${list(versions)}.`,
  latencyMs: (milliseconds) => `Answers within ${milliseconds} ms.`,
  file: (setting) => `See ${setting}.`,
  line: (line) => `Line ${line}.`,
  column: (column) => `Column ${column}.`,
  pointer: (pointer) => `At ${pointer}.`,
  retryInMs: (milliseconds) => `It can be tried again at ${timeOfDay(Date.now() + Number(milliseconds))}.`,
};

/**
 * What was seen, in a sentence.
 * @param {string} name
 * @param {Value} value
 */
export const fact = (name, value) => facts[name]?.(value) ?? "";

/** @param {Value} values */
const list = (values) => [values].flat().join(", ");

/** @param {Value} aheadMs less than zero when it is behind */
function clockDifference(aheadMs) {
  const seconds = Math.round(Math.abs(Number(aheadMs)) / 1000);
  if (seconds === 0) return "The clocks agree.";
  const amount = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`;
  return `This computer’s clock is ${amount} ${Number(aheadMs) > 0 ? "ahead" : "behind"}.`;
}
