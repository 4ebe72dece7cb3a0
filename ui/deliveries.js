// Follows sends on their way to the phone, and remembers where each challenge's newest one was seen last.
// One follower a send, whoever shows it.

import * as ipc from "./ipc.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").DeliveryNews} DeliveryNews */

/**
 * What is known of a challenge's newest send. `lateAfterMs`: nothing until it is known.
 * @typedef {{ delivery: DeliveryNews["delivery"], usualMs: number | null, lateAfterMs: number | null }} Newest
 */

/** @type {Newest} */
const NOTHING_YET = { delivery: { state: "waiting" }, usualMs: null, lateAfterMs: null };

/**
 * @typedef {object} Deliveries
 * @property {(hear: (news: DeliveryNews) => void) => void} listen in place of who listened before
 * @property {(challenge: ChallengeView) => void} follow unless that send is followed already
 * @property {(challenge: ChallengeView) => void} followAnew after a further send, or the same once more
 * @property {(challenge: ChallengeView) => void} followOn one that this desk has in hand again
 * @property {(challenge: ChallengeView) => Newest} newest what is known so far
 */

/** @returns {Deliveries} */
export function createDeliveries() {
  let onNews = (/** @type {DeliveryNews} */ _news) => {};
  /** @type {Map<string, DeliveryNews>} */
  const newest = new Map();
  /** @type {Set<string>} */
  const followed = new Set();

  /** @param {ChallengeView} challenge */
  function follow(challenge) {
    const send = `${challenge.id}/${challenge.sends}`;
    if (followed.has(send)) return;
    followed.add(send);
    ipc.followDelivery(challenge.id, hear).catch(() => followed.delete(send));
  }

  /** @param {DeliveryNews} news */
  function hear(news) {
    newest.set(news.challenge.id, news);
    onNews(news);
  }

  return {
    listen(hear) {
      onNews = hear;
    },
    follow,
    followAnew(challenge) {
      newest.delete(challenge.id);
      followed.delete(`${challenge.id}/${challenge.sends}`);
      follow(challenge);
    },
    followOn(challenge) {
      followed.delete(`${challenge.id}/${challenge.sends}`);
      follow(challenge);
    },
    newest({ id, sends, toldEnd }) {
      const news = newest.get(id);
      if (news?.challenge.sends === sends) return news;
      return toldEnd === null ? NOTHING_YET : { ...NOTHING_YET, delivery: toldEnd };
    },
  };
}
