// The only door to the core: one function for each command, and channels for what arrives meanwhile.
// Nothing else in ui/ knows that Tauri is there. A rejected promise is a `Fault` (see `asFault`).

/** @typedef {import("./types/wire.ts").StartUp} StartUp */
/** @typedef {import("./types/wire.ts").Choices} Choices */
/** @typedef {import("./types/wire.ts").NumberReading} NumberReading */
/** @typedef {import("./types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("./types/wire.ts").RouteView} RouteView */
/** @typedef {import("./types/wire.ts").Requested} Requested */
/** @typedef {import("./types/wire.ts").Checked} Checked */
/** @typedef {import("./types/wire.ts").TakenOver} TakenOver */
/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").WatchedView} WatchedView */
/** @typedef {import("./types/wire.ts").DeliveryNews} DeliveryNews */
/** @typedef {import("./types/wire.ts").SiteDeliveryView} SiteDeliveryView */
/** @typedef {import("./types/wire.ts").PhoneMessage} PhoneMessage */
/** @typedef {import("./types/wire.ts").BundleMade} BundleMade */
/** @typedef {import("./types/wire.ts").BundleLook} BundleLook */
/** @typedef {import("./types/wire.ts").BundleTaken} BundleTaken */
/** @typedef {import("./types/wire.ts").SiteKeyView} SiteKeyView */
/** @typedef {import("./types/wire.ts").SiteKeyPlanned} SiteKeyPlanned */
/** @typedef {import("./types/wire.ts").LinkNews} LinkNews */
/** @typedef {import("./types/wire.ts").HealthView} HealthView */
/** @typedef {import("./types/wire.ts").TextPreview} TextPreview */
/** @typedef {import("./types/wire.ts").TextSettings} TextSettings */
/** @typedef {import("./types/wire.ts").CheckView} CheckView */
/** @typedef {import("./types/wire.ts").Checks} Checks */
/** @typedef {import("./types/wire.ts").EndedView} EndedView */
/** @typedef {import("./types/wire.ts").EndingView} EndingView */
/** @typedef {import("./types/wire.ts").NumberAdvice} NumberAdvice */
/** @typedef {import("./types/wire.ts").UnverifiedReason} UnverifiedReason */
/** @typedef {import("./types/wire.ts").SupervisorStatusView} SupervisorStatusView */
/** @typedef {import("./types/wire.ts").CustomerView} CustomerView */
/** @typedef {import("./types/wire.ts").CustomerWord} CustomerWord */
/** @typedef {import("./types/wire.ts").CustomerNews} CustomerNews */
/** @typedef {import("./types/wire.ts").Fault} Fault */
/** @typedef {import("./types/wire.ts").DeskNews} DeskNews */
/** @typedef {import("./types/wire.ts").UpdateNews} UpdateNews */
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
 * Shows all of the window's pages at so much of their natural size.
 * @param {number} percent 100 to 200
 * @returns {Promise<void>}
 */
export const zoom = (percent) => tauri().invoke("zoom_window", { percent });

/**
 * The link that waits to be filled in, and each that comes, until another page listens.
 * @param {(news: LinkNews) => void} onNews
 * @returns {Promise<void>}
 */
export const watchLinks = (onNews) => tauri().invoke("watch_links", { news: openChannel(onNews) });

/**
 * Says that staff have decided about a link.
 * @param {number} id
 * @returns {Promise<void>}
 */
export const forgetLink = (id) => tauri().invoke("forget_link", { id });

/** @returns {Promise<Choices>} */
export const readChoices = () => tauri().invoke("read_choices");

/**
 * Keeps what staff chose for themselves, for the next start too where that can be written down.
 * @param {Choices} choices
 * @returns {Promise<void>}
 */
export const keepChoices = (choices) => tauri().invoke("keep_choices", { choices });

/**
 * The computer's language where it is one of ours, English otherwise.
 * @returns {Promise<import("./types/wire.ts").Language>}
 */
export const computerLanguage = () => tauri().invoke("computer_language");

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
 * @property {import("./types/wire.ts").Language} language of the text or the call
 */

/**
 * What is known of a number. `lookUp`: whether Sinch may be asked too, which costs.
 * @param {{ typed: string, region: string, channel: ChannelView, reference: string, lookUp: boolean }} number
 * @returns {Promise<NumberAdvice>}
 */
export const adviseNumber = (number) => tauri().invoke("advise_number", number);

/**
 * @param {CodeRequest} request
 * @param {string | null} supervisor the passcode, for a number that is left to a supervisor
 * @returns {Promise<Requested>}
 */
export const requestCode = (request, supervisor = null) => tauri().invoke("request_code", { request, supervisor });

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

