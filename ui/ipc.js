// The only door to the core: one function for each command, and channels for what arrives meanwhile.
// Nothing else in ui/ knows that Tauri is there. A rejected promise is a `Fault` (see `asFault`).

/** @typedef {import("./types/wire.ts").StartUp} StartUp */
/** @typedef {import("./types/wire.ts").NumberReading} NumberReading */
/** @typedef {import("./types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("./types/wire.ts").RouteView} RouteView */
/** @typedef {import("./types/wire.ts").Requested} Requested */
/** @typedef {import("./types/wire.ts").Checked} Checked */
/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").WatchedView} WatchedView */
/** @typedef {import("./types/wire.ts").DeliveryNews} DeliveryNews */
/** @typedef {import("./types/wire.ts").PhoneMessage} PhoneMessage */
/** @typedef {import("./types/wire.ts").BundleMade} BundleMade */
/** @typedef {import("./types/wire.ts").BundleLook} BundleLook */
/** @typedef {import("./types/wire.ts").BundleTaken} BundleTaken */
/** @typedef {import("./types/wire.ts").SiteKeyView} SiteKeyView */
/** @typedef {import("./types/wire.ts").SiteKeyPlanned} SiteKeyPlanned */
/** @typedef {import("./types/wire.ts").AppearanceSettings} AppearanceSettings */
/** @typedef {import("./types/wire.ts").HealthView} HealthView */
/** @typedef {import("./types/wire.ts").TextPreview} TextPreview */
/** @typedef {import("./types/wire.ts").TextSettings} TextSettings */
/** @typedef {import("./types/wire.ts").CheckView} CheckView */
/** @typedef {import("./types/wire.ts").Checks} Checks */
/** @typedef {import("./types/wire.ts").Fault} Fault */
/** @typedef {import("./types/wire.ts").DeskNews} DeskNews */
/** @typedef {import("./types/wire.ts").AdminStatus} AdminStatus */
/** @typedef {import("./types/wire.ts").AdminUnlocked} AdminUnlocked */
/** @typedef {import("./types/wire.ts").KeepIn} KeepIn */
/** @typedef {import("./types/wire.ts").PasscodeSet} PasscodeSet */
/** @typedef {import("./types/wire.ts").SecretName} SecretName */
/** @typedef {import("./types/wire.ts").SecretReplaced} SecretReplaced */
/** @typedef {import("./types/wire.ts").Settings} Settings */
/** @typedef {import("./types/wire.ts").SettingsSaved} SettingsSaved */
/** @typedef {import("./types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("./types/wire.ts").CredentialLook} CredentialLook */

/**
 * What Tauri puts into every window, as far as it is used here.
 * @typedef {object} TauriInternals
 * @property {(command: string, args?: object) => Promise<any>} invoke
 * @property {(callback: (raw: any) => void, once?: boolean) => number} transformCallback
 * @property {(id: number) => void} unregisterCallback
 */

/** @returns {TauriInternals} */
function tauri() {
  return /** @type {any} */ (window).__TAURI_INTERNALS__;
}

/** @returns {Promise<StartUp>} */
export const startUp = () => tauri().invoke("start_up");

/**
 * Opens a desk where there is none, by what the settings and the keyring say now.
 * @returns {Promise<void>}
 */
export const openAgain = () => tauri().invoke("open_again");

/**
 * Begins with first settings, in training, where the file of settings can't be used. That file is kept.
 * @returns {Promise<void>}
 */
export const beginWithNewSettings = () => tauri().invoke("begin_with_new_settings");

/**
 * Whenever the desk is opened anew, by other settings, or can't be opened any more.
 * @param {number | null} opening the one that the page knows; nothing for whichever is over by now
 * @param {(news: DeskNews) => void} onNews
 * @returns {Promise<void>}
 */
export const watchDesk = (opening, onNews) =>
  tauri().invoke("watch_desk", { opening, news: openChannel(onNews) });

/**
 * Says that the first paint is done, so that the window may be shown.
 * @returns {Promise<void>}
 */
export const windowReady = () => tauri().invoke("window_ready");

/**
 * Makes all of the window's pages as large as the admin chose.
 * @param {AppearanceSettings["textSize"]} textSize
 * @returns {Promise<void>}
 */
export const sizeText = (textSize) => tauri().invoke("size_text", { textSize });

