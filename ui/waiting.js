// The customers whose codes are awaited, oldest first, each with its own countdown, so that none is lost. A
// row stays where it is for as long as it is there. How a row looks is waiting-row.js's business, and which of
// many rows are drawn is waiting-window.js's.

import { announce } from "./announce.js";
import { customerName } from "./challenge-words.js";
import { keepTicking, timed, timeLeft } from "./countdown.js";
import { byId, write as writeText } from "./dom.js";
import { declareKeys } from "./keys.js";
import { destination, PLACES_WITH_KEYS } from "./waiting-keys.js";
import { createRow } from "./waiting-row.js";
import { createSearch } from "./waiting-search.js";
import { createRowWindow } from "./waiting-window.js";
import { helpWords, waitingWords } from "./words.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").Checked} Checked */
/** @typedef {import("./countdown.js").Timed} Timed */

/** How long the row of a code that ran out stays, so that nobody looks in vain for a customer. */
const EXPIRED_KEPT_MS = 120_000;

/** The store's clock and the page's may differ by this much over a code's life. */
const CLOCKS_APART_MS = 1000;

/**
 * One customer in the list. `expiredAt`: when their code ran out, on the page's steady clock.
 * @typedef {object} Entry
 * @property {ChallengeView} challenge
 * @property {number} expiresAt
 * @property {number | null} expiredAt
 * @property {import("./waiting-row.js").Row | null} row while it is drawn
 * @property {number | null} height
 *
 * @typedef {object} WaitingList
 * @property {(challenges: ChallengeView[], skippedMs: number) => void} show those that are open; time may have been skipped
 * @property {() => boolean} isEmpty nobody waits, and nobody's code ran out just now
 * @property {() => WaitingInHand} inHand
 * @property {(before: WaitingInHand) => void} restore once it is marked who is in hand
 * @property {(challenge: ChallengeView) => void} update where it is in the list
 * @property {(challenge: string | null) => void} mark the one in hand
 * @property {(challenge: string) => void} settle staff have seen how it ended, or what took its place
 * @property {() => void} stop the clocks
 *
 * All that lies in the list. `stop`: whose row Tab stops at.
 * @typedef {object} WaitingInHand
 * @property {Entry[]} entries
 * @property {string[]} settled
 * @property {string} searched
 * @property {string | null} stop
 * @property {number} scrolled
 *
 * @typedef {object} WaitingEvents
 * @property {(challenge: ChallengeView) => void} onChoose
 * @property {(challenge: ChallengeView) => void} onChooseExpired
 * @property {(challenge: string) => Promise<Checked | null>} ask how a challenge ended
 * @property {() => void} onFocusLost the row that had it is gone, and no other is left
 */

/**
 * @param {{ deliveries: import("./deliveries.js").Deliveries, triesAllowed: number }} facts
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {WaitingEvents} events
 * @returns {WaitingList}
 */
