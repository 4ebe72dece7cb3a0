// Follows sends on their way to the phone, and remembers where each challenge's newest one was seen last.
// One follower a send, whoever shows it.

import * as ipc from "./ipc.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").DeliveryNews} DeliveryNews */

/**
 * @typedef {object} Deliveries
 * @property {(challenge: ChallengeView) => void} follow unless that send is followed already
 * @property {(challenge: ChallengeView) => void} followAnew after a further send, or the same once more
 * @property {(challenge: ChallengeView) => DeliveryNews} newest what is known so far
 */

/**
 * @param {(news: DeliveryNews) => void} onNews
 * @returns {Deliveries}
 */
export function createDeliveries(onNews) {
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
    follow,
    followAnew(challenge) {
      newest.delete(challenge.id);
      followed.delete(`${challenge.id}/${challenge.sends}`);
      follow(challenge);
    },
    newest: (challenge) =>
      newest.get(challenge.id) ?? { challenge, delivery: { state: "waiting" }, usualMs: null },
  };
}