/**
 * Asks for connections to be made now rather than when a code is sent.
 * @returns {Promise<void>}
 */
export const warmUp = () => tauri().invoke("warm_up");

/**
 * @param {{ typed: string, region: string, channel: ChannelView }} number
 * @returns {Promise<NumberReading>}
 */
export const readNumber = (number) => tauri().invoke("read_number", number);

/**
 * What is asked for in step 1. No route means the channel's usual one.
 * @typedef {object} CodeRequest
 * @property {string} typed
 * @property {string} region
 * @property {ChannelView} channel
 * @property {RouteView | null} route
 * @property {string | null} reference
 */

/**
 * @param {CodeRequest} request
 * @returns {Promise<Requested>}
 */
export const requestCode = (request) => tauri().invoke("request_code", { request });

/**
 * @param {{ challenge: string, channel: ChannelView, retry: boolean }} resend `retry`: the same send
 *   once more, since nobody knows whether it went out.
 * @returns {Promise<Requested>}
 */
export const resendCode = (resend) => tauri().invoke("resend_code", resend);

/**
 * @param {{ challenge: string, typed: string }} code
 * @returns {Promise<Checked>}
 */
export const checkCode = (code) => tauri().invoke("check_code", code);

/**
 * Asks what became of a try whose answer was lost, or how a challenge ended. Never tries a code.
 * @param {string} challenge
 * @returns {Promise<Checked>}
 */
export const checkAgain = (challenge) => tauri().invoke("check_again", { challenge });

/**
 * @param {string} challenge
 * @returns {Promise<boolean>} whether it was open
 */
export const cancelChallenge = (challenge) => tauri().invoke("cancel_challenge", { challenge });

/** @returns {Promise<ChallengeView[]>} oldest first */
export const openChallenges = () => tauri().invoke("open_challenges");

/**
 * How the site's challenges stand: at once, and whenever that changes.
 * @param {(watched: WatchedView) => void} onChange
 * @returns {Promise<void>}
 */
export const watchChallenges = (onChange) =>
  tauri().invoke("watch_challenges", { challenges: openChannel(onChange) });

/**
 * Follows the newest send of a challenge, until there is nothing more to follow.
 * @param {string} challenge
 * @param {(news: DeliveryNews) => void} onNews
 * @returns {Promise<void>}
 */
export const followDelivery = (challenge, onNews) =>
  tauri().invoke("follow_delivery", { challenge, news: openChannel(onNews) });

/**
 * Training only: everything that arrives on the drawn phone.
 * @param {(message: PhoneMessage) => void} onMessage
 * @returns {Promise<void>}
 */
export const watchTrainingPhone = (onMessage) =>
  tauri().invoke("watch_training_phone", { messages: openChannel(onMessage) });

/**
 * Training only: lets time pass, for Sinch and for the store.
 * @param {number} seconds
 * @returns {Promise<void>}
 */
export const skipTrainingTime = (seconds) => tauri().invoke("skip_training_time", { seconds });

/** @returns {Promise<AdminStatus>} */
export const adminStatus = () => tauri().invoke("admin_status");

/**
 * Sets the admin's passcode: the first one, or another while the pages are open.
 * @param {{ passcode: string, keep: KeepIn }} passcode
 * @returns {Promise<PasscodeSet>}
 */
export const setPasscode = (passcode) => tauri().invoke("set_passcode", passcode);

/**
 * @param {string} passcode
 * @returns {Promise<AdminUnlocked>}
 */
export const unlockAdmin = (passcode) => tauri().invoke("unlock_admin", { passcode });

/** @returns {Promise<void>} */
export const lockAdmin = () => tauri().invoke("lock_admin");

/** @returns {Promise<SettingsView>} */
export const readSettings = () => tauri().invoke("read_settings");

/**
 * Saves the desk's own settings. What the machine's policy manages stays as the file has it.
 * @param {Settings} settings
 * @returns {Promise<SettingsSaved>}
 */
export const saveSettings = (settings) => tauri().invoke("save_settings", { settings });

/**
 * Replaces a secret. There is no way to read one.
 * @param {{ name: SecretName, value: string, keep: KeepIn }} secret
 * @returns {Promise<SecretReplaced>}
 */
export const replaceSecret = (secret) => tauri().invoke("replace_secret", secret);