export function createWaitingList({ deliveries, triesAllowed }, signal, events) {
  const room = byId("waiting", HTMLElement);
  const list = byId("waiting-list", HTMLElement);
  /** From the oldest to the newest. @type {Map<string, Entry>} */
  let entries = new Map();
  /** Whose ends staff have seen, though the store may not have been asked since. @type {Set<string>} */
  const settled = new Set();
  /** @type {string | null} */
  let inHand = null;
  /** Where Tab stops. @type {Entry | null} */
  let stop = null;
  let stopTicking = () => {};

  const search = createSearch({ onChange: arrange, onEnter: chooseFound, onDown: () => focus(rows.all()[0]) });
  /** @type {import("./waiting-window.js").RowWindow<Entry>} */
  const rows = createRowWindow(list, draw, showDrawn);

  /**
   * @param {ChallengeView[]} challenges
   * @param {number} skippedMs
   */
  function show(challenges, skippedMs) {
    stopTicking();
    const open = new Set(challenges.map(({ id }) => id));
    for (const id of settled) if (!open.has(id)) settled.delete(id);
    const gone = [...entries.values()].filter(({ challenge, expiredAt }) => expiredAt === null && !open.has(challenge.id));
    const known = challenges.filter(({ id }) => !settled.has(id)).map(put);
    putInOrder(known);
    seeOff(gone, skippedMs);
    arrange();
    stopTicking = keepTicking(tick);
  }

  /**
   * The open ones as the store has them, and between them those that are over, each where it was.
   * @param {Entry[]} open
   */
  function putInOrder(open) {
    const isOpen = new Set(open);
    /** @type {Entry[]} */
    const order = [];
    const rest = open[Symbol.iterator]();
    for (const entry of entries.values()) {
      const next = isOpen.has(entry) ? rest.next().value : entry;
      if (next !== undefined) order.push(next);
    }
    entries = new Map([...order, ...rest].map((entry) => [entry.challenge.id, entry]));
  }

  /**
   * A row that stays is written anew and not made anew, so that it keeps the focus.
   * @param {ChallengeView} challenge
   * @returns {Entry}
   */
  function put(challenge) {
    const { expiresAt } = timed(challenge);
    const entry = entries.get(challenge.id) ?? { challenge, expiresAt, expiredAt: null, row: null, height: null };
    Object.assign(entry, { challenge, expiresAt, expiredAt: null });
    if (entry.row !== null) write(entry, entry.row);
    return entry;
  }

  /** @param {Entry} entry */
  function draw(entry) {
    const row = createRow();
    row.button.id = `waiting-${entry.challenge.id}`;
    row.button.addEventListener("click", () => choose(entry));
    write(entry, row);
    return row;
  }

  /**
   * @param {Entry} entry
   * @param {import("./waiting-row.js").Row} row
   */
  function write({ challenge, expiresAt, expiredAt }, row) {
    row.mark(challenge.id === inHand);
    if (expiredAt !== null) return row.showExpired(challenge);
    row.show(challenge, deliveries.newest(challenge).delivery, triesAllowed);
    row.showTime(timeLeft(expiresAt));
  }

  /** @param {Entry} entry */
  function choose({ challenge, expiredAt }) {
    if (expiredAt === null) events.onChoose(challenge);
    else events.onChooseExpired(challenge);
  }

  /** @param {ChallengeView} challenge */
  function update(challenge) {
    if (entries.get(challenge.id)?.expiredAt === null) put(challenge);
  }

  /**
   * Those that are open no more: whose time was over by then, whose end has to be asked for, and those of
   * other desks, which see to them. The one in hand is shown as it ended where it is in hand.
   * @param {Entry[]} gone
   * @param {number} skippedMs
   */
  function seeOff(gone, skippedMs) {
    const isOver = (/** @type {Entry} */ { expiresAt }) => timeLeft(expiresAt) <= skippedMs + CLOCKS_APART_MS;
    const ours = gone.filter(({ challenge }) => challenge.ours && challenge.id !== inHand);
    gone.filter(({ challenge }) => !challenge.ours).forEach(drop);
    expire(ours.filter(isOver));
    ours.filter((entry) => !isOver(entry)).forEach((entry) => void seeOffAsTold(entry));
  }

  /** @param {Entry} entry */
  async function seeOffAsTold(entry) {
    const { challenge } = entry;
    const checked = await events.ask(challenge.id);
    if (signal.aborted || entries.get(challenge.id) !== entry || entry.challenge !== challenge) return;
    if (checked?.outcome === "expired") expire([entry]);
    else drop(entry);
    arrange();
  }

  /** @param {Entry[]} over */
  function expire(over) {
    const [first] = over;
    if (first === undefined) return;
    for (const entry of over) {
      entry.expiredAt = performance.now();
      if (entry.row !== null) write(entry, entry.row);
    }
    announce(over.length === 1 ? waitingWords.codeExpired(customerName(first.challenge)) : waitingWords.codesExpired(over.length));
  }

  function tick() {
    for (const { expiresAt, expiredAt, row } of rows.drawn()) {
      if (expiredAt === null) row?.showTime(timeLeft(expiresAt));
    }
    const running = [...entries.values()];
    const isOver = (/** @type {Entry} */ { challenge, expiresAt, expiredAt }) =>
      expiredAt === null && challenge.id !== inHand && timeLeft(expiresAt) === 0;
    const isForgotten = (/** @type {Entry} */ { expiredAt, row }) =>
      expiredAt !== null && performance.now() - expiredAt > EXPIRED_KEPT_MS && document.activeElement !== row?.button;
    const over = running.filter(isOver);
    const forgotten = running.filter(isForgotten);
    expire(over.filter(({ challenge }) => challenge.ours));
    [...over.filter(({ challenge }) => !challenge.ours), ...forgotten].forEach(drop);
    if (over.length + forgotten.length > 0) arrange();
    return entries.size > 0;
  }

  /** @param {Entry} entry */
  function drop(entry) {
    const hadFocus = entry.row !== null && document.activeElement === entry.row.button;
    const before = rows.all();
    const at = before.indexOf(entry);
    entries.delete(entry.challenge.id);
    if (stop === entry) stop = null;
    if (!hadFocus) return;
    const next = before[at + 1] ?? before[at - 1];
    if (next === undefined) events.onFocusLost();
    else focus(next);
  }

  /** After any change: which rows are there, and how many. */
  function arrange() {
    const found = [...entries.values()].filter(({ challenge }) => search.finds(challenge));
    if (stop === null || !found.includes(stop)) stop = found.find(({ challenge }) => challenge.id !== inHand) ?? found[0] ?? null;
    rows.arrange(found);
    search.fit(entries.size);
    search.showNone(entries.size > 0 && found.length === 0);
    showCount(found.length);
  }

  /** The first rows have keys of their own, and Tab stops at one: at the list, where that one isn't drawn. */
  function showDrawn() {
    const keyed = new Map(rows.all().slice(0, PLACES_WITH_KEYS).map((entry, place) => [entry, place + 1]));
    for (const entry of rows.drawn()) {
      entry.row?.showKey(keyed.get(entry) ?? null);
      if (entry.row !== null) entry.row.button.tabIndex = entry === stop ? 0 : -1;
    }
    list.tabIndex = stop !== null && stop.row === null ? 0 : -1;
  }

  /** @param {number} found */
  function showCount(found) {
    const expired = [...entries.values()].filter(({ expiredAt }) => expiredAt !== null).length;
    const all = countOf(entries.size - expired, expired);
    room.hidden = entries.size === 0;
    writeText(byId("waiting-count", HTMLElement), search.isOn() ? waitingWords.found(found, entries.size) : all);
  }

  /** @param {Entry | undefined} entry */
  function focus(entry) {
    if (entry === undefined) return;
    stop = entry;
    rows.reveal(entry);
    entry.row?.button.focus();
    showDrawn();
  }

  function chooseFound() {
    const [first, second] = rows.all();
    if (first !== undefined && second === undefined) choose(first);
    else focus(first);
  }

  /** @param {KeyboardEvent} event */
  function move(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || stop === null) return;
    const all = rows.all();
    const place = destination(event.key, { at: all.indexOf(stop), count: all.length, page: rows.page() });
    if (place === null) return;
    event.preventDefault();
    focus(all[place]);
  }

  /** @param {number} place */
  function chooseAt(place) {
    const entry = rows.all()[place - 1];
    if (entry === undefined) announce(waitingWords.nobodyThere(place));
    else choose(entry);
  }

  /** A row that is pressed or clicked is where Tab stops from then on. */
  function followFocus() {
    const focused = rows.drawn().find(({ row }) => row?.button === document.activeElement);
    if (focused === undefined || focused === stop) return;
    stop = focused;
    showDrawn();
  }

  list.addEventListener("keydown", move);
  list.addEventListener("focusin", followFocus);
  declareKeys([{ keys: "Alt+1…9", views: ["request", "code", "verdict"], does: () => helpWords.does.waiting, run: chooseAt }], signal);

  return {
    show,
    isEmpty: () => entries.size === 0,
    inHand: () => ({
      entries: [...entries.values()].map((entry) => ({ ...entry, row: null, height: null })),
      settled: [...settled],
      searched: search.typed(),
      stop: stop?.challenge.id ?? null,
      scrolled: list.scrollTop,
    }),
    restore(before) {
      stopTicking();
      entries = new Map(before.entries.map((entry) => [entry.challenge.id, entry]));
      before.settled.forEach((id) => settled.add(id));
      stop = entries.get(before.stop ?? "") ?? null;
      search.put(before.searched);
      arrange();
      list.scrollTop = before.scrolled;
      stopTicking = keepTicking(tick);
    },
    update,
    mark(challenge) {
      inHand = challenge;
      for (const { challenge, row } of rows.drawn()) row?.mark(challenge.id === inHand);
      search.clear();
      stop = null;
      arrange();
      const marked = challenge === null ? undefined : entries.get(challenge);
      if (marked !== undefined) rows.reveal(marked);
    },
    settle(challenge) {
      const entry = entries.get(challenge);
      settled.add(challenge);
      if (entry === undefined) return;
      drop(entry);
      arrange();
    },
    stop: () => stopTicking(),
  };
}

/**
 * How many there are, in words.
 * @param {number} open
 * @param {number} expired
 */
function countOf(open, expired) {
  const { customers, expiredCodes, customersAndExpired } = waitingWords;
  if (expired === 0) return customers(open);
  return open === 0 ? expiredCodes(expired) : customersAndExpired(customers(open), expiredCodes(expired));
}