/**
 * Ends a challenge whose customer could not be verified.
 * @param {{ challenge: string, because: UnverifiedReason, remark: string }} ending
 * @returns {Promise<EndedView>}
 */
export const endUnverified = (ending) => tauri().invoke("end_unverified", ending);

/**
 * Accepts a customer without proof, at the word of a supervisor.
 * @param {{ challenge: string, passcode: string, reason: string }} word
 * @returns {Promise<EndedView>}
 */
export const overrideChallenge = (word) => tauri().invoke("override_challenge", word);

/**
 * How a challenge was ended without proof, at whatever desk.
 * @param {string} challenge
 * @returns {Promise<EndingView | null>}
 */
export const howItEnded = (challenge) => tauri().invoke("how_it_ended", { challenge });

/** @returns {Promise<ChallengeView[]>} oldest first */
export const openChallenges = () => tauri().invoke("open_challenges");

/**
 * Takes a challenge over from the desk that has it in hand.
 * @param {string} challenge
 * @returns {Promise<TakenOver>}
 */
export const takeOver = (challenge) => tauri().invoke("take_over", { challenge });

/**
 * Asks for a code as for a challenge that ran out lately: its number, by its channel.
 * @param {string} challenge
 * @returns {Promise<Requested>}
 */
export const requestAnew = (challenge) => tauri().invoke("request_anew", { challenge });

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
 * How deliveries fare at the site, channel by channel: at once, and now and again.
 * @param {(deliveries: SiteDeliveryView[]) => void} onLook
 * @returns {Promise<void>}
 */
export const watchSiteDeliveries = (onLook) =>
  tauri().invoke("watch_site_deliveries", { deliveries: openChannel(onLook) });

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

/**
 * Whether a supervisor's passcode is set at this desk.
 * @returns {Promise<SupervisorStatusView>}
 */
export const supervisorStatus = () => tauri().invoke("supervisor_status");

/**
 * @param {{ passcode: string, keep: KeepIn }} passcode
 * @returns {Promise<PasscodeSet>}
 */
export const setSupervisorPasscode = (passcode) => tauri().invoke("set_supervisor_passcode", passcode);

/** @returns {Promise<void>} */
export const forgetSupervisorPasscode = () => tauri().invoke("forget_supervisor_passcode");

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
 * Which newer version there is, if staff are to hear of it: at once, and whenever that may have changed.
 * @param {(news: UpdateNews) => void} onNews
 * @returns {Promise<void>}
 */
export const watchUpdates = (onNews) => tauri().invoke("watch_updates", { news: openChannel(onNews) });

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
 * Opens the customer's window, which shows nothing about anybody until a challenge is handed over.
 * @returns {Promise<void>}
 */
export const openCustomerWindow = () => tauri().invoke("open_customer_window");

/**
 * Asks the customer for the code, on their own screen and in their language.
 * @param {{ challenge: string, language: CustomerView["language"] }} request
 * @returns {Promise<boolean>} whether the challenge was still open
 */
export const handOver = (request) => tauri().invoke("hand_over", request);

/**
 * Asks the customer no more.
 * @returns {Promise<void>}
 */
export const takeBack = () => tauri().invoke("take_back");

/**
 * How it stands at the customer's window, and what came of each code that was typed there. Never a digit.
 * @param {CustomerView["language"]} language spoken there while nobody is asked
 * @param {(news: CustomerNews) => void} onNews
 * @returns {Promise<void>}
 */
export const watchCustomerWindow = (language, onNews) =>
  tauri().invoke("watch_customer_window", { language, news: openChannel(onNews) });

/**
 * The customer's window only: what to show, at once and whenever that changes.
 * @param {(view: CustomerView) => void} onChange
 * @returns {Promise<void>}
 */
export const customerWatch = (onChange) => tauri().invoke("customer_watch", { view: openChannel(onChange) });

/**
 * The customer's window only: tries what was typed there. What came of it is told to who watches.
 * @param {string} typed
 * @returns {Promise<void>}
 */
export const customerCheck = (typed) => tauri().invoke("customer_check", { typed });

/**
 * The customer's window only: all that is told beside a code.
 * @param {CustomerWord} word
 * @returns {Promise<void>}
 */
export const customerTells = (word) => tauri().invoke("customer_tells", { word });

/**
 * The customer's window only.
 * @param {CustomerView["language"]} language
 * @returns {Promise<void>}
 */
export const customerChooseLanguage = (language) => tauri().invoke("customer_choose_language", { language });

/**
 * The customer's window only: its first paint is done, so that it may be shown.
 * @returns {Promise<void>}
 */
export const customerReady = () => tauri().invoke("customer_ready");

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