/**
 * @param {SecretName} name
 * @returns {Promise<void>}
 */
export const forgetSecret = (name) => tauri().invoke("forget_secret", { name });

/**
 * How a wording would arrive, what it costs, and what is wrong with it.
 * @param {{ language: keyof TextSettings, template: string | null, organisation: string, desk: string }} draft
 *   `template`: nothing for the app's own
 * @returns {Promise<TextPreview>}
 */
export const previewText = (draft) => tauri().invoke("preview_text", draft);

/**
 * Which credential a text looks like.
 * @param {{ field: string, value: string }} typed
 * @returns {Promise<CredentialLook>}
 */
export const lookAtCredential = (typed) => tauri().invoke("look_at_credential", typed);

/**
 * How Sinch, the store, the keyring and the clock stand: at once, and whenever that changes.
 * @param {(health: HealthView) => void} onChange
 * @returns {Promise<void>}
 */
export const watchHealth = (onChange) => tauri().invoke("watch_health", { health: openChannel(onChange) });

/**
 * Where a bundle is written if nobody says otherwise.
 * @returns {Promise<string>}
 */
export const bundlePlace = () => tauri().invoke("bundle_place");

/**
 * @param {{ passphrase: string, recipients: string[], path: string }} request one or the other lock
 * @returns {Promise<BundleMade>}
 */
export const exportBundle = (request) => tauri().invoke("export_bundle", request);

/**
 * What taking a bundle over would change.
 * @param {{ bundle: string, passphrase: string }} request the bundle in base64
 * @returns {Promise<BundleLook>}
 */
export const lookIntoBundle = (request) => tauri().invoke("look_into_bundle", request);

/**
 * @param {{ bundle: string, passphrase: string }} request the bundle in base64
 * @returns {Promise<BundleTaken>}
 */
export const importBundle = (request) => tauri().invoke("import_bundle", request);

/** @returns {Promise<SiteKeyView>} */
export const siteKeyPlan = () => tauri().invoke("site_key_plan");

/**
 * @param {{ switchInMinutes: number, overlapHours: number }} plan
 * @returns {Promise<SiteKeyPlanned>}
 */
export const planSiteKey = (plan) => tauri().invoke("plan_site_key", plan);

/**
 * What is to be tested. With a `phone` a live text is sent to it, and its delivery followed.
 * @typedef {{ of: "sinch" | "store" | "all", phone: string | null, region: string }} WhatToCheck
 */

/**
 * Runs the tests of what a desk depends on, stage by stage, until the end or until they are stopped.
 * @param {WhatToCheck} what
 * @param {(check: CheckView) => void} onCheck
 * @returns {Promise<Checks>}
 */
export const runChecks = (what, onCheck) => tauri().invoke("run_checks", { ...what, checks: openChannel(onCheck) });

/** @returns {Promise<void>} */
export const stopChecks = () => tauri().invoke("stop_checks");

/**
 * What a rejected command said; a fault of unknown code where it was not the core that spoke.
 * @param {unknown} rejection
 * @returns {Fault}
 */
export function asFault(rejection) {
  if (isFault(rejection)) return rejection;
  return { code: "window.unexpected", message: String(rejection), retryInMs: null, clockAheadMs: null, awayMs: null, place: null };
}

/**
 * @param {unknown} rejection
 * @returns {rejection is Fault}
 */
function isFault(rejection) {
  return typeof rejection === "object" && rejection !== null && "code" in rejection;
}

/**
 * A channel as Tauri's own `Channel` has it on the wire: `{index, message}` in any order, then
 * `{index, end}`. Messages are handed on in the order of their index.
 * @template T
 * @param {(message: T) => void} onMessage
 * @returns {string} the channel's name, which goes in its place among the arguments
 */
function openChannel(onMessage) {
  /** @type {Map<number, T>} */
  const early = new Map();
  let next = 0;
  let end = Infinity;

  const id = tauri().transformCallback((raw) => {
    if ("end" in raw) end = raw.index;
    else early.set(raw.index, raw.message);
    handOn();
    if (next >= end) tauri().unregisterCallback(id);
  });

  function handOn() {
    for (let message = early.get(next); message !== undefined; message = early.get(next)) {
      early.delete(next);
      next += 1;
      onMessage(message);
    }
  }

  return `__CHANNEL__:${id}`;
}
